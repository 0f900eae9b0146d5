"""What the rules found in places that the tagger left free in; those of it that a regression believes out.

The tagger is trained to be right as often as it is wrong to speak, sentence by sentence; a frame of the lexicon that
the parse fulfils is evidence that it may have missed something. The regression weighs the cue, the source and how far
the tagger was from finding it. It is trained on documents that the tagger had not seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.nesting import source_kind, source_noun
from briefing.analysis.attribution.scoring import Regression, bucket, over
from briefing.analysis.attribution.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon

ACCEPTED = 0.35
"""Probability above which a draft of the rules is taken."""

Certainty = Mapping[str, Sequence[float]]
"""For "source", "cue" and "content" how probable it is for each token that it lies in one."""


def free_drafts(drafts: Iterable[Draft], ruled: Iterable[Draft]) -> list[Draft]:
    """What the rules found where no draft has its cue or content."""
    taken = {i for draft in drafts for i in (*draft.cue, *draft.content)}
    return [draft for draft in ruled if draft.content and taken.isdisjoint((*draft.cue, *draft.content))]


def rescue(
    tokens: Tokens, lexicon: CueLexicon, free: Iterable[Draft], certainty: Certainty, judge: Regression
) -> list[Draft]:
    """Those of the free drafts that the regression believes, and the deeds that take a side by their nature."""
    accepted = []
    for draft in free:
        probability = judge.probability(rescue_features(tokens, lexicon, draft, certainty))
        if probability > ACCEPTED or takes_a_side(tokens, lexicon, draft):
            draft.scores["rescued"] = probability
            accepted.append(draft)
    return accepted


def takes_a_side(tokens: Tokens, lexicon: CueLexicon, draft: Draft) -> bool:
    """Whether somebody does what always takes a side ("vetoed"), or does it to a law or a deal ("signed the bill")."""
    verb = next((i for i in draft.cue if tokens.part[i] == "VERB"), None)
    if verb is None or not draft.source or source_noun(tokens, lexicon, draft.source) in ("documents", "things"):
        return False
    if tokens.lemma[verb] in lexicon.plain_deeds:
        return True
    nouns = {tokens.lemma[i] for i in draft.content if tokens.head[i] == verb}
    return tokens.lemma[verb] in lexicon.deeds_to_measures and not nouns.isdisjoint(lexicon.measures)


def rescue_features(tokens: Tokens, lexicon: CueLexicon, draft: Draft, certainty: Certainty) -> set[str]:
    """What speaks for a draft of the rules being an attribution, or against it."""
    main = next((i for i in draft.cue if tokens.part[i] == "VERB"), draft.cue[0])
    words, _, frame = draft.rule.removeprefix("rule: ").partition(" with ")
    senses = [sense for sense in lexicon.of("verb", tokens.lemma[main]) if sense.words == words]
    cue_class = senses[0].cue_class if senses else "none"
    source = source_kind(tokens, draft.source) if draft.source else "none"
    noun = source_noun(tokens, lexicon, draft.source) if draft.source else "none"
    names = {
        f"class {cue_class}",
        f"class {cue_class} {frame}",
        f"class {cue_class} {noun}",
        f"frame {frame}",
        f"lemma {words}",
        f"source {source}",
        f"noun {noun}",
        f"noun {noun} {frame}",
        f"tag {tokens.tag[main]}",
        f"relation {tokens.relation[main]}",
        f"length {bucket(len(draft.content))}",
        f"modal {any(tokens.tag[i] == 'MD' for i in draft.cue)}",
        f"rule {draft.rule.split('(')[-1] if draft.rule.endswith(')') else 'verb'}",
    }
    for name, span in (("cue", draft.cue), ("content", draft.content), ("source", draft.source)):
        if span:
            column = certainty[name]
            names |= over(f"{name} probable", sum(column[i] for i in span) / len(span))
    return names
