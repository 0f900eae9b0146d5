"""A finished draft in; the probability that its source, cue and content belong together out.

A logistic regression over how sure tagger and linker were, whether the rules agree, and what kind of attribution it is.
It is trained on documents that the tagger had not seen, so that its probabilities are calibrated (see the model card).
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from briefing.analysis.attribution.constructions.nesting import source_kind
from briefing.analysis.attribution.describe import CueDescription
from briefing.analysis.attribution.drafts import ContentIndex, Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.scoring import bucket
from briefing.analysis.attribution.tagging.linking import place_of

STEPS = (0.3, 0.5, 0.65, 0.75, 0.85, 0.92, 0.96, 0.98, 0.99)
"""Borders between the classes of a probability."""


def confidence_features(
    tokens: Tokens, draft: Draft, described: CueDescription, form: str, ruled: ContentIndex
) -> set[str]:
    """What speaks for an attribution being right, or against it."""
    agreement = _agreement(draft, ruled)
    origin = "nested" if draft.is_nested else "learned" if draft.rule == "learned" else draft.rule.split(":")[0]
    kind = source_kind(tokens, draft.source) if draft.source else "none"
    names = {
        f"origin {origin}",
        f"origin {origin} {form}",
        f"form {form}",
        f"class {described.cue_class}",
        f"class {described.cue_class} {form}",
        f"rules {agreement}",
        f"rules {agreement} {origin}",
        f"source {bool(draft.source)} {bool(draft.cue)}",
        f"source tag {tokens.tag[draft.source[-1]] if draft.source else 'none'}",
        f"content {bucket(len(draft.content))}",
        f"negated {described.negated}",
        f"inside {draft.parent is not None}",
        f"lemma {described.lemma}",
        f"frame {described.cue_class} {_frame(tokens, draft)}",
        f"source kind {kind}",
        f"source kind {kind} {described.cue_class}",
        f"source relation {_relation_of_source(tokens, draft)} {described.cue_class}",
        f"block {tokens.blocks[tokens.block[draft.content[0]]].kind} {form}",
        f"order {_order(draft)} {form}",
        f"begins {tokens.lower[draft.content[0]]}",
    }
    for name, value in draft.scores.items():
        names |= _reached(name, bisect_right(STEPS, value))
    return names


@lru_cache(maxsize=256)
def _reached(name: str, count: int) -> frozenset[str]:
    """The names of the first borders that a score reaches, and that it is known."""
    return frozenset({f"{name} known", *(f"{name} over {n}" for n in range(1, count + 1))})


def _frame(tokens: Tokens, draft: Draft) -> str:
    """How the content hangs on what governs it, and whether that is the cue."""
    top = place_of(tokens, draft.content).top
    return f"{tokens.relation[top]} {tokens.head[top] in draft.cue}"


def _relation_of_source(tokens: Tokens, draft: Draft) -> str:
    """How the source hangs on what governs it, and whether that is the cue."""
    if not draft.source:
        return "none"
    top = place_of(tokens, draft.source).top
    return f"{tokens.relation[top]} {tokens.head[top] in draft.cue}"


def _order(draft: Draft) -> str:
    """The order of source, cue and content."""
    parts = [(span[0], name) for span, name in ((draft.source, "S"), (draft.cue, "Q"), (draft.content, "C")) if span]
    return "".join(name for _, name in sorted(parts))


def _agreement(draft: Draft, ruled: ContentIndex) -> str:
    """all: a rule found the same source, cue and content; some: the same cue or content; none."""
    best = "none"
    content = set(draft.content)
    for other in ruled.touching(draft.content):
        shared = len(content.intersection(other.content)) * 2 >= len(content.union(other.content))
        same_cue = not set(draft.cue).isdisjoint(other.cue)
        same_source = draft.source == other.source or not set(draft.source).isdisjoint(other.source)
        if shared and same_cue and same_source:
            return "all"
        if shared or same_cue:
            best = "some"
    return best
