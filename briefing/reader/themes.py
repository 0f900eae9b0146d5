"""Theme files (TOML) in; checked themes out: for each role on the screen one style.

A file has a title, whether it is dark, whether it uses the terminal's own colours, and a table of styles in the
notation of Rich ("bold #aabbcc on #112233"). Whatever is wrong is one message that names file and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from rich.color import Color, ColorType
from rich.errors import StyleSyntaxError
from rich.style import Style

from briefing.errors import ConfigurationError
from briefing.nearest import hint
from briefing.reader.data import data_folder
from briefing.settings.toml_file import line_of, place, read_toml

if TYPE_CHECKING:
    from textual.theme import Theme as TextualTheme

ROLES = {
    "text": "the article and everything without a role of its own; its ground is the ground of the screen",
    "quiet": "paragraph numbers, counts, hints",
    "title": "the title of the article",
    "heading": "headings",
    "byline": "author, place and date lines",
    "caption": "captions",
    "quote": "quotations set apart as a block",
    "trailer": "lines after the article, such as who contributed",
    "rule": "lines between panes",
    "bar": "the first and the last row of the screen",
    "bar_quiet": "less important words in those rows",
    "bar_key": "keys in those rows",
    "bar_active": "the pane that has the keyboard",
    "cursor": "the row or cell under the cursor",
    "group": "headings in lists",
    "mention_name": "the selected stakeholder's name in the text",
    "mention_nominal": "a description of the selected stakeholder in the text",
    "mention_pronoun": "a pronoun that means the selected stakeholder",
    "source": "who speaks, in a statement of the selected stakeholder",
    "cue": "the words that make it a statement",
    "content": "what the selected stakeholder said or did",
    "evidence": "the statement that is being shown",
    "match": "what a search found",
    "match_current": "the match that is being shown",
    "selection": "text selected with the keyboard",
    "supports": "the sign S",
    "opposes": "the sign O",
    "conditional": "the sign C",
    "mixed": "the sign M",
    "unclear": "the sign ?",
    "nothing": "the sign for no position found",
    "likely": "over the sign of a position that is likely: clear ones stand out, the unsure are quiet",
    "past": "statements that are past, expected or hearsay and not counted",
    "warning": "messages that want attention",
    "error": "messages that something failed",
}
"""Every role of a style, and what it is used for."""

KEYS = {"title": str, "dark": bool, "terminal_colours": bool, "styles": dict}


class Theme(Struct, frozen=True):
    """A named set of styles."""

    name: str
    title: str
    dark: bool
    terminal_colours: bool
    styles: Mapping[str, Style]

    def __getitem__(self, role: str) -> Style:
        """The style of a role; several roles joined by "+" lie over each other, the last on top."""
        if "+" not in role:
            return self.styles[role]
        return Style.combine(self.styles[part] for part in role.split("+"))

    def for_textual(self) -> TextualTheme:
        """The same theme for Textual's own widgets, of which the screen uses only the input line."""
        from textual.theme import Theme as TextualTheme

        text, bar = self.styles["text"], self.styles["bar"]
        foreground, background = _css(text.color), _css(text.bgcolor)
        bar_foreground, bar_background = (
            (foreground, background) if bar.reverse or bar.bgcolor is None else (_css(bar.color), _css(bar.bgcolor))
        )
        return TextualTheme(
            name=self.name,
            primary=_css(self.styles["mention_name"].color),
            foreground=foreground,
            background=background,
            surface=bar_background,
            panel=bar_background,
            dark=self.dark,
            ansi=self.terminal_colours,
            variables={
                "rule": _css(self.styles["rule"].color),
                "bar-foreground": bar_foreground,
                "bar-background": bar_background,
                "input-cursor-background": foreground if not self.terminal_colours else "ansi_white",
                "input-cursor-foreground": background if not self.terminal_colours else "ansi_black",
                "input-cursor-text-style": "none",
                "ansi-background": "ansi_black" if self.dark else "ansi_white",
                "ansi-foreground": "ansi_white" if self.dark else "ansi_black",
            },
        )


