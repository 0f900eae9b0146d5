"""Fragments of contents in; whole contents out: which pieces belong to the same statement.

A logistic regression looks at two neighbouring pieces and what stands between them; the tagger's own opinion ("the same
content goes on") counts as well. Two pieces that have a cue each ("“…,” Ana Ruiz said. “…,” he added.") are never one
statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.scoring import Regression, bucket
from briefing.analysis.attribution.tagging.tags import Fragments

LONG_QUOTATION = 5
"""Words from which a quotation is what somebody said, and an unquoted scrap beside it no part of that."""
REACH = 60
"""Tokens between two pieces of one content."""
BONUS = 1.0
"""Weight (a logit) of the tagger's opinion."""


def join_contents(tokens: Tokens, fragments: Fragments, regression: Regression) -> list[list[int]]:
    """The contents, pieces of one statement joined."""
    contents: list[list[int]] = []
    neighbours = _Neighbours(tokens, fragments)
    cues_so_far: set[int] = set()
    last: list[int] | None = None
    for piece, continued in zip(fragments.contents, fragments.continued, strict=True):
        joined = False
        own_cues = neighbours.cues(piece)
        if last is not None and piece[0] - last[-1] < REACH and not _have_a_cue_each(cues_so_far, own_cues):
            names = join_features(tokens, last, piece, fragments.sources, fragments.cues)
            joined = regression.logit(names) + (BONUS if continued else -BONUS) > 0
        if joined:
            contents[-1] = contents[-1] + piece
            cues_so_far |= own_cues
        else:
            contents.append(list(piece))
            cues_so_far = own_cues
        last = piece
    return contents


def _have_a_cue_each(some: set[int], others: set[int]) -> bool:
    """Whether two different cues can be found for two pieces."""
    return bool(some and others) and len(some | others) > 1


class _Neighbours:
    """Which cues stand right beside a piece of a content, with nothing but a source and punctuation in between."""

    def __init__(self, tokens: Tokens, fragments: Fragments) -> None:
        self.tokens = tokens
        self.cue_at = {i: number for number, cue in enumerate(fragments.cues) for i in cue}
        self.source = {i for source in fragments.sources for i in source}

    def cues(self, piece: list[int]) -> set[int]:
        """The numbers of the cues before and after a piece."""
        first, last = self.tokens.block_ranges[self.tokens.block[piece[0]]]
        found = (self._first(range(piece[0] - 1, first - 1, -1)), self._first(range(piece[-1] + 1, last)))
        return {number for number in found if number is not None}

    def _first(self, way: Iterable[int]) -> int | None:
        for i in way:
            if i in self.cue_at:
                return self.cue_at[i]
            if i not in self.source and self.tokens.is_word(i):
                return None
        return None


