"""Given "according to" with nobody behind it, no account."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.attribution.constructions.accounts import add_accounts
from briefing.analysis.attribution.parsing.tokens import read_tokens
from briefing.analysis.layers import register_layers


def test_a_dash_behind_according_to_tells_nothing(nlp: Language) -> None:
    register_layers()
    doc = Doc(
        nlp.vocab,
        words=["The", "price", "rose", "according", "to", "—", "."],
        tags=["DT", "NN", "VBD", "VBG", "IN", ":", "."],
        pos=["DET", "NOUN", "VERB", "VERB", "ADP", "PUNCT", "PUNCT"],
        lemmas=["the", "price", "rise", "accord", "to", "—", "."],
        heads=[1, 2, 2, 2, 3, 4, 2],
        deps=["det", "nsubj", "ROOT", "prep", "prep", "pobj", "punct"],
    )
    assert add_accounts(read_tokens(doc), []) == []
