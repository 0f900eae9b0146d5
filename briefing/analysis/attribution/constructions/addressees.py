"""Drafts in; the same out without the words of whoever is told something, or of whoever tells it, in their contents.

In "tells BBC News the demands are absurd" the broadcaster is told, and in "told me it would rain, and I was glad" the
writer was glad.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import FINITE, SUBJECTS
from briefing.analysis.attribution.parsing.tokens import Tokens

OPENING = frozenset({"DT", "PRP", "PRP$", "EX"})
"""Tags of what begins a clause behind the name of whoever is told it."""
LONGEST_NAME = 5
WRITERS = frozenset({"i", "we"})
JOINING = frozenset({"and", "but", "so"})


def leave_addressees(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those whose source is only told something, the others cut to what their sources say."""
    kept = [draft for draft in drafts if not _is_told_something(tokens, draft)]
    for draft in kept:
        if not draft.cue or draft.content[0] < draft.cue[-1] or any(tokens.quotation[i] >= 0 for i in draft.cue):
            continue
        _leave_name_of_addressee(tokens, draft)
        if not any(tokens.quotation[i] >= 0 for i in draft.content):
            _end_before(tokens, draft, _clause_of_writer(tokens, draft))
    return kept


def _name_behind_tell(tokens: Tokens, first: int) -> int:
    """How many tokens of a name stand between "tell" and a clause without a comma, from a token on; 0 if none do."""
    if first == 0 or tokens.lemma[first - 1] != "tell" or tokens.part[first - 1] != "VERB":
        return 0
    last = first
    while last < len(tokens) and tokens.part[last] == "PROPN" and tokens.quotation[last] < 0:
        last += 1
    is_clause = last < len(tokens) and tokens.tag[last] in OPENING and tokens.quotation[last] < 0
    return last - first if is_clause and last - first <= LONGEST_NAME else 0


def _is_told_something(tokens: Tokens, draft: Draft) -> bool:
    """Whether a source begins with the name of whoever is told something ("told *BBC News the union's* demands")."""
    if not draft.source or len(draft.source) <= (size := _name_behind_tell(tokens, draft.source[0])):
        return False
    return size > 0 and draft.source[-1] < draft.cue[0] if draft.cue else False


def _leave_name_of_addressee(tokens: Tokens, draft: Draft) -> None:
    """Begin a content behind the name of whoever is told it."""
    if draft.content[0] != draft.cue[-1] + 1:
        return
    size = _name_behind_tell(tokens, draft.content[0])
    behind = draft.content[size:]
    if size and any(tokens.tag[i] in FINITE for i in behind):
        draft.content = behind


def _clause_of_writer(tokens: Tokens, draft: Draft) -> int | None:
    """The comma behind which the writer goes on about herself, in her own tense: ", and I was furious"."""
    is_quoted = tokens.words[draft.content[0] - 1] == ":"  # behind a colon "I" is whoever speaks there
    if is_quoted or any(tokens.lower[i] in WRITERS for i in draft.source):
        return None
    for comma, joining, writer in zip(draft.content, draft.content[1:], draft.content[2:], strict=False):
        if tokens.words[comma] != "," or tokens.lower[joining] not in JOINING or tokens.lower[writer] not in WRITERS:
            continue
        verb = tokens.head[writer]
        helpers = [tokens.tag[c] for c in tokens.children[verb] if tokens.relation[c] in ("aux", "auxpass")]
        if tokens.relation[writer] in SUBJECTS and "MD" not in [tokens.tag[verb], *helpers]:
            return comma
    return None


def _end_before(tokens: Tokens, draft: Draft, place: int | None) -> None:
    """Cut a content at a token, and the marks before it; left whole where no word would stay."""
    if place is None:
        return
    kept = [i for i in draft.content if i < place]
    while kept and not tokens.is_word(kept[-1]):
        kept.pop()
    if kept:
        draft.content = kept
