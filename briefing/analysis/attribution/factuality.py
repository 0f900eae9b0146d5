"""A cue in its sentence in; how far the writer vouches for the act itself out.

The class of a cue says what it does to its content ("promised": intended). Whether anybody did it at all is a matter of
the sentence: "did not promise", "might promise", "if she promised", "will she promise?", "will promise" (compare the
factors of Saurí and Pustejovsky, "FactBank", 2009: negation, modality, and the predicates above).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.layers import Circumstance
from briefing.analysis.lexicon.cues import Factuality

POSSIBLE = frozenset({"may", "might", "could", "would"})
COMING = frozenset({"will", "'ll", "’ll", "shall", "wo"})
"""Auxiliaries of the future; "wo" is what the tokeniser leaves of "won't"."""
CONDITIONS = frozenset({"if", "unless", "should", "provided"})
GOVERNORS = 3
"""Verbs above the cue up to which a condition is looked for ("if the council says that it rejects …")."""

DENIED: Mapping[Factuality, Factuality] = {
    "reported": "denied", "asserted": "denied", "desired": "denied", "intended": "denied", "done": "denied",
    "predicted": "denied", "feared": "denied", "denied": "reported",
}  # fmt: skip
"""What becomes of a factuality under a negation; what is known or asked stays so."""


@dataclass(frozen=True, slots=True)
class ActReading:
    """Whether and under which circumstances somebody said or did what the cue says."""

    factuality: Factuality | None
    """That of the cue's class, turned where the sentence turns it; None where the lexicon does not know the cue."""
    circumstances: tuple[Circumstance, ...]


def read_act(
    tokens: Tokens, cue: Sequence[int], of_class: Factuality | None, is_negated: bool, is_hedged: bool
) -> ActReading:
    """Read the act of a cue.

    Args:
        tokens: of the document.
        cue: its tokens; may be empty.
        of_class: factuality of the cue's class.
        is_negated: whether the cue is negated.
        is_hedged: whether a hedge stands beside it ("reportedly").
    """
    if not cue:
        return ActReading(of_class, ())
    helpers = _helpers(tokens, cue)
    checks: tuple[tuple[Circumstance, bool], ...] = (
        ("negated", is_negated),
        ("hedged", is_hedged or not helpers.isdisjoint(POSSIBLE)),
        ("question", _is_question(tokens, cue)),
        ("conditional", _is_conditional(tokens, cue)),
        ("future", not helpers.isdisjoint(COMING)),
    )
    circumstances = tuple(name for name, holds in checks if holds)
    return ActReading(_turned(of_class, circumstances), circumstances)


def _turned(of_class: Factuality | None, circumstances: Sequence[Circumstance]) -> Factuality | None:
    if of_class is None:
        return None
    if "question" in circumstances:
        return "asked"
    if "negated" in circumstances:
        return DENIED.get(of_class, of_class)
    if of_class == "done" and "future" in circumstances:
        return "intended"
    if of_class == "done" and ("conditional" in circumstances or "hedged" in circumstances):
        return "predicted"
    return of_class


def _helpers(tokens: Tokens, cue: Sequence[int]) -> set[str]:
    """The auxiliaries of the cue's verbs."""
    verbs = [i for i in cue if tokens.part[i] in ("VERB", "AUX")]
    return {
        tokens.lower[i]
        for verb in verbs
        for i in (verb, *tokens.children[verb])
        if tokens.relation[i] in ("aux", "ROOT")
    }


def _is_question(tokens: Tokens, cue: Sequence[int]) -> bool:
    """Whether the sentence of the cue ends with a question mark that stands, as the cue does, outside quotations."""
    if tokens.quotation[cue[0]] >= 0:
        return False
    first, last = tokens.sentences[tokens.sentence[cue[0]]]
    marks = [i for i in range(max(first, cue[-1]), last) if tokens.words[i] in ".!?"]
    return bool(marks) and tokens.words[marks[-1]] == "?" and tokens.quotation[marks[-1]] < 0


def _is_conditional(tokens: Tokens, cue: Sequence[int]) -> bool:
    """Whether the cue stands in a condition, or a condition hangs on it."""
    inside = set(cue)
    verb = next((i for i in cue if tokens.head[i] not in inside or tokens.head[i] == i), cue[0])
    if any(tokens.relation[c] == "advcl" and _opens_condition(tokens, c) for c in tokens.children[verb]):
        return True
    for _ in range(GOVERNORS):
        if _opens_condition(tokens, verb):
            return True
        if tokens.head[verb] == verb:
            break
        verb = tokens.head[verb]
    return False


def _opens_condition(tokens: Tokens, verb: int) -> bool:
    return any(
        c < verb
        and tokens.lower[c] in CONDITIONS
        and tokens.relation[c] in ("mark", "advmod", "aux", "prep")
        and (tokens.lower[c] != "should" or c == tokens.sentences[tokens.sentence[c]][0])
        for c in tokens.children[verb]
    )
