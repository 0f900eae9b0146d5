"""Given these sentences, these names of bodies: where a long name begins and ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Actor

Find = Callable[[str], dict[str, Actor]]


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Transport and Fisheries",
        "Department for Housing, Sport and Communities",
        "Rural Women's List",
        "Internet Users' League",
        "League of Islands of the Lower Vessa",
    ],
)
def test_a_long_name_is_one_name(find: Find, name: str) -> None:
    assert name in find(f"It was late when the {name} rejected the plan on Monday.")


def test_a_preposition_with_a_capital_is_part_of_a_name(find: Find) -> None:
    assert "Farmers Beyond Borders" in find("It rained, and Farmers Beyond Borders stayed at home.")


def test_a_ministry_and_a_parliament_are_two(find: Find) -> None:
    assert "Mara Lind" in find("The Ministry of Health and Mara Lind rejected the plan.")


def test_a_full_stop_after_an_office_ends_the_sentence(find: Find) -> None:
    assert {"Court of Justice", "Norway"} <= find("They wrote to the Court of Justice. Norway had no plans.").keys()


def test_a_shortened_title_goes_on_over_its_full_stop(find: Find) -> None:
    assert "Ana Ruiz" in find("It was late when Cllr. Ana Ruiz rejected the plan.")


@pytest.mark.parametrize("name", ["TV Solano", "April Okoye"])
def test_a_word_that_seldom_begins_a_name_may_do_so(find: Find, name: str) -> None:
    assert name in find(f"It was late when the owner of the yard and the singer {name} rejected the plan.")


def test_a_party_whose_first_word_is_a_given_name(find: Find) -> None:
    assert find("The Christian Democrats rejected it: he is their man.")["Christian Democrats"].kind == "organization"


def test_a_peeress_is_a_person(find: Find) -> None:
    assert find("Baroness Tolworth has opened the regatta.")["Tolworth"].kind == "person"


def test_the_field_of_an_office_is_nobody(find: Find) -> None:
    actors = find("The Minister for Forestry, Ana Ruiz, opened the sawmill on Friday.")
    assert actors["Ana Ruiz"].role == "Minister for Forestry"
    assert not any("Forestry" in name for name in actors)


def test_a_single_name_after_a_noun_for_a_business_is_the_business(find: Find) -> None:
    actor = find("It was late when the Swiss insurer Helvar said it would sue.")["Helvar"]
    assert (actor.kind, actor.role) == ("organization", "Swiss insurer")


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("It was late when the tenants' group Open Door said so.", "Open Door", "group"),
        ("At the gate stood a welder called Jim Adu.", "Jim Adu", "welder"),
        ("The press asked veteran swimmer Jim Adu why.", "Jim Adu", "veteran swimmer"),
        ("Professor Ana Ruiz, a geologist at Turin, agreed.", "Ana Ruiz", "geologist at Turin"),
        ("The plan was dead, said the mayor of Tambo, Ana Ruiz.", "Ana Ruiz", "mayor of Tambo"),
    ],
)
def test_roles(find: Find, text: str, name: str, role: str) -> None:
    found = find(text)[name].role
    assert found is not None
    assert found.endswith(role)


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("The Federation of Ship Owners met. The Ship Owners refused.", "Federation of Ship Owners", "Ship Owners"),
        ("The Department of Finance met. Finance was against it.", "Department of Finance", "Finance"),
        ("Last week the Superior Court in Turin threw it out.", "Superior Court", "Superior Court in Turin"),
        ("The European Commission met. The Commission refused.", "European Commission", "Commission"),
    ],
)
def test_short_and_long_forms(find: Find, text: str, name: str, alias: str) -> None:
    assert alias in find(text)[name].aliases


def test_the_friends_of_a_museum_are_not_the_museum(find: Find) -> None:
    actors = find("The Friends of Tolver Museum met. The Tolver Museum refused.")
    assert {"Friends of Tolver Museum", "Tolver Museum"} <= actors.keys()


def test_the_house_is_not_the_white_house(find: Find) -> None:
    assert {"House", "White House"} <= find("The White House objected. The House passed the bill anyway.").keys()


def test_a_body_is_named_after_its_people(find: Find) -> None:
    assert "Bankers’ Voice" in find("The Bankers’ Voice would rather see savings accounts.")
    assert "Nigel Quist" in find("The Farmers’ Nigel Quist was there.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her group, Save Our Ponds, wants an exception.", "Save Our Ponds"),
        ("His union, the Quarry and Dock Workers, backs the plan.", "Quarry and Dock Workers"),
        ("The party, Power to the People, said no.", "Power to the People"),
        ("The owner of the firm, Ana Ruiz and Li Wei, said no.", "Li Wei"),
        ("The dark water is back. Dark Harvest, a charity of divers, says so.", "Dark Harvest"),
        ("The chief executive of sea carrier Lindholm Lines, said no.", "Lindholm Lines"),
    ],
)
def test_a_body_between_commas_has_all_the_words_up_to_the_next(find: Find, text: str, name: str) -> None:
    assert name in find(text)


def test_campaigners_are_from_a_body(find: Find) -> None:
    assert find("Campaigners from Bright Hollow chained themselves to a gate.")["Bright Hollow"].kind == "organization"


def test_a_month_before_a_surname_is_a_given_name(find: Find) -> None:
    assert "Jan Kowal" in find("Jan Kowal of the Harbour Trust said no.")


def test_the_largest_insurer_is_a_body_where_its_name_is_one_word(find: Find) -> None:
    assert find("Velgus, the largest boat insurer, said prices would fall.")["Velgus"].kind == "organization"


def test_a_name_that_ends_in_a_plural_of_people_is_no_person(find: Find) -> None:
    assert find("Brave Parents calls the pier a risk. Brave Parents said so in May.")["Brave Parents"].kind != "person"


def test_an_act_is_a_thing_though_its_name_ends_in_a_common_word(find: Find) -> None:
    assert "Open Harbours Act" not in find("They read it in the light of the Open Harbours Act.")


def test_a_body_with_an_apostrophe_may_leave_out_that_it_is_national(find: Find) -> None:
    actors = find("The National Pilots’ Council is torn. The Pilots’ Council has announced that it will vote.")
    assert "Pilots’ Council" in actors["National Pilots’ Council"].aliases
