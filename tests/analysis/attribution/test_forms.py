"""What is a deed that shows a position, and what is told or wanted."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("The council voted for the levy.", "action"),
        ("The senate has vetoed the bill.", "action"),
        ("The ministry suspended the talks on Friday.", "action"),
        ("The union refused to sign the charter.", "indirect"),
        ("The council would vote for the levy.", "indirect"),
        ("The council did not vote for the levy.", "indirect"),
        ("The council said that it had vetoed the bill.", "indirect"),
        ("The union supports the levy.", "indirect"),
    ],
)
def test_form(nlp: Language, sentence: str, form: str) -> None:
    assert [attribution.form for attribution in nlp(sentence)._.briefing_attributions] == [form]
