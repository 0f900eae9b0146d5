"""Every action of the registry, done with its key in a running app. The name of a test is the id of its action."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fixtures import ARTICLE, BRIEFING, World, make_app
from textual.pilot import Pilot

from briefing.errors import NoOutputError
from briefing.reader.actions.registry import ACTIONS
from briefing.reader.app import ReaderApp
from briefing.reader.collaborators import Appearance
from briefing.reader.desk import OpenArticle
from briefing.reader.pages.exporting import PARTS
from briefing.reader.panes.bar import Bar
from briefing.reader.screens.listing import ListScreen
from briefing.reader.screens.reading import ReadingScreen
from briefing.worker.events import Finished

EXPORTED = "2025-03-02-harbour-towns-split-over-the-night-ferry.md"


@dataclass
class Reader:
    """A running app and what is outside of it."""

    app: ReaderApp
    pilot: Pilot[int]
    world: World

    @property
    def screen(self) -> ReadingScreen:
        return self.app.reading

    @property
    def opened(self) -> OpenArticle:
        assert self.app.desk.shown is not None
        return self.app.desk.shown

    @property
    def listing(self) -> ListScreen:
        assert isinstance(self.app.screen, ListScreen)
        return self.app.screen

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.press(*(character if character != " " else "space" for character in text))

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for what happens in a thread."""
        for _ in range(200):
            if condition():
                return
            await self.pilot.pause(0.02)
        raise AssertionError("it did not happen")

    async def export_page(self) -> None:
        """Open the dialog of exports."""
        await self.press("e")
        await self.until(lambda: isinstance(self.app.screen, ListScreen))

    def is_at(self, title: str) -> bool:
        """Whether a list screen of that title is open."""
        return isinstance(self.app.screen, ListScreen) and self.app.screen.page.title == title

    async def change(self, part: str) -> None:
        """Go to a line of the dialog of exports and press Enter."""
        await self.press("g", *"j" * PARTS.index(part), "enter")  # type: ignore[arg-type]

    def status(self) -> str:
        return self.screen.status.text


@asynccontextmanager
async def reading(
    size: tuple[int, int] = (80, 24), world: World | None = None, changes: dict[str, Any] | None = None
) -> AsyncIterator[Reader]:
    world = world or World()
    app = make_app(world, changes=changes)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Reader(app, pilot, world)


def test_every_action_has_a_test() -> None:
    tests = set(globals())
    missing = [action.id for action in ACTIONS if f"test_{action.id.replace('-', '_')}" not in tests]
    assert missing == []


def test_every_action_has_an_id_of_its_own_and_a_sentence_of_help() -> None:
    ids = [action.id for action in ACTIONS]
    assert len(ids) == len(set(ids))
    for action in ACTIONS:
        assert action.run.__doc__ and action.help.endswith("."), action.id


# Moving


async def test_line_down() -> None:
    async with reading() as reader:
        await reader.press("j", "down")
        assert reader.screen.article_pane.top == 2


async def test_line_up() -> None:
    async with reading() as reader:
        await reader.press("j", "j", "k")
        assert reader.screen.article_pane.top == 1
        await reader.press("up", "up", "up")
        assert reader.screen.article_pane.top == 0


async def test_page_down() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("space")
        assert reader.screen.article_pane.top == reader.screen.article_pane.body_height - 1


async def test_page_up() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("space", "space", "b")
        assert reader.screen.article_pane.top == reader.screen.article_pane.body_height - 1


async def test_half_page_down() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("ctrl+d")
        assert reader.screen.article_pane.top == reader.screen.article_pane.body_height // 2


async def test_half_page_up() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("ctrl+d", "ctrl+d", "ctrl+u")
        assert reader.screen.article_pane.top == reader.screen.article_pane.body_height // 2


async def test_top() -> None:
    async with reading() as reader:
        await reader.press("G", "g", "g")
        assert reader.screen.article_pane.top == 0


async def test_bottom() -> None:
    async with reading() as reader:
        await reader.press("G")
        assert reader.screen.article_pane.top == reader.screen.article_pane.last_top > 0


async def test_top_and_bottom_of_the_stakeholders_need_no_one_selected() -> None:
    async with reading() as reader:
        found = [one.id for one in reader.screen.stakeholders_pane.stakeholders]
        await reader.press("2", "g")
        assert reader.opened.stakeholder == found[0]
        await reader.press("escape", "G")
        assert reader.opened.stakeholder == found[-1]


async def test_left() -> None:
    async with reading() as reader:
        await reader.press("3", "l", "l", "h")
        assert reader.screen.positions_pane.column == 1


async def test_right() -> None:
    async with reading() as reader:
        await reader.press("3", "l")
        assert reader.screen.positions_pane.key == ("odile-brandt", "state-subsidy")


async def test_next_pane() -> None:
    async with reading() as reader:
        await reader.press("tab")
        assert reader.screen.place == "stakeholders"
        await reader.press("tab", "tab")
        assert reader.screen.place == "article"


async def test_previous_pane() -> None:
    async with reading() as reader:
        await reader.press("shift+tab")
        assert reader.screen.place == "positions"


async def test_article() -> None:
    async with reading() as reader:
        await reader.press("3", "1")
        assert reader.screen.place == "article" and reader.screen.article_pane.has_focus


