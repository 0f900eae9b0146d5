"""Articles in which only statements on issues are marked in; the same with what trained weights surely find out.

Without this the tagger would learn that what is not marked is no attribution. Completed this way, the articles teach
the boundaries and sources of what is marked, and say no more about the rest than the weights knew before.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.analysis.attribution.drafts import ContentIndex, Draft
from briefing.analysis.attribution.extraction import extract
from briefing.analysis.attribution.features import Describer
from briefing.analysis.attribution.learned import LearnedExtractor, Weights
from briefing.analysis.training.attribution_model import Example, certainty_of, without_cue

SURE = 0.6
"""Confidence from which a found attribution counts as one that the annotators left out."""


def completed(example: Example, describer: Describer, weights: Weights) -> Example:
    """Add what the weights surely find and what touches nothing that is marked."""
    tokens, lexicon = example.tokens, describer.lexicon
    found = extract(tokens, lexicon, LearnedExtractor(weights, describer))
    ruled = ContentIndex(found.ruled)
    marked = {token for draft in example.gold for token in (*draft.cue, *draft.content)}

    def is_missing(draft: Draft) -> bool:
        if not marked.isdisjoint((*draft.cue, *draft.content)):
            return False
        return weights.confidence.probability(certainty_of(tokens, draft, ruled, lexicon)) >= SURE

    return replace(example, gold=[*example.gold, *(without_cue(draft) for draft in found.drafts if is_missing(draft))])
