"""The step briefing_contradictions.

In: a parsed Doc with blocks. Out: `briefing_notes`, a sentence for each matter to which the article gives two figures
or two dates, with both places quoted from the text.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.contradictions.finding import find_contradictions
from briefing.analysis.entities.columns import columns_of
from briefing.analysis.layers import register_layers


@Language.factory(
    "briefing_contradictions",
    requires=["doc._.briefing_blocks"],
    assigns=["doc._.briefing_notes"],
)
def create_contradictions(nlp: Language, name: str) -> ContradictionsStep:
    """Create the step; it belongs after the parser."""
    register_layers()
    return ContradictionsStep()


class ContradictionsStep:
    """Notices what the article tells in two ways."""

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer to the Doc."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> tuple[str, ...]:
        """The notes, in the order of the text."""
        text = doc.text
        return tuple(
            f"The {found.kind} differ: “{_line(found.first.of(text))}” and “{_line(found.second.of(text))}”."
            for found in find_contradictions(columns_of(doc))
        )

    def set_annotations(self, doc: Doc, notes: tuple[str, ...]) -> None:
        """Write the layer."""
        doc._.briefing_notes = notes


def _line(words: str) -> str:
    """Words of the text in one line: a line break of the source becomes a space."""
    return " ".join(words.split())
