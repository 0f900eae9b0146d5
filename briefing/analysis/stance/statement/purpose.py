"""A deed done with a document ("signed a letter against the dam") in; what the document is for or against out.

Who signs, writes, hands in or passes a letter, a petition or a motion takes the side that its purpose tells, and not
the one that "sign" or "pass" would by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis.stance.direction.labels import LabelReading, names_itself
from briefing.analysis.stance.words.attitudes import find_attitude
from briefing.analysis.stance.words.lexicon import StanceLexicon
from briefing.analysis.stance.words.tokens import Token

_DOCUMENT = (
    r"(?:letter|petition|motion|resolution|statement|amendment|appeal|signature|declaration|memo|manifesto|"
    r"submission|brief|lawsuit|suit|leaflet|banner|placard|poster|advertisement|article|editorial|op-ed)s?"
)
_ATTITUDES = (
    r"calling for|calling on|urging|demanding|asking for|asking|seeking|opposing|opposed to|against|in support of|"
    r"in favou?r of|backing|supporting|endorsing|condemning|denouncing|rejecting|protesting against|protesting"
)
_PURPOSE = re.compile(rf"\b{_DOCUMENT}\b[^.;:,]{{0,40}}? ({_ATTITUDES})(?= \w)", re.IGNORECASE)
_PETITION = re.compile(
    r"\b(petition|motion|lawsuit|suit)s?\b(?: \w+ed)? (?=to (?!the\b|an?\b|\w+ing\b)[a-z])", re.IGNORECASE
)
"""What by itself asks for what its infinitive says ("a *petition* to save the ward")."""
_WRITTEN = re.compile(r"^\W*(?:ha(?:s|d|ve) )?(?:\w+ly )?(?:wrote|written|writes?) ", re.IGNORECASE)
_WRITTEN_FOR = re.compile(rf"^[^.;:,]{{0,60}}?\b({_ATTITUDES})(?= \w)", re.IGNORECASE)
_FIRST_WORDS = 60
"""How many characters from its start a deed names its document in."""
_TAKEN_BACK = frozenset({"opposition-dropped", "no-comment", "denial", "expectation", "question"})
"""What is done with a document that its purpose does not tell."""
_REACH = 60
"""How many characters behind, its purpose."""


def purpose_of(
    cue: str, tokens: Sequence[Token], label: LabelReading, lexicon: StanceLexicon
) -> tuple[str, list[Token]] | None:
    """The words of the purpose and the tokens behind them, or None where no document with a purpose is named.

    Args:
        cue: the words of the cue where they stand before the tokens.
    """
    text, starts = "", []
    for token in tokens:
        starts.append(len(text))
        text += token.text_with_ws
    match = (
        _PURPOSE.search(text, 0, _FIRST_WORDS + _REACH)
        or (_PETITION.search(text, 0, _FIRST_WORDS) if _names(tokens, label) else None)
        or (_WRITTEN_FOR.match(text) if _WRITTEN.match(f"{cue} {text}") else None)
    )
    if match is None:
        return None
    done = find_attitude(f"{cue} {text[: match.start(1)]}", lexicon)
    if done is not None and (done.sign < 0 or done.negated or done.attitude.name in _TAKEN_BACK):
        return None
    return match.group(1), [t for t, start in zip(tokens, starts, strict=True) if start >= match.end()]


def _names(tokens: Sequence[Token], label: LabelReading) -> bool:
    """Whether a deed names the matter itself."""
    return any(names_itself(label, token.text) for token in tokens)
