"""A content that is itself the deed ("has quietly dropped it") in; the words of its attitude and its object out."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.stance.direction.against import is_against
from briefing.analysis.stance.words.lexicon import StanceLexicon
from briefing.analysis.stance.words.tokens import Token

_FIRST_WORDS = 6
"""How many words at the start of a deed may tell its attitude."""
_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBN", "JJ", "MD"})
_OBJECTS = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM"})
"""What begins the object of a deed."""
_COMPLEMENTS = frozenset({"xcomp", "pcomp", "ccomp", "dobj"})
_DONE = frozenset({"dobj", "xcomp"})
"""What a deed is done to, and not told ("*holds* that …")."""
_EMPTY = frozenset(
    {
        "defer", "delay", "give", "hand", "hold", "keep", "make", "pay", "postpone", "publish", "put", "raise",
        "return", "send", "set", "use",
    }
)  # fmt: skip
"""Verbs that mostly say something else in a cue ("*put* the cost at a million", "*delayed* the decision")."""
_SMALL = 3
"""Among how many words the first stands that is no adverb ("*quietly* dropped it", "*so far* refused")."""


def is_deed(tokens: Sequence[Token]) -> bool:
    """Whether a content opens with a finite verb, an adjective or for/against: the statement is the deed itself."""
    if not tokens:
        return False
    if tokens[0].lower_ in {"for", "against"}:
        return not any(token.tag_ == "TO" for token in tokens)  # "(asked) *for them to be withdrawn*" is what is asked
    first = next((token for token in tokens[:_SMALL] if token.pos_ != "ADV"), tokens[0])
    return tokens[0].tag_ in _TAGS or (first.tag_ in _TAGS and first.head in {first, *tokens})


def doing_verb(cue: Sequence[Token], content: Sequence[Token], lexicon: StanceLexicon) -> Token | None:
    """The verb of a cue that brings its content about or ends it ("has *extended* | the lease"), if it has one.

    What is told of as possible, denied or somebody else's ("would extend", "did not extend") is no deed.
    """
    governing = (t for t in cue if t.pos_ == "VERB" and any(c.head == t and c.dep_ in _DONE for c in content))
    verb = next(governing, None)
    if (
        verb is None
        or verb.lemma_ in _EMPTY
        or any(token.tag_ == "MD" or token.dep_ in {"neg", "auxpass"} for token in cue)
    ):
        return None
    known = lexicon.operators.get(verb.lemma_) or (-1 if is_against(verb, lexicon.operators) else 0)
    return verb if known else None


def words_of_deed(tokens: Sequence[Token]) -> tuple[str, str]:
    """The words of a deed up to its object, and its first words; the particle stands by its verb ("turned *down*")."""
    opening = _in_order(tokens)
    end = next((n for n, token in enumerate(opening) if _begins_object(token)), len(opening))
    return " ".join(token.text for token in opening[:end]), " ".join(token.text for token in opening)


def _begins_object(token: Token) -> bool:
    """Whether the object of a deed begins here; what is done may be a verb, too ("does not favor *raising* it")."""
    if token.tag_ == "VBG":
        return token.dep_ in _COMPLEMENTS
    return token.pos_ in _OBJECTS and token.lower_ != "no"


def behind_attitude(tokens: Sequence[Token], end: int) -> list[Token]:
    """The words of a deed behind its attitude, which ends at a place in its first words."""
    length, told = 0, set()
    for token in _in_order(tokens):
        if length >= end:
            break
        length += len(token.text) + 1
        told.add(token.i)
    return [token for token in tokens if token.i not in told]


def _in_order(tokens: Sequence[Token]) -> list[Token]:
    """The first words of a deed, with the particle of its verb behind the verb."""
    opening = list(tokens[:_FIRST_WORDS])
    verb = next((n for n, token in enumerate(opening) if token.pos_ == "VERB"), None)
    if verb is None:
        return opening
    particle = next((c for c in opening[verb].children if c.dep_ == "prt" and c in tokens), None)
    if particle is None:
        return opening
    rest = [token for token in opening[verb + 1 :] if token != particle]
    return [*opening[: verb + 1], particle, *rest]
