"""Given a short passage, who holds which statement, with its status: what constructions of news text give to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from briefing.analysis import analyze
from briefing.model import Article, Status
from briefing.structure import find_blocks

Held = Callable[[str], list[tuple[str | None, str, Status]]]


@pytest.fixture
def held(nlp: Language) -> Held:
    """Holder, content and status of each statement of a text."""

    def held(text: str) -> list[tuple[str | None, str, Status]]:
        briefing = analyze(Article(text=text, blocks=find_blocks(text)), nlp)
        names = {one.id: one.name for one in briefing.stakeholders}
        return [
            (names.get(s.stakeholder or ""), " … ".join(span.of(text) for span in s.content), s.status)
            for s in briefing.statements
        ]

    return held


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        (
            "Mr Holm spoke first. People close to Mr Vance say that he fears a split in the party.",
            "Vance",
            "a split in the party",
        ),
        (
            "Mr Holm and Mr Vance met in Oslo. Aides to Mr Holm said he was ready to leave the coalition.",
            "Holm",
            "to leave the coalition",
        ),
        (
            "Paul Riddick met Nora Lind on Monday. A person familiar with her thinking said she wanted a vote.",
            "Nora Lind",
            "a vote",
        ),
        ("Ms Krall is said by aides to oppose the merger.", "Krall", "to oppose the merger"),
        (
            "Allies of the governor, Ana Moss, said that she opposed the bill but would not veto it.",
            "Ana Moss",
            "opposed the bill",
        ),
    ],
)
def test_what_those_near_to_somebody_tell_is_hers_by_hearsay(held: Held, text: str, holder: str, content: str) -> None:
    assert (holder, content, "hearsay") in held(text)


def test_what_somebody_held_before_and_holds_now(held: Held) -> None:
    text = (
        "Mr Holm, who previously supported the toll, has changed his mind and now opposes it. The toll starts in May."
    )
    assert held(text) == [
        ("Holm", "supported the toll", "past"),
        ("Holm", "now opposes it", "current"),
    ]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Critics such as Ida Falk say the dam would kill the salmon.", ["Critics", "Ida Falk"]),
        ("Several ministers, including Hugo Brandt, want to leave the treaty.", ["Several ministers", "Hugo Brandt"]),
        ("NGOs like Water Watch and Clean Rivers call for a ban.", ["NGOs", "Water Watch", "Clean Rivers"]),
        ("Ana Ruiz, like her predecessor Tom Hale, opposes the budget.", ["Ana Ruiz"]),
        ("A group led by Professor Karl Weber said the tax was unfair.", ["group led by Professor Karl Weber"]),
        ("A lawyer for Mr Tarn, Eva Roth, said the charges were false.", ["Eva Roth"]),
        ("Allies of the governor, Ana Moss, said the bill was dead.", ["Allies of the governor"]),
        ("Neither the mayor nor the council wants a referendum.", ["mayor", "council"]),
        ("Pressed by journalists, the spokesman, Ian Rook, admitted that the figures were wrong.", ["Ian Rook"]),
    ],
)
def test_who_speaks(held: Held, text: str, holders: list[str]) -> None:
    assert [holder for holder, _, _ in held(text)] == holders


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("Her critics, Ms Tolk said, had never run a budget.", "Tolk", "Her critics … had never run a budget"),
        (
            "“They never asked us,” complains Ted Rowe. Cllr Priya Nair disagrees: “There were three consultations.”",
            "Priya Nair",
            "“There were three consultations.”",
        ),
        (
            "Among those calling for her resignation is the former chancellor, Otto Brand. He had appointed her.",
            "Otto Brand",
            "her resignation",
        ),
    ],
)
def test_whose_words_they_are(held: Held, text: str, holder: str, content: str) -> None:
    assert (holder, content, "current") in held(text)


def test_whom_not_even_denies_is_against_it(nlp: Language) -> None:
    text = "Not even the minister’s own party supports the levy. The Greens support the levy."
    briefing = analyze(Article(text=text, blocks=find_blocks(text)), nlp)
    assert [statement.stance for statement in briefing.statements] == ["opposes", "supports"]


def test_each_participle_with_by_names_its_own_side(held: Held) -> None:
    text = "The bill, supported by the Greens and opposed by the Liberals, failed by two votes."
    assert [(holder, content) for holder, content, _ in held(text)] == [
        ("Greens", "The bill"),
        ("Liberals", "The bill"),
    ]


def test_a_second_passive_has_the_subject_of_the_first(held: Held) -> None:
    text = "The pipeline is backed by Marland but opposed by Tarn. Tarn’s minister, Sofia Blum, called it a leash."
    assert ("Tarn", "The pipeline", "current") in held(text)


def test_a_second_speaker_whose_verb_is_left_out(held: Held) -> None:
    text = "The employers said that wages would rise by two per cent, the unions that the week would be shortened."
    assert [(holder, content) for holder, content, _ in held(text)] == [
        ("employers", "that wages would rise by two per cent"),
        ("unions", "that the week would be shortened"),
    ]


def test_the_mayor_is_not_the_mayors_deputy(held: Held) -> None:
    text = "It was the mayor’s deputy, Rita Sand, who proposed the fee. The mayor only signed it."
    assert [holder for holder, _, _ in held(text)] == ["Rita Sand", "mayor"]


def test_he_is_not_she_whose_deputy_he_is(held: Held) -> None:
    text = "While the president favours a vote, her prime minister is against one. He fears that it would split them."
    assert [holder for holder, _, _ in held(text)][-1] == "prime minister"


def test_he_before_the_main_clause_is_its_subject(held: Held) -> None:
    text = "Although he voted for the law, Mr Kern says that he dislikes it."
    assert [holder for holder, _, _ in held(text)] == ["Kern", "Kern"]


def test_a_motion_is_no_statement_of_those_of_whom_it_asks_something(held: Held) -> None:
    text = "The report is before the committee.\n\nThat the Committee approves the making of the permanent order."
    assert not any("approves" in content for _, content, _ in held(text))


def test_a_bare_share_is_nobody(held: Held) -> None:
    text = "The city had 1,204 replies. Of these, 58 per cent supported the scheme. The guild opposes the scheme."
    assert [holder for holder, content, _ in held(text) if "supported" in content or content == "the scheme"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The case was heard in May. The Act does not require councils to keep every library open.",
        "The fee is old. The answer is not to scrap it; it is to refund them.",
        "The speech was short. This Bill will end evictions without a fault.",
        "A consultation could not have told residents that their library was to go.",
        "The board met. Apologies were sent.\n\nAction: Ms Chan to circulate the survey results.",
        "The union is angry. Mayor Lena Ortiz tells Harbour News the union's demands are “a fantasy”.",
    ],
)
def test_what_cannot_speak_and_who_is_told_holds_nothing(held: Held, text: str) -> None:
    holders = {holder for holder, _, _ in held(text) if holder}
    assert not holders & {"Act", "answer", "This Bill", "consultation", "Action", "Harbour News"}


def test_a_paragraph_below_here_is_what_she_said_is_hers(held: Held) -> None:
    text = (
        "Aisha Rahman, general secretary of the union, came out to speak. Here's what she said:\n\n"
        "“We didn't walk out. They did. The door is still open.”"
    )
    assert ("Aisha Rahman", "“We didn't walk out. They did. The door is still open.”", "current") in held(text)


def test_a_name_in_capitals_is_no_act(held: Held) -> None:
    text = "The vote is close. ACT opposes the levy, and so do the Greens."
    assert "ACT" in {holder for holder, _, _ in held(text)}


@pytest.mark.parametrize(
    ("text", "holder", "words"),
    [
        # "Were blocking" has a subject of its own, so that what is joined to it is not the police's.
        (
            "Police cleared the road, saying protesters were blocking traffic and demanding a ban on cars.",
            "protesters",
            "a ban on cars",
        ),
        # Behind a colon "we" is whoever speaks there, and not the writer.
        ("The union said in a statement: The toll is costly, but we support it.", "union", "The toll is costly, but"),
        # Who was introduced as "Mrs" is meant by it, though her daughter was named last.
        (
            "Mrs Eva Lund opposes the dam. Her daughter Ida Lund works in Rome. Mrs Lund said the dam was a disaster.",
            "Eva Lund",
            "the dam was a disaster",
        ),
        ("The toll\n\nAnna Holm said the following:\n\n“We will never accept it here.”", "Anna Holm", "“We will never"),
        ("Doctors said the ward was full, while nurses demanded more pay.", "nurses", "more pay"),
        ("Bill opposes the toll.", "Bill", "opposes the toll"),
        ("The toll\n\nHere's what Ana Ruiz said:\n\n“We will never accept it here.”", "Ana Ruiz", "“We will never"),
    ],
)
def test_words_stay_with_whoever_said_them(held: Held, text: str, holder: str, words: str) -> None:
    assert any(who == holder and content.startswith(words) for who, content, _ in held(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "Mark Holt disagreed with what Ana Ruiz had said:",
        "Ana Ruiz said Mark Holt wrote to her:",
        "Ana Ruiz recalled what her opponent shouted at her:",
        "Critics were blunt about what Ana Ruiz said:",
    ],
)
def test_a_quotation_below_is_not_given_to_somebody_who_is_only_told_of(held: Held, sentence: str) -> None:
    found = held(f"The toll\n\n{sentence}\n\n“We will never accept the toll in this town.”")
    assert not any(content.startswith("“We") and who in {"Ana Ruiz", "Ruiz"} for who, content, _ in found)
