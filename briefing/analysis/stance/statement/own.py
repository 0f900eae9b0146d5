"""A content with its source in; the attitudes that the content states as the holder's own out.

"She said *she supported the mission*", "we will not accept the toll", "his party would vote for the draft": the cue is
neutral, and the predicate inside the content says the side. It counts only where its subject is the holder: I or we;
he, she, it or they outside quotation marks; something of theirs; or the name of the source.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence, Set
from dataclasses import dataclass

from briefing.analysis.issues.words import STOP, stem
from briefing.analysis.stance.direction.against import is_against
from briefing.analysis.stance.direction.labels import LabelReading, label_sign, names_itself, names_operator
from briefing.analysis.stance.direction.paths import path_sign
from briefing.analysis.stance.words.attitudes import Found, find_attitude
from briefing.analysis.stance.words.lexicon import StanceLexicon
from briefing.analysis.stance.words.tokens import SUBJECTS, VERBAL, Token, text_of

POINTING = re.compile(
    r"^\W*(?:(?:with|to|for|of|on|about|against|from) )?(?:it|that|this|them|these|those|(?:both|all) of them|"
    r"(?:the|that|this|these|those|such an?|his|her|its|their) (?:whole |entire |latest |new )?"
    r"(?:idea|plan|deal|scheme|proposal|bill|draft|measure|move|offer|project|agreement|motion|text|package|step|"
    r"change|reform|policy|decision|ruling|law|order|suggestion|recommendation|request|demand|call)s?)"
    r"(?: (?:\w+ly|outright|too|all|either|altogether|at once|in full|in principle|out|off|down|up))*\W*$",
    re.IGNORECASE,
)
"""A content that only points to something named before."""
_FIRST = frozenset({"i", "we", "my", "our"})
_THIRD = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})
_REACH = 9
"""How many tokens behind its verb an attitude may still stand ("would, he said, vote for")."""
_PHRASE = 4
"""How far behind its verb it may end ("*fight tooth and nail for*")."""
_OBJECT = 8
"""How many words behind an attitude may point back."""
_OBJECTS = frozenset({"dobj", "pobj"})
_SMALL = frozenset(
    {
        "to", "the", "a", "an", "any", "all", "that", "attempt", "attempts", "bid", "bids", "move", "moves", "effort",
        "efforts",
    }
)  # fmt: skip
"""Words that may stand before what turns round ("any *attempt* to lift the ban")."""
_SEEING = frozenset({"see", "have"})
"""Verbs whose object has something done to it ("wants to *see* the ban lifted")."""
_NEAR = 5
"""How far behind the first word of a rest the matter may be named."""
_KEEPING = frozenset({"keep", "save", "preserve", "maintain", "retain", "reopen"})
"""What turns a label round that names an end ("fight to *keep* the ward open")."""
_POINTING_PRONOUNS = frozenset({"it", "this", "that", "them", "these", "those"})
"""Objects that point back whatever is said behind them ("would repeal *it* within a year")."""
_BORDER = frozenset({";", ":", "—", "–", "but", "because", "if", "unless", "provided"})

_CONDITIONS = frozenset({"if", "once", "provided", "providing", "unless", "until", "only", "long", "condition"})
_WOULD = re.compile(r"\bwould\b", re.IGNORECASE)
"""Reported speech tells "will" as "would": without a condition "she would back it" is a plain intention."""


@dataclass(frozen=True, slots=True)
class OwnAttitude:
    """An attitude of the holder inside a content."""

    found: Found
    relation: int
    """Direction between what it is about and the label: +1 the same, -1 opposite, 0 nothing links them."""
    pointing: bool
    """Whether what it is about only points to something named before."""
    quoted: bool
    """Whether it is the holder's literal word."""
    turned: bool = False
    """Whether what it is about begins with what turns it round ("no plans to *lift* the ban")."""


def find_own_attitudes(
    tokens: Sequence[Token], names: Set[str], label: LabelReading, lexicon: StanceLexicon
) -> tuple[OwnAttitude, ...]:
    """The holder's own attitudes in the tokens of a content, in their order.

    Args:
        names: the words of the names of the holder and of the source, in lower case.
    """
    inside = {token.i for token in tokens}
    quoted = False
    found = []
    for token in tokens:
        if token.text in {"“", "”", '"'}:
            quoted = token.text == "“" or (token.text == '"' and not quoted)
        elif token.dep_ in SUBJECTS and _is_holder(token, names, quoted):
            predicate = token.head
            for verb in (predicate, *(c for c in predicate.children if c.dep_ == "conj" and c.pos_ in VERBAL)):
                start = token.i + 1 if verb is predicate else verb.left_edge.i
                if verb.i in inside and verb.i >= start:
                    denied = (verb is not predicate and _shares_denial(predicate, verb)) or _is_no_way(token)
                    own = _read_predicate(start, verb, inside, label, lexicon, quoted, denied)
                    found += [own] if own else []
    return tuple(found)


def _is_holder(subject: Token, names: Set[str], quoted: bool) -> bool:
    words = {subject.lower_, *(child.lower_ for child in subject.children if child.dep_ == "poss")}
    if words & _FIRST or (not quoted and words & _THIRD):
        return True
    return any(_has_name(noun, names) for noun in (subject, *subject.conjuncts))


