"""The step briefing_stance.

In: attributions and the issue of each. Out: `briefing_judgements`, for each attribution its stance towards the issue as
the label words it, its status, the words of its condition, a probability, and the reasons.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import Attribution, Judgement, register_layers
from briefing.analysis.one_thread import one_thread
from briefing.analysis.stance.disagreement import doubtful_sides
from briefing.analysis.stance.judge import Look, judge, look
from briefing.analysis.stance.learned.classifier import StanceClassifier, load_classifier
from briefing.analysis.stance.siblings import Place, draw_together
from briefing.analysis.stance.statement.reader import Reader
from briefing.analysis.stance.status import StatusClassifier, load_status_classifier
from briefing.analysis.stance.words.lexicon import StanceLexicon, load_stance_lexicon
from briefing.model import Issue, Status


@Language.factory(
    "briefing_stance",
    requires=["doc._.briefing_attributions", "doc._.briefing_issues", "doc._.briefing_issue_of"],
    assigns=["doc._.briefing_judgements"],
)
def create_stance(nlp: Language, name: str) -> StanceStep:
    """Create the step; it belongs after briefing_issues."""
    register_layers()
    return StanceStep(load_stance_lexicon(), load_classifier(), load_status_classifier())


def place_of(
    attribution: Attribution, issue: str, affiliations: Mapping[str, str], status: Status, anchored: bool = True
) -> Place:
    """The cells of the table that a statement on an issue belongs to; a position that is not held today has none."""
    holders = attribution.holders if status == "current" else ()
    return Place(
        own=frozenset((holder, issue) for holder in holders),
        allied=frozenset((affiliations.get(holder, holder), issue) for holder in holders),
        anchored=anchored,
    )


class StanceStep:
    """Judges every attribution."""

    def __init__(
        self, lexicon: StanceLexicon, classifier: StanceClassifier, status_classifier: StatusClassifier
    ) -> None:
        self._lexicon = lexicon
        self._classifier = classifier
        self._status_classifier = status_classifier

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer to the Doc."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    @one_thread()
    def predict(self, doc: Doc) -> dict[str, Judgement]:
        """The judgement of each attribution of the Doc."""
        reader = Reader(doc, self._lexicon)
        seen = self._look(doc, reader)
        with_issue = {name: one for name, one in seen.items() if one.probabilities}
        places = _places(doc, with_issue)
        drawn = dict(
            zip(with_issue, draw_together(places, [one.probabilities for one in with_issue.values()]), strict=True)
        )
        judgements = {
            name: judge(one, drawn.get(name, {}), reader.passages, self._classifier) for name, one in seen.items()
        }
        sides = {name: judgements[name] for name in with_issue}
        for name in _doubtful(places, sides):
            judgements[name] = _left_open(sides[name], drawn[name]["unclear"])
        return judgements

    def _look(self, doc: Doc, reader: Reader) -> dict[str, Look]:
        """What the words of each attribution alone say, by its id."""
        issues: dict[str, Issue] = {issue.id: issue for issue in doc._.briefing_issues}
        issue_of: dict[str, str] = doc._.briefing_issue_of or {}
        attributions: tuple[Attribution, ...] = doc._.briefing_attributions
        return {
            one.id: look(
                one,
                issues.get(issue_of.get(one.id, "")),
                reader,
                self._lexicon,
                self._classifier,
                self._status_classifier,
            )
            for one in attributions
        }

    def set_annotations(self, doc: Doc, judgements: dict[str, Judgement]) -> None:
        """Write the layer."""
        doc._.briefing_judgements = judgements


def _places(doc: Doc, seen: Mapping[str, Look]) -> list[Place]:
    """The cells of the table that each statement on an issue belongs to."""
    affiliations = {actor.id: actor.affiliation or actor.id for actor in doc._.briefing_actors}
    issue_of: dict[str, str] = doc._.briefing_issue_of or {}
    return [
        place_of(
            one.attribution,
            issue_of[name],
            affiliations,
            one.status,
            anchored=one.decision is not None or one.reading.is_anchored,
        )
        for name, one in seen.items()
    ]


def _doubtful(places: Sequence[Place], judgements: Mapping[str, Judgement]) -> list[str]:
    """The ids of the statements whose side gives way to the opposite side of the same holder."""
    stances = [one.stance for one in judgements.values()]
    numbers = doubtful_sides(places, stances, [one.confidence for one in judgements.values()])
    return [name for number, name in enumerate(judgements) if number in numbers]


def _left_open(judgement: Judgement, confidence: float) -> Judgement:
    """A judgement without its side, and why."""
    reason = "the same holder speaks more surely for the other side of this issue, so no side is named"
    return replace(judgement, stance="unclear", confidence=confidence, why="", reasons=(*judgement.reasons, reason))
