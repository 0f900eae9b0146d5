"""A content with the label of its issue in; the side of what somebody is to do, or will do, to the matter out.

"The city *must not sell* the port", "the council *should lift* the ban", "it *would not build* the tunnel": the subject
is not the matter but somebody who acts on it. The side is composed of what the verb does, the direction between its
object and the label, and the negation. Only what the label names itself may be the object: who must repair the coast
road says nothing of a toll on it.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Literal, NamedTuple

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.direction.against import is_against
from briefing.analysis.stance.direction.heads import is_aim
from briefing.analysis.stance.direction.labels import LabelReading, does_label, label_sign
from briefing.analysis.stance.direction.naming import named_by_core, named_by_operator
from briefing.analysis.stance.direction.paths import path_sign
from briefing.analysis.stance.words.lexicon import StanceLexicon
from briefing.analysis.stance.words.tokens import OBLIGATION, SUBJECTS, Token

_OBLIGING = frozenset({"need", "have", "ought"})
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "'d", "’d", "wo"})
_HOLDERS = frozenset({"i", "we", "he", "she", "it", "they"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no", "few"})
_OBJECTS = frozenset({"dobj", "pobj", "compound", "nmod", "poss", "amod", "prep", "conj", "xcomp"})
"""What leads from a verb to the noun that names the matter."""
_INTO = 4
"""How many steps may lie between them."""
_EMPTY = frozenset(
    {
        "add", "admit", "begin", "bring", "buy", "enter", "give", "hand", "hold", "make", "pay", "put", "require",
        "return", "secure", "send", "set", "start", "use",
    }
)  # fmt: skip
"""Verbs that keep the direction of too much to say what becomes of their object."""
_ALL = frozenset({"everything", "all", "anything", "whatever", "best", "utmost"})
"""What somebody does who does all to reach something ("do *everything* to stop the sale")."""
_TRYING = frozenset({"continue", "help", "seek", "strive", "try", "work"})
"""Verbs that say what an effort is made for."""
_BACKWARD = frozenset({"back", "down", "off", "aside"})
"""Adverbs that give a verb a sense of its own ("hand it *back*")."""


class Doing(NamedTuple):
    """What is to be done, or will be, to the matter."""

    kind: Literal["demand", "plan"]
    side: int
    """+1 for what the label names, -1 against it."""
    words: str


def read_doing(root: Token, tokens: Sequence[Token], label: LabelReading, lexicon: StanceLexicon) -> Doing | None:
    """What the main predicate of a content obliges somebody to do to the matter, or announces that the holder does."""
    inside = {token.i for token in tokens}
    subject = next((child for child in root.children if child.dep_ in SUBJECTS and child.i in inside), None)
    if subject is None or {subject.lower_, *(child.lower_ for child in subject.lefts)} & _NOBODY:
        return None
    modal = next((c for c in root.children if c.dep_ == "aux" and c.lower_ in OBLIGATION | _FUTURE), None)
    verb = root
    if modal is None:
        aim = next((c for c in root.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)
        denied = any(child.dep_ == "neg" for child in root.children)
        if aim is None or root.lemma_ not in _OBLIGING or denied:
            return None
        modal, verb = root, aim
    verb = _aim_of(verb) or verb
    plan = modal.lower_ in _FUTURE
    if plan and subject.lower_ not in _HOLDERS:
        return None
    side = side_of_deed(verb, inside, label, lexicon)
    if not side:
        return None
    small = (child for child in verb.children if child.dep_ in {"neg", "prt"})
    words = " ".join(token.text for token in sorted({modal, *small, verb}, key=lambda token: token.i))
    return Doing("plan" if plan else "demand", side, words)


def read_command(root: Token, tokens: Sequence[Token], label: LabelReading, lexicon: StanceLexicon) -> Doing | None:
    """A demand without a subject ("*Stop* the dam!", "*Don't sell* the port")."""
    first = next((token for token in tokens if token.pos_ != "PUNCT"), None)
    small = {child.i for child in root.children if child.dep_ in {"aux", "neg", "intj", "advmod"}}
    if root.tag_ not in {"VB", "VBP"} or first is None or first.i not in {root.i, *small}:
        return None
    if any(child.tag_ in {"TO", "MD"} for child in root.children):
        return None
    side = side_of_deed(root, {token.i for token in tokens}, label, lexicon)
    return Doing("demand", side, root.text) if side else None


def _aim_of(verb: Token) -> Token | None:
    """What an effort is made for ("do everything *to stop* the sale", "try *to save* it")."""
    doing_all = verb.lemma_ == "do" and any(c.dep_ == "dobj" and c.lower_ in _ALL for c in verb.children)
    if not doing_all and verb.lemma_ not in _TRYING:
        return None
    return next((token for token in verb.subtree if token.i > verb.i and is_aim(token)), None)


def side_of_deed(verb: Token, inside: Container[int], label: LabelReading, lexicon: StanceLexicon) -> int:
    """Direction between what a verb does to its object and the label; 0 where it does nothing to the matter."""
    behind = [token for token in verb.subtree if token.i > verb.i and token.i in inside and _leads(verb, token)]
    named = named_by_operator(behind, label)
    core = [] if named is not None else named_by_core(behind, label)
    target = named or min(core, key=lambda token: (stem(token.text) not in label.matter, token.i), default=None)
    if target is None or any(c.lower_ in _BACKWARD and c.dep_ == "advmod" for c in verb.children):
        return 0
    own = 1 if named is not None else label_sign(label, stem(target.text))
    known = _known(verb, lexicon)
    if does_label(label, verb.lemma_) and target is not named:
        # What the label names as a deed is done here: what the verb itself turns round is in the label, too.
        return path_sign(target, _with_verb(verb, behind), lexicon.operators, []) * own
    if not known or (target is not named and stem(target.text) not in label.matter):
        return 0
    if target is not named and known > 0 and label.operator is not None and label.sign > 0:
        return 0  # to "start the trial" is not to extend it
    return path_sign(target, _with_verb(verb, behind), lexicon.operators, []) * own


def _with_verb(verb: Token, behind: Sequence[Token]) -> set[int]:
    small = {child.i for child in verb.children if child.dep_ in {"neg", "prt"}}
    return {verb.i, *small, *(token.i for token in behind)}


def _known(verb: Token, lexicon: StanceLexicon) -> int:
    """What a verb does to its object: -1 it ends it, +1 it brings it about or keeps it, 0 neither is known."""
    if is_against(verb, lexicon.operators):
        return -1
    lemma = verb.lemma_.casefold()
    return 1 if lexicon.operators.get(lemma) == 1 and lemma not in _EMPTY else 0


def _leads(verb: Token, token: Token) -> bool:
    """Whether a word belongs to the object of a verb: no other clause stands between."""
    for _ in range(_INTO):
        if token.head == verb:
            return token.dep_ in _OBJECTS or token.dep_ == "prt"
        if token.dep_ not in _OBJECTS and token.dep_ not in {"det", "nummod", "advmod", "neg"}:
            return False
        token = token.head
    return False
