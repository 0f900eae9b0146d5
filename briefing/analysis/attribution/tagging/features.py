"""Parsed tokens and what the rules say about them in; hashed features of each token out.

A feature is a 32-bit key, mixed from the number of its template and the numbers of the strings it combines (a word, a
relation, a class of the cue lexicon …). All tokens of a document are described at once with numpy; the order of
templates below is part of a trained model, so that new ones go to the end and a change needs new weights.

The features follow the usual description of a token for sequence labelling of attributions (word, parse, governing
verbs, quotation state; compare Scheible, Klinger and Padó, "Model Architectures for Quotation Detection", ACL 2016),
with the classes of our cue lexicon and the labels of our rules added.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.tagging.tags import bio_tags
from briefing.analysis.lexicon.cues import SOURCE_KINDS, CueLexicon, PartOfSpeech

Array = np.ndarray[Any, Any]

CHILD_RELATIONS = (
    "ccomp", "xcomp", "dobj", "prep", "parataxis", "advcl", "dative", "nsubj", "nsubjpass", "agent", "prt", "mark",
    "neg", "oprd", "acomp", "attr",
)  # fmt: skip
NOMINAL_RELATIONS = frozenset({"nsubj", "nsubjpass", "pobj", "nmod", "compound", "det", "amod", "poss", "appos"})
PATH_LENGTH = 8
NEXT_VERB_STEPS = 3
BOUNDARY = 1
"""Number of what lies beyond the edge of a block."""

PERSONAL_PRONOUNS = frozenset(
    {"i", "we", "he", "she", "they", "who", "you", "everyone", "nobody", "everybody", "someone"}
)
NAMES = {"PERSON": 15, "ORG": 16, "GPE": 17, "NORP": 18, "LOC": 19}
INHERITED = ("conj", "xcomp", "advcl")
"""Relations through which a verb takes over the subject of its governor."""
INHERITANCE_STEPS = 3

_PRIME = np.uint64(0x9E3779B97F4A7C15)
_FOLD = np.uint64(32)


class Numbers(dict[str, int]):
    """A number for every string: its CRC-32, remembered, since most strings come again and again."""

    LIMIT = 200_000

    def __missing__(self, text: str) -> int:
        if len(self) > self.LIMIT:
            self.clear()
        number = zlib.crc32(text.encode()) | 2
        self[text] = number
        return number


@dataclass(frozen=True, slots=True)
class Features:
    """Pairs of a token and a key; a token has about eighty of them, in no particular order."""

    size: int
    tokens: Array
    keys: Array


def mix(template: int, *parts: Array) -> Array:
    """One key for each token from the template's number and the parts (arrays of one length)."""
    value: Any = np.uint64(template * 2654435761 + 97)
    for part in parts:
        value = (value ^ part.astype(np.uint64, copy=False)) * _PRIME
        value = value ^ (value >> _FOLD)
    keys: Array = (value & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    return keys


class Describer:
    """Turns documents into features; remembers the numbers of strings between documents."""

    def __init__(self, lexicon: CueLexicon) -> None:
        self.lexicon = lexicon
        self.numbers = Numbers()
        self._classes: dict[tuple[str, str], tuple[int, int]] = {}

    def describe(self, tokens: Tokens, drafts: Sequence[Draft]) -> Features:
        """The features of all tokens that are no white space."""
        with np.errstate(over="ignore"):
            return _Description(self, tokens, drafts).run()

    def ids(self, strings: Iterable[str]) -> Array:
        """The numbers of strings."""
        numbers = self.numbers
        return np.array([numbers[s] for s in strings], np.uint64)

    def lexicon_class(self, part: str, lemma: str) -> tuple[int, int]:
        """Numbers of a word's class in the cue lexicon and of the frames it takes; 0 and 0 for no cue."""
        key = (part, lemma)
        found = self._classes.get(key)
        if found is None:
            found = self._look_up(part, lemma)
            self._classes[key] = found
        return found

    def source_kind(self, part: str, lemma: str, lower: str, entity: str) -> int:
        """Number of what a word can be as a source: a kind of pronoun, of name, or of noun; 0 for other words."""
        if part == "PRON":
            return 11 if lower in PERSONAL_PRONOUNS else 12
        if part == "PROPN" or entity in NAMES:
            return NAMES.get(entity, 13)
        if part not in ("NOUN", "ADJ", "NUM"):
            return 0
        return 20 + SOURCE_KINDS.index(self.lexicon.source_kind(lemma)) if part == "NOUN" else 14

    def _look_up(self, part: str, lemma: str) -> tuple[int, int]:
        kinds: dict[str, PartOfSpeech] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
        kind = kinds.get(part)
        senses = [s for s in self.lexicon.of(kind, lemma) if not s.particles and s.is_cue] if kind else []
        if not senses:
            return 0, 0
        frames = sorted({frame for s in senses for frame in s.frames})
        return self.numbers[f"{kind} {senses[0].cue_class}"], self.numbers[f"{kind} {' '.join(frames)}"]


class _Description:
    """One document: its columns as numbers, without white space, and the features collected so far."""

    def __init__(self, describer: Describer, tokens: Tokens, drafts: Sequence[Draft]) -> None:
        ids = describer.ids
        self.source = tokens
        kept = tokens.stretch(0, len(tokens))
        self.kept = np.array(kept, np.int64)
        self.size = len(kept)
        place = np.zeros(len(tokens) + 1, np.int64)
        place[self.kept] = np.arange(self.size)
        self.here = np.arange(self.size)
        self.head = place[np.array([tokens.head[i] for i in kept], np.int64)]
        self.lower = ids(tokens.lower[i] for i in kept)
        self.lemma = ids(tokens.lemma[i] for i in kept)
        self.suffix = ids(tokens.lower[i][-3:] for i in kept)
        self.tag = ids(tokens.tag[i] for i in kept)
        self.relation = ids(tokens.relation[i] for i in kept)
        self.entity = ids(tokens.entity[i] for i in kept)
        self.shape = np.array([_shape(tokens.words[i]) for i in kept], np.uint64)
        classes = [describer.lexicon_class(tokens.part[i], tokens.lemma[i]) for i in kept]
        self.cue_class = np.array([c for c, _ in classes], np.uint64)
        self.cue_frames = np.array([f for _, f in classes], np.uint64)
        self.kind = np.array(
            [describer.source_kind(tokens.part[i], tokens.lemma[i], tokens.lower[i], tokens.entity[i]) for i in kept],
            np.uint64,
        )
        self.quoted = np.array([tokens.quotation[i] >= 0 for i in kept], np.uint64)
        self.is_verb = np.array(
            [tokens.part[i] in ("VERB", "AUX") or tokens.lower[i] == "according" for i in kept], bool
        )
        self.block = np.array([tokens.block[i] for i in kept], np.int64)
        self.sentence = np.array([tokens.sentence[i] for i in kept], np.int64)
        tags = bio_tags(tokens, drafts)
        self.rule = np.array([tags[i] for i in kept], np.uint64)
        self.parts: list[tuple[Array, Array]] = []
        self.template = 0

    def run(self) -> Features:
        if not self.size:
            return Features(len(self.source), np.zeros(0, np.int64), np.zeros(0, np.uint32))
        self.frames = self._frames()
        self.subject = self._subjects()
        self._word()
        self._head()
        self._window()
        self._sentence()
        self._governors()
        self._verb()
        self._nominal()
        self._rules()
        self._layout()
        self._sources()
        tokens = self.kept[np.concatenate([where for where, _ in self.parts])]
        return Features(len(self.source), tokens, np.concatenate([keys for _, keys in self.parts]))

    def add(self, *parts: Array, where: Array | None = None) -> None:
        """One template: parts as arrays over all tokens, or over the tokens in `where` only."""
        self.template += 1
        tokens = self.here if where is None else where
        self.parts.append((tokens, mix(self.template, *parts)))

    def near(self, column: Array, offset: int) -> Array:
        """The column's value at a neighbour; BOUNDARY beyond the block."""
        result = np.full(self.size, BOUNDARY, np.uint64)
        if offset > 0:
            result[:-offset] = np.where(self.block[offset:] == self.block[:-offset], column[offset:], BOUNDARY)
        else:
            result[-offset:] = np.where(self.block[:offset] == self.block[-offset:], column[:offset], BOUNDARY)
        return result

    def _frames(self) -> Array:
        """For each verb one bit for every relation and side on which it has a child."""
        number = {relation: n for n, relation in enumerate(CHILD_RELATIONS)}
        relations = self.source.relation
        bit = np.array([number.get(relations[i], -1) for i in self.kept], np.int64)
        child = np.flatnonzero((bit >= 0) & self.is_verb[self.head] & (self.head != self.here))
        frames = np.zeros(self.size, np.uint64)
        after = (child > self.head[child]).astype(np.uint64)
        bits = np.left_shift(np.uint64(1), (2 * bit[child]).astype(np.uint64) + after)
        np.bitwise_or.at(frames, self.head[child], bits)
        return frames

    def _subjects(self) -> Array:
        """The subject of each verb, its own or that of the verb it is joined to; -1 where there is none."""
        relations = self.source.relation
        is_subject = np.array([relations[i] == "nsubj" for i in self.kept], bool)
        subjects = np.flatnonzero(is_subject & self.is_verb[self.head])[::-1]
        subject = np.full(self.size, -1, np.int64)
        subject[self.head[subjects]] = subjects
        inherits = np.array([relations[i] in INHERITED for i in self.kept], bool)
        for _ in range(INHERITANCE_STEPS):
            subject = np.where((subject < 0) & inherits, subject[self.head], subject)
        return subject

    def _word(self) -> None:
        self.add(self.lower)
        self.add(self.lemma)
        self.add(self.suffix)
        self.add(self.tag)
        self.add(self.relation)
        self.add(self.entity)
        self.add(self.shape)
        self.add(self.cue_class, self.relation)
        self.add(self.cue_class, self.cue_frames)

    def _head(self) -> None:
        head, above = self.head, self.head[self.head]
        side = np.sign(head - self.here).astype(np.int64).astype(np.uint64)
        self.add(self.lemma[head], self.relation)
        self.add(self.tag[head], self.relation)
        self.add(self.cue_class[head], self.relation)
        self.add(self.lemma[above], self.relation[head], self.relation)
        self.add(self.cue_class[above], self.relation[head], self.relation)
        self.add(side, self.relation)

    def _window(self) -> None:
        for offset in (-3, -2, -1, 1, 2, 3):
            word = self.near(self.lower, offset)
            self.add(word)
            if abs(offset) <= 2:
                self.add(self.near(self.tag, offset))
                self.add(self.near(self.cue_class, offset), self.tag)
            if abs(offset) == 1:
                self.add(self.near(self.relation, offset))
                self.add(self.lower, word)

    def _sentence(self) -> None:
        before, after = self.near(self.quoted, -1), self.near(self.quoted, 1)
        self.add(before, self.quoted, after)
        count = int(self.sentence[-1]) + 1
        any_quoted = np.zeros(count, np.uint64)
        np.maximum.at(any_quoted, self.sentence, self.quoted)
        all_quoted = np.ones(count, np.uint64)
        np.minimum.at(all_quoted, self.sentence, self.quoted)
        root = np.full(count, -1, np.int64)
        roots = np.flatnonzero(self.head == self.here)[::-1]
        root[self.sentence[roots]] = roots
        own = np.where(root[self.sentence] < 0, self.here, root[self.sentence])
        state = any_quoted * np.uint64(2) + all_quoted
        self.add(state[self.sentence], self.quoted)
        self.add(self.lemma[own])
        self.add(self.cue_class[own], np.sign(own - self.here).astype(np.int64).astype(np.uint64))
        self.add(self.tag[own], np.sign(own - self.here).astype(np.int64).astype(np.uint64))
        previous = self.sentence - 1
        has = np.flatnonzero(previous >= 0)
        self.add(state[previous[has]], state[self.sentence[has]], where=has)
        rooted = has[root[previous[has]] >= 0]
        self.add(self.lemma[root[previous[rooted]]], where=rooted)

    def _governors(self) -> None:
        """Which verbs govern the token, and through which relation does the path enter them?"""
        current, alive = self.here.copy(), self.here.copy()
        seen = np.zeros(self.size, np.int64)
        first = self.template
        for _ in range(PATH_LENGTH):
            self.template = first
            up = self.head[current[alive]]
            alive = alive[up != current[alive]]
            if not len(alive):
                break
            entry = self.relation[current[alive]]
            up = self.head[current[alive]]
            verb = self.is_verb[up]
            where, verbs, entry = alive[verb], up[verb], entry[verb]
            side = (verbs > where).astype(np.uint64)
            nearest = np.minimum(seen[where], 1).astype(np.uint64)
            quoted = np.where(nearest == 0, self.quoted[where], np.uint64(2))
            self.add(self.lemma[verbs], entry, where=where)
            self.add(self.cue_class[verbs], entry, side, where=where)
            self.add(self.lemma[verbs], entry, side, quoted, nearest, where=where)
            self.add(self.cue_class[verbs], self.cue_frames[verbs], entry, side, quoted, nearest, where=where)
            self.add(entry, side, self.frames[verbs], where=where)
            self.add(self.cue_class[verbs], entry, self.frames[verbs], where=where)
            seen[where] += 1
            current[alive] = up
        self.template = first + 6

    def _verb(self) -> None:
        verbs = np.flatnonzero(self.is_verb)
        self.add(self.frames[verbs], self.cue_class[verbs], where=verbs)
        bits = np.arange(2 * len(CHILD_RELATIONS), dtype=np.uint64)
        verb, bit = np.nonzero((self.frames[verbs, None] >> bits) & np.uint64(1))
        where = verbs[verb]
        self.add(bit, where=where)
        self.add(self.lemma[where], bit, where=where)
        self.add(self.cue_class[where], bit, where=where)
        where = np.flatnonzero((self.subject >= 0) & self.is_verb)
        chosen = self.subject[where]
        self.add(self.tag[chosen], self.entity[chosen], where=where)
        self.add(self.lemma[chosen], where=where)
        self.add(self.lemma[where], self.tag[chosen], where=where)
        self.add(self.cue_class[where], self.tag[chosen], self.entity[chosen], where=where)

    def _nominal(self) -> None:
        relations = self.source.relation
        where = np.array([n for n, i in enumerate(self.kept) if relations[i] in NOMINAL_RELATIONS], np.int64)
        if not len(where):
            self.template += 2
            return
        verb = self.head[where]
        for _ in range(NEXT_VERB_STEPS):
            verb = np.where(self.is_verb[verb], verb, self.head[verb])
        found = self.is_verb[verb]
        where, verb = where[found], verb[found]
        clausal = (self.frames[verb] & np.uint64(3)) > 0
        self.add(self.lemma[verb], self.relation[where], clausal, where=where)
        self.add(self.cue_class[verb], self.relation[where], clausal, where=where)

    def _sources(self) -> None:
        """What can be a source, and what the subject of the token's verb is."""
        self.add(self.kind, self.relation)
        self.add(self.kind, self.near(self.cue_class, 1))
        subject_kind = np.where(self.subject >= 0, self.kind[self.subject], np.uint64(0))
        verb = self.here.copy()
        for _ in range(NEXT_VERB_STEPS):
            verb = np.where(self.is_verb[verb] & (verb != self.here), verb, self.head[verb])
        self.add(subject_kind[verb], self.cue_class[verb], self.relation)
        self.add(subject_kind[verb], self.cue_class[verb], self.rule)
        verbs = np.flatnonzero(self.is_verb)
        self.add(subject_kind[verbs], self.cue_class[verbs], where=verbs)
        self.add(subject_kind[verbs], self.cue_class[verbs], self.frames[verbs], where=verbs)
        self.add(subject_kind[verbs], self.lemma[verbs], where=verbs)

    def _rules(self) -> None:
        self.add(self.rule)
        self.add(self.near(self.rule, -1))
        self.add(self.near(self.rule, 1))
        self.add(self.rule, self.relation)
        self.add(self.rule, self.lemma)
        self.add(self.rule, self.cue_class)

    def _layout(self) -> None:
        """Where in its block the token stands, and whether the block opens like the turn of a transcript."""
        start = np.searchsorted(self.block, self.block)
        position = np.minimum(self.here - start, 4).astype(np.uint64)
        words, kept = self.source.words, self.kept
        colon = np.zeros(int(self.block.max()) + 2, np.uint64)
        for first in np.unique(start).tolist():
            for k in range(first, min(first + 7, self.size)):
                if words[kept[k]] == ":" and self.block[k] == self.block[first]:
                    colon[self.block[first]] = k - first + 1
                    break
        turn = colon[self.block]
        after = (self.here - start >= turn.astype(np.int64)).astype(np.uint64) * (turn > 0)
        self.add(position)
        self.add(turn, after)
        self.add(after, self.rule, self.tag)


@lru_cache(maxsize=100_000)
def _shape(word: str) -> int:
    """Capitals (0 none, 1 first, 2 all) and 4 for digits."""
    capitals = 2 if word.isupper() else 1 if word[:1].isupper() else 0
    return capitals + (4 if any(ch.isdigit() for ch in word) else 0) + 8
