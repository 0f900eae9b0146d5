"""The tokens of a content in; the pairs of a denied and an asserted part that it sets against each other out.

"*Not a ban* but a levy", "a levy, *not a ban*", "a levy *rather than a ban*", "*we do not want a vote*, we want a
code": what is denied and what is put in its place are two matters, and each is to be read by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from briefing.analysis.entities.columns import FINITE
from briefing.analysis.stance.words.tokens import SUBJECTS, VERBAL, Token

Shape = Literal["before", "behind", "clause", "spurned", "cue"]
"""Where the denied part stands: before a "but", behind what is asserted, in a clause of its own, or behind "than"; of
"cue" the denial stands in the cue."""

_BORDERS = frozenset({",", ";", ":", ".", "!", "?", "—", "–", "-", "(", ")"})
DENYING = frozenset({"not", "n't", "n’t"})
"""Words that deny what they stand before, or the verb that they hang on."""
_BEFORE_BEHIND = _BORDERS | {"and", "but"}
"""What stands before a "not" that denies another phrase than the one before ("a levy, *not* a ban")."""
_NO_CONTRAST = frozenset(
    {
        "all", "always", "as", "because", "even", "exactly", "if", "just", "least", "merely", "necessarily", "only",
        "quite", "simply", "so", "that", "until", "unless", "when", "where", "while", "yet",
    }
)  # fmt: skip
"""Words behind a "not" that add to what is said, or bound it ("*not only* a ban but a fine")."""
_SPURNING = frozenset({("rather", "than"), ("instead", "of")})
_NOUNS = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "PDT"})
_THINGS = frozenset({"NOUN", "PROPN", "VERB"})
"""Parts of speech of which a denied matter has one ("fair, *not harsh*" is about one matter)."""
_POINTING = frozenset({"it", "they", "them", "its", "their", "one", "this", "that", "these", "those"})
"""Words of an asserted part that may mean what is denied: then both are about one matter."""
_SPEAKING = frozenset({"i", "we", "they", "you", "he", "she"})
_IDENTIFYING = frozenset({"it", "this", "that", "these", "they"})
_ENDS = frozenset({".", "!", "?"})
_LONGEST = 20
"""How many words a denied phrase may have."""
_OPENING = 5
"""Among how many words at the start of a clause its subject stands."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A denied and an asserted part of a content, by the places of their tokens."""

    shape: Shape
    denied: frozenset[int]
    """With the word that denies it, if that is part of it."""
    asserted: frozenset[int]
    identified: frozenset[int] = frozenset()
    """Those of the denied part by which it only tells what something is not or is not about ("it is *not the dam*")."""


@dataclass(frozen=True, slots=True)
class _Clause:
    tokens: Sequence[Token]
    subject: Token
    verb: Token
    negated: bool


def contrasts(tokens: Sequence[Token], denied_by_cue: bool = False) -> Iterator[Contrast]:
    """All contrasts of a content, those of clauses first.

    Args:
        denied_by_cue: whether the cue denies what the content begins with ("did *not* call for | a ban but a levy").
    """
    words = {token.lower_ for token in tokens}
    denying = bool(words & DENYING)
    if denying:
        yield from _of_clauses(tokens)
    for n, token in enumerate(tokens):
        if denying and token.lower_ in DENYING and tokens[n + 1 : n + 2] and tokens[n + 1].lower_ not in _NO_CONTRAST:
            found = _before_but(tokens, n) or _behind(tokens, n)
            if found is not None and any(t.i in found.denied and t.pos_ in _THINGS for t in tokens):
                yield found
        elif n and tuple(t.lower_ for t in tokens[n : n + 2]) in _SPURNING:
            end = _end_of_phrase(tokens, n + 2)
            yield Contrast("spurned", _places(tokens[n:end]), _places(tokens[_start_of_phrase(tokens, n) : n]))
    if denied_by_cue and (found := _denied_by_cue(tokens)) is not None:
        yield found


