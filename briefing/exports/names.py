"""A Briefing and a pattern in; a file name out that is safe on every file system. Also the date of an export."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from briefing.errors import ConfigurationError, UsageError
from briefing.exports.choices import make_choices
from briefing.exports.formats.registry import FORMATS
from briefing.exports.scope import find_issue, find_stakeholder
from briefing.model import Briefing

DEFAULT_PATTERN = "{date}-{slug}"
LONGEST = 160
"""Characters of a name without its suffix; file systems take 255 bytes."""

LONGEST_PART = 40
"""Characters of the scope, and of the marking in words, that stand in a name."""

_FIELD = re.compile(r"\{(\w*)\}")


def file_name(briefing: Briefing, format: str, pattern: str = DEFAULT_PATTERN, **choices: object) -> str:  # noqa: A002
    """The name of an export: `2025-02-13-ceasefire-talks.md`, with scope and TLP label where they were chosen.

    A format that shares its suffix with another one adds its name to the default pattern, so that a statements table
    and a positions table can stand in one folder. The pattern may use {date} (of the document), {slug} (of its title),
    {publisher}, {scope}, {tlp}, {handling} (the marking in words), {format} and {sha} (the first eight digits of the
    article's hash). Scope and marking follow where the pattern does not name them. What is unknown disappears together
    with its hyphen.

    Raises:
        UsageError: the pattern uses another field, or a choice does not exist.
    """
    chosen = make_choices(choices)
    article = briefing.article
    scope = ""
    if chosen.stakeholder:
        scope = find_stakeholder(briefing, chosen.stakeholder).name
    elif chosen.issue:
        scope = find_issue(briefing, chosen.issue).label
    elif chosen.compare:
        scope = " and ".join(find_stakeholder(briefing, one).name for one in chosen.compare)
    values = {
        "date": article.published or "",
        "slug": slug(article.title or (article.path or "").rsplit("/", 1)[-1].rsplit(".", 1)[0]) or "briefing",
        "publisher": slug(article.publisher or ""),
        "scope": slug(scope)[:LONGEST_PART].rstrip("-"),
        "tlp": f"tlp-{slug(chosen.tlp)}" if chosen.tlp else "",
        "handling": slug(chosen.handling)[:LONGEST_PART].rstrip("-"),
        "format": format,
        "sha": article.sha256[:8],
    }
    if pattern == DEFAULT_PATTERN and _shares_its_suffix(format):
        pattern += "-{format}"
    unknown = [name for name in _FIELD.findall(pattern) if name not in values]
    if unknown:
        raise UsageError(f"a file name has no field {{{unknown[0]}}}; there are {', '.join(values)}")
    name = _joined(_FIELD.sub(lambda match: slug(values[match[1]]), pattern))
    # Of a long name the title is cut, never the marking: the tail has at most 100 characters.
    tail = _joined("-".join(values[field] for field in ("scope", "tlp", "handling") if f"{{{field}}}" not in pattern))
    name = _joined(f"{name[: LONGEST - len(tail) - 1]}-{tail}")
    return f"{name or 'briefing'}{FORMATS[format].suffix}"


def _joined(name: str) -> str:
    """Without what file systems or shells could misread, and without hyphens beside fields that are empty."""
    return re.sub(r"-{2,}", "-", re.sub(r"[^\w.-]+", "-", name)).strip("-.")


def _shares_its_suffix(format_id: str) -> bool:
    """Whether an earlier format of the list has the same suffix."""
    suffix = FORMATS[format_id].suffix
    return next(one.id for one in FORMATS.values() if one.suffix == suffix) != format_id


def slug(text: str) -> str:
    """Small letters, figures and hyphens of a text, without accents where letters have them; at most 80 characters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].rstrip("-")


def created_from(environment: Mapping[str, str]) -> int | None:
    """The date that SOURCE_DATE_EPOCH gives to exports, in seconds since 1970; None where it is not set.

    Raises:
        ConfigurationError: it is not a number (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    value = environment.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return None
    if not re.fullmatch(r"\d{1,11}", value):
        raise ConfigurationError(
            f"SOURCE_DATE_EPOCH: {value!r} is not a number of seconds since 1970; correct or unset it"
        )
    return int(value)
