"""What is selected in; the words of the status row out: a cell, a statement, a stakeholder."""

from __future__ import annotations

from briefing.model import Stance, Statement
from briefing.reader import signs
from briefing.reader.desk import OpenArticle
from briefing.reader.keymap import Keymap
from briefing.reader.lookup import Lookup, first_offset
from briefing.reader.pages.statements import words_in
from briefing.reader.panes.line_widget import Piece
from briefing.reader.text.display import count

MOVING = ("cursor-left", "line-down", "line-up", "cursor-right", "cursor-word", "page-up")
"""Actions that move the cursor in the text."""


def of_cell(stakeholder: str, issue: str, shown: Statement | None, lookup: Lookup) -> list[Piece]:
    """Who stands where, and the evidence: the statement that is shown, if it is behind the cell, else the leading one.

    Where that one says something else than the cell, as in a mixed position, its own stance stands beside it.
    """
    cell = lookup.cell(stakeholder, issue)
    pieces = _claim(lookup.name(stakeholder), cell.stance, lookup.label(issue))
    statement = cell.in_view(shown)
    if statement is None:
        return pieces
    if statement.stance != cell.stance:
        number, sign = cell.statements.index(statement) + 1, signs.SIGNS[statement.stance]
        pieces += [(f" · {number} of {len(cell.statements)}: ", "quiet"), (sign.word, sign.role)]
    pieces += _condition(statement, lookup)
    words = words_in(lookup.passage(statement), statement, lookup)
    return [*pieces, *_how(statement, lookup), (" · ", "quiet"), *words]


def of_statement(statement: Statement, opened: OpenArticle, lookup: Lookup) -> list[Piece]:
    """Which statement of how many, whose it is, what it says on what."""
    pieces: list[Piece] = []
    if statement.id in opened.evidence:
        pieces.append((f" {opened.evidence.index(statement.id) + 1} of {len(opened.evidence)}", "quiet"))
    name = lookup.name(statement.stakeholder)
    if statement.issue is not None:
        pieces += _claim(name, statement.stance, lookup.label(statement.issue))
    else:
        pieces.append((f" {name}", "title"))
    return [*pieces, *_condition(statement, lookup), *_how(statement, lookup)]


def of_result(lookup: Lookup, keymap: Keymap) -> list[Piece]:
    """What was found in all, and the keys that show it."""
    briefing = lookup.briefing
    found = (
        (len(briefing.stakeholders), "stakeholder"),
        (len(briefing.statements), "statement"),
        (len(briefing.issues), "issue"),
    )
    pieces: list[Piece] = [(" " + " · ".join(count(number, word) for number, word in found), "quiet")]
    if briefing.notes and (key := keymap.key_of("agreements")):
        pieces += [("   ", ""), (key, "heading"), (f" {count(len(briefing.notes), 'contradiction')}", "warning")]
    for action, words in (("next-stakeholder", "the first"), ("positions", "the table")):
        if briefing.stakeholders and (key := keymap.key_of(action)):
            pieces += [("   ", ""), (key, "heading"), (f" {words}", "quiet")]
    return pieces


def of_selection(keymap: Keymap, *, is_fixed: bool, has_statement: bool) -> list[Piece]:
    """The keys that move the end of the selection, and what can be done with it."""
    end = f"{keymap.way_to('select-no-one')} ends"
    if not is_fixed:
        return [(f" Move to the beginning, then {keymap.way_to('select-text')}; {end}", "")]
    moving = " ".join(filter(None, map(keymap.key_of, MOVING)))
    condition = f"{keymap.way_to('correct')} c marks a condition, " if has_statement else ""
    statement = f"{keymap.way_to('add-statement')} {'' if condition else 'marks '}a statement"
    return [(f" {moving} move, {keymap.way_to('copy')} copies, {condition}{statement}, {end}", "")]


def of_stakeholder(stakeholder: str, lookup: Lookup) -> list[Piece]:
    """Who it is, and how often they speak and are named."""
    found = lookup.stakeholders[stakeholder]
    said, named = lookup.salience[stakeholder]
    role = f", {found.role}" if found.role else ""
    often = f" · {count(said, 'statement')} · named {count(named, 'time')}"
    return [(f" {found.name}", "title"), (role, ""), (often, "quiet")]


def right_end(opened: OpenArticle, keymap: Keymap, *, is_in_text: bool) -> list[Piece]:
    """What goes on besides: the analysis, else the search, else that the file has changed since it was read."""
    if opened.progress:
        stop = keymap.key_of("cancel-analysis") if opened.request is not None else ""
        words = f"{opened.progress} · {stop} stops it " if stop else f"{opened.progress} "
        return [(words, "warning" if opened.failed else "quiet")]
    search = opened.search
    if search.matches and search.current is not None and is_in_text:
        return [(f"{search.current + 1} of {len(search.matches)} for “{search.query}” ", "quiet")]
    if opened.fate == "changed":
        return [(f"changed on disk; {keymap.way_to('read-again')} reads it again ", "quiet")]
    return [("gone from the disk; its text is still here ", "quiet")] if opened.fate == "gone" else []


def _claim(name: str, stance: Stance | None, label: str) -> list[Piece]:
    """Who stands where, as a sentence where the word of the stance is a verb."""
    sign = signs.SIGNS[stance]
    if stance in ("supports", "opposes"):
        return [(f" {name}", "title"), (f" {sign.word} ", sign.role), (label, "")]
    return [(f" {name}", "title"), (f" on {label}: ", ""), (sign.word, sign.role)]


def _condition(statement: Statement, lookup: Lookup) -> list[Piece]:
    """The words of a condition; they come before how it was said, because a narrow row cuts its end off."""
    if statement.condition is None:
        return []
    return [(" · condition: ", "quiet"), (lookup.words(statement.condition), "conditional")]


def _how(statement: Statement, lookup: Lookup) -> list[Piece]:
    """How it was said, how sure that is, and where it stands."""
    words = [signs.FORM_WORDS[statement.form], lookup.weight(statement)]
    place = lookup.paragraph(first_offset(statement))
    pieces: list[Piece] = [(" · " + " · ".join(filter(None, [*words, place])), "quiet")]
    if statement.status != "current":
        pieces.append((f" · {signs.STATUS_WORDS[statement.status]}", "warning"))
    return pieces
