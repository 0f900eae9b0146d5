"""A content in; what its words judge and demand out, each turned round by a negation in front of it."""

from __future__ import annotations

import re
from collections.abc import Set

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.direction.labels import LabelReading
from briefing.analysis.stance.words.attitudes import negation_before
from briefing.analysis.stance.words.lexicon import DEMANDING, StanceLexicon
from briefing.analysis.stance.words.phrases import Hit
from briefing.analysis.stance.words.screened import Screened

_GROUNDLESS = Screened(
    r"\b(?:no|little|scant|not any) (?:\w+ )?(?:evidence|proof|sign|indication|guarantee)s? (?:that|of|to suggest)\b",
    "evidence evidences proof proofs sign signs indication indications guarantee guarantees",
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
_ALMOST = re.compile(r"as good as\b", re.IGNORECASE)
_DENIED = -0.8
"""What is left of a judgement that is denied: "not good" is less than bad."""
_REACH = 200
"""How many characters before a judging or demanding word its subject may begin."""
SLIGHT = 0.5
"""Judgements that add up to less, for and against, leave the matter open."""
_WORD = re.compile(r"\w+")


def is_almost(hit: Hit, text: str) -> bool:
    """Whether a judging word is part of "as good as dead", which means almost."""
    return _ALMOST.match(text, max(0, hit.start - len("as "))) is not None


def sign_of(hit: Hit, text: str) -> int:
    """The side that a judging word takes by itself."""
    dear = hit.words[:4].casefold() == "too " and _TOO_DEAR.match(text, hit.end)
    return 1 if dear else 1 - 2 * (hit.group % 2)


def evaluate(
    content: str, words: Set[str], label: LabelReading, lexicon: StanceLexicon
) -> tuple[float, float, tuple[str, ...], tuple[str, ...]]:
    """The sum of the judgements in a content, that of its demands, and the words of both.

    Args:
        words: the words of the content, or of more than it, in lower case.
    """
    value = norm = 0.0
    values: list[str] = []
    norms: list[str] = []
    groundless = _GROUNDLESS.search(content, words)
    for hit in lexicon.evaluations.hits(content):
        side = sign_of(hit, content)
        if hit.group < 2 and not _judges_nothing(hit, content, label):
            denied = negation_before(content, hit.start) or (groundless and groundless.end() <= hit.start)
            value += side * (_DENIED if denied else 1)
            values.append(hit.words)
        elif hit.group in DEMANDING:
            norm += -side if NOBODY.search(content, max(0, hit.start - _REACH), hit.start) else side
            norms.append(hit.words)
    return value, norm, tuple(values), tuple(norms)


def _judges_nothing(hit: Hit, content: str, label: LabelReading) -> bool:
    """Whether a judging word is a mere name for the matter ("*abuse*" of a report on it), or tells a change of mind.

    Nor is anything good that is "as good as dead".
    """
    if is_almost(hit, content):
        return True
    named = any(stem(word) in label.stems for word in _WORD.findall(hit.words))
    compounded = content[hit.start - 1 : hit.start] == "-"
    return named or compounded or _ONCE_WRONG.search(content, max(0, hit.start - _REACH), hit.start) is not None
