"""Every touch of Textual that is not part of its public interface, in one place.

Textual hands what changed on its screen to `App._display` as a `LayoutUpdate` (the whole screen) or a `ChopsUpdate`
(pieces of rows). Here these become pieces of styled text with their places, before they are turned into escape
sequences. `tests/terminal/test_hooks.py` fails when a new version of Textual moves any of this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from textual._compositor import ChopsUpdate, LayoutUpdate
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.strip import Strip

__all__ = ["Piece", "Update", "XTermParser", "size_of", "take_over_display", "to_pieces"]

Update = LayoutUpdate | ChopsUpdate


class Piece(NamedTuple):
    """Styled text that begins at a column and row of the screen."""

    x: int
    y: int
    strip: Strip


def take_over_display(app: App[Any], show: Callable[[Update], None]) -> None:
    """Let a function show what changed on the screen of an app, in place of Textual's own writing.

    The conditions are those of `App._display`: nothing is shown in a batch, before the start or after the end.
    """
    original = app._display

    def display(screen: Any, renderable: Any) -> None:
        if not isinstance(renderable, (LayoutUpdate, ChopsUpdate)):
            original(screen, renderable)
            return
        try:
            if app._running and not app._closed and not app._batch_count:
                show(renderable)
        except Exception as error:
            app._handle_exception(error)
        finally:
            app.post_display_hook()

    app._display = display  # type: ignore[method-assign]


def size_of(update: Update) -> tuple[int, int] | None:
    """Columns and rows of the screen if the update covers all of it, else None."""
    if isinstance(update, LayoutUpdate):
        return update.region.width, update.region.height
    return None


def to_pieces(update: Update) -> Iterator[Piece]:
    """What an update puts on the screen; follows `render_segments` of the two classes."""
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in strips:
                yield Piece(x, y, strip)
                x += strip.cell_length
        return
    for y, first, last in update.spans:
        for end, (x, piece) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if piece is None or x > last or end <= first:
                continue
            if first <= x < last and end <= last:
                yield Piece(x, y, piece)
            else:
                yield Piece(x, y, piece.crop(0, min(end, last) - x))
