"""The quick recogniser and numpy's products find what spaCy alone finds."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.analysis.quick_products import NumpyProducts, quicken_products
from briefing.analysis.quick_recognizer import is_known, quicken_recognizer

TEXTS = (
    "",
    " \n\n \n",
    "Rome",
    "Ana Ruiz, 41, of the Harbour Council met Tom Okafor in New Delhi on Monday, 3 March 2025, at 9 a.m.\n\n"
    "The European Investment Bank lent $4.2 million to Peru\nand Chile, she said. “Not one cent more,” said Ruiz.",
    "the United States of America the United Nations Security Council Resolution 242 the New York Times Company",
)
PIECES = st.sampled_from(
    [
        "Ana",
        "Ruiz",
        "Peru",
        "the",
        "Bank",
        "of",
        "said",
        "3",
        "March",
        "$",
        "million",
        "\n\n",
        "  ",
        ".",
        ",",
        "“",
        "UN",
    ]
)


@lru_cache(maxsize=2)
def pipeline(quick: bool) -> Language:
    nlp = spacy.load(installed_package(DEFAULT_MODEL), exclude=["senter", "tagger", "attribute_ruler", "lemmatizer"])
    if quick:
        quicken_products(nlp)
        quicken_recognizer(nlp)
    return nlp


def entities(doc: Doc) -> list[tuple[str, str]]:
    return [(token.ent_iob_, token.ent_type_) for token in doc]


def test_takes_the_place_of_the_models_recogniser() -> None:
    names = pipeline(quick=True).pipe_names
    assert "recognizer" in names
    assert "ner" not in names


@pytest.mark.parametrize("text", TEXTS)
def test_finds_the_entities_that_spacy_finds(text: str) -> None:
    assert entities(pipeline(quick=True)(text)) == entities(pipeline(quick=False)(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sets(st.integers(1, 24), max_size=4))
def test_finds_what_spacy_finds_whatever_the_sentence_borders(words: list[str], borders: set[int]) -> None:
    found = []
    for quick in (False, True):
        nlp = pipeline(quick)
        doc = Doc(nlp.vocab, words)
        for token in doc:
            token.is_sent_start = token.i in borders
        for name in nlp.pipe_names:
            if name != "parser":
                doc = nlp.get_pipe(name)(doc)
        found.append(entities(doc))
    assert found[0] == found[1]


def test_entities_that_are_given_stay() -> None:
    nlp = pipeline(quick=True)
    doc = nlp.make_doc("Ana Ruiz met the council of Lima.")
    doc.set_ents([Span(doc, 3, 5, label="ORG")], default="unmodified")
    assert (3, 5) in [(entity.start, entity.end) for entity in nlp.get_pipe("recognizer")(doc).ents]


def test_another_kind_of_recogniser_is_left_alone() -> None:
    nlp = spacy.blank("en")
    assert not is_known(nlp.add_pipe("entity_ruler", name="ner"))
    assert not is_known(nlp.add_pipe("beam_ner"))
    quicken_recognizer(nlp)
    assert nlp.pipe_names == ["ner", "beam_ner"]


def test_products_are_those_of_thinc() -> None:
    random = np.random.default_rng(7)
    one, other = random.random((5, 3), np.float32), random.random((4, 3), np.float32)
    out = np.zeros((5, 4), np.float32)
    ours, theirs = NumpyProducts(), NumpyOps()
    assert np.allclose(ours.gemm(one, other, trans2=True, out=out), theirs.gemm(one, other, trans2=True))
    assert np.allclose(out, one @ other.T)
    assert np.allclose(ours.gemm(one, one, trans1=True), theirs.gemm(one, one, trans1=True))


def test_operations_of_another_kind_stay() -> None:
    class Own(NumpyOps):
        pass

    nlp = spacy.blank("en")
    model = nlp.add_pipe("ner").model  # type: ignore[attr-defined]
    own = Own()
    model.layers[0].ops = own
    quicken_products(nlp)
    assert model.layers[0].ops is own
    assert type(model.ops) is NumpyProducts
