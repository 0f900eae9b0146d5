"""What can be chosen: scope, handling marking, review, front matter, file names, dates."""

from __future__ import annotations

import pytest
import yaml
from msgspec.structs import replace

from briefing.errors import ConfigurationError, UsageError
from briefing.exports import FORMATS, created_from, file_name, render
from briefing.exports.choices import make_choices
from briefing.exports.formats.registry import format_called
from briefing.exports.scope import narrow
from briefing.schema import from_json


def front(page: bytes) -> dict:
    return yaml.safe_load(page.decode().split("---\n")[1])


def test_one_stakeholder_by_id_name_or_alias(pier):
    for wanted in ("ilse-normann", "Ilse Normann", "normann"):
        part = narrow(pier, make_choices({"stakeholder": wanted}))
        assert [one.id for one in part.statements] == ["s1", "s2", "s9"]
        assert {one.stakeholder for one in part.positions} == {"ilse-normann"}


def test_the_one_who_tells_stays_with_what_is_told(pier):
    part = narrow(pier, make_choices({"stakeholder": "nordlys"}))
    assert [one.id for one in part.statements] == ["s3", "s9", "s10"]
    assert "as told by Ilse Normann" in render(pier, "markdown", stakeholder="nordlys").decode()


def test_one_issue(pier):
    part = narrow(pier, make_choices({"issue": "Sale of the old pier | berth [1]"}))
    assert [one.id for one in part.issues] == ["sale"]
    assert [one.id for one in part.statements] == ["s1", "s7"]


def test_a_comparison_says_what_divides_two_stakeholders(pier):
    supporter = replace(pier.positions[2], stance="supports", statements=("s10",))
    pier = replace(pier, positions=(*pier.positions[:2], supporter))
    page = render(pier, "markdown", compare=("Nordlys", "Normann")).decode()
    assert "Nordlys and Ilse Normann are on opposite sides of New pier." in page
    assert "senior town official" not in page


def test_silence_is_no_disagreement(pier):
    page = render(pier, "markdown", compare=("Nordlys", "island-council")).decode()
    assert "No issue was found on which Nordlys and Island council both have a position." in page
    assert "| Issue | Nordlys | Island council |" in page
    assert "| New pier | C conditional[^s3] [^s10] | – |" in page


def test_a_comparison_sets_the_two_side_by_side(pier):
    page = render(pier, "html", compare=("Normann", "Nordlys")).decode()
    head = page.partition("<thead>")[2].partition("</thead>")[0]
    assert head.index("Issue") < head.index("Ilse Normann") < head.index("Nordlys")
    assert '<th scope="row">New pier</th><td class="opposes">' in page


def test_a_part_of_a_briefing_is_a_briefing(pier):
    for choices in ({"stakeholder": "karl-ove-tveit"}, {"issue": "sale"}, {"compare": ("nordlys", "ilse-normann")}):
        part = from_json(render(pier, "json", **choices))
        assert render(part, "json") == render(pier, "json", **choices)


def test_only_what_was_reviewed(pier):
    part = narrow(pier, make_choices({"reviewed": ["s1", "s3", "s10"], "reviewed_only": True}))
    assert [one.id for one in part.statements] == ["s1", "s3"]
    assert [(one.stakeholder, one.issue) for one in part.positions] == [("ilse-normann", "sale")]
    assert {one.id for one in part.stakeholders} == {"ilse-normann", "nordlys"}


def test_only_what_was_reviewed_is_not_said_to_be_all_that_the_machine_found(pier):
    page = render(pier, "markdown", reviewed=["s1", "s3", "s10"], reviewed_only=True).decode()
    assert "A reader has confirmed 2 statements by 2 stakeholders on 2 issues." in page
    assert "The machine found" not in page
    assert "The machine found" in render(pier, "markdown", reviewed=["s1"]).decode()


def test_a_condition_is_neither_agreement_nor_disagreement(pier):
    page = render(pier, "markdown", compare=("Nordlys", "Normann")).decode()
    assert "Nordlys and Ilse Normann both speak on New pier, but not both plainly for or against." in page
    assert "on the same side" not in page and "on opposite sides" not in page


def test_a_position_that_is_not_wholly_confirmed_is_not_called_one_that_was_not_found(pier):
    assert "No position has all its statements confirmed.\n" in render(pier, "table", reviewed_only=True).decode()


