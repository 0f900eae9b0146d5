"""Tokens in; the answers of an interview without labels out: lone questions, and below each what the guest replies.

Such an interview shows by its questions, each a block of its own, by answers in the first person, and by a head that
presents somebody. Without all three it is a list of questions that the newspaper answers itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.parsing.guests import find_guest
from briefing.analysis.attribution.parsing.labels import SECOND_PERSON
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.layers import Actor

SINGULAR = frozenset({"i", "me", "my", "myself", "mine"})
FIRST = SINGULAR | {"we", "us", "our"}
FEWEST = 2
"""Answered questions that an interview must have."""
LONGEST_QUESTION = 60
MARKS = "*_ \t\n"
"""What stands around a question that was printed in bold or italics."""


def find_answers(tokens: Tokens, persons: Sequence[Actor]) -> tuple[list[int], list[int], list[int]]:
    """The tokens that name the guest, and the numbers of the blocks that ask and of those in which the guest answers.

    All three are empty where the article is no such interview.
    """
    questions = [n for n in range(1, len(tokens.blocks)) if _is_question(tokens, n)]
    answers = {
        question: _answers(tokens, question, (questions[k + 1 :] or [len(tokens.blocks)])[0])
        for k, question in enumerate(questions)
    }
    asking = [number for number, blocks in answers.items() if blocks]
    answered = [answers[number] for number in asking]
    spoken = [blocks for blocks in answered if any(_has(tokens, n, FIRST) for n in blocks)]
    if len(answered) < FEWEST or 2 * len(spoken) < len(questions):
        return [], [], []
    if not any(_has(tokens, n, SINGULAR) for blocks in spoken for n in blocks):
        return [], [], []
    guest = find_guest(tokens, persons, asking[0], presented=True)
    if not guest:
        return [], [], []
    return guest, asking, [n for blocks in answered for n in blocks if not _names_again(tokens, n, guest)]


def is_prompt(tokens: Tokens, number: int) -> bool:
    """Whether a block is printed in bold or italics from its beginning to its end."""
    block = tokens.blocks[number]
    words = tokens.text[block.start : block.end].strip()
    return len(words) > 2 and words[0] in "*_" and words[-1] in "*_"


def _is_question(tokens: Tokens, number: int) -> bool:
    """Whether a block is a question that nobody in it is said to ask."""
    block = tokens.blocks[number]
    words = tokens.text[block.start : block.end].strip(MARKS)
    first, last = tokens.block_ranges[number]
    is_plain = all(tokens.quotation[i] < 0 for i in range(first, last))
    return (
        block.kind in ("heading", "paragraph") and words.endswith("?") and last - first <= LONGEST_QUESTION and is_plain
    )


def _answers(tokens: Tokens, question: int, following: int) -> list[int]:
    """The blocks between a question and the next that answer it.

    The first does, if it follows at once; what stands below it may be a remark to the guest, or told by the newspaper,
    and must be in the first person.
    """
    found = []
    for number in range(question + 1, following):
        if tokens.blocks[number].kind not in ("paragraph", "quote", "item") or is_prompt(tokens, number):
            continue
        is_first = number == question + 1 and (_has(tokens, number, FIRST) or not _has(tokens, number, SECOND_PERSON))
        if is_first or _has(tokens, number, SINGULAR):
            found.append(number)
    return found


def _has(tokens: Tokens, number: int, words: frozenset[str]) -> bool:
    return any(tokens.lower[i] in words for i in range(*tokens.block_ranges[number]))


def _names_again(tokens: Tokens, number: int, guest: list[int]) -> bool:
    """Whether a block tells of the guest by name, as nobody does who answers."""
    surname = tokens.words[guest[-1]]
    return any(tokens.words[i] == surname for i in range(*tokens.block_ranges[number]))
