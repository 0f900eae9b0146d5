"""What people near to somebody tell of her in; her view out, as hearsay: "aides to Ms Ruiz said she wants a vote".

Aides, friends, people close to her or familiar with her thinking tell what she wants or fears; their "she" is nobody
else. So it is where a passive names them: "Ms Ruiz is said by aides to oppose the fee".
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.constructions.nesting import propose_nested
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.subjects import agent_of, is_passive
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon

NEAR = {"close": {"to"}, "near": {"to"}, "familiar": {"with"}, "briefed": {"on", "about", "by"}}
"""Words with a preposition behind them by which people know what somebody thinks."""
FRIENDS = frozenset({"aide", "adviser", "advisor", "ally", "friend", "confidant", "confidante", "associate", "insider"})
"""Those who know it by what they are to her."""
PERSONAL = frozenset({"he", "she"})
VIEWS = frozenset({"support", "opposition", "refusal", "demand", "wish", "worry", "criticism"})
"""Classes of cues that tell a view."""
ALLEGING = frozenset({"say", "believe", "think", "understand", "know", "report"})


def find_confided(tokens: Tokens, lexicon: CueLexicon, drafts: Sequence[Draft]) -> list[Draft]:
    """The views that people near to somebody tell of her; those already among the drafts are marked as hearsay."""
    known = {i: draft for draft in drafts for i in draft.cue}
    found = []
    for parent in drafts:
        if parent.is_nested or not parent.cue or not is_near(tokens, parent.source):
            continue
        for draft in propose_nested(tokens, lexicon, parent):
            verb = draft.cue[0]
            other = next((known[i] for i in draft.cue if i in known), None)
            is_personal = len(draft.source) == 1 and tokens.lower[draft.source[0]] in PERSONAL
            if not is_personal or tokens.quotation[verb] >= 0:
                continue
            if other is not None and other is not parent:
                other.is_hearsay = True
            elif other is None and _tells_view(tokens, lexicon, draft) and _is_main(tokens, draft, parent):
                draft.is_hearsay = draft.is_sure = True
                found.append(draft)
    return found


def name_alleged_by(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with "Ms Ruiz is said by aides to oppose it" given to her, and not to those who say it of her."""
    for draft in drafts:
        alleging = _alleging_verb(tokens, draft)
        if alleging is None:
            continue
        subject = next((c for c in tokens.children[alleging] if tokens.relation[c] == "nsubjpass"), None)
        agent = agent_of(tokens, alleging)
        holder = tokens.phrase(subject) if subject is not None else []
        if holder and agent in draft.source and set(holder).isdisjoint((*draft.cue, *draft.content)):
            draft.source = holder
            draft.is_hearsay = draft.is_sure = True
    taken = {tokens.head[i] for draft in drafts if draft.is_hearsay for i in draft.cue}
    return [draft for draft in drafts if draft.is_hearsay or not _alleges(tokens, draft, taken)]


def is_near(tokens: Tokens, source: Sequence[int]) -> bool:
    """Whether a source tells by what it knows of somebody: "people close to", "a friend of"."""
    inside = set(source)
    for i in source:
        if tokens.lower[i] in NEAR and i + 1 in inside and tokens.lower[i + 1] in NEAR[tokens.lower[i]]:
            return True
    head = next((i for i in source if tokens.head[i] not in inside), None)
    return head is not None and tokens.lemma[head] in FRIENDS


def _tells_view(tokens: Tokens, lexicon: CueLexicon, draft: Draft) -> bool:
    lemmas = [tokens.lemma[i] for i in draft.cue]
    return any(lexicon.has_sense("verb", one, VIEWS) or lexicon.has_sense("adjective", one, VIEWS) for one in lemmas)


def _is_main(tokens: Tokens, draft: Draft, parent: Draft) -> bool:
    """Whether a cue is the main verb of what is told, and not of a clause inside it."""
    inside = set(draft.cue)
    verb = next((i for i in draft.cue if tokens.head[i] not in inside), draft.cue[0])
    return tokens.head[verb] in parent.cue or tokens.head[verb] not in parent.content


def _alleging_verb(tokens: Tokens, draft: Draft) -> int | None:
    """The passive of "is said by aides" above the verb of a cue, or in a cue whose content is an infinitive."""
    verb = next((i for i in draft.cue if tokens.part[i] == "VERB"), None)
    if verb is None:
        return None
    if tokens.relation[verb] == "xcomp" and _is_alleged_by(tokens, tokens.head[verb]):
        return tokens.head[verb]
    return verb if tokens.lower[draft.content[0]] == "to" and _is_alleged_by(tokens, verb) else None


def _is_alleged_by(tokens: Tokens, verb: int) -> bool:
    return tokens.lemma[verb] in ALLEGING and is_passive(tokens, verb) and agent_of(tokens, verb) is not None


def _alleges(tokens: Tokens, draft: Draft, taken: set[int]) -> bool:
    """Whether a draft is only the passive above an alleged view."""
    return any(i in taken and _is_alleged_by(tokens, i) for i in draft.cue)
