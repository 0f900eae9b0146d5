"""Plain text in, blocks out: what each passage of a text without markup is.

Wording is judged first (bylines, datelines, captions, trailers), then marks (bullets, "##", ">"), then form and
neighbours (headings and list items without marks). What nothing speaks for is a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.model import Block, BlockKind
from briefing.structure.headings import (
    could_be_heading,
    is_markdown_heading,
    is_numbered,
    is_sentence_title,
    split_run,
)
from briefing.structure.lines import ITEM_MARKER, Passage, ends_sentence, find_passages
from briefing.structure.patterns import line_patterns

_TOP = 8
"""Blocks before which bylines and datelines without set phrases are looked for."""

LEAD_WORDS = 12
"""A sentence longer than this is running text."""

FEWEST_ITEMS = 2
"""Lines without a full stop at the end of a text are a list if there are more than this."""

_DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
    r"|\d{1,2}\.? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)(?:,? \d{4})?"
)
_CAPITALS = r"[A-Z][A-Z.’'/-]+(?: [A-Z][A-Z.’'/-]+){0,3}"
_PLACE = r"(?:St\. )?[A-Z][a-z’'-]+(?:[ -][A-Z][a-z]+){0,2}(?:, [A-Z]\w+)?"
_AGENCY = r"\([A-Z][^()\n]{1,30}\)"
_DATELINE = re.compile(
    rf"{_CAPITALS} ?[—–-] ?{_DAY} ?[:—–-] ?(?=\S)"
    rf"|(?:{_CAPITALS}(?:, (?:[A-Z][\w.]+ ?){{1,3}})?(?:, \d{{1,2}} \w+| \d{{1,2}})?(?: ?\([^()\n]{{2,40}}\))?"
    rf"|(?:{_CAPITALS}|{_PLACE}),? {_DAY}(?: ?{_AGENCY}| [A-Z]\w{{1,12}})?"
    rf"|{_PLACE} ?{_AGENCY})(?: ?[—–] ?| --? )(?=\S)"
)
"""Place, perhaps date and agency, and the dash after it: "GENEVA (Wire) — ", "Geneva, 3 March 2025 – "."""

_COPYRIGHT = re.compile(r"\(c\) (?:copyright )?\d{4}\b", re.I)

_ROLES = re.compile(r"(?:[\w’-]+ ){0,4}(?:correspondent|editor|reporter|writer)s?$", re.I)
"""What may stand in a line of its own below the names in a byline."""

_LONGEST_LABEL = 3
"""Words in the heading of a list that nothing but the list itself shows."""

_GOES_ON = frozenset(
    "and but or nor which who whose that because while although though as to of for with in on at from by".split()  # noqa: SIM905
)
"""Words with which no line of a list begins, but the rest of a sentence that was broken."""

_BARE_BYLINE = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+"
    r"(?: in [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|,? [\w ]{0,30}(?:correspondent|editor|reporter|columnist))"
    r"(?:,? [A-Z][\w’'-]+)?$",
)
_SPEAKER = re.compile(r"(?:[A-Z][A-Z.’' -]{1,30}|Q|A|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})(?: \([^)]*\))?\s?[:.] ?")
_RULE = re.compile(r"([=\-_~*#+])(?: ?\1){2,}$")


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order, without overlap; white space at their edges lies between the blocks.

    A block may span several lines where the text was broken at a fixed width. A dateline at the head of a paragraph
    ("GENEVA — ") is a block of its own. The signs of a Markdown heading lie before its block; bullets and numbers of
    list items belong to theirs.
    """
    passages = _without_rules(find_passages(text))
    kinds = _kinds(passages)
    _judge_runs(passages, kinds)
    return tuple(_blocks(text, passages, kinds))