async def test_stakeholders() -> None:
    async with reading() as reader:
        await reader.press("2")
        assert reader.screen.stakeholders_pane.has_focus
        assert not reader.screen.article_pane.display


async def test_positions() -> None:
    async with reading() as reader:
        await reader.press("3")
        assert reader.screen.positions_pane.has_focus


async def test_back() -> None:
    async with reading() as reader:
        await reader.press("3", "enter")
        assert reader.screen.place == "article"
        await reader.press("backspace")
        assert reader.screen.place == "positions"
        await reader.press("backspace")
        assert "no earlier place" in reader.status()


async def test_forward() -> None:
    async with reading() as reader:
        await reader.press("G", "less_than_sign")
        assert reader.screen.article_pane.top == 0
        await reader.press("greater_than_sign")
        assert reader.screen.article_pane.top == reader.screen.article_pane.last_top
        await reader.press("greater_than_sign")
        assert "no later place" in reader.status()


async def test_zen() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("z")
        assert not reader.screen.stakeholders_pane.is_on_screen
        await reader.press("z")
        assert reader.screen.stakeholders_pane.is_on_screen


# Stakeholders and evidence


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


# Finding


async def test_search() -> None:
    async with reading() as reader:
        await reader.press("/")
        await reader.type("cafe on the")
        await reader.press("enter")
        assert [match.of(ARTICLE.text) for match in reader.opened.search.matches] == ["café on the"]
        assert "1 of 1" in reader.status()
        await reader.press("/")
        await reader.type("zebra")
        await reader.press("enter")
        assert "is not in this text" in reader.status()


async def test_search_given_up_returns_to_the_place() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("j", "/")
        await reader.type("additional")
        assert reader.screen.article_pane.top > 1
        await reader.press("escape")
        assert reader.screen.article_pane.top == 1 and reader.opened.search.matches == []


async def test_next_match() -> None:
    async with reading() as reader:
        await reader.press("n")
        assert "Nothing has been searched" in reader.status()
        await reader.press("/")
        await reader.type("Brandt")
        await reader.press("enter", "n")
        assert reader.opened.search.current == 1
        await reader.press("n", "n")
        assert reader.opened.search.current == 0


async def test_previous_match() -> None:
    async with reading() as reader:
        await reader.press("/")
        await reader.type("Brandt")
        await reader.press("enter", "N")
        assert reader.opened.search.current == 2


async def test_next_heading() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("}")
        line = reader.screen.article_pane.layout_of_text.lines[reader.screen.article_pane.top]
        assert ARTICLE.text[line.start : line.end] == "Who Pays"


async def test_previous_heading() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("}", "}", "{")
        line = reader.screen.article_pane.layout_of_text.lines[reader.screen.article_pane.top]
        assert ARTICLE.text[line.start : line.end] == "Who Pays"


async def test_where_there_is_no_heading_in_a_direction_that_direction_is_named() -> None:
    async with reading() as reader:
        await reader.press("{")
        assert reader.status().strip() == "There is no earlier heading."
        await reader.press("G", "}")
        assert reader.status().strip() == "There is no further heading."


async def test_set_mark() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("j", "j", "m", "a")
        assert reader.opened.marks == {"a": reader.screen.article_pane.offset_at_top}
        assert "Mark a is set" in reader.status()


async def test_go_to_mark() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("apostrophe")
        assert "No mark is set" in reader.status()
        await reader.press("j", "j", "m", "a", "G", "apostrophe", "a")
        assert reader.screen.article_pane.top == 2
        await reader.press("apostrophe", "x")
        assert "There is no mark x" in reader.status()


async def test_numbers() -> None:
    async with reading() as reader:
        assert "1   PORT" in reader.screen.article_pane.render_line(3).text
        await reader.press("#")
        assert reader.screen.article_pane.render_line(3).text.startswith("  PORT")


async def test_outline() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("O", "j", "j", "enter")
        assert "What Comes Next" in [reader.screen.article_pane.render_line(y).text.strip() for y in range(12)]


# Comparing


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


# Copying


async def test_copy() -> None:
    async with reading() as reader:
        await reader.press("y")
        assert "nothing to copy" in reader.status()
        await reader.press("J", "]", "]", "y")
        assert reader.world.copied == [
            "“Our nurses get home at four in the morning,” … “They need a boat.” — Odile Brandt, "
            "“Harbour Towns Split over the Night Ferry”, The Sound Courier, 2025-03-02, ¶ 1"
        ]
        assert "copied to the terminal’s clipboard" in reader.status().replace("'", "’")


async def test_copy_cell() -> None:
    async with reading() as reader:
        await reader.press("3", "Y")
        assert reader.world.copied[0].startswith("Odile Brandt — the night ferry: supports\n- ")


async def test_select_text() -> None:
    async with reading() as reader:
        await reader.press("V", "l")
        assert "then V" in reader.status()
        await reader.press("h", "V", "w", "w")
        assert "y copies" in reader.status()
        await reader.press("y")
        assert reader.world.copied[0].startswith("“Harbour Towns” — ")
        assert reader.screen.article_pane.text_cursor is None


async def test_while_text_is_selected_the_status_row_says_what_can_be_done_with_it() -> None:
    async with reading() as reader:
        await reader.press("V", "V", "w")
        assert reader.status() == " h j k l w b move, y copies, + marks a statement, Esc ends"
        await reader.press("escape", "J", "]", "V", "V", "w")
        assert reader.status() == " h j k l w b move, y copies, r c marks a condition, + a statement, Esc ends"


