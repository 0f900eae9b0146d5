"""A Briefing, or the output of an export, in; nothing out, or an error that names the place: the last gate.

Two checks stand between an analysis and a file. `verify` looks at the offsets: everything must lie in the text, and
what is called a quotation must stand in quotation marks there. `compare` looks at what a format made of them: every
passage is read back out of the finished output and compared with the article, character by character. Only runs of
white space may differ, because a hard-wrapped text has line breaks inside its sentences.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from briefing.errors import BriefingError
from briefing.exports.marks import in_marks
from briefing.exports.passages import Passages
from briefing.exports.visible import REPLACEMENT, one_line
from briefing.model import Block, Briefing, Span, Statement

_STATEMENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_]*")
"""Ids become names of notes and anchors, so nothing else may stand in them."""


class EvidenceError(BriefingError):
    """A quotation is not what the article says; nothing is exported."""

    exit_code = 70


class Passage(Struct, frozen=True):
    """Words that an output shows as the article's, and where it says they stand."""

    start: int
    end: int
    words: str
    substitutes: Mapping[int, str] = field(default_factory=dict)
    """Characters that the format cannot hold, with what it writes instead (as for `str.translate`)."""
    is_composed: bool = False
    """Whether the format joins letters and accents (Unicode's NFC), which look the same apart."""


def verify(briefing: Briefing) -> None:
    """Check every span and every reference of a briefing.

    Raises:
        EvidenceError: a span lies outside the text, is empty, cuts a word, or is called a quotation without standing
            in quotation marks; or an id points to nothing.
    """
    text = briefing.article.text
    _check_encodable(text)
    blocks = Passages(briefing.article).blocks
    _check_references(briefing)
    for stakeholder in briefing.stakeholders:
        for mention in stakeholder.mentions:
            _check_span(text, mention.span, f"a mention of {stakeholder.name!r}")
    for statement in briefing.statements:
        _check_statement(text, blocks, statement)


def compare(text: str, passages: Iterable[Passage]) -> int:
    """Compare what an output shows with the article, and return the number of passages.

    Raises:
        EvidenceError: a passage is not, character for character, what stands in the article at its place.
    """
    number = 0
    for passage in passages:
        number += 1
        place = Span(passage.start, passage.end)
        _check_span(text, place, "a passage", whole_words=False)
        shown, source = one_line(passage.words), one_line(place.of(text).translate(dict(passage.substitutes)))
        if passage.is_composed:
            shown, source = unicodedata.normalize("NFC", shown), unicodedata.normalize("NFC", source)
        if not _same(shown, source):
            shown, source = _around_difference(shown, source)
            raise EvidenceError(
                f"export stopped: at characters {place.start}–{place.end} it would show {shown!r} where the article "
                f"has {source!r}; please report this"
            )
    return number


def _same(shown: str, source: str) -> bool:
    """Whether two texts are equal, but for U+FFFD where a format that counts UTF-16 units cannot show a character."""
    if REPLACEMENT not in shown:
        return shown == source
    return len(shown) == len(source) and all(
        one == other or (one == REPLACEMENT and other > "\uffff") for one, other in zip(shown, source, strict=True)
    )


