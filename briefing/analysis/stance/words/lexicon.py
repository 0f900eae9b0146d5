"""The TOML files of this folder in; a `StanceLexicon` out.

Each file explains its own format in its head.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Literal

from briefing.analysis.lexicon.lexicon_file import LexiconFile
from briefing.analysis.stance.words.lexicon_file import FOLDER
from briefing.analysis.stance.words.phrases import FirstWords, PhraseTable
from briefing.model import Stance, Status

STATUSES: tuple[Status, ...] = ("past", "hearsay", "expected")
"""The statuses that words can give, the most telling first."""

Side = Literal["for", "against", "none"]
Negated = Literal["for", "against", "none", "open"]
SIGN: Mapping[str, int] = {"for": 1, "against": -1, "none": 0, "open": 0}

DEMANDING = frozenset({2, 3})
"""Groups of the evaluations that demand and do not judge."""


@dataclass(frozen=True, slots=True)
class Attitude:
    """A class of cues: the side towards the content, and what negation makes of it."""

    name: str
    side: Side
    negated: Negated
    stance: Stance | None


@dataclass(frozen=True, slots=True)
class StanceLexicon:
    """Everything the reading of a statement looks words up in."""

    attitudes: tuple[Attitude, ...]
    """In order of precedence."""
    attitude_phrases: PhraseTable
    """The phrases of the attitudes, one group for each, in the same order."""
    evaluations: PhraseTable
    """Judging words: group 0 for, group 1 against; demanding words: group 2 for, group 3 against; words that
    judge what they are told of, but nothing else: group 4 for, group 5 against."""
    operators: Mapping[str, int]
    """Lemma of a word -> +1 (keeps the direction towards what it governs) or -1 (turns it round)."""
    lessening: frozenset[str]
    """Lemmas of operators that put off or lessen a matter whatever its label says."""
    claims: frozenset[str]
    """Lemmas of nouns for what somebody else said."""
    closed_class: frozenset[str]
    """Pronouns, auxiliaries, negations, conjunctions, prepositions: words that no topic brings with it."""
    strong_conditions: PhraseTable
    weak_conditions: PhraseTable
    contrasts: PhraseTable
    status_cues: PhraseTable
    """Phrases in the cue: one group for each of `STATUSES`."""
    status_sentences: PhraseTable
    """Phrases anywhere in the sentence, likewise."""
    sources: PhraseTable
    """Descriptions of sources: group 0 for, group 1 against."""


@lru_cache(maxsize=4)
def load_stance_lexicon(folder: Path = FOLDER) -> StanceLexicon:
    """Read and check the files of a folder.

    Raises:
        ConfigurationError: a file is missing, is no TOML, or holds a key or value that does not exist.
    """
    attitudes = LexiconFile.read(folder / "attitudes.toml", {"attitude"})
    evaluations = LexiconFile.read(folder / "evaluations.toml", {"evaluation"})
    operators = LexiconFile.read(folder / "operators.toml", {"for", "against", "claims", "lessening"})
    closed = LexiconFile.read(folder / "closed_class.toml", {"words"})
    conditions = LexiconFile.read(folder / "conditions.toml", {"strong", "weak", "contrast"})
    status = LexiconFile.read(folder / "status.toml", set(STATUSES))
    sources = LexiconFile.read(folder / "sources.toml", {"for", "against"})
    table = partial(PhraseTable, first_words=FirstWords())
    return StanceLexicon(
        attitudes=tuple(_attitude(attitudes, entry) for entry in attitudes.data["attitude"]),
        attitude_phrases=table(*(attitudes.words(entry, "phrases") for entry in attitudes.data["attitude"])),
        evaluations=table(
            *(
                _evaluations(evaluations, kind, side)
                for kind in ("value", "norm", "state")
                for side in ("for", "against")
            )
        ),
        operators={
            **dict.fromkeys(operators.words(operators.data, "for"), 1),
            **dict.fromkeys(operators.words(operators.data, "against"), -1),
        },
        lessening=frozenset(operators.words(operators.data, "lessening")),
        claims=frozenset(operators.words(operators.data, "claims")),
        closed_class=frozenset(closed.words(closed.data, "words")),
        strong_conditions=table(conditions.words(conditions.data, "strong")),
        weak_conditions=table(conditions.words(conditions.data, "weak")),
        contrasts=table(conditions.words(conditions.data, "contrast")),
        status_cues=table(*(status.words(status.data[name], "cue") for name in STATUSES)),
        status_sentences=table(*(status.words(status.data[name], "sentence") for name in STATUSES)),
        sources=table(sources.words(sources.data, "for"), sources.words(sources.data, "against")),
    )


def _attitude(file: LexiconFile, entry: dict[str, Any]) -> Attitude:
    file.only(entry, {"name", "side", "negated", "stance", "phrases"})
    return Attitude(
        name=str(file.choice(entry, "name", None)),
        side=file.choice(entry, "side", ("for", "against", "none")),
        negated=file.choice(entry, "negated", ("for", "against", "none", "open")),
        stance=file.choice(entry, "stance", ("unclear", "conditional", "mixed")) if "stance" in entry else None,
    )


def _evaluations(file: LexiconFile, kind: str, side: str) -> list[str]:
    phrases: list[str] = []
    for entry in file.data["evaluation"]:
        file.only(entry, {"kind", "side", "phrases"})
        if file.choice(entry, "kind", ("value", "norm", "state")) == kind and file.choice(entry, "side", SIGN) == side:
            phrases += file.words(entry, "phrases")
    return phrases
