"""Given a noun whose owner is no more than an "'s", nobody's demand."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.attribution.constructions.predicative import add_predicative
from briefing.analysis.attribution.parsing.tokens import read_tokens
from briefing.analysis.layers import register_layers
from briefing.analysis.lexicon.cues import load_cues


def test_a_bare_mark_of_possession_owns_nothing(nlp: Language) -> None:
    register_layers()
    doc = Doc(
        nlp.vocab,
        words=["'s", "demand", ":", "a", "vote", "."],
        tags=["POS", "NN", ":", "DT", "NN", "."],
        pos=["PART", "NOUN", "PUNCT", "DET", "NOUN", "PUNCT"],
        lemmas=["'s", "demand", ":", "a", "vote", "."],
        heads=[1, 1, 1, 4, 1, 1],
        deps=["poss", "ROOT", "punct", "det", "appos", "punct"],
    )
    assert add_predicative(read_tokens(doc), [], load_cues()) == []