def _has_name(noun: Token, names: Set[str]) -> bool:
    """Whether a noun and its compound are all words of the names ("the *National* Party" is not the Labour Party)."""
    words = {noun.lower_, *(child.lower_ for child in noun.lefts if child.pos_ == "PROPN")}
    return noun.pos_ == "PROPN" and words <= names


def _is_no_way(subject: Token) -> bool:
    """Whether a clause tells what there is no way for ("there was *no way* they would accept it")."""
    before = [token.lower_ for token in subject.doc[max(0, subject.i - 3) : subject.i] if token.lower_ != "that"]
    return before[-2:] == ["no", "way"]


def _shares_denial(first: Token, second: Token) -> bool:
    """Whether a bare infinitive stands under the denied auxiliary before it ("*cannot* hide and *vote* for it")."""
    if second.tag_ != "VB" or any(child.dep_ in {"aux", "neg"} for child in second.children):
        return False
    return any(c.dep_ == "aux" for c in first.children) and any(c.dep_ == "neg" for c in first.children)


def _is_somebody_else(token: Token, verb: Token) -> bool:
    """Whether a word is the subject of a lower clause, and not the holder ("she says *teachers* want it")."""
    if token.i < verb.i or token.dep_ not in SUBJECTS or token.head == verb:
        return False
    return not _is_holder(token, set(), False)


def _has_condition(verb: Token, inside: Container[int]) -> bool:
    return any(token.i in inside and token.lower_ in _CONDITIONS for token in verb.sent)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _read_predicate(
    start: int,
    verb: Token,
    inside: Container[int],
    label: LabelReading,
    lexicon: StanceLexicon,
    quoted: bool,
    denied: bool,
) -> OwnAttitude | None:
    """The attitude that a predicate states from a token on, and how what is behind it stands to the label."""
    before = "not " if denied else ""
    words = _words_of_predicate(start, verb, inside)
    text = before + text_of(words)
    found = find_attitude(text, lexicon, with_object=True)
    if found and found.attitude.stance == "conditional" and not quoted and not _has_condition(verb, inside):
        found = find_attitude(_WOULD.sub(_blank, text), lexicon, with_object=True)
    if found is None:
        return None
    end = _last_within(words, found.end - len(before), verb.i)
    if end > verb.i + _PHRASE:
        return None
    rest = [token for token in verb.doc[end + 1 : verb.right_edge.i + 1] if token.i in inside]
    turned = _begins_with_turn(rest, label, lexicon)
    return OwnAttitude(found, _relation(rest, label, lexicon, found.sign != 0), points_back(rest), quoted, turned)


def _words_of_predicate(start: int, verb: Token, inside: Container[int]) -> list[Token]:
    """The words up to a verb, and behind it those of its own clause that may tell its attitude."""
    words = []
    for token in verb.doc[start : verb.i + _REACH]:
        if token.i > verb.i and (token.lower_ in _BORDER or (token.dep_ == "conj" and token.head == verb)):
            break
        # What is doubted says whether the doubt is a mere forecast ("she doubted that a deal was close").
        if verb.lemma_ != "doubt" and _is_somebody_else(token, verb):
            break
        if token.i in inside:
            words.append(token)
    return words


def _last_within(words: Sequence[Token], length: int, default: int) -> int:
    """The place of the last of some words that begins within so many characters."""
    last = default
    for token in words:
        if length <= 0:
            break
        length -= len(token.text_with_ws)
        last = token.i
    return last


def _relation(rest: Sequence[Token], label: LabelReading, lexicon: StanceLexicon, felt: bool) -> int:
    """Direction between what stands behind an attitude and the label."""
    behind = {token.i for token in rest}
    named = next((t for t in rest if names_operator(label, t.text)), None)
    if named is not None:
        return path_sign(named, behind, lexicon.operators, [], felt)
    shared = next((t for t in rest if stem(t.text) in label.core and t.lower_ not in STOP), None)
    if shared is None:
        return 0
    return path_sign(shared, behind, lexicon.operators, [], felt) * label_sign(label, stem(shared.text))


def _begins_with_turn(rest: Sequence[Token], label: LabelReading, lexicon: StanceLexicon) -> bool:
    """Whether the first word of a rest turns round what the label names right behind it."""
    first = next((token for token in rest if token.lower_ not in _SMALL), None)
    if first is None:
        return False
    if first.lemma_ in _SEEING:
        first = next((child for child in first.children if child.dep_ == "ccomp"), first)
        subject = next((child for child in first.children if child.dep_ in SUBJECTS), None)
        named = subject is not None and names_itself(label, subject.text)
        return named and is_against(first, lexicon.operators)
    below = [child for child in first.subtree if first.i < child.i <= first.i + _NEAR]
    named = any(names_itself(label, t.text) for t in below)
    return named and (is_against(first, lexicon.operators) or (label.sign < 0 and first.lemma_ in _KEEPING))


def points_back(rest: Sequence[Token]) -> bool:
    """Whether the object at the start of the rest of a predicate only points to something named before."""
    place = 1 if rest and rest[0].dep_ == "prep" else 0
    bare = rest[place : place + 1]
    if bare and bare[0].lower_ in _POINTING_PRONOUNS and bare[0].dep_ in _OBJECTS:
        return True
    return bool(POINTING.match(text_of(rest[:_OBJECT])))
