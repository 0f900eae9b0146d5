"""A table of concepts in; what single statements are explicitly for or against, with the phrase that names it, out.

Who asks for, backs, rejects or promises something names the matter with the object of that attitude ("called for *an
exemption for hospitals*", "wants *the data to be deleted*"): no direction between words and label has to be guessed
then. What only points back ("the plan", "his demand"), names an actor, or is wanted less or not at all is no target:
its phrase would say something else than the statement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from briefing.analysis.entities.columns import Columns
from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.phrases import ANNOUNCING, Phrase, deeds_of, is_group, noun_phrases_of
from briefing.analysis.issues.words import GENERIC_STEMS
from briefing.analysis.lexicon.cues import load_cues

EXPLICIT = frozenset({"demand", "support", "opposition", "wish", "commitment", "refusal"})
"""Classes of cues whose object is what the holder is for or against."""
_WANTING = frozenset({"demand", "wish"})
_SAYINGS = frozenset(
    {"claim", "criticism", "demand", "wish", "opposition", "speech", "worry", "support", "denial", "refusal"}
)
"""Classes of nouns for somebody's words or view: they are about a matter and are none."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_LESSENING = frozenset(
    {"no", "neither", "not", "never", "less", "fewer", "half", "none", "little", "few", "hardly", "least", "zero"}
)
_CLAUSES = frozenset({"that", "for", "to"})
"""What opens a clause that says what is wanted; "if" and "because" open others."""
_ROOTS = 2


@dataclass(frozen=True, slots=True)
class Target:
    """What one statement is explicitly for or against."""

    statement: int
    """Place of the statement in the table."""
    concept: int
    """Concept of the noun that the target is about."""
    label: str
    """The phrase of the article that names it, with a capital."""
    core: frozenset[str]
    """Stems of the words before any complement: of "exemption for hospitals" that of "exemption"."""


def explicit_targets(table: ConceptTable, actors: Collection[str]) -> list[Target]:
    """The targets of the statements with an explicit attitude, in the order of the text.

    Args:
        actors: stems of the words in names of actors.
    """
    finder = _Finder(table, actors)
    found = (finder.target_of(number) for number in range(len(table.statements)))
    return [target for target in found if target is not None]


