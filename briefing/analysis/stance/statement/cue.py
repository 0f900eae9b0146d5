"""An attribution with the tokens of its cue in; the words of the cue, its tense and its case out.

The words are those that bear on the attitude: the cue from the start of the phrase that it heads, with the particle
behind its object; or what governs a content whose cue is not known.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.layers import Attribution
from briefing.analysis.stance.words.passages import YEAR
from briefing.analysis.stance.words.tokens import TYING, VERBAL, Token
from briefing.model import Span

_LEAD = 24
"""How far from the start of a content its cue may stand, in characters: "has repeatedly", "did not formally"."""
PAST_TAGS = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"has", "have", "is", "are", "'ve", "’ve"})
_DATING = frozenset({"prep", "npadvmod", "advmod"})
"""What a year is to the verb that it dates."""
_BESIDE = frozenset({"advcl", "relcl"})
"""Clauses that the verb above them says nothing of ("*while welcoming the levy*, it warned")."""
_UP_TO_THE_VERB = 3
"""How many words above a content are looked through for the verb that governs it."""
_SMALL = frozenset(
    {"aux", "neg", "prt", "prep", "acomp", "xcomp", "advmod", "auxpass", "attr", "dobj", "agent"}
)  # fmt: skip
"""Dependents of a governing word that may tell its attitude."""
_PREDICTING = frozenset(
    {"due", "expected", "forecast", "likely", "poised", "predicted", "scheduled", "set", "tipped", "unlikely"}
)
"""What says of somebody that he will do what stands behind its "to"."""
_SUPPOSING = frozenset({"if", "unless", "whether"})


def without_cue(attribution: Attribution) -> tuple[tuple[Span, ...], Span | None]:
    """The content without the cue where both are one phrase ("rejects the toll"), and the cue from the phrase's start.

    Without this the cue would turn the direction of the content a second time. The second value is None where the cue
    stands outside the content, at its end ("the toll *is opposed by*"), or is all of it. A piece of the content that is
    nothing but the cue is left out.
    """
    cue = attribution.cue
    if cue is None:
        return attribution.content, None
    for number, span in enumerate(attribution.content):
        if span.start <= cue.start < span.end and cue.end < span.end and cue.start - span.start < _LEAD:
            rest = (Span(cue.end, span.end), *attribution.content[number + 1 :])
            return (*attribution.content[:number], *rest), Span(span.start, cue.end)
        if span.start < cue.start < span.end <= cue.end:
            passive = Span(span.start, cue.start)
            return (*attribution.content[:number], passive, *attribution.content[number + 1 :]), None
        if span == cue and len(attribution.content) > 1:
            return (*attribution.content[:number], *attribution.content[number + 1 :]), cue
    return attribution.content, None


def particles_behind(cue: Sequence[Token]) -> list[str]:
    """The particles of the verbs of a cue that stand behind the object ("ruled that *out*")."""
    return [child.text for token in cue for child in token.children if child.dep_ == "prt" and child.i > cue[-1].i]


def governing_words(content: Sequence[Token]) -> str:
    """The words that govern a content whose cue is not known: up to the first verb, with its small dependents."""
    inside = {token.i for token in content}
    governing = _governing(content, inside)
    small = (
        child
        for token in governing.values()
        for child in token.children
        if child.dep_ in _SMALL and child.i not in inside and child.pos_ != "PROPN"
    )
    words = {**governing, **{child.i: child for child in small}}
    before = content[0].doc[content[0].i - 1] if content and content[0].i else None
    if before is not None and before.lower_ in TYING and governing and before.head.i in {*governing, *inside}:
        words[before.i] = before
    return " ".join(words[i].text for i in sorted(words))


def _governing(content: Sequence[Token], inside: set[int]) -> dict[int, Token]:
    """The words above a content in its own sentences, each up to the first verb, by their place."""
    sentences = {token.sent[0].i for token in content}
    found: dict[int, Token] = {}
    for token in content:
        if token.head.i in inside:
            continue
        while token.dep_ == "conj":
            token = token.head
        head = token.head
        if token.dep_ in _BESIDE or head == token:
            continue
        for _ in range(_UP_TO_THE_VERB):
            if head.i in inside or head.sent[0].i not in sentences:
                break
            found[head.i] = head
            if head.pos_ in VERBAL or head.head == head:
                break
            head = head.head
    return found


def tense_of(cue: Sequence[Token]) -> str:
    """Tags of the verbs of a cue and of its negation ("MD RB VB")."""
    return " ".join(token.tag_ for token in cue if token.tag_[:1] in {"V", "M"} or token.dep_ == "neg")


def past_year(cue: Sequence[Token], latest: int) -> str:
    """The year that dates the finite past verb of a cue, if it is before the latest year of the text."""
    verb = next((token for token in cue if token.pos_ in VERBAL), None)
    if not latest or verb is None or not PAST_TAGS & {t.tag_ for t in cue} or _PRESENT & {t.lower_ for t in cue}:
        return ""
    for year in verb.sent:
        if year.text.isdigit() and YEAR.fullmatch(year.text) and int(year.text) < latest:
            token = year
            while token.head.head != token.head and token.head != verb:
                token = token.head
            if token.head == verb and token.dep_ in _DATING:
                return year.text
    return ""


def main_verb(cue: Sequence[Token]) -> Token | None:
    """The first verb of a cue that helps no other one; None in a cue without a verb."""
    return next((token for token in cue if token.pos_ in VERBAL and token.dep_ not in {"aux", "auxpass"}), None)


def supposed_by(cue: Sequence[Token]) -> str:
    """The "if" or "unless" that opens the clause of a cue, so that it tells a mere case."""
    verb = main_verb(cue)
    marks = (c for c in verb.children if c.dep_ == "mark" and c.lower_ in _SUPPOSING) if verb is not None else ()
    return next((mark.text for mark in marks), "")


def predicted_by(cue: Sequence[Token]) -> str:
    """The word outside a cue that makes its verb a prediction ("is *set* to | oppose"); empty where there is none."""
    verb = main_verb(cue)
    is_told = verb is not None and verb.dep_ == "xcomp" and any(child.tag_ == "TO" for child in verb.children)
    return verb.head.text if verb is not None and is_told and verb.head.lower_ in _PREDICTING else ""
