"""A statement in; how it is told in dossiers, comparisons and lists out: the same everywhere.

Words that somebody said stand in the article's own quotation marks; reported speech and deeds never get any.
"""

from __future__ import annotations

from briefing.model import Span, Statement
from briefing.reader import signs
from briefing.reader.lookup import Lookup, first_offset
from briefing.reader.pages.page import Page, PageWriter, Piece, Row


def told(statement: Statement, lookup: Lookup, *, with_holder: bool = False, with_issue: bool = False) -> list[Piece]:
    """A statement in one or more lines: sign, words, where they stand, how sure it is."""
    is_current = statement.status == "current"
    weight = lookup.weight(statement)
    pieces: list[Piece] = [
        (signs.letter(statement.stance, weight), signs.style_of(statement.stance, weight) if is_current else "past"),
        (" ", ""),
    ]
    if with_holder:
        pieces.append((f"{lookup.name(statement.stakeholder)}: ", "title"))
    pieces += words_in(lookup.sentence(statement), statement, lookup)
    details = [
        lookup.paragraph(first_offset(statement)),
        lookup.label(statement.issue) if with_issue and statement.issue else "",
        signs.FORM_WORDS[statement.form],
        f"reviewed {signs.REVIEWED}" if statement.id in lookup.reviewed else weight,
        signs.STATUS_WORDS[statement.status],
    ]
    pieces.append(("  " + " · ".join(filter(None, details)), "quiet" if is_current else "past"))
    return pieces


def words_in(passage: Span, statement: Statement, lookup: Lookup) -> list[Piece]:
    """The article's words in a passage: what was said in full colour, everything around it in quiet."""
    text = lookup.briefing.article.text
    role = "" if statement.status == "current" else "past"
    pieces: list[Piece] = []
    position = passage.start
    for span in sorted(span for span in statement.content if passage.contains(span)):
        pieces += [
            (_flat(text[position : span.start]), "quiet"),
            (_flat(text[max(position, span.start) : span.end]), role),
        ]
        position = max(position, span.end)
    return [*pieces, (_flat(text[position : passage.end]), "quiet")]


def _flat(text: str) -> str:
    return text.replace("\n", " ")


def all_statements(lookup: Lookup) -> Page:
    """Every statement in the order of the text, those of unknown speakers among them."""

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        for statement in lookup.in_order:
            writer.entry(told(statement, lookup, with_holder=True, with_issue=True), statement, hang=2)
        return writer.rows

    return Page("Statements in the order of the text", rows, "No statement was found.", "show in the text")
