"""Drafts in; the same out, with the second clause of what was said: "said it would look again, but it would be late".

Indirect speech goes on over "and" and "but" without a second "that"; the tagger ends at the comma. A clause with
"would", "should" or "could" behind a verb of saying in the past is said as well, for the newspaper itself writes
"will"; it is a statement of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.halves import half_behind
from briefing.analysis.attribution.parsing.labels import FINITE, SUBJECTS
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import FORESEEING, CueLexicon

JOINING = frozenset({"and", "but"})
SHIFTED = frozenset({"would", "should", "could"})
"""Modals that stand for "will", "shall" and "can" in what is reported of the past."""
SHORTEST = 4
"""Words of a clause that says something alone."""
FARTHEST = 8
"""Tokens from "but" to the modal: the subject of the clause."""


def add_second_clauses(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts, and those of the clauses joined to what they say."""
    taken = {i for draft in drafts for i in (*draft.cue, *draft.content, *draft.source)}
    found = []
    for draft in drafts:
        clause = _clause(tokens, draft) if _is_told(tokens, draft, lexicon) else []
        if clause and taken.isdisjoint(clause):
            found.append(Draft(draft.source, draft.cue, clause, "rule: second clause", is_sure=True))
            taken.update(clause)
    return [*drafts, *found]


def _is_told(tokens: Tokens, draft: Draft, lexicon: CueLexicon) -> bool:
    """Whether a draft is indirect speech behind a verb of saying in the past."""
    if not draft.cue or not draft.source or draft.is_nested or draft.content[0] < draft.cue[-1]:
        return False
    if any(tokens.quotation[i] >= 0 for i in draft.content):
        return False
    if not any(tokens.tag[i] in FINITE for i in draft.content):
        return False
    verb = next((i for i in draft.cue if tokens.tag[i] == "VBD"), None)
    return verb is not None and lexicon.has_sense("verb", tokens.lemma[verb], FORESEEING)


def _clause(tokens: Tokens, draft: Draft) -> list[int]:
    """The clause behind ", but" right after the content, up to the end of the sentence; empty if none is reported."""
    comma = draft.content[-1] + 1
    last = tokens.sentences[tokens.sentence[draft.content[-1]]][1]
    if comma + 2 >= last or tokens.words[comma] != "," or tokens.lower[comma + 1] not in JOINING:
        return []
    clause = half_behind(tokens, comma + 1)
    if len(clause) < SHORTEST or any(tokens.quotation[i] >= 0 for i in clause):
        return []
    modal = next((i for i in clause if tokens.tag[i] in FINITE), None)
    if modal is None or modal - clause[0] > FARTHEST or tokens.lower[modal] not in SHIFTED:
        return []
    return clause if any(tokens.relation[i] in SUBJECTS | {"expl"} for i in clause if i < modal) else []
