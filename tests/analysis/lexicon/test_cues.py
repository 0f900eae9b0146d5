"""The cue lexicon: what it says about words, and what it says about its own mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.analysis.lexicon.cues import FILE, SAYING, SAYING_OR_ASKING, american, load_cues
from briefing.errors import ConfigurationError


def test_the_lexicon_of_the_package_is_sound() -> None:
    lexicon = load_cues()
    assert {sense.cue_class for senses in lexicon.senses.values() for sense in senses} <= set(lexicon.classes)


@pytest.mark.parametrize(
    ("lemma", "words", "cue_class", "direction"),
    [
        ("say", "say", "speech", "none"),
        ("oppose", "oppose", "opposition", "against"),
        ("call", "call for", "demand", "for"),
        ("rule", "rule out", "refusal", "against"),
        ("criticise", "criticize", "criticism", "against"),
        ("favour", "favor", "support", "for"),
    ],
)
def test_senses_of_verbs(lemma: str, words: str, cue_class: str, direction: str) -> None:
    senses = [sense for sense in load_cues().of("verb", lemma) if sense.words == words]
    assert (cue_class, direction) in {(sense.cue_class, sense.direction) for sense in senses}


def test_longer_cues_come_first() -> None:
    senses = load_cues().of("verb", "call")
    assert [len(sense.particles) for sense in senses] == sorted((len(s.particles) for s in senses), reverse=True)


def test_a_sense_has_class_and_frame_together() -> None:
    lexicon = load_cues()
    assert lexicon.has_sense("verb", "say", SAYING, frame="clause", phrasal=False)
    assert not lexicon.has_sense("verb", "wonder", SAYING)
    assert lexicon.has_sense("verb", "wonder", SAYING_OR_ASKING)
    assert lexicon.has_sense("verb", "praise", SAYING)
    assert not lexicon.has_sense("verb", "praise", SAYING, frame="clause")


def test_senses_with_further_words_count_only_where_they_may() -> None:
    lexicon = load_cues()
    assert lexicon.has_sense("verb", "rule", {"refusal"})
    assert not lexicon.has_sense("verb", "rule", {"refusal"}, phrasal=False)


@pytest.mark.parametrize(
    ("british", "expected"),
    [("criticise", "criticize"), ("analyse", "analyze"), ("favour", "favor"), ("raise", "raise"), ("rise", "rise")],
)
def test_british_spelling(british: str, expected: str) -> None:
    assert american(british) == expected or load_cues().of("verb", british) == load_cues().of("verb", expected)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('factuality = "reported"', 'factuality = "told"', "factuality 'told'"),
        ('frames = ["clause"]', 'frames = ["sentence"]', "frame 'sentence'"),
        ('class = "speech"', 'class = "speach"', "class 'speach'"),
        ("\n[[light]]", "\n[[heavy]]", "section 'heavy'"),
    ],
)
def test_mistakes_are_named_with_file_and_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = FILE.read_text(encoding="utf-8").replace(old, new, 1)
    path = tmp_path / "cues.toml"
    path.write_text(text, encoding="utf-8")
    line = next(n for n, words in enumerate(text.splitlines(), 1) if new.strip() in words and not words.startswith("#"))
    with pytest.raises(ConfigurationError, match=f"cues.toml:{line}: {message}"):
        load_cues(path)


def test_a_file_that_is_no_toml(tmp_path: Path) -> None:
    path = tmp_path / "cues.toml"
    path.write_text("[class", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="not valid TOML"):
        load_cues(path)
