"""The articles to measure with: every content stands in its article once, and nothing of them is learned from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.analysis.training.corpus import read_whole_corpus

FOLDER = Path(__file__).parents[2] / "yardstick"
GOLD = sorted(FOLDER.glob("*/*.gold.json"))
RUN = 14
"""Words in a row that two articles share only if one was taken from the other; stock phrases are shorter."""


def runs_of(text: str) -> Iterator[str]:
    words = re.findall(r"\w+", text.casefold())
    return (" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_what_is_annotated_stands_in_the_article(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (path.parent / gold["article"]).read_text(encoding="utf-8")
    holders = {holder["name"] for holder in gold["stakeholders"]}
    issues = {issue["id"] for issue in gold["issues"]}
    for statement in gold["statements"]:
        assert text.count(statement["content"]) == 1
        assert statement["stakeholder"] in holders
        assert statement["issue"] in issues


def test_no_article_is_learned_from() -> None:
    measured = {
        run for path in GOLD for run in runs_of((path.parent / path.name[:-10]).with_suffix(".txt").read_text())
    }
    assert len(GOLD) == 85
    assert not [run for article in read_whole_corpus() for run in runs_of(article.text) if run in measured]