def _denied_by_cue(tokens: Sequence[Token]) -> Contrast | None:
    """ "(Did not call for) a ban but for a levy"."""
    but = next((n for n, token in enumerate(tokens) if token.lower_ == "but"), 0)
    if not 0 < but < len(tokens) - 1:
        return None
    first, second = tokens[0], tokens[but + 1]
    repeated = second.tag_ == "IN" and first.i > 0 and first.doc[first.i - 1].lower_ == second.lower_
    if not repeated and not _are_alike(first, second):
        return None
    end = _end_of_phrase(tokens, but + 1)
    if end < len(tokens) and tokens[end].tag_ in FINITE:
        return None
    return Contrast("cue", _places(tokens[:but]), _places(tokens[but:end]))


def _before_but(tokens: Sequence[Token], place: int) -> Contrast | None:
    """ "Not a ban but a levy", "does not need a ban but a levy"."""
    but = next((n for n in range(place + 2, min(len(tokens), place + _LONGEST)) if tokens[n].lower_ == "but"), None)
    if but is None or but + 1 >= len(tokens):
        return None
    between, first = tokens[place + 1 : but], tokens[but + 1]
    if any(t.text in _BORDERS for t in between[:-1]) or any(t.tag_ in FINITE for t in between):
        return None
    start = next((n for n in range(place + 1, but) if _are_alike(tokens[n], first)), None)
    end = _end_of_phrase(tokens, but + 1)
    opens = place == 0 or tokens[place - 1].text in _BORDERS
    has_verb = end < len(tokens) and tokens[end].tag_ in FINITE
    if start is None or end == but + 1 or (has_verb and not opens) or _points(tokens[but + 1 : end]):
        return None
    denied = frozenset({tokens[place].i, *_places(tokens[start:but])})
    identifies = start == place + 1 and _identifies(tokens[place].head, tokens[start:but])
    return Contrast("before", denied, _places(tokens[but:end]), denied if identifies else frozenset())


def _behind(tokens: Sequence[Token], place: int) -> Contrast | None:
    """ "A levy, not a ban"."""
    if place == 0 or tokens[place].lower_ not in DENYING or tokens[place - 1].lower_ not in _BEFORE_BEHIND:
        return None
    end = _end_of_phrase(tokens, place + 1)
    first = tokens[place + 1]
    starts = first.tag_ in _NOUNS or first.dep_ == "prep" or first.tag_ in {"VB", "VBG", "TO"}
    is_enclosed = end + 1 < len(tokens) and tokens[end].text == ","  # "ministers, not judges, answer for it"
    if is_enclosed or (end < len(tokens) and tokens[end].tag_ in FINITE):
        return None
    start = _start_of_phrase(tokens, place - 1)
    if not starts or start == place - 1:
        return None
    return Contrast("behind", _places(tokens[place - 1 : end]), _places(tokens[start : place - 1]))


def _of_clauses(tokens: Sequence[Token]) -> Iterator[Contrast]:
    """ "We do not want a vote, we want a code"."""
    for first, second in pairwise(_clauses(tokens)):
        if first.negated == second.negated or not _are_parallel(first, second) or _is_loose(first, second):
            continue
        denied, asserted = (first, second) if first.negated else (second, first)
        points = second.subject.lower_ in _IDENTIFYING and first.subject.lower_ not in _IDENTIFYING
        about_subject = frozenset(t.i for t in first.subject.subtree) if points else frozenset()
        behind = [t for t in denied.tokens if t.i > denied.verb.i and t.lower_ not in DENYING]
        # What "it" means in the second clause is the subject of the first: that belongs to neither part alone.
        yield Contrast(
            "clause",
            _places(denied.tokens) - about_subject,
            _places(asserted.tokens) - about_subject,
            _places(behind) if _identifies(denied.verb, behind) else frozenset(),
        )


def _identifies(verb: Token, behind: Sequence[Token]) -> bool:
    """Whether "is not" denies what something is, and not what it is like ("is not *the* dam", "is not *a* success")."""
    return verb.lemma_ == "be" and bool(behind) and behind[0].lower_ not in {"a", "an"}


