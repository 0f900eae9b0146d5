"""The step briefing_stance (placeholder)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import register_layers


@Language.factory("briefing_stance")
def create_stance(nlp: Language, name: str) -> StanceStep:
    """Create the step for a pipeline."""
    register_layers()
    return StanceStep()


class StanceStep:
    """Placeholder."""

    def __call__(self, doc: Doc) -> Doc:
        return doc
