"""A table of concepts in; the phrases of the article that could name a matter out.

Noun phrases, without articles and pronouns before them, with and without the complements behind ("removal of the
spaces", "right to board ships"), and what somebody wants to do, as the name of the deed ("to close the plant": closing
the plant).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.analysis.entities.columns import Columns
from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.gerunds import gerund
from briefing.analysis.issues.words import STOP
from briefing.analysis.lexicon.cues import load_cues

LONGEST = 7
"""Words of a label at most; the annotators' labels mostly have four to seven."""
_LINKS = frozenset({"of", "on", "for", "to", "with", "in", "from", "against", "by", "over", "at", "between", "into"})
_MODIFIERS = frozenset(
    {"det", "compound", "amod", "nmod", "poss", "case", "punct", "nummod", "quantmod", "advmod", "npadvmod"}
)
_ARTICLES = frozenset({"the", "a", "an"})
_DROPPED = frozenset({"DET", "PRON", "PUNCT", "CCONJ", "ADV", "PART"})
_POINTING = frozenset(
    {
        "same", "other", "such", "last", "next", "own", "latest", "another", "many", "few", "several", "much", "how",
        "further", "so", "very", "too", "only", "even", "just", "year", "week", "month", "most", "more", "less",
    }
)  # fmt: skip
_SAYING_NOTHING = STOP | _POINTING
"""Words that open a phrase but say nothing about its matter."""
_PARTITIVES = frozenset(
    {
        "whole", "half", "rest", "remainder", "bulk", "lot", "lots", "handful", "dozen", "dozens", "scores", "kind",
        "sort", "opposite", "contrary", "reverse", "some", "none", "all", "many", "most",
    }
)  # fmt: skip
"""Nouns that only say how much of something is meant, or that something else is: they name no matter."""
_PER = frozenset({"a", "an", "per"})
_TIMES = frozenset({"DATE", "TIME"})
_MERE_NUMBERS = _TIMES | {"CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"}
"""Kinds of names whose noun only says when, how long, how many or how much."""
_WITH = frozenset(
    {
        "accord", "agreement", "alliance", "association", "bargain", "border", "clash", "compliance", "conflict",
        "contact", "contract", "cooperation", "deal", "dialogue", "dispute", "engagement", "exchange", "interference",
        "link", "meeting", "merger", "negotiation", "pact", "partnership", "peace", "quarrel", "relation",
        "relationship", "settlement", "summit", "talk", "tie", "trade", "treaty", "truce", "union", "war", "work",
    }
)  # fmt: skip
"""Nouns whose "with" says who the other side is; elsewhere it belongs to the verb or describes something."""
_IN_IDIOMS = {
    "in": {"return", "exchange", "light", "favour", "favor", "front", "charge", "spite", "place", "line", "terms",
           "view", "face", "case", "addition", "response", "reply", "answer", "need", "search", "want"},
    "on": {"behalf", "top", "account", "condition", "grounds", "ground", "side", "verge", "brink", "eve"},
    "at": {"expense", "cost", "hands", "risk", "odds", "request", "heart", "end", "start"},
    "by": {"means", "way", "virtue"}, "as": {"part", "result", "matter", "sort"}, "for": {"sake", "want", "lack"},
    "under": {"pressure", "threat"}, "with": {"regard", "respect", "view"},
}  # fmt: skip
"""Nouns that are only part of a preposition ("in *return* for debt relief")."""
_MONTHS = frozenset(
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    }
)  # fmt: skip
ANNOUNCING = frozenset(
    {
        "right", "plan", "proposal", "decision", "attempt", "effort", "permission", "power", "motion", "bid", "need",
        "chance", "idea", "move", "demand", "call", "duty", "promise", "pledge", "freedom",
    }
)  # fmt: skip
"""Nouns whose infinitive says the matter ("the *right* to board ships"); behind others it is a purpose."""
_EMPTY = frozenset({"right", "power", "chance", "attempt", "effort", "need", "idea", "move"})
"""Those of them that name no matter alone."""
_NEEDED = frozenset({"prep", "acomp", "oprd", "xcomp", "ccomp", "prt", "dative"})
"""What stands behind a verb without an object and is needed to say the deed."""
_ACTING = frozenset({"persons", "bodies"})
_LIKE_VERBS = frozenset({"NNS", "NNPS", "RB"})
"""Tags under which the verb of a headline hides ("Judge *fines* brewery", "Councillors *back* ferry")."""
_COLONS = frozenset({":", ";", "–", "—", "|"})
"""What opens a further sentence of a heading."""
_SPEAKERS = frozenset({"i", "we", "us", "my", "our", "your", "you", "me"})
"""Words of somebody who speaks: a phrase with one of them is a saying, no neutral label."""
_ASKING = frozenset({"WRB", "WDT", "WP", "WP$"})
"""Tags of the words that open a question ("*Why* a levy?")."""
SLUG = re.compile(
    r"(?:(?:UPDATE|CORRECT(?:ED|ION)|REFILE|RPT|REPEAT|WRAPUP|ADVISORY|ANALYSIS|INSIGHT|INTERVIEW|EXCLUSIVE|FACTBOX|"
    r"TIMELINE|EXPLAINER|PREVIEW|POLL|LEAD|FEATURE|NEWSMAKER|BRIEF|BREAKINGVIEWS|COLUMN|REUTERS POLL)(?: \d{1,2})?-)+"
    r"(?=[A-Z0-9])"
)
"""Words in capitals by which news agencies tell editors what a text is, right before the first word of its title."""
LONGEST_SLUG = 8
"""Tokens at the start of a heading that can be a slug."""
_FORBIDDEN = re.compile(r'[“”‘"()\[\]«»\n\t]')


