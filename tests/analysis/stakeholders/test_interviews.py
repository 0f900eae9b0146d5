"""Given an interview, the answers are the guest's whom its head presents, and nobody holds what is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from briefing.analysis import analyze
from briefing.model import Article
from briefing.structure import find_blocks

Said = Callable[[str], list[tuple[str | None, str]]]


@pytest.fixture
def said(nlp: Language) -> Said:
    """Who says what in a text, statements inside statements left out."""

    def said(text: str) -> list[tuple[str | None, str]]:
        briefing = analyze(Article(text=text, blocks=find_blocks(text)), nlp)
        names = {one.id: one.name for one in briefing.stakeholders}
        return [
            (names.get(s.stakeholder or ""), s.content[0].of(text)) for s in briefing.statements if s.within is None
        ]

    return said


def test_bare_answers_are_the_guests_whom_the_line_below_the_title_names(said: Said) -> None:
    text = (
        "Five minutes on tolls\n\nThe transport minister, Dara Venn, on tolls and trams.\n\n"
        "Q: Do you support a toll on the ring road?\n\nA: Yes. I think drivers should pay.\n\n"
        "Q: And the drivers who are on strike?\n\nA: I respect them."
    )
    assert said(text) == [("Dara Venn", "Yes. I think drivers should pay."), ("Dara Venn", "I respect them.")]


def test_the_guest_may_be_named_in_the_title_alone(said: Said) -> None:
    text = (
        "Five questions for Maria Lund\n\nThe head of the Nurses’ Federation on shifts and strikes.\n\n"
        "Q. Is there going to be a strike?\n\nA. If the ministry does not move.\n\n"
        "Q. The minister, Jan Holt, says you are exaggerating. Is he right?\n\nA. I reject that."
    )
    assert said(text) == [
        ("Maria Lund", "If the ministry does not move."),
        ("Jan Holt", "you are exaggerating"),
        ("Maria Lund", "I reject that."),
    ]


@pytest.mark.parametrize("asker", ["Interviewer", "Reporter", "The Courier"])
def test_who_asks_in_an_interview_holds_nothing_of_it(asker: str, said: Said) -> None:
    text = (
        "The mayor, Lena Ortiz, spoke to the Courier.\n\n"
        f"{asker}: Are free buses affordable?\n\nOrtiz: No, they are not.\n\n"
        f"{asker}: Did you promise them?\n\nOrtiz: I promised a study."
    )
    assert said(text)[-2:] == [("Lena Ortiz", "No, they are not."), ("Lena Ortiz", "I promised a study.")]
    assert not any("?" in content for _, content in said(text))


def test_initials_are_those_of_the_guest_and_of_the_newspaper(said: Said) -> None:
    text = (
        "Ana Brandt, who chairs the flood board, talks about the dam.\n\n"
        "EP: Why did you vote no?\n\nAB: The money belongs upstream.\n\n"
        "EP: The minister says you are stubborn.\n\nAB: I am. I want a river."
    )
    assert [(holder, content) for holder, content in said(text) if holder == "Ana Brandt"][-2:] == [
        ("Ana Brandt", "The money belongs upstream."),
        ("Ana Brandt", "I am. I want a river."),
    ]
    assert "EP" not in {holder for holder, _ in said(text)}


UNLABELLED = (
    "“The wolves are not the problem”\n\n"
    "The biologist Ida Krag talks about sheep and fences. Interview: Felix Aumann\n\n"
    "Ms Krag, how many wolves are there?\n\nAbout forty. I counted them.\n\n"
    "And the shepherds say there are two hundred.\n\nThey fear them. I understand that.\n\n"
    "**Is a fence enough?**\n\nNo. I want dogs as well.\n\n"
    "Ida Krag, 44, teaches at the University of Velm. She opposes hunting."
)


def test_answers_below_lone_questions_are_the_guests(said: Said) -> None:
    assert said(UNLABELLED) == [
        ("Ida Krag", "About forty. I counted them."),
        ("shepherds", "there are two hundred"),
        ("Ida Krag", "They fear them. I understand that."),
        ("Ida Krag", "No. I want dogs as well."),
        ("Ida Krag", "opposes hunting"),
    ]


def test_questions_that_the_newspaper_answers_itself_are_no_interview(said: Said) -> None:
    text = (
        "Your questions on the river toll\n\nGovernor Lena Ortiz has proposed a toll.\n\n"
        "Who has to pay?\n\nAll cars. We think that buses should be exempt.\n\n"
        "Can I get a refund?\n\nYes, with a receipt. Ask me for one."
    )
    assert "Lena Ortiz" not in {holder for holder, content in said(text) if "toll" not in content}


def test_of_two_persons_in_the_head_neither_is_the_guest_if_nothing_presents_one(said: Said) -> None:
    text = UNLABELLED.replace("The biologist Ida Krag talks about sheep and fences.", "Ida Krag has beaten Karl Ott.")
    assert ("Ida Krag", "No. I want dogs as well.") not in said(text)


def test_one_label_in_capitals_is_one_speaker_all_through_a_transcript(said: Said) -> None:
    text = (
        "SPOKESPERSON: The office strongly condemns the attack on the hospital.\n\n"
        "QUESTION: Does the SG support the proposal for a corridor?\n\n"
        "SPOKESPERSON: We have seen the proposal, and we are looking at it.\n\n"
        "QUESTION: Will the UN keep its staff in the city?\n\n"
        "SPOKESPERSON: We will, if the safety of all of them can be guaranteed."
    )
    assert len({name for name, _ in said(text)}) == 1