async def test_cursor_left() -> None:
    async with reading() as reader:
        await reader.press("V", "l", "l", "h")
        assert reader.screen.article_pane.text_cursor == 1


async def test_cursor_right() -> None:
    async with reading() as reader:
        await reader.press("V", *["l"] * 40)
        assert reader.screen.article_pane.text_cursor == ARTICLE.blocks[1].start


async def test_cursor_word() -> None:
    async with reading() as reader:
        await reader.press("V", "w", "w")
        assert reader.screen.article_pane.text_cursor == ARTICLE.text.index("Split")
        await reader.press("b")
        assert reader.screen.article_pane.text_cursor == ARTICLE.text.index("Towns")


async def test_cursor_row_end() -> None:
    async with reading() as reader:
        await reader.press("V", "$")
        assert reader.screen.article_pane.text_cursor == ARTICLE.blocks[0].end - 1


async def test_cursor_moves_by_rows() -> None:
    async with reading() as reader:
        await reader.press("V", "j", "j")
        assert reader.screen.article_pane.text_cursor == ARTICLE.blocks[2].start
        await reader.press("k", "escape")
        assert reader.screen.article_pane.text_cursor is None


# Articles

OTHER = msgspec.structs.replace(
    ARTICLE, title="Another Article", text="A short text.\n", blocks=(), sha256="cd" * 32, path="/articles/other.txt"
)


async def test_open() -> None:
    world = World(files={"/articles/other.txt": OTHER})
    async with reading(world=world) as reader:
        await reader.press("o")
        await reader.type("/articles/other.txt")
        await reader.press("enter")
        assert reader.opened.title == "Another Article" and len(reader.app.desk.articles) == 2
        await reader.press("o")
        await reader.type("/nowhere")
        await reader.press("enter")
        assert "/nowhere: no such file" in reader.status()
        assert reader.opened.title == "Another Article"


async def test_open_address() -> None:
    entry = msgspec.structs.replace(OTHER, url="https://courier.example/toll")
    world = World(files={"/articles/feed.rss": entry, "https://courier.example/toll": ARTICLE})
    async with reading(world=world) as reader:
        await reader.press("U")
        assert "gives no address" in reader.status()
        await reader.press("o")
        await reader.type("/articles/feed.rss")
        await reader.press("enter")
        await reader.until(lambda: reader.opened.source == "/articles/feed.rss")
        await reader.press("U")
        await reader.until(lambda: reader.opened.source == "https://courier.example/toll")
        assert reader.opened.title == ARTICLE.title


async def test_next_article() -> None:
    world = World(files={"/articles/other.txt": OTHER})
    async with reading(world=world) as reader:
        reader.app.sources = ["/articles/other.txt"]
        await reader.press(".")
        assert reader.opened.title == "Another Article" and "2/2" in reader.screen.title_bar.text
        await reader.press(".")
        assert "last article" in reader.status()


async def test_previous_article() -> None:
    world = World(files={"/articles/other.txt": OTHER})
    async with reading(world=world) as reader:
        reader.app.sources = ["/articles/other.txt"]
        await reader.press("j", "j", ".", "comma")
        assert reader.opened.article is not OTHER
        assert reader.screen.article_pane.top == 2
        await reader.press("comma")
        assert "first article" in reader.status()


async def test_articles_keep_the_order_in_which_they_were_named() -> None:
    second, third = "/articles/second.txt", "/articles/third.txt"
    world = World(
        files={
            second: msgspec.structs.replace(OTHER, title="Second", sha256="01" * 32, path=second),
            third: msgspec.structs.replace(OTHER, title="Third", sha256="02" * 32, path=third),
        }
    )
    world.results.put(BRIEFING)
    named = ["/articles/night-ferry.txt", second, "/articles/missing.txt", third]
    app = ReaderApp(world.collaborators(), Appearance(), [(named[0], ARTICLE)], sources=named[1:])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("L", "j", "j", "j", "enter")
        await pilot.pause()
        assert "Third" in app.reading.title_bar.text and "4/4" in app.reading.title_bar.text
        await pilot.press("comma")
        await pilot.pause()
        assert "/articles/missing.txt: no such file" in app.reading.status.text
        assert "3/3" in app.reading.title_bar.text
        await pilot.press("comma")
        await pilot.pause()
        assert "Second" in app.reading.title_bar.text and "2/3" in app.reading.title_bar.text


async def test_articles() -> None:
    world = World(files={"/articles/other.txt": OTHER})
    async with reading(world=world) as reader:
        reader.app.sources = ["/articles/other.txt"]
        await reader.press("L", "j", "enter")
        assert reader.opened.title == "Another Article"
        await reader.press("L", "k", "enter")
        assert reader.opened.title == ARTICLE.title


async def test_start_screen() -> None:
    async with reading() as reader:
        await reader.press("W")
        assert reader.listing.page.title == "briefing"
        await reader.press("enter")
        assert reader.screen.prompt.is_open


async def test_read_again() -> None:
    changed = msgspec.structs.replace(ARTICLE, text="Changed.\n", blocks=())
    world = World(files={"/articles/night-ferry.txt": changed})
    async with reading(world=world) as reader:
        await reader.press("R")
        assert reader.opened.article.text == "Changed.\n"
        assert world.workers[0].submitted == [changed]
        assert reader.opened.lookup is None


