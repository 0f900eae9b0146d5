"""A content with the label of its issue in; the side that its main clause takes by what it says of the matter out.

"The sanctions *must stay*", "the ban *is unworkable*", "there *will be no* ceasefire", "the levy *would hurt* farmers":
the cue is neutral, the subject of the clause is the matter itself, and the predicate demands, judges or refuses it. The
side is composed of the direction between the subject and the label and of the sign of the predicate. A clause about
something else says nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.direction.against import SHUT, is_against, is_gone
from briefing.analysis.stance.direction.labels import LabelReading, does_label, label_sign, names_operator
from briefing.analysis.stance.direction.naming import named_by_core, named_by_operator, shared_deed
from briefing.analysis.stance.direction.paths import path_sign
from briefing.analysis.stance.statement.doing import Doing, read_command, read_doing
from briefing.analysis.stance.statement.evaluate import is_almost, sign_of
from briefing.analysis.stance.statement.own import POINTING
from briefing.analysis.stance.words.attitudes import negation_before
from briefing.analysis.stance.words.lexicon import DEMANDING, StanceLexicon
from briefing.analysis.stance.words.tokens import OBLIGATION, VERBAL, Token, has_object, is_passive, text_of

Kind = Literal["demand", "judgement", "refusal", "plan"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_OBLIGING = frozenset({"need", "have", "ought", "deserve"})
"""Verbs that oblige through an infinitive ("has to end")."""
_GOT = "got"
"""Obliges like "have" ("have *got* to go"); another form of the verb permits."""
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "can", "could", "must"})
_WILL = frozenset({"will", "would", "'ll", "’ll", "wo"})
_LASTING = frozenset(
    {"stay", "remain", "continue", "last", "proceed", "happen", "begin", "start", "resume", "go", "be", "succeed"}
)
"""Verbs that leave it to their complement what becomes of their subject; alone they say that it goes on."""
_STAYING = frozenset({"stay", "remain", "be"})
_ENDED = frozenset(
    {"closed", "shut", "banned", "blocked", "suspended", "over", "off", "forbidden", "illegal", "frozen"}
)
_PRONOUNS = frozenset({"this", "that"})
"""Bare subjects that point to the matter; "it" may be anything."""
_NAMING = 8
"""How many words at the start of a content without a verb may name the matter."""
_OTHERWISE = frozenset({"elsewhere", "later", "instead"})
"""What makes another matter of a demand ("should be built *elsewhere*")."""
_RISING = frozenset({"raise", "increase", "expand", "widen"})
"""What labels do to a thing that "should stay" as it is."""
_MEANS = frozenset({"money", "cash", "fund", "million", "billion"})
"""What a matter would need, and something else could have ("the *money* for the dam should go to schools")."""
_LEADING = frozenset({"aux", "auxpass", "neg", "preconj"})
"""What stands before a predicate and belongs to it ("was *neither* needed nor wanted")."""
_NO_MORE = frozenset({"only", "merely", "just", "simply"})
_EXCEPT = re.compile(r"\W*(?:anything|everything|all) (?:but|except|other than)\b", re.IGNORECASE)
"""A subject that is everything else than the matter ("*anything but* a ban would be welcome")."""
_CONDITIONS = frozenset({"if", "unless", "until", "once", "provided", "when", "whenever", "while", "without"})


@dataclass(frozen=True, slots=True)
class Clause:
    """What the main clause of a content says of the matter."""

    kind: Kind
    side: int
    """+1 for what the label names, -1 against it."""
    words: str
    sure: bool = True
    """Whether the subject is what the label names, or does something to it; else the label alone turns the side."""
    done: bool = False
    """Whether the subject is a deed ("*lifting the ban* would be a mistake")."""


def read_clause(
    tokens: Sequence[Token],
    label: LabelReading,
    lexicon: StanceLexicon,
    called: bool = False,
    insisting: bool = False,
) -> Clause | None:
    """The side of the main clause, or None where it is not about the matter or takes no side.

    Args:
        called: whether the cue says what something is called, so that the content needs no verb.
        insisting: whether the cue stands by what it tells, so that what *will* be is wanted.
    """
    inside = {token.i for token in tokens}
    if any(token.lower_ in _CONDITIONS and not _is_at_once(token) for token in tokens):
        return None
    root = next((t for t in tokens if t.pos_ in VERBAL and (t.head == t or t.head.i not in inside)), None)
    if root is None:
        return _named_as(tokens, label, lexicon) if called else None
    if any(child.dep_ == "expl" for child in root.children):
        return _refusal(root, inside, label, lexicon)
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS and c.i in inside), None)
    if subject is None:
        return _clause_of(read_command(root, tokens, label, lexicon))
    phrase = [t for t in subject.subtree if t.i in inside]
    if len(phrase) == 1 and subject.lower_ in _PRONOUNS:
        return _demand(root, 1, lexicon) or _judgement(root, inside, 1, lexicon)
    if any(child.lower_ in _OTHERWISE for child in root.children):
        return None
    about = _about(phrase, label, lexicon)
    if about == 0:
        return _clause_of(read_doing(root, tokens, label, lexicon))
    side = -about if _is_kept_back(root, phrase, label) else about
    found = _demand(root, side, lexicon, insisting) or _judgement(root, inside, about, lexicon)
    return None if found is None else _with_subject(found, phrase, label)


def _clause_of(doing: Doing | None) -> Clause | None:
    return Clause(doing.kind, doing.side, doing.words) if doing is not None else None


def _with_subject(found: Clause, phrase: Sequence[Token], label: LabelReading) -> Clause:
    """The same clause, with what its subject tells of how sure it is."""
    target = _named(phrase, label)
    turned = target is not None and not names_operator(label, target.text) and label_sign(label, stem(target.text)) < 0
    done = any(token.dep_ == "csubj" and token.tag_ == "VBG" for token in phrase)
    return replace(found, sure=done or not turned, done=done)


def _is_kept_back(root: Token, phrase: Sequence[Token], label: LabelReading) -> bool:
    """Whether a clause says that stays where it is what the label sells or moves ("the port should *stay* public")."""
    verbs = {root.lemma_, *(child.lemma_ for child in root.children if child.dep_ == "xcomp")}
    changed = not shared_deed(phrase, label) or (label.operator in _RISING and named_by_operator(phrase, label) is None)
    return changed and bool(verbs & _STAYING - {"be"})


def _is_at_once(word: Token) -> bool:
    """Whether a "without" only says how soon ("should go ahead *without delay*")."""
    return word.lower_ == "without" and any(child.lower_ in {"delay", "hesitation"} for child in word.children)


def _named_as(tokens: Sequence[Token], label: LabelReading, lexicon: StanceLexicon) -> Clause | None:
    """ "(called) the ban unworkable": a content without a verb names the matter and what it is called."""
    target = _named(tokens[:_NAMING], label)
    nouns = [n for n, token in enumerate(tokens) if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    if not nouns:
        return None
    end = nouns[0] + 1 if target is None else 1 + tokens.index(_headed(target, tokens))
    about = _about(tokens[:end], label, lexicon)
    if about == 0:
        return None
    signs, words = _judging(text_of(tokens[end:]), lexicon)
    return Clause("judgement", about * signs.pop(), words) if len(signs) == 1 else None


def _headed(target: Token, tokens: Sequence[Token]) -> Token:
    """The noun that a word which names the matter belongs to ("the *tram* line")."""
    return target.head if target.dep_ == "compound" and target.head in tokens else target


def _judging(text: str, lexicon: StanceLexicon, until: int | None = None) -> tuple[set[int], str]:
    """The signs of the judging words of a text, each turned round by a negation in front of it, and the words.

    Args:
        until: the place in the text before which they must begin ("*holds* water").
    """
    signs, found, end = set(), [], 0
    for hit in lexicon.evaluations.hits(text):
        if is_almost(hit, text):
            continue
        if hit.group not in DEMANDING and hit.start >= end and (until is None or hit.start < until):
            signs.add(sign_of(hit, text) * (-1 if negation_before(text, hit.start) else 1))
            found.append(hit.words)
            end = hit.end if " " in hit.words else end  # "more *harm* than good" is one judgement
    return signs, ", ".join(dict.fromkeys(found))


def _named(phrase: Sequence[Token], label: LabelReading) -> Token | None:
    """The word by which a phrase names the matter: the label's own operator, else the first word of its core."""
    core = [token for token in named_by_core(phrase, label) if not _is_in_another_name(token, label)]
    return named_by_operator(phrase, label) or min(core, key=lambda t: t.i, default=None)


