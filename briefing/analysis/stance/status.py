"""A `Reading` in; whether the position is held now, was held, is expected or is known by hearsay only.

Expressions decide (`words/status.toml`), the tense only together with them: in news most statements are told in the
past tense and hold today. Where no expression speaks, a linear model judges by the tense of the cue and the words
around it. Its weights are made by `python -m briefing.analysis.training.status`; `weights/status.md` tells how and how
good.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from briefing.analysis.stance.learned.linear import LinearClassifier, load_linear
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.lexicon import STATUSES, StanceLexicon
from briefing.analysis.stance.words.passages import unquoted
from briefing.analysis.stance.words.screened import Screened
from briefing.model import Status

CLASSES: tuple[Status, ...] = ("current", *STATUSES)
WEIGHTS = Path(__file__).parents[1] / "weights" / "status.npz"
_NOW = re.compile(r" ?,? ?(?:and|but|yet)?\s*(?:(?:he|she|it|they) )?(?:(?:has|have) )?(?:now|since)\b", re.IGNORECASE)
_CUE_NOW = re.compile(
    r"^(?:is |are |has |have )?now (?!expected|likely|set|due|poised|said|understood|believed|thought)", re.I
)
"""A cue that tells what holds today, whatever the sentence tells of before ("had opposed it and now supports it")."""
_SAID_NOW = re.compile(r"(?:that )?(?:he|she|it|they|we|I)(?:['’]s| has| have| is| are)? now (?!expect)", re.IGNORECASE)
"""A content in which somebody says what holds today ("had opposed it, but said *he now* backs it")."""
_TOLD_AS_PAST = re.compile(r"^(?!.*\b(?:has|have|is|are)\b)(?:\w+ ){0,2}?\w+(?:ed|id|aw|ok|ew|ought)\b", re.IGNORECASE)
"""A deed told in the past with a turn behind it ("backed the plan but now …")."""
_LIKELY = re.compile(
    r"\b(?:is|are|was|were|be) (?:\w+ )?(?:likely|unlikely|expected|due|set|poised|tipped)$", re.IGNORECASE
)
"""A prediction whose "to" stands in the content."""
_UNTIL = Screened(r"\b(until (?:recently|last [\w-]+))\W*$", "until")
"""When a position told in the past ended ("backed the line *until last year*")."""
_WORDS = re.compile(r"[a-z]+(?:'[a-z]+)?|(?:19|20)\d\d")
_SHORT = 3
"""Letters of a word that explains nothing by itself."""
_OPENING = 40
"""How many characters of a content its first word stands in."""
_FOLLOWING = 2
"""How many words behind the content count."""


@dataclass(frozen=True, slots=True)
class StatusClassifier:
    """A linear model, and the probability from which on a position is not called current."""

    model: LinearClassifier[Status]
    least: float

    def judge(self, reading: Reading, lexicon: StanceLexicon) -> tuple[Status, str]:
        """The status, and the words that decided it ("current" with no words)."""
        said, words = read_status(reading, lexicon)
        if said != "current":
            return said, words
        features = status_features(reading)
        status = self.choose(said, self.model.probabilities(features))
        return status, "" if status == "current" else self._words(reading, features, status)

    def choose(self, said: Status, probabilities: Mapping[Status, float]) -> Status:
        """What the expressions say; where they say nothing, what the model thinks likely."""
        if said != "current":
            return said
        if 1.0 - probabilities["current"] < self.least:
            return "current"
        return max(STATUSES, key=lambda status: probabilities[status])

    def _words(self, reading: Reading, features: Mapping[str, float], status: Status) -> str:
        """The words of the statement that speak most for a status, or its cue."""
        text = f"{reading.cue} {reading.sentence}"
        for name in self.model.reasons(features, status, "current"):
            place, _, words = name.partition(" ")
            if place in {"cue", "around"} and len(words) > _SHORT:
                pattern = re.escape(words).replace("'", "['’]")
                if found := re.search(rf"\b{pattern}\b", text, re.IGNORECASE):
                    return found.group()
        return reading.cue

    def save(self, path: Path) -> None:
        """Write the weights, the same bytes for the same weights."""
        self.model.save(path, self.least)


@lru_cache(maxsize=2)
def load_status_classifier(path: Path = WEIGHTS) -> StatusClassifier:
    """Read the weights.

    Raises:
        AnalysisError: they are missing or damaged.
    """
    return StatusClassifier(*load_linear(path, CLASSES))


def read_status(reading: Reading, lexicon: StanceLexicon) -> tuple[Status, str]:
    """The status by expressions alone, and the words that decided it ("current" with no words)."""
    if _CUE_NOW.search(reading.cue):
        return "current", ""
    if (now := _NOW.match(reading.after)) and _TOLD_AS_PAST.search(reading.cue):
        return "past", now.group().strip(" ,")
    if _SAID_NOW.match(reading.content):
        return "current", ""
    if over := reading.dated or reading.former:
        return "past", over
    if (end := _UNTIL.search(reading.content, reading.words)) and _TOLD_AS_PAST.search(reading.cue):
        return "past", end.group(1)
    if ahead := reading.supposed or reading.predicted:
        return "expected", ahead
    if reading.content.startswith("to ") and (likely := _LIKELY.search(reading.cue)):
        return "expected", likely.group()
    hits = (*lexicon.status_cues.hits(reading.cue), *lexicon.status_sentences.hits(reading.around))
    if first := min(hits, key=lambda hit: hit.group, default=None):
        return STATUSES[first.group], first.words
    return "current", ""


def status_features(reading: Reading) -> dict[str, float]:
    """What bears on the status: tense and words of the cue, and the words of the rest of the sentence."""
    latest = reading.latest_year
    cue = _words_of(reading.cue, latest)
    names = [
        "bias",
        f"tense {reading.tense}",
        *(f"cue {word}" for word in cue),
        *(f"cue {first} {second}" for first, second in pairwise(cue)),
        *(f"around {word}" for word in _words_of(reading.around, latest)),
        *(f"after {word}" for word in _words_of(reading.after, latest)[:_FOLLOWING]),
        *(f"opening {word}" for word in _words_of(unquoted(reading.content[:_OPENING]), latest)[:1]),
    ]
    if reading.cue_attitude:
        names.append(f"attitude {reading.cue_attitude.attitude.name}")
    if not reading.source:
        names.append("no source")
    if "“" in reading.content or '"' in reading.content:
        names.append("quoted")
    return dict.fromkeys(names, 1.0)


def _words_of(text: str, latest: int) -> list[str]:
    """The words of a text in lower case; years before the latest of the article are one word, the latest is none."""
    words: list[str] = _WORDS.findall(text.casefold().replace("’", "'"))
    if not any(map(str.isdigit, words)):
        return words
    dated = ("year gone" if word.isdigit() and int(word) < latest else word for word in words)
    return [word for word in dated if not word.isdigit()]
