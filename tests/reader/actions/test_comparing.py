"""Comparing: dossiers, two stakeholders side by side, agreements, statements."""

from __future__ import annotations

from driven import reading
from fixtures import BRIEFING

from briefing.reader.screens.listing import ListScreen


async def test_dossier() -> None:
    async with reading() as reader:
        await reader.press("2", "J", "enter")
        assert reader.listing.page.title == "Odile Brandt"
        await reader.press("j", "enter")
        assert reader.opened.statement == "s2" and reader.screen.place == "article"


async def test_dossier_anywhere() -> None:
    async with reading() as reader:
        await reader.press("d")
        assert reader.listing.page.title == "Dossier of"
        await reader.type("amal")
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("Amalie Roth"))
        await reader.press("escape", "J", "K", "d")
        assert reader.listing.page.title == "Amalie Roth"


async def test_compare() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("J", "c")
        await reader.type("havel")
        await reader.press("enter")
        assert "Odile Brandt" in reader.listing.page.title and "Petr Havel-Lund" in reader.listing.page.title
        await reader.press("right", "enter")
        assert reader.opened.statement == "s4" and reader.opened.stakeholder == "petr-havel-lund"


async def test_compare_asks_for_both_where_no_one_is_selected_and_offers_those_whom_the_filter_hides() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("f")
        await reader.type("kind:person")
        await reader.press("enter", "c")
        assert reader.listing.page.title == "Compare"
        await reader.type("union")
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("Compare fishermen’s union with"))
        await reader.type("brandt")
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("fishermen’s union  and  Odile Brandt"))


async def test_a_name_that_nobody_has_leaves_the_choice_open() -> None:
    async with reading() as reader:
        await reader.press("F")
        await reader.type("zebra")
        await reader.press("enter")
        assert isinstance(reader.app.screen, ListScreen) and reader.listing.prompt.is_open
        assert reader.listing.message == "No stakeholder fits."
        await reader.type("amal")
        await reader.press("enter")
        assert reader.opened.stakeholder == "amalie-roth"


async def test_escape_takes_the_filter_off_where_it_is_seen() -> None:
    async with reading() as reader:
        await reader.press("J", "2", "f")
        await reader.type("kind:country")
        await reader.press("enter")
        assert len(reader.screen.stakeholders_pane.stakeholders) == 1
        await reader.press("escape")
        assert len(reader.screen.stakeholders_pane.stakeholders) == len(BRIEFING.stakeholders)
        assert "The filter is off" in reader.status() and reader.opened.stakeholder == "odile-brandt"


async def test_agreements() -> None:
    async with reading() as reader:
        await reader.press("A", "enter")
        assert reader.opened.statement == "s1"


async def test_statements() -> None:
    async with reading() as reader:
        await reader.press("S", "G", "enter")
        assert reader.opened.statement == "s9"


async def test_jump() -> None:
    async with reading() as reader:
        await reader.press(";", "r")
        assert reader.opened.stakeholder == "amalie-roth"
        await reader.press(";", "p")
        first = reader.opened.stakeholder
        await reader.press(";", "p")
        assert {first, reader.opened.stakeholder} == {"petr-havel-lund", "port-selma"}
        await reader.press(";", "1")
        assert reader.opened.stakeholder == reader.screen.stakeholders_pane.stakeholders[0].id
        await reader.press(";", "9")
        assert "No stakeholder in row 9" in reader.status()
        await reader.press(";", "x")
        assert "begins with x" in reader.status()


async def test_find_stakeholder() -> None:
    async with reading() as reader:
        await reader.press("F")
        await reader.type("amal")
        await reader.press("enter")
        assert reader.opened.stakeholder == "amalie-roth"


async def test_find_issue() -> None:
    async with reading() as reader:
        await reader.press("I")
        await reader.type("subsidy")
        await reader.press("enter")
        assert reader.screen.positions_pane.key == ("odile-brandt", "state-subsidy")
