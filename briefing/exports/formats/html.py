"""A Briefing in; one self-contained HTML page out: the article with its statements marked, beside the positions.

No script, no other file, and a policy that forbids both. Every mark in the article leads to its entry, every entry back
into the article, by plain links that the keyboard reaches.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape as escape_html
from html.parser import HTMLParser
from pathlib import Path

from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.exports.entries import Entry, Excerpt
from briefing.exports.evidence import Passage
from briefing.exports.formats.html_article import marked_article, marks_legend
from briefing.exports.formats.markdown import table_legend
from briefing.exports.naming import in_line, other_names
from briefing.exports.summary import summarise
from briefing.exports.visible import one_line
from briefing.exports.words import WEIGHTS_EXPLAINED, characters, count, stance_cell
from briefing.model import Briefing, Position, Stakeholder

STYLE_FILE = Path(__file__).parent / "html_style.css"


def render(briefing: Briefing, choices: Choices) -> str:
    """The page."""
    return "\n".join(_page(Digest(briefing, choices))) + "\n"


def passages(output: bytes) -> Iterator[Passage]:
    """The words of every block and every excerpt of a page with their places."""
    reader = _Reader()
    reader.feed(output.decode())
    reader.close()
    return iter(reader.passages)


def shown(text: str) -> str:
    """Text as HTML that shows exactly this text, on one line."""
    return escape_html(one_line(text))


def _page(digest: Digest) -> Iterator[str]:
    styles = [STYLE_FILE.read_text(encoding="utf-8"), _page_margins(digest)]
    hashes = " ".join(f"'sha256-{_hash(style)}'" for style in styles)
    policy = f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"
    yield "<!DOCTYPE html>"
    yield f'<html lang="{_language(digest.article.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{shown(digest.title)}</title>"
    yield from (f"<style>{style}</style>" for style in styles)
    yield "</head>"
    yield "<body>"
    yield '<a class="skip" href="#positions">To the positions</a>'
    yield '<a class="skip" href="#article">To the article</a>'
    yield from _header(digest)
    yield '<div class="columns">'
    yield "<main>"
    yield from _positions(digest)
    yield from _stakeholders(digest)
    yield from _issues(digest)
    yield from _remarks(digest)
    yield "</main>"
    yield '<article id="article" aria-label="Article">'
    yield from marked_article(digest)
    yield marks_legend(digest)
    yield "</article>"
    yield "</div>"
    yield "</body>"
    yield "</html>"


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _page_margins(digest: Digest) -> str:
    """What every printed page says at its edges: the handling marking and the title."""
    marking, title = _css_string(digest.choices.marking), _css_string(digest.title)
    return f"@page {{ @top-center {{ content: {marking} }} @bottom-left {{ content: {title} }} }}"


def _css_string(text: str) -> str:
    """A string of CSS that shows exactly this text: whatever is not a plain letter or figure is given by its number."""
    letters = (one if one.isascii() and one.isalnum() else f"\\{ord(one):06x}" for one in one_line(text))
    return f'"{"".join(letters)}"'


def _language(language: str | None) -> str:
    """A language tag as HTML takes it, or none."""
    return language if language and language.replace("-", "").isalnum() and language.isascii() else ""


def _header(digest: Digest) -> Iterator[str]:
    article = digest.article
    yield "<header>"
    if digest.choices.marking:
        yield f'<p class="marking">{shown(digest.choices.marking)}</p>'
    yield f"<h1>{shown(digest.title)}</h1>"
    facts = [shown(one) for one in (article.byline, article.publisher, article.published) if one]
    facts += [count(article.words, "word")] if article.words else []
    facts += [shown(article.url)] if article.url else []
    yield f'<p class="facts">{" · ".join(facts)}</p>'
    summary = summarise(digest)
    yield f"<p>{' '.join(map(shown, summary.opening))}</p>"
    if summary.issues:
        yield "<ul>"
        yield from (f"<li><strong>{shown(label)}</strong>: {shown(sides)}</li>" for label, sides in summary.issues)
        yield "</ul>"
    if summary.closing:
        yield f"<p>{' '.join(map(shown, summary.closing))}</p>"
    yield "</header>"


def _positions(digest: Digest) -> Iterator[str]:
    yield '<h2 id="positions">Positions</h2>'
    if not digest.columns:
        yield "<p>No position was found.</p>"
        return
    yield '<div class="scroll" role="region" aria-labelledby="positions" tabindex="0"><table>'
    names, labels = [in_line(row) for row in digest.rows], [issue.label for issue in digest.columns]
    cells = [[_cell(digest, digest.position(row.id, issue.id)) for issue in digest.columns] for row in digest.rows]
    if digest.choices.compare:  # the two side by side
        corner, heads, sides, cells = "Issue", names, labels, [list(column) for column in zip(*cells, strict=True)]
    else:
        corner, heads, sides = "Stakeholder", labels, names
    columns = "".join(f'<th scope="col">{shown(head)}</th>' for head in heads)
    yield f'<thead><tr><th scope="col">{corner}</th>{columns}</tr></thead>'
    yield "<tbody>"
    for side, row in zip(sides, cells, strict=True):
        yield f'<tr><th scope="row">{shown(side)}</th>{"".join(row)}</tr>'
    yield "</tbody>"
    yield "</table></div>"
    yield f'<p class="legend">{shown(table_legend(digest))}</p>'


def _cell(digest: Digest, position: Position | None) -> str:
    if position is None:
        return f'<td class="nothing">{stance_cell(None)}</td>'
    doubt = ", unsure" if digest.is_doubtful(position) else ""
    reviewed = " ✓" if digest.cell_reviewed(position) else ""
    stance = f'<span class="{position.stance}">{stance_cell(position.stance)}{doubt}{reviewed}</span>'
    links = " ".join(f'<a href="#entry-{one}">{one}</a>' for one in position.statements)
    return f'<td class="{position.stance}">{stance} <span class="entries">{links}</span></td>'


def _stakeholders(digest: Digest) -> Iterator[str]:
    if digest.briefing.stakeholders:
        yield "<h2>Stakeholders</h2>"
        yield "<ul>"
        yield from (_stakeholder(digest, one) for one in digest.briefing.stakeholders)
        yield "</ul>"


def _stakeholder(digest: Digest, one: Stakeholder) -> str:
    group = digest.stakeholders.get(one.affiliation or "")
    facts = [shown(one.role)] if one.role else []
    facts += [one.kind]
    facts += [f"belongs to {shown(digest.in_sentence(group))}"] if group else []
    facts += [f"also: {', '.join(map(shown, others))}"] if (others := other_names(one)) else []
    facts += [said] if (said := digest.said_by(one)) else []
    return f"<li><strong>{shown(in_line(one))}</strong> — {'; '.join(facts)}</li>"


def _issues(digest: Digest) -> Iterator[str]:
    headings = [(issue.id, issue.label) for issue in digest.briefing.issues]
    for issue, label in [*headings, (None, "Statements on no common issue")]:
        sides = digest.sides(issue)
        if sides:
            yield f"<h2>{shown(label)}</h2>"
        for side in sides:
            yield f'<h3 class="{side.evidence[0].statement.stance if side.current else "apart"}">{side.heading}</h3>'
            yield "<ul>"
            for entry in side.entries:
                yield from _entry(entry)
            yield "</ul>"


def _entry(entry: Entry) -> Iterator[str]:
    first, *others = entry.evidence
    anchors = "".join(f'<span id="entry-{one.statement.id}"></span>' for one in others)
    facts = [*map(shown, entry.facts()), *([f"cue: {shown(cues)}"] if (cues := entry.cues()) else [])]
    facts.append(entry.review or "not reviewed")
    yield f'<li id="entry-{first.statement.id}">{anchors}<strong>{shown(first.heading)}</strong> — '
    yield f'<span class="facts">{", ".join(facts)}</span>'
    ids = " ".join(one.statement.id for one in entry.evidence)
    yield from (_blockquote(excerpt, first.statement.id, f"{ids} · ") for excerpt in first.excerpts)
    for same in entry.conditions:
        yield "<p>Condition, in the article’s words:</p>"
        yield _blockquote(same[0], first.statement.id, "")
    yield "</li>"


def _blockquote(excerpt: Excerpt, statement: str, ids: str) -> str:
    left, right = ("“", "”") if excerpt.quoted else ("", "")
    words = f'<span data-start="{excerpt.span.start}" data-end="{excerpt.span.end}">{shown(excerpt.words)}</span>'
    place = f'<a class="note" href="#text-{statement}">{ids}{excerpt.citation}, {characters(excerpt.span)}</a>'
    return f"<blockquote>{left}{words}{right} {place}</blockquote>"


def _remarks(digest: Digest) -> Iterator[str]:
    notes = [*digest.article.notes, *digest.briefing.notes]
    if notes:
        yield "<h2>Remarks</h2>"
        yield "<ul>"
        yield from (f"<li>{shown(note)}</li>" for note in notes)
        yield "</ul>"
    statements = len(digest.briefing.statements)
    if not statements:
        return
    reviewed = f"{digest.reviewed} of {count(statements, 'statement')} reviewed, {statements - digest.reviewed} not."
    yield f'<p class="facts">{reviewed} {WEIGHTS_EXPLAINED}</p>'


class _Reader(HTMLParser):
    """Collects the text of every element with `data-start`; links inside it are the page's own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[Passage] = []
        self._open: list[tuple[str, tuple[int, int] | None, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; those without content are of no interest."""
        if tag not in {"meta"}:
            given = dict(attrs)
            start, end = given.get("data-start"), given.get("data-end")
            place = (int(start), int(end)) if start is not None and end is not None else None
            self._open.append((tag if given.get("class") != "note" else "note", place, []))

    def handle_data(self, data: str) -> None:
        """Text belongs to all open elements, unless it is one of the page's own notes."""
        if self._open and self._open[-1][0] != "note":
            for _, place, words in self._open:
                if place is not None:
                    words.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element."""
        if self._open:
            _, place, words = self._open.pop()
            if place is not None:
                self.passages.append(Passage(*place, "".join(words)))
