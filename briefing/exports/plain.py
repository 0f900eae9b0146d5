"""A briefing in; text to be read from top to bottom out: for dumb terminals, screen readers, braille lines and pagers.

Headings are lines in capitals, every stakeholder and every position is one paragraph that begins with "- ". There are
no boxes, no columns and no colours. Words stand in quotation marks only if they stand so in the article; reported
speech is the article's own sentence, because its words alone would lose what was done with them ("refused").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from rich.cells import cell_len

from briefing.exports.naming import in_line, in_sentence
from briefing.exports.passages import Passages
from briefing.exports.words import confidence_word
from briefing.model import Briefing, Position, Span, Statement

WIDTH = 80
HANGING = "  "
QUOTATION_MARKS = "“”„‟\"'‘’«»"
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What could steer a terminal or turn the order of the text round; tab and line feed are neither."""
BLANK_LINES = re.compile(r"\n\s*\n")

STATUSES = {"current": "", "past": "in the past", "expected": "expected", "hearsay": "hearsay"}


def render_plain(
    briefing: Briefing, width: int = WIDTH, *, with_text: bool = True, reviewed: Collection[str] = ()
) -> str:
    """Lay a briefing out as linear text.

    Args:
        briefing: what is shown.
        width: columns at which lines are broken; 0 leaves every paragraph on one line.
        with_text: whether the article itself follows after the briefing.
        reviewed: ids of the statements that a human has confirmed.
    """
    sections = [_head(briefing), _stakeholders(briefing), _positions(briefing, reviewed), _other_statements(briefing)]
    sections.append([("NOTES", ""), *(("- ", note) for note in briefing.notes)] if briefing.notes else [])
    blocks = ["\n".join(_wrap(mark, text, width) for mark, text in section) for section in sections if section]
    if with_text:
        blocks.append("ARTICLE\n\n" + _article(briefing, width))
    return printable("\n\n".join(blocks)) + "\n"


def printable(text: str) -> str:
    """The text with a question mark for whatever could steer a terminal."""
    return UNPRINTABLE.sub("?", text)


def unquoted(words: str) -> str:
    """Words without the marks around them, and without the comma that only leads on to who said them."""
    return words.strip(f"{QUOTATION_MARKS} ").rstrip(",")


def shown_statements(briefing: Briefing) -> Iterator[Statement]:
    """The statements whose words are shown: one for each position, and those that make no position."""
    statements = {statement.id: statement for statement in briefing.statements}
    used: set[str] = set()
    for position in briefing.positions:
        grounds = _grounds(position, statements)
        used.update(position.statements)
        yield from grounds[:1]
    yield from (statement for statement in briefing.statements if statement.id not in used)


def _grounds(position: Position, statements: Mapping[str, Statement]) -> list[Statement]:
    """What a position rests on: the words that speak for it come first, the surest of them before the others."""
    grounds = [statements[name] for name in position.statements if name in statements]
    return sorted(grounds, key=lambda ground: (ground.stance != position.stance, -ground.confidence))


_Line = tuple[str, str]
"""How a line begins, and its words."""


def _head(briefing: Briefing) -> list[_Line]:
    """Title, and where the article is from."""
    article = briefing.article
    facts = [fact for fact in (article.byline, article.publisher, article.published) if fact]
    lines = [("", article.title or "Untitled article")]
    if facts:
        lines.append(("", ", ".join(facts)))
    lines.append(("", _count(article.words, "word")))
    return lines + [("Note: ", note) for note in article.notes]


def _stakeholders(briefing: Briefing) -> list[_Line]:
    """Who has a stake, with role, affiliation, and how often they are heard."""
    names = {stakeholder.id: stakeholder.name for stakeholder in briefing.stakeholders}
    lines = [("STAKEHOLDERS", "" if names else ": none found")]
    for stakeholder in briefing.stakeholders:
        spoken = sum(1 for statement in briefing.statements if statement.stakeholder == stakeholder.id)
        facts = [stakeholder.kind, stakeholder.role or "", names.get(stakeholder.affiliation or "", "")]
        facts.append(_count(spoken, "statement") if spoken else "no statement")
        lines.append(("- ", f"{in_line(stakeholder)}: {', '.join(fact for fact in facts if fact)}"))
    return lines