@dataclass(frozen=True, slots=True)
class Phrase:
    """A possible label."""

    words: str
    tokens: tuple[int, ...]
    head: int
    """Token of its noun, or of the verb that became the deed."""
    complements: int
    """How many prepositional phrases it has behind its noun."""
    deed: bool = False
    """Whether it names a deed made from a verb."""
    core: int = 0
    """How many of the tokens stand before any complement."""


_LOOSE_MARKS = frozenset(".,:;)]")
"""Marks that no label begins with, though the parser may hang them on its noun ("3*.* Car park")."""


def phrases_of(table: ConceptTable, wanted: Iterable[int]) -> list[Phrase]:
    """All phrases with one of the wanted concepts, in the order of the text."""
    columns = table.columns
    concepts = frozenset(wanted)
    heads = {_head_of_phrase(columns, token) for token, c in enumerate(table.concept.tolist()) if c in concepts}
    found: list[Phrase] = []
    for head in sorted(heads):
        if columns.skipped[head]:
            continue
        if columns.pos[head] in {"NOUN", "PROPN"}:
            found.extend(noun_phrases_of(columns, head))
            if columns.dep[head] == "dobj" and _may_be_deed(columns, columns.head[head]):
                found.extend(deeds_of(columns, columns.head[head], head))
        elif _may_be_deed(columns, head):
            objects = [
                c for c in columns.children[head] if columns.dep[c] == "dobj" and columns.pos[c] in {"NOUN", "PROPN"}
            ]
            found.extend(phrase for c in objects[:1] for phrase in deeds_of(columns, head, c))
    if not any(phrase.words.isupper() for phrase in found):
        return found
    written = frozenset(word for word, heading in zip(columns.text, columns.heading, strict=True) if not heading)
    return [_without_capitals(phrase, written) if phrase.words.isupper() else phrase for phrase in found]


def _without_capitals(phrase: Phrase, written: frozenset[str]) -> Phrase:
    """A phrase of a heading in capitals, each word as the text outside the headings writes it ("BORDER CHECKS").

    Args:
        written: the words outside the headings.
    """

    def cased(word: str) -> str:
        if word in written:
            return word
        return word.capitalize() if word.capitalize() in written and word.lower() not in written else word.lower()

    return replace(phrase, words=" ".join(cased(word) for word in phrase.words.split()))


