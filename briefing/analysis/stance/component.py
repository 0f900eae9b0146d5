"""The step briefing_stance.

In: attributions and the issue of each. Out: `briefing_judgements`, for each attribution its stance towards the issue as
the label words it, its status, the words of its condition, a probability, and the reasons.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import Attribution, Judgement, register_layers
from briefing.analysis.stance.classifier import StanceClassifier, load_classifier
from briefing.analysis.stance.judge import judge
from briefing.analysis.stance.lexicon import StanceLexicon, load_stance_lexicon
from briefing.analysis.stance.reading import Reader
from briefing.model import Issue


@Language.factory(
    "briefing_stance",
    requires=["doc._.briefing_attributions", "doc._.briefing_issues", "doc._.briefing_issue_of"],
    assigns=["doc._.briefing_judgements"],
)
def create_stance(nlp: Language, name: str) -> StanceStep:
    """Create the step; it belongs after briefing_issues."""
    register_layers()
    return StanceStep(load_stance_lexicon(), load_classifier())


class StanceStep:
    """Judges every attribution."""

    def __init__(self, lexicon: StanceLexicon, classifier: StanceClassifier) -> None:
        self._lexicon = lexicon
        self._classifier = classifier

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer to the Doc."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> dict[str, Judgement]:
        """The judgement of each attribution of the Doc."""
        reader = Reader(doc, self._lexicon)
        issues: dict[str, Issue] = {issue.id: issue for issue in doc._.briefing_issues}
        issue_of: dict[str, str] = doc._.briefing_issue_of or {}
        attributions: tuple[Attribution, ...] = doc._.briefing_attributions
        return {
            attribution.id: judge(
                doc, attribution, issues.get(issue_of.get(attribution.id, "")), reader, self._lexicon, self._classifier
            )
            for attribution in attributions
        }

    def set_annotations(self, doc: Doc, judgements: dict[str, Judgement]) -> None:
        """Write the layer."""
        doc._.briefing_judgements = judgements
