"""The step briefing_attribution.

In: a parsed Doc with `briefing_blocks`. Out: `briefing_attributions`, every place where the text gives somebody's
words, view, demand or deed, with source, cue and content; who the holders are is left to briefing_stakeholders.

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("briefing_attribution")
    for attribution in nlp("Ana Ruiz ruled out a levy.")._.briefing_attributions:
        print(attribution.source, attribution.cue, attribution.content)
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.attribution.describe import describe_cue, form_of, hedges_of
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.rules import find_by_rules
from briefing.analysis.attribution.tokens import Tokens, read_tokens
from briefing.analysis.layers import Attribution, register_layers
from briefing.analysis.lexicon.cues import CueLexicon, load_cues


@Language.factory(
    "briefing_attribution",
    requires=["token.dep", "token.head", "token.lemma", "token.pos", "token.tag"],
    assigns=["doc._.briefing_attributions"],
)
def create_attribution(nlp: Language, name: str) -> AttributionStep:
    """Create the step for a pipeline; it belongs after parser, attribute ruler, lemmatizer and entity recogniser."""
    register_layers()
    return AttributionStep(load_cues())


class AttributionStep:
    """Finds who said what."""

    def __init__(self, lexicon: CueLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Write the layer `briefing_attributions` on a parsed Doc."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> tuple[Attribution, ...]:
        """The attributions of a parsed Doc, in the order of the text."""
        tokens = read_tokens(doc)
        drafts = find_by_rules(tokens, self.lexicon)
        drafts.sort(key=lambda draft: (draft.content[0], draft.content[-1], draft.cue))
        ids = {id(draft): f"a{number}" for number, draft in enumerate(drafts, 1)}
        return tuple(self._finish(tokens, draft, ids) for draft in drafts)

    def set_annotations(self, doc: Doc, attributions: tuple[Attribution, ...]) -> None:
        """Write the layer."""
        doc._.briefing_attributions = attributions

    def _finish(self, tokens: Tokens, draft: Draft, ids: dict[int, str]) -> Attribution:
        cue = describe_cue(tokens, draft.cue, self.lexicon)
        return Attribution(
            id=ids[id(draft)],
            source=tokens.cover(draft.source) if draft.source else None,
            cue=tokens.cover(draft.cue) if draft.cue else None,
            content=tokens.spans(draft.content),
            form=form_of(tokens, draft, cue.cue_class),
            cue_lemma=cue.lemma,
            cue_class=cue.cue_class,
            negated=cue.negated,
            hedges=hedges_of(tokens, draft.cue, self.lexicon),
            within=ids[id(draft.parent)] if draft.parent is not None else None,
            confidence=draft.confidence,
            reasons=(f"found by {draft.rule}",),
        )
