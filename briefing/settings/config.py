"""Flags, environment and configuration file in; one frozen Settings out.

Precedence: flag, environment variable (`BRIEFING_THEME=…`), configuration file, default. Whatever is wrong is one
message that names the file and line (or the variable) and the nearest valid key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypedDict, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct, field

from briefing.errors import ConfigurationError
from briefing.nearest import hint
from briefing.settings.dictionaries import Dictionaries
from briefing.settings.places import Places
from briefing.settings.toml_file import line_of, place, read_toml

PREFIX = "BRIEFING_"
"""What the environment variables of the settings begin with; the rest is the key in capitals."""

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})


class Choices(Struct, frozen=True, kw_only=True):
    """The keys of the configuration file with their types, defaults and bounds."""

    model: str = "en_core_web_sm"
    """Name of an installed spaCy pipeline for English, or path of its folder."""
    theme: str | None = None
    """Name of a theme; None leaves the choice to the reader."""
    text_width: int = 84
    """Widest line of article text, in columns (20 to 400)."""
    unsure_below: float = 0.5
    """Statements whose confidence is lower (0 to 1) are shown as unsure."""
    low_bandwidth: bool | None = None
    """Whether to spare the line; None looks for SSH in the environment."""
    cache: bool = True
    """Whether results are kept for the next time."""
    corrections: bool = True
    """Whether what was corrected in the reader is laid over what the machine found."""
    separator: str | None = None
    """Regular expression of the line between the articles of a database's dump; known ones need none."""
    mend: bool = False
    """Whether to mend text that was decoded wrongly before ("â€œ" for a quotation mark)."""
    plain: bool = False
    """Whether to print linear text, as a screen reader wants it, and never start the screen."""
    mouse: bool = False
    """Whether the reader listens to the mouse; without, the terminal's own selection works."""
    scroll: Literal["auto", "line", "page"] = "auto"
    """What `j` does: "line" scrolls; "page" moves a mark in the text, which stands still until the mark is at its end;
    "auto" takes the mark where scrolling a pane would send all of it over a slow line."""
    codebooks: Path | None = None
    """Folder of codebooks of issues, if not `issues` beside the configuration file."""
    actors: Path | None = None
    """Folder of dictionaries of actors, if not `actors` beside the configuration file."""
    templates: Path | None = None
    """Folder of export templates, if not `templates` beside the configuration file."""
    themes: Path | None = None
    """Folder of her own themes, if not `themes` beside the configuration file."""
    restricted: bool = False
    """Whether the reader shows only what was named when it was started: no other files and addresses, no commands, no
    editor, no exports. For hosts on which others read."""
    keys: dict[str, str] = field(default_factory=dict)
    """Keys of the reader's actions: action id to key, or keys with commas between."""


BOUNDS: dict[str, tuple[float, float]] = {"text_width": (20, 400), "unsure_below": (0.0, 1.0)}


class ReadingChoices(TypedDict):
    """Arguments of `briefing.articles.read_articles`."""

    cache: Path | None
    mend: bool
    separator: str | None


class Settings(Choices, frozen=True, kw_only=True):
    """Everything that can be chosen, after precedence; handed to every room that needs a choice."""

    places: Places
    timings: bool = False
    """Whether results record the processor time that they took."""
    origins: dict[str, str] = field(default_factory=dict)
    """Where what is not left at its default was set, by key, as messages name it: a line of a file, a variable, a flag.
    """
    any_language: bool = False
    """Whether to try the analysis of texts that are not in English."""

    @property
    def themes_folder(self) -> Path:
        """Folder of her own themes; it need not exist."""
        return self.themes or self.places.themes

    @property
    def templates_folder(self) -> Path:
        """Folder of her export templates; it need not exist."""
        return self.templates or self.places.templates

    def reading(self) -> ReadingChoices:
        """How sources are read."""
        return {"cache": self.places.pages if self.cache else None, "mend": self.mend, "separator": self.separator}

    def dictionaries(self) -> Dictionaries:
        """Her codebooks and actor dictionaries, as the files are now."""
        return Dictionaries.in_folders(self.codebooks or self.places.codebooks, self.actors or self.places.actors)

    def dictionaries_fingerprint(self) -> str:
        """What stands for them in the cache, as the files are now; raises ConfigurationError."""
        return self.dictionaries().fingerprint()


