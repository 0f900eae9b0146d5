"""What the rules found, and what may be implied, where the tagger found nothing in; what a regression believes out.

The tagger is trained to be right as often as it is wrong to speak, sentence by sentence; a frame of the lexicon that
the parse fulfils is evidence that it may have missed something. The regression weighs the cue, the source and how far
the tagger was from finding it. It is trained on documents that the tagger had not seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefing.analysis.attribution.acts import is_done
from briefing.analysis.attribution.constructions.nesting import source_kind, source_noun
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.implied import find_implied, is_implied
from briefing.analysis.attribution.parsing.inverted import INVERTED
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.scoring import Regression, bucket, over
from briefing.analysis.lexicon.cues import SAYING_OR_ASKING, CueLexicon
from briefing.analysis.lexicon.words import load_word_lists

CONDITIONS = frozenset({"if", "unless", "provided", "providing", "once", "only"})
OBJECTS = frozenset({"dobj", "attr", "acomp"})
PARTICLES = frozenset({"prep", "advmod", "prt", "mark"})
TOWARDS = frozenset({"against", "for"})
SURE_FRAMES = frozenset({"clause", "object-as"})
DONE = frozenset({"act", "deed", "bare"})
PATIENTS = frozenset({"dobj", "ccomp", "xcomp"})
"""Relations of what a deed is done to."""
ACCEPTED, ACCEPTED_IMPLIED, ACCEPTED_DEED = 0.35, 0.6, 0.22
"""Probability above which a draft of the rules is taken, above which one that is only implied is, and above which one
that tells what somebody did to something is: of those, three in four are right."""

Certainty = Mapping[str, Sequence[float]]
"""For "source", "cue" and "content" how probable it is for each token that it lies in one."""


def free_drafts(drafts: Iterable[Draft], ruled: Iterable[Draft]) -> list[Draft]:
    """What the rules found where no draft has its cue or content."""
    taken = _taken(drafts)
    return [draft for draft in ruled if draft.content and taken.isdisjoint((*draft.cue, *draft.content))]


def rescuable(tokens: Tokens, lexicon: CueLexicon, drafts: Sequence[Draft], ruled: Iterable[Draft]) -> list[Draft]:
    """What the rules found, and what may be an implied position, where no draft has its cue or content."""
    return [*free_drafts(drafts, ruled), *find_implied(tokens, lexicon, _taken(drafts))]


def _taken(drafts: Iterable[Draft]) -> set[int]:
    return {i for draft in drafts for i in (*draft.cue, *draft.content)}


def rescue(
    tokens: Tokens, lexicon: CueLexicon, free: Iterable[Draft], certainty: Certainty, judge: Regression
) -> list[Draft]:
    """Those of the free drafts that the regression believes, and what is sure: "X, warns the union", or "vetoed".

    Of two that share a word the sure one is taken, else the more probable one.
    """
    topics = topics_of(tokens)
    for draft in (free := list(free)):
        draft.is_sure = takes_a_side(tokens, lexicon, draft)
        draft.scores["rescued"] = judge.probability(rescue_features(tokens, lexicon, draft, certainty, topics))
    accepted: list[Draft] = []
    taken: set[int] = set()
    for draft in sorted(free, key=lambda d: (not d.is_sure, -d.scores["rescued"])):
        is_inverted = draft.words_and_frame[1] == INVERTED
        is_beyond_doubt = draft.is_sure or is_inverted or _is_told(tokens, lexicon, draft)
        believed = is_beyond_doubt or draft.scores["rescued"] > enough_for(tokens, lexicon, draft)
        if believed and taken.isdisjoint((*draft.cue, *draft.content)):
            accepted.append(draft)
            taken.update(draft.cue, draft.content)
    return accepted


def _is_told(tokens: Tokens, lexicon: CueLexicon, draft: Draft) -> bool:
    """Whether somebody says a clause, or calls something something."""
    words, frame = draft.words_and_frame
    if frame not in SURE_FRAMES or not draft.source:
        return False
    if source_noun(tokens, lexicon, draft.source) in ("documents", "things"):
        return False
    verb = _main_verb(tokens, draft)
    senses = lexicon.of("verb", tokens.lemma[verb])
    return any(sense.words == words and sense.cue_class in SAYING_OR_ASKING for sense in senses)


def enough_for(tokens: Tokens, lexicon: CueLexicon, draft: Draft) -> float:
    """The probability above which a draft is taken: less for what somebody did than for what he would do or is."""
    frame = draft.words_and_frame[1]
    if not is_implied(draft):
        return ACCEPTED
    verb = _main_verb(tokens, draft)
    is_told = frame in DONE and is_done(tokens, verb)
    is_mere = frame == "deed" and not _has_patient(tokens, verb, draft)
    is_mere = is_mere or (frame != "act" and _is_thing(tokens, lexicon, draft.source))
    return ACCEPTED_DEED if is_told and not is_mere else ACCEPTED_IMPLIED


def _has_patient(tokens: Tokens, verb: int, draft: Draft) -> bool:
    """Whether a deed is done to something ("closed the port", "paid for it"), and not to a mere occasion."""
    below = [i for i in draft.content if tokens.head[i] == verb]
    patients = [i for i in below if tokens.relation[i] in PATIENTS]
    if patients:
        return not load_word_lists().occasions.issuperset(tokens.lemma[i] for i in patients)
    return any(tokens.relation[i] == "prep" and tokens.lower[i] == "for" for i in below)


def _is_thing(tokens: Tokens, lexicon: CueLexicon, source: list[int]) -> bool:
    """Whether a source is a document, or a thing that has no name; "two" and "two of them" are none."""
    kind = source_noun(tokens, lexicon, source)
    inside = set(source)
    head = next((i for i in source if tokens.head[i] not in inside), source[-1])
    return kind == "documents" or (kind == "things" and tokens.part[head] not in ("PROPN", "NUM"))


def takes_a_side(tokens: Tokens, lexicon: CueLexicon, draft: Draft) -> bool:
    """Whether somebody does what always takes a side ("vetoed"), or does it to a law or a deal ("signed the bill")."""
    verb = next((i for i in draft.cue if tokens.part[i] == "VERB"), None)
    if verb is None or not draft.source:
        return False
    if draft.words_and_frame[1] == "act":
        return not _is_thing(tokens, lexicon, draft.source)
    if source_noun(tokens, lexicon, draft.source) in ("documents", "things"):
        return False
    if tokens.lemma[verb] in lexicon.plain_deeds:
        return True
    if draft.rule.endswith("(passive)"):
        classes = {sense.cue_class for sense in lexicon.of("verb", tokens.lemma[verb]) if not sense.particles}
        return bool(classes & {"support", "opposition"})
    objects = [i for i in draft.content if tokens.head[i] == verb and tokens.relation[i] in OBJECTS]
    if any(_is_directed_against(tokens, i) for i in objects):
        return True
    if tokens.lemma[verb] not in lexicon.deeds_to_measures:
        return False
    nouns = {tokens.lemma[i] for i in draft.content if tokens.head[i] == verb}
    return not nouns.isdisjoint(lexicon.measures) or _is_authorship(tokens, verb, draft)


def _is_directed_against(tokens: Tokens, i: int) -> bool:
    """Whether something is got up against something: "signatures against the scheme", "a petition for the line"."""
    below = (*tokens.children[i], *tokens.children[tokens.head[i]])
    return tokens.lemma[i] in load_word_lists().rallies and any(c > i and tokens.lower[c] in TOWARDS for c in below)


def _is_authorship(tokens: Tokens, verb: int, draft: Draft) -> bool:
    """Whether a clause says of somebody that the measure, called "it", is hers: "Ana Ruiz, who drafted it"."""
    is_clause = tokens.relation[verb] == "relcl" and tokens.lemma[verb] in load_word_lists().authoring
    return is_clause and any(tokens.lower[i] == "it" and tokens.head[i] == verb for i in draft.content)


def topics_of(tokens: Tokens) -> Mapping[str, int]:
    """How often each noun occurs in the document: what it turns on is what positions are about."""
    return Counter(lemma for lemma, part in zip(tokens.lemma, tokens.part, strict=True) if part in ("NOUN", "PROPN"))


def rescue_features(
    tokens: Tokens, lexicon: CueLexicon, draft: Draft, certainty: Certainty, topics: Mapping[str, int]
) -> set[str]:
    """What speaks for a draft of the rules being an attribution, or against it."""
    main = _main_verb(tokens, draft)
    words, frame = draft.words_and_frame
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
    names |= _about(tokens, lexicon, draft, main, topics, frame)
    for name, span in (("cue", draft.cue), ("content", draft.content), ("source", draft.source)):
        if span:
            column = certainty[name]
            names |= over(f"{name} probable", sum(column[i] for i in span) / len(span))
    return names


def _main_verb(tokens: Tokens, draft: Draft) -> int:
    """The first full verb of the cue; behind a modal the last one, since there the cue ends with it."""
    cue = draft.cue[::-1] if " with modal" in draft.rule else draft.cue
    return next((i for i in cue if tokens.part[i] == "VERB"), cue[0])


def _about(
    tokens: Tokens, lexicon: CueLexicon, draft: Draft, main: int, topics: Mapping[str, int], kind: str
) -> set[str]:
    """What the content is about: the document's own nouns, a measure, a condition; and what the source is a name of."""
    frame = kind.split()[0] if kind else "none"
    heads = [i for i in draft.content if tokens.head[i] == main]
    often = max((topics.get(tokens.lemma[i], 0) for i in draft.content), default=0)
    object_often = max((topics.get(tokens.lemma[i], 0) for i in heads), default=0)
    entity = next((tokens.entity[i] for i in draft.source if tokens.entity[i]), "none")
    names = {
        f"topic {bucket(often)}",
        f"topic {bucket(often)} {frame}",
        f"object topic {bucket(object_often)} {frame}",
        f"measure {any(tokens.lemma[i] in lexicon.measures for i in heads)} {frame}",
        f"condition {any(tokens.lower[i] in CONDITIONS for i in draft.content)} {frame}",
        f"entity {entity} {frame}",
        f"kind {kind}",
        f"tag {tokens.tag[main]} {frame}",
        f"relation {tokens.relation[main]} {frame}",
        f"pronoun {any(tokens.part[i] == 'PRON' for i in heads)} {frame}",
        f"content is cue {draft.content == draft.cue}",
    }
    for i in heads:
        if tokens.relation[i] in OBJECTS:
            names.add(f"object {tokens.lemma[i]} {frame}")
        elif tokens.relation[i] in PARTICLES:
            names.add(f"hangs {tokens.relation[i]} {tokens.lower[i]} {frame}")
    return names
