"""The step briefing_positions.

In: attributions with holders, issues and judgements. Out: `briefing_positions`, one for each holder and issue on which
the text gives a current statement of the holder.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.assemble import statements_of
from briefing.analysis.layers import register_layers
from briefing.analysis.positions.combine import positions_from
from briefing.model import Position


@Language.factory(
    "briefing_positions",
    requires=["doc._.briefing_attributions", "doc._.briefing_issue_of", "doc._.briefing_judgements"],
    assigns=["doc._.briefing_positions"],
)
def create_positions(nlp: Language, name: str) -> PositionsStep:
    """Create the step; it belongs after briefing_stance."""
    register_layers()
    return PositionsStep()


class PositionsStep:
    """Adds statements up to positions."""

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer to the Doc."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> tuple[Position, ...]:
        """The positions that follow from the statements of the Doc; actors that are not listed have none."""
        listed = {actor.id for actor in doc._.briefing_actors if actor.is_stakeholder}
        return positions_from(s for s in statements_of(doc) if s.stakeholder in listed)

    def set_annotations(self, doc: Doc, positions: tuple[Position, ...]) -> None:
        """Write the layer."""
        doc._.briefing_positions = positions