def _check_encodable(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise EvidenceError(f"export stopped: the text has half a character at {error.start}; read it again") from error


def _check_references(briefing: Briefing) -> None:
    stakeholders = {one.id for one in briefing.stakeholders}
    issues = {one.id for one in briefing.issues}
    statements = {one.id: one for one in briefing.statements}
    if len(statements) < len(briefing.statements) or not all(map(_STATEMENT_ID.fullmatch, statements)):
        raise EvidenceError("export stopped: the ids of the statements are not unique words; analyse the article again")
    for what, ids, known in _references(briefing, stakeholders, issues, set(statements)):
        for one in ids:
            if one is not None and one not in known:
                raise EvidenceError(f"export stopped: {what} names {one!r}, which is not in the briefing")
    for position in briefing.positions:
        stances = {statements[one].stance for one in position.statements}
        if position.stance not in stances | {"mixed"}:
            raise EvidenceError(
                f"export stopped: {position.stakeholder!r} is {position.stance!r} on {position.issue!r}, but no "
                f"statement behind it is"
            )
        for one in position.statements:
            found = statements[one]
            if (found.stakeholder, found.issue, found.status) != (position.stakeholder, position.issue, "current"):
                raise EvidenceError(
                    f"export stopped: the position of {position.stakeholder!r} on {position.issue!r} rests on "
                    f"statement {one}, which does not belong to it"
                )


def _references(
    briefing: Briefing, stakeholders: set[str], issues: set[str], statements: set[str]
) -> Iterator[tuple[str, Sequence[str | None], set[str]]]:
    for stakeholder in briefing.stakeholders:
        yield f"stakeholder {stakeholder.id!r}", [stakeholder.affiliation], stakeholders
    for statement in briefing.statements:
        yield f"statement {statement.id}", [statement.stakeholder], stakeholders
        yield f"statement {statement.id}", [statement.issue], issues
        yield f"statement {statement.id}", [statement.within], statements
    for position in briefing.positions:
        yield "a position", [position.stakeholder], stakeholders
        yield "a position", [position.issue], issues
        yield "a position", position.statements, statements


def _check_statement(text: str, blocks: Sequence[Block], statement: Statement) -> None:
    name = f"statement {statement.id}"
    if not statement.content:
        raise EvidenceError(f"export stopped: {name} has no content")
    for span in statement.content:
        _check_span(text, span, name)
        _check_ends(text, span, name)
        if statement.form == "direct" and not in_marks(text, blocks, span):
            raise EvidenceError(
                f"export stopped: {name} is called a direct quotation, but characters {span.start}–{span.end} do not "
                f"stand in quotation marks in the article: {_shortened(span.of(text))!r}"
            )
    for part, place in (("source", statement.source), ("cue", statement.cue), ("condition", statement.condition)):
        if place is not None:
            _check_span(text, place, f"the {part} of {name}")
            if part != "condition":
                _check_ends(text, place, f"the {part} of {name}")
    for span in statement.hedges:
        _check_span(text, span, f"a hedge of {name}")


def _check_span(text: str, span: Span, what: str, *, whole_words: bool = True) -> None:
    if not 0 <= span.start < span.end <= len(text):
        raise EvidenceError(
            f"export stopped: {what} lies at characters {span.start}–{span.end} of a text with {len(text)}"
        )
    if whole_words and (_cuts_word(text, span.start) or _cuts_word(text, span.end)):
        raise EvidenceError(
            f"export stopped: {what} at characters {span.start}–{span.end} cuts a word: {_shortened(span.of(text))!r}"
        )


def _check_ends(text: str, span: Span, what: str) -> None:
    """Stop at a span that has slipped into the white space beside its words."""
    if text[span.start].isspace() or text[span.end - 1].isspace():
        raise EvidenceError(
            f"export stopped: {what} at characters {span.start}–{span.end} begins or ends with white space"
        )


def _cuts_word(text: str, offset: int) -> bool:
    """Whether an offset lies inside a word of a script with capital and small letters; others run words together.

    Contractions are two words to a parser: "can|not", "gon|na", "is|n't".
    """
    if not 0 < offset < len(text) or not (_is_cased(text[offset - 1]) and _is_cased(text[offset])):
        return False
    before, after = text[max(0, offset - 3) : offset].lower(), text[offset : offset + 3].lower()
    return not (
        after in {"n't", "n’t"} or before + after == "cannot" or before + after[:2] in {"gonna", "wanna", "gotta"}
    )


def _is_cased(character: str) -> bool:
    return character.islower() or character.isupper()


def _shortened(words: str) -> str:
    words = one_line(words)
    return words if len(words) <= 60 else f"{words[:57]}…"


def _around_difference(shown: str, source: str) -> tuple[str, str]:
    """The first place where two texts differ, with a few characters before it."""
    different = next((i for i, pair in enumerate(zip(shown, source, strict=False)) if pair[0] != pair[1]), None)
    start = max(0, (min(len(shown), len(source)) if different is None else different) - 20)
    return shown[start : start + 60], source[start : start + 60]
