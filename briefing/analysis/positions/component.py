"""The step briefing_positions (placeholder)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import register_layers


@Language.factory("briefing_positions")
def create_positions(nlp: Language, name: str) -> PositionsStep:
    """Create the step for a pipeline."""
    register_layers()
    return PositionsStep()


class PositionsStep:
    """Placeholder."""

    def __call__(self, doc: Doc) -> Doc:
        return doc
