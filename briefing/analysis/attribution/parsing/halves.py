"""The clause "she said" inside a sentence in; the signs around it and the halves of the sentence before and behind out.

Who speaks may stand between two commas in the middle of a sentence ("she would sign, she said, if it were paid"); both
halves are then said.
"""

from __future__ import annotations

from collections.abc import Container

from briefing.analysis.attribution.parsing.tokens import Tokens

STARTS = frozenset({";", ":", "—", "–"})
"""Signs behind which the first half begins anew."""
ENDS = frozenset({".", "!", "?", ";"})
"""Signs that end the second half."""
LONGEST_SENTENCE = 250
"""Tokens above which the parser has taken a list for a sentence, all of which each "she said" in it would be given."""


def signs_around(tokens: Tokens, first: int, last: int, stop: int, closing: Container[str]) -> tuple[int, int] | None:
    """The comma right before a clause, and the sign that closes it; None where one of them is missing.

    Args:
        tokens: of the article.
        first: first token of the clause.
        last: last token of the clause, behind which something may still hang on it ("she said *on Monday*,").
        stop: token before which the closing sign must stand.
        closing: the signs that may close the clause.
    """
    begin, end = tokens.sentences[tokens.sentence[first]]
    if first - 1 <= begin or tokens.words[first - 1] != "," or end - begin > LONGEST_SENTENCE:
        return None
    closed = next((i for i in range(last + 1, min(stop, end)) if tokens.words[i] in closing), None)
    return None if closed is None else (first - 1, closed)


def half_before(tokens: Tokens, comma: int) -> list[int]:
    """What stands before a comma, back to the beginning of the sentence or a sign that begins it anew."""
    first = tokens.sentences[tokens.sentence[comma]][0]
    start = next((i + 1 for i in range(comma - 1, first - 1, -1) if tokens.words[i] in STARTS), first)
    return tokens.stretch(start, comma)


def half_behind(tokens: Tokens, sign: int) -> list[int]:
    """What follows a sign, up to the next one that ends a sentence; empty behind a sign that ends one itself."""
    last = tokens.sentences[tokens.sentence[sign]][1]
    return tokens.stretch(sign + 1, next((i for i in range(sign, last) if tokens.words[i] in ENDS), last))


def is_quoting(tokens: Tokens, token: int) -> bool:
    """Whether the sentence of a token holds a quotation."""
    return any(tokens.quotation[i] >= 0 for i in range(*tokens.sentences[tokens.sentence[token]]))
