"""The table of rules finds what spaCy's own matcher finds."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.analysis.quick_rules import RuleTable, quicken

SENTENCES = (
    "",
    "   \n\n",
    "There is a plan that the council said it won't back.",
    "I ain't gonna stay; y'all let's go. They've got ta leave nothin' behind, c'm on!",
    "“That is all we have,” she'd said — and hers is the vote that's been cast.",
    "Some of those who are being asked to do so do; others, being wary, need not.",
)


@pytest.fixture(scope="module")
def model() -> Language:
    return spacy.load(installed_package(DEFAULT_MODEL))


def parsed(model: Language, text: str) -> Doc:
    """A Doc as the model's ruler meets it."""
    doc = model.make_doc(text)
    for name in ("tok2vec", "tagger", "parser"):
        doc = model.get_pipe(name)(doc)
    return doc


@pytest.mark.parametrize("text", SENTENCES)
def test_finds_the_matches_of_the_model_s_rules(model: Language, text: str) -> None:
    ruler = model.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    doc = parsed(model, text)
    assert RuleTable(ruler).match(doc) == sorted(set(ruler.match(doc)))


def test_matches_come_in_the_order_of_the_rules() -> None:
    nlp = spacy.blank("en")
    ruler = AttributeRuler(nlp.vocab)
    ruler.add([[{"LOWER": "no"}, {"LOWER": "way"}]], {"POS": "INTJ"}, index=1)
    ruler.add([[{"LOWER": {"NOT_IN": ["no"]}}]], {"POS": "NOUN"})
    ruler.add([[{"LOWER": {"REGEX": "^w"}}], [{"LOWER": "no"}]], {"POS": "ADV"})
    quicken(ruler)
    doc = ruler(nlp.make_doc("No way out"))
    assert [token.pos_ for token in doc] == ["ADV", "ADV", "NOUN"]
    assert [match[0] for match in ruler.match(doc)] == [0, 1, 1, 2, 2]


def test_a_rule_about_another_attribute_is_left_to_the_matcher() -> None:
    nlp = spacy.blank("en")
    ruler = AttributeRuler(nlp.vocab)
    ruler.add([[{"LIKE_NUM": True}]], {"POS": "NUM"})
    ruler.add([[{"IS_SPACE": False}]], {"MORPH": "Number=Sing"})
    quicken(ruler)
    assert [token.pos_ for token in ruler(nlp.make_doc("ten 7 ships"))] == ["NUM", "NUM", ""]