def _is_in_another_name(word: Token, label: LabelReading) -> bool:
    """Whether a word is part of the name of something else ("the air on *Bridge* Street" is not the bridge)."""
    head = word.head
    named = word.pos_ == head.pos_ == "PROPN" and word.dep_ == "compound"
    return named and word.i < head.i and stem(head.text) not in label.core


def _about(phrase: Sequence[Token], label: LabelReading, lexicon: StanceLexicon) -> int:
    """Direction between the subject and the label; 0 where the subject is something else."""
    target = _named(phrase, label)
    if target is None:
        pointing = len(phrase) > 1 and POINTING.match(text_of(phrase))
        return 1 if pointing else 0
    if any((token.lemma_ in _MEANS and token != target) or token.lower_ == "who" for token in phrase):
        return 0
    own = label_sign(label, stem(target.text)) if stem(target.text) in label.core else 1
    if _EXCEPT.match(text_of(phrase)):
        own = -own
    doing = next((t for t in phrase if t.tag_ == "VBG" and t.dep_ == "csubj"), None)
    beside = doing is not None and target in doing.subtree and target != doing and not _names_itself(doing, label)
    keeps = doing is not None and not does_label(label, doing.lemma_) and lexicon.operators.get(doing.lemma_) == 1
    if doing is not None and beside and keeps:
        kept = doing.lemma_ in _STAYING and not shared_deed(phrase, label)
        return -1 if kept else 0  # "keeping the port" is no sale of it
    return path_sign(target, {t.i for t in phrase}, lexicon.operators, []) * own