async def test_read_again_renews_the_notes_of_a_text_that_is_the_same() -> None:
    noted = msgspec.structs.replace(ARTICLE, notes=("fetched today", "2 invisible characters replaced"))
    async with reading(world=World(files={"/articles/night-ferry.txt": noted})) as reader:
        await reader.press("R")
        await reader.until(lambda: reader.opened.article.notes == noted.notes)
        await reader.press("escape")
        assert "fetched today · 2 invisible characters replaced" in reader.status()


async def test_read_again_leaves_the_cursor_of_the_table_on_its_stakeholder_and_issue() -> None:
    changed = msgspec.structs.replace(ARTICLE, text=ARTICLE.text + "One line more.\n", sha256="ef" * 32)
    world = World(files={"/articles/night-ferry.txt": changed})
    async with reading((120, 40), world) as reader:
        await reader.press("3", "j", "j", "l")
        pane = reader.screen.positions_pane
        cell = pane.key
        assert cell is not None and (pane.row, pane.column) != (0, 0)
        await reader.press("R")
        await reader.until(lambda: world.workers)
        assert pane.row_count == 0
        # The analysis finds the stakeholders and issues of the new text in another order.
        found = msgspec.structs.replace(
            BRIEFING,
            article=changed,
            stakeholders=BRIEFING.stakeholders[::-1],
            issues=BRIEFING.issues[::-1],
        )
        world.workers[0].tell(Finished(1, found))
        await reader.pilot.pause()
        assert pane.key == cell


async def test_edit(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("A short text.\n")
    world = World(files={str(path): OTHER}, environment={"VISUAL": "my-editor --wait"})
    async with reading(world=world) as reader:
        await reader.press("v")
        assert "/articles/night-ferry.txt: this file is no longer there" in reader.status()
        world.files[str(path)] = msgspec.structs.replace(OTHER, path=str(path))
        await reader.app.open_source(str(path))
        commands: list[list[str]] = []

        async def run(command: list[str]) -> None:
            commands.append(command)

        reader.app.run_in_foreground = run  # type: ignore[method-assign]
        await reader.press("v")
        assert commands == [["my-editor", "--wait", str(path)]]


@pytest.mark.parametrize(
    ("variables", "command"),
    [
        ({"VISUAL": "my-editor --wait", "EDITOR": "ed"}, ["my-editor", "--wait"]),
        ({"VISUAL": " ", "EDITOR": "ed"}, ["ed"]),
        ({"EDITOR": ""}, ["vi"]),
        ({"VISUAL": "my-editor 'no end"}, "VISUAL: a quotation mark is missing in it"),
    ],
)
async def test_the_editor_is_the_one_her_variables_name(
    tmp_path: Path, variables: dict[str, str], command: list[str] | str
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("A short text.\n")
    world = World(files={str(path): msgspec.structs.replace(OTHER, path=str(path))}, environment=variables)
    async with reading(world=world) as reader:
        await reader.app.open_source(str(path))
        commands: list[list[str]] = []

        async def run(command: list[str]) -> None:
            commands.append(command)

        reader.app.run_in_foreground = run  # type: ignore[method-assign]
        await reader.press("v")
        if isinstance(command, str):
            assert command in reader.status() and not commands
        else:
            assert commands == [[*command, str(path)]]


async def test_pipe() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "|")
        script = "import json,sys; print(json.load(sys.stdin)['statement']['id'])"
        reader.screen.prompt.query_one("Input").value = f'{sys.executable} -c "{script}"'  # type: ignore[attr-defined]
        await reader.press("enter")
        await reader.pilot.pause(1)
        assert "s1" in "".join(reader.listing.list.render_line(0).text)
        await reader.press("escape", "|")
        await reader.type("exit 3")
        await reader.press("enter")
        await reader.pilot.pause(0.5)
        assert "exit 3: ended with exit code 3" in reader.status()


# Around


async def test_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written = tmp_path / EXPORTED
    async with reading() as reader:
        await reader.export_page()
        assert reader.listing.page.title == "Export"
        await reader.press("enter")
        await reader.until(lambda: f"Written to {EXPORTED}" in reader.status())
        assert written.read_text() == "# Harbour Towns Split over the Night Ferry\n"
        written.write_text("hers")
        await reader.export_page()
        await reader.press("enter")
        await reader.until(lambda: reader.screen.prompt.is_open)
        await reader.press("n")
        await reader.until(lambda: "Nothing was written" in reader.status())
        assert written.read_text() == "hers"
        await reader.export_page()
        await reader.press("enter")
        await reader.until(lambda: reader.screen.prompt.is_open)
        await reader.press("y")
        await reader.until(lambda: "Written" in reader.status())
        assert written.read_text().startswith("# Harbour")
        await reader.export_page()
        await reader.change("destination")
        await reader.until(lambda: reader.screen.prompt.is_open)
        reader.screen.prompt.query_one("Input").value = "/nowhere/at/all.md"  # type: ignore[attr-defined]
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("Export"))
        await reader.press("g", "enter")
        await reader.until(lambda: "cannot be written" in reader.status())


