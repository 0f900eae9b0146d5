"""The lists by which single constructions are known: what is in them, and what is said about a file that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.analysis.lexicon.words import FILE, load_word_lists
from briefing.errors import ConfigurationError


def test_each_list_holds_its_words_and_the_lemmas_their_forms() -> None:
    lists = load_word_lists()
    assert "survey" in lists.polls
    assert "fact check" in lists.column_names
    assert lists.lemmas["hoping"] == "hope"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('polls = ["poll", "survey"]', 'poll = ["poll"]', "key 'poll' is unknown"),
        ('polls = ["poll", "survey"]\n', "", "polls is missing"),
        ('polls = ["poll", "survey"]', "polls = 3", "polls must be a list"),
        ('hoping = "hope"', "hoping = 3", "hoping must be a word"),
    ],
)
def test_mistakes_are_named_with_the_file(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "words.toml"
    path.write_text(FILE.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=rf"words\.toml:\d+: {message}"):
        load_word_lists(path)
