"""Finding: words, headings, marks and numbers."""

from __future__ import annotations

from driven import reading
from fixtures import ARTICLE


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
