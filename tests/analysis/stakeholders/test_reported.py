"""Whose position it is where one tells what another would do: the speaker's, and often the other one's, too."""

from __future__ import annotations

import pytest
from spacy.language import Language


def holders(nlp: Language, text: str) -> dict[str, set[str]]:
    """By holder: what it is said to say, want or plan."""
    doc = nlp(text)
    names = {actor.id: actor.name for actor in doc._.briefing_actors}
    found: dict[str, set[str]] = {}
    for attribution in doc._.briefing_attributions:
        words = " … ".join(span.of(text) for span in attribution.content)
        for holder in attribution.holders:
            found.setdefault(names[holder], set()).add(words)
    return found


def test_a_speaker_tells_the_plan_of_her_own_side(nlp: Language) -> None:
    text = "Clara Hobbins, head of the Coastal Fisheries Federation, said the federation would sue if nobody listened."
    assert holders(nlp, text) == {
        "Clara Hobbins": {"the federation would sue if nobody listened"},
        "Coastal Fisheries Federation": {"would sue if nobody listened"},
    }


def test_of_others_a_condition_makes_a_position(nlp: Language) -> None:
    text = "A Norwegian diplomat said that Oslo could accept a smaller quota if the survey were repeated."
    assert holders(nlp, text) == {
        "Norwegian diplomat": {"that Oslo could accept a smaller quota if the survey were repeated"},
        "Norway": {"could accept a smaller quota if the survey were repeated"},
    }


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the tide would turn by Friday.",
        "A senior official said Denmark would be short of cod in May.",
        "Clara Hobbins said she would vote against the quota.",
        "A senior official said Denmark would have to close two harbours.",
    ],
)
def test_a_prediction_is_only_the_speakers_and_ones_own_plan_one_statement(nlp: Language, text: str) -> None:
    assert sum(len(contents) for contents in holders(nlp, text).values()) == 1


def test_an_account_is_that_of_its_source_and_the_wish_the_others(nlp: Language) -> None:
    text = "According to two aides, Clara Hobbins has promised the boats her support."
    assert holders(nlp, text) == {
        "two aides": {"Clara Hobbins has promised the boats her support"},
        "Clara Hobbins": {"the boats her support"},
    }


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("The ban is dead, in the words of the mayor of Vigo.", "mayor of Vigo", "The ban is dead"),
        (
            "The ban has the backing of the Coastal Fisheries Federation.",
            "Coastal Fisheries Federation",
            "The ban has the backing of the Coastal Fisheries Federation",
        ),
        ("One of her cousins is said to favour a ban on trawling.", "One of her cousins", "a ban on trawling"),
        ("The minister is said to be keen on the ban.", "minister", "the ban"),
    ],
)
def test_the_source_is_who_holds_it_wherever_the_name_stands(
    nlp: Language, text: str, holder: str, content: str
) -> None:
    assert holders(nlp, text) == {holder: {content}}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Clara Hobbins would sign the pact, she said, if the nets were checked.",
            "Clara Hobbins would sign the pact … if the nets were checked",
        ),
        (
            "She would sign the pact, Clara Hobbins told the council, only if the nets were checked.",
            "She would sign the pact … only if the nets were checked",
        ),
        (
            "Clara Hobbins was calm. The pact could wait, she said, as long as the boats stayed in port.",
            "The pact could wait … as long as the boats stayed in port",
        ),
    ],
)
def test_a_condition_behind_the_speaker_is_part_of_what_was_said(nlp: Language, text: str, content: str) -> None:
    assert holders(nlp, text) == {"Clara Hobbins": {content}}


