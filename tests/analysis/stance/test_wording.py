"""Given a way of putting it, this stance and status: what stands in the cue, in the content, or in both at once.

The cue stands in <…>, the content in {…}; a cue inside its content is a deed told in one phrase.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.layers import Judgement
from briefing.analysis.stance.rules.condition import find_condition
from briefing.model import Span

Judge = Callable[[str, str], Judgement]


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("The canal toll", "Skippers {<oppose> the canal toll}.", "opposes"),
        ("The canal toll", "Skippers {<do not support> the canal toll}.", "opposes"),
        ("The canal toll", "The harbor master {<backs> the canal toll}.", "supports"),
        ("Ban on night flights", "Pilots {<reject> the ban on night flights}.", "opposes"),
    ],
)
def test_a_deed_in_one_phrase_is_turned_by_its_cue_once(judge: Judge, label: str, sentence: str, stance: str) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The guild {<rejected> it outright}.", "opposes"),
        ("The guild {<supports> the plan}.", "supports"),
        ("The guild <opposed> {that}.", "opposes"),
        ("The guild {<firmly supports> the whole package}.", "supports"),
        ("The guild <objected to> {these proposals}.", "opposes"),
    ],
)
def test_a_bare_reference_takes_the_direction_of_the_cue(judge: Judge, sentence: str, stance: str) -> None:
    judgement = judge(sentence, "The canal toll")
    assert judgement.stance == stance
    assert judgement.confidence > 0.8


@pytest.mark.parametrize(
    "sentence",
    [
        "The admiral {<has not ruled> that out}.",
        "The admirals {<have not agreed on> a line}.",
        "The admirals <have not yet agreed on> {a date for the canal toll}.",
        "The admiral <has not ruled out> {the canal toll}.",
        "The admiral <neither accepted nor refused> {the canal toll}.",
        "The admiral <denied> {the charge}.",
        "The admiral <said> {that forty sailors are wanted for fraud}.",
        "The admiral {<is neither for nor against> the canal toll}.",
        "The admiral <said> {the navy, which had opposed the canal toll in the past, no longer does so}.",
        "The admiral <refused> {to take sides}.",
        "The admiral <doubted> {that a canal toll was likely}.",
        "The admiral <said> {he doubted that a canal toll was close}.",
        "Neither the admiral nor the mayor <would say> {when the canal toll would come}.",
        "Neither the admiral nor the mayor <opposes> {the canal toll}.",
        "MS. REED<:> {Would you oppose a canal toll?}",
        "MS. REED<:> {Thank you, Mr. Chairman. I run a boat on the canal.}",
    ],
)
def test_words_that_take_no_side(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The canal toll").stance == "unclear"


@pytest.mark.parametrize(
    "sentence",
    [
        "The admiral <said> {everything is on the table}.",
        "The admiral <said> {she had not decided how to vote on it}.",
        "MS. REED<:> {And if the canal toll saved the locks?}",
    ],
)
def test_what_is_left_open_is_not_drawn_to_the_holders_other_statements(judge: Judge, sentence: str) -> None:
    judgement = judge(sentence, "The canal toll")
    assert (judgement.stance, judgement.confidence > 0.8) == ("unclear", True)


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("The canal toll", "The guild <demanded> {an end to the canal toll}.", "opposes"),
        ("The canal toll", "The guild <called for> {a delay of the canal toll}.", "opposes"),
        ("The canal toll", "The guild <wants> {the canal toll scrapped}.", "opposes"),
        ("The canal toll", "The guild <threatened> {to block the canal toll}.", "opposes"),
        ("The canal toll", "The guild <refused> {to put off the canal toll}.", "supports"),
        ("The canal toll", "The guild <criticized> {the refusal of the canal toll}.", "supports"),
        ("Ending the canal toll", "The guild <called for> {an end to the canal toll}.", "supports"),
        ("Plan to cut canal staff", "The guild <rejected> {the plan}.", "opposes"),
        ("Plan to cut canal staff", "The guild <backs> {the plan to cut canal staff}.", "supports"),
        ("Plan to cut canal staff", "The guild <wants> {the plan stopped}.", "opposes"),
        ("Lawsuit against the canal toll", "The guild <backs> {the lawsuit}.", "supports"),
        ("The canal toll", "The guild <gave its blessing to> {the canal toll}.", "supports"),
        ("The canal toll", "The guild <poured cold water on> {the canal toll}.", "opposes"),
        ("The canal toll", "The guild <is less enthusiastic about> {the canal toll}.", "opposes"),
        ("The canal toll", "The guild <does not intend> {to pay the canal toll}.", "opposes"),
    ],
)
def test_what_ends_or_hinders_the_target_turns_the_cue(judge: Judge, label: str, sentence: str, stance: str) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild <rejected> {the suggestion that boats would sink}.",
        "The guild <shot back> {that the boats were old}.",
        "The guild <has yet to make up its mind about> {the canal toll}.",
    ],
)
def test_a_side_towards_somebody_elses_words_or_none_at_all_is_unclear(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The canal toll").stance == "unclear"


def test_a_warning_that_nothing_comes_without_something_asks_for_it(judge: Judge) -> None:
    sentence = "The bank <warned> {that no loan would be paid without an independent auditor}."
    assert judge(sentence, "An independent auditor").stance == "supports"
    assert judge(sentence, "A new loan").stance == "unclear"


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The governor <said> {she supported the canal toll}.", "supports"),
        ("The governor <said> {she did not support the canal toll}.", "opposes"),
        ("The governor <said> {his party would vote for the canal toll}.", "supports"),
        ("The governor <added> {that they opposed the canal toll}.", "opposes"),
        ("The governor <told> reporters {they rejected it}.", "opposes"),
        ("The governor <said> {she could live with the canal toll if ferries stayed free}.", "conditional"),
    ],
)
def test_an_attitude_that_the_holder_tells_counts_as_the_cue_would(judge: Judge, sentence: str, stance: str) -> None:
    assert judge(sentence, "The canal toll").stance == stance


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor <said> {that skippers oppose the canal toll}.",
        "The governor <said> {she supported the canal toll but opposed the canal police}.",
        "The governor <said> {'She says merchants want the toll.'}",
        "The governor <said> {he claims merchants want the canal toll}.",
    ],
)
def test_attitudes_of_others_and_two_sides_at_once_decide_nothing(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The canal toll").confidence < 0.8


@pytest.mark.parametrize(
    "sentence", ["The guild <said> {it did not oppose the canal toll}.", "The guild <said> {it was not against it}."]
)
def test_an_opposition_that_the_holder_denies_is_none(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The canal toll").stance != "opposes"


def test_what_there_is_no_evidence_for_speaks_against(judge: Judge) -> None:
    sentence = "The skipper <saw> {no evidence that this was a good, fair or sensible idea for the canal}."
    assert judge(sentence, "The canal toll").stance == "opposes"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The senator <had opposed> {the canal toll}.", "past"),
        ("The senator <had said> {the canal toll was dear}.", "current"),
        ("The senator {<supported> the canal toll} and now calls it a mistake.", "past"),
        ("The senator <has in the past rejected> {the canal toll}.", "past"),
        ("The senator <is widely believed> {to favor the canal toll}.", "hearsay"),
        ("The senator <reportedly backs> {the canal toll}.", "hearsay"),
        ("The senator <is likely to vote against> {the canal toll}.", "expected"),
        ("In 2013 the senator <embraced> {the canal toll}. In 2024 he was silent.", "past"),
        ("The senator, who <voted for> {the canal toll}, said she had changed her mind.", "past"),
        ("If the senator <rejects> {the canal toll}, the council will vote again.", "expected"),
        ("The harbor master could resign if the senator <approves> {the canal toll}.", "expected"),
        ("In 2024 the senator <embraced> {the canal toll}. In 2013 he was silent.", "current"),
        ("The senator <is likely> {to oppose the canal toll}.", "expected"),
        ("It is understood that the senator <opposes> {the canal toll}.", "hearsay"),
        ("The senator <opposes> {the canal toll}.", "current"),
        ("On Tuesday the senator <rejected> {the canal toll}.", "current"),
        ("The union <said on Monday> {it would not pay the canal toll}.", "current"),
        ("The guild, which owns forty boats, <opposed> {the canal toll in Tuesday's debate}.", "current"),
        ("The former minister <said> {the canal toll was fair}.", "current"),
    ],
)
def test_when_and_how_certainly_a_position_is_held(judge: Judge, sentence: str, status: str) -> None:
    assert judge(sentence, "The canal toll").status == status


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister <rejected claims> {that the canal toll would ruin small shops}.",
        "The minister <rejected> {claims that the canal toll would harm the poor}.",
        "The mayor <dismissed> {fears that shops would close}.",
        "The mayor <brushed aside> {warnings that the canal toll would empty the port}.",
        "The council <rejected> {suggestions that the canal toll be scrapped}.",
    ],
)
def test_what_is_turned_down_is_not_held(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The canal toll").stance != "opposes"


@pytest.mark.parametrize(
    "sentence",
    [
        "The council <rejected> {the idea of a canal toll}.",
        "The council <rejected> {the canal toll over fears for trade}.",
        "The council <rejected> {the canal toll despite warnings from the port}.",
        "The union <rejected> {the canal toll, a concern for many shops}.",
        "The guild <has expressed concern> {that the canal toll would ruin shops}.",
        "The guild <said> {no trader wants the canal toll, and more than 200 have signed a petition against it}.",
    ],
)
def test_the_matter_itself_is_turned_down_whatever_stands_behind_it(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The canal toll").stance != "supports"


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor <dismissed> {fears that scrapping the canal toll would empty the purse}.",
        "The mayor <dismissed> {warnings that the port would go bankrupt without the canal toll}.",
        "The union <rejected> {the council's claim that the canal toll would pay for a new bridge}.",
    ],
)
def test_a_claim_for_the_matter_that_is_turned_down_is_no_support(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The canal toll").stance != "supports"


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild <called for> {a tax on hotels instead of the canal toll}.",
        "The guild <wants> {a tourist tax rather than a canal toll}.",
        "The guild <proposed> {paying for the canal with a parking fee instead}.",
    ],
)
def test_who_wants_something_in_its_place_is_not_for_it(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The canal toll").stance in {"opposes", "unclear"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild <wants> {the canal toll rather than a tourist tax}.",
        "The guild <demanded> {that the money be spent on the canal toll instead}.",
        "The guild <wants> {a decision sooner rather than later on the canal toll}.",
        "“{No one wants the canal toll more than we do},” she <said>.",
    ],
)
def test_who_wants_it_before_others_is_not_against_it(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The canal toll").stance in {"supports", "unclear"}


@given(st.text(alphabet="abif, .\n\t\"'", max_size=40), st.text(alphabet="xyz ,.;\n\t", max_size=40))
def test_a_condition_neither_begins_nor_ends_with_white_space(before: str, after: str) -> None:
    text = f"{before} provided that {after}"
    whole = Span(0, len(text))
    found = find_condition(text, (whole,), whole)
    if found is not None:
        assert found.of(text) == found.of(text).strip()


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway <said> {any treaty must include fishing villages}.",
        "The mayors <stressed> {that the plan should also provide for fishing villages}.",
    ],
)
def test_what_something_else_must_hold_is_wanted(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "Seats for fishing villages").stance == "supports"


def test_what_must_not_be_in_it_is_not_wanted(judge: Judge) -> None:
    assert judge("Norway <said> {no treaty must include fishing villages}.", "Seats for fishing villages").stance != (
        "supports"
    )


@pytest.mark.parametrize("subject", ["no college should rank", "nobody should rank"])
def test_a_subject_that_denies_is_no_demand(judge: Judge, subject: str) -> None:
    assert judge(f"The academy <said> {{{subject} its pupils}}.", "Ranking pupils").stance != "supports"


def test_who_abstains_takes_no_side(judge: Judge) -> None:
    assert judge("Chile <abstained>, {asking for more time}.", "A cod quota").stance == "unclear"


def test_a_denial_inside_an_attitude_turns_nothing_else_round(judge: Judge) -> None:
    assert judge("The bishop <said> {he would not back down on the ban}.", "A ban on bells").stance == "supports"


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("Sale of the ferry", "The guild <called for> {the sale of the ferry to be cancelled}."),
        ("Lorries on the bridge", "Cyclists <want> {lorries banned from the bridge}."),
        ("Cuts to libraries", "Residents <demanded> {no more cuts to libraries}."),
        ("The harbour levy", "Not a single captain <supports> {the harbour levy}."),
        ("The harbour levy", "No party <backed> {the harbour levy}."),
    ],
)
def test_what_is_wanted_undone_or_not_at_all_is_not_supported(judge: Judge, label: str, sentence: str) -> None:
    assert judge(sentence, label).stance in {"opposes", "unclear"}


@pytest.mark.parametrize("source", ["No fewer than 40 captains", "None other than the queen", "No. 10"])
def test_a_source_that_only_looks_like_a_denial_denies_nothing(judge: Judge, source: str) -> None:
    assert judge(f"{source} <backed> {{the harbour levy}}.", "The harbour levy").stance == "supports"


@pytest.mark.parametrize("goal", ["for> {the harbour levy}", "to save> {the harbour levy}"])
def test_who_fights_for_something_is_not_against_it(judge: Judge, goal: str) -> None:
    assert judge(f"The guild <is fighting {goal}.", "The harbour levy").stance != "opposes"
