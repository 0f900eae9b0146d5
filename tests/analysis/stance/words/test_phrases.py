"""Given a phrase of the lexicon, it is met in these words; given a wrong lexicon, an error with file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.stance.direction.labels import read_label
from briefing.analysis.stance.rules.condition import find_condition
from briefing.analysis.stance.words.attitudes import find_attitude
from briefing.analysis.stance.words.lexicon import load_stance_lexicon
from briefing.analysis.stance.words.lexicon_file import FOLDER
from briefing.analysis.stance.words.phrases import FirstWords, PhraseTable
from briefing.errors import ConfigurationError
from briefing.model import Span


@pytest.mark.parametrize(
    ("phrase", "words", "met"),
    [
        ("would not yet? say", "would not say", True),
        ("would not yet? say", "wouldn’t yet say", True),
        ("will not", "won't", True),
        ("support*", "supporters", True),
        ("sign|signs", "signal", False),
        ("asked", "tasked", False),
        ("vot* ... for", "voted on Monday for", True),
        ("*-era", "the Hoover-era rules", True),
    ],
)
def test_meets_phrases(phrase: str, words: str, met: bool) -> None:
    assert (PhraseTable([phrase]).first(words) is not None) is met


@pytest.mark.parametrize("before", ["", "would", "It would only support", "wouldn’t", "The guilds’"])
@pytest.mark.parametrize("text", ["not say", "support it if paid", "only", "’s only won’t", ""])
def test_words_in_front_of_a_text_are_a_part_of_it(before: str, text: str) -> None:
    table = PhraseTable(["would not? say", "support* ... if", "only"], ["not", "if", "will not"])
    assert list(table.hits(text, before)) == list(table.hits(f"{before} {text}"))


@settings(deadline=None)  # the first example loads the lexicon
@given(st.text(max_size=200))
def test_hits_are_slices_of_any_text(text: str) -> None:
    for hit in load_stance_lexicon().attitude_phrases.hits(text):
        assert text[hit.start : hit.end].strip() == hit.words


@given(st.text(alphabet="abdegilnoprstu -.A", max_size=200))
def test_an_apostrophe_elsewhere_in_the_text_changes_no_hit(text: str) -> None:
    table = PhraseTable(["sign|signs", "support*", "not ... in"])
    assert list(table.hits(text)) == list(table.hits(f"{text}. ’"))


@pytest.mark.parametrize("text", ["Nobody backs a toll, or signs for it", "a toll-era treaty", "it won’t sign", ""])
def test_tables_with_one_index_of_first_words_find_what_each_finds_alone(text: str) -> None:
    phrases = (["back*", "sign|signs ... it", "will not"], ["a toll", "*-era", "sign*"])
    shared = FirstWords()
    together = [PhraseTable(some, first_words=shared) for some in phrases]
    assert [list(table.hits(text)) for table in together] == [list(PhraseTable(some).hits(text)) for some in phrases]


@pytest.mark.parametrize(
    ("cue", "name", "sign"),
    [
        ("supports", "support", 1),
        ("does not support", "not-support", -1),
        ("has ruled out", "opposition", -1),
        ("did not rule out", "no-comment", 0),
        ("refused to condemn", "opposition-dropped", 0),
        ("called for an end to", "demand", -1),
    ],
)
def test_composes_the_attitude_of_a_cue(cue: str, name: str, sign: int) -> None:
    found = find_attitude(cue, load_stance_lexicon())
    assert found is not None
    assert (found.name, found.sign) == (name, sign)


@pytest.mark.parametrize(
    ("label", "sign", "operator"),
    [("Ending the embargo", -1, "end"), ("A ban on trawling", -1, "ban"), ("The merger", 1, None)],
)
def test_reads_the_direction_of_a_label(label: str, sign: int, operator: str | None) -> None:
    reading = read_label(label, load_stance_lexicon().operators)
    assert (reading.sign, reading.operator) == (sign, operator)


def test_the_condition_is_the_clause_with_its_opening_word() -> None:
    text = "The port would stay open, provided that the crews were paid, he said."
    found = find_condition(text, (Span(0, 59),), Span(0, len(text)))
    assert found is not None
    assert found.of(text) == "provided that the crews were paid"


def test_a_condition_has_no_comma_at_its_end() -> None:
    text = "As long as the crews are short of bread, the port stays shut."
    found = find_condition(text, (Span(0, 40),), Span(0, len(text)))
    assert found is not None
    assert found.of(text) == "As long as the crews are short of bread"


def test_a_wrong_lexicon_names_file_and_line(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "stance")
    (folder / "operators.toml").write_text('against = ["end"]\nfor = 3\nclaims = []\nlessening = []\n')
    with pytest.raises(ConfigurationError, match=r"operators.toml:2: for must be a list"):
        load_stance_lexicon(folder)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "They can live with it provided deliveries before 7 a.m. are free of charge.",
            "provided deliveries before 7 a.m. are free of charge",
        ),
        ("They would sign it if the U.S. Congress agreed.", "if the U.S. Congress agreed"),
        ("They would sign it only if Dr. Lund agreed.", "only if Dr. Lund agreed"),
        ("They would sign it if it began at 7 a.m. Others would not.", "if it began at 7 a.m"),
    ],
)
def test_a_condition_goes_on_behind_an_abbreviation(text: str, condition: str) -> None:
    found = find_condition(text, (Span(0, len(text)),), Span(0, len(text)))
    assert found is not None and found.of(text) == condition
