"""Given participles with "by" that hang on one noun, however many, each takes its own speaker's side of that noun."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.attribution.constructions.participles import add_participles
from briefing.analysis.attribution.parsing.tokens import read_tokens
from briefing.analysis.lexicon.cues import load_cues

MANY = 300


def chain(nlp: Language) -> Doc:
    """ "plans supported by Oslo0 and supported by Oslo1 …", parsed: each participle is joined to the one before."""
    rows = [("plans", "NNS", "NOUN", 0, "ROOT")]
    above = 0
    for number in range(MANY):
        if number:
            rows.append(("and", "CC", "CCONJ", above, "cc"))
        verb = len(rows)
        rows += [
            ("supported", "VBN", "VERB", above, "conj" if number else "acl"),
            ("by", "IN", "ADP", verb, "agent"),
            (f"Oslo{number}", "NNP", "PROPN", verb + 1, "pobj"),
        ]
        above = verb
    words, tags, parts, heads, relations = (list(column) for column in zip(*rows, strict=True))
    lemmas = ["support" if word == "supported" else word for word in words]
    return Doc(nlp.vocab, words=words, tags=tags, pos=parts, lemmas=lemmas, heads=heads, deps=relations)


def test_each_of_very_many_joined_participles_names_who_takes_its_side(nlp: Language) -> None:
    tokens = read_tokens(chain(nlp))
    found = add_participles(tokens, [], load_cues())
    said = [([tokens.words[i] for i in d.source], [tokens.words[i] for i in d.content]) for d in found]
    assert said == [([f"Oslo{number}"], ["plans"]) for number in range(MANY)]
