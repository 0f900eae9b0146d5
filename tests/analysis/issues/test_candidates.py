"""Given an article, the phrases that could name what it is about."""

from __future__ import annotations

import numpy as np
from spacy.language import Language

from briefing.analysis.issues.candidates import candidates_of
from briefing.analysis.issues.concepts import read_concepts

TEXT = (
    "Ilse Brandt, the canal authority's chief engineer, said the new lock would flood the meadows. "
    "The chief engineer asked for a flood gate. Farmers backed the flood gate."
)


def words_of(nlp: Language, text: str) -> set[str]:
    doc = nlp(text)
    table = read_concepts(doc)
    return {candidate.words.casefold() for candidate in candidates_of(doc, table, np.full(len(table), 0.5))}


def test_a_thing_that_is_asked_for_could(nlp: Language) -> None:
    assert "flood gate" in words_of(nlp, TEXT)


def test_what_somebody_is_names_nobody_s_matter(nlp: Language) -> None:
    assert not {words for words in words_of(nlp, TEXT) if "engineer" in words}


def test_people_whom_nobody_is_called_by_could(nlp: Language) -> None:
    assert "chief engineer" in words_of(nlp, "Farmers asked for a chief engineer. The council backed the flood gate.")
