"""Drafts of the tagger in; the same with their contents ending where the parse and the words say so.

Where somebody's words stop and the sentence goes on ("objects to any seat for life, since …") is what the tagger errs
in most: it decides token by token. Here whole ends are compared. A logistic regression looks at every place after the
cue at which a phrase ends: how sure the tagger was of what lies between there and its own end, what comes next, and on
what the next phrase hangs. It is trained on documents that the tagger had not seen.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.describe import describe_cue
from briefing.analysis.attribution.drafts import ContentIndex, Draft
from briefing.analysis.attribution.parsing.labels import FINITE
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.scoring import Regression, bucket, over
from briefing.analysis.attribution.tagging.rescuing import Certainty
from briefing.analysis.lexicon.cues import CueLexicon

BREAKS = frozenset({",", ";", ":", "—", "–", "-", "--", "(", "and", "but", "or", ".", "!", "?"})
"""Words and marks before which a content may end."""
OPENING_RELATIONS = frozenset({"prep", "mark", "agent", "advmod"})
OPENING_TAGS = frozenset({"WDT", "WP", "WRB", "IN", "TO", "VBG", "VBN"})
CLOSING = frozenset(')"”’%')
SURE = 0.99
"""Probability from which the tagger is taken at its word."""
CLIMB = 12
"""Governors of the next phrase that are climbed at most."""


def settle_ends(
    tokens: Tokens,
    lexicon: CueLexicon,
    drafts: Sequence[Draft],
    ruled: ContentIndex,
    certainty: Certainty,
    judge: Regression,
) -> None:
    """Move the end of each content to the place that the regression prefers."""
    if not judge.weights:
        return
    for draft, ends in open_ends(tokens, drafts, certainty):
        names = end_features(tokens, lexicon, draft, ends, ruled_ends(draft, ruled), certainty)
        logits = [judge.logit(features) for features in names]
        best, current = max(range(len(ends)), key=logits.__getitem__), ends.index(draft.content[-1])
        if logits[best] > logits[current]:
            draft.content = with_end(tokens, draft.content, ends[best])


def open_ends(tokens: Tokens, drafts: Sequence[Draft], certainty: Certainty) -> list[tuple[Draft, list[int]]]:
    """The drafts whose content could end elsewhere, too, each with all its possible ends.

    Where the tagger is all but sure of the last token and of the next one, nothing is looked at.
    """
    taken = {i for draft in drafts for i in (*draft.source, *draft.cue, *draft.content)}
    unsure = (draft for draft in drafts if not _is_sure(tokens, draft.content[-1], certainty["content"]))
    pairs = ((draft, possible_ends(tokens, draft, taken)) for draft in unsure)
    return [(draft, ends) for draft, ends in pairs if len(ends) > 1]


def _is_sure(tokens: Tokens, end: int, certainty: Sequence[float]) -> bool:
    after = _next(tokens, end, min(end + 3, len(tokens)))
    return certainty[end] >= SURE and (after is None or certainty[after] <= 1 - SURE)


def possible_ends(tokens: Tokens, draft: Draft, taken: set[int]) -> list[int]:
    """Last tokens that the content may have: its own, and those before a break, up to the end of the sentence.

    None where the content stands before its cue, or ends in a quotation, whose mark ends it.

    Args:
        tokens: of the document.
        draft: whose content it is.
        taken: tokens of all drafts; a content does not grow into what another one has.
    """
    end = draft.content[-1]
    if not draft.cue or end < draft.cue[-1] or tokens.quotation[end] >= 0:
        return []
    last = min(tokens.sentences[tokens.sentence[end]][1], tokens.block_ranges[tokens.block[end]][1])
    ends = []
    for i in range(_first_of_last_piece(tokens, draft.content), last):
        if i == end:
            ends.append(i)
        elif i > end and i in taken:
            break
        elif _may_end(tokens, i, _next(tokens, i, last)):
            ends.append(i)
    return ends


def with_end(tokens: Tokens, content: Sequence[int], end: int) -> list[int]:
    """The content up to another last token."""
    grown = tokens.stretch(content[-1] + 1, end + 1)
    return [*(i for i in content if i <= end), *grown]


def ruled_ends(draft: Draft, ruled: ContentIndex) -> set[int]:
    """Where the contents end that the rules found in the same place."""
    return {other.content[-1] for other in ruled.touching(draft.content)}


def end_features(
    tokens: Tokens, lexicon: CueLexicon, draft: Draft, ends: Sequence[int], by_rule: set[int], certainty: Certainty
) -> list[set[str]]:
    """For each possible end what speaks for it, or against it."""
    cue_class = describe_cue(tokens, draft.cue, draft.content, lexicon).cue_class
    return [
        _moved(tokens, draft, end, cue_class, certainty["content"])
        | _what_follows(tokens, draft, end, cue_class, certainty["content"])
        | _what_is_kept(tokens, draft, end, end in by_rule)
        for end in ends
    ]


def _moved(tokens: Tokens, draft: Draft, end: int, cue_class: str | None, certainty: Sequence[float]) -> set[str]:
    """What is cut off or added, and how sure the tagger was of it."""
    side = _side(draft, end)
    names = {f"side {side}", f"side {side} class {cue_class}", *over("last", certainty[end])}
    low, high = sorted((end, draft.content[-1]))
    moved = tokens.stretch(low + 1, high + 1)
    if moved:
        first = " ".join(tokens.lower[i] for i in moved[: 2 if tokens.words[moved[0]] == "," else 1])
        names |= over(f"{side} moved", sum(certainty[i] for i in moved) / len(moved))
        names.add(f"{side} length {bucket(len(moved))}")
        names.add(f"{side} verb {any(tokens.tag[i] in FINITE for i in moved)}")
        names.add(f"{side} begins {first}")
    return names


def _what_follows(
    tokens: Tokens, draft: Draft, end: int, cue_class: str | None, certainty: Sequence[float]
) -> set[str]:
    """The phrase after the end: its first words, and what it hangs on."""
    last = tokens.sentences[tokens.sentence[end]][1]
    after = _next(tokens, end, last)
    if after is None:
        return {"end of sentence"}
    names = {f"after {tokens.lower[after]}", f"after tag {tokens.tag[after]}", *over("after", certainty[after])}
    first = after
    if not tokens.is_word(after):
        first = _next(tokens, after, last) or after
        names |= {f"after mark {tokens.lower[first]}", f"after mark tag {tokens.tag[first]}"}
    phrase = first
    for _ in range(CLIMB):
        if tokens.head[phrase] <= end or tokens.head[phrase] == phrase:
            break
        phrase = tokens.head[phrase]
    head, relation, side = tokens.head[phrase], tokens.relation[phrase], _side(draft, end)
    where = _place(draft, head, end) if head != phrase else "root"
    names |= {
        f"hangs on {where}",
        f"hangs on {where} {relation}",
        f"hangs on {where} {relation} {side}",
        f"hangs on {where} {relation} class {cue_class}",
        f"hangs on {where} {relation} comma {tokens.words[after] == ','}",
        f"hangs on {where} part {tokens.part[phrase]}",
    }
    if where == "content":
        names.add(f"hangs on {tokens.relation[head]} {relation}")
    return names


def _what_is_kept(tokens: Tokens, draft: Draft, end: int, by_rule: bool) -> set[str]:
    """The content that remains."""
    kept = [i for i in draft.content if i <= end]
    inside, side = set(kept), _side(draft, end)
    top = next((i for i in kept if tokens.head[i] not in inside or tokens.head[i] == i), kept[0])
    after = _next(tokens, end, tokens.sentences[tokens.sentence[end]][1])
    return {
        f"kept {bucket(len(kept))}",
        f"rule {by_rule}",
        f"rule {by_rule} {side}",
        f"top {tokens.relation[top]} {side}",
        f"top {tokens.relation[top]} {tokens.lower[after] if after is not None else 'end'}",
    }


def _side(draft: Draft, end: int) -> str:
    """< for an end before the tagger's, > for one after it, = for its own."""
    current = draft.content[-1]
    return "<" if end < current else ">" if end > current else "="