def _head_of_phrase(columns: Columns, token: int) -> int:
    """The noun whose phrase a modifier belongs to; verbs and other words stand for themselves."""
    for _ in range(LONGEST):
        if columns.dep[token] in {"compound", "amod", "nmod", "poss"} and columns.pos[columns.head[token]] in {
            "NOUN",
            "PROPN",
        }:
            token = columns.head[token]
    return token


def _may_be_deed(columns: Columns, verb: int) -> bool:
    """Whether a verb without a subject says what is done: bare, or as a gerund ("against *closing* the plant")."""
    gerund_of_deed = columns.tag[verb] == "VBG" and columns.dep[verb] in {"pcomp", "csubj"}
    return columns.pos[verb] == "VERB" and (columns.tag[verb] == "VB" or gerund_of_deed)


def is_group(columns: Columns, noun: int) -> bool:
    """Whether a noun names several people or bodies ("most charities"): they hold views, they are no matter."""
    several = columns.tag[noun] in {"NNS", "NNPS"}
    return several and load_cues().source_kind(columns.lemma[noun].casefold()) in {"persons", "bodies"}


def noun_phrases_of(columns: Columns, head: int) -> Iterator[Phrase]:
    """The phrases of a noun: without complements, with one, with two; none of a person, a date or a mere quantity."""
    if columns.ent_type[head] == "PERSON" or columns.lower[head] in _PARTITIVES or _is_time_or_measure(columns, head):
        return
    first = _first_of_core(columns, head)
    if _is_of_preposition(columns, first, head) or _is_headline(columns, first, head):
        return
    last = head
    yield from _phrase(columns, first, last, head, 0)
    purpose = _infinitive(columns, head)
    if purpose is not None:
        yield from _phrase(columns, first, purpose, head, 1)
    for number in (1, 2):
        complement = _complement(columns, last, last + 1)
        if complement is None:
            return
        last = complement
        yield from _phrase(columns, first, last, head, number)


def _is_time_or_measure(columns: Columns, head: int) -> bool:
    """Whether a noun is a date, a length of time ("three *years*") or says per what one measures ("a *second*")."""
    if columns.ent_type[head] in _MERE_NUMBERS:
        return True
    if columns.lower[head] in _MONTHS and any(
        word.isdigit() for word in (*columns.text[max(head - 1, 0) : head], *columns.text[head + 1 : head + 2])
    ):
        return True
    return head > 0 and columns.lower[head - 1] in _PER and "NUM" in columns.pos[max(0, head - 3) : head - 1]


def _is_of_preposition(columns: Columns, first: int, last: int) -> bool:
    """Whether a noun, with the modifiers from `first` on, is part of a preposition of several words."""
    if columns.dep[last + 1 : last + 2] != ["prep"]:
        return False
    before = first - 1 if columns.lower[first] != "the" else first
    before = before - 1 if before >= 0 and columns.lower[before] == "the" else before
    return before >= 0 and columns.lower[last] in _IN_IDIOMS.get(columns.lower[before], ())


def _is_headline(columns: Columns, first: int, last: int) -> bool:
    """Whether a phrase is a sentence of a heading whose verb was taken for a noun ("*Judge fines* brewery")."""
    if True not in columns.heading[first : last + 1]:
        return False
    words = [token for token in range(first, last + 1) if columns.heading[token]]
    if any(_is_verb_of_heading(columns, token) for token in words):
        return True
    before = words[0] - 1
    if before >= 0 and columns.block[before] == columns.block[words[0]] and columns.text[before] not in _COLONS:
        return False
    lexicon = load_cues()
    verb = next((n for n in words if lexicon.source_kind(columns.lemma[n].casefold()) not in _ACTING), words[0])
    return verb > words[0] and columns.tag[verb] in _LIKE_VERBS and columns.tag[verb + 1 : verb + 2] != ["POS"]


def _is_verb_of_heading(columns: Columns, token: int) -> bool:
    """Whether a noun among nouns is more likely the verb of a heading ("moratorium on mining *splits* islands")."""
    inside = columns.heading[token] and columns.tag[token] in _LIKE_VERBS and columns.dep[token] == "compound"
    return inside and any(columns.dep[child] == "compound" for child in columns.children[token])


