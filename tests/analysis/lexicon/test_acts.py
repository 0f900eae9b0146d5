"""The lexicon of deeds that show a side: what it answers, and what it says about a file it cannot use."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.analysis.lexicon.acts import load_acts
from briefing.errors import ConfigurationError


def test_a_verb_is_found_in_british_spelling_too() -> None:
    assert load_acts().acts_of("organise") == load_acts().acts_of("organize") != ()


def test_a_verb_without_such_deeds_has_none() -> None:
    assert load_acts().acts_of("sing") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("phrases = [", "not valid TOML"),
        ('[[acts]]\nverbs = ["sign"]\nobject = ["bill"]\n', "key 'object' is unknown"),
        ('[[acts]]\nverbs = ["sign"]\n', "has no 'objects'"),
        ('adjunct = ["in protest"]\n', "key 'adjunct' is unknown"),
    ],
)
def test_errors_name_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "acts.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=message):
        load_acts(path)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        load_acts(tmp_path / "none.toml")
