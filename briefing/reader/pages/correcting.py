"""What a decision can name in; lists to choose it from out: who said it, what it is about, who is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Stakeholder
from briefing.reader.lookup import Lookup
from briefing.reader.pages.page import Page, PageWriter, Row, Target
from briefing.reader.text.search import fold


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nobody that one can tell; no issue of the table."""


@dataclass(frozen=True, slots=True)
class New:
    """Somebody or something that is not in the list; the words that she typed, or none yet."""

    words: str = ""


Entry = tuple[str, str, Target]
"""Name, what is said quietly beside it, and what it stands for."""


def holders(lookup: Lookup) -> Page:
    """Who may have said it: stakeholders, nobody that one can tell, or somebody new."""
    entries = [*_stakeholders(lookup), ("Nobody that one can tell", "", Nothing()), ("Somebody else …", "", New())]
    return _page("Who said it?", entries, "Enter makes this a stakeholder.", makes_new=True)


def matters(lookup: Lookup) -> Page:
    """What it may be about: issues, none of them, or a new one."""
    entries: list[Entry] = [(one.label, "", one) for one in lookup.briefing.issues]
    entries += [("None of these", "", Nothing()), ("Another issue …", "", New())]
    return _page("What is it about?", entries, "Enter makes this an issue.", makes_new=True)


def others(stakeholder: Stakeholder, lookup: Lookup) -> Page:
    """Who may be the same as a stakeholder."""
    entries = [entry for entry in _stakeholders(lookup) if entry[2] is not stakeholder]
    return _page(f"{stakeholder.name} is the same as", entries, "There is nobody of that name.")


def _stakeholders(lookup: Lookup) -> list[Entry]:
    return [(one.name, lookup.description(one), one) for one in lookup.briefing.stakeholders]


def _page(title: str, entries: Sequence[Entry], empty: str, *, makes_new: bool = False) -> Page:
    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        writer.choices(entries)
        return writer.rows

    def typed(line: str) -> Target | None:
        """A name that no entry has is a new one."""
        words = fold(line).casefold().split()
        known = any(all(word in fold(f"{name} {note}").casefold() for word in words) for name, note, _ in entries)
        return New(" ".join(line.split())) if makes_new and words and not known else None

    return Page(title, rows, empty, "choose", filters=True, typed=typed)
