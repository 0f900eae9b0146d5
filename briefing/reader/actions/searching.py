"""Finding words, headings and places in the text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.reader import pages
from briefing.reader.action import Action
from briefing.reader.actions.evidence import follow
from briefing.reader.actions.opened import open_article, way_to
from briefing.reader.desk import OpenArticle
from briefing.reader.text.layout import blocks_of
from briefing.reader.text.search import FoldedText

if TYPE_CHECKING:
    from briefing.reader.protocols import Reading


async def search(screen: Reading) -> None:
    """Search the text. Lower-case letters match both cases; spaces match line breaks; accents need not be typed."""
    opened = open_article(screen)
    start = screen.article_pane.offset_at_top
    screen.focus_pane("article")
    screen.leave_trace()

    def find(query: str) -> None:
        _find(screen, opened, query, start)

    screen.is_searching = True
    try:
        answer = await screen.ask("/", enter="stay here", on_change=find)
    finally:
        screen.is_searching = False
    if answer is None:
        find("")
        back_to = screen.article_pane.layout_of_text.line_at(start)
        screen.article_pane.scroll_to_row(back_to)
        return
    find(answer or opened.search.query)
    if answer and not opened.search.matches:
        raise UsageError(f"“{answer}” is not in this text.")


def next_match(screen: Reading) -> None:
    """Go to the next match of the search; after the last one comes the first."""
    _step(screen, 1)


def previous_match(screen: Reading) -> None:
    """Go to the match before."""
    _step(screen, -1)


def next_heading(screen: Reading) -> None:
    """Go to the next heading."""
    _go_to_heading(screen, 1)


def previous_heading(screen: Reading) -> None:
    """Go to the heading before."""
    _go_to_heading(screen, -1)


async def outline(screen: Reading) -> None:
    """The headings of the article, to go to one."""
    article = open_article(screen).article
    await follow(screen, pages.choices.outline(blocks_of(article), article.text))


def set_mark(screen: Reading) -> None:
    """Set a mark at the top of the screen: this, then a letter, by which it is found again."""
    opened = open_article(screen)

    def keep(letter: str) -> None:
        opened.marks[letter] = screen.article_pane.offset_at_top
        screen.say(f"Mark {letter} is set.")

    screen.await_letter("Set which mark? Press a letter.", keep)


def go_to_mark(screen: Reading) -> None:
    """Go to a mark: this, then its letter."""
    opened = open_article(screen)
    if not opened.marks:
        raise UsageError(f"No mark is set; {way_to(screen, 'set-mark')} and a letter sets one.")

    def go(letter: str) -> None:
        if letter not in opened.marks:
            raise UsageError(f"There is no mark {letter}; set are {', '.join(sorted(opened.marks))}.")
        screen.go_to_offset(opened.marks[letter])

    screen.await_letter(f"Go to which mark? {', '.join(sorted(opened.marks))}", go)


def toggle_numbers(screen: Reading) -> None:
    """Show or hide the paragraph numbers."""
    pane = screen.article_pane
    pane.shows_numbers = not pane.shows_numbers
    pane.refresh_theme()


@lru_cache(maxsize=4)
def _folded(text: str) -> FoldedText:
    """The searchable form of the texts she is in; making it takes longer than searching it."""
    return FoldedText(text)


def _find(screen: Reading, opened: OpenArticle, query: str, start: int) -> None:
    found = opened.search
    found.query = query
    found.matches = _folded(opened.article.text).find(query)
    after = (index for index, match in enumerate(found.matches) if match.start >= start)
    found.current = next(after, 0) if found.matches else None
    screen.article_pane.refresh_marks()
    if found.current is not None:
        screen.article_pane.go_to(found.matches[found.current])
    screen.refresh_bars()


def _step(screen: Reading, step: int) -> None:
    opened = open_article(screen)
    found = opened.search
    if found.query and not found.matches:
        found.matches = _folded(opened.article.text).find(found.query)
    if not found.query:
        raise UsageError(f"Nothing has been searched for; {way_to(screen, 'search')} searches.")
    if not found.matches:
        raise UsageError(f"“{found.query}” is not in this text.")
    screen.focus_pane("article")
    found.current = ((found.current if found.current is not None else -step) + step) % len(found.matches)
    screen.article_pane.refresh_marks()
    screen.article_pane.go_to(found.matches[found.current])


def _go_to_heading(screen: Reading, step: int) -> None:
    pane = screen.article_pane
    rows = [
        row
        for row, line in enumerate(pane.layout_of_text.lines)
        if line.is_first and pane.layout_of_text.blocks[line.block].kind == "heading"
    ]
    if not rows:
        raise UsageError("This text has no headings.")
    screen.focus_pane("article")
    candidates = [row for row in rows if (row > pane.top if step > 0 else row < pane.top)]
    if not candidates or (step > 0 and pane.top == pane.last_top):
        raise UsageError("There is no further heading." if step > 0 else "There is no earlier heading.")
    screen.leave_trace()
    pane.scroll_to_row(candidates[0] if step > 0 else candidates[-1])


ACTIONS = (
    Action("search", "/", "search", search, group="Finding", is_shown=True),
    Action("next-match", "n", "next match", next_match, group="Finding"),
    Action("previous-match", "N", "previous match", previous_match, group="Finding"),
    Action("next-heading", "}", "next heading", next_heading, group="Finding"),
    Action("previous-heading", "{", "previous heading", previous_heading, group="Finding"),
    Action("outline", "O", "outline", outline, group="Finding"),
    Action("set-mark", "m", "set a mark", set_mark, group="Finding"),
    Action("go-to-mark", "'", "go to a mark", go_to_mark, group="Finding"),
    Action("numbers", "#", "paragraph numbers", toggle_numbers, group="Finding"),
)