@pytest.mark.parametrize(
    "choices, said",
    [
        ({"stakeholder": "normann"}, "A part of the briefing, only: Ilse Normann."),
        ({"compare": ("nordlys", "normann")}, "A part of the briefing, only: Nordlys and Ilse Normann."),
        ({"issue": "new pier"}, "A part of the briefing, only: New pier."),
        ({"reviewed_only": True}, "A part of the briefing, only: statements that a reader has confirmed."),
    ],
)
@pytest.mark.parametrize("name", ["markdown", "html", "svg", "table", "plain"])
def test_a_part_says_that_it_is_one(pier, name, choices, said):
    assert said in render(pier, name, **choices).decode()
    assert "A part of" not in render(pier, name).decode()


def test_nothing_confirmed_is_not_nothing_found(pier):
    page = render(pier, "markdown", reviewed_only=True).decode()
    assert "It holds no statement." in page
    assert "was found in this article" not in page
    assert "## Stakeholders" not in page


@pytest.mark.parametrize(
    "choices, message",
    [
        ({"stakeholder": "Nordlis"}, "did you mean 'Nordlys'"),
        ({"issue": "bridge"}, "choose one of"),
        ({"tlp": "purple"}, "choose one of red, amber"),
        ({"colour": "red"}, "no choice 'colour'"),
        ({"front_matter": "deep"}, "nested, flat, none"),
        ({"compare": ("nordlys",)}, "two different stakeholders"),
        ({"stakeholder": "nordlys", "issue": "sale"}, "choose one of them"),
    ],
)
def test_a_wrong_choice_is_one_clear_sentence(pier, choices, message):
    with pytest.raises(UsageError, match=message) as error:
        render(pier, "markdown", **choices)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "name, meant",
    [("markdown", "markdown"), ("md", "markdown"), (".md", "markdown"), ("MD", "markdown"), ("htm", "html"),
     ("txt", "table"), ("csv", "csv"), ("jsonld", "annotations"), ("markdwn", None), ("", None)],
)  # fmt: skip
def test_a_format_may_be_called_by_the_ending_of_its_files(name, meant):
    assert format_called(name) == meant


def test_an_unknown_format_names_the_nearest_one(pier):
    with pytest.raises(UsageError, match="did you mean 'markdown'"):
        render(pier, "markdwon")


@pytest.mark.parametrize("name", [one for one in FORMATS if one not in ("docx", "dna-events")])
def test_the_handling_marking_stands_in_every_format_that_has_room_for_it(pier, name):
    page = render(pier, name, tlp="TLP:AMBER+STRICT", handling="not before 6 March").decode(errors="replace")
    assert "TLP:AMBER+STRICT · not before 6 March" in page.replace("\\", "")


def test_every_printed_page_of_html_has_the_marking(pier):
    page = render(pier, "html", tlp="amber", handling='a "b" \\ </style>').decode()
    marking = "TLP\\00003aAMBER\\000020\\0000b7\\000020a\\000020\\000022b\\000022\\000020\\00005c\\000020\\00003c"
    assert f'@page {{ @top-center {{ content: "{marking}' in page
    assert page.count("</style>") == 2


def test_a_legend_names_only_signs_that_occur(pier, empty):
    for name in ("markdown", "html", "svg", "table"):
        page = render(pier, name).decode()
        assert "O opposes · C conditional" in page
        assert "S supports" not in page and "M mixed" not in page
        assert "opposes ·" not in render(empty, name).decode()


def test_who_reports_their_own_words_is_not_named_twice(pier):
    told = next(one for one in pier.statements if one.within)
    teller = next(one for one in pier.statements if one.id == told.within)
    page = render(pier, "markdown").decode()
    assert "as told by Ilse Normann" in page
    own = tuple(replace(one, stakeholder=teller.stakeholder) if one is told else one for one in pier.statements)
    positions = tuple(one for one in pier.positions if told.id not in one.statements)
    assert "as told by" not in render(replace(pier, statements=own, positions=positions), "markdown").decode()


def test_the_marking_is_the_first_thing_on_the_page_and_in_the_front_matter(pier):
    page = render(pier, "markdown", tlp="red")
    assert front(page)["marking"] == "TLP:RED"
    assert page.decode().split("\n# ")[1].split("\n")[2] == "**TLP\\:RED**"