async def test_export_chooses_format_scope_marking_and_remembers_them(tmp_path: Path) -> None:
    asked: list[tuple[str, dict[str, object]]] = []

    def render(_briefing: object, format: str, **choices: object) -> bytes:  # noqa: A002
        asked.append((format, {name: value for name, value in choices.items() if value}))
        return b"the first line\n"

    changes = {"render": render, "last_export": tmp_path / "state" / "export.json"}
    async with reading(changes=changes) as reader:
        await reader.press("J")
        await reader.export_page()
        for part, title in (("format", "Format"), ("scope", "Scope"), ("marking", "Marking")):
            await reader.change(part)
            await reader.until(lambda title=title: reader.is_at(title))
            await reader.press("j", "enter")
            await reader.until(lambda: reader.is_at("Export"))
        assert asked[-1] == ("html", {"stakeholder": "odile-brandt", "tlp": "red"})
        shown = [row.pieces for row in reader.listing.page.rows(80)]
        assert any("the first line" in text for pieces in shown for text, _ in pieces)
        await reader.change("destination")
        await reader.until(lambda: reader.screen.prompt.is_open)
        reader.screen.prompt.query_one("Input").value = str(tmp_path)  # type: ignore[attr-defined]
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("Export"))
        await reader.press("g", "enter")
        await reader.until(lambda: "Written" in reader.status())
        (written,) = tmp_path.glob("*.html")
        assert "odile-brandt" in written.name and "tlp-red" in written.name
        await reader.export_page()
        assert asked[-1] == ("html", {"tlp": "red"})


@asynccontextmanager
async def exporting(*keys: str) -> AsyncIterator[tuple[Reader, list[dict[str, object]]]]:
    """The dialog of exports, opened after some keys, and the choices with which it rendered its previews."""
    asked: list[dict[str, object]] = []

    def render(_briefing: object, _format: str, **choices: object) -> bytes:
        asked.append({name: value for name, value in choices.items() if value})
        return b""

    async with reading((120, 40), changes={"render": render}) as reader:
        await reader.press(*keys)
        await reader.export_page()
        yield reader, asked


async def test_export_of_the_issue_under_the_cursor() -> None:
    async with exporting("3", "l") as (reader, asked):
        await reader.change("scope")
        await reader.until(lambda: reader.is_at("Scope"))
        await reader.press("j", "j", "enter")
        await reader.until(lambda: reader.is_at("Export"))
        assert asked[-1] == {"issue": "state-subsidy"}


async def test_export_of_an_issue_that_is_chosen() -> None:
    async with exporting() as (reader, asked):
        await reader.change("scope")
        await reader.until(lambda: reader.is_at("Scope"))
        await reader.press("j", "j", "enter")
        await reader.until(lambda: reader.is_at("Only this issue"))
        await reader.type("café")
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("Export"))
        assert asked[-1] == {"issue": "pier-cafe"}


async def test_export_of_a_comparison() -> None:
    async with exporting("J") as (reader, asked):
        await reader.change("scope")
        await reader.until(lambda: reader.is_at("Scope"))
        await reader.press("j", "j", "j", "enter")
        await reader.until(lambda: reader.is_at("Compare Odile Brandt with"))
        await reader.type("roth")
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("Export"))
        assert asked[-1] == {"compare": ("odile-brandt", "amalie-roth")}


async def test_export_of_what_was_reviewed() -> None:
    async with exporting("J", "]", "r", "a") as (reader, asked):
        await reader.change("scope")
        await reader.until(lambda: reader.is_at("Scope"))
        await reader.press("G", "enter")
        await reader.until(lambda: reader.is_at("Export"))
        assert asked[-1] == {"reviewed_only": True, "reviewed": {"s1"}}


async def test_export_marked_with_words_of_her_own() -> None:
    async with exporting() as (reader, asked):
        await reader.change("marking")
        await reader.until(lambda: reader.is_at("Marking"))
        await reader.press("G", "enter")
        await reader.until(lambda: reader.screen.prompt.is_open)
        await reader.type("for the mayor only")
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("Export"))
        assert asked[-1] == {"handling": "for the mayor only"}


async def test_export_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading() as reader:
        await reader.press(":")
        await reader.type("export csv my table.csv")
        await reader.press("enter")
        await reader.until(lambda: "Written to my table.csv" in reader.status())
        assert (tmp_path / "my table.csv").exists()


async def test_export_in_one_line_takes_the_ending_of_a_file_for_its_format(tmp_path: Path) -> None:
    async with reading() as reader:
        await reader.press(":")
        await reader.type(f"export md {tmp_path / 'ferry.md'}")
        await reader.press("enter")
        await reader.until((tmp_path / "ferry.md").exists)


async def test_export_in_one_line_without_a_file_takes_the_usual_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading() as reader:
        await reader.press(":")
        await reader.type("export svg")
        await reader.press("enter")
        await reader.until(lambda: "Written" in reader.status())
        (written,) = tmp_path.glob("*.svg")
        assert written.name in reader.status()


async def test_export_with_flat_front_matter_and_with_a_template_of_her_own() -> None:
    asked: list[dict[str, object]] = []

    def render(_briefing: object, _format: str, **choices: object) -> bytes:
        asked.append({name: value for name, value in choices.items() if value})
        return b"x"

    async with reading(changes={"render": render, "templates": lambda: ["note"]}) as reader:
        await reader.export_page()
        for keys, expected in (("Gkk", {"front_matter": "flat"}), ("G", {"template": "note"}), ("g", {})):
            await reader.change("format")
            await reader.until(lambda: reader.is_at("Format"))
            await reader.press(*keys, "enter")
            await reader.until(lambda: reader.is_at("Export"))
            assert asked[-1] == expected


