"""Themes: complete, checked, readable in every number of colours, and never understood by colour alone."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem, ColorType
from rich.style import Style
from rich.terminal_theme import TerminalTheme

from briefing.errors import ConfigurationError
from briefing.reader.data import data_folder
from briefing.reader.signs import SIGNS
from briefing.reader.themes import ROLES, Theme, choose_theme, load_theme, load_themes

THEMES = load_themes()
AA = 4.5
"""Contrast of text that WCAG 2.2, success criterion 1.4.3, asks for."""

DECORATION = {"rule"}
"""Roles that are not text."""

ON_TEXT = [role for role in ROLES if not role.startswith("bar") and role not in DECORATION | {"text"}]
ON_BAR = ["bar_quiet", "bar_key", "bar_active"]
LAYERS = [
    ("content", "mention_name"),
    ("content", "mention_pronoun"),
    ("content", "cue"),
    ("content", "source"),
    ("content", "cue", "evidence"),
    ("content", "mention_name", "evidence"),
    ("content", "mention_name", "match"),
    ("content", "mention_name", "evidence", "selection"),
    *((sign.role, "cursor") for sign in SIGNS.values()),
]
"""Roles that lie over each other on the screen."""

XTERM = TerminalTheme(
    (0, 0, 0),
    (229, 229, 229),
    [(0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229)],
    [
        (127, 127, 127),
        (255, 0, 0),
        (0, 255, 0),
        (255, 255, 0),
        (92, 92, 255),
        (255, 0, 255),
        (0, 255, 255),
        (255, 255, 255),
    ],
)
CONSOLE = TerminalTheme(
    (0, 0, 0),
    (170, 170, 170),
    [(0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170)],
    [
        (85, 85, 85),
        (255, 85, 85),
        (85, 255, 85),
        (255, 255, 85),
        (85, 85, 255),
        (255, 85, 255),
        (85, 255, 255),
        (255, 255, 255),
    ],
)
"""The console of Linux, which has the colours of VGA."""


def on_light_ground(palette: TerminalTheme) -> TerminalTheme:
    colours = list(palette.ansi_colors._colors)
    return TerminalTheme((255, 255, 255), (0, 0, 0), colours[:8], colours[8:])


def luminance(rgb: tuple[int, int, int]) -> float:
    """Relative luminance by WCAG 2.2."""
    linear = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def seen(color: Color | None, system: ColorSystem, palette: TerminalTheme, *, is_text: bool) -> tuple[int, int, int]:
    """The colour that the terminal shows."""
    if color is None or color.type is ColorType.DEFAULT:
        return tuple(palette.foreground_color if is_text else palette.background_color)  # type: ignore[return-value]
    shown = color.downgrade(system) if color.type is ColorType.TRUECOLOR else color
    return tuple(shown.get_truecolor(palette, foreground=is_text))  # type: ignore[return-value]


def pair(
    style: Style, system: ColorSystem, palette: TerminalTheme
) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    text = seen(style.color, system, palette, is_text=True)
    ground = seen(style.bgcolor, system, palette, is_text=False)
    return (ground, text) if style.reverse else (text, ground)


def all_styles(theme: Theme) -> list[tuple[str, Style]]:
    styles = [("text", theme["text"]), ("bar", theme["text"] + theme["bar"])]
    styles += [(f"text+{role}", theme["text"] + theme[role]) for role in ON_TEXT]
    styles += [(f"bar+{role}", theme["text"] + theme["bar"] + theme[role]) for role in ON_BAR]
    styles += [("+".join(roles), theme["text"] + theme["+".join(roles)]) for roles in LAYERS]
    return styles


CASES = [
    (name, system)
    for name, theme in THEMES.items()
    for system in ([ColorSystem.STANDARD] if theme.terminal_colours else [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
]


@pytest.mark.parametrize("terminal", [XTERM, CONSOLE], ids=["xterm", "console"])
@pytest.mark.parametrize(("name", "system"), CASES, ids=[f"{name}-{system.name}" for name, system in CASES])
def test_every_text_can_be_read(name: str, system: ColorSystem, terminal: TerminalTheme) -> None:
    theme = THEMES[name]
    palette = terminal if theme.dark else on_light_ground(terminal)
    weak = {
        role: round(contrast(*pair(style, system, palette)), 2)
        for role, style in all_styles(theme)
        if contrast(*pair(style, system, palette)) < AA
    }
    assert weak == {}


def test_there_are_light_high_contrast_and_terminal_themes() -> None:
    assert len(THEMES) >= 4
    assert any(not theme.dark for theme in THEMES.values())
    assert "contrast" in THEMES
    assert {theme.dark for theme in THEMES.values() if theme.terminal_colours} == {True, False}


# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
# IEEE TVCG 15(6), 2009; matrices for severity 1.0, applied to linear RGB.
COLOUR_BLIND = {
    "protanopia": [(0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)],
    "deuteranopia": [(0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)],
    "tritanopia": [(1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)],
}


@pytest.mark.parametrize("kind", COLOUR_BLIND)
@pytest.mark.parametrize("name", [name for name, theme in THEMES.items() if not theme.terminal_colours])
def test_support_and_opposition_differ_for_the_colour_blind(name: str, kind: str) -> None:
    def linear(role: str) -> list[float]:
        rgb = seen(THEMES[name][role].color, ColorSystem.TRUECOLOR, XTERM, is_text=True)
        values = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
        return [sum(a * b for a, b in zip(row, values, strict=True)) for row in COLOUR_BLIND[kind]]

    one, other = linear("supports"), linear("opposes")
    assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.2


def test_six_signs_differ_without_colour() -> None:
    assert len(SIGNS) == 6
    for one, other in combinations(SIGNS.values(), 2):
        assert one.letter.lower() != other.letter.lower() and one.word != other.word


GOOD = (data_folder("themes") / "ink.toml").read_text(encoding="utf-8")


def wrong(tmp_path: Path, text: str) -> str:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_theme(path)
    assert "mine.toml" in str(caught.value) and "\n" not in str(caught.value)
    return str(caught.value)


def test_what_is_wrong_in_a_theme_is_named_with_its_line(tmp_path: Path) -> None:
    line = GOOD.splitlines().index(next(one for one in GOOD.splitlines() if one.startswith("heading"))) + 1
    message = wrong(tmp_path, GOOD.replace("\nheading =", "\nheadng ="))
    assert f"line {line}" in message and "'headng'" in message and "did you mean 'heading'?" in message
    message = wrong(tmp_path, GOOD.replace('heading = "bold #e4c07a"', 'heading = "bald #e4c07a"'))
    assert f"line {line}" in message and "bald" in message
    assert "quiet" in wrong(tmp_path, GOOD.replace('quiet = "#8f959e"\n', "", 1))
    assert "dark must be true or false" in wrong(tmp_path, GOOD.replace("dark = true", 'dark = "yes"'))
    assert "did you mean 'title'?" in wrong(tmp_path, GOOD.replace("title =", "titel =", 1))
    assert "ground" in wrong(tmp_path, GOOD.replace("#d5d3ca on #14171c", "#d5d3ca", 1))
    assert "not a style" in wrong(tmp_path, GOOD.replace('quiet = "#8f959e"', "quiet = 3"))
    assert "not valid TOML" in wrong(tmp_path, "title = ")


def test_her_own_theme_replaces_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "ink.toml").write_text(GOOD.replace('title = "Ink"', 'title = "My ink"'), encoding="utf-8")
    assert load_themes([tmp_path])["ink"].title == "My ink"
    assert load_themes([tmp_path / "absent"])["ink"].title == "Ink"


def test_the_terminals_own_colours_are_used_where_there_are_few() -> None:
    assert choose_theme(THEMES, None, "truecolor").name == "ink"
    assert choose_theme(THEMES, "paper", "256").name == "paper"
    assert choose_theme(THEMES, "paper", "16").name == "terminal-light"
    assert choose_theme(THEMES, None, "none").name == "terminal-dark"
    with pytest.raises(ConfigurationError, match="did you mean 'paper'"):
        choose_theme(THEMES, "papr", "256")
