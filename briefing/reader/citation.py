"""A statement, a cell or a selection in; the text that goes to the clipboard out: words with their source.

Only what stands in quotation marks in the article, and is a direct quotation, is given as somebody's words. Everything
else is given as the article's words about them.
"""

from __future__ import annotations

from briefing.exports.passages import Passages
from briefing.model import Article, Span, Statement
from briefing.reader import signs
from briefing.reader.lookup import Lookup, first_offset

QUOTATION_MARKS = "“”\"„«»‘’'"


def cite_statement(statement: Statement, lookup: Lookup) -> str:
    """A statement as one citation: words, who, title, publisher, date, paragraph."""
    words = lookup.content(statement)
    source = cite_place(lookup.briefing.article, first_offset(statement))
    name = lookup.name(statement.stakeholder)
    if statement.form == "direct":
        words = words if words[:1] in QUOTATION_MARKS else f"“{words}”"
        cited = f"{words} — {name}, {source}"
    else:
        words = lookup.words(lookup.sentence(statement))
        cited = f"{name} ({signs.FORM_WORDS[statement.form]}, in the article’s words): {words} — {source}"
    if statement.status != "current":
        cited += f" [{statement.status}]"
    return cited


def cite_selection(article: Article, span: Span) -> str:
    """Words of the article as one citation."""
    return f"“{' '.join(span.of(article.text).split())}” — {cite_place(article, span.start)}"


def cite_place(article: Article, offset: int) -> str:
    """Where words stand: title, publisher, date, paragraph; what is not known is left out."""
    number = Passages(article).paragraph(offset)
    parts = [
        f"“{article.title}”" if article.title else article.url or article.path,
        article.publisher,
        article.published,
        f"¶ {number}" if number is not None else None,
    ]
    return ", ".join(part for part in parts if part)


def describe_cell(stakeholder: str, issue: str, lookup: Lookup) -> str:
    """A cell: who, issue, stance with the doubt about it, then the citations behind it."""
    cell = lookup.cell(stakeholder, issue)
    doubt = ", unsure" if cell.weight == "unsure" and cell.stance not in (None, "unclear") else ""
    lines = [f"{lookup.name(stakeholder)} — {lookup.label(issue)}: {signs.SIGNS[cell.stance].word}{doubt}"]
    lines += [f"- {cite_statement(statement, lookup)}" for statement in cell.statements]
    return "\n".join(lines)


def describe_row(stakeholder: str, lookup: Lookup) -> str:
    """All cells of a stakeholder in which something was found."""
    found = lookup.stakeholders[stakeholder]
    about = ", ".join(filter(None, (found.role, lookup.name(found.affiliation) if found.affiliation else None)))
    lines = [found.name + (f" ({about})" if about else "")]
    for issue in lookup.issues:
        if lookup.cell(stakeholder, issue).statements:
            lines.append(describe_cell(stakeholder, issue, lookup))
    return "\n".join(lines)