def _positions(briefing: Briefing, reviewed: Collection[str]) -> list[_Line]:
    """One line for each stakeholder and issue, with the words it rests on."""
    names = {stakeholder.id: in_line(stakeholder) for stakeholder in briefing.stakeholders}
    labels = {issue.id: issue.label for issue in briefing.issues}
    statements = {statement.id: statement for statement in briefing.statements}
    passages = Passages(briefing.article)
    lines = [("POSITIONS", "" if briefing.positions else ": none found")]
    for position in briefing.positions:
        grounds = _grounds(position, statements)
        more = f" (and {len(grounds) - 1} more)" if len(grounds) > 1 else ""
        words = f". {_words(passages, grounds[0])}{more}" if grounds else ""
        who, what = names.get(position.stakeholder, position.stakeholder), labels.get(position.issue, position.issue)
        lines.append(("- ", f"{who}: {position.stance}{_trust(position, grounds, reviewed)}: {what}{words}"))
    return lines


def _trust(position: Position, grounds: list[Statement], reviewed: Collection[str]) -> str:
    """Whether a human has confirmed a position, or the program is unsure of it; "unclear" says so itself."""
    if grounds and all(one.id in reviewed for one in grounds):
        return ", reviewed"
    is_doubtful = bool(grounds) and confidence_word(grounds[0].confidence) == "unsure"
    return ", unsure" if is_doubtful and position.stance != "unclear" else ""


def _other_statements(briefing: Briefing) -> list[_Line]:
    """Statements that make no position: former, expected and reported ones, and those without a known holder."""
    names = {stakeholder.id: in_line(stakeholder) for stakeholder in briefing.stakeholders}
    used = {name for position in briefing.positions for name in position.statements}
    passages = Passages(briefing.article)
    lines: list[_Line] = []
    for statement in briefing.statements:
        if statement.id in used:
            continue
        who = names.get(statement.stakeholder or "", "Someone not named")
        facts = [STATUSES[statement.status], _side(briefing, statement), _teller(briefing, statement)]
        known = ", ".join(fact for fact in facts if fact)
        lines.append(("- ", f"{who}{f' ({known})' if known else ''}: {_words(passages, statement)}"))
    return [("OTHER STATEMENTS", ""), *lines] if lines else []


def _side(briefing: Briefing, statement: Statement) -> str:
    """What a statement says on its issue, if it is about one: "opposes the tax", "unclear on the tax"."""
    label = next((issue.label for issue in briefing.issues if issue.id == statement.issue), None)
    if label is None:
        return ""
    return f"{statement.stance} {'' if statement.stance in ('supports', 'opposes') else 'on '}{label}"


def _teller(briefing: Briefing, statement: Statement) -> str:
    """Who tells of a statement, if it is another than its holder."""
    outer = next((one for one in briefing.statements if one.id == statement.within), None)
    if outer is None or (outer.stakeholder == statement.stakeholder and outer.stakeholder is not None):
        return ""
    teller = next((one for one in briefing.stakeholders if one.id == outer.stakeholder), None)
    return f"as told by {in_sentence(teller, briefing.article.text) if teller else 'an unknown speaker'}"


def _words(passages: Passages, statement: Statement) -> str:
    """The words of a statement, in quotation marks only where the article has all of them in quotation marks."""
    text = passages.text
    if statement.form == "direct":
        shown = list(statement.content)
        words = " … ".join(f"“{unquoted(_one_line(span, text))}”" for span in shown)
    else:
        sentence = passages.evidence(statement)
        # What was said in another block stands in a sentence of its own.
        apart = [passages.sentence(span) for span in statement.content if not sentence.contains(span)]
        shown = [sentence, *apart]
        words = f"In the article's words: {' … '.join(_one_line(span, text) for span in shown)}"
    condition = statement.condition
    if condition is not None and not any(span.contains(condition) for span in shown):
        words += f" Condition: {_one_line(condition, text)}"
    return words


def _article(briefing: Briefing, width: int) -> str:
    """The article, a paragraph for each block of its layout, and for whatever lies between the blocks."""
    text = briefing.article.text
    paragraphs: list[str] = []
    end = 0
    for block in briefing.article.blocks:
        paragraphs += [*BLANK_LINES.split(text[end : block.start]), block.span.of(text)]
        end = block.end
    paragraphs += BLANK_LINES.split(text[end:])
    return "\n\n".join(_wrap("", paragraph, width) for paragraph in paragraphs if paragraph.strip())


def _one_line(span: Span, text: str) -> str:
    """The words of a span without its line breaks."""
    return " ".join(span.of(text).split())


def _wrap(mark: str, text: str, width: int) -> str:
    """A paragraph that begins with a mark, broken into lines by the columns that its characters take."""
    line = mark + " ".join(text.split())
    if width <= 0:
        return line
    measure = len if line.isascii() else cell_len
    lines, room = [""], max(width, 20)
    for word in line.split():
        longer = f"{lines[-1]} {word}" if lines[-1].strip() else lines[-1] + word
        if lines[-1].strip() and measure(longer) > room:
            longer = (HANGING if mark.startswith("-") else "") + word
            lines.append("")
        lines[-1] = longer
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
