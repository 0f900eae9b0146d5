"""The step briefing_coreference (placeholder)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import register_layers


@Language.factory("briefing_coreference")
def create_coreference(nlp: Language, name: str) -> CoreferenceStep:
    """Create the step for a pipeline."""
    register_layers()
    return CoreferenceStep()


class CoreferenceStep:
    """Placeholder."""

    def __call__(self, doc: Doc) -> Doc:
        return doc
