"""Concepts with their probabilities in; issues founded on the best of them, and the issue of each statement, out.

Founding is a greedy covering: the concept that is likely to name an issue and that stands in most statements not yet
covered founds the first, and so on; a concept that is kin to a founder founds none of its own. A linear model then
weighs what speaks for each issue in each statement, and the issue of each is found for all at once (Viterbi's
algorithm), because neighbouring statements mostly speak about the same matter. Two issues whose statements speak
nearly as well for the other become one. What no issue has evidence for stays without one. Deterministic: ties go to
the earlier.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.model import IssuesModel, sigmoid

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Settings:
    """Numbers chosen on the corpus, by B-cubed, cells of the table and labels with found contents.

    Those that decide how many issues there are come from its dense articles, which have as many as real ones.
    """

    most: int = 8
    """Issues at most."""
    candidates: int = 24
    """How many concepts may found an issue: the likeliest."""
    least: float = 0.08
    """Probability below which a concept founds nothing."""
    power: float = 0.7
    """How much the probability counts beside the number of statements covered (exponent)."""
    stop: float = 0.1
    """Worth (statements newly covered, times probability) below which a concept founds no further issue."""
    nearby: float = 0.5
    """How well a statement is covered by a concept of its sentence, beside 1 for its content."""
    kin: float = 0.6
    """Log odds above which a concept is kin to a founder."""
    sharpness: float = 0.8
    """What the log odds of the evidence count beside staying with a matter."""
    stay_in_block: float = 1.2
    stay: float = 0.7
    """What it adds to stay with the matter of the statement before, in the same and in another block."""
    none: float = -0.5
    """Log odds that a statement must reach to belong to an issue at all."""
    merge: float = 0.4
    """Two issues become one if the statements of the smaller lose less than this by it, on average."""
    worth_naming: float = 0.12
    """What the best label of an issue must reach; an issue without a good name is none."""
    fewest: int = 3
    """Issues that are kept however they are named."""


SETTINGS = Settings()
_EQUAL = 1e-9
"""Losses that differ by less are equal: sums in another order differ in their last digits."""
_ENOUGH = 0.1
"""What a statement that names the founder of an issue has at least more for it than for no issue at all, log odds."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The issues of an article, before they are named."""

    founders: tuple[int, ...]
    """Concept that founded each issue."""
    weight: Vector
    """How much each concept (row) stands for each issue (column), 0 to 1."""
    evidence: Vector
    """What speaks for each issue (column) in each statement (row), log odds."""
    issue: tuple[int, ...]
    """Issue of each statement; -1 for none."""


def group_statements(
    table: ConceptTable, model: IssuesModel, probability: Vector, settings: Settings = SETTINGS
) -> Grouping:
    """Found the issues and give each statement the one it speaks about."""
    order = np.argsort(-probability, kind="stable")[: settings.candidates]
    able = [int(n) for n in order if probability[n] >= settings.least and table.in_sentence[n].any()]
    able = able or [int(n) for n in order[:1] if table.in_sentence[n].any()]
    if not able:
        return Grouping(
            (), np.zeros((len(table), 0)), np.zeros((len(table.statements), 0)), (-1,) * len(table.statements)
        )
    kinship = model.kinship_of(table, able)
    chosen = _found(table, able, kinship, probability, settings)
    founders = tuple(able[n] for n in chosen)
    kin = kinship[chosen].T
    weight = standing(kin, probability, founders)
    evidence = model.evidence_of(table, founders, weight, kin)
    named = table.in_content[list(founders)].T
    evidence = np.where(named, np.maximum(evidence, settings.none + _ENOUGH), evidence)
    issue = _best_sequence(table, evidence, settings)
    return _merged(founders, weight, issue, evidence, settings)


def standing(kinship: Vector, probability: Vector, founders: tuple[int, ...]) -> Vector:
    """How much each concept stands for each issue: the founder wholly, another as it is likely to be a word for it."""
    weight: Vector = sigmoid(kinship) * probability[:, None]
    weight[list(founders), range(len(founders))] = 1.0
    return weight