def join_by_cue(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of one cue made one: "the palace is expected to decide", "which he called “a farce”".

    What they have in the sentence of the cue is one content; a quotation that was left open goes on in the next
    paragraph. What stands in a paragraph before the cue, while the cue has a content of its own, is left to nobody.
    """
    by_cue: dict[tuple[int, ...], list[Draft]] = {}
    for draft in drafts:
        by_cue.setdefault(tuple(draft.cue), []).append(draft)
    result: list[Draft] = []
    for group in by_cue.values():
        result += [group[0]] if len(group) == 1 or not group[0].cue else _joined(tokens, group)
    order = {id(draft): number for number, draft in enumerate(drafts)}
    return sorted(result, key=lambda draft: order[id(draft)])


def _joined(tokens: Tokens, group: Sequence[Draft]) -> list[Draft]:
    cue = group[0].cue
    here = [draft for draft in group if _stands_by(tokens, draft, cue)]
    if not here:
        return list(group)
    first = max(here, key=lambda draft: len(draft.content))
    parts = [first, *(draft for draft in here if draft is not first and not _is_scrap(tokens, draft, first))]
    first.content = sorted({i for draft in parts for i in draft.content})
    result = [first]
    for draft in sorted(group, key=lambda draft: draft.content[0]):
        blocks = (tokens.block[draft.content[-1]], tokens.block[draft.content[0]])
        if draft in here or blocks[0] < tokens.block[cue[0]]:
            continue
        last = first.content[-1]
        if blocks[1] == tokens.block[last] + 1 and _ends_open(tokens, last) and tokens.quotation[draft.content[0]] >= 0:
            first.content = sorted({*first.content, *draft.content})
        else:
            result.append(draft)
    return result


def _stands_by(tokens: Tokens, draft: Draft, cue: Sequence[int]) -> bool:
    """Whether a content begins or ends in the sentence of the cue."""
    number = tokens.sentence[cue[0]]
    return number in (tokens.sentence[draft.content[0]], tokens.sentence[draft.content[-1]])


def _is_scrap(tokens: Tokens, draft: Draft, main: Draft) -> bool:
    """Whether a content without quotation marks is no part of the long quotation beside it."""
    words = [i for i in main.content if tokens.is_word(i)]
    return (
        len(words) >= LONG_QUOTATION
        and all(tokens.quotation[i] >= 0 for i in words)
        and all(tokens.quotation[i] < 0 for i in draft.content)
    )


def join_features(
    tokens: Tokens, first: list[int], second: list[int], sources: Sequence[list[int]], cues: Sequence[list[int]]
) -> set[str]:
    """What speaks for two neighbouring pieces being one content, or against it."""
    low, high = first[-1], second[0]
    words, lower = tokens.words, tokens.lower
    between = tokens.stretch(low + 1, high)
    cue_count = min(2, sum(low < cue[0] < high for cue in cues))
    source_count = min(2, sum(low < source[0] < high for source in sources))
    sentences = min(3, tokens.sentence[high] - tokens.sentence[low])
    blocks = min(2, tokens.block[high] - tokens.block[low])
    quoted = f"{tokens.quotation[low] >= 0:d}{tokens.quotation[high] >= 0:d}"
    opens, closes = _mark(tokens, high, start=True), _mark(tokens, low, start=False)
    names = {
        f"gap {bucket(len(between))}",
        f"sentences {sentences}",
        f"blocks {blocks}",
        f"cues {cue_count} sources {source_count}",
        f"sentences {sentences} cues {cue_count}",
        f"quoted {quoted}",
        f"quoted {quoted} sentences {sentences} cues {cue_count} blocks {blocks}",
        f"marks {closes:d}{opens:d}",
        f"marks {closes:d}{opens:d} blocks {blocks} sources {source_count}",
        f"capital {words[high][:1].isupper()} sentences {sentences}",
        "ends " + ("word" if words[low][0].isalnum() else lower[low]),
        "before " + (lower[between[-1]] if between else ""),
        "after " + (lower[between[0]] if between else ""),
        f"comma {bool(between) and words[between[-1]] == ','} {cue_count}",
        f"cue next {any(0 <= cue[0] - second[-1] < 6 for cue in cues)} {cue_count} {sentences}",
        f"lengths {min(len(first) // 5, 4)} {min(len(second) // 5, 4)}",
        "begins " + lower[high],
        f"first ends open {_ends_open(tokens, low)} {blocks}",
        f"same quotation {tokens.quotation[low] == tokens.quotation[high] >= 0}",
    }
    if len(between) <= 2:
        names.add("middle " + " ".join(lower[i] for i in between))
    return names


def _mark(tokens: Tokens, i: int, start: bool) -> bool:
    """Whether a piece begins at the start, or ends at the end, of a quotation."""
    number = tokens.quotation[i]
    if number < 0:
        return False
    quotation = tokens.quotations[number]
    return tokens.starts[i] <= quotation.start if start else tokens.ends[i] >= quotation.end


def _ends_open(tokens: Tokens, i: int) -> bool:
    """Whether a piece ends in a quotation that nobody closed (it goes on in the next paragraph)."""
    number = tokens.quotation[i]
    return number >= 0 and not tokens.quotations[number].closed
