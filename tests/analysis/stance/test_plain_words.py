"""Given a deed, a judgement or a word of double sense, this stance; above all never the opposite side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The skippers {signed a letter against the canal toll}.", "opposes"),
        ("The skippers {signed a motion calling for the canal toll to be scrapped}.", "opposes"),
        ("The skippers {passed a resolution on Monday urging the council to reconsider the toll}.", "opposes"),
        ("The skippers {collected 900 signatures against it}.", "opposes"),
        ("The harbor master {signed an open letter in support of the canal toll}.", "supports"),
        ("The harbor master {has written in favor of the canal toll}.", "supports"),
        ("The harbor master {handed in a petition demanding a canal toll}.", "supports"),
    ],
)
def test_a_document_takes_the_side_of_its_purpose(judge: Judge, sentence: str, stance: Stance) -> None:
    assert judge(sentence, "The canal toll").stance == stance


def test_a_document_that_is_turned_down_or_taken_back_does_not_count_as_signed(judge: Judge) -> None:
    assert judge("The council {rejected a petition calling for a canal toll}.", "The canal toll").stance != "supports"
    assert judge("The council {withdrew its motion in support of the toll}.", "The canal toll").stance != "supports"


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("The canal toll", "The guild {sued in April to stop the canal toll}.", "opposes"),
        ("The canal toll", "The guild {voted 14 to 11 to condemn the canal toll}.", "opposes"),
        ("The canal toll", "The guild {voted in favor}.", "supports"),
        ("The canal toll", "The skippers {turned their backs on the canal toll}.", "opposes"),
        ("The canal toll", "The skippers <said> {their guild would go to court over it}.", "opposes"),
        ("The canal toll", "The skippers <said> {the canal toll was out of the question}.", "opposes"),
        ("The canal toll", "The skippers <consider> {the canal toll inadequate}.", "opposes"),
        ("The canal toll", "The harbor master <said> {the canal toll was the fairest way}.", "supports"),
        ("The canal toll", "The skippers <said> {the canal toll must go}.", "opposes"),
        ("The canal toll", "The harbor master <said> {the canal toll must go ahead}.", "supports"),
    ],
)
def test_a_plain_word_tells_the_side(judge: Judge, label: str, sentence: str, stance: Stance) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("The canal toll", "The skipper <said> {he had been told the opposite of a canal toll}.", "unclear"),
        ("The canal toll", "The bishop {has declined so far to judge the canal toll}.", "unclear"),
        ("A building permit for the quay", "The clerk <denied> {his draft permits a quay}.", "unclear"),
        ("A bonus for nurses", "The doctor <doubted> {that a bonus would lift pay}.", "opposes"),
        ("Searches of boats", "The skippers <warned> {that boats would end up being searched}.", "opposes"),
        ("A report on abuse in sport", "The athletes <said> {the abuse went on for years}.", "supports"),
        ("Lower speed on the canal", 'The skipper <said> {"I was wrong about the low speed."}', "supports"),
    ],
)
def test_a_word_in_another_sense_turns_no_side_round(judge: Judge, label: str, sentence: str, stance: Stance) -> None:
    assert judge(sentence, label).stance in {stance, "unclear"}


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("The canal toll", "The skippers {want none at all}.", "opposes"),
        ("A higher canal toll", "The clerk {voted for no change}.", "opposes"),
        ("Cuts in the dredging budget", "The auditor <warned> {that any deal must include cuts}.", "supports"),
        ("A dredger", "The skippers <said> {any deal must include a dredger}.", "supports"),
        ("The ban on motor boats", "The skippers {want it lifted}.", "opposes"),
        ("The blockade of the lock", "The farmers {want it ended at once}.", "opposes"),
    ],
)
def test_what_is_wanted_is_none_of_it_a_part_of_the_rest_or_its_end(
    judge: Judge, label: str, sentence: str, stance: Stance
) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    "sentence",
    [
        "It is unclear whether the guild <opposes> {the canal toll}.",
        "A reporter asked whether the guild <supports> {the canal toll}.",
    ],
)
def test_what_is_asked_is_nobodys_position(judge: Judge, sentence: str) -> None:
    judgement = judge(sentence, "The canal toll")
    assert (judgement.stance, judgement.status) == ("unclear", "expected")


@pytest.mark.parametrize(
    ("label", "sentence", "turned"),
    [
        ("The night ferry", "The guild <objected> {that the ferry would end the quiet of the harbor}.", "supports"),
        ("The night ferry", "The guild <fears> {that the ferry will close two of its berths}.", "supports"),
        ("The night ferry", "The harbor master <refuses> {to skip the inspection}.", "supports"),
        ("A ban on barges", "The skipper <accused> {the port of greed}.", "supports"),
    ],
)
def test_what_is_opposed_is_not_turned_round_by_a_word_in_passing(
    judge: Judge, label: str, sentence: str, turned: Stance
) -> None:
    assert judge(sentence, label).stance != turned


@pytest.mark.parametrize(
    "sentence",
    [
        "The skipper <said> {she backed the canal toll. It has provided for the locks}.",
        "The skipper <said> {the canal toll had not provided a single lock}.",
        "The skipper <said> {the locks were provided by the canal toll}.",
    ],
)
def test_what_was_provided_is_no_condition(judge: Judge, sentence: str) -> None:
    judged = judge(sentence, "The canal toll")
    assert judged.stance != "conditional"
    assert judged.condition is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The bishop <did not support> {either side over the canal toll}.",
        "The bishop <said> {he would not take sides on the canal toll}.",
        "The bishop <said> {he “neither supports nor opposes” the canal toll}.",
        "The harbor master <said> {“I don't accept that. The canal toll is what it is”}.",
        "The skipper <said> {she did not accept that}.",
        "The bishop <thanked> {the harbor master for his hospitality}.",
        "The council <debated> {the canal toll}.",
    ],
)
def test_neutrality_answers_and_thanks_are_no_side(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The canal toll").stance == "unclear"


def test_thanks_for_the_matter_itself_are_a_side(judge: Judge) -> None:
    assert judge("The skipper <thanked> {the council for the canal toll}.", "The canal toll").stance == "supports"
    assert judge("The skipper {thanked the council}.", "The canal toll").stance == "supports"


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("{The canal toll <is opposed} by> the guild.", "opposes"),
        ("{The canal toll <is supported} by> the guild.", "supports"),
    ],
)
def test_a_passive_in_the_content_turns_nothing_round(judge: Judge, sentence: str, stance: Stance) -> None:
    assert judge(sentence, "The canal toll").stance == stance


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The guild <supports> {the canal toll because it does not reward either side}.", "supports"),
        ("The guild <said> {the canal toll is theft. We will not accept that}.", "opposes"),
        ("The guild <will accept> {the canal toll if guarantees are provided}.", "conditional"),
    ],
)
def test_words_beside_the_side_do_not_take_it_away(judge: Judge, sentence: str, stance: Stance) -> None:
    assert judge(sentence, "The canal toll").stance == stance
