"""A word of a content that names the matter in; the words out that end it, though they hang elsewhere in the parse.

"The sale to be *cancelled*", "wants the curfew *to go*", "ordered a *halt* to work on the dam": they do not stand on
the path from the word to the root, which `paths.py` reads.
"""

from __future__ import annotations

from itertools import chain

from briefing.analysis.stance.direction.against import is_against, is_gone
from briefing.analysis.stance.direction.content import Content
from briefing.analysis.stance.direction.heads import is_aim
from briefing.analysis.stance.words.lexicon import StanceLexicon
from briefing.analysis.stance.words.tokens import Token, is_passive

_CEASING = frozenset({"cease", "end", "stop"})
"""What comes to an end by itself ("wants the flights *to stop*")."""
_HALTS = _CEASING | {"halt"}
"""What is put to a matter ("a *halt* to work on the dam")."""
_TIED = frozenset({"dobj", "prt", "xcomp"})
"""What shows that a verb ends something else, or nothing ("*end up*")."""


def endings(target: Token, content: Content, wanted: bool, lexicon: StanceLexicon) -> list[Token]:
    """The words that end what a target names; each turns the direction round.

    Args:
        wanted: whether the cue asks for the content.
    """
    undone = _undone(target, content, wanted, lexicon)
    left = content.roots[1:] if wanted else ()
    going = (t for t in content.tokens if _is_to_go(t, target) or (t in left and (_is_out(t) or _ends(t))))
    put_to = (t for t in content.tokens if _is_put_to(t, target))
    return [token for token in (undone, next(chain(going, put_to), None)) if token is not None]


def _undone(target: Token, content: Content, wanted: bool, lexicon: StanceLexicon) -> Token | None:
    """What is to be done against a noun, where the parse hangs it beside or below ("the sale to be *cancelled*")."""
    inside = content.inside
    top = target
    while top.head != top and top.head.i in inside:
        top = top.head
    if top.pos_ not in {"NOUN", "PROPN"}:
        return None
    behind = (token for token in content.tokens if token.i > top.i and _is_passive_infinitive(token))
    done = [token for token in behind if token.head.i not in inside or top in {token.head, _owner(token.head)}]
    if wanted:
        done += [child for child in top.children if child.dep_ == "acl" and child.tag_ == "VBN" and child.i in inside]
    return next((token for token in done if is_against(token, lexicon.operators)), None)


def _is_to_go(verb: Token, target: Token) -> bool:
    """Whether a verb says that the target is to go ("wants the curfew *to go*")."""
    if verb.tag_ != "VB" or not (is_gone(verb) or _ceases(verb)):
        return False
    return any(child.dep_ == "nsubj" and (child == target or target in child.subtree) for child in verb.children)


def _ends(verb: Token) -> bool:
    """Whether what is wanted is an end of what stands before ("ordered work on the dam *to stop*")."""
    return is_aim(verb) and _ceases(verb)


def _ceases(verb: Token) -> bool:
    """Whether a verb says that something comes to an end by itself."""
    return verb.lemma_ in _CEASING and not any(child.dep_ in _TIED for child in verb.children)


def _is_put_to(noun: Token, target: Token) -> bool:
    """Whether a noun ends what stands behind its "to", though the parse parts them ("a *halt* to work on the dam")."""
    if noun.pos_ != "NOUN" or noun.lemma_ not in _HALTS or noun.i >= target.i or noun.doc[noun.i + 1].tag_ != "TO":
        return False
    return target not in noun.subtree


def _is_out(word: Token) -> bool:
    """Whether a word is the "out of" of what somebody is to leave ("wants the fee *out* of the bill")."""
    return word.lower_ == "out" and word.dep_ == "prep"


def _owner(noun: Token) -> Token:
    """The noun of which another is said ("the *sale* of the ferry"); the noun itself if there is none."""
    return noun.head.head if noun.head.lower_ == "of" else noun


def _is_passive_infinitive(verb: Token) -> bool:
    """Whether a verb says what is to be done ("*to be cancelled*"), and not of a subject of its own."""
    if verb.tag_ != "VBN" or any(child.dep_ == "nsubjpass" for child in verb.children):
        return False
    return is_passive(verb) and any(child.tag_ == "TO" for child in verb.children)
