"""Sources that the tagger missed or took from the wrong place: what the parse gives instead."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.sources import complete_sources
from briefing.analysis.attribution.tokens import Tokens, read_tokens


def span(tokens: Tokens, words: str) -> list[int]:
    start = tokens.text.index(words)
    return tokens.between(start, start + len(words)) if words else []


def completed(nlp: Language, text: str, cue: str, content: str, source: str = "") -> tuple[str, str]:
    tokens = read_tokens(nlp(text))
    draft = Draft(span(tokens, source), span(tokens, cue), span(tokens, content))
    complete_sources(tokens, [draft])
    found = " ".join(tokens.words[i] for i in draft.source)
    return found, " ".join(tokens.words[i] for i in draft.content)


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("The mayor promised a bridge.", "promised", "a bridge", "The mayor"),
        ("The mayor is ashamed of the bridge.", "is ashamed of", "the bridge", "The mayor"),
        ("The general is said to favor a truce.", "is said to favor", "a truce", "The general"),
        ("“Who pays?” asked the union.", "asked", "“Who pays?”", "the union"),
    ],
)
def test_the_subject_of_the_cue_is_filled_in(text: str, cue: str, content: str, source: str, nlp: Language) -> None:
    assert completed(nlp, text, cue, content)[0] == source


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The plan was rejected on Monday.", "was rejected", "The plan"),
        ("The plan seems dead.", "seems", "dead"),
    ],
)
def test_what_has_no_source_in_the_language_gets_none(text: str, cue: str, content: str, nlp: Language) -> None:
    assert completed(nlp, text, cue, content)[0] == ""


def test_a_passive_speaks_with_the_voice_after_by(nlp: Language) -> None:
    text = "The plan was dismissed by the mayor as a joke."
    source, content = completed(nlp, text, "was dismissed by", "the mayor as a joke", source="The plan")
    assert (source, content) == ("the mayor", "as a joke")


@pytest.mark.parametrize(
    ("source", "expected"),
    [("The mayor,", "The mayor"), ("Ana Ruiz, the mayor,", "Ana Ruiz , the mayor ,")],
)
def test_a_comma_at_the_end_of_a_source_closes_an_apposition(source: str, expected: str, nlp: Language) -> None:
    text = f"{source} said on Monday that the bridge was safe."
    assert completed(nlp, text, "said", "that the bridge was safe", source=source)[0] == expected
