"""Drafts in; the same out, with the alleged holder as the source: "the ministry is said to favour a ban".

The passive names nobody who says so, and the parse makes the subject part of what is said. Where the subject is
somebody who can hold a position, the reader wants to know it as that holder's, with the cue telling how sure it is. So
it is where "by" names them: "Ms Ruiz is said by aides to oppose the fee" is her view, and not theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.analysis.attribution.constructions.nesting import source_noun
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.subjects import agent_of, is_passive
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon

PARTS = frozenset({"one", "two", "three", "some", "several", "many", "most"})
HOLDERS = frozenset({"name", "capital", "bodies", "persons", "third"})
"""Kinds of subjects that can hold a position; a queue that is said to be long cannot."""


def name_alleged_by(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts, with "Ms Ruiz is said by aides to oppose it" given to her, and not to those who say it of her."""
    for draft in drafts:
        alleging = _alleging_verb(tokens, lexicon, draft)
        if alleging is None:
            continue
        subject = next((c for c in tokens.children[alleging] if tokens.relation[c] == "nsubjpass"), None)
        agent = agent_of(tokens, alleging)
        holder = tokens.phrase(subject) if subject is not None else []
        if holder and agent in draft.source and set(holder).isdisjoint((*draft.cue, *draft.content)):
            draft.source = holder
            draft.is_hearsay = draft.is_sure = True
    taken = {tokens.head[i] for draft in drafts if draft.is_hearsay for i in draft.cue}
    return [draft for draft in drafts if draft.is_hearsay or not _alleges(tokens, lexicon, draft, taken)]


def name_alleged_holders(tokens: Tokens, lexicon: CueLexicon, drafts: Iterable[Draft]) -> None:
    """Take the subject of a passive cue out of a content that begins with it, and make it the source."""
    for draft in drafts:
        if draft.source or not draft.cue or draft.content[0] > draft.cue[0]:
            continue
        holder = [i for i in draft.content if i < draft.cue[0]]
        told = [i for i in draft.content if i > draft.cue[-1]]
        view = _view(tokens, draft.cue, told)
        if not view or not _is_subject(tokens, holder, draft.cue) or not _holds(tokens, lexicon, view):
            continue
        is_named = any(tokens.part[i] == "PROPN" and tokens.head[i] not in holder for i in holder)
        if is_named or source_noun(tokens, lexicon, _whole(tokens, holder)) in HOLDERS:
            draft.source, draft.content = holder, told


def _view(tokens: Tokens, cue: list[int], told: list[int]) -> list[int]:
    """The alleged view with its verb, which may be part of the cue ("is said to favour"); empty if there is none."""
    if told and tokens.lower[told[0]] in ("to", "not"):
        return told
    to = next((i for i in cue if tokens.lower[i] == "to"), None)
    return [i for i in cue if i > to] + told if to is not None and told else []


def _holds(tokens: Tokens, lexicon: CueLexicon, view: list[int]) -> bool:
    """Whether what is said of somebody is a view or a deed that shows one, and no state or misdeed ("to be ill").

    "To be keen" and "to share the misgivings" are views, too: by the adjective, and by the noun.
    """
    verb = next((i for i in view if tokens.part[i] == "VERB"), None)
    if verb is not None and lexicon.of("verb", tokens.lemma[verb]):
        return True
    if verb is None:
        return any(lexicon.of("adjective", tokens.lemma[i]) for i in view if tokens.part[i] == "ADJ")
    objects = (c for c in tokens.children[verb] if tokens.relation[c] == "dobj")
    return tokens.lemma[verb] == "share" and any(lexicon.of("noun", tokens.lemma[c]) for c in objects)


def _whole(tokens: Tokens, holder: list[int]) -> list[int]:
    """The phrase after "of" in "one of her advisers", which tells what kind of holder it is; else the whole phrase."""
    of = next((i for i in holder if tokens.lower[i] == "of" and tokens.lower[tokens.head[i]] in PARTS), None)
    return [i for i in holder if i > of] if of is not None else holder


def _is_subject(tokens: Tokens, phrase: list[int], cue: list[int]) -> bool:
    """Whether a phrase is what a passive verb of the cue has as its subject."""
    heads = [i for i in phrase if tokens.relation[i] in ("nsubjpass", "nsubj") and tokens.head[i] not in phrase]
    verbs = {i for i in cue if tokens.tag[i] == "VBN"}
    return bool(heads and verbs) and all(tokens.quotation[i] < 0 for i in phrase)


def _alleging_verb(tokens: Tokens, lexicon: CueLexicon, draft: Draft) -> int | None:
    """The passive of "is said by aides" above the verb of a cue, or in a cue whose content is an infinitive."""
    verb = next((i for i in draft.cue if tokens.part[i] == "VERB"), None)
    if verb is None:
        return None
    if tokens.relation[verb] == "xcomp" and _is_alleged_by(tokens, lexicon, tokens.head[verb]):
        return tokens.head[verb]
    return verb if tokens.lower[draft.content[0]] == "to" and _is_alleged_by(tokens, lexicon, verb) else None


def _is_alleged_by(tokens: Tokens, lexicon: CueLexicon, verb: int) -> bool:
    return tokens.lemma[verb] in lexicon.alleging and is_passive(tokens, verb) and agent_of(tokens, verb) is not None


def _alleges(tokens: Tokens, lexicon: CueLexicon, draft: Draft, taken: set[int]) -> bool:
    """Whether a draft is only the passive above an alleged view."""
    return any(i in taken and _is_alleged_by(tokens, lexicon, i) for i in draft.cue)
