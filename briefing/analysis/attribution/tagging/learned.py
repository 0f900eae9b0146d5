"""Parsed tokens in; drafts of attributions out, by rules, tagger, joining and linking together.

`Weights` holds everything that training produces; without it the rules are all there is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from briefing.analysis.attribution.drafts import ContentIndex, Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.scoring import Regression
from briefing.analysis.attribution.tagging.endings import settle_ends
from briefing.analysis.attribution.tagging.features import Describer
from briefing.analysis.attribution.tagging.joining import join_by_cue, join_contents
from briefing.analysis.attribution.tagging.linking import Linker
from briefing.analysis.attribution.tagging.rescuing import Certainty
from briefing.analysis.attribution.tagging.tagger import Tagger
from briefing.analysis.attribution.tagging.tags import read_fragments

Array = np.ndarray[Any, Any]

REGRESSIONS = ("joining", "cue", "source", "nested", "ends", "rescued", "confidence")


@dataclass(frozen=True, slots=True)
class Weights:
    """What training produces: the tagger and the regressions."""

    tagger: Tagger
    joining: Regression
    cue: Regression
    source: Regression
    nested: Regression
    ends: Regression
    rescued: Regression
    confidence: Regression

    def save(self, path: Path) -> None:
        """Write one compressed npz; equal weights give equal bytes."""
        arrays = self.tagger.to_arrays()
        for name in REGRESSIONS:
            arrays |= getattr(self, name).to_arrays(name)
        with path.open("wb") as file:
            np.savez_compressed(file, **arrays)  # type: ignore[arg-type]

    @classmethod
    def load(cls, path: Path) -> Weights:
        """Read what `save` wrote; raises OSError, ValueError or KeyError if the file is missing or damaged."""
        with np.load(path) as file:
            return cls.from_arrays({name: file[name] for name in file.files})

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array]) -> Weights:
        """The weights from the arrays of a file."""
        return cls(
            Tagger.from_arrays(arrays),
            *(Regression.from_arrays(arrays, name) for name in REGRESSIONS),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """What the tagger and the linker made of a document."""

    drafts: list[Draft]
    certainty: Certainty
    """How probable the tagger holds it that a token lies in a source, a cue, a content."""


class LearnedExtractor:
    """Applies the weights to documents."""

    def __init__(self, weights: Weights, describer: Describer, caution: float = 0.0) -> None:
        self.weights = weights
        self.describer = describer
        self.caution = caution
        self.linker = Linker(weights.cue, weights.source)

    def find(self, tokens: Tokens, ruled: Sequence[Draft]) -> Found:
        """The attributions of a document, given what the rules found in it."""
        features = self.describer.describe(tokens, ruled)
        tagging = self.weights.tagger.tag(features, sequences_of(tokens), self.caution)
        fragments = read_fragments(tokens, tagging.tags)
        contents = join_contents(tokens, fragments, self.weights.joining)
        contents = [content for content in contents if any(tokens.is_word(i) for i in content)]
        linked = self.linker.link(tokens, fragments.sources, fragments.cues, contents, ruled)
        drafts = join_by_cue(tokens, linked)
        certainty = tagging.certainty()
        settle_ends(tokens, self.describer.lexicon, drafts, ContentIndex(ruled), certainty, self.weights.ends)
        for draft in drafts:
            for name, span in (("content", draft.content), ("cue", draft.cue), ("source", draft.source)):
                if span:
                    column = certainty[name]
                    draft.scores[name] = sum(column[i] for i in span) / len(span)
        return Found(drafts, certainty)


def sequences_of(tokens: Tokens) -> list[list[int]]:
    """The tokens of each block, white space left out: what the tagger reads as one sequence."""
    sequences = [tokens.stretch(first, last) for first, last in tokens.block_ranges]
    return [sequence for sequence in sequences if sequence]
