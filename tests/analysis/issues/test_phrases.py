"""Given a sentence and a word, the phrases that could name a matter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from briefing.analysis.issues.concepts import read_concepts
from briefing.analysis.issues.phrases import LONGEST, phrases_of
from briefing.analysis.issues.words import stem


def phrases(nlp: Language, text: str, word: str) -> list[str]:
    table = read_concepts(nlp(text))
    return [phrase.words for phrase in phrases_of(table, {table.stems.index(stem(word))})]


def test_a_noun_with_its_modifiers_and_its_complement(nlp: Language) -> None:
    found = phrases(nlp, "The council discussed the removal of parking spaces on Tuesday.", "removal")
    assert found[:2] == ["removal", "removal of parking spaces"]


def test_the_number_of_a_heading_is_no_part(nlp: Language) -> None:
    found = phrases(nlp, "The board met.\n\n3. Car park\n\nThey noted that the park floods.", "park")
    assert not any(phrase.startswith(".") for phrase in found)


@pytest.mark.parametrize("slug", ["CORRECTED-", "UPDATE 2-", "RPT-ANALYSIS-", "REFILE-UPDATE 1-"])
def test_the_slug_of_an_agency_is_no_part(nlp: Language, slug: str) -> None:
    text = f"{slug}Union plan for shorter week splits shipyard\n\nThe union said on Monday that its plan would work."
    found = phrases(nlp, text, "plan")
    assert not any(word in phrase for phrase in found for word in ("CORRECTED", "UPDATE", "RPT", "REFILE", "ANALYSIS"))


def test_words_in_capitals_that_name_a_matter_are_no_slug(nlp: Language) -> None:
    text = "NATO-funded plan for shorter week splits shipyard\n\nThe union said on Monday that its plan would work."
    assert any(phrase.startswith("NATO") for phrase in phrases(nlp, text, "plan"))


def test_between_needs_both_sides(nlp: Language) -> None:
    found = phrases(nlp, "She described the quarrel between France and Spain in a letter.", "quarrel")
    assert found == ["quarrel", "quarrel between France and Spain"]


def test_articles_and_pronouns_before_a_noun_are_left_out(nlp: Language) -> None:
    assert phrases(nlp, "She defended her new harbor levy.", "levy")[0] == "harbor levy"


def test_what_is_to_be_done_is_named_as_a_deed(nlp: Language) -> None:
    found = phrases(nlp, "The mayor wants to close the old quarry.", "quarry")
    assert "closing the old quarry" in found


def test_an_attitude_is_no_deed(nlp: Language) -> None:
    found = phrases(nlp, "The mayor promised to support the quarry.", "quarry")
    assert "quarry" in found
    assert not any(phrase.startswith("supporting") for phrase in found)


def test_a_person_is_no_matter(nlp: Language) -> None:
    assert phrases(nlp, "They met union leader Ingrid Halvorsen in the hall.", "leader") == []


def test_what_belongs_to_one_person_is_no_matter(nlp: Language) -> None:
    text = "They spoke about the judge's dog at length."
    assert not any(phrase.startswith("judge") for phrase in phrases(nlp, text, "dog"))


def test_what_belongs_to_several_people_may_be_one(nlp: Language) -> None:
    assert "workers' bonus" in phrases(nlp, "They spoke about the workers' bonus at length.", "bonus")


@pytest.mark.parametrize(
    ("heading", "noun"), [("# Senate wavers on tolls", "wavers"), ("# Judge fines brewery owner", "owner")]
)
def test_a_headline_whose_verb_looks_like_a_noun_is_no_phrase(nlp: Language, heading: str, noun: str) -> None:
    assert phrases(nlp, f"{heading}\n\nThe {noun} of the town came.", noun)[0] == noun


def test_a_length_of_time_is_no_matter(nlp: Language) -> None:
    assert phrases(nlp, "The owner wants three more years for the quarry.", "years") == []


def test_a_word_with_a_hyphen_is_not_torn_apart(nlp: Language) -> None:
    assert phrases(nlp, "They discussed an all-day market ban in the hall.", "ban")[0] == "all-day market ban"


def test_a_deed_that_needs_the_words_behind_its_object_is_none(nlp: Language) -> None:
    found = phrases(nlp, "She wants to leave the treatments out of the treaty.", "treatments")
    assert not any(phrase.startswith("leaving") for phrase in found)


def test_a_quantity_is_no_matter(nlp: Language) -> None:
    found = phrases(nlp, "She wants the whole of the meadow, and he wants the opposite.", "whole")
    assert not any(phrase.startswith("whole") for phrase in found)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They met on 18 July in Rome.", "July"),
        ("It pumps 300 litres a second from the lake.", "second"),
        ("It offered land in return for debt relief.", "return"),
        ("She read it in the light of the treaty.", "light"),
    ],
)
def test_a_date_a_measure_and_a_part_of_a_preposition_name_nothing(nlp: Language, text: str, noun: str) -> None:
    assert not [words for words in phrases(nlp, text, noun) if noun in words.split()]


def test_a_part_of_a_preposition_ends_no_matter(nlp: Language) -> None:
    text = "Traders oppose the congestion charge on the ground that shops would close."
    found = phrases(nlp, text, "charge")
    assert "congestion charge" in found
    assert not any("ground" in words for words in found)


def test_a_date_is_no_part_of_a_matter(nlp: Language) -> None:
    assert phrases(nlp, "They oppose the closure in November.", "closure") == ["closure"]


def test_a_heading_in_capitals_is_written_as_the_text_writes_its_words(nlp: Language) -> None:
    text = "HARBOR TOLL FOR NATO SHIPS\n\nThe council wants a harbor toll. NATO does not."
    assert "harbor toll for NATO ships" in phrases(nlp, text, "toll")


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet="ab \n\"“”()[]'’,.;-", max_size=60))
def test_no_phrase_is_long_or_holds_quotation_marks(nlp: Language, noise: str) -> None:
    table = read_concepts(nlp(f"The ministry rejected the toll {noise} on the bridge."))
    for phrase in phrases_of(table, set(range(len(table)))):
        assert 1 <= len(phrase.words.split()) <= LONGEST
        assert not set(phrase.words) & set('“”"()[]\n')


@pytest.mark.parametrize(
    ("text", "noun", "phrase"),
    [
        ("The bill gives inspectors the right to board ships.", "right", "right to board ships"),
        ("They spoke about the power to block websites.", "power", "power to block websites"),
    ],
)
def test_what_a_noun_announces_is_part_of_its_name(nlp: Language, text: str, noun: str, phrase: str) -> None:
    found = phrases(nlp, text, noun)
    assert phrase in found
    assert noun not in found


def test_with_names_the_other_side_of_some_nouns_only(nlp: Language) -> None:
    assert "contract with the bakery" in phrases(nlp, "The contract with the bakery is old.", "contract")
    found = phrases(nlp, "The ministry justifies the change with the length of the procedure.", "change")
    assert found == ["change"]


def test_a_question_is_named_by_what_it_asks_about(nlp: Language) -> None:
    assert phrases(nlp, "# Why a levy?\n\nThe idea is old.", "levy") == ["levy"]


def test_who_gets_a_number_of_something_is_no_part_of_its_name(nlp: Language) -> None:
    found = phrases(nlp, "A delay would cost a graduate 14,000 crowns.", "crowns")
    assert not any("graduate" in phrase for phrase in found)


def test_a_headline_behind_a_colon_is_no_phrase_either(nlp: Language) -> None:
    found = phrases(nlp, "# Week three: senate wavers on tolls\n\nThe wavers of the town came.", "wavers")
    assert found == ["wavers", "wavers of the town"]


def test_a_matter_ends_before_the_verb_of_its_headline(nlp: Language) -> None:
    text = "# Dispute over salmon farming splits villages\n\nFishermen asked for a ban on farming."
    assert "Dispute over salmon farming" in phrases(nlp, text, "dispute")
    assert not any("villages" in phrase for phrase in phrases(nlp, text, "dispute") + phrases(nlp, text, "farming"))


def test_an_amount_is_no_matter(nlp: Language) -> None:
    found = phrases(nlp, "The owner wants five million dollars for the quarry.", "dollars")
    assert not any("dollars" in phrase for phrase in found)


def test_a_gerund_that_somebody_is_for_or_against_is_a_deed(nlp: Language) -> None:
    assert "closing the old quarry" in phrases(nlp, "The mayor warned against closing the old quarry.", "quarry")
    found = phrases(nlp, "The firm closing the old quarry is Dutch.", "quarry")
    assert not any(phrase.startswith("closing") for phrase in found)
