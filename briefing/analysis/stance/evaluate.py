"""A content in; what its words judge and demand out, each turned round by a negation in front of it."""

from __future__ import annotations

import re

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.attitudes import negation_before
from briefing.analysis.stance.labels import LabelReading
from briefing.analysis.stance.lexicon import DEMANDING, StanceLexicon
from briefing.analysis.stance.phrases import Hit

_GROUNDLESS = re.compile(
    r"\b(?:no|little|scant|not any) (?:\w+ )?(?:evidence|proof|sign|indication|guarantee)s? (?:that|of|to suggest)\b",
    re.I,
)
"""What denies all that follows: "there is *no evidence that* it would make a single train safer"."""
NOBODY = re.compile(
    r"(?<!with )\b(?:nobody|no one|nothing|none|(?:no|neither)"
    r"(?! (?:doubt|question|wonder|time|matter|longer|reason|alternative))(?: [\w-]+){1,2}) $",
    re.IGNORECASE,
)
"""A subject that denies what follows: "*no committee* should license it"."""
_ONCE_WRONG = re.compile(
    r"\b(?:I|we|he|she|they) (?:was|were|had been|have been|['’]d been|got (?:it|this|that)) $", re.IGNORECASE
)
_TOO_DEAR = re.compile(
    r" to (?:be )?(?:abandon|clos|die|fail|ignor|los[et]|miss|risk|scrap|sell|sold|shut|wast|let go)", re.IGNORECASE
)
"""What is "too big *to fail*" is not to fail."""
_WORD = re.compile(r"\w+")


def sign_of(hit: Hit, text: str) -> int:
    """The side that a judging word takes by itself."""
    dear = hit.words[:4].casefold() == "too " and _TOO_DEAR.match(text, hit.end)
    return 1 if dear else 1 - 2 * (hit.group % 2)


def evaluate(
    content: str, label: LabelReading, lexicon: StanceLexicon
) -> tuple[float, float, tuple[str, ...], tuple[str, ...]]:
    """The sum of the judgements in a content, that of its demands, and the words of both."""
    value = norm = 0.0
    values: list[str] = []
    norms: list[str] = []
    for hit in lexicon.evaluations.hits(content):
        side = sign_of(hit, content)
        if hit.group < 2 and not _judges_nothing(hit, content, label):
            value += side * (-0.8 if _is_denied(hit, content) else 1)
            values.append(hit.words)
        elif hit.group in DEMANDING:
            norm += -side if NOBODY.search(content, 0, hit.start) else side
            norms.append(hit.words)
    return value, norm, tuple(values), tuple(norms)


def _is_denied(hit: Hit, content: str) -> bool:
    """Whether a negation in front of a judging word, or one of all that follows, turns it round."""
    return negation_before(content, hit.start) is not None or _GROUNDLESS.search(content, 0, hit.start) is not None


def _judges_nothing(hit: Hit, content: str, label: LabelReading) -> bool:
    """Whether a judging word is a mere name for the matter ("*abuse*" of a report on it), or tells a change of mind."""
    named = any(stem(word) in label.stems for word in _WORD.findall(hit.words))
    return named or content[: hit.start].endswith("-") or _ONCE_WRONG.search(content, 0, hit.start) is not None
