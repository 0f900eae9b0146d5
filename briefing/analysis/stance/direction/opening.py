"""A content that names nothing of the label in; the direction that the operator at its start gives it out.

"*Scrap* the plan", "wants it *ended*", "the *protests* against it": what the operator is done to points back to the
matter, so that it turns the matter itself round; or it is something else ("*close* the bank"), and only the label says
what an end is worth.
"""

from __future__ import annotations

from collections.abc import Container
from itertools import chain, islice

from briefing.analysis.stance.direction.against import comes_to_nothing, is_against
from briefing.analysis.stance.direction.content import Content
from briefing.analysis.stance.direction.keeping import kept
from briefing.analysis.stance.direction.labels import LabelReading
from briefing.analysis.stance.direction.relation import NO_RELATION, Relation
from briefing.analysis.stance.words.lexicon import StanceLexicon
from briefing.analysis.stance.words.tokens import PARTNERS, Token

_SMALL = frozenset({"to", "that", "the", "a", "an"})
_POINTING_NOUNS = frozenset(
    {
        "plan", "bill", "deal", "scheme", "proposal", "draft", "measure", "project", "agreement", "reform", "policy",
        "decision", "decree", "ruling", "order", "move", "step", "directive", "law", "motion", "change",
    }
)  # fmt: skip
_OBSTACLES = frozenset({"condition", "demand", "objection", "opposition", "resistance", "veto", "blockade", "obstacle"})
"""What stands in the way of a matter: who wants it dropped says nothing against the matter."""
_TURNING_DOWN = frozenset(
    {
        "annul", "fight", "oppose", "overturn", "quash", "reject", "repeal", "rescind", "resist", "revoke", "veto",
        "vote", "withdraw",
    }
)  # fmt: skip
"""Verbs that are done to plans and decisions, so that their object is another name for the matter ("the *merger*")."""
_RESISTING = frozenset(
    {
        "annul", "appeal", "challenge", "condemn", "contest", "denounce", "deplore", "dispute", "fight", "object",
        "oppose", "overturn", "protest", "quash", "reject", "resist", "veto",
    }
)  # fmt: skip
"""Verbs that alone, or done to "it", are against the matter, whatever its label says ("voted *to object*")."""
_STATES = frozenset(
    {"ban", "blockade", "boycott", "cap", "embargo", "freeze", "limit", "moratorium", "prohibition", "veto"}
)
"""Operators that name a lasting state: "lift it" said of a ban ends the ban, and not what is banned."""
LESSENED = frozenset({"delay", "postponement", "pause", "exception", "exemption", "derogation", "waiver", "opt-out"})
_NOTHING = frozenset({"nothing", "none", "nobody"})
"""Objects that deny what is done to them ("that *nothing* be scrapped")."""
_OPENING = 3
"""How many words of a content are looked through for an operator where it names nothing of the label."""


def opened(content: Content, label: LabelReading, lexicon: StanceLexicon, felt: bool) -> Relation:
    """The direction that the operator, or the word that keeps something, at the start of a content gives it.

    Args:
        felt: whether the cue hopes for the content or is sorry about it.
    """
    operator = _operator(content, lexicon)
    if operator is not None:
        return _turned(operator, content, label, lexicon, felt)
    keeper = kept(content.head, content.inside) if label.sign < 0 else None
    if keeper is None:
        return NO_RELATION
    lasting = label.operator in _STATES | LESSENED and _governs_pronoun(keeper)
    return Relation(1 if lasting else -1, (keeper.text,))  # "extend it" said of a ban keeps the ban


def _turned(operator: Token, content: Content, label: LabelReading, lexicon: StanceLexicon, felt: bool) -> Relation:
    """What an operator makes of the matter, or of something else."""
    absolute = (
        (operator.lemma_.casefold() in lexicon.lessening and label.operator not in lexicon.lessening)
        or _points_back(operator)
        or _is_against_it(operator)
        or (label.operator in _STATES and _governs_pronoun(operator))
        or (operator.lemma_ in _RESISTING and _is_done_to_it(operator))
    )
    sign = -1 if absolute else -label.sign
    if felt and comes_to_nothing(operator.head, operator):
        sign = -sign
    if _is_denied(operator, content.free, both=label.operator in LESSENED and operator.lemma_ in LESSENED):
        sign = -sign
    elsewhere = not absolute and operator.lemma_ not in _TURNING_DOWN and _is_done_to_a_thing(operator)
    return Relation(sign, (operator.text,), elsewhere=elsewhere, absolute=absolute)


def _operator(content: Content, lexicon: StanceLexicon) -> Token | None:
    """The operator among the first words of a content, or at its head."""
    said = (token for token in content.tokens if token.i in content.free and token.lower_ not in _SMALL)
    heads = (head for head in content.roots[:1] if head.i in content.free)
    operators = (t for t in chain(islice(said, _OPENING), heads) if is_against(t, lexicon.operators))
    found = next(operators, None)
    if found is not None and any(c.dep_ == "dobj" and c.lemma_.casefold() in _OBSTACLES for c in found.children):
        return None
    return found


def _governs_pronoun(operator: Token) -> bool:
    """Whether an operator is done to "it" ("*lift* it", "wants it *ended*")."""
    return any(child.lower_ in {"it", "them"} and child.dep_ in PARTNERS for child in operator.children)


def _is_denied(operator: Token, inside: Container[int], both: bool) -> bool:
    """Whether nothing is to be ended or lessened ("that *nothing* be scrapped", "*no* exceptions").

    Args:
        both: whether the label lessens something, too, so that "no" leaves nothing of it.
    """
    below = [child for child in operator.children if child.i in inside]
    return any(c.dep_ == "neg" or (c.lower_ in _NOTHING and c.dep_ in PARTNERS) for c in below) or (
        (both or operator.lemma_ in LESSENED) and any(c.lower_ == "no" for c in below)
    )


def _is_done_to_it(operator: Token) -> bool:
    """Whether an operator is done to "it" or to nothing that is named ("will *object*", "to *fight* it in court")."""
    objects = [child for child in operator.children if child.dep_ in {"dobj", "nsubjpass", "prep", "ccomp", "xcomp"}]
    named = [child for child in objects if child.dep_ != "prep" or child.lower_ in {"to", "against", "over", "for"}]
    return not named or _governs_pronoun(operator)


def _is_against_it(operator: Token) -> bool:
    """Whether an operator names what is done "against it" ("the *protests* against it")."""
    aims = (child for child in operator.children if child.lower_ in {"against", "to"} and child.dep_ == "prep")
    return any(noun.lower_ in {"it", "this", "that", "them"} for aim in aims for noun in aim.children)


def _points_back(operator: Token) -> bool:
    """Whether an operator governs a noun that points to the matter ("*scrap* the plan", "the plan *scrapped*")."""
    around = (*operator.children, *([operator.head] if operator.head.pos_ == "NOUN" else []))
    return any(token.lemma_.casefold() in _POINTING_NOUNS for token in around)


def _is_done_to_a_thing(operator: Token) -> bool:
    """Whether an operator is done to a noun ("*relocate* people", "the bank *closed*")."""
    around = [child for child in operator.children if child.dep_ in PARTNERS]
    around += [operator.head] if operator.dep_ in {"acl", "amod"} else []
    return any(token.pos_ in {"NOUN", "PROPN"} for token in around)
