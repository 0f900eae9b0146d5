"""The words of a content with the label of its issue in; the direction between the two out.

The content names the matter by the label's own operator ("the *ban*"), by a word of what the operator governs, by a
noun that points back ("the *plan*"), or not at all. From that word the direction is composed along the path of the
parse: each operator or negation above it turns it round.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from briefing.analysis.issues.words import STOP, stem
from briefing.analysis.stance.endings import endings
from briefing.analysis.stance.heads import deputies, is_aim
from briefing.analysis.stance.labels import LabelReading, label_sign, names_operator
from briefing.analysis.stance.lexicon import StanceLexicon
from briefing.analysis.stance.paths import SHUT, comes_to_nothing, is_against, path_sign
from briefing.analysis.stance.tokens import Token

_CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_PERSONS = frozenset({"him", "her", "them", "me", "us", "he", "she"})
_ACTORS = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_KEEPING = frozenset(
    {
        "keep", "keeping", "maintain", "retain", "preserve", "continue", "stay", "remain", "save", "open", "reopen",
        "restore", "reinstate",
    }
)  # fmt: skip
"""Heads of a content that by themselves turn a label round that names an end ("to keep the plant")."""
_KEPT = (_KEEPING - {"open", "keeping"}) | {"uphold", "spare", "extend", "return"}
"""What is against a matter that ends something, though it names nothing of it ("to *restore* the buses")."""
_STAYING = frozenset({"keep", "retain", "stay", "remain"})
_TRANSFERS = frozenset(
    stem(word)
    for word in (
        "sale", "selling", "sell-off", "privatisation", "privatization", "privatising", "privatizing", "takeover",
        "outsourcing", "relocation", "relocating", "move", "moving", "transfer", "renaming", "replacement", "replacing",
    )
)  # fmt: skip
"""What labels name that is done to something: who keeps that thing is against it."""
_SELLING = frozenset({"sell", "privatise", "privatize", "move", "relocate", "transfer", "rename", "replace"})
_SMALL = frozenset({"to", "that", "the", "a", "an"})
_UNDOING = frozenset({"mend", "open", "rebuild", "renew", "repair", "resume", "reverse"})
"""What undoes an end when it is done to something ("for the gates to be *opened*")."""
_OPENED = frozenset({"ccomp", "xcomp", "relcl", "acl", "pcomp"})
_POINTING_NOUNS = frozenset(
    {
        "plan", "bill", "deal", "scheme", "proposal", "draft", "measure", "project", "agreement", "reform", "policy",
        "decision", "decree", "ruling", "order", "move", "step", "directive", "law", "motion", "change",
    }
)  # fmt: skip
_OBSTACLES = frozenset({"condition", "demand", "objection", "opposition", "resistance", "veto", "blockade", "obstacle"})
"""What stands in the way of a matter: who wants it dropped says nothing against the matter."""
_BARE = 2
_BESIDE = frozenset({"in", "by", "until", "before", "beyond", "during"})
"""What may follow a delay or an exception without saying of what it is ("any delay *in* her budget")."""
_ANY = frozenset({"any", "further", "more", "another"})
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
_LESSENED = frozenset({"delay", "postponement", "pause", "exception", "exemption", "derogation", "waiver", "opt-out"})
_LATER = frozenset({"later"})
"""What puts off by itself what it is said of."""
_SPURNING = frozenset({("instead", "of"), ("rather", "than")})
_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass"})
_NOTHING = frozenset({"nothing", "none", "nobody"})
"""Objects that deny what is done to them ("that *nothing* be scrapped")."""
_BORDERS = frozenset({".", ";", ",", ":", "—", "–"})
_SPOKEN = 6
"""Among how many words of a content its attitude may stand ("has *so far* refused")."""
_OPENING = 3
"""How many words of a content are looked through for an operator where it names nothing of the label."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How a content stands to a label."""

    sign: int = 0
    """+1 the same direction, -1 opposite, 0 nothing in the words links them."""
    words: tuple[str, ...] = ()
    """The operators and negations that turn it."""
    origin: str = ""
    """Where the direction comes from: an operator at the "head" of the content, on the "path" to the shared word, the
    "label" alone, "both" an operator and the label, or "" where nothing turns it."""
    overlap: int = 0
    """How many content words of the label the content shares, its operator among them."""
    claim: bool = False
    """Whether the content is headed by a noun for somebody else's words ("the suggestion")."""
    rival: str = ""
    """The word that says that the content puts one thing in the place of another ("a fee *instead*")."""
    elsewhere: bool = False
    """Whether an operator is done to something that is neither named by the label nor points back."""
    absolute: bool = False
    """Whether an operator is done to what only points back ("*scrap* the plan") or lessens a matter."""
    spurned: bool = False
    """Whether the content puts something else before what the label names ("a tax *rather than* the toll")."""
    lessens: bool = False
    """Whether the content is nothing but a delay or an exception ("any delay"): of what, the article knows."""
    about_actor: bool = False
    """Whether the attitude is to somebody: a name or a personal pronoun heads the content or is the object of it."""


NO_RELATION = Relation()