def _clauses(tokens: Sequence[Token]) -> list[_Clause]:
    """The main clauses of a content that stand one beside the other."""
    found: list[list[Token]] = [[]]
    for n, token in enumerate(tokens):
        border = token.text in _BORDERS or (token.lower_ in {"but", "and"} and token.dep_ == "cc")
        if border and _opening_subject(tokens[n + 1 : n + 1 + _OPENING]) is not None:
            found.append([])
        found[-1].append(token)
    clauses = []
    for part in found:
        subject = _opening_subject([t for t in part if t.text not in _BORDERS and t.dep_ != "cc"])
        if subject is not None:
            places = _places(part)
            negated = any(child.lower_ in DENYING and child.i in places for child in subject.head.children)
            clauses.append(_Clause(part, subject, subject.head, negated))
    return clauses


def _opening_subject(tokens: Sequence[Token]) -> Token | None:
    """The subject with which a main clause begins."""
    for token in tokens[:_OPENING]:
        if token.text in _BORDERS or token.dep_ in {"mark", "cc"} or token.tag_ in {"WDT", "WP", "WRB", "WP$"}:
            return None
        if token.dep_ in SUBJECTS:
            is_main = token.head.pos_ in VERBAL and token.head.dep_ not in {"relcl", "advcl", "acl"}
            return token if is_main and token.head.i > token.i else None
    return None


def _are_parallel(first: _Clause, second: _Clause) -> bool:
    """Whether the second of two clauses puts something else in the place of what the first says."""
    same = first.subject.lower_ == second.subject.lower_
    if first.verb.lemma_ == second.verb.lemma_ and (same or second.subject.lower_ in _IDENTIFYING):
        return True
    left_out = second.verb.pos_ == "AUX" and not any(
        t.i > second.verb.i and t.pos_ != "PUNCT" and t.lower_ not in DENYING for t in second.tokens
    )
    return left_out or (same and first.subject.lower_ in _SPEAKING)


def _is_loose(first: _Clause, second: _Clause) -> bool:
    """Whether the second of two clauses only goes on: behind an "and", as a sentence of its own, or about an "it" that
    the first has named."""
    opening, objects = second.tokens[0], [token for token in second.tokens if token.dep_ in {"dobj", "pobj"}]
    return opening.lower_ == "and" or opening.text in _ENDS or _points(objects)


def _are_alike(first: Token, second: Token) -> bool:
    """Whether two words may begin phrases of one kind."""
    if first.tag_ in _NOUNS:
        return second.tag_ in _NOUNS
    verbs = {"VB", "VBP"}  # the parser takes a bare infinitive behind "but" for a present
    return (first.tag_ == second.tag_ and (first.tag_ != "IN" or first.lower_ == second.lower_)) or (
        first.tag_ == "VB" and second.tag_ in verbs
    )


def _end_of_phrase(tokens: Sequence[Token], start: int) -> int:
    """Where the phrase that begins at a place ends: at a border or before a finite verb."""
    for n in range(start, len(tokens)):
        token = tokens[n]
        finite = token.tag_ in FINITE and not (n == start and token.tag_ == "VBP")
        if token.text in _BORDERS or finite or (n > start and token.lower_ == "but"):
            if token.text == "-" and token.tag_ == "HYPH":
                continue
            return n
    return len(tokens)


def _start_of_phrase(tokens: Sequence[Token], end: int) -> int:
    """Where the words before a place begin: behind the last border."""
    return next((n + 1 for n in range(end - 1, -1, -1) if tokens[n].text in _BORDERS - {"-"}), 0)


def _points(tokens: Sequence[Token]) -> bool:
    return any(token.lower_ in _POINTING and token.tag_ != "DT" for token in tokens)


def _places(tokens: Sequence[Token]) -> frozenset[int]:
    return frozenset(token.i for token in tokens)