async def test_export_never_replaces_the_article_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.txt").write_text("hers")
    async with reading() as reader:
        reader.opened.article = msgspec.structs.replace(ARTICLE, path="mine.txt")
        await reader.press(":")
        await reader.type("export plain mine.txt")
        await reader.press("enter")
        await reader.until(lambda: "is the article itself" in reader.status())
        assert (tmp_path / "mine.txt").read_text() == "hers"


async def test_copy_markdown() -> None:
    async with reading() as reader:
        await reader.press("M")
        assert reader.world.copied[-1] == "# Harbour Towns Split over the Night Ferry\n"
        await reader.press("3", "M")
        assert reader.world.copied[-1].startswith("| Stakeholder | ")
        assert "| Odile Brandt | S supports |" in reader.world.copied[-1] and "[^" not in reader.world.copied[-1]


async def test_help() -> None:
    async with reading() as reader:
        await reader.press("3", "?")
        assert reader.listing.page.title == "Help: the positions"
        await reader.press("escape")
        assert reader.screen.place == "positions"


async def test_palette() -> None:
    async with reading() as reader:
        await reader.press(":")
        await reader.type("next stakeh")
        await reader.press("enter")
        assert reader.opened.stakeholder == "odile-brandt"
        await reader.press(":", "escape")
        assert reader.app.screen is reader.screen


@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_the_palette_calls_each_action_once_by_words_and_the_help_tells_its_id(pane: str) -> None:
    async with reading((120, 40)) as reader:
        await reader.press(pane, ":")
        rows = reader.listing.page.rows(200)
        names = ["".join(text for text, role in row.pieces if role == "title").strip() for row in rows]
        assert len(names) == len(set(names))
        assert "clear marks" in names and names.count("dossier") == 1
        assert not {"select no one", "dossier anywhere", "cycle evidence"} & set(names)
        await reader.press("escape", "?")
        help_rows = ["".join(text for text, _ in row.pieces) for row in reader.listing.page.rows(200)]
        assert any(row.startswith("   Esc ") and row.endswith("  select-no-one") for row in help_rows)


@pytest.mark.parametrize("typed", ["clear marks", "select no one", "select-no-one"])
async def test_the_palette_finds_an_action_by_its_words_and_by_its_id(typed: str) -> None:
    async with reading() as reader:
        await reader.press("J", ":")
        await reader.type(typed)
        await reader.press("enter")
        assert reader.opened.stakeholder is None


async def test_theme() -> None:
    async with reading() as reader:
        before = reader.app.look
        await reader.press("t")
        assert reader.app.look is not before and reader.app.look.title in reader.status()
        await reader.press(*["t"] * (len(reader.app.themes) - 1))
        assert reader.app.look is before


