"""The step briefing_stakeholders (placeholder)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import register_layers


@Language.factory("briefing_stakeholders")
def create_stakeholders(nlp: Language, name: str) -> StakeholdersStep:
    """Create the step for a pipeline."""
    register_layers()
    return StakeholdersStep()


class StakeholdersStep:
    """Placeholder."""

    def __call__(self, doc: Doc) -> Doc:
        return doc
