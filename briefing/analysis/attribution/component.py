"""The step briefing_attribution (placeholder)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import register_layers


@Language.factory("briefing_attribution")
def create_attribution(nlp: Language, name: str) -> AttributionStep:
    """Create the step for a pipeline."""
    register_layers()
    return AttributionStep()


class AttributionStep:
    """Placeholder."""

    def __call__(self, doc: Doc) -> Doc:
        return doc
