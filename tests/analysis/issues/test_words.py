"""A word in; its stem out."""

from __future__ import annotations

import pytest

from briefing.analysis.issues.words import stem


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("Negotiations", "negoti"),
        ("negotiation", "negoti"),
        ("closings", "clos"),
        ("closed", "clos"),
        ("close", "clos"),
        ("settlement’s", "settl"),
        ("parties", "part"),
        ("moratorium", "moratorium"),
    ],
)
def test_one_ending_is_cut(word: str, root: str) -> None:
    assert stem(word) == root


def test_of_several_endings_the_longest_is_cut_and_only_that() -> None:
    assert stem("privatisation") == "privat"
    assert stem("partnerships") == "partner"


@pytest.mark.parametrize("word", ["ban", "bans", "tax", "city", "ring", "union", "al", ""])
def test_four_letters_are_left(word: str) -> None:
    assert stem(word) == word