def relate(
    tokens: Sequence[Token],
    label: LabelReading,
    lexicon: StanceLexicon,
    spoken: str = "",
    wanted: bool = False,
    opposed: bool = False,
    preferred: bool = False,
    felt: bool = False,
) -> Relation:
    """Relate a content to a label.

    Args:
        tokens: the words of the content, in their order.
        spoken: the words of the attitude where they are part of the content ("*opposed* the line"); they turn nothing.
        wanted: whether the cue asks for the content, so that a participle says what is to be done.
        opposed: whether the cue is against the content, so that an "against" in front belongs to it ("protested
            *against* the closure").
        preferred: whether the cue puts one thing before another ("prefers a fee *to* the toll").
        felt: whether the cue hopes for the content or is sorry about it ("hoped the toll *would fail*").
    """
    inside = {token.i for token in tokens}
    said = spoken.split()
    attitude = {token.i for token in tokens[:_SPOKEN] if token.text in said} if said else set()
    attitude |= {token.i for token in tokens[:1] if opposed and token.lower_ == "against"}
    roots = [token for token in tokens if (above := token.head).i not in inside or above == token]
    head = roots[0] if roots else None
    named = named_by_operator(tokens, label)
    shared = named_by_core(tokens, label)
    target = named or (min(shared, key=lambda token: _depth(token, inside)) if shared else None)
    words: list[str] = []
    sign, turned_by_label, spurned, elsewhere, absolute = 0, False, "", False, False
    if target is not None:
        own = 1 if target is named else label_sign(label, stem(target.text))
        sign = path_sign(target, inside - attitude, lexicon.operators, words, felt) * own
        turned_by_label = own < 0
        if turned_by_label and words and words[-1].casefold() in lexicon.lessening and target is not named:
            sign, turned_by_label = -1, False  # "an exemption for diesel cars" takes from the ban on them
        for ending in endings(target, inside, tokens, roots, wanted, lexicon):
            sign = -sign
            words.append(ending.text)
        spurned, border = _spurned(tokens, target, preferred)
        if spurned:
            words = []
            sign = -own * path_sign(target, {i for i in inside - attitude if i > border}, lexicon.operators, words)
            words.append(spurned)
    elif (turning := _opening_operator(tokens, head, attitude, lexicon)) is not None:
        words.append(turning.text)
        lessens = turning.lemma_.casefold() in lexicon.lessening and label.operator not in lexicon.lessening
        absolute = (
            lessens
            or _points_back(turning)
            or _is_against_it(turning)
            or (label.operator in _STATES and _governs_pronoun(turning))
        )
        absolute = absolute or (turning.lemma_ in _RESISTING and _is_done_to_it(turning))
        sign = -1 if absolute else -label.sign
        if felt and comes_to_nothing(turning.head, turning):
            sign = -sign
        if _is_denied(turning, inside - attitude, both=label.operator in _LESSENED and turning.lemma_ in _LESSENED):
            sign = -sign
        elsewhere = not absolute and turning.lemma_ not in _TURNING_DOWN and _is_done_to_a_thing(turning)
    elif label.sign < 0 and (kept := _kept(head, inside)) is not None:
        words.append(kept.text)
        lasting = label.operator in _STATES | _LESSENED and _governs_pronoun(kept)
        sign = 1 if lasting else -1  # "extend it" said of a ban keeps the ban
    if target is not None and target is not named and label.operator in _LESSENED and not words:
        later = next((t for t in tokens if t.lower_ in _LATER and t.dep_ == "advmod" and t.head in roots), None)
        if later is not None:
            sign, turned_by_label = 1, False
            words.append(later.text)
    transfer = target is not None and target is not named and not shared_deed(tokens, label)
    if transfer and not words and (kept := _kept_back(tokens, roots)) is not None:
        sign = -sign
        words.append(kept.text)
    itself = target is not None and stem(target.text) in label.matter
    keepers = [*roots, *(deputies(roots, tokens, lexicon.operators) if itself else ())]
    keeping = next((token for token in keepers if token.lemma_ in _KEEPING and not _keeps_out(token, tokens)), None)
    if turned_by_label and not words and keeping is not None:
        words, turned_by_label = [keeping.text], False
    top = keeping or _below_attitude(head, attitude)
    tops = {token.text for token in (*([top] if top is not None else []), *filter(is_aim, roots))}
    tops |= {token.text for token in deputies(roots, tokens, lexicon.operators)}
    by_words = "" if not words else "head" if words[-1] in tops else "path"
    return Relation(
        sign=sign,
        words=tuple(words),
        origin="both" if turned_by_label and by_words else "label" if turned_by_label else by_words,
        overlap=len(shared) + (named is not None),
        claim=head is not None and head.pos_ == "NOUN" and head.lemma_.casefold() in lexicon.claims,
        rival=_rival(tokens, head, target),
        elsewhere=elsewhere,
        absolute=absolute,
        spurned=bool(spurned),
        lessens=_lessens(tokens) and label.operator not in lexicon.lessening,
        about_actor=head is not None and _is_actor(head, inside, label),
    )


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
    if target is not None and (target == head or (target.head == head and target.dep_ in _OBJECTS)):
        return ""
    return tokens[instead].text


