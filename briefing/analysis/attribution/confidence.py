"""A finished draft in; the probability that its source, cue and content belong together out.

A logistic regression over how sure tagger and linker were, whether the rules agree, and what kind of attribution it is.
It is trained on documents that the tagger had not seen, so that its probabilities are calibrated (see the model card).
"""

from __future__ import annotations

from briefing.analysis.attribution.describe import CueDescription
from briefing.analysis.attribution.drafts import ContentIndex, Draft
from briefing.analysis.attribution.scoring import bucket
from briefing.analysis.attribution.tokens import Tokens

STEPS = (0.3, 0.5, 0.65, 0.75, 0.85, 0.92, 0.96, 0.98, 0.99)
"""Borders between the classes of a probability."""


def confidence_features(
    tokens: Tokens, draft: Draft, described: CueDescription, form: str, ruled: ContentIndex
) -> set[str]:
    """What speaks for an attribution being right, or against it."""
    agreement = _agreement(draft, ruled)
    origin = "nested" if draft.is_nested else "learned" if draft.rule == "learned" else draft.rule.split(":")[0]
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
    }
    for name, value in draft.scores.items():
        step = sum(value >= border for border in STEPS)
        names.update(f"{name} over {n}" for n in range(1, step + 1))
        names.add(f"{name} known")
    return names


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