@pytest.mark.parametrize(
    ("text", "first", "second", "content"),
    [
        ("Peru supported the ban on trawling, as did Chile.", "Peru", "Chile", "the ban on trawling"),
        (
            "The crews want a ban on trawling, and so does the mayor of Vigo.",
            "crews",
            "mayor of Vigo",
            "a ban on trawling",
        ),
        ("The crews had asked for a longer season. So had the canneries.", "crews", "canneries", "a longer season"),
        (
            "Two members voted against the ban, joined by the mayor of Vigo.",
            "Two members",
            "mayor of Vigo",
            "voted against the ban",
        ),
    ],
)
def test_an_ellipsis_shares_the_statement_before(
    nlp: Language, text: str, first: str, second: str, content: str
) -> None:
    found = holders(nlp, text)
    assert set(found) == {first, second}
    assert found[first] == found[second]
    assert all(words.endswith(content) for words in found[first])


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        (
            "Clara Hobbins said she was glad. The skipper Juan Prieto, whose boat is old, had another view: "
            "“Over my dead body, and I am not old.”",
            "“Over my dead body, and I am not old.”",
        ),
        (
            "Juan Prieto has lost his boat. Clara Hobbins said the ban was fair. Prieto: “You do not save the sea by "
            "sinking the fleet.”",
            "“You do not save the sea by sinking the fleet.”",
        ),
    ],
)
def test_a_quotation_behind_a_colon_is_whose_name_stands_before_it(nlp: Language, text: str, quotation: str) -> None:
    found = holders(nlp, text)
    assert quotation in found["Juan Prieto"]
    assert not any("“" in content for content in found["Clara Hobbins"])


def test_who_speaks_only_in_passing_has_not_said_the_next_quotation(nlp: Language) -> None:
    text = (
        "The council had been told twice, she said, and the lake would take years to rise, as Clara Hobbins maintains. "
        "“We do not need permission to light our own houses.”"
    )
    assert not any("“" in content for content in holders(nlp, text).get("Clara Hobbins", ()))


def test_a_semicolon_ends_what_was_told_before_the_speaker(nlp: Language) -> None:
    text = "The crews want more; their leader, Juan Prieto, said that he would wait for the survey."
    assert holders(nlp, text)["Juan Prieto"] == {"that he would wait for the survey"}


def test_a_subject_with_a_clause_between_commas_is_the_source_of_the_verb_behind_it(nlp: Language) -> None:
    text = "Mayor Clara Hobbins, who has never judged the ban, asked in her letter whether the sea could be given back."
    assert holders(nlp, text)["Clara Hobbins"] == {"whether the sea could be given back"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Clara Hobbins was calm. What she would prefer is a ceiling on the price of oil.",
            "a ceiling on the price of oil",
        ),
        (
            "Clara Hobbins was calm. What she would prefer is a smaller quota, an idea that the crews find absurd.",
            "a smaller quota",
        ),
        ("For Clara Hobbins, the ban goes too far.", "the ban goes too far"),
    ],
)
def test_the_build_of_a_sentence_alone_can_give_a_view_to_somebody(nlp: Language, text: str, content: str) -> None:
    assert content in holders(nlp, text)["Clara Hobbins"]


def test_for_a_purpose_is_nobodys_view(nlp: Language) -> None:
    assert holders(nlp, "For the winter, the harbour is closed.") == {}


@pytest.mark.parametrize(
    "wish",
    [
        "An officer who did not want to be named",
        "An officer who asked not to be named",
        "Asking not to be named, an officer",
        "Speaking on condition of anonymity, an officer",
    ],
)
def test_the_wish_to_stay_unnamed_does_not_hide_what_is_said(nlp: Language, wish: str) -> None:
    assert holders(nlp, f"{wish} said the tax would fail.") == {"officer": {"the tax would fail"}}


@pytest.mark.parametrize(
    "text",
    [
        "The summit ended its meeting on Friday.",
        "The president of Peru took the floor.",
        "The council opened its session with a prayer.",
    ],
)
def test_what_only_carries_a_meeting_along_is_no_statement(nlp: Language, text: str) -> None:
    assert holders(nlp, text) == {}
