"""The words of a content in; those that by their place in it head it as well as its root does out.

"Calls *to scrap* it", "a ruling that *struck* it down", "him *for dropping* it", "that *ending* it would cost lives":
what is asked for, ruled, blamed or told of is what an attitude to the whole is about.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from briefing.analysis.stance.direction.content import Content
from briefing.analysis.stance.words.tokens import VERBAL, Token, is_passive

_RULINGS = frozenset(
    {
        "amendment", "bill", "decision", "decree", "judgment", "judgement", "law", "measure", "motion", "order",
        "proposal", "rule", "ruling", "verdict", "vote",
    }
)  # fmt: skip
"""What by itself does to a matter what is told of it ("a *ruling* that struck it down")."""
_SUITS = frozenset({"action", "appeal", "argument", "campaign", "case", "challenge", "lawsuit", "petition", "suit"})
"""What is brought against a matter."""
_ASKED = frozenset({"appeal", "bid", "call", "campaign", "demand", "plea", "push", "request"})
"""What asks for what stands behind its "for" ("*calls* for an end to the ban")."""
_PERCEIVING = frozenset({"see", "watch", "hear", "let", "have"})
"""Verbs whose object does something or has it done to it ("to *see* the sale stopped")."""
_COMING = frozenset({"come", "happen", "proceed", "materialise", "materialize"})
"""Verbs that say that their subject comes about."""


def deputies(content: Content, operators: Mapping[str, int]) -> list[Token]:
    """The words of a content that stand for its heads."""
    roots = content.roots
    denied = (child for root in roots if _comes(root, operators) for child in root.children if child.dep_ == "neg")
    left = (root for root in roots if root.lower_ == "out")  # "wants it *out* of the bill"
    return [*denied, *left, *_asked_or_done(roots, content.inside), *_supposed(content.tokens)]


def is_aim(verb: Token) -> bool:
    """Whether a verb stands in the infinitive of what something is done for ("sued in April *to stop* it")."""
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)


def _asked_or_done(roots: Sequence[Token], inside: Container[int]) -> list[Token]:
    """What the heads of a content ask for, rule, are blamed for or are told of ("calls *to scrap* it", "him *for
    dropping* it", "that *ending* it would cost lives")."""
    governed = [c for root in roots if root.dep_ == "prep" for c in root.children if c.i in inside]
    behind = [child for child in governed if child.dep_ == "pobj"]
    found = [child for child in governed if child.dep_ == "pcomp"]
    for root in (*roots, *behind):
        for child in (root, *root.children):
            if child.i not in inside:
                continue
            if is_aim(child) and (
                child.dep_ in {"acl", "relcl"} or (child.dep_ == "xcomp" and root.tag_ in {"VBZ", "NNS"})
            ):
                found += [child, *(c for c in child.children if c.dep_ == "neg")]
            elif child.dep_ == "relcl" and (root.lemma_ in _RULINGS or _is_told_of_people(child)):
                found += [child, *(c for c in child.children if c.lower_ == "against")]
            elif child.lower_ == "for" and child.dep_ == "prep":
                asked = {"pcomp", "pobj"} if root.lemma_ in _ASKED else {"pcomp"}
                aims = [word for word in child.children if word.dep_ in asked]
                found += [*aims, *(c for word in aims for c in word.children if c.dep_ == "neg")]
            elif root.lemma_ in _PERCEIVING and child.dep_ == "ccomp":
                found.append(child)
            elif child.lower_ == "against":
                found += [child] if root.lemma_ in _SUITS else []
            elif child.dep_ in {"csubj", "nsubj"} and root.pos_ in VERBAL:
                found.append(child)
    return found


def _supposed(tokens: Sequence[Token]) -> list[Token]:
    """What an "if" supposes, with its negation ("chaos if it is *scrapped*", "if it is *not* built")."""
    verbs = [t for t in tokens if t.dep_ == "advcl" and any(c.lower_ == "if" and c.dep_ == "mark" for c in t.children)]
    return [*verbs, *(child for verb in verbs for child in verb.children if child.dep_ == "neg")]


def _comes(verb: Token, operators: Mapping[str, int]) -> bool:
    """Whether a verb says that its subject comes about ("be *built*")."""
    return verb.lemma_ in _COMING or (is_passive(verb) and operators.get(verb.lemma_.casefold()) == 1)


def _is_told_of_people(verb: Token) -> bool:
    return any(child.lower_ == "who" for child in verb.children)
