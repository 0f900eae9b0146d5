"""Copying: a statement, a cell, words that she selects."""

from __future__ import annotations

import json

import msgspec
from driven import reading
from fixtures import ARTICLE, BRIEFING


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


def test_the_json_of_a_statement_can_be_read_by_anyone() -> None:
    assert json.loads(msgspec.json.encode(BRIEFING.statements[0]))["id"] == "s1"
