"""The keymap and a pane in; the help on that pane out, made from the registry so that it is never out of date."""

from __future__ import annotations

import re

from briefing.reader import signs
from briefing.reader.action import Action, Where
from briefing.reader.keymap import Keymap, key_name
from briefing.reader.pages.page import Page, PageWriter, Row

PANES: dict[Where, tuple[str, str]] = {
    "article": (
        "The article",
        "The text as it was read. When a stakeholder is selected, their names and pronouns are coloured, what they "
        "said or did has a ground of its own and a line in the margin; the statement that is being shown has a strong "
        "ground and a bar. Numbers at the left are paragraphs; exports cite the same numbers.",
    ),
    "stakeholders": (
        "The stakeholders",
        "Everyone who speaks, decides or is said to hold a view. “said” counts their statements, “named” the places in "
        "the text that mean them. Who is only mentioned has a – there and is not bold.",
    ),
    "positions": (
        "The positions",
        "Stakeholders against issues. A cell has a sign and the number of statements behind it; {open-cell} shows "
        "them in the text, one after the other, {back} returns. A bold letter is a clear position, a small one is "
        "unsure.",
    ),
    "list": ("Lists", "Each line leads to a place in the text."),
    "everywhere": ("Everywhere", ""),
}
"""What each pane is; the id of an action between braces stands for its key."""

_ACTION = re.compile(r"{([a-z-]+)}")

KEYS = 20
"""Columns for the keys."""


def help_page(keymap: Keymap, place: Where) -> Page:
    """Help on a pane: what it shows, then its keys, then those that work everywhere. Enter does the action.

    After what an action does stands its id, by which the configuration gives it another key.
    """
    title, words = PANES[place]

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        writer.heading(title)
        writer.paragraph([(_ACTION.sub(lambda found: keymap.way_to(found[1]), words), "")])
        if place in ("positions", "article"):
            writer.gap()
            writer.paragraph([piece for pieces in signs.legend_words() for piece in pieces])
            letters = ", ".join(f"+{letter} {status}" for status, letter in signs.STATUS_LETTERS.items())
            writer.paragraph([(f"{letters}: listed, but never counted in a cell.", "quiet")])
            writer.paragraph([("A bold letter is clear, a small one unsure; the number counts statements.", "quiet")])
            writer.paragraph([(f"{signs.FILTERED} statements that the filter does not ask for.", "quiet")])
        own, common = keymap.of(place), keymap.of("everywhere") if place != "list" else ()
        _write(writer, "Keys here", own, width)
        for group in dict.fromkeys(action.group for action in common):
            _write(writer, group, tuple(action for action in common if action.group == group), width)
        if keymap.complaints:
            writer.heading("Configuration")
        for complaint in keymap.complaints:
            writer.paragraph([(complaint, "warning")])
        return writer.rows

    return Page(f"Help: {title.lower()}", rows, enter="do it")


def _write(writer: PageWriter, heading: str, actions: tuple[Action, ...], width: int) -> None:
    if actions:
        writer.heading(heading)
    for action in actions:
        keys = "  ".join(map(key_name, filter(None, action.keys.split(",")))) or "(palette)"
        column = min(KEYS, width // 3)
        writer.entry(
            [(f"{keys:<{column - 1}} ", "heading"), (action.help, ""), (f"  {action.id}", "quiet")], action, hang=column
        )
