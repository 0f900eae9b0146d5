"""A Briefing in; a Markdown page out that GitHub, pandoc and Obsidian show alike: the briefing that is handed over.

Words stand in quotation marks only where they do in the article. Reported speech is shown as the article's own
sentence in a block quote. Every passage has a note with paragraph and characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.exports.entries import Entry, Evidence, Excerpt, Side
from briefing.exports.evidence import Passage, compare, verify
from briefing.exports.formats.front_matter import front_matter
from briefing.exports.formats.markdown_text import escape, unescape
from briefing.exports.naming import in_line, other_names
from briefing.exports.summary import summarise
from briefing.exports.words import FORM_WORDS, REVIEWED_SIGN, WEIGHTS_EXPLAINED, characters, count, stance_cell
from briefing.model import Briefing, Stakeholder

_NARROWEST, _WIDEST = 14, 40
"""Hyphens in the rule of a column."""

_SHOWN = re.compile(r"^ *> (?P<words>.*?)(?P<keys>(?: ?\[\^[\w-]+\])+)$", re.MULTILINE)
_KEY = re.compile(r"\[\^([\w-]+)\]")
PLACE = re.compile(r"\bcharacters (?P<start>\d+)–(?P<end>\d+); (?P<how>[^;.]+)")
"""What a note says of the place of a passage."""
_NOTE = re.compile(rf"^\[\^(?P<key>[^\]]+)\]: .*?{PLACE.pattern}", re.MULTILINE)


def render_markdown(briefing: Briefing, choices: Choices | None = None, *, table_has_notes: bool = True) -> str:
    """The page for a briefing that has been narrowed to what was chosen; the table can do without references to notes.

    Raises:
        EvidenceError: something in it is not what the article says; this function is called without `render` as well.
    """
    verify(briefing)
    digest = Digest(briefing, choices or Choices())
    page = "\n".join([*front_matter(digest), *_page(digest, table_has_notes=table_has_notes)]).rstrip("\n") + "\n"
    compare(briefing.article.text, passages(page.encode()))
    return page


def positions_table(briefing: Briefing) -> str:
    """The positions alone, as a table without notes, with its legend.

    Raises:
        EvidenceError: something in the briefing is not what the article says.
    """
    verify(briefing)
    digest = Digest(briefing, Choices())
    if not digest.columns:
        return "No position was found.\n"
    return "\n".join([*_table(digest, has_notes=False), "", escape(table_legend(digest)), ""])


def render(briefing: Briefing, choices: Choices, *, table_has_notes: bool = True) -> str:
    """The page, or what the reader's own template makes of the same facts."""
    if choices.template:
        from briefing.exports.formats.templates import render_template

        return render_template(briefing, choices)
    return render_markdown(briefing, choices, table_has_notes=table_has_notes)


def passages(output: bytes) -> Iterator[Passage]:
    """Every passage that a page shows, read back out of it."""
    page = output.decode()
    notes = {note["key"]: note for note in _NOTE.finditer(page)}
    for shown in _SHOWN.finditer(page):
        for key in _KEY.findall(shown["keys"]):
            note = notes.get(key)
            if note is not None:
                yield placed(unescape(shown["words"]), note)


def placed(words: str, place: re.Match[str]) -> Passage:
    """The words of a block quote at the place that its note gives, without the marks that the page put around them.

    A sentence of the article can begin and end with marks of its own; only those of a quotation are the page's.
    """
    words = words[1:-1] if place["how"] == FORM_WORDS["direct"] else words
    return Passage(int(place["start"]), int(place["end"]), words)


def _page(digest: Digest, *, table_has_notes: bool) -> Iterator[str]:
    yield f"# {escape(digest.title)}"
    yield ""
    yield from _header(digest)
    yield from _summary(digest)
    if digest.briefing.stakeholders:
        yield from ["## Stakeholders", "", *(_stakeholder(digest, one) for one in digest.briefing.stakeholders), ""]
    if digest.columns:
        yield from ["## Positions", "", *_table(digest, has_notes=table_has_notes), ""]
        yield from [escape(table_legend(digest)), ""]
    for issue in digest.briefing.issues:
        sides = digest.sides(issue.id)
        if sides:
            yield from [f"## {escape(issue.label)}", "", *_sides(sides)]
    other = digest.sides(None)
    if other:
        yield from ["## Statements on no common issue", "", *_sides(other)]
    yield from _remarks(digest)
    for evidence in digest.evidence.values():
        yield from _notes(evidence)


def _header(digest: Digest) -> Iterator[str]:
    """Handling marking, then what is known about the article."""
    if digest.choices.marking:
        yield from [f"**{escape(digest.choices.marking)}**", ""]
    article = digest.article
    facts = [escape(one) for one in (article.byline, article.publisher, article.published) if one]
    facts += [count(article.words, "word")] if article.words else []
    facts += [escape(article.url)] if article.url else []
    if facts:
        yield from [" · ".join(facts), ""]