def _belongs_to_person(columns: Columns, first: int) -> bool:
    """Whether a phrase begins with the one person to whom its noun belongs ("the *widow's* house")."""
    if columns.tag[first + 1] != "POS" or columns.tag[first] not in {"NN", "NNP"} or columns.dep[first] != "poss":
        return False
    return columns.ent_type[first] == "PERSON" or (
        load_cues().source_kind(columns.lemma[first].casefold()) == "persons"
    )


def deeds_of(columns: Columns, verb: int, target: int) -> Iterator[Phrase]:
    """The deed with what it is done to, and with the complement of that.

    Args:
        verb: token of a verb without a subject of its own ("to *close* the plant", "the plant to be *closed*").
        target: token of the noun that is its object, or its subject in the passive voice.
    """
    if abs(target - verb) > LONGEST or not _is_deed(columns.lemma[verb]):
        return
    if columns.text[verb][0].isupper() and columns.ent_type[verb]:
        return
    if any(_completes(columns, child) for child in columns.children[verb] if child > max(verb, target)):
        return
    particles = [columns.lower[c] for c in columns.children[verb] if columns.dep[c] == "prt" and c > verb]
    if particles and not _is_deed(columns.lemma[verb], tuple(particles)):
        return
    deed = " ".join([gerund(columns.lemma[verb]), *particles])
    first = _first_of_core(columns, target)
    yield from _phrase(columns, first, target, verb, 0, deed)
    complement = _complement(columns, target, target + 1)
    if complement is not None:
        yield from _phrase(columns, first, complement, verb, 1, deed)


def _completes(columns: Columns, token: int) -> bool:
    """Whether a word behind the object is needed to say the deed ("turn the market *into* …", "leave it *alone*")."""
    relation, word = columns.dep[token], columns.lower[token]
    return (
        relation in {"acomp", "oprd"}
        or (relation == "prep" and word in {"into", "as", "out", "off"})
        or (relation == "advmod" and word in {"back", "alone", "away", "aside", "apart", "together"})
    )


@lru_cache(maxsize=4096)
def _is_deed(lemma: str, particles: tuple[str, ...] = ()) -> bool:
    """Whether a verb, with its particles, says what is to be done, not what somebody says or feels about it."""
    lexicon = load_cues()
    senses = [sense.cue_class for sense in lexicon.of("verb", lemma) if sense.particles == particles]
    return (
        lemma.isalpha() and lemma.islower() and lemma not in lexicon.light_verbs and set(senses) <= {"decision", "deed"}
    )


def _first_of_core(columns: Columns, head: int) -> int:
    """The first of the modifiers right before a noun, or the noun."""
    first = head
    while first > 0 and _belongs(columns, first - 1, head) and not _is_given(columns, first - 1):
        first -= 1
    return first


def _is_given(columns: Columns, token: int) -> bool:
    """Whether somebody gets what the number behind says ("costs *a graduate* 14,000 crowns"): no modifier of that."""
    single = columns.tag[token] in {"NN", "JJ"} and token > 0 and columns.lower[token - 1] in {"a", "an"}
    return single and columns.pos[token + 1 : token + 2] == ["NUM"]


def _belongs(columns: Columns, token: int, head: int) -> bool:
    """Whether a token is a modifier in the phrase of a noun (a chain of modifiers leads from it to the noun)."""
    place = token
    for _ in range(LONGEST):
        if columns.dep[place] not in _MODIFIERS:
            return False
        place = columns.head[place]
        if place == head:
            return True
    return False


def _complement(columns: Columns, head: int, start: int) -> int | None:
    """The last token of the prepositional phrase that begins at a token and hangs on a noun."""
    if columns.dep[start : start + 1] != ["prep"] or columns.head[start] != head:
        return None
    if columns.lower[start] not in _LINKS or (columns.lower[start] == "with" and columns.lemma[head] not in _WITH):
        return None
    for below in columns.children[start]:
        if columns.dep[below] == "pobj" and columns.pos[below] in {"NOUN", "PROPN"}:
            idiom = columns.lower[below] in _IN_IDIOMS.get(columns.lower[start], ())
            if columns.ent_type[below] in _TIMES or idiom:
                return None
            last = _other_side(columns, below) if columns.lower[start] == "between" else below
            last = next((n - 1 for n in range(start + 2, last) if _is_verb_of_heading(columns, n)), last)
            return last if 0 < last - start <= LONGEST else None
    return None


