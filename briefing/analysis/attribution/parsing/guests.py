"""The head of an interview in; whoever answers in it out: "Ana Ruiz on the toll", "The mayor, Ana Ruiz, speaks to us".

Title and lines below it present the guest, often as the only person named there. Of several, the one is meant who
speaks in the head, or whose name stands before "on" or beside the word "interview". Where that leaves two, or nobody,
there is no guest.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.layers import Actor
from briefing.analysis.lexicon.words import load_word_lists

ASIDE = frozenset({"byline", "caption", "trailer"})
"""Kinds of blocks whose names are no guests."""
LONGEST_HEAD = 8
"""Blocks before the first question in which the guest may be named."""


def find_guest(tokens: Tokens, persons: Sequence[Actor], before: int, *, presented: bool) -> list[int]:
    """The tokens that name the guest in the blocks before one; empty where nobody is sure.

    Args:
        tokens: of the article.
        persons: the persons whom the article names.
        before: number of the block with the first question.
        presented: whether the head must present somebody, as it must where no label shows that this is an interview.
    """
    head = [n for n in range(max(before - LONGEST_HEAD, 0), before) if tokens.blocks[n].kind not in ASIDE]
    inside = {i for n in head for i in range(*tokens.block_ranges[n])}
    named = {person.id: found for person in persons if (found := _names(tokens, person, inside))}
    shown = [number for number, names in named.items() if any(_is_presented(tokens, name) for name in names)]
    if len(named) == 1 and (shown or not presented or any(_announces(tokens, i) for i in inside)):
        shown = list(named)
    return max(named[shown[0]], key=len) if len(shown) == 1 else []


def initials(tokens: Tokens, persons: Sequence[Actor], before: int) -> dict[str, list[int]]:
    """The initials of the persons named before a block, with the tokens that name them; none that two persons share."""
    found: dict[str, list[int]] = {}
    shared: set[str] = set()
    inside = {i for n in range(before) for i in range(*tokens.block_ranges[n])}
    for person in persons:
        for letters, name in {_letters(tokens, name): name for name in _names(tokens, person, inside)}.items():
            shared.update({letters} & found.keys())
            found[letters] = name
    return {letters: name for letters, name in found.items() if len(letters) > 1 and letters not in shared}


def _letters(tokens: Tokens, name: list[int]) -> str:
    return "".join(tokens.words[i][0] for i in name if tokens.is_word(i)).upper()


def _names(tokens: Tokens, person: Actor, inside: set[int]) -> list[list[int]]:
    """The places in the head that name a person, but for those that name who asks, and what is somebody's."""
    found = []
    for mention in person.mentions:
        name = tokens.between(mention.start, mention.end) if mention.form == "name" else []
        if name and inside.issuperset(name) and not _asks(tokens, name) and not _owns(tokens, name):
            found.append(name)
    return found


def _asks(tokens: Tokens, name: list[int]) -> bool:
    """Whether a name is that of a journalist: "our reporter Felix Aumann", "interview by Felix Aumann".

    "Interview: Felix Aumann" is a credit, too, unless it is the title.
    """
    before = [tokens.lower[i] for i in range(max(name[0] - 2, 0), name[0])]
    if before == ["interview", ":"]:
        return tokens.block[name[0]] > 0
    return bool(before) and (before[-1] == "by" or is_journalist(before[-1]))


def is_journalist(word: str) -> bool:
    """Whether a word (in small letters) names somebody who asks for a newspaper."""
    return word in load_word_lists().journalists


def _owns(tokens: Tokens, name: list[int]) -> bool:
    """Whether only something of the named is spoken of ("Ana Ruiz’s plan")."""
    return name[-1] + 1 < len(tokens) and tokens.tag[name[-1] + 1] == "POS"


def _is_presented(tokens: Tokens, name: list[int]) -> bool:
    """Whether the words around a name present who answers: "… : Ana Ruiz on", "interview with Ana Ruiz"."""
    first, last = name[0], name[-1]
    while first > 0 and (tokens.part[first - 1] == "PROPN" or tokens.relation[first - 1] == "compound"):
        first -= 1
    words = load_word_lists()
    before = [tokens.lower[i] for i in range(max(first - 2, 0), first)]
    after = tokens.lower[last + 1] if last + 1 < len(tokens) else ""
    if after == "on" or (before[-1:] == [":"] and before[0] in words.interviewing):
        return True
    if before[-1:] == ["with"] and not {*before[:-1]}.isdisjoint(words.interviewing):
        return True
    verbs = (i for i in range(last + 1, last + 25) if _is_verb(tokens, i, words.telling))
    return any(_subject_names(tokens, verb, name) for verb in verbs)


def _announces(tokens: Tokens, i: int) -> bool:
    """Whether a word of the head says that somebody answers below."""
    words = load_word_lists()
    return tokens.lower[i] in words.interviewing or _is_verb(tokens, i, words.answering)


def _subject_names(tokens: Tokens, verb: int, name: list[int]) -> bool:
    """Whether a verb's subject holds a name."""
    subjects = [c for c in tokens.children[verb] if tokens.relation[c] == "nsubj"]
    return any(set(name) <= set(tokens.subtree(subject)) for subject in subjects)


def _is_verb(tokens: Tokens, i: int, lemmas: frozenset[str]) -> bool:
    return i < len(tokens) and tokens.lemma[i] in lemmas and tokens.part[i] == "VERB" and tokens.quotation[i] < 0
