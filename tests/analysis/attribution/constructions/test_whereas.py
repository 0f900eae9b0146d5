"""What others say behind "while" is theirs, not the first speaker's."""

from __future__ import annotations

import pytest
from spacy.language import Language


def said(nlp: Language, text: str) -> dict[str, list[str]]:
    """What each source of a text says."""
    found: dict[str, list[str]] = {}
    for one in nlp(text)._.briefing_attributions:
        found.setdefault(one.source.of(text), []).append(" … ".join(span.of(text) for span in one.content))
    return found


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The union said the cap was fair, while the Chamber of Trade said it was a tax on jobs.",
            "the cap was fair",
            "the Chamber of Trade",
        ),
        (
            "Voters said the cap should be higher, whereas pensioners wanted it abolished.",
            "the cap should be higher",
            "pensioners",
        ),
        (
            "Voters said the cap should be higher, while pensioners called for it to be abolished.",
            "the cap should be higher",
            "pensioners",
        ),
    ],
)
def test_each_of_two_says_her_own_part(nlp: Language, text: str, first: str, second: str) -> None:
    found = said(nlp, text)
    assert next(iter(found.values())) == [first]
    assert second in found


@pytest.mark.parametrize(
    "text",
    [
        "The union said the cap was fair, while the ferries were too late.",
        "The union said the cap was fair while the ministry wrote its report.",
        "The union said prices would rise, while they feared for their jobs.",
    ],
)
def test_what_is_told_of_things_stays_with_the_speaker(nlp: Language, text: str) -> None:
    assert any("while" in words for words in said(nlp, text)["The union"])