class Themes(Mapping[str, Theme]):
    """Themes by name; a file is read when its theme is asked for, because the screen begins with one of them.

    Looking a theme up raises ConfigurationError if its file is wrong; the message names file and line.
    """

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files
        self._loaded: dict[str, Theme] = {}

    def __getitem__(self, name: str) -> Theme:
        """The theme of that name."""
        if name not in self._loaded:
            self._loaded[name] = load_theme(self._files[name])
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        """The names, in the order in which `t` goes through them."""
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def load_themes(folders: Iterable[Path] = ()) -> Themes:
    """All themes by name (the name of the file): those that are shipped, then hers, which may replace them."""
    files = {}
    for folder in (data_folder("themes"), *folders):
        for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            files[path.stem] = path
    return Themes(files)


def load_theme(path: Path) -> Theme:
    """Read and check one theme file; raises ConfigurationError that names file and line."""
    table, text = read_toml(path)
    for key, value in table.items():
        if key not in KEYS:
            where = place(path, line_of(text, key))
            raise ConfigurationError(f"{where}: unknown key {key!r}{hint(key, KEYS)}")
        if not isinstance(value, KEYS[key]):
            where = place(path, line_of(text, key))
            raise ConfigurationError(f"{where}: {key} must be {_KIND[KEYS[key]]}, not {value!r}")
    for key in KEYS:
        if key not in table:
            raise ConfigurationError(f"{path}: the key {key!r} is missing")
    return Theme(
        name=path.stem,
        title=table["title"],
        dark=table["dark"],
        terminal_colours=table["terminal_colours"],
        styles=_styles(table["styles"], path, text),
    )


_KIND = {str: "text", bool: "true or false", dict: "a table"}


def _styles(table: Mapping[str, Any], path: Path, text: str) -> dict[str, Style]:
    styles = {}
    for role, definition in table.items():
        if role not in ROLES:
            where = place(path, line_of(text, role, "styles"))
            raise ConfigurationError(f"{where}: unknown role {role!r}{hint(role, ROLES)}")
        try:
            styles[role] = Style.parse(definition)
        except (StyleSyntaxError, AttributeError) as error:
            where = place(path, line_of(text, role, "styles"))
            raise ConfigurationError(
                f"{where}: {definition!r} is not a style; write for example 'bold #d5d3ca on #14171c'"
            ) from error
    missing = [role for role in ROLES if role not in styles]
    if missing:
        raise ConfigurationError(f"{path}: styles are missing for {', '.join(missing)}")
    if styles["text"].color is None or styles["text"].bgcolor is None:
        where = place(path, line_of(text, "text", "styles"))
        raise ConfigurationError(f"{where}: text needs a colour and a ground, such as '#d5d3ca on #14171c'")
    return styles


def _css(color: Color | None) -> str:
    """A colour as Textual's style sheets write it."""
    if color is None or color.type is ColorType.DEFAULT:
        return "ansi_default"
    if color.type is ColorType.TRUECOLOR:
        return color.get_truecolor().hex
    return f"ansi_{color.name}"


def choose_theme(themes: Mapping[str, Theme], wanted: str | None, colours: str, where: str = "") -> Theme:
    """The theme to begin with.

    Args:
        themes: what is there.
        wanted: the name in the settings; None leaves the choice to the program.
        colours: what the terminal can show: "none", "16", "256" or "truecolor". With 16 colours or none, colours that
            a theme chooses freely cannot be kept apart, so the terminal's own are used.
        where: the place at which the name was set, for messages; empty where it is not known.

    Raises:
        ConfigurationError: no theme has this name.
    """
    if wanted is not None and wanted not in themes:
        raise ConfigurationError(f"{where and f'{where}: '}theme {wanted!r} does not exist{hint(wanted, themes)}")
    theme = themes[wanted or "ink"]
    if colours in ("16", "none") and not theme.terminal_colours:
        return themes["terminal-dark" if theme.dark else "terminal-light"]
    return theme
