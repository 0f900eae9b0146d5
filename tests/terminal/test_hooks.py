"""What this program relies on in Textual without having been promised it.

If one of these tests fails after Textual was renewed, look at `briefing/terminal/hooks.py` before anything else: the
screen would be wrong or empty.
"""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from textual import constants, events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.driver import Driver
from textual.screen import Screen
from textual.widgets import Input, Static

from briefing.terminal import hooks
from briefing.terminal.capabilities import Terminal
from briefing.terminal.picture import Picture
from tests.terminal.emulator import Emulator


class Panes(App[None]):
    CSS = "#left {width: 20; border: round red;} Screen.-modal {align: center middle}"

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static("日本 one two three", id="left", markup=False)
            yield Static("four\nfive", id="right", markup=False)
        yield Input(id="input")


class Box(Screen[None]):
    CSS = "Static {width: 30; height: 5; margin: 4 8; background: red;}"

    def compose(self) -> ComposeResult:
        yield Static("A box over the panes", markup=False)


async def test_the_screen_that_arrives_is_the_screen_that_textual_would_have_shown() -> None:
    """Layouts, single widgets, screens on top of each other, and changes of size."""
    picture, emulator = Picture(Terminal(may_start=True, colours="256")), Emulator(80, 24)
    app = Panes()
    shown: list[type[object]] = []

    def show(update: hooks.Update) -> None:
        shown.append(type(update))
        picture.apply(update)

    async with app.run_test(size=(80, 24)) as pilot:
        hooks.take_over_display(app, show)

        async def check() -> None:
            await pilot.pause()
            await pilot.pause()
            emulator.feed(picture.frame(app.cursor_position))
            expected = [
                "".join(strip.text for strip in [row]).rstrip() for row in app.screen._compositor.render_strips()
            ]
            seen = [line.rstrip() for line in emulator.screen.text()]
            assert seen == expected

        app.refresh(layout=True)
        await check()
        app.query_one("#right", Static).update("[other] words\nand more of them")
        await check()
        await pilot.press("tab", "x", "y")
        await check()
        app.push_screen(Box())
        await check()
        app.pop_screen()
        await check()
        await pilot.resize_terminal(60, 15)
        emulator = Emulator(60, 15)
        picture.resize(60, 15)
        app.refresh(layout=True)
        await check()
    assert set(shown) == {LayoutUpdate, ChopsUpdate}


def test_the_names_that_are_used_exist() -> None:
    assert list(inspect.signature(App._display).parameters) == ["self", "screen", "renderable"]
    assert {"chops", "spans", "chop_ends"} <= set(inspect.signature(ChopsUpdate.__init__).parameters)
    assert {"strips", "region"} <= set(inspect.signature(LayoutUpdate.__init__).parameters)
    for name in ("_begin_batch", "_handle_exception", "post_display_hook"):
        assert callable(getattr(App, name))
    assert isinstance(constants.ESCAPE_DELAY, float)
    for name in ("feed", "tick"):
        assert callable(getattr(hooks.XTermParser, name))


async def test_what_an_app_and_a_driver_keep_under_names_of_their_own_is_still_there() -> None:
    async with Panes().run_test() as pilot:
        app = pilot.app
        assert app._running is True
        assert app._closed is False
        assert app._batch_count == 0
        driver = app._driver
        assert isinstance(driver, Driver)
        for name in ("_app", "_loop", "_mouse", "_size", "_auto_restart"):
            assert hasattr(driver, name), name


@pytest.mark.parametrize(
    ("typed", "keys"),
    [("j", ["j"]), ("\x1b[A", ["up"]), ("\x1b[5~", ["pageup"]), ("é", ["é"]), ("\x1b[27u", ["escape"])],
)
def test_keys_are_read_by_textuals_parser(typed: str, keys: list[str]) -> None:
    messages: list[Any] = list(hooks.XTermParser().feed(typed))
    read = [message.character if message.character == "é" else message.key for message in messages]
    assert read == keys
    assert all(isinstance(message, events.Key) for message in messages)