class _Finder:
    """Finds the targets of one table."""

    def __init__(self, table: ConceptTable, actors: Collection[str]) -> None:
        self._table = table
        self._columns = table.columns
        self._actors = actors
        self._fuller: dict[int, Phrase | None] = {}

    def target_of(self, number: int) -> Target | None:
        """The target of a statement, if it has one."""
        statement, columns = self._table.statements[number], self._columns
        if statement.cue_class not in EXPLICIT or statement.form == "direct":
            return None
        cue = statement.cue
        content = [
            token
            for token in self._table.contents[number]
            if cue is None or not cue.start <= columns.start[token] < cue.end
        ]
        found = self._heading(content, statement.cue_class in _WANTING)
        if found is None:
            return None
        noun, phrase = found
        words = frozenset(self._table.word_stems[token] for token in phrase.tokens[: phrase.core])
        return Target(number, int(self._table.concept[noun]), phrase.words[:1].upper() + phrase.words[1:], words)

    def _heading(self, content: Sequence[int], wanted: bool) -> tuple[int, Phrase] | None:
        """Noun and fullest phrase of what heads a content; who is to do something gives way to what he does.

        Args:
            wanted: whether the cue asks for something, so that a participle says what is to be done to it.
        """
        columns, inside = self._columns, set(content)
        roots = [token for token in content if columns.head[token] not in inside or columns.head[token] == token]
        for number, root in enumerate(roots[:_ROOTS]):
            if columns.pos[root] == "VERB":
                deed = self._deed(root, wanted=wanted)
                if deed is not None:
                    return deed
            elif columns.pos[root] == "NOUN":
                others = roots[number + 1 : number + 2]
                if any(self._is_passive(other) for other in others):
                    return self._deed(others[0], above=root)
                if not self._is_to_do(root, others):
                    return self._named(root, wanted)
        return None

    def _is_to_do(self, noun: int, others: Sequence[int]) -> bool:
        """Whether a noun is somebody, or who is to do what another root says ("urged *the council to* …")."""
        columns = self._columns
        able = load_cues().source_kind(columns.lemma[noun].casefold()) in {"persons", "bodies"}
        return is_group(columns, noun) or (able and any(columns.pos[other] == "VERB" for other in others))

    def _named(self, noun: int, wanted: bool) -> tuple[int, Phrase] | None:
        """The phrase of a noun, or the deed that it announces or suffers ("the *right to board ships*")."""
        columns = self._columns
        lemma = columns.lemma[noun].casefold()
        for child in columns.children[noun]:
            if columns.pos[child] != "VERB" or columns.dep[child] not in {"acl", "relcl"}:
                continue
            infinitive = any(columns.tag[word] == "TO" for word in columns.children[child])
            suffers = self._is_passive(child) if infinitive else wanted and columns.tag[child] == "VBN"
            if suffers or (infinitive and lemma in ANNOUNCING):
                return self._deed(child, above=noun if suffers else None)
        kind = load_cues().source_kind(lemma)
        if kind == "persons" or (kind == "bodies" and self._is_definite(noun)) or not self._may_be_matter(noun):
            return None
        phrase = _fullest(columns, [noun])
        if phrase is None or " " not in phrase.words:
            phrase = self._fuller_phrase(noun)
        return None if phrase is None else (noun, phrase)

    def _fuller_phrase(self, noun: int) -> Phrase | None:
        """The longest phrase that the article has for the concept of a bare noun ("the bounty")."""
        concept = int(self._table.concept[noun])
        if concept not in self._fuller:
            places = np.flatnonzero(self._table.concept == concept).tolist()
            phrase = _fullest(self._columns, [n for n in places if self._columns.pos[n] == "NOUN"])
            self._fuller[concept] = phrase if phrase is not None and " " in phrase.words else None
        return self._fuller[concept]

    def _deed(self, verb: int, above: int | None = None, wanted: bool = False) -> tuple[int, Phrase] | None:
        """What is to be done to what ("to *name* a *mediator*", "the *data* to be *deleted*"): the noun and the phrase.

        Args:
            above: the noun on which the verb hangs, which suffers the deed if the verb has no object of its own.
            wanted: whether a participle says what is to be done to its subject ("wants the *line reopened*").
        """
        columns = self._columns
        suffering = {"dobj", "nsubjpass"}
        if wanted and columns.tag[verb] in {"VBN", "VBD"}:
            suffering.add("nsubj")
        children = columns.children[verb]
        for child in children:
            beside = columns.dep[child] == "mark" and columns.lower[child] not in _CLAUSES
            if beside or columns.dep[child] == "neg" or columns.lower[child] in _LESSENING:
                return None
        nouns = [c for c in children if columns.dep[c] in suffering and columns.pos[c] == "NOUN"]
        noun = nouns[0] if nouns else above
        if noun is None or not self._may_be_matter(noun):
            return None
        phrase = max(deeds_of(columns, verb, noun), key=lambda p: len(p.words), default=None)
        return None if phrase is None else (noun, phrase)

    def _is_passive(self, verb: int) -> bool:
        """Whether a verb without a subject of its own says what is to be done to somebody else's noun."""
        columns = self._columns
        relations = {columns.dep[child] for child in columns.children[verb]}
        return columns.pos[verb] == "VERB" and "auxpass" in relations and "nsubjpass" not in relations

    def _may_be_matter(self, noun: int) -> bool:
        """Whether a noun can be what others are for or against: nobody's words, no actor, and not "less" of it."""
        columns = self._columns
        word = self._table.word_stems[noun]
        if self._table.concept[noun] < 0 or word in GENERIC_STEMS or word in self._actors:
            return False
        if {sense.cue_class for sense in load_cues().of("noun", columns.lemma[noun].casefold())} & _SAYINGS:
            return False
        before = [child for child in columns.children[noun] if child < noun]
        before += [below for child in before for below in columns.children[child]]
        return not any(columns.lower[token] in _LESSENING for token in before)

    def _is_definite(self, noun: int) -> bool:
        """Whether a noun means somebody or something known."""
        columns = self._columns
        return any(columns.dep[c] in {"det", "poss"} and columns.lower[c] in _DEFINITE for c in columns.children[noun])


def _fullest(columns: Columns, nouns: Iterable[int]) -> Phrase | None:
    """The longest phrase of some nouns."""
    return max((p for noun in nouns for p in noun_phrases_of(columns, noun)), key=lambda p: len(p.words), default=None)