def _below_attitude(head: Token | None, attitude: set[int]) -> Token | None:
    """What heads a content apart from its attitude ("voted to *reject* it")."""
    if head is None or head.i not in attitude:
        return head
    aims = (child for child in head.children if child.dep_ == "xcomp" or (child.dep_ == "advcl" and is_aim(child)))
    return next(aims, head)


def shared_deed(tokens: Sequence[Token], label: LabelReading) -> bool:
    """Whether a content names a sale or a move that its label names; true of every label that names none."""
    return not label.matter & _TRANSFERS or any(stem(t.text) in _TRANSFERS or t.lemma_ in _SELLING for t in tokens)


def _kept_back(tokens: Sequence[Token], roots: Sequence[Token]) -> Token | None:
    """The word that keeps what would be sold or moved ("*keep* the port", "should *stay* in public hands")."""
    heads = [*roots, *(child for root in roots for child in root.children if child.dep_ in {"xcomp", "ccomp", "csubj"})]
    return next((t for t in heads if t.lemma_ in _STAYING and not _keeps_out(t, tokens)), None)


def _keeps_out(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether what is kept is an end ("kept the road *closed*", "stay *away*")."""
    return any(token.lower_ in SHUT and token.i > verb.i and token.dep_ not in {"amod", "nsubj"} for token in tokens)


def _kept(head: Token | None, inside: Container[int]) -> Token | None:
    """The verb that keeps something at the head of a content, or right below it ("to *keep* the doors open")."""
    if head is None:
        return None
    if head.lower_ == "for":
        head = next((child for child in head.children if child.dep_ == "pobj"), head)
    around = (head, *(child for child in head.children if child.dep_ in _OPENED and child.i in inside))
    verbs = (token for token in around if token.pos_ == "VERB" and (token.lemma_ in _KEPT or _is_undone(token)))
    return next((verb for verb in verbs if not _keeps_out(verb, list(verb.subtree))), None)


def _is_undone(verb: Token) -> bool:
    """Whether an end is undone ("for the gates to be *opened*")."""
    return verb.tag_ == "VBN" and verb.lemma_ in _UNDOING and any(c.dep_ == "auxpass" for c in verb.children)


def _lessens(tokens: Sequence[Token]) -> bool:
    """Whether a content is "any delay" or "another exception", with no more than when or where."""
    words = [token.lower_ for token in tokens[: _BARE + 1]]
    if len(words) < _BARE or words[0] not in _ANY or tokens[1].lemma_.casefold() not in _LESSENED:
        return False
    return len(words) == _BARE or words[_BARE] in _BESIDE


def named_by_operator(tokens: Sequence[Token], label: LabelReading) -> Token | None:
    """The first word of a content that is the operator of the label ("the *ban*"), if any."""
    if label.operator is None:
        return None
    named = (token for token in tokens if names_operator(label, token.text))
    return next((token for token in named if token.pos_ in _CONTENT_POS and token.lower_ not in STOP), None)


def named_by_core(tokens: Sequence[Token], label: LabelReading) -> list[Token]:
    """The first token for each stem of the label's core that the content shares, by stem."""
    found: dict[str, Token] = {}
    core = label.core
    for token in tokens if core else ():
        key = stem(token.text)
        if key in core and token.pos_ in _CONTENT_POS and token.lower_ not in STOP:
            found.setdefault(key, token)
    return [found[key] for key in sorted(found)]


def _opening_operator(
    tokens: Sequence[Token], head: Token | None, attitude: set[int], lexicon: StanceLexicon
) -> Token | None:
    said = (token for token in tokens if token.i not in attitude and token.lower_ not in _SMALL)
    opening = islice(said, _OPENING)
    candidates = (*opening, *([head] if head is not None else []))
    found = next((t for t in candidates if t.i not in attitude and is_against(t, lexicon.operators)), None)
    if found is not None and any(c.dep_ == "dobj" and c.lemma_.casefold() in _OBSTACLES for c in found.children):
        return None
    return found


def _governs_pronoun(operator: Token) -> bool:
    """Whether an operator is done to "it" ("*lift* it", "wants it *ended*")."""
    return any(child.lower_ in {"it", "them"} and child.dep_ in _OBJECTS for child in operator.children)


def _is_denied(operator: Token, inside: Container[int], both: bool) -> bool:
    """Whether nothing is to be ended or lessened ("that *nothing* be scrapped", "*no* exceptions").

    Args:
        both: whether the label lessens something, too, so that "no" leaves nothing of it.
    """
    below = [child for child in operator.children if child.i in inside]
    return any(c.dep_ == "neg" or (c.lower_ in _NOTHING and c.dep_ in _OBJECTS) for c in below) or (
        (both or operator.lemma_ in _LESSENED) and any(c.lower_ == "no" for c in below)
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
    around = [child for child in operator.children if child.dep_ in _OBJECTS]
    around += [operator.head] if operator.dep_ in {"acl", "amod"} else []
    return any(token.pos_ in {"NOUN", "PROPN"} for token in around)


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
