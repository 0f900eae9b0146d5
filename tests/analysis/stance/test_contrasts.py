"""Given a content that sets one thing against another, each is read towards its own part, or left unclear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]

CASES: dict[str, tuple[tuple[str, Stance, str], ...]] = {
    "a clause that is denied beside one that is said": (
        ("A vote on the quay", "opposes", "The anglers <said>: {“We do not want a vote, we want a code.”}"),
        ("A code for anglers", "supports", "The anglers <said>: {“We do not want a vote, we want a code.”}"),
        ("A tunnel", "opposes", "The carters <said>: {“We want a bridge; we don't want a tunnel.”}"),
        ("A bridge", "supports", "The carters <said>: {“We want a bridge; we don't want a tunnel.”}"),
        ("A longer lease", "opposes", "The bakers <said>: {“We don't need a longer lease, we need lower rents.”}"),
        ("A ban on cars", "opposes", "Ms Orrin <said>: {“A ban is not the answer, better buses are.”}"),
    ),
    "a phrase that is denied before what is wanted": (
        ("A levy on bags", "supports", "The guild <demanded> {not a ban but a levy}."),
        ("A ban on bags", "opposes", "The guild <demanded> {not a ban but a levy}."),
        ("A ban on bags", "opposes", "Ms Orrin <said> {the town did not need a ban but a levy}."),
        ("A levy on bags", "unclear", "Ms Orrin <said>: {“Not a ban but a levy is what we need.”}"),
        ("A ban on bags", "unclear", "Ms Orrin <said>: {“Not a ban but a levy is what we need.”}"),
    ),
    "a phrase that is denied behind what is wanted": (
        ("A levy on bags", "supports", "The guild <called for> {a levy, not a ban}."),
        ("A ban on bags", "opposes", "The guild <called for> {a levy, not a ban}."),
        ("A ferry", "supports", "The mayor <promised> {a ferry, not a bridge}."),
        ("Abolition of the levy", "opposes", "The shops <want> {a cut in rents, not the abolition of the levy}."),
        ("The levy", "unclear", "The shops <want> {a cut in rents, not the abolition of the levy}."),
        ("A railway", "supports", "Ms Orrin <said> {the valley needed a railway, not a tunnel}."),
    ),
    "what somebody is against, and what not": (
        ("The tunnel", "opposes", "The union <opposes> {the tunnel, not the toll}."),
        ("The toll", "unclear", "The union <opposes> {the tunnel, not the toll}."),
        ("The toll", "unclear", "The union <opposes> {the tunnel but not the toll}."),
        ("The toll", "opposes", "The union <opposes> {not the tunnel but the toll}."),
        ("The toll", "unclear", "The union <criticised> {the tunnel rather than the toll}."),
        ("The dam", "unclear", "Mr Hale <said>: {“We do not oppose the dam, we oppose its site.”}"),
    ),
    "a denial in the cue, which reaches to the but": (
        ("A levy on bags", "unclear", "The guild <does not want> {a ban but a levy}."),
        ("A ban on bags", "opposes", "The guild <does not want> {a ban but a levy}."),
        ("A levy on bags", "unclear", "The guild <did not call for> {a ban but for a levy}."),
    ),
    "what it is not, or is not about": (
        ("Airport expansion", "unclear", "The residents <said> {it was not about the airport, it was about noise}."),
        ("Airport expansion", "unclear", "The residents <said> {this is not about the airport but about sleep}."),
        ("The timetable", "unclear", "Mr Hale <said>: {“The trouble is not the timetable, it is the drivers.”}"),
        ("The cuts", "unclear", "Mr Hale <said>: {“It is not the timetable that is bad, it is the cuts.”}"),
        ("Stopping the dam", "unclear", "Mr Hale <said>: {“We are not here to stop the dam, we are here to learn.”}"),
        ("Low pay", "unclear", "Mr Hale <said>: {“The strike is not the scandal, the low pay is.”}"),
    ),
    "what something is compared with": (
        ("Clear-cutting", "unclear", "Mr Hale <warned> {that the road would be like clear-cutting a forest}."),
        ("School closure", "unclear", "Parents <said>: {“This timetable is worse than closing the school.”}"),
        ("The timetable", "opposes", "Parents <said>: {“The timetable is worse than closing the school.”}"),
        ("School closure", "unclear", "Parents <said>: {“It would hurt as much as closing the school.”}"),
        ("The harbour toll", "unclear", "The union <said> {the levy was as unfair as the harbour toll}."),
        ("The levy", "opposes", "The union <said> {the levy was as unfair as the harbour toll}."),
        ("The harbour toll", "unclear", "The union <likened> {the levy to the harbour toll}."),
        ("The levy", "opposes", "The union <likened> {the levy to the harbour toll}."),
    ),
}


@pytest.mark.parametrize(
    ("label", "stance", "sentence"),
    [pytest.param(*case, id=f"{case[2]} [{case[0]}]") for cases in CASES.values() for case in cases],
)
def test_each_part_is_read_by_itself(judge: Judge, label: str, stance: Stance, sentence: str) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    ("label", "stance", "sentence"),
    [
        # What adds to a thing, bounds it, or says two things of it sets nothing against it.
        ("The levy", "supports", "The guild <wants> {not only the levy but a ban}."),
        ("A ban on bags", "supports", "The guild <wants> {not only the levy but a ban}."),
        ("The levy", "supports", "The guild <wants> {the levy, not least for the buses}."),
        ("The levy", "opposes", "The guild <opposes> {the levy, but not because of its rate}."),
        ("The levy", "supports", "The guild <said> {the levy was fair, not harsh}."),
        ("The levy", "supports", "The guild <said> {the council should not drop the levy, it should raise it}."),
        ("The levy", "opposes", "The guild <said>: {“I don't want the levy, and I don't want the ban.”}"),
        ("A ban on bags", "opposes", "The guild <wants> {a levy instead of the ban}."),
        # Nor does what only looks like a comparison.
        ("The levy", "supports", "The guild <wants> {the levy as soon as possible}."),
        ("A ban on bags", "supports", "The guild <supports> {the levy as well as a ban}."),
        ("The levy", "supports", "The guild <said> {it would like the levy}."),
        ("A new pier", "opposes", "The anglers <said> {ferries were better than a pier}."),
    ],
)
def test_what_sets_nothing_against_the_matter_is_read_as_a_whole(
    judge: Judge, label: str, stance: Stance, sentence: str
) -> None:
    assert judge(sentence, label).stance == stance


def test_the_reason_names_the_part_that_takes_no_side(judge: Judge) -> None:
    judgement = judge("Parents <said>: {“This timetable is worse than closing the school.”}", "School closure")
    assert judgement.why == "than closing the school"
