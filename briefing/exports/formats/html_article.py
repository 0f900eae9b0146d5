"""A Digest in; the article as HTML out, block by block, with its statements marked and linked to their entries.

Statements can overlap ("A says that B wants …"), elements cannot: each block is cut at every border of a content, and
a piece takes the stance of the innermost statement that covers it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as escape_html
from itertools import pairwise

from briefing.exports.digest import Digest
from briefing.exports.visible import visible
from briefing.exports.words import STANCE_LETTERS
from briefing.model import Block, Span, Statement


def marked_article(digest: Digest) -> Iterator[str]:
    """One element for each block; every statement has one anchor, where its content begins."""
    anchored: set[str] = set()
    for block in digest.passages.blocks:
        tag = _tag(block)
        pieces = "".join(_pieces(digest, block, anchored))
        yield f'<{tag} data-start="{block.start}" data-end="{block.end}">{pieces}</{tag}>'


def marks_legend(digest: Digest) -> str:
    """How the marks are to be read, only those that occur; empty without any."""
    statements = digest.briefing.statements
    stances = {one.stance for one in statements if one.status == "current"}
    marks = [f'<mark class="{stance}">{stance}</mark>' for stance in STANCE_LETTERS if stance in stances]
    if any(one.status != "current" for one in statements):
        marks.append('<mark class="unclear apart">former, predicted or hearsay</mark>')
    return f'<p class="legend">Marked: {", ".join(marks)}.</p>' if marks else ""


def _tag(block: Block) -> str:
    if block.kind == "heading":
        return "h2" if block.level <= 1 else "h3"
    return "blockquote" if block.kind == "quote" else "p"


def _pieces(digest: Digest, block: Block, anchored: set[str]) -> Iterator[str]:
    """The text of a block, cut at the borders of contents; the notes that follow the last piece of each content."""
    inside = [
        (span, statement)
        for statement in digest.briefing.statements
        for span in statement.content
        if span.overlaps(block.span)
    ]
    cuts = {block.start, block.end}
    for span, _ in inside:
        cuts |= {max(span.start, block.start), min(span.end, block.end)}
    borders = sorted(cuts)
    for start, end in pairwise(borders):
        covering = [(span, statement) for span, statement in inside if span.start <= start and end <= span.end]
        words = escape_html(visible(digest.article.text[start:end]))
        yield _marked(words, covering, anchored) if covering else words
        for span, statement in covering:
            if span.end == end and span == statement.content[-1]:
                yield f'<a class="note" href="#entry-{statement.id}">{statement.id}</a>'


def _marked(words: str, covering: list[tuple[Span, Statement]], anchored: set[str]) -> str:
    innermost = min(covering, key=lambda pair: pair[0].end - pair[0].start)[1]
    anchors = ""
    for _, statement in covering:
        if statement.id not in anchored:
            anchored.add(statement.id)
            anchors += f'<span id="text-{statement.id}"></span>'
    apart = "" if innermost.status == "current" else " apart"
    return f'{anchors}<mark class="{innermost.stance}{apart}">{words}</mark>'