def name_blocks(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a document with markup; paragraphs whose wording shows more than that get their kind.

    Markup tells headings and lists, but bylines, captions and trailers ("Read more: …") are paragraphs in it. Where it
    names no heading at all, or only a title, headings are looked for as in plain text.
    """
    named: list[Block] = []
    headings = _headings_by_form(text) if not any(b.kind == "heading" for b in blocks[1:]) else {}
    for index, block in enumerate(blocks):
        words = block.span.of(text)
        # The first paragraph of such a document need not be its title.
        if block.kind == "paragraph" and (kind := _kind_by_wording(words, index or 1)):
            block = Block(block.start, block.end, kind)
        elif block.kind == "paragraph" and (block.start, block.end) in headings:
            block = Block(block.start, block.end, "heading", headings[block.start, block.end])
        if block.kind == "paragraph" and (dateline := _DATELINE.match(text, block.start, block.end)):
            named.append(Block(block.start, block.start + len(dateline.group().rstrip()), "dateline"))
            block = Block(dateline.end(), block.end, "paragraph")
        named.append(block)
    return tuple(named)


def reads_as_heading(words: str) -> bool:
    """Whether a line that is set apart by its letters has the form of a heading, and no wording of another kind."""
    is_item = ITEM_MARKER.match(words) and not is_numbered(words)
    return could_be_heading(words, at_top=False) and not is_item and _kind_by_wording(words, _TOP) is None


def _headings_by_form(text: str) -> dict[tuple[int, int], int]:
    """The headings that plain text shows, by where they begin and end, with their levels."""
    return {(b.start, b.end): b.level for b in find_blocks(text) if b.kind == "heading"}


def _without_rules(passages: list[Passage]) -> list[Passage]:
    """The passages that are more than a drawn line ("-----", "* * *")."""
    return [p for p in passages if not _RULE.match(p.words)]


def _kinds(passages: list[Passage]) -> list[BlockKind | None]:
    """What wording and marks say; None where form and neighbours must decide."""
    speakers = _recurring_speakers(passages)
    kinds: list[BlockKind | None] = []
    for index, passage in enumerate(passages):
        kind = _kind(passage, index, speakers)
        if kind is None and index and kinds[-1] == "byline" and _ROLES.match(passage.words):
            kind = "byline"
        kinds.append(kind)
    _unmark_lone_numbers(passages, kinds)
    return kinds


def _kind(passage: Passage, index: int, speakers: frozenset[str]) -> BlockKind | None:
    words = passage.words
    if is_markdown_heading(words):
        return "heading"
    speaker = _SPEAKER.match(words)
    if speaker and speaker.group() in speakers:
        return "paragraph"
    if words.startswith(">"):
        return "quote"
    if ITEM_MARKER.match(words) and not _COPYRIGHT.match(words):
        return "item"
    return _kind_by_wording(words, index)


def _kind_by_wording(words: str, index: int) -> BlockKind | None:
    """The kind of a line by its set phrases; `index` is its place in the text."""
    patterns, number = line_patterns(), len(words.split())
    if patterns["byline"].matches(words, number) and not ends_sentence(words):
        return "byline"
    if 0 < index < _TOP and number <= 9 and _BARE_BYLINE.match(words):
        return "byline"
    if patterns["dateline"].matches(words, number) and not ends_sentence(words):
        return "dateline" if index < _TOP else None
    if patterns["caption"].matches(words, number):
        return "caption"
    if index and patterns["trailer"].matches(words, number):
        return "trailer"
    return None


def _recurring_speakers(passages: list[Passage]) -> frozenset[str]:
    """Labels such as "Q: " that begin two or more passages: the text is a transcript, and these are its turns."""
    labels = Counter(match.group() for p in passages if (match := _SPEAKER.match(p.words)))
    return frozenset(label for label, count in labels.items() if count > 1)


def _unmark_lone_numbers(passages: list[Passage], kinds: list[BlockKind | None]) -> None:
    """A numbered line between paragraphs is a numbered heading, not a list of one."""
    marked = list(kinds)
    for index, passage in enumerate(passages):
        alone = marked[max(0, index - 1) : index] != ["item"] and marked[index + 1 : index + 2] != ["item"]
        if marked[index] == "item" and alone and is_numbered(passage.words):
            kinds[index] = None


def _judge_runs(passages: list[Passage], kinds: list[BlockKind | None]) -> None:
    """Decide what wording left open, in rows of lines that could be headings."""
    open_lines = [
        kind is None
        and _may_be_heading(passage, at_top=not _text_before(passages, kinds, index))
        and not _goes_on(passages, index)
        and not (index and _goes_on(passages, index - 1))
        for index, (passage, kind) in enumerate(zip(passages, kinds, strict=True))
    ]
    if passages and kinds[0] is None and is_sentence_title([p.words for p in passages[:5]]):
        kinds[0] = "heading"
    index = 0
    while index < len(passages):
        if not open_lines[index] or kinds[index] is not None:
            kinds[index] = kinds[index] or "paragraph"
            index += 1
            continue
        end = index
        while end < len(passages) and open_lines[end]:
            end += 1
        _judge_run(passages, kinds, index, end)
        index = end


def _goes_on(passages: list[Passage], index: int) -> bool:
    """Whether the line after this one is the rest of its sentence."""
    following = passages[index + 1] if index + 1 < len(passages) else None
    if following is None or following.after_blank or not following.words[0].islower():
        return False
    ends = ends_sentence(following.words) and not following.words.endswith("?")
    return ends or following.words.split()[0] in _GOES_ON


def _judge_run(passages: list[Passage], kinds: list[BlockKind | None], start: int, end: int) -> None:
    if not _text_follows(passages, kinds, end):
        kinds[start:end] = ["item" if end - start > FEWEST_ITEMS else "paragraph"] * (end - start)
        words = [len(passage.words.split()) for passage in passages[start:end]]
        if end - start > FEWEST_ITEMS + 1 and words[0] <= _LONGEST_LABEL and words[0] < min(words[1:]):
            kinds[start] = "heading"
        if start == 0 and passages:
            kinds[0] = "heading" if end < len(passages) else "paragraph"
        return
    before = passages[start - 1].words if start else ""
    headings = split_run(
        [p.words for p in passages[start:end]],
        at_top=not _text_before(passages, kinds, start) and (start == 0 or kinds[0] != "heading"),
        after_colon=before.endswith((":", ";")) and kinds[start - 1] != "heading",
        gaps=[p.after_blank for p in passages[start:end]],
    )
    kinds[start:end] = ["heading" if heading else "item" for heading in headings]


def _may_be_heading(passage: Passage, *, at_top: bool) -> bool:
    lines_allowed = 3 if at_top else 2
    return passage.lines <= lines_allowed and could_be_heading(passage.words, at_top=at_top)


def _text_before(passages: list[Passage], kinds: list[BlockKind | None], index: int) -> bool:
    """Whether running text stands before this passage; a line with a deck or byline below a title is none."""
    return index >= _TOP or any(
        kinds[i] in (None, "paragraph", "item") and ends_sentence(p.words) and len(p.words.split()) > LEAD_WORDS
        for i, p in enumerate(passages[:index])
    )


def _text_follows(passages: list[Passage], kinds: list[BlockKind | None], index: int) -> bool:
    """Whether something that a heading can stand over follows."""
    following = [kind for kind in kinds[index : index + _TOP] if kind not in {"byline", "dateline"}][:3]
    return any(kind in (None, "paragraph", "item", "quote", "heading") for kind in following) and (
        index < len(passages) and kinds[index] != "trailer"
    )


def _blocks(text: str, passages: list[Passage], kinds: list[BlockKind | None]) -> list[Block]:
    blocks: list[Block] = []
    title_seen = False
    for index, (passage, kind) in enumerate(zip(passages, kinds, strict=True)):
        start, end, kind = passage.start, passage.end, kind or "paragraph"
        level = 0
        if kind == "heading":
            level, start = _heading_level(text, passage, title_seen or _text_before(passages, kinds, index))
            title_seen = True
        elif kind == "item":
            level = 1 + min(passage.indent, 12) // 4
        elif kind == "paragraph" and (dateline := _DATELINE.match(text, start, end)):
            head = dateline.group().rstrip()
            blocks.append(Block(start, start + len(head), "dateline"))
            start = dateline.end()
        blocks.append(Block(start, end, kind, level))
    return blocks


def _heading_level(text: str, passage: Passage, title_seen: bool) -> tuple[int, int]:
    """Level of a heading, and where its words begin."""
    signs = re.compile(r"(#{1,6})[ \t]+(?=\S)").match(text, passage.start, passage.end)
    if signs:
        return len(signs.group(1)), signs.end()
    return (2 if title_seen else 1), passage.start
