"""Keyword arguments of `render` in; a checked, frozen `Choices` out: what is exported, how marked, how laid out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from msgspec import Struct

from briefing.errors import UsageError
from briefing.exports.plain import WIDTH
from briefing.nearest import hint

FrontMatter = Literal["nested", "flat", "none"]
TLP = Literal["red", "amber+strict", "amber", "green", "clear"]
"""Labels of the Traffic Light Protocol 2.0, https://www.first.org/tlp/."""


class Choices(Struct, frozen=True, kw_only=True):
    """What a reader can choose about an export; every format takes what concerns it."""

    stakeholder: str | None = None
    """Only this stakeholder (id, name or alias)."""
    issue: str | None = None
    """Only this issue (id or label)."""
    compare: tuple[str, str] | None = None
    """Only these two stakeholders, side by side."""
    tlp: TLP | None = None
    handling: str = ""
    """Free text of a handling marking ("Not for publication before 6 March")."""
    front_matter: FrontMatter = "nested"
    """Of the Markdown: nested, flat (for Obsidian's property editor), or none."""
    template: str | None = None
    """Name of a template instead of the built-in layout (Markdown only)."""
    template_folder: Path | None = None
    columns: int = WIDTH
    """Of linear text: columns at which lines are broken; 0 leaves every paragraph on one line."""
    reviewed: frozenset[str] = frozenset()
    """Ids of the statements that a human has confirmed."""
    reviewed_only: bool = False
    """Leave out every statement that nobody has confirmed."""
    created: int | None = None
    """Seconds since 1970 to be given as date of the export (`SOURCE_DATE_EPOCH`); None gives no date at all."""

    @property
    def marking(self) -> str:
        """The handling marking on one line, empty if there is none."""
        label = f"TLP:{self.tlp.upper()}" if self.tlp else ""
        return " · ".join(part for part in (label, " ".join(self.handling.split())) if part)


def make_choices(given: Mapping[str, Any]) -> Choices:
    """Choices from keyword arguments; labels and lists are brought into their form.

    Raises:
        UsageError: a choice that does not exist or has a value it cannot have, or two scopes at once.
    """
    known = set(Choices.__struct_fields__)
    for name in given:
        if name not in known:
            raise UsageError(f"export has no choice {name!r}{hint(name, known)}")
    values = dict(given)
    if values.get("tlp"):
        values["tlp"] = _one_of("tlp", str(values["tlp"]).lower().removeprefix("tlp:"), get_args(TLP))
    else:
        values["tlp"] = None
    if "front_matter" in values:
        values["front_matter"] = _one_of("front matter", values["front_matter"], get_args(FrontMatter))
    values["compare"] = _pair(values.get("compare"))
    values["reviewed"] = frozenset(values.get("reviewed", ()))
    if sum(bool(values.get(scope)) for scope in ("stakeholder", "issue", "compare")) > 1:
        raise UsageError("an export is of one stakeholder, of one issue or of a comparison; choose one of them")
    return Choices(**values)


def _one_of(what: str, value: Any, allowed: Collection[str]) -> Any:
    if value not in allowed:
        raise UsageError(f"{what} cannot be {value!r}; choose one of {', '.join(allowed)}")
    return value


def _pair(value: Any) -> tuple[str, str] | None:
    if not value:
        return None
    pair = tuple(value) if not isinstance(value, str) else ()
    if len(pair) != 2 or pair[0] == pair[1]:
        raise UsageError("a comparison needs two different stakeholders")
    return (str(pair[0]), str(pair[1]))
