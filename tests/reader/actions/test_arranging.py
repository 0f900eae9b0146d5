"""Arranging the table: filter, order, groups, which issues are shown and which is first."""

from __future__ import annotations

import pytest
from driven import reading


async def test_filter() -> None:
    async with reading() as reader:
        await reader.press("2", "f")
        await reader.type("stance:opposes kind:person")
        await reader.press("enter")
        assert [one.id for one in reader.screen.stakeholders_pane.stakeholders] == ["amalie-roth"]
        await reader.press("f")
        await reader.press(*["backspace"] * 40)
        await reader.type("stanc:opposes")
        await reader.press("enter")
        assert "did you mean 'stance'" in reader.status()


async def test_sort() -> None:
    async with reading() as reader:
        await reader.press("2", "s")
        names = [one.name for one in reader.screen.stakeholders_pane.stakeholders]
        assert names == sorted(names, key=str.casefold)


async def test_group() -> None:
    async with reading((120, 60)) as reader:
        await reader.press("2", "a")
        pane = reader.screen.stakeholders_pane
        shown = [pane.render_line(y).text.strip() for y in range(pane.size.height)]
        assert "Port Selma" in shown and "transport ministry" in shown


async def test_group_goes_on_to_blocs_and_back() -> None:
    async with reading((120, 60)) as reader:
        await reader.press("2", "a")
        assert reader.opened.grouping == "affiliation" and "Grouped by affiliation" in reader.status()
        await reader.press("a")
        pane = reader.screen.stakeholders_pane
        assert "transport ministry" not in [pane.render_line(y).text.strip() for y in range(pane.size.height)]
        await reader.press("a")
        assert reader.opened.grouping == "none" and "Not grouped" in reader.status()


async def test_transpose() -> None:
    async with reading() as reader:
        await reader.press("3", "l", "x")
        assert reader.screen.positions_pane.table.transposed
        assert reader.screen.positions_pane.key == ("odile-brandt", "state-subsidy")


@pytest.mark.parametrize("keys", ["3", "3 x"])
async def test_a_table_that_a_filter_empties_says_so(keys: str) -> None:
    async with reading((120, 40)) as reader:
        await reader.press(*keys.split(), "f")
        await reader.type("nobody")
        await reader.press("enter")
        pane = reader.screen.positions_pane
        shown = [pane.render_line(y).text.strip() for y in range(pane.size.height)]
        assert "filter: nobody" in shown[0]
        assert "The filter leaves nothing; f changes it." in shown
        await reader.press("escape")
        assert pane.row_count > 1


async def test_hide_issue() -> None:
    async with reading() as reader:
        await reader.press("3", "minus")
        assert "night-ferry" not in [label.id for label in reader.screen.positions_pane.table.columns]


async def test_show_issues() -> None:
    async with reading() as reader:
        await reader.press("3", "minus", "plus")
        assert len(reader.screen.positions_pane.table.columns) == 3


async def test_issue_first() -> None:
    async with reading() as reader:
        await reader.press("3", "l", "^")
        assert reader.screen.positions_pane.table.columns[0].id == "state-subsidy"
        assert reader.screen.positions_pane.key == ("odile-brandt", "state-subsidy")


async def test_a_filter_puts_the_cursor_on_what_was_asked_for() -> None:
    async with reading() as reader:
        await reader.press("3", "f")
        await reader.type("stance:unclear")
        await reader.press("enter")
        assert reader.screen.positions_pane.key == ("senior-official", "state-subsidy")
