"""Moving: by lines and pages, between panes and stakeholders' places, back and forth."""

from __future__ import annotations

from driven import reading


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
