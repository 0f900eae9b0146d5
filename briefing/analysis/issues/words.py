"""Words in; stems that are compared out, without words that never name an issue."""

from __future__ import annotations

import re
from functools import lru_cache

STOP = frozenset(
    {
        "a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "at", "by", "with", "from", "into",
        "over", "as", "is", "be", "its", "their", "his", "her", "this", "that", "these", "those", "per", "cent",
        "percent", "any", "all", "one", "two", "first", "new", "under", "after", "than", "more", "between",
        "before", "up", "out", "about", "such", "other", "some", "no", "not", "it", "they", "he", "she", "we",
        "i", "you", "our", "my", "your", "who", "which", "what", "there",
    }
)  # fmt: skip
"""Words that carry no content in a label or a phrase."""

GENERIC = frozenset(
    {
        "year", "month", "week", "day", "time", "hour", "minute", "morning", "night", "today", "tomorrow",
        "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "people", "person", "man", "woman", "way", "thing", "part", "lot", "number", "kind", "sort",
        "side", "point", "place", "case", "question", "answer", "issue", "matter", "word", "statement",
        "spokesman", "spokeswoman", "spokesperson", "official", "reporter", "journalist", "minister",
        "president", "secretary", "director", "chairman", "chairwoman", "chief", "leader", "member", "group",
        "party", "government", "ministry", "office", "country", "state", "city", "town", "world", "percent",
        "cent", "dollar", "pound", "euro", "million", "billion", "thousand", "decade", "century", "end",
        "start", "beginning", "moment", "fact", "idea", "reason", "result", "news", "report", "interview",
        "letter", "speech", "conference", "meeting", "life", "hand", "eye", "face", "head", "room", "door",
        "someone", "everyone", "nobody", "nothing", "something", "everything", "anything", "anyone", "half",
        "third", "quarter", "rest", "majority", "dozen", "hundred", "bit", "situation", "step", "move",
        "decision", "proposal", "plan", "measure", "effort", "concern", "position", "view", "opinion", "mr",
        "mrs", "ms", "dr", "sir", "good", "bad", "big", "great", "old", "young", "own", "last", "next", "many",
        "much", "few", "several", "same", "different", "say", "tell", "make", "take", "give", "get", "go",
        "come", "want", "think", "know", "see", "look", "use", "find", "need", "mean", "seem", "become", "let",
        "put", "keep", "try", "ask", "work", "call", "do", "have",
    }
)  # fmt: skip
"""Words that are too general to found an issue on; they still count as context."""

_ENDINGS = (
    "isation", "ization", "ations", "ation", "ements", "ement", "ings", "ing", "ments", "ment", "ions", "ion", "ies",
    "ships", "ship", "als", "al", "ers", "er", "ors", "or", "ed", "es", "s", "e", "y",
)  # fmt: skip
_BY_LETTER = {
    letter: tuple(ending for ending in _ENDINGS if ending.endswith(letter)) for letter in {e[-1] for e in _ENDINGS}
}
"""The same by their last letter, so that a word is compared with few of them."""
_POSSESSIVE = re.compile(r"['’]s$")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A rough stem: one common ending cut where four letters or more are left ("negotiations" -> "negoti")."""
    word = _POSSESSIVE.sub("", word.casefold().strip("'’"))
    for ending in _BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=16384)
def label_stems(label: str) -> frozenset[str]:
    """Stems of the words of a label that carry content."""
    return frozenset(stem(word) for word in re.findall(r"[\w'’-]+", label) if word.casefold() not in STOP)


GENERIC_STEMS = frozenset(stem(word) for word in GENERIC)
