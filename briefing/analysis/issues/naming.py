"""Issues with their statements in; a neutral label and the words that point to it out.

Every phrase of the article with a word that stands for an issue is a possible label. A linear model prefers those that
a person would choose: they hold what the issue is about and little else, stand in its statements, in the title or a
heading, and are a full phrase, not a bare noun. Never a bare actor. What somebody says ("criticism") and a bare noun
that hardly anybody takes up give way to what is nearly as good.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues import candidates
from briefing.analysis.issues.candidates import Candidate
from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.grouping import Grouping
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
_SELDOM = 2
"""Occurrences up to which a bare noun that one statement names is a poor label."""
_SAYINGS = frozenset({"claim", "criticism", "opposition", "speech", "worry", "support", "denial", "refusal"})
"""Classes of nouns for somebody's words or view: they are about a matter and are none."""


class Namer:
    """Names the issues of one article."""

    def __init__(
        self,
        table: ConceptTable,
        grouping: Grouping,
        salience: Vector,
        labels: Sequence[Candidate],
        weights: Vector,
    ) -> None:
        """Take what is known of the article.

        Args:
            salience: for each concept the probability that an issue is named with it.
            labels: the possible ones.
            weights: one for each of `FEATURES`, and the constant.
        """
        self._table = table
        self._grouping = grouping
        self._salience = salience
        self._weights = weights
        self._standing = _standing(table, grouping, salience)
        self._candidates = labels
        self._poor = frozenset(candidate.words for candidate in labels if self._is_poor(candidate))

    def best(self, issue: int) -> tuple[str, float]:
        """The best label of an issue and its score; an empty one if the article has no phrase for it.

        A bare noun gives way to a fuller phrase that is nearly as good.
        """
        weights, constant = self._weights[:-1], self._weights[-1]
        scores = {words: float(features @ weights + constant) for words, features in self.candidates(issue)}
        if not scores:
            return "", -math.inf
        options = sorted((POOR * (words in self._poor) - score, words) for words, score in scores.items())
        score, words = options[0]
        if " " not in words:
            words = next((w for s, w in options if " " in w and s <= score + FULLER and words in w.split()), words)
        return words[:1].upper() + words[1:], max(scores.values())

    def _is_poor(self, candidate: Candidate) -> bool:
        """Whether a label names somebody's words, or is a bare noun that hardly anybody takes up."""
        table, noun = self._table, candidate.noun
        if noun < 0 or candidate.own[candidates.FEATURES.index("deed")]:
            return False
        place = next((t for t in range(candidate.places[0], -1, -1) if table.concept[t] == noun), candidate.places[0])
        senses = load_cues().of("noun", table.columns.lemma[place].casefold())
        if any(sense.cue_class in _SAYINGS for sense in senses):
            return True
        seldom = len(candidate.places) <= _SELDOM and table.in_content[noun].sum() <= 1
        return seldom and " " not in candidate.words and not candidate.own[candidates.FEATURES.index("in a heading")]

    def candidates(self, issue: int) -> list[tuple[str, Vector]]:
        """The possible labels of an issue with their features, one value for each of `FEATURES`."""
        table, standing = self._table, self._standing[:, issue].tolist()
        founder = self._grouping.founders[issue]
        members = [n for n, i in enumerate(self._grouping.issue) if i == issue]
        inside = {token for n in members for token in table.contents[n]}
        named = table.in_sentence[:, members]
        akin = {founder, *(concept for concept, value in enumerate(standing) if value >= AKIN)}
        found = []
        for candidate in self._candidates:
            concepts = candidate.concepts
            if akin.isdisjoint(concepts):
                continue
            held = [min(standing[c], 0.99) for c in concepts]
            dynamic = [
                founder in concepts,
                founder == candidate.noun,
                founder in concepts and founder != candidate.noun,
                1.0 - math.prod(1.0 - value for value in held),
                standing[candidate.noun] if candidate.noun >= 0 else 0.0,
                math.log1p(len(candidate.places)),
                np.count_nonzero(named[list(concepts)].all(0)) / len(members) if members else 0.0,
                not inside.isdisjoint(candidate.places),
                sum(value < FOREIGN for value in held),
            ]
            found.append((candidate.words, np.array(dynamic + candidate.own, np.float64)))
        return found

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
