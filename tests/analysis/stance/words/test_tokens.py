"""Given a parsed Doc, its plain tokens answer as spaCy's do."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.entities.columns import columns_of
from briefing.analysis.layers import register_layers
from briefing.analysis.stance.words.tokens import tokens_of

TEXT = (
    "The mayor, who had not backed the tram line, said on Monday that shopkeepers and cyclists would reject it. "
    "“We won't pay,” Ms Alder told reporters, and walked out."
)


@pytest.fixture
def doc(nlp: Language) -> Doc:
    register_layers()
    doc = nlp.make_doc(TEXT)
    for name in nlp.pipe_names:
        if not name.startswith("briefing_"):
            doc = nlp.get_pipe(name)(doc)
    return doc


@pytest.mark.parametrize(
    "name",
    ["i", "idx", "text", "text_with_ws", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "n_lefts"],
)
def test_attributes_are_those_of_spacy(doc: Doc, name: str) -> None:
    assert [getattr(token, name) for token in tokens_of(columns_of(doc))] == [getattr(token, name) for token in doc]


@pytest.mark.parametrize("name", ["children", "lefts", "rights", "subtree", "conjuncts", "sent", "doc"])
def test_other_tokens_are_those_of_spacy(doc: Doc, name: str) -> None:
    for ours, theirs in zip(tokens_of(columns_of(doc)), doc, strict=True):
        assert [other.i for other in getattr(ours, name)] == [other.i for other in getattr(theirs, name)]


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_the_place_in_the_parse_is_that_of_spacy(doc: Doc, name: str) -> None:
    for ours, theirs in zip(tokens_of(columns_of(doc)), doc, strict=True):
        assert getattr(ours, name).i == getattr(theirs, name).i


def test_a_parse_deeper_than_python_calls_is_no_error(nlp: Language) -> None:
    register_layers()
    words = ["He", *["said"] * 3000]
    doc = Doc(nlp.vocab, words, heads=[1, 1, *range(1, 3000)], deps=["nsubj", "ROOT", *["ccomp"] * 2999])
    root = tokens_of(columns_of(doc))[1]
    assert [token.i for token in root.subtree] == list(range(3001))
