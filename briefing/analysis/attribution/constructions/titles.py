"""Drafts in; those that hold somebody's words out: titles of works, scare quotes and labels are rejected.

Newspapers put more into quotation marks than what somebody said: the name of a film or a broadcast (“Night Train to
Lisbon”), and a word that the writer does not stand for (a so-called “smart” meter). And what stands before a colon is
often the name of a column and no speaker ("Explainer: …").
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.words import load_word_lists

LONGEST_TITLE = 9
"""Words that a title has at most."""
SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "n't", "nor", "of", "on", "or", "over",
     "the", "to", "up", "vs", "with", "’s", "'s"}
)  # fmt: skip
"""Words that a title writes with a small first letter."""
LONGEST_SCARE_QUOTE = 3


def without_titles(tokens: Tokens, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts but for those whose whole content is a title, a scare quote, or a few quoted words that nothing cues.

    In headings titles cannot be told from speech by their capitals, so that only labels are rejected there.
    """
    return [draft for draft in drafts if not _is_labelled(tokens, draft) and not _is_no_speech(tokens, draft)]


def _is_labelled(tokens: Tokens, draft: Draft) -> bool:
    """Whether a colon after the name of a column is the only cue."""
    if [tokens.words[i] for i in draft.cue] != [":"]:
        return False
    return " ".join(tokens.lower[i] for i in draft.source if not tokens.space[i]) in load_word_lists().column_names


def _is_no_speech(tokens: Tokens, draft: Draft) -> bool:
    words = [i for i in draft.content if tokens.is_word(i)]
    if not words or len(words) > LONGEST_TITLE or len({tokens.quotation[i] for i in words}) > 1:
        return False
    block = tokens.block[words[0]]
    if tokens.quotation[words[0]] < 0 or block < 0 or tokens.blocks[block].kind == "heading":
        return False
    return not draft.cue or _is_title(tokens, words) or _is_scare_quote(tokens, words)


def _is_title(tokens: Tokens, words: list[int]) -> bool:
    """Two words or more, of which all but the small ones begin with a capital, as no sentence does."""
    telling = [i for i in words if tokens.lower[i] not in SMALL_WORDS and not tokens.words[i].isdigit()]
    capitals = [i for i in telling if tokens.words[i][0].isupper() and tokens.lower[i] != "i"]
    return len(telling) > 1 and len(capitals) == len(telling) and not _is_speech(tokens, words)


def _is_speech(tokens: Tokens, words: list[int]) -> bool:
    """Whether the words call out or name somebody rather than something: “Never Again!”, “Ana Ruiz”."""
    after = words[-1] + 1
    calls = after < len(tokens) and tokens.words[after] in "!?"
    return calls or all(tokens.words[i].isupper() for i in words) or all(tokens.entity[i] == "PERSON" for i in words)


def _is_scare_quote(tokens: Tokens, words: list[int]) -> bool:
    """A few words after "so-called" and the like."""
    number = tokens.quotation[words[0]]
    before = next((i for i in range(words[0] - 1, -1, -1) if tokens.quotation[i] != number), -1)
    said = " ".join(tokens.lower[max(0, before - 2) : before + 1])
    return len(words) <= LONGEST_SCARE_QUOTE and any(said.endswith(doubt) for doubt in load_word_lists().distancing)