def _summary(digest: Digest) -> Iterator[str]:
    """What was found in a paragraph, a line for each issue, then what was not counted."""
    summary = summarise(digest)
    yield from ["## Summary", "", " ".join(map(escape, summary.opening)), ""]
    if summary.issues:
        yield from [*(f"- **{escape(label)}**: {escape(sides)}" for label, sides in summary.issues), ""]
    if summary.closing:
        yield from [" ".join(map(escape, summary.closing)), ""]


def _stakeholder(digest: Digest, one: Stakeholder) -> str:
    """One line of the list: name, role, kind, to whom they belong, other names, how often they speak."""
    group = digest.stakeholders.get(one.affiliation or "")
    facts = [
        escape(one.role) if one.role else "",
        one.kind,
        f"belongs to {escape(digest.in_sentence(group))}" if group else "",
        f"also: {', '.join(map(escape, others))}" if (others := other_names(one)) else "",
        digest.said_by(one),
    ]
    return f"- **{escape(in_line(one))}** — {'; '.join(fact for fact in facts if fact)}"


def table_legend(digest: Digest) -> str:
    """The signs of the table, and the tick where it stands in a cell."""
    tick = f" · {REVIEWED_SIGN} confirmed by a reader" if digest.has_reviewed_cells else ""
    return f"{digest.legend}{tick}"


def _table(digest: Digest, *, has_notes: bool) -> Iterator[str]:
    """A row for each stakeholder; in a comparison a row for each issue, so that the two stand side by side."""
    names, labels = [in_line(row) for row in digest.rows], [issue.label for issue in digest.columns]
    cells = [[_cell(digest, row.id, issue.id, has_notes=has_notes) for issue in digest.columns] for row in digest.rows]
    if digest.choices.compare:
        corner, heads, sides, cells = "Issue", names, labels, [list(column) for column in zip(*cells, strict=True)]
    else:
        corner, heads, sides = "Stakeholder", labels, names
    yield _table_row([corner, *map(escape, heads)])
    # Programs that lay out pages, such as pandoc, divide the width among the columns as the rules are long.
    widths = [max(map(len, [*sides, corner])), *(max(len(head) // 2, _NARROWEST) for head in heads)]
    yield _table_row(["-" * min(width, _WIDEST) for width in widths])
    for side, row in zip(sides, cells, strict=True):
        yield _table_row([escape(side), *row])


def _table_row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(digest: Digest, stakeholder: str, issue: str, *, has_notes: bool) -> str:
    position = digest.position(stakeholder, issue)
    if position is None:
        return stance_cell(None)
    doubt = ", unsure" if digest.is_doubtful(position) else ""
    reviewed = f" {REVIEWED_SIGN}" if digest.cell_reviewed(position) else ""
    notes = _keys(position.statements) if has_notes else ""
    return f"{stance_cell(position.stance)}{doubt}{reviewed}{notes}"


def _keys(keys: Iterable[str]) -> str:
    """References to notes; a blank between them, or their numbers would run together."""
    return " ".join(f"[^{key}]" for key in keys)


def _sides(sides: tuple[Side, ...]) -> Iterator[str]:
    for side in sides:
        yield from [f"### {side.heading}", ""]
        for entry in side.entries:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    """Who, and how we know; then the passage as a block quote, with the notes of all statements that rest on it."""
    facts = [*map(escape, entry.facts()), *([entry.review] if entry.review else [])]
    yield f"- **{escape(entry.first.heading)}** — {', '.join(facts)}"
    for number, excerpt in enumerate(entry.first.excerpts):
        keys = _keys(one.excerpts[number].key for one in entry.evidence)
        yield from ["", f"  > {_shown(excerpt)}{keys}"]
    for same in entry.conditions:
        yield from ["", "  Condition, in the article’s words:"]
        yield from ["", f"  > {_shown(same[0])}{_keys(one.key for one in same)}"]
    yield ""


def _shown(excerpt: Excerpt) -> str:
    return f"“{escape(excerpt.words)}”" if excerpt.quoted else escape(excerpt.words)


def _remarks(digest: Digest) -> Iterator[str]:
    notes = [*digest.article.notes, *digest.briefing.notes]
    if notes:
        yield from ["## Remarks", "", *(f"- {escape(note)}" for note in notes), ""]
    reviewed, all_statements = digest.reviewed, len(digest.briefing.statements)
    if all_statements:
        yield f"{reviewed} of {count(all_statements, 'statement')} reviewed, {all_statements - reviewed} not."
        yield f"{WEIGHTS_EXPLAINED}\n"


def _notes(evidence: Evidence) -> Iterator[str]:
    statement = evidence.statement
    how = [FORM_WORDS[statement.form]]
    how += [f"cue: {escape(evidence.cue)}"] if evidence.cue else []
    how += [f"decided by: {escape(statement.why)}"] if statement.why else []
    how += ["hedged"] if statement.hedges else []
    how += [evidence.weight, "reviewed" if evidence.reviewed else "not reviewed"]
    for excerpt in evidence.excerpts:
        yield f"[^{excerpt.key}]: {excerpt.citation}, {characters(excerpt.span)}; {'; '.join(how)}."
    if evidence.condition:
        condition = evidence.condition
        yield f"[^{condition.key}]: {condition.citation}, {characters(condition.span)}; condition."
