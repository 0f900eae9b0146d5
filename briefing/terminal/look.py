"""Rich styles in; the attributes a terminal cell shows, and the shortest sequence from one to the next, out."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rich.color import Color, ColorSystem
from rich.style import Style

from briefing.terminal.capabilities import Colours

SYSTEMS = {"16": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR}

BOLD, DIM, ITALIC, UNDERLINE, REVERSE, STRIKE = 1, 2, 3, 4, 7, 9
OFF = {BOLD: 22, DIM: 22, ITALIC: 23, UNDERLINE: 24, REVERSE: 27, STRIKE: 29}
SHOWN_ON_BLANKS = frozenset({UNDERLINE, REVERSE, STRIKE})


class Look(NamedTuple):
    """What a cell looks like, as parameters of SGR (ECMA-48 8.3.117)."""

    foreground: str = ""
    """Parameters that set the colour of the glyph; empty for the terminal's own."""
    background: str = ""
    attributes: frozenset[int] = frozenset()

    @property
    def plain(self) -> bool:
        """Whether this is how the terminal looks after a reset."""
        return not (self.foreground or self.background or self.attributes)

    @property
    def erasable(self) -> bool:
        """Whether an erased cell can look like this: nothing but a background."""
        return not (self.foreground or self.attributes)


PLAIN = Look()


@lru_cache(maxsize=4096)
def look_of(style: Style | None, colours: Colours) -> Look:
    """The look of a Rich style in a palette; links, blinking and meta data are left out."""
    if style is None:
        return PLAIN
    attributes = {
        code
        for code, on in (
            (BOLD, style.bold),
            (DIM, style.dim),
            (ITALIC, style.italic),
            (UNDERLINE, style.underline or style.underline2),
            (REVERSE, style.reverse),
            (STRIKE, style.strike),
        )
        if on
    }
    return _shared(
        Look(
            _parameters(style.color, colours, foreground=True),
            _parameters(style.bgcolor, colours, foreground=False),
            frozenset(attributes),
        )
    )


@lru_cache(maxsize=1024)
def blank_of(look: Look) -> Look:
    """The look of a space: what does not show on a space is dropped, so that equal blanks compare equal."""
    if look.attributes & SHOWN_ON_BLANKS:
        return look
    return _shared(Look(background=look.background))


@lru_cache(maxsize=4096)
def change(old: Look, new: Look) -> str:
    """The shortest SGR sequence that takes the pen from one look to another; empty if they are the same."""
    if old == new:
        return ""
    afresh = [str(code) for code in sorted(new.attributes)] + [p for p in (new.foreground, new.background) if p]
    if not afresh:
        return "\x1b[m"
    step = _difference(old, new)
    start_again = "\x1b[0;" + ";".join(afresh) + "m"
    one_by_one = "\x1b[" + ";".join(step) + "m"
    return one_by_one if len(one_by_one) <= len(start_again) else start_again


def _difference(old: Look, new: Look) -> list[str]:
    """Parameters that switch off what is gone and on what is new."""
    gone = {OFF[code] for code in old.attributes - new.attributes}
    # 22 ends bold and dim together: what shall stay of the two is set again.
    kept = old.attributes & new.attributes
    lost = {code for code in kept if OFF[code] in gone}
    parameters = [str(code) for code in sorted(gone)]
    parameters += [str(code) for code in sorted((new.attributes - old.attributes) | lost)]
    if old.foreground != new.foreground:
        parameters.append(new.foreground or "39")
    if old.background != new.background:
        parameters.append(new.background or "49")
    return parameters


def _parameters(color: Color | None, colours: Colours, *, foreground: bool) -> str:
    """SGR parameters of a colour in a palette; empty for the terminal's default or where colours are off."""
    if color is None or color.is_default or colours == "none":
        return ""
    return ";".join(color.downgrade(SYSTEMS[colours]).get_ansi_codes(foreground))


@lru_cache(maxsize=4096)
def _shared(look: Look) -> Look:
    """One object for equal looks, so that rows compare quickly."""
    return look
