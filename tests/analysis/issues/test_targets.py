"""Given a sentence with an attitude, what it is explicitly for or against."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.analysis.issues.concepts import read_concepts, stems_of_names
from briefing.analysis.issues.targets import explicit_targets


def labels(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [target.label for target in explicit_targets(read_concepts(doc), stems_of_names(doc._.briefing_actors))]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The hospitals called for an exemption for small clinics.", "Exemption for small clinics"),
        ("The union rejected a longer shift.", "Longer shift"),
        ("Farmers backed the new irrigation scheme.", "Irrigation scheme"),
        ("The chamber urged the council to appoint a referee.", "Appointing a referee"),
        ("The committee asked for the ledgers to be published.", "Publishing the ledgers"),
        ("The navy demanded the right to inspect foreign trawlers.", "Inspecting foreign trawlers"),
        ("The union called for the sale of the airport to be cancelled.", "Canceling the sale of the airport"),
        ("Cyclists want lorries banned from the bridge.", "Banning lorries"),
    ],
)
def test_the_object_of_the_attitude_is_the_target(nlp: Language, text: str, label: str) -> None:
    assert labels(nlp, text) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "The union rejected the plan.",
        "Farmers backed it.",
        "The ministry supported Portugal.",
        "The minister rejected the criticism.",
        "The minister said the ferry was late.",
        "“Open the ferry!” she demanded.",
        "The clerks backed the mayor of the old town.",
        "The union rejected the refusal of the board.",
    ],
)
def test_what_points_back_or_names_an_actor_is_none(nlp: Language, text: str) -> None:
    assert labels(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tenants demanded that no family be evicted.",
        "The clinic wants less testing of infants.",
        "The board promised not to close the old mill.",
        "The town wants to turn the old market into a garage.",
        "The firm would back licensing if the limit were set by doctors.",
    ],
)
def test_a_phrase_that_would_say_something_else_is_none(nlp: Language, text: str) -> None:
    assert labels(nlp, text) == []


def test_a_purpose_is_not_what_is_rejected(nlp: Language) -> None:
    assert labels(nlp, "The council rejected a property levy to fund the library.") == ["Property levy"]


def test_a_bare_noun_that_points_back_takes_its_full_phrase(nlp: Language) -> None:
    text = "The cabinet drafted a kelp bounty. Divers support the bounty."
    assert labels(nlp, text) == ["Kelp bounty"]