def test_reviewed_and_not_reviewed_are_told_apart(pier):
    page = render(pier, "markdown", reviewed=["s1"]).decode()
    assert "O opposes ✓[^s1]" in page
    assert "1 of 10 statements reviewed, 9 not." in page


def test_front_matter_nested_and_flat(pier):
    nested, flat = front(render(pier, "markdown")), front(render(pier, "markdown", front_matter="flat"))
    assert nested["briefing"]["unreviewed"] == 10
    assert nested["stakeholders"][0] == "Ilse Normann"
    assert flat["briefing_unreviewed"] == 10
    assert flat["stakeholders"][0] == "[[Ilse Normann]]"
    assert all(not isinstance(value, dict) for value in flat.values())
    assert render(pier, "markdown", front_matter="none").startswith(b"# Briefing")


def test_what_the_document_does_not_say_is_left_out(empty):
    assert set(front(render(empty, "markdown"))) == {
        "title", "aliases", "tags", "stakeholders", "issues", "briefing", "cssclasses",
    }  # fmt: skip


@pytest.mark.parametrize(
    "given, expected",
    [
        ({}, "2025-03-06-ferry-pier-who-wants-what-and-why.md"),
        ({"tlp": "amber"}, "2025-03-06-ferry-pier-who-wants-what-and-why-tlp-amber.md"),
        (
            {"tlp": "red", "handling": "Not before 6 March"},
            "2025-03-06-ferry-pier-who-wants-what-and-why-tlp-red-not-before-6-march.md",
        ),
        ({"pattern": "{handling}-{sha}", "handling": "embargo"}, "embargo-f69942ce.md"),
        ({"pattern": "{publisher}-{slug}"}, "the-skerry-post-ferry-pier-who-wants-what-and-why.md"),
        ({"pattern": "{sha}", "stakeholder": "normann"}, "f69942ce-ilse-normann.md"),
        ({"pattern": "../{slug}"}, "ferry-pier-who-wants-what-and-why.md"),
    ],
)
def test_file_names(pier, given, expected):
    assert file_name(pier, "markdown", **given) == expected


def test_formats_with_one_suffix_have_different_names(pier):
    names = [file_name(pier, name) for name in FORMATS]
    assert len(set(names)) == len(FORMATS)
    assert file_name(pier, "csv-positions") == "2025-03-06-ferry-pier-who-wants-what-and-why-csv-positions.csv"
    assert file_name(pier, "csv-positions", "{slug}") == "ferry-pier-who-wants-what-and-why.csv"


def test_a_long_name_never_loses_its_marking(pier):
    long = replace(pier, article=replace(pier.article, title="word " * 60))
    for pattern in ("{date}-{slug}", "{slug}{slug}{slug}"):
        name = file_name(long, "html", pattern, issue="sale", tlp="amber+strict", handling="for " + "the board " * 20)
        assert name.endswith("-tlp-amber-strict-for-the-board-the-board-the-board-the-bo.html")
        assert "-sale-of-the-old-pier-berth-1-" in name
        assert len(name) <= 170


def test_file_names_of_nothing_and_of_strange_things(empty, around):
    assert file_name(empty, "html") == "briefing.html"
    assert file_name(around("../../etc/passwd\x00"), "json") == "etc-passwd.json"
    assert file_name(around("x" * 500), "svg") == "x" * 80 + ".svg"


def test_a_file_name_with_an_unknown_field(pier):
    with pytest.raises(UsageError, match=r"no field \{titel\}"):
        file_name(pier, "markdown", "{titel}")


def test_the_date_of_an_export_comes_only_from_outside():
    assert created_from({}) is None
    assert created_from({"SOURCE_DATE_EPOCH": "1700000000"}) == 1700000000
    with pytest.raises(ConfigurationError, match="SOURCE_DATE_EPOCH"):
        created_from({"SOURCE_DATE_EPOCH": "yesterday"})


@pytest.mark.parametrize("name", [one for one in FORMATS if one != "docx"])
def test_the_same_input_gives_the_same_bytes(pier, empty, name):
    for briefing in (pier, empty):
        assert render(briefing, name, created=0) == render(briefing, name, created=0)


def test_the_registry_tells_menus_what_they_need():
    for name, one in FORMATS.items():
        assert one.id == name
        assert one.suffix.startswith(".")
        assert "/" in one.media_type
        assert one.description
