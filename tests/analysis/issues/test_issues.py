"""Given statements, these issues; given a codebook, hers first."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.issues.codebook import read_codebooks
from briefing.analysis.issues.component import IssuesStep
from briefing.analysis.issues.grouping import SETTINGS
from briefing.analysis.training.corpus import read_corpus
from briefing.analysis.training.marked_document import marked_documents
from briefing.errors import ConfigurationError


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    """One article of the corpus with its annotated statements."""
    article = next(article for article in read_corpus() if article.id == "c-steel-tariff")
    return next(marked_documents([article], nlp))


def test_finds_a_few_issues_with_different_labels(doc: Doc) -> None:
    issues, issue_of = IssuesStep().predict(doc)
    assert 1 <= len(issues) <= SETTINGS.most
    assert len({issue.label.casefold() for issue in issues}) == len(issues)
    assert set(issue_of.values()) <= {issue.id for issue in issues}


def test_every_issue_has_a_statement_and_a_term_of_the_article(doc: Doc) -> None:
    issues, issue_of = IssuesStep().predict(doc)
    for issue in issues:
        assert issue.id in issue_of.values()
        assert all(term in doc.text.casefold() for term in issue.terms)


def test_a_label_is_never_a_bare_actor(doc: Doc) -> None:
    names = {name.casefold() for actor in doc._.briefing_actors for name in (actor.name, *actor.aliases)}
    issues, _ = IssuesStep().predict(doc)
    assert not {issue.label.casefold() for issue in issues} & names


def test_a_body_that_says_nothing_can_be_what_others_speak_about(nlp: Language) -> None:
    text = "Chile backs the border commission. Peru rejected the border commission."
    assert {issue.label for issue in nlp(text)._.briefing_issues} == {"Border commission"}


def test_one_statement_is_enough(nlp: Language) -> None:
    doc = nlp("The union wants a ban on night flights.")
    assert doc._.briefing_attributions
    assert [issue.label for issue in doc._.briefing_issues] == ["Ban on night flights"]


def test_a_statement_without_a_noun_has_no_issue(nlp: Language) -> None:
    assert nlp("“Never,” she said.")._.briefing_issues == ()


def test_finds_the_same_again(doc: Doc) -> None:
    assert IssuesStep().predict(doc) == IssuesStep().predict(doc)


def test_no_statements_no_issues(nlp: Language) -> None:
    assert nlp("")._.briefing_issues == ()


def test_a_codebook_comes_first(doc: Doc, tmp_path: Path) -> None:
    path = tmp_path / "trade.toml"
    path.write_text('[[issue]]\nlabel = "Steel duties"\nkeywords = ["tariff*", "dut*"]\n')
    issues, issue_of = IssuesStep(read_codebooks([path])).predict(doc)
    assert (issues[0].id, issues[0].label) == ("steel-duties", "Steel duties")
    assert "steel-duties" in issue_of.values()


def test_a_demand_named_like_an_issue_of_the_codebook_belongs_to_it(nlp: Language, tmp_path: Path) -> None:
    path = tmp_path / "plant.toml"
    path.write_text('[[issue]]\nlabel = "Closing the plant"\nkeywords = ["plant closure"]\n')
    article = "The board wants to close the plant. The union called for a longer inquiry into the fire."
    doc = nlp(article + " The mayor defended the plant closure.")
    issues, issue_of = IssuesStep(read_codebooks([path])).predict(doc)
    labels = {issue.id: issue.label for issue in issues}
    assert next(labels.get(issue_of.get(a.id, "")) for a in doc._.briefing_attributions) == "Closing the plant"
    assert len(set(labels)) == len(issues)


def test_an_issue_that_is_named_with_a_keyword_of_the_codebook_is_the_codebook_s(nlp: Language, tmp_path: Path) -> None:
    """The keyword stands in the label, though not in every statement of the issue."""
    path = tmp_path / "own.toml"
    path.write_text('[[issue]]\nlabel = "Tax relief"\nkeywords = ["bonus"]\n', encoding="utf-8")
    doc = nlp("The union wants a bonus. On the bonus, ministers said that the state had no money.")
    issues, issue_of = IssuesStep(read_codebooks([path])).predict(doc)
    assert [issue.label for issue in issues] == ["Tax relief"]
    assert set(issue_of.values()) == {issues[0].id}


def test_a_codebook_issue_without_content_leaves_the_others_alone(nlp: Language, tmp_path: Path) -> None:
    path = tmp_path / "other.toml"
    path.write_text('[[issue]]\nlabel = "Other"\nkeywords = ["zeppelin"]\n')
    doc = nlp("The union wants a ban on night flights.")
    issues, _ = IssuesStep(read_codebooks([path])).predict(doc)
    assert [issue.label for issue in issues] == ["Ban on night flights"]


def test_reads_a_csv_codebook(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("tag,description,keywords\nFishing ban,,cod; nets\nHarbor tunnel,road,\n")
    assert [(issue.label, issue.keywords) for issue in read_codebooks([path])] == [
        ("Fishing ban", ("cod", "nets")),
        ("Harbor tunnel", ("Harbor tunnel",)),
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.toml", '[[issue]]\nlabel = "A"\n\n[[issue]]\nname = "B"\n', "a.toml:4: name is unknown"),
        ("b.toml", '[[issue]]\nkeywords = ["x"]\n', "b.toml:1: this issue needs a label"),
        ("c.csv", "name\nA\n", "c.csv:1: the first line must name the columns"),
        ("d.csv", "tag\nA\n,x\n", "d.csv:3"),
        ("e.csv", b"tag\nCaf\xe9\n", "e.csv:2: not UTF-8 text; save the file as UTF-8"),
    ],
)
def test_names_file_and_line_of_an_error(tmp_path: Path, name: str, content: str | bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ConfigurationError, match=message):
        read_codebooks([path])
