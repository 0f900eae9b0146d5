"""The words of a content with the label of its issue in; the direction between the two out.

The content names the matter by the label's own operator ("the *ban*"), by a word of what the operator governs, by a
noun that points back ("the *plan*"), or not at all. From that word the direction is composed along the path of the
parse: each operator or negation above it turns it round.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.direction.content import NO_EFFECT, Content, CueEffect, take_apart
from briefing.analysis.stance.direction.endings import endings
from briefing.analysis.stance.direction.heads import deputies, is_aim
from briefing.analysis.stance.direction.keeping import keeping_head, kept_back
from briefing.analysis.stance.direction.labels import LabelReading, label_sign
from briefing.analysis.stance.direction.naming import named_by_core, named_by_operator, shared_deed
from briefing.analysis.stance.direction.opening import LESSENED, opened
from briefing.analysis.stance.direction.paths import path_sign
from briefing.analysis.stance.direction.relation import Origin, Relation
from briefing.analysis.stance.words.lexicon import StanceLexicon
from briefing.analysis.stance.words.tokens import PARTNERS, Token

_PERSONS = frozenset({"him", "her", "them", "me", "us", "he", "she"})
_ACTORS = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_BARE = 2
_BESIDE = frozenset({"in", "by", "until", "before", "beyond", "during"})
"""What may follow a delay or an exception without saying of what it is ("any delay *in* her budget")."""
_ANY = frozenset({"any", "further", "more", "another"})
_LATER = frozenset({"later"})
"""What puts off by itself what it is said of."""
_SPURNING = frozenset({("instead", "of"), ("rather", "than")})
_BORDERS = frozenset({".", ";", ",", ":", "—", "–"})


def relate(
    tokens: Sequence[Token], label: LabelReading, lexicon: StanceLexicon, cue: CueEffect = NO_EFFECT
) -> Relation:
    """Relate a content, given by its words in their order, to a label."""
    content = take_apart(tokens, cue)
    head = content.head
    named = named_by_operator(tokens, label)
    shared = named_by_core(tokens, label)
    target = named or min(shared, key=lambda token: _depth(token, content.inside), default=None)
    if named is not None:
        found = _along_path(content, named, 1, lexicon, cue)
    elif target is not None:
        found = _along_path(content, target, label_sign(label, stem(target.text)), lexicon, cue)
        found = _left_as_it_is(found, content, label)
    else:
        found = opened(content, label, lexicon, cue.felt)
    words, origin = _turning(found, content, target, label, lexicon)
    return Relation(
        sign=found.sign,
        words=words,
        elsewhere=found.elsewhere,
        absolute=found.absolute,
        spurned=found.spurned,
        origin=origin,
        overlap=len(shared) + (named is not None),
        claim=head is not None and head.pos_ == "NOUN" and head.lemma_.casefold() in lexicon.claims,
        rival=_rival(tokens, head, target),
        lessens=_lessens(tokens) and label.operator not in lexicon.lessening,
        about_actor=head is not None and _is_actor(head, content.inside, label),
    )


def _along_path(content: Content, target: Token, own: int, lexicon: StanceLexicon, cue: CueEffect) -> Relation:
    """The direction of a word that names the matter.

    Args:
        own: the direction of the label towards the word; where it is against, the label itself turns it round.
    """
    words: list[str] = []
    sign = own * path_sign(target, content.free, lexicon.operators, words, cue.felt)
    by_label = own < 0
    if by_label and words and words[-1].casefold() in lexicon.lessening:
        sign, by_label = -1, False  # "an exemption for diesel cars" takes from the ban on them
    for ending in endings(target, content, cue.wanted, lexicon):
        sign = -sign
        words.append(ending.text)
    spurned, border = _spurned(content.tokens, target, cue.preferred)
    if spurned:
        words = []
        behind = {i for i in content.free if i > border}
        sign = -own * path_sign(target, behind, lexicon.operators, words)
        words.append(spurned)
    return Relation(sign, tuple(words), "label" if by_label else "", spurned=bool(spurned))


def _left_as_it_is(found: Relation, content: Content, label: LabelReading) -> Relation:
    """The direction where what the label does something to is named and nothing is said to be done to it: a delay of
    it may be longer, and a thing that would be sold may be kept."""
    if found.words:
        return found
    if label.operator in LESSENED:
        put_off = (t for t in content.tokens if t.lower_ in _LATER and t.dep_ == "advmod" and t.head in content.roots)
        if (later := next(put_off, None)) is not None:
            return replace(found, sign=1, words=(later.text,), origin="")
    if not shared_deed(content.tokens, label) and (kept := kept_back(content.tokens, content.roots)) is not None:
        return replace(found, sign=-found.sign, words=(kept.text,))
    return found


def _turning(
    found: Relation, content: Content, target: Token | None, label: LabelReading, lexicon: StanceLexicon
) -> tuple[tuple[str, ...], Origin]:
    """The words that turn a direction, and where it comes from, of which is known whether the label turns it round.

    Args:
        target: the word that names the matter, if any does.
    """
    if not found.words and not found.origin:
        return (), ""
    if found.words and found.origin == "label":
        return found.words, "both"
    standing = deputies(content, lexicon.operators)
    itself = target is not None and stem(target.text) in label.matter
    keeping = keeping_head([*content.roots, *(standing if itself else ())], content.tokens)
    words = found.words or ((keeping.text,) if keeping is not None else ())
    if not words:
        return (), found.origin
    heads = (keeping or _below_attitude(content), *filter(is_aim, content.roots), *standing)
    return words, "head" if words[-1] in {head.text for head in heads if head is not None} else "path"


def _spurned(tokens: Sequence[Token], target: Token, preferred: bool) -> tuple[str, int]:
    """The words that set the target back behind something else ("a tax *instead of* the toll"), and where they end."""
    found, border = "", -1
    for number, (first, second) in enumerate(pairwise(tokens)):
        if second.i >= target.i:
            break
        thing_before = number > 0 and tokens[number - 1].pos_ in {"NOUN", "PROPN"}
        if thing_before and (first.lower_, second.lower_) in _SPURNING:
            found, border = f"{first.text} {second.text}", second.i
        elif preferred and thing_before and _sets_back(first):
            found, border = first.text, first.i
        elif second.text in _BORDERS:
            found, border = "", -1
    return found, border


def _sets_back(word: Token) -> bool:
    """Whether a word stands between what is preferred and the rest ("buses *to* the toll", "*than* pay the toll")."""
    return word.lower_ == "than" or (word.lower_ in {"to", "over"} and word.dep_ == "prep")


def _rival(tokens: Sequence[Token], head: Token | None, target: Token | None) -> str:
    """The word "instead", unless the target is what heads the content or the object of its head."""
    instead = next((n for n, token in enumerate(tokens) if token.lower_ == "instead"), None)
    if instead is None or any(token.lower_ == "of" for token in tokens[instead + 1 : instead + 2]):
        return ""
    if target is not None and (target == head or (target.head == head and target.dep_ in PARTNERS)):
        return ""
    return tokens[instead].text


def _below_attitude(content: Content) -> Token | None:
    """What heads a content apart from its attitude ("voted to *reject* it")."""
    head = content.head
    if head is None or not content.is_attitude(head):
        return head
    aims = (child for child in head.children if child.dep_ == "xcomp" or (child.dep_ == "advcl" and is_aim(child)))
    return next(aims, head)


def _lessens(tokens: Sequence[Token]) -> bool:
    """Whether a content is "any delay" or "another exception", with no more than when or where."""
    words = [token.lower_ for token in tokens[: _BARE + 1]]
    if len(words) < _BARE or words[0] not in _ANY or tokens[1].lemma_.casefold() not in LESSENED:
        return False
    return len(words) == _BARE or words[_BARE] in _BESIDE


def _is_actor(head: Token, inside: Container[int], label: LabelReading) -> bool:
    objects = [c for c in head.children if c.dep_ == "dobj" and c.i in inside] if head.pos_ == "VERB" else [head]
    return any(
        token.lower_ in _PERSONS
        or (token.pos_ == "PROPN" and token.ent_type_ in _ACTORS and stem(token.text) not in label.stems)
        for token in objects[:1]
    )


def _depth(token: Token, inside: Container[int]) -> int:
    depth = 0
    while token.head != token and token.head.i in inside:
        token = token.head
        depth += 1
    return depth
