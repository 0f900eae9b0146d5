"""The tokens of a content with a label in; those that are to be read for it, and what sets the matter aside, out.

Where a content sets one thing against another, or measures one by the other, only one part of it is about the matter
that the label names. That part is read alone; where it only denies or compares, it may take no side at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.direction.labels import WORD, LabelReading, names_itself
from briefing.analysis.stance.direction.naming import names_any
from briefing.analysis.stance.direction.relate import relate
from briefing.analysis.stance.statement.compared import compared
from briefing.analysis.stance.statement.contrast import DENYING, Contrast, contrasts
from briefing.analysis.stance.words.lexicon import StanceLexicon
from briefing.analysis.stance.words.tokens import Token, text_of

How = Literal["compared", "denied", "spurned", "clause"]
"""What is done to the part: "clause" denies it in a main clause of its own, which says what of it is denied."""
_BY_ITS_NAME = 2


@dataclass(frozen=True, slots=True)
class Aside:
    """The matter is named only in what is denied, or in what something else is compared with."""

    how: How
    words: str
    """Of that part."""
    sign: int = 0
    """Direction between what is denied and the label, without the denial; 0 where none is known."""
    alone: bool = False
    """Whether that part can be read alone, because its denial is part of it."""


@dataclass(frozen=True, slots=True)
class OwnPart:
    """What of a content is to be read."""

    tokens: Sequence[Token]
    aside: Aside | None = None


def own_part(
    tokens: Sequence[Token],
    label: LabelReading,
    lexicon: StanceLexicon,
    denied_by_cue: bool = False,
    comparing: bool = False,
) -> OwnPart:
    """The part of a content that is about the matter; all of it where it names the matter in several or in none.

    Args:
        denied_by_cue: whether the cue denies what the content begins with.
        comparing: whether the cue compares the start of the content with what stands behind "to" or "with".
    """
    found = OwnPart(tokens)
    for contrast in contrasts(tokens, denied_by_cue):
        found = _read_contrast(tokens, contrast, label, lexicon)
        if found.aside is not None or len(found.tokens) < len(tokens):
            break
    behind = compared(found.tokens, comparing)
    if found.aside is None and behind and _names_only(found.tokens, behind, label):
        words = [token for token in found.tokens if token.i in behind]
        return replace(found, aside=Aside("compared", text_of(words).strip()))
    return found


def _read_contrast(tokens: Sequence[Token], contrast: Contrast, label: LabelReading, lexicon: StanceLexicon) -> OwnPart:
    """What one contrast leaves to be read."""
    if contrast.shape == "cue":
        return _denied_by_cue(tokens, contrast, label)
    if _names_only(tokens, contrast.asserted, label):
        kept = [token for token in tokens if token.i not in contrast.denied]
        reaches = contrast.shape == "clause" or _turns(tokens, label, lexicon) != _turns(kept, label, lexicon)
        return OwnPart(kept if reaches else tokens)
    if not _names_only(tokens, contrast.denied, label):
        return OwnPart(tokens)
    identifies = _names_only(tokens, contrast.identified, label)
    alone = contrast.shape in {"before", "clause"} and not identifies
    rest = [token for token in tokens if token.i not in contrast.asserted] if alone else tokens
    denied = [token for token in tokens if token.i in contrast.denied]
    if not identifies and contrast.shape != "clause" and _clearness(denied, label) < _BY_ITS_NAME:
        return OwnPart(tokens)
    how: How = "denied"
    if contrast.shape == "spurned" or (contrast.shape == "clause" and alone):
        how = contrast.shape
    undenied = [token for token in denied if token.lower_ not in DENYING]
    sign = relate(undenied, label, lexicon).sign
    return OwnPart(rest, Aside(how, text_of(denied).strip(" ,;—–"), sign, alone))


def _turns(tokens: Sequence[Token], label: LabelReading, lexicon: StanceLexicon) -> tuple[str, ...]:
    """The words that turn a content round on its way to the matter."""
    return relate(tokens, label, lexicon).words


def _denied_by_cue(tokens: Sequence[Token], contrast: Contrast, label: LabelReading) -> OwnPart:
    """What is left where the denial stands in the cue: it reaches as far as the "but", and no further."""
    if _names_only(tokens, contrast.denied, label):
        return OwnPart([token for token in tokens if token.i not in contrast.asserted])
    if not _names_only(tokens, contrast.asserted, label):
        return OwnPart(tokens)
    return OwnPart(tokens, Aside("denied", text_of(t for t in tokens if t.i in contrast.asserted).strip()))


def _names_only(tokens: Sequence[Token], places: frozenset[int], label: LabelReading) -> bool:
    """Whether a part of some tokens names the matter, and names it better than the rest does."""
    part = [token for token in tokens if token.i in places]
    rest = [token for token in tokens if token.i not in places]
    return _clearness(part, label) > _clearness(rest, label)


def _clearness(tokens: Sequence[Token], label: LabelReading) -> int:
    """How clearly some words name the matter: `_BY_ITS_NAME`, 1 by a word that the label uses, 0 not at all."""
    if not names_any(tokens, label):
        joined = (word for word in WORD.findall(text_of(tokens)) if "-" in word)  # several tokens, one word of a label
        return int(any(stem(word) in label.core for word in joined))
    return _BY_ITS_NAME if any(names_itself(label, token.text) for token in tokens) else 1


def joined_text(tokens: Sequence[Token]) -> str:
    """The words of tokens, with a blank where some between them were left out."""
    gaps = [" " if second.i > first.i + 1 else "" for first, second in pairwise(tokens)]
    words = (token.text_with_ws + gap for token, gap in zip(tokens, [*gaps, ""], strict=True))
    return re.sub(" {2,}", " ", "".join(words))
