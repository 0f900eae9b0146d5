"""Drafts in; the same out, those of an item of a list without a source given to the name with which the item begins.

"No More Tarmac — opposes the slipway unless …", "Brightgale: plans to build it", "Ebba Sund. Supports the tram": what
stands behind the mark is a predicate without a subject, and the name before it is that subject, whether or not anybody
knows it for a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import FINITE
from briefing.analysis.attribution.parsing.tokens import Tokens

MARKS = frozenset({"—", "–", "-", "--", ":", "."})
"""What stands between the name and its predicate."""
LONGEST = 9
"""Words of a name with its marks."""
SMALL = frozenset({"and", "&", "at", "de", "for", "in", "of", "on", "our", "the", "to", "van", "von"})
"""Words with a small letter inside a name."""
FULL_MARKS = frozenset({".", ":"})
"""Marks behind which topics are treated as well ("Gun control: opposes new limits")."""
NAMED = frozenset({"PERSON", "ORG", "NORP"})
"""Kinds of names that a topic is not taken for."""
NOBODY = frozenset({"no", "nobody", "none", "not", "few"})
FARTHEST = 2
"""Words from the mark to the cue: "has not"."""


def name_labelled(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Give the drafts without a source that stand right behind the label of an item that label."""
    labels: dict[int, tuple[list[int], int]] = {}
    for draft in drafts:
        if draft.source or not draft.cue or tokens.blocks[tokens.block[draft.cue[0]]].kind != "item":
            continue
        number = tokens.block[draft.cue[0]]
        if number not in labels:
            labels[number] = _label(tokens, number)
        label, mark = labels[number]
        if not label or not 0 < draft.cue[0] - mark <= FARTHEST or not _is_predicate(tokens, mark, draft.cue):
            continue
        content = [i for i in draft.content if i > mark]
        if content:
            draft.source, draft.content = label, content


def _label(tokens: Tokens, number: int) -> tuple[list[int], int]:
    """The name with which a block begins, and the mark behind it; no name where it begins with something else."""
    first, last = tokens.block_ranges[number]
    words = tokens.stretch(first, last)
    while words and not tokens.is_word(words[0]):
        words = words[1:]
    for place, i in enumerate(words[: LONGEST + 1]):
        if tokens.words[i] in MARKS and _is_apart(tokens, i):
            label = words[:place]
            return (label, i) if _is_name(tokens, label) and not _is_topic(tokens, label, i) else ([], -1)
    return [], -1


def _is_apart(tokens: Tokens, mark: int) -> bool:
    """Whether a mark stands between two phrases: a hyphen has a blank before it."""
    return tokens.words[mark] != "-" or tokens.text[tokens.starts[mark] - 1].isspace()


def _is_name(tokens: Tokens, label: Sequence[int]) -> bool:
    """Whether words are a name by their capitals, and no clause."""
    named = [i for i in label if tokens.is_word(i) and tokens.lower[i] not in SMALL]
    if not named or tokens.lower[label[0]] in NOBODY:
        return False
    return all(tokens.words[i][0].isupper() for i in (label[0], *named))


def _is_topic(tokens: Tokens, label: Sequence[int], mark: int) -> bool:
    """Whether words with capitals name a matter ("On Abortion", "Lives In York"), and nobody who could say anything."""
    if tokens.tag[label[0]] in {"IN", "TO"} or any(tokens.part[i] in {"VERB", "AUX", "ADP"} for i in label[:2]):
        return True
    if any(tokens.entity[i] in NAMED for i in label):
        return False
    words = " ".join(tokens.lower[i] for i in label if tokens.is_word(i))
    return tokens.words[mark] in FULL_MARKS or words in tokens.text


def _is_predicate(tokens: Tokens, mark: int, cue: Sequence[int]) -> bool:
    """Whether a finite verb without a subject follows the mark."""
    first = next((i for i in range(mark + 1, cue[-1] + 1) if tokens.part[i] in {"VERB", "AUX"}), None)
    return first is not None and tokens.tag[first] in FINITE
