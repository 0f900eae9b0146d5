"""Plain text in, blocks out: one block a line (first version; headings are told apart in `headings`)."""

from __future__ import annotations

import re

from briefing.model import Block


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order, without overlap; white space at their edges lies between the blocks."""
    return tuple(Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"\S(?:[^\n]*\S)?", text))
