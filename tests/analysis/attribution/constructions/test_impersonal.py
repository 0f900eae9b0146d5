"""Where nobody speaks: a place, or a thing that needs another one."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    "text",
    [
        "The job was hard and demanded patience.",
        "Workers at the Carrow shipyard will vote next week on a charge that nobody likes.",
    ],
)
def test_nobody_says_it(nlp: Language, text: str) -> None:
    assert [a for a in nlp(text)._.briefing_attributions if a.source and a.source.of(text) in text[:12]] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The union was angry and demanded patience.", "The union"),
        ("The report demanded action.", "The report"),
        ("The petition demanded an end to the levy.", "The petition"),
    ],
)
def test_who_or_what_speaks_demands(nlp: Language, text: str, source: str) -> None:
    assert source in {a.source.of(text) for a in nlp(text)._.briefing_attributions if a.source}
