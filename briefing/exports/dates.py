"""Dates as documents give them, or seconds since 1970, in; the forms that other tools want out. All in UTC."""

from __future__ import annotations

import re
from datetime import datetime, timezone

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?")


def date_parts(published: str | None) -> list[int]:
    """Year, month and day as far as they are given: `[2025, 3]` for `2025-03`; empty where nothing is."""
    match = _DATE.fullmatch(published or "")
    return [int(part) for part in match.groups() if part] if match else []


def moment(published: str | None) -> datetime | None:
    """The first moment of the date; None where it is unknown or does not exist."""
    parts = date_parts(published)
    if not parts:
        return None
    year, month, day = (*parts, 1, 1)[:3]
    try:
        return datetime(year, month, day, tzinfo=timezone.utc)
    except ValueError:
        return None


def from_seconds(seconds: int) -> datetime:
    """The moment so many seconds after 1970 began."""
    return datetime.fromtimestamp(seconds, tz=timezone.utc)