async def test_cancel_analysis() -> None:
    world = World()
    app = make_app(world, analysed=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("X")
        await pilot.pause()
        assert world.workers[0].cancelled == [1]
        assert "analysis stopped" in app.reading.status.text
        await pilot.press("X")
        assert "No analysis is running" in app.reading.status.text
        world.workers[0].tell(Finished(1, BRIEFING))
        assert app.desk.articles[0].lookup is None


async def test_redraw(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bool] = []
    async with reading() as reader:
        monkeypatch.setattr(reader.app._driver, "repaint", lambda: sent.append(True), raising=False)
        await reader.press("ctrl+l")
        assert sent == [True]


async def test_ctrl_c_says_how_to_leave_and_changes_nothing() -> None:
    async with reading() as reader:
        before = reader.screen.article_pane.render_line(5).text
        await reader.press("ctrl+c")
        assert reader.status() == " q leaves the reader."
        assert reader.screen.article_pane.render_line(5).text == before
        await reader.press("S", "ctrl+c")
        assert reader.listing.message == "Esc closes this, Q leaves the reader."
        assert not reader.app._notifications


@pytest.mark.parametrize(("keys", "way_out"), [("Z", "Z"), ("", ":quit")])
async def test_ctrl_c_names_the_key_that_she_has_for_leaving(keys: str, way_out: str) -> None:
    world = World()
    world.results.put(BRIEFING)
    app = ReaderApp(world.collaborators(), Appearance(keys={"quit": keys}), [("-", ARTICLE)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+c")
        assert app.reading.status.text == f" {way_out} leaves the reader."


async def test_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    stops: list[bool] = []
    async with reading() as reader:
        monkeypatch.setattr(reader.app, "action_suspend_process", lambda: stops.append(True))
        await reader.press("ctrl+z")
        assert stops == [True] and "No shell waits" not in reader.status()
        monkeypatch.setattr(reader.app._driver, "was_stopped", False, raising=False)
        await reader.press("ctrl+z")
        assert "No shell waits for this reader" in reader.status()


async def test_quit() -> None:
    async with reading() as reader:
        await reader.press("j", "j", "j", "q")
    kept = reader.world.positions.kept[ARTICLE.sha256]
    assert kept.offset == reader.screen.article_pane.layout_of_text.lines[3].start
    assert reader.app.return_code == 0


# Lists


async def test_list_down() -> None:
    async with reading() as reader:
        await reader.press("S", "j", "j")
        assert reader.listing.list.entry == 2


async def test_list_up() -> None:
    async with reading() as reader:
        await reader.press("S", "j", "j", "k")
        assert reader.listing.list.entry == 1


async def test_list_page_down() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("S", "space")
        assert reader.listing.list.top > 0 and reader.listing.list.entry > 0


async def test_list_page_up() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("S", "space", "space", "b", "b", "b")
        assert reader.listing.list.top == 0


async def test_list_top() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("S", "G", "g")
        assert reader.listing.list.entry == 0 and reader.listing.list.top == 0


async def test_list_bottom() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("S", "G")
        assert reader.listing.list.entry == len(BRIEFING.statements) - 1


async def test_list_left() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("J", "c")
        await reader.type("havel")
        await reader.press("enter", "l", "h", "enter")
        assert reader.opened.stakeholder == "odile-brandt"


async def test_list_right() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("J", "c")
        await reader.type("havel")
        await reader.press("enter", "l", "enter")
        assert reader.opened.stakeholder == "petr-havel-lund"


async def test_list_choose() -> None:
    async with reading() as reader:
        await reader.press("S", "enter")
        assert reader.app.screen is reader.screen and reader.opened.statement == "s1"


async def test_list_filter() -> None:
    async with reading() as reader:
        await reader.press("S", "/")
        await reader.type("refused")
        await reader.press("enter", "enter")
        assert reader.opened.statement == "s6"


async def test_list_copy() -> None:
    async with reading() as reader:
        await reader.press("S", "y")
        assert reader.world.copied[0].startswith("S Odile Brandt: Mayor Odile Brandt supports the night ferry")


async def test_list_close() -> None:
    async with reading() as reader:
        await reader.press("S", "escape")
        assert reader.app.screen is reader.screen and reader.opened.statement is None


async def test_list_help() -> None:
    async with reading() as reader:
        await reader.press("S", "?")
        assert reader.is_at("Help: lists")
        await reader.press("j", "enter")
        await reader.until(lambda: reader.is_at("Statements in the order of the text"))
        assert reader.listing.list.entry == 0


async def test_list_redraw(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bool] = []
    async with reading() as reader:
        monkeypatch.setattr(reader.app._driver, "repaint", lambda: sent.append(True), raising=False)
        await reader.press("S", "ctrl+l")
        assert sent == [True]


async def test_list_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    stops: list[bool] = []
    async with reading() as reader:
        monkeypatch.setattr(reader.app, "action_suspend_process", lambda: stops.append(True))
        await reader.press("S", "ctrl+z")
        assert stops == [True] and isinstance(reader.app.screen, ListScreen)


async def test_list_quit() -> None:
    async with reading() as reader:
        await reader.press("S", "Q")
    assert reader.app.return_code == 0


def test_the_json_of_a_statement_can_be_read_by_anyone() -> None:
    assert json.loads(msgspec.json.encode(BRIEFING.statements[0]))["id"] == "s1"


async def test_a_filter_puts_the_cursor_on_what_was_asked_for() -> None:
    async with reading() as reader:
        await reader.press("3", "f")
        await reader.type("stance:unclear")
        await reader.press("enter")
        assert reader.screen.positions_pane.key == ("senior-official", "state-subsidy")


# Correcting


def stance_of(reader: Reader, holder: str, issue: str) -> str | None:
    assert reader.opened.lookup is not None
    return reader.opened.lookup.cell(holder, issue).stance


async def test_correct() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("J", "]", "r", "o")
        assert stance_of(reader, "odile-brandt", "night-ferry") == "mixed"
        assert reader.status().strip().startswith("opposes: the night ferry · 1 of 10 reviewed")
        assert reader.screen.status.size.height == 1
        assert reader.opened.statement == "s1"


async def test_in_the_table_the_status_row_tells_the_statement_that_is_corrected() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("3", "enter", "enter", "3")
        assert reader.opened.statement == "s2"
        assert "Our nurses get home at four" in reader.status()
        await reader.press("r", "u")
        assert stance_of(reader, "odile-brandt", "night-ferry") == "supports"
        assert reader.opened.lookup is not None and reader.opened.lookup.reviewed == {"s2"}
        await reader.press("down", "up")
        assert "Odile Brandt supports the night ferry · 2 of 2: unclear" in reader.status()
        assert "Our nurses get home at four" in reader.status()


async def test_of_a_mixed_position_the_status_row_says_which_side_its_words_take() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("3", "r", "o", "down", "up")
        assert "Odile Brandt on the night ferry: mixed · 1 of 2: opposes" in reader.status()


async def test_the_condition_of_a_cell_comes_before_how_it_was_said() -> None:
    async with reading() as reader:
        await reader.press("J", "J", "3")
        assert "conditional · condition: provided that the state pays for new buoys · reported" in reader.status()


async def test_a_statement_can_be_found_right() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "r", "a")
        assert reader.opened.lookup is not None
        assert reader.opened.lookup.reviewed == {"s1"}
        assert stance_of(reader, "odile-brandt", "night-ferry") == "supports"


async def test_words_can_be_given_to_another_mouth() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "r", "w")
        await reader.type("amalie")
        await reader.press("enter")
        await reader.until(lambda: reader.world.corrections.decided)
        assert reader.opened.lookup is not None
        assert reader.opened.lookup.statements["s1"].stakeholder == "amalie-roth"


async def test_words_can_be_given_to_somebody_new() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "r", "w")
        await reader.type("The harbour master")
        await reader.press("enter", "p")
        assert stance_of(reader, "the-harbour-master", "night-ferry") == "supports"