def load_settings(
    places: Places, environment: Mapping[str, str], flags: Mapping[str, Any] | None = None, file: Path | None = None
) -> Settings:
    """Put the settings together.

    Args:
        places: the folders; the configuration file is looked for in `places.config`.
        environment: usually `os.environ`.
        flags: settings by name from the command line; None means not given.
        file: another configuration file (`--config`); it must exist.

    Raises:
        ConfigurationError: a key, type or value is wrong; the message names file and line, or the variable.
    """
    named = file or (Path(environment[f"{PREFIX}CONFIG"]).expanduser() if environment.get(f"{PREFIX}CONFIG") else None)
    if named is not None and not named.is_file():
        raise ConfigurationError(f"{named}: this configuration file does not exist")
    path = named or places.config_file
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    if path.is_file():
        values |= from_file(path, origins)
    values |= from_environment(environment, origins)
    given = {key: value for key, value in (flags or {}).items() if value is not None}
    origins |= {key: f"--{key.replace('_', '-')}" for key in given}
    return Settings(places=places, origins=origins, **(values | given))


def from_file(path: Path, origins: dict[str, str]) -> dict[str, Any]:
    """The settings of one configuration file, checked; relative folders are seen from the file's own folder.

    Args:
        origins: to which the place of each is added.
    """
    table, text = read_toml(path)
    types = get_type_hints(Choices)
    checked: dict[str, Any] = {}
    for key, value in table.items():
        where = place(path, line_of(text, key))
        if key not in types:
            raise ConfigurationError(f"{where}: unknown key {key!r}{hint(key, types)}")
        origins[key] = where
        if key == "keys":
            checked[key] = _keys(value, path, text)
            continue
        checked[key] = _value(key, value, types[key], where)
        if isinstance(checked[key], Path):
            checked[key] = path.parent / checked[key].expanduser()
    return checked


def from_environment(environment: Mapping[str, str], origins: dict[str, str]) -> dict[str, Any]:
    """The settings in variables such as BRIEFING_THEME, checked; empty ones count as absent.

    Args:
        origins: to which the variable of each is added.
    """
    checked: dict[str, Any] = {}
    for key, wanted in get_type_hints(Choices).items():
        variable = PREFIX + key.upper()
        raw = environment.get(variable, "")
        if not raw or key == "keys":
            continue
        value: Any = raw
        if wanted in (bool, bool | None):
            value = True if raw.lower() in TRUE else False if raw.lower() in FALSE else raw
        elif wanted in (int, float):
            value = _number(raw, wanted)
        origins[key] = f"environment variable {variable}"
        checked[key] = _value(key, value, wanted, origins[key])
        if isinstance(checked[key], Path):
            checked[key] = checked[key].expanduser().absolute()
    return checked


def _number(raw: str, wanted: type) -> Any:
    try:
        return wanted(raw)
    except ValueError:
        return raw


def _value(key: str, value: Any, wanted: Any, where: str) -> Any:
    """The value in its type and within its bounds."""
    try:
        converted = msgspec.convert(value, wanted, dec_hook=_path)
    except msgspec.ValidationError as error:
        raise ConfigurationError(f"{where}: {key} must be {_description(wanted)}, not {value!r}") from error
    if key in BOUNDS:
        low, high = BOUNDS[key]
        if not low <= converted <= high:
            raise ConfigurationError(f"{where}: {key} must lie between {low:g} and {high:g}, not {value!r}")
    if key == "separator":
        _check_expression(key, converted, where)
    return converted


def _check_expression(key: str, pattern: str, where: str) -> None:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise ConfigurationError(f"{where}: {key} must be a regular expression ({error}), not {pattern!r}") from error


def _keys(value: Any, path: Path, text: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ConfigurationError(f"{place(path, line_of(text, 'keys'))}: keys must be a table: write [keys]")
    for action, key in value.items():
        if not isinstance(key, str):
            where = place(path, line_of(text, action, "keys"))
            raise ConfigurationError(f'{where}: the key of {action!r} must be text such as "J" or "ctrl+d"')
    return dict(value)


def _path(wanted: type, value: Any) -> Any:
    if wanted is Path and isinstance(value, str):
        return Path(value)
    raise TypeError("a path is text")


def _description(wanted: Any) -> str:
    descriptions = {bool: "true or false", int: "a whole number", float: "a number", Path: "text with a folder's path"}
    for kind, description in descriptions.items():
        if wanted in (kind, kind | None):
            return description
    if get_origin(wanted) is Literal:
        return "one of " + ", ".join(f'"{choice}"' for choice in get_args(wanted))
    return "text"
