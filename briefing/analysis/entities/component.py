"""The step briefing_entities (placeholder)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import register_layers


@Language.factory("briefing_entities")
def create_entities(nlp: Language, name: str) -> EntitiesStep:
    """Create the step for a pipeline."""
    register_layers()
    return EntitiesStep()


class EntitiesStep:
    """Placeholder."""

    def __call__(self, doc: Doc) -> Doc:
        return doc
