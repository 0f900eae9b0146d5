"""A word of a content that names the matter in; the words out that end it, though they hang elsewhere in the parse.

"The sale to be *cancelled*", "wants the curfew *to go*", "ordered a *halt* to work on the dam": they do not stand on
the path from the word to the root, which `paths.py` reads.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from briefing.analysis.stance.heads import is_aim
from briefing.analysis.stance.lexicon import StanceLexicon
from briefing.analysis.stance.paths import is_against, is_gone
from briefing.analysis.stance.tokens import Token

_CEASING = frozenset({"cease", "end", "stop"})
"""What comes to an end by itself ("wants the flights *to stop*")."""
_TIED = frozenset({"dobj", "prt", "xcomp"})
"""What shows that a verb ends something else, or nothing ("*end up*")."""


def endings(
    target: Token,
    inside: Container[int],
    tokens: Sequence[Token],
    roots: Sequence[Token],
    wanted: bool,
    lexicon: StanceLexicon,
) -> list[Token]:
    """The words that end what a target names; each turns the direction round.

    Args:
        inside: the places of the tokens.
        roots: the tokens that nothing in the content governs.
        wanted: whether the cue asks for the content.
    """
    undone = _undone(target, inside, tokens, wanted, lexicon)
    left = [*roots[1:]] if wanted else []
    going = next((t for t in tokens if _is_to_go(t, target) or (t in left and (_is_out(t) or _ends(t)))), None)
    going = going or next((t for t in tokens if _is_put_to(t, target)), None)
    return [token for token in (undone, going) if token is not None]


def _undone(
    target: Token, inside: Container[int], tokens: Sequence[Token], wanted: bool, lexicon: StanceLexicon
) -> Token | None:
    """What is to be done against a noun, where the parse hangs it beside or below ("the sale to be *cancelled*")."""
    top = target
    while top.head != top and top.head.i in inside:
        top = top.head
    if top.pos_ not in {"NOUN", "PROPN"}:
        return None
    done = [token for token in tokens if token.i > top.i and token.tag_ == "VBN" and _is_passive_infinitive(token)]
    done = [token for token in done if token.head.i not in inside or top in {token.head, _owner(token.head)}]
    if wanted:
        done += [child for child in top.children if child.dep_ == "acl" and child.tag_ == "VBN" and child.i in inside]
    return next((token for token in done if is_against(token, lexicon.operators)), None)


def _is_to_go(verb: Token, target: Token) -> bool:
    """Whether a verb says that the target is to go ("wants the curfew *to go*")."""
    tied = any(child.dep_ in _TIED for child in verb.children)
    if verb.tag_ != "VB" or not (is_gone(verb) or (verb.lemma_ in _CEASING and not tied)):
        return False
    return any(child.dep_ == "nsubj" and (child == target or target in child.subtree) for child in verb.children)


def _ends(verb: Token) -> bool:
    """Whether what is wanted is an end of what stands before ("ordered work on the dam *to stop*")."""
    tied = any(child.dep_ in _TIED for child in verb.children)
    return is_aim(verb) and verb.lemma_ in _CEASING and not tied


def _is_put_to(noun: Token, target: Token) -> bool:
    """Whether a noun ends what stands behind its "to", though the parse parts them ("a *halt* to work on the dam")."""
    following = noun.doc[noun.i + 1 : noun.i + 2]
    parted = noun.i < target.i and target not in noun.subtree
    return noun.pos_ == "NOUN" and noun.lemma_ in _CEASING | {"halt"} and parted and following[0].tag_ == "TO"


def _is_out(word: Token) -> bool:
    """Whether a word is the "out of" of what somebody is to leave ("wants the fee *out* of the bill")."""
    return word.lower_ == "out" and word.dep_ == "prep"


def _owner(noun: Token) -> Token:
    """The noun of which another is said ("the *sale* of the ferry"); the noun itself if there is none."""
    return noun.head.head if noun.head.lower_ == "of" else noun


def _is_passive_infinitive(verb: Token) -> bool:
    relations = {child.dep_ for child in verb.children}
    return "auxpass" in relations and "nsubjpass" not in relations and any(c.tag_ == "TO" for c in verb.children)
