"""Given how a statement is cut into cue and content, what is read as its attitude and what as its object."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Attribution, Judgement
from briefing.analysis.stance.statement.cue import without_cue
from briefing.model import Span


def test_a_piece_of_the_content_that_is_nothing_but_the_cue_says_nothing_twice() -> None:
    cue, reason = Span(10, 21), Span(40, 80)
    attribution = Attribution(id="a", source=None, cue=cue, content=(cue, reason))
    assert without_cue(attribution) == ((reason,), cue)


def test_a_content_that_is_all_cue_stays() -> None:
    cue = Span(10, 21)
    attribution = Attribution(id="a", source=None, cue=cue, content=(cue,))
    assert without_cue(attribution) == ((cue,), None)


@pytest.mark.parametrize(
    "sentence",
    [
        "The skippers <have signed> {a motion calling for the toll to be halted}.",
        "The skippers <put> {their names to a letter against the toll}.",
    ],
)
def test_a_deed_whose_document_stands_behind_the_cue_takes_the_side_of_its_purpose(
    judge: Callable[..., Judgement], sentence: str
) -> None:
    assert judge(sentence, "The river toll", form="action").stance == "opposes"