def _infinitive(columns: Columns, noun: int) -> int | None:
    """The last token of what a noun announces right behind it ("the right *to board ships*"), with its object."""
    if columns.tag[noun + 1 : noun + 2] != ["TO"] or columns.lemma[noun].casefold() not in ANNOUNCING:
        return None
    verb = columns.head[noun + 1]
    if columns.head[verb] != noun or verb < noun or columns.tag[verb] != "VB" or not _is_deed(columns.lemma[verb]):
        return None
    objects = [child for child in columns.children[verb] if columns.dep[child] == "dobj"]
    behind = [child for child in columns.children[verb] if child > verb]
    if objects and columns.pos[objects[0]] in {"NOUN", "PROPN"}:
        return objects[0] if objects[0] > noun else None
    return None if objects or any(columns.dep[child] in _NEEDED for child in behind) else verb


def _other_side(columns: Columns, one: int) -> int:
    """The last of those between whom something is ("between France *and Spain*")."""
    others = [child for child in columns.children[one] if columns.dep[child] == "conj" and child > one]
    return _other_side(columns, others[-1]) if others else one


def _phrase(columns: Columns, first: int, last: int, head: int, complements: int, deed: str = "") -> Iterator[Phrase]:
    """The phrase from one token to another without what says nothing before it, if it is fit to be a label."""
    if deed and columns.tag[first] == "PRP$":
        return
    while first <= last and _is_in_slug(columns, first):
        first += 1
    while first <= last and _says_nothing(columns, first) and not (deed and columns.lower[first] in _ARTICLES):
        first += 1
    if first == last and not deed and columns.lemma[first].casefold() in _EMPTY:
        return
    if first > last or columns.block[first] != columns.block[last]:
        return
    end = last + 1
    if not _SPEAKERS.isdisjoint(columns.lower[first:end]) or "PRP$" in columns.tag[first:end]:
        return
    if first < last and _belongs_to_person(columns, first):
        return
    words = [
        text + " " if space else text
        for text, space in zip(columns.text[first:end], columns.spaced[first:end], strict=True)
    ]
    pieces = [*deed.split(), *"".join(words).split()]
    label = " ".join(pieces)
    if len(pieces) <= LONGEST and not _FORBIDDEN.search(label):
        tokens, relations = range(first, end), columns.dep[first:end]
        link = relations.index("prep") if "prep" in relations else len(tokens)
        if deed:
            yield Phrase(label, (head, *tokens), head, complements, deed=True, core=link + 1)
        else:
            yield Phrase(label, tuple(tokens), head, complements, core=link)


def _is_in_slug(columns: Columns, token: int) -> bool:
    """Whether a token belongs to what an agency puts before a heading ("UPDATE 2-", "CORRECTED-")."""
    if not columns.heading[token]:
        return False
    first = token
    while first and columns.block[first - 1] == columns.block[token] and token - first < LONGEST_SLUG:
        first -= 1
    slug = SLUG.match(columns.words(first, min(first + 2 * LONGEST_SLUG, len(columns))))
    return slug is not None and slug.end() > len(columns.words(first, token))


def _says_nothing(columns: Columns, token: int) -> bool:
    """Whether a phrase can do without a token at its beginning."""
    empty = columns.pos[token] in _DROPPED or columns.lower[token] in _SAYING_NOTHING or columns.tag[token] in _ASKING
    empty = empty or columns.text[token] in _LOOSE_MARKS
    return empty and not _is_hyphened(columns, token)


def _is_hyphened(columns: Columns, token: int) -> bool:
    """Whether a token is the first part of a word with a hyphen ("*all*-day ban"), which is not to be torn apart."""
    return not columns.spaced[token] and columns.text[token + 1 : token + 2] == ["-"]