async def test_issue_and_time_of_a_statement() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "r", "i")
        await reader.type("café")
        await reader.press("enter", "r", "t", "p")
        assert reader.opened.lookup is not None
        decided = reader.opened.lookup.statements["s1"]
        assert (decided.issue, decided.status) == ("pier-cafe", "past")


async def test_what_is_no_statement_goes() -> None:
    async with reading() as reader:
        await reader.press("3", "r", "x", "r", "x")
        assert stance_of(reader, "odile-brandt", "night-ferry") is None


async def test_a_condition_is_the_selected_words() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "V", "V", "w", "w", "r", "c")
        assert reader.opened.lookup is not None
        condition = reader.opened.lookup.statements["s1"].condition
        assert condition is not None
        assert condition.of(ARTICLE.text).strip()


async def test_stakeholders_can_be_corrected() -> None:
    async with reading() as reader:
        await reader.press("2", "g", "r", "k", "g")
        assert reader.opened.lookup is not None
        assert reader.opened.lookup.stakeholders["odile-brandt"].kind == "group"
        await reader.press("r", "n", "ctrl+u")
        await reader.type("Mayor Brandt")
        await reader.press("enter")
        assert reader.opened.lookup.name("odile-brandt") == "Mayor Brandt"
        await reader.press("r", "j")
        await reader.type("amalie")
        await reader.press("enter")
        assert "odile-brandt" not in reader.opened.lookup.stakeholders
        joined = reader.opened.stakeholder
        assert joined is not None and "Amalie" in reader.opened.lookup.name(joined)
        await reader.press("u")
        assert reader.opened.stakeholder == joined
        await reader.press("ctrl+r", "2", "g", "r", "x")
        assert reader.opened.stakeholder is None
        assert len(reader.opened.lookup.stakeholders) == len(BRIEFING.stakeholders) - 2


async def test_undo() -> None:
    async with reading() as reader:
        await reader.press("u")
        assert reader.status().strip() == "There is no correction to take back."
        await reader.press("J", "]", "r", "o", "u")
        assert reader.status().strip() == "Taken back: opposes: the night ferry"
        assert stance_of(reader, "odile-brandt", "night-ferry") == "supports"


async def test_redo() -> None:
    async with reading() as reader:
        await reader.press("ctrl+r")
        assert reader.status().strip() == "No correction was taken back."
        await reader.press("J", "]", "r", "o", "u", "ctrl+r")
        assert stance_of(reader, "odile-brandt", "night-ferry") == "mixed"


async def test_what_was_not_decided_in_this_reader_is_taken_back_only_after_asking() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("J", "]", "r", "o")
        reader.world.corrections.by = "another reader"
        await reader.press("u")
        await reader.until(lambda: reader.screen.prompt.is_open)
        asked = reader.screen.prompt.query_one(Bar).text
        assert "2025-03-02" in asked and "not in this reader: opposes: the night ferry. Take it back?" in asked
        await reader.press("n")
        assert stance_of(reader, "odile-brandt", "night-ferry") == "mixed"
        await reader.press("u")
        await reader.until(lambda: reader.screen.prompt.is_open)
        await reader.press("y")
        assert stance_of(reader, "odile-brandt", "night-ferry") == "supports"
        assert reader.status().strip() == "Taken back: opposes: the night ferry"
        await reader.press("ctrl+r")
        await reader.until(lambda: reader.screen.prompt.is_open)
        await reader.press("y")
        assert stance_of(reader, "odile-brandt", "night-ferry") == "mixed"


async def test_next_doubtful() -> None:
    async with reading() as reader:
        await reader.press("!", "r", "a")
        assert reader.opened.statement == "s5"
        await reader.press("!")
        assert reader.opened.statement == "s9"
        assert reader.status().strip().startswith("1 of 10 reviewed")


async def test_add_statement() -> None:
    async with reading() as reader:
        await reader.press("+")
        assert reader.status().strip() == "No text is selected; V selects."
        await reader.press("V", "V", "w", "w", "+")
        await reader.type("roth")
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("What is it about?"))
        await reader.type("café")
        await reader.press("enter")
        await reader.until(lambda: reader.screen.prompt.is_open)
        await reader.press("o")
        assert stance_of(reader, "amalie-roth", "pier-cafe") == "opposes"
        assert reader.screen.article_pane.selection is None


async def test_corrections_that_cannot_be_kept_change_nothing() -> None:
    async with reading() as reader:
        reader.world.corrections.error = NoOutputError("corrections: the disk is full")
        await reader.press("J", "]", "r", "o")
        assert reader.status().strip() == "corrections: the disk is full"
        assert stance_of(reader, "odile-brandt", "night-ferry") == "supports"


async def test_an_export_says_what_was_reviewed() -> None:
    given: list[Any] = []

    def render(_briefing: Any, _format: str, **choices: Any) -> bytes:
        given.append(choices["reviewed"])
        return b""

    async with reading(changes={"render": render}) as reader:
        await reader.press("J", "]", "r", "a", "M")
        assert given == [{"s1"}]
