"""The annotated articles in: every mark means something that the article's header lists."""

from __future__ import annotations

import pytest

from briefing.analysis.training.corpus import DENSE_FOLDER, FOLDER, PLAIN_FOLDER, MarkedArticle, read_corpus


@pytest.fixture(scope="module")
def dense() -> tuple[MarkedArticle, ...]:
    return read_corpus(DENSE_FOLDER)


@pytest.fixture(scope="module")
def plain(dense: tuple[MarkedArticle, ...]) -> tuple[MarkedArticle, ...]:
    return (*read_corpus(PLAIN_FOLDER), *dense)


def test_a_dense_article_has_as_many_issues_as_a_real_one(dense: tuple[MarkedArticle, ...]) -> None:
    assert len(dense) > 100
    assert all(5 <= len(article.issues) <= 7 for article in dense)
    assert all(len(article.attributions) >= 30 for article in dense)


def test_every_side_is_taken_on_an_issue_of_the_article(plain: tuple[MarkedArticle, ...]) -> None:
    for article in plain:
        issues = {issue.id for issue in article.issues}
        for attribution in article.attributions:
            assert attribution.issue in issues or (attribution.issue is None and attribution.stance == "unclear"), (
                article.id
            )


def test_every_holder_is_listed(plain: tuple[MarkedArticle, ...]) -> None:
    for article in plain:
        names = {stakeholder.name for stakeholder in article.stakeholders}
        assert all(set(attribution.holders) <= names for attribution in article.attributions), article.id


def test_every_label_of_a_plain_article_can_be_worded_and_turned(plain: tuple[MarkedArticle, ...]) -> None:
    for article in plain:
        for issue in article.issues:
            assert issue.also and issue.counter, article.id
            assert len({issue.label, issue.counter}) == 2, article.id


def test_no_article_stands_in_two_folders() -> None:
    names = [path.stem for folder in (FOLDER, PLAIN_FOLDER, DENSE_FOLDER) for path in folder.glob("*.xml")]
    assert len(names) == len(set(names)) > 800
