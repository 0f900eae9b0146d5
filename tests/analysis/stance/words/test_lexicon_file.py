"""Given a TOML file of words, its lists as sets and as alternatives, or an error that names the line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.analysis.stance.rules import reasoning, wanting
from briefing.analysis.stance.words.lexicon_file import FOLDER, load_alternatives, load_words
from briefing.errors import ConfigurationError


def test_reads_lists_as_alternatives_and_as_sets(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text('merits = ["good points", "pros"]\n', encoding="utf-8")
    assert re.fullmatch(f"its {load_alternatives(file)['merits']}", "its good points")
    assert load_words(file) == {"merits": {"good points", "pros"}}


def test_names_the_line_of_what_is_no_list_of_words(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text('merits = ["pros"]\nflaws = "cons"\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"words\.toml:2: flaws must be a list of phrases"):
        load_words(file)


def test_every_list_of_the_set_phrases_has_its_place_in_one() -> None:
    code = "".join(Path(module.__file__).read_text(encoding="utf-8") for module in (wanting, reasoning))
    assert [
        key for key in load_words(FOLDER / "frames.toml") if f'"{key}"' not in code and f"'{key}'" not in code
    ] == []
