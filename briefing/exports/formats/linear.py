"""A Briefing in; text to be read from top to bottom (see `plain`) out, verified first as every format is."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.exports.choices import Choices
from briefing.exports.evidence import EvidenceError, Passage
from briefing.exports.plain import printable, render_plain, shown_statements, unquoted
from briefing.exports.scope import scope_sentence
from briefing.exports.visible import one_line
from briefing.model import Briefing


def render(briefing: Briefing, choices: Choices) -> str:
    """The text, under its handling marking where there is one, and what part of the briefing it is."""
    marking = f"{choices.marking}\n\n" if choices.marking else ""
    scope = f"{one_line(sentence)}\n\n" if (sentence := scope_sentence(briefing, choices)) else ""
    _compare(render_plain(briefing, choices.columns, with_text=False), briefing)
    return marking + scope + render_plain(briefing, choices.columns, reviewed=choices.reviewed)


def passages(output: bytes) -> Iterator[Passage]:
    """Nothing: linear text gives no places; it has been compared with the words that it must show."""
    return iter(())


def _compare(page: str, briefing: Briefing) -> None:
    """Look in the page for the words of every statement that it shows.

    Raises:
        EvidenceError: they are not there as they stand in the article.
    """
    unbroken = " ".join(page.split())
    for statement in shown_statements(briefing):
        for span in statement.content:
            words = unquoted(printable(" ".join(span.of(briefing.article.text).split())))
            if words not in unbroken:
                raise EvidenceError(
                    f"export stopped: the words of statement {statement.id}, characters {span.start}–{span.end}, are "
                    f"not shown as they stand in the article; please report this"
                )