def _names_itself(doing: Token, label: LabelReading) -> bool:
    return any(stem(token.text) in label.matter for token in doing.subtree)


def _refusal(root: Token, inside: set[int], label: LabelReading, lexicon: StanceLexicon) -> Clause | None:
    """ "There will be no ceasefire": the future of the matter is denied."""
    thing = next((c for c in root.children if c.dep_ in {"attr", "dobj"} and c.i in inside), None)
    modal = next((c for c in root.children if c.dep_ == "aux" and c.lower_ in _FUTURE), None)
    if thing is None or modal is None:
        return None
    denial = next((c for c in (*thing.children, *root.children) if c.lower_ in {"no", "never", "not"}), None)
    phrase = [t for t in thing.subtree if t.i in inside and t != denial]
    about = _about(phrase, label, lexicon) if _named(phrase, label) is not None else 0
    if about == 0 or denial is None:
        return None
    return Clause("refusal", -about, f"{modal.text} {root.text} {denial.text}")


def _demand(root: Token, about: int, lexicon: StanceLexicon, insisting: bool = False) -> Clause | None:
    """ "Must stay", "should be lifted", "has to end": the predicate says what is to become of the matter."""
    obliging = OBLIGATION | _WILL if insisting else OBLIGATION
    modal = next((c for c in root.children if c.dep_ == "aux" and c.lower_ in obliging), None)
    verb = root
    if modal is None:
        verb = next((c for c in root.children if c.dep_ == "xcomp" and c.pos_ in VERBAL), root)
        if (root.lemma_ not in _OBLIGING and root.lower_ != _GOT) or verb is root:
            return None
        modal = root
    sign = _becomes(verb, lexicon)
    if sign == 0:
        return None
    negated = any(c.dep_ == "neg" for c in (*root.children, *verb.children))
    small = (c for c in verb.children if c.dep_ in {"neg", "auxpass", "acomp"})
    words = " ".join(token.text for token in sorted({modal, *small, verb}, key=lambda token: token.i))
    return Clause("demand", about * sign * (-1 if negated else 1), words)


def _becomes(verb: Token, lexicon: StanceLexicon) -> int:
    """What a verb makes of its subject: +1 it comes or stays, -1 it ends, 0 neither is said."""
    if is_gone(verb):
        return -1
    if verb.lemma_ in _STAYING and any(c.dep_ == "prep" and c.lower_ in SHUT for c in verb.children):
        return -1  # "must stay *out* of the centre"
    if verb.lemma_ == "become":
        return 1 if any(child.lower_ in {"law", "reality", "permanent"} for child in verb.children) else 0
    if verb.lemma_ in _LASTING:
        state = next((c for c in verb.children if c.dep_ in {"acomp", "attr", "advmod", "prt", "oprd"}), None)
        if state is not None and (state.lower_ in _ENDED or is_against(state, lexicon.operators)):
            return -1
        if state is not None and state.dep_ == "attr":
            return 0  # "must remain a last resort"
        return 1 if verb.lemma_ != "be" else 0
    if has_object(verb):
        return 0
    if is_against(verb, lexicon.operators):
        return -1
    return 1 if is_passive(verb) and lexicon.operators.get(verb.lemma_.casefold()) == 1 else 0


def _judgement(root: Token, inside: set[int], about: int, lexicon: StanceLexicon) -> Clause | None:
    """ "Is unworkable", "would hurt farmers": the verb itself judges, or its complement does."""
    if root.lemma_ != "be" and any(c.lower_ in _NO_MORE and c.dep_ == "advmod" for c in root.children):
        return None  # "would *only* help big farms"
    complements = [c for c in root.children if c.dep_ in {"acomp", "attr", "oprd"} and c.i in inside]
    last = complements[-1] if complements else root
    if not complements and root.lemma_ in {"be", "go", "come"}:  # "is *out of the question*", "goes *too far*"
        last = next((c.right_edge for c in root.children if c.dep_ in {"prep", "advmod"} and c.i > root.i), root)
    first = min([root.i, *(c.i for c in root.children if c.dep_ in _LEADING)])
    words = [t for t in root.sent if t.i >= first and t.i in inside]
    text = text_of(words)
    until = len(text_of(token for token in words if token.i <= last.i))
    signs, found = _judging(text, lexicon, until)
    return Clause("judgement", about * signs.pop(), found) if len(signs) == 1 else None
