"""The tokens of a content in; the places of those that something is only compared with out.

"It is *like a strike*", "worse *than closing the school*", "as harmful *as the toll*": what something is measured
against is known to be good or bad, and nothing is said for or against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.analysis.stance.words.tokens import VERBAL, Token

_COMPARING = frozenset({"than", "as", "like"})
_LIKENING = frozenset({"be", "become", "feel", "look", "seem", "sound", "amount", "hurt", "work", "act"})
"""Verbs that say by "like" what something is; other words give an example by it ("*measures* like a toll")."""
_PLACES = frozenset({"soon", "long", "well", "far", "many", "few", "often", "early", "late"})
"""What "as … as" makes another word of ("as *well* as", "as *soon* as")."""
_AMOUNTS = frozenset({"more", "less", "fewer", "other", "rather", "sooner", "earlier", "later", "longer"})
"""What "than" bounds or prefers by, if it stands right before it ("no *more* than a toll", "*rather* than a toll")."""
_NONE = frozenset({"nothing", "nobody", "no", "none", "never", "hardly", "little", "few", "what", "who"})
"""Subjects that make the last word of a comparison ("*nothing* is worse than a strike")."""
_STEPS = 4
"""How many words above a comparison may tell that it denies all others."""


def compared(tokens: Sequence[Token], comparing: bool = False) -> frozenset[int]:
    """The places of all words that stand behind "than", "as" or "like", with these.

    Args:
        comparing: whether the cue compares ("*likened* | the levy to a fine"), so that "to" and "with" measure, too.
    """
    if comparing:
        measure = next((n for n, t in enumerate(tokens) if n and t.lower_ in {"to", "with"} and t.tag_ == "IN"), None)
        return frozenset(token.i for token in tokens[measure:]) if measure is not None else frozenset()
    if not any(token.lower_ in _COMPARING for token in tokens):
        return frozenset()
    inside = {token.i for token in tokens}
    found = (place for token in tokens if _compares(token) for place in _behind(token))
    return frozenset(found) & inside


def _compares(word: Token) -> bool:
    """Whether a word measures what is said against what stands behind it."""
    head = word.head
    if word.lower_ not in _COMPARING or word.dep_ not in {"prep", "mark"} or _is_beyond_compare(head):
        return False
    if word.lower_ == "like":
        return word.dep_ == "prep" and head.pos_ in VERBAL and head.lemma_ in _LIKENING
    before = word.doc[word.i - 1] if word.i else word
    if word.lower_ == "than":
        return _is_graded(before) and not any(child.pos_ == "NUM" for child in word.children)
    measured = head if head.lower_ != "as" else head.head
    first = any(child.lower_ == "as" and child.i < word.i for child in measured.children)
    return first and measured.lower_ not in _PLACES and measured.pos_ in {"ADJ", "ADV"}


def _is_graded(word: Token) -> bool:
    """Whether a word stands in the comparative, or is what there is more of ("*worse*", "more *damage*")."""
    if word.lower_ in _AMOUNTS:
        return False
    return word.tag_ in {"JJR", "RBR"} or any(child.tag_ in {"JJR", "RBR"} for child in word.children)


def _is_beyond_compare(word: Token) -> bool:
    """Whether what is compared is nothing at all."""
    for _ in range(_STEPS):
        if any(child.lower_ in _NONE and child.dep_ == "det" for child in word.children):
            return True  # "*no* better way than a levy"
        subjects = [child for child in word.children if child.dep_ == "nsubj"]
        if subjects or word.head == word:
            return any({t.lower_ for t in (subject, *subject.children)} & _NONE for subject in subjects)
        word = word.head
    return False


def _behind(word: Token) -> Iterator[int]:
    yield word.i
    for child in word.rights:
        yield from (token.i for token in child.subtree)
