"""What list screens show: functions from a Briefing to rows, each row with the place in the text that it leads to.

The first screen shows no list; so a module is imported when something of it is first used: `pages.dossier.dossier(…)`.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.reader.pages import choices, comparison, correcting, dossier, exporting, help, statements  # noqa: A004

__all__ = ["choices", "comparison", "correcting", "dossier", "exporting", "help", "statements"]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
