"""Stakeholders and evidence: from one to the next, into a cell, and back to the text."""

from __future__ import annotations

from driven import reading


async def test_next_stakeholder() -> None:
    async with reading() as reader:
        await reader.press("J")
        assert reader.opened.stakeholder == "odile-brandt"
        assert "Odile Brandt, Mayor · 3 statements" in reader.status()
        await reader.press("3", "J")
        assert reader.opened.stakeholder == "petr-havel-lund" and reader.screen.place == "positions"


async def test_the_cell_goes_where_a_stakeholder_said_something_and_stays_on_the_issue_in_the_table() -> None:
    async with reading((120, 40)) as reader:
        reader.screen.select_stakeholder("senior-official")
        assert reader.screen.positions_pane.key == ("senior-official", "state-subsidy")
        await reader.press("3", "h")
        reader.screen.select_stakeholder("transport-ministry")
        assert reader.screen.positions_pane.key == ("transport-ministry", "night-ferry")


async def test_previous_stakeholder() -> None:
    async with reading() as reader:
        await reader.press("J", "J", "K")
        assert reader.opened.stakeholder == "odile-brandt"


async def test_next_evidence() -> None:
    async with reading() as reader:
        await reader.press("J", "]")
        assert reader.opened.statement == "s1"
        assert "Odile Brandt supports the night ferry · reported speech · clear · ¶\u00a01" in reader.status()
        await reader.press("]", "]")
        assert reader.opened.statement == "s7"
        await reader.press("]")
        assert reader.opened.statement == "s1"


async def test_next_evidence_of_anyone_shows_unknown_speakers_too() -> None:
    async with reading() as reader:
        await reader.press(*["]"] * 9)
        assert reader.opened.statement == "s10"
        assert "unknown speaker" in reader.status()
        assert reader.opened.stakeholder is None


async def test_previous_evidence() -> None:
    async with reading() as reader:
        await reader.press("J", "[")
        assert reader.opened.statement == "s7"


async def test_next_issue() -> None:
    async with reading() as reader:
        await reader.press("J", ")")
        assert reader.opened.statement == "s7"
        await reader.press(")")
        assert "a café on the pier: nothing found" in reader.status()


async def test_previous_issue() -> None:
    async with reading() as reader:
        await reader.press("J", ")", "(")
        assert reader.opened.statement == "s1"


async def test_open_cell() -> None:
    async with reading() as reader:
        await reader.press("3", "enter")
        assert reader.opened.statement == "s1"
        assert reader.screen.place == "article"
        assert "1 of 2" in reader.status()
        await reader.press("3", "l", "l", "enter")
        assert "Nothing was found here" in reader.status()


async def test_the_condition_of_a_statement_stands_beside_it() -> None:
    async with reading() as reader:
        reader.screen.show_evidence(reader.opened.lookup.statements["s4"])  # type: ignore[union-attr]
        await reader.pilot.pause()
        reader.screen.refresh_bars()
        assert "condition: provided that the state pays for new buoys" in reader.status()


async def test_cycle_evidence() -> None:
    async with reading() as reader:
        await reader.press("3", "enter", "enter")
        assert reader.opened.statement == "s2"
        await reader.press("enter")
        assert reader.opened.statement == "s1"
        await reader.press("backspace")
        assert reader.screen.place == "positions"


async def test_select_no_one() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "escape")
        assert reader.opened.stakeholder is None and reader.opened.statement is None