def _place(draft: Draft, head: int, end: int) -> str:
    """Where the governor of the next phrase stands."""
    if head in draft.cue:
        return "cue"
    if head < draft.content[0]:
        return "before"
    return "content" if head <= end else "after"


def _may_end(tokens: Tokens, i: int, after: int | None) -> bool:
    """Whether a phrase ends with a token: before a mark, a conjunction, a preposition, a clause, or the full stop."""
    if tokens.space[i] or tokens.quotation[i] >= 0 or not (tokens.is_word(i) or tokens.words[i] in CLOSING):
        return False
    return (
        after is None
        or tokens.lower[after] in BREAKS
        or tokens.relation[after] in OPENING_RELATIONS
        or tokens.tag[after] in OPENING_TAGS
    )


def _next(tokens: Tokens, i: int, last: int) -> int | None:
    """The next token before `last` that is no white space."""
    return next((k for k in range(i + 1, last) if not tokens.space[k]), None)


def _first_of_last_piece(tokens: Tokens, content: Sequence[int]) -> int:
    """The first token of the last unbroken run."""
    first = len(content) - 1
    while first and tokens.block[content[first - 1]] == tokens.block[content[first]]:
        if not all(tokens.space[k] for k in range(content[first - 1] + 1, content[first])):
            break
        first -= 1
    return content[first]
