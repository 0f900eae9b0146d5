"""Issues with their statements in; a neutral label and the words that point to it out.

Every phrase of the article with a word that stands for an issue is a possible label. A linear model prefers those that
a person would choose: they hold what the issue is about and little else, stand in its statements, in the title or a
heading, and are a full phrase, not a bare noun. Never a bare actor. What somebody says ("criticism") and a bare noun
that hardly anybody takes up give way to what is nearly as good.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues import candidates
from briefing.analysis.issues.candidates import Candidate
from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.features import Feature, scores_of, stacked
from briefing.analysis.issues.grouping import Grouping
from briefing.analysis.issues.label_table import LabelTable
from briefing.analysis.lexicon.cues import load_cues

Vector = NDArray[np.float64]

FEATURES = (
    "holds the founder", "founder is its noun", "founder is a modifier", "what it holds of the issue", "its noun",
    "occurrences (log)", "share of the statements", "in a content of the issue", "foreign concepts",
    *candidates.FEATURES,
)  # fmt: skip
AKIN = 0.2
"""A concept that stands for an issue so much may be in its label without the founder."""
FOREIGN = 0.1
TERMS = 6
FULLER = 0.3
"""How much worse than a bare noun a phrase with that noun may be to be chosen."""
POOR = 0.1
"""How much worse than a poor label another one may be to be chosen."""
_DEED, _IN_A_HEADING = (candidates.FEATURES.index(name) for name in ("deed", "in a heading"))
_SELDOM = 2
"""Occurrences up to which a bare noun that one statement names is a poor label."""
_SAYINGS = frozenset({"claim", "criticism", "opposition", "speech", "worry", "support", "denial", "refusal"})
"""Classes of nouns for somebody's words or view: they are about a matter and are none."""


class Namer:
    """Names the issues of one article."""

    def __init__(
        self, table: ConceptTable, grouping: Grouping, salience: Vector, labels: LabelTable, weights: Vector
    ) -> None:
        """Take what is known of the article.

        Args:
            salience: for each concept the probability that an issue is named with it.
            labels: the possible ones.
            weights: one for each of `FEATURES`, and the constant.
        """
        self._table = table
        self._grouping = grouping
        self._labels = labels
        self._standing = _standing(table, grouping, salience)
        self._features = features = self._features_of_all()
        self._able = features[0] | labels.over_concepts(np.logical_or, self._standing >= AKIN)
        """Which labels (row) may name which issue (column)."""
        self._scores = scores_of(features, np.append(weights[: len(features)], weights[-1]))
        self._scores += labels.worth(weights)[:, None]

    def best(self, issue: int) -> tuple[str, float]:
        """The best label of an issue and its score; an empty one if the article has no phrase for it.

        A bare noun gives way to a fuller phrase that is nearly as good.
        """
        able = self._able[:, issue].nonzero()[0]
        if not len(able):
            return "", -math.inf
        scores = self._scores[able, issue]
        most = float(scores.max())
        near = able[scores >= most - POOR - FULLER]  # no other can be chosen
        labels = [self._labels.labels[n] for n in near.tolist()]
        options = sorted(
            (POOR * self._is_poor(label) - score, label.words)
            for label, score in zip(labels, self._scores[near, issue].tolist(), strict=True)
        )
        score, words = options[0]
        if " " not in words:
            words = next((w for s, w in options if " " in w and s <= score + FULLER and words in w.split()), words)
        return words[:1].upper() + words[1:], most

    def _is_poor(self, candidate: Candidate) -> bool:
        """Whether a label names somebody's words, or is a bare noun that hardly anybody takes up."""
        table, noun = self._table, candidate.noun
        if noun < 0 or candidate.own[_DEED]:
            return False
        place = next((t for t in range(candidate.places[0], -1, -1) if table.concept[t] == noun), candidate.places[0])
        senses = load_cues().of("noun", table.columns.lemma[place].casefold())
        if any(sense.cue_class in _SAYINGS for sense in senses):
            return True
        seldom = len(candidate.places) <= _SELDOM and table.in_content[noun].sum() <= 1
        return seldom and " " not in candidate.words and not candidate.own[_IN_A_HEADING]

    def candidates(self, issue: int) -> list[tuple[str, Vector]]:
        """The possible labels of an issue with their features, one value for each of `FEATURES`."""
        features = stacked([*self._features, *self._labels.own.T[:, :, None]])
        able = self._able[:, issue].nonzero()[0].tolist()
        return [(self._labels.labels[n].words, features[n, issue]) for n in able]

    def _features_of_all(self) -> list[Feature]:
        """For each possible label (row) and each issue (column) a matrix for each of `FEATURES` but the label's own."""
        labels, standing = self._labels, self._standing
        founders = np.array(self._grouping.founders, np.int64)
        member = (np.array(self._grouping.issue)[:, None] == np.arange(len(founders))).astype(np.float64)
        holds = labels.over_concepts(np.logical_or, np.arange(len(standing))[:, None] == founders[None, :])
        is_noun = labels.noun[:, None] == founders[None, :]
        return [
            holds,
            is_noun,
            holds & ~is_noun,
            1.0 - labels.over_concepts(np.multiply, 1.0 - np.minimum(standing, 0.99)),
            np.where(labels.noun[:, None] >= 0, standing[labels.noun], 0.0),
            np.log1p(labels.places)[:, None],
            labels.in_sentence @ member / np.maximum(member.sum(0), 1.0),
            labels.in_content @ member > 0,
            labels.over_concepts(np.add, (standing < FOREIGN).astype(np.int64)),
        ]

    def terms(self, issue: int) -> tuple[str, ...]:
        """Words of the article that point to the issue, the founder first."""
        standing = self._standing[:, issue]
        order = np.argsort(-standing, kind="stable")[: 2 * TERMS].tolist()
        chosen = [n for n in order if standing[n] >= AKIN and self._standing[n].argmax() == issue]
        return tuple(self._table.forms[n] for n in dict.fromkeys((self._grouping.founders[issue], *chosen)))[:TERMS]


def _standing(table: ConceptTable, grouping: Grouping, salience: Vector) -> Vector:
    """How much each concept stands for each issue, also where its statements name it and no others do."""
    members = np.zeros((len(table.statements), len(grouping.founders)))
    for number, issue in enumerate(grouping.issue):
        if issue >= 0:
            members[number, issue] = 1.0
    named = table.in_content.astype(np.float64) @ members
    pure = named / np.maximum(table.in_content.sum(1), 1)[:, None]
    standing: Vector = np.maximum(grouping.weight, salience[:, None] * np.where(named >= 2, pure, 0.0))
    return standing
