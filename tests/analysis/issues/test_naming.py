"""Given an issue and the phrases of the article, the phrase that names the issue."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from spacy.language import Language

from briefing.analysis.issues import naming
from briefing.analysis.issues.candidates import FEATURES, Candidate
from briefing.analysis.issues.concepts import ConceptTable, read_concepts
from briefing.analysis.issues.grouping import Grouping
from briefing.analysis.issues.label_table import UNLIKELY, table_of
from briefing.analysis.issues.naming import POOR, Namer
from briefing.analysis.issues.words import stem

TEXT = (
    "Shopkeepers voiced criticism of the harbor toll. The baker repeated her criticism of the toll. "
    "Anglers asked for a pontoon beside the harbor toll."
)


def label(
    table: ConceptTable, better: str, worse: str, lead: float, words: Mapping[str, float] = MappingProxyType({})
) -> str:
    """The label out of two phrases of which one is worth more by `lead`, given what stems tell of issues."""

    def candidate(words: str, worth: float) -> Candidate:
        noun = table.stems.index(stem(words.split()[-1]))
        own = [0.0] * len(FEATURES)
        own[FEATURES.index("words")] = worth
        places = np.flatnonzero(table.concept == noun).tolist()
        return Candidate(words, frozenset({noun, founder}), noun, own, places)

    founder = table.stems.index(stem("toll"))
    count = len(table.statements)
    weight = np.zeros((len(table), 1))
    weight[founder] = 1.0
    grouping = Grouping((founder,), weight, np.ones((count, 1)), (0,) * count)
    weights = np.zeros(len(naming.FEATURES) + 1)
    weights[len(naming.FEATURES) - len(FEATURES) + FEATURES.index("words")] = 1.0
    labels = [candidate(better, 1.0 + lead), candidate(worse, 1.0)]
    return Namer(table, grouping, np.ones(len(table)), table_of(table, labels, words), weights).best(0)[0]


def test_what_somebody_says_gives_way_to_what_is_nearly_as_good(nlp: Language) -> None:
    table = read_concepts(nlp(TEXT))
    assert label(table, "fresh criticism", "harbor toll", POOR / 2) == "Harbor toll"
    assert label(table, "fresh criticism", "harbor toll", POOR * 2) == "Fresh criticism"


def test_a_bare_noun_that_one_statement_names_gives_way_too(nlp: Language) -> None:
    table = read_concepts(nlp(TEXT))
    assert label(table, "pontoon", "harbor toll", POOR / 2) == "Harbor toll"
    assert label(table, "harbor toll", "pontoon", POOR / 2) == "Harbor toll"


def test_a_bare_noun_that_names_no_issue_elsewhere_gives_way_to_a_phrase(nlp: Language) -> None:
    table = read_concepts(nlp(TEXT))
    unlikely = {stem("anglers"): -0.4}
    assert label(table, "anglers", "harbor toll", UNLIKELY / 2) == "Anglers"
    assert label(table, "anglers", "harbor toll", UNLIKELY / 2, unlikely) == "Harbor toll"
    assert label(table, "anglers", "harbor toll", UNLIKELY * 2, unlikely) == "Anglers"
