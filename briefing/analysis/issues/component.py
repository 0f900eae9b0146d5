"""The step briefing_issues (placeholder)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import register_layers


@Language.factory("briefing_issues")
def create_issues(nlp: Language, name: str) -> IssuesStep:
    """Create the step for a pipeline."""
    register_layers()
    return IssuesStep()


class IssuesStep:
    """Placeholder."""

    def __call__(self, doc: Doc) -> Doc:
        return doc
