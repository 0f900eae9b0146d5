"""Given concepts and statements, which issues are founded and which statement goes where."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.issues import evidence, kinship, salience
from briefing.analysis.issues.concepts import ConceptTable, read_concepts
from briefing.analysis.issues.features import stacked
from briefing.analysis.issues.grouping import SETTINGS, Settings, group_statements, with_only
from briefing.analysis.issues.model import load_model
from briefing.analysis.issues.words import stem
from briefing.analysis.training.corpus import read_corpus
from briefing.analysis.training.marked_document import marked_documents


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    """One article of the corpus with its annotated statements."""
    article = next(article for article in read_corpus() if article.id == "c-steel-tariff")
    return next(marked_documents([article], nlp))


@pytest.fixture(scope="module")
def table(doc: Doc) -> ConceptTable:
    return read_concepts(doc)


def test_a_concept_joins_noun_and_verb_of_one_root(nlp: Language) -> None:
    table = read_concepts(nlp("The closure was delayed. They will close it."))
    assert stem("closure") in table.stems
    assert table.in_sentences[table.stems.index(stem("closure"))].sum() >= 1


def test_names_of_people_are_no_concepts(doc: Doc, table: ConceptTable) -> None:
    people = {word for actor in doc._.briefing_actors if actor.kind == "person" for word in actor.name.split()}
    assert people
    assert not {stem(word) for word in people} & set(table.stems)


def test_a_content_lies_in_its_sentence(table: ConceptTable) -> None:
    assert (table.in_content <= table.in_sentence).all()


def test_every_model_gets_its_features(doc: Doc, table: ConceptTable) -> None:
    rows = [0, 1, 2]
    assert salience.features_of(doc, table).shape == (len(table), len(salience.FEATURES))
    assert stacked(kinship.kinship_features(table, rows)).shape == (3, len(table), len(kinship.FEATURES))
    weight = np.zeros((len(table), 2))
    found = stacked(evidence.evidence_features(table, (0, 1), weight, weight))
    assert found.shape == (len(table.statements), 2, len(evidence.FEATURES))
    assert np.isfinite(found).all()


def test_kinship_is_the_same_both_ways(table: ConceptTable) -> None:
    rows = list(range(5))
    likeness = stacked(kinship.kinship_features(table, rows))[:, rows]
    one_way = [n for n, name in enumerate(kinship.FEATURES) if not name.startswith("occurrences")]
    assert np.allclose(likeness[:, :, one_way], likeness.transpose(1, 0, 2)[:, :, one_way])


def test_each_founder_is_likely_and_speaks_wholly_for_its_issue(doc: Doc, table: ConceptTable) -> None:
    model = load_model()
    probability = model.salience_of(doc, table)
    grouping = group_statements(table, model, probability)
    for number, founder in enumerate(grouping.founders):
        assert probability[founder] >= SETTINGS.least
        assert grouping.weight[founder, number] == 1.0
        assert number in grouping.issue


def test_statements_of_an_issue_that_is_given_up_go_to_another(doc: Doc, table: ConceptTable) -> None:
    model = load_model()
    grouping = group_statements(table, model, model.salience_of(doc, table))
    assert set(with_only(table, grouping, [0]).issue) <= {0, -1}


def test_a_statement_without_evidence_goes_to_none(doc: Doc, table: ConceptTable) -> None:
    model = load_model()
    probability = model.salience_of(doc, table)
    strict = group_statements(table, model, probability, Settings(none=50.0))
    for statement, issue in enumerate(strict.issue):
        named = [bool(table.in_content[founder, statement]) for founder in strict.founders]
        assert (issue >= 0) == any(named)


def test_more_settings_less_issues(doc: Doc, table: ConceptTable) -> None:
    model = load_model()
    probability = model.salience_of(doc, table)
    few = group_statements(table, model, probability, Settings(most=2))
    many = group_statements(table, model, probability, Settings(merge=-99.0))
    assert len(few.founders) <= 2 <= len(many.founders)
