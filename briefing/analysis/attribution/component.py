"""The step briefing_attribution.

In: a parsed Doc with `briefing_blocks`. Out: `briefing_attributions`, every place where the text gives somebody's
words, view, demand or deed, with source, cue and content; who the holders are is left to briefing_stakeholders.

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("briefing_attribution")
    for attribution in nlp("Ana Ruiz ruled out a levy.")._.briefing_attributions:
        print(attribution.source, attribution.cue, attribution.content)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import BadZipFile

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.attribution.constructions.anonymity import drop_requests_for_anonymity
from briefing.analysis.attribution.constructions.hearsay import name_alleged_holders
from briefing.analysis.attribution.constructions.splitting import split_clauses
from briefing.analysis.attribution.constructions.trailing import is_inserted
from briefing.analysis.attribution.describe import CueDescription, describe_cue, form_of, hedges_of, is_deed
from briefing.analysis.attribution.drafts import ContentIndex, Draft
from briefing.analysis.attribution.extraction import extract
from briefing.analysis.attribution.factuality import read_act
from briefing.analysis.attribution.parsing.tokens import Tokens, read_tokens
from briefing.analysis.attribution.parsing.turns import ASKED, TURN
from briefing.analysis.attribution.tagging.confidence import confidence_features
from briefing.analysis.attribution.tagging.features import Describer
from briefing.analysis.attribution.tagging.learned import LearnedExtractor, Weights
from briefing.analysis.layers import Attribution, register_layers
from briefing.analysis.lexicon.cues import CueLexicon, load_cues
from briefing.analysis.one_thread import one_thread
from briefing.errors import ConfigurationError
from briefing.model import StatementForm

WEIGHTS = Path(__file__).parents[1] / "weights" / "attribution.npz"
"""The trained weights that come with the package."""
LEAST_CONFIDENCE = 0.2
"""Probability below which an attribution is left out: of those, four in five would be wrong."""


@Language.factory(
    "briefing_attribution",
    default_config={
        "weights": None,
        "rules_only": False,
        "caution": 0.0,
        "least_confidence": LEAST_CONFIDENCE,
        "split": False,
    },
    requires=["token.dep", "token.head", "token.lemma", "token.pos", "token.tag"],
    assigns=["doc._.briefing_attributions"],
)
def create_attribution(
    nlp: Language,
    name: str,
    weights: str | None,
    rules_only: bool,
    caution: float,
    least_confidence: float,
    split: bool,
) -> AttributionStep:
    """Create the step for a pipeline; it belongs after parser, attribute ruler, lemmatizer and entity recogniser.

    Args:
        nlp: the pipeline.
        name: of the step in the pipeline.
        weights: file with trained weights; None for those of the package.
        rules_only: leave the weights aside, as also happens where the file does not exist.
        caution: more of it, fewer and surer attributions (a logit; 0 is what training balanced).
        least_confidence: attributions below it are left out; only with trained weights, which calibrate it.
        split: make two of "said that A and that B", which may be about two matters; corpora of attributions mark one.

    Raises:
        ConfigurationError: the file exists but holds no weights of this version.
    """
    register_layers()
    lexicon = load_cues()
    path = WEIGHTS if weights is None else Path(weights)
    if rules_only or not path.exists():
        return AttributionStep(lexicon, None, split=split)
    try:
        trained = Weights.load(path)
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise ConfigurationError(f"{path}: no weights of the attribution step; make them with 'make model'") from error
    return AttributionStep(lexicon, LearnedExtractor(trained, Describer(lexicon), caution), least_confidence, split)


class AttributionStep:
    """Finds who said what: by rules alone, or by rules and a trained extractor together."""

    def __init__(
        self,
        lexicon: CueLexicon,
        learned: LearnedExtractor | None,
        least_confidence: float = LEAST_CONFIDENCE,
        split: bool = False,
    ) -> None:
        self.lexicon = lexicon
        self.learned = learned
        self.least_confidence = least_confidence
        self.split = split

    def __call__(self, doc: Doc) -> Doc:
        """Write the layer `briefing_attributions` on a parsed Doc."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    @one_thread()
    def predict(self, doc: Doc) -> tuple[Attribution, ...]:
        """The attributions of a parsed Doc, in the order of the text."""
        tokens = read_tokens(doc)
        persons = [actor for actor in doc._.briefing_actors if actor.kind == "person"]
        found = extract(tokens, self.lexicon, self.learned, persons)
        ruled = ContentIndex(found.ruled)
        drafts = drop_requests_for_anonymity(tokens, found.drafts, found.ruled, self.lexicon)
        drafts = split_clauses(tokens, drafts) if self.split else drafts
        readings = [self._read(tokens, draft, ruled) for draft in drafts]
        kept = [reading for reading in readings if self._is_kept(tokens, reading)]
        name_alleged_holders(tokens, self.lexicon, [reading.draft for reading in kept])
        ids = {id(reading.draft): f"a{number}" for number, reading in enumerate(kept, 1)}
        return tuple(self._finish(tokens, reading, ids) for reading in kept)

    def set_annotations(self, doc: Doc, attributions: tuple[Attribution, ...]) -> None:
        """Write the layer."""
        doc._.briefing_attributions = attributions

    def _is_kept(self, tokens: Tokens, reading: _Reading) -> bool:
        """Whether a reading is sure enough; on what is told of others' plans a later step decides, which knows them."""
        if self.learned is None or reading.confidence >= self.least_confidence:
            return True
        return reading.draft.is_sure or reading.draft.is_reported or is_inserted(tokens, reading.draft)

    def _read(self, tokens: Tokens, draft: Draft, ruled: ContentIndex) -> _Reading:
        cue = describe_cue(tokens, draft.cue, draft.content, self.lexicon)
        opening = [tokens.lower[i] for i in draft.source[:2]]
        if opening[:1] == ["neither"] or opening == ["not", "even"]:
            cue = replace(cue, negated=True)
        form = form_of(tokens, draft, cue.cue_class)
        if self.learned is None or draft.rule in (TURN, ASKED):
            return _Reading(draft, cue, form, draft.confidence)
        if draft.shares is not None:
            return replace(self._read(tokens, draft.shares, ruled), draft=draft)
        names = confidence_features(tokens, draft, cue, form, ruled)
        return _Reading(draft, cue, form, self.learned.weights.confidence.probability(names))

    def _finish(self, tokens: Tokens, reading: _Reading, ids: dict[int, str]) -> Attribution:
        draft, cue = reading.draft, reading.cue
        hedges = hedges_of(tokens, draft.cue, self.lexicon)
        cue_class = self.lexicon.classes.get(cue.cue_class) if cue.cue_class else None
        act = read_act(tokens, draft.cue, cue_class.factuality if cue_class else None, cue.negated, bool(hedges))
        is_action = reading.form == "indirect" and is_deed(tokens, draft, cue.cue_class, self.lexicon)
        return Attribution(
            id=ids[id(draft)],
            source=tokens.cover(draft.source) if draft.source else None,
            cue=tokens.cover(draft.cue) if draft.cue else None,
            content=tokens.spans(draft.content),
            form="action" if is_action else reading.form,
            cue_lemma=cue.lemma,
            cue_class=cue.cue_class,
            negated=cue.negated,
            hedges=hedges,
            factuality=act.factuality,
            circumstances=act.circumstances,
            within=_nearest_kept(draft.parent, ids),
            reported=draft.is_reported,
            asked=draft.rule == ASKED,
            hearsay=draft.is_hearsay,
            confidence=round(reading.confidence, 3),
            reasons=(f"found by {draft.rule}", *(f"cue: {name}" for name in act.circumstances)),
        )


@dataclass(frozen=True, slots=True)
class _Reading:
    """A draft with what its cue means, its form, and how likely it is to be right."""

    draft: Draft
    cue: CueDescription
    form: StatementForm
    confidence: float


def _nearest_kept(parent: Draft | None, ids: dict[int, str]) -> str | None:
    """The id of the nearest attribution around that was not left out."""
    while parent is not None and id(parent) not in ids:
        parent = parent.parent
    return ids[id(parent)] if parent is not None else None