def _found(table: ConceptTable, able: list[int], kinship: Vector, probability: Vector, settings: Settings) -> list[int]:
    """Places in `able` of the founders, the best first."""
    cover = np.maximum(table.in_content[able], settings.nearby * table.in_sentence[able])
    worth = probability[able] ** settings.power
    kin = kinship[:, able] > settings.kin
    covered = np.zeros(cover.shape[1])
    free = np.ones(len(able), np.bool_)
    chosen: list[int] = []
    while len(chosen) < settings.most:
        gain = np.where(free, worth * np.maximum(0.0, cover - covered).sum(1), -1.0)
        best = int(gain.argmax())
        if gain[best] < (settings.stop if chosen else 0.0):
            break
        chosen.append(best)
        covered = np.maximum(covered, cover[best])
        free &= ~kin[best]
        free[best] = False
    return chosen


def _best_sequence(table: ConceptTable, evidence: Vector, settings: Settings) -> tuple[int, ...]:
    """The sequence of issues with most evidence, where staying with a matter counts for itself."""
    none = evidence.shape[1]
    gain = (settings.sharpness * np.column_stack([evidence, np.full(len(evidence), settings.none)])).tolist()
    score: list[float] = gain[0]
    back: list[tuple[list[float], float, int]] = []
    for number in range(1, len(gain)):  # over a handful of issues quicker than numpy
        stay = settings.stay_in_block if table.block[number] == table.block[number - 1] else settings.stay
        most = max(score)
        best = score.index(most)
        stayed = [before + stay for before in score[:none]] + score[none:]
        score = [max(before, most) + more for before, more in zip(stayed, gain[number], strict=True)]
        back.append((stayed, most, best))
    state = score.index(max(score))
    path = [state]
    for stayed, most, best in reversed(back):
        state = state if stayed[state] >= most else best
        path.append(state)
    return tuple(state if state != none else -1 for state in reversed(path))


def _merged(
    founders: tuple[int, ...], weight: Vector, issue: tuple[int, ...], evidence: Vector, settings: Settings
) -> Grouping:
    """Join issues whose statements speak as well for another one; leave out those without statements."""
    place = np.array(issue)
    weight, evidence = weight.copy(), evidence.copy()
    left = [n for n in range(len(founders)) if (place == n).any()]
    while len(left) > 1:
        member = (place[:, None] == np.array(left)[None, :]).astype(np.float64)
        size = member.sum(0)
        mean = member.T @ evidence[:, left] / size[:, None]
        loss = np.where(size[:, None] <= size[None, :], mean.diagonal()[:, None] - mean, np.inf)
        np.fill_diagonal(loss, np.inf)
        best = float(loss.min())
        if best >= settings.merge:
            break
        small, large = _latest(left, loss <= best + _EQUAL)
        place[place == small] = large
        weight[:, large] = np.maximum(weight[:, large], weight[:, small])
        evidence[:, large] = np.maximum(evidence[:, large], evidence[:, small])
        left.remove(small)
    order = sorted(left, key=lambda n: (-int((place == n).sum()), n))
    number = {old: new for new, old in enumerate(order)}
    return Grouping(
        tuple(founders[n] for n in order),
        weight[:, order],
        evidence[:, order],
        tuple(number.get(n, -1) for n in place.tolist()),
    )


def _latest(left: list[int], equal: NDArray[np.bool_]) -> tuple[int, int]:
    """Of several pairs that lose equally little: the later of the small issues, with the earlier of the large ones."""
    pairs = [(left[small], left[large]) for small, large in zip(*np.nonzero(equal), strict=True)]
    return min(pairs, key=lambda pair: (-pair[0], pair[1]))


def with_only(table: ConceptTable, grouping: Grouping, kept: list[int], settings: Settings = SETTINGS) -> Grouping:
    """The grouping with some of its issues; the statements of the others go where they fit next best."""
    evidence = grouping.evidence[:, kept]
    issue = _best_sequence(table, evidence, settings)
    return Grouping(tuple(grouping.founders[n] for n in kept), grouping.weight[:, kept], evidence, issue)
