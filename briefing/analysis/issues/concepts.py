"""A Doc with attributions in; a table of what its statements speak about out: concepts by statements, as arrays.

A concept is the stem that a noun of the article shares with verbs and adjectives of the same root ("close, closing,
closure"). Which concepts stand in which content, sentence and block is kept in boolean matrices, so that the likeness
of all concepts to each other is a few products of matrices and not a walk over tokens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from briefing.analysis.entities.columns import Columns, columns_of
from briefing.analysis.issues.words import STOP, stem
from briefing.analysis.layers import Actor, Attribution

CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
NOUNS = frozenset({"NOUN", "PROPN"})

Matrix = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ConceptTable:
    """The statements of an article and its concepts; every matrix has one row for each concept."""

    columns: Columns
    statements: tuple[Attribution, ...]
    """In the order of the text; those without a word are left out."""
    contents: tuple[tuple[int, ...], ...]
    """Tokens of each content."""
    block: tuple[int, ...]
    """Number of the block in which each content starts."""
    word_stems: list[str]
    """Stem of each token."""
    stems: tuple[str, ...]
    """Stem of each concept, in the order of the text."""
    forms: tuple[str, ...]
    """The noun of the article that stands for the concept most often, in small letters."""
    concept: NDArray[np.int64]
    """Concept of each token; -1 where there is none."""
    in_content: Matrix
    """Whether the concept stands in the content of a statement (column)."""
    in_sentence: Matrix
    """Whether it stands in a sentence of the statement."""
    in_before: Matrix
    """Whether it stands in the sentence before, inside the same block."""
    in_sentences: Matrix
    """Whether it stands in a sentence of the article (column)."""
    in_blocks: Matrix
    """Whether it stands in a block of the article (column)."""
    says: NDArray[np.float32]
    """Which statement (row) is whose (column): 1 for each of its holders."""

    def __len__(self) -> int:
        return len(self.stems)

    def content_names(self, statement: int, stems: Set[str]) -> bool:
        """Whether the content of a statement has a word with one of the stems."""
        return not stems.isdisjoint(map(self.word_stems.__getitem__, self.contents[statement]))

    def with_common_holder(self) -> Matrix:
        """Which two statements have a holder in common."""
        common: Matrix = self.says @ self.says.T > 0
        return common


def read_concepts(doc: Doc, attributions: Iterable[Attribution] | None = None) -> ConceptTable:
    """The table of a Doc with actors, for some of its attributions (all, if none are given)."""
    columns = columns_of(doc)
    statements, contents = _statements(columns, doc._.briefing_attributions if attributions is None else attributions)
    stem_of = {word: stem(word) for word in set(columns.lower)}
    word_stems = [stem_of[word] for word in columns.lower]
    persons = stems_of_names(actor for actor in doc._.briefing_actors if actor.kind == "person")
    persons |= {key for key, kind in zip(word_stems, columns.ent_type, strict=True) if kind == "PERSON"}
    tokens = _telling(columns, stem_of, persons)
    keys = [word_stems[token] for token in tokens]
    forms: dict[str, dict[str, int]] = {}
    for token, key in zip(tokens, keys, strict=True):
        if columns.pos[token] in NOUNS:
            several, word = forms.setdefault(key, {}), columns.lower[token]
            several[word] = several.get(word, 0) + 1
    number = {key: n for n, key in enumerate(forms)}
    concept = np.full(len(columns), -1, np.int64)
    concept[tokens] = [number.get(key, -1) for key in keys]
    size = len(number)
    in_sentences = _placed(concept, size, np.array(columns.sentence, np.int64), len(columns.sentence_start))
    first, last = (np.array([columns.sentence[tokens[n]] for tokens in contents], np.int64) for n in (0, -1))
    counts = np.zeros((size, in_sentences.shape[1] + 1), np.int64)  # in how many sentences before
    np.cumsum(in_sentences, 1, out=counts[:, 1:])
    block = tuple(columns.block[tokens[0]] for tokens in contents)
    block_before = [columns.block[columns.sentence_start[max(n - 1, 0)]] for n in first.tolist()]
    return ConceptTable(
        columns=columns,
        statements=statements,
        contents=contents,
        block=block,
        word_stems=word_stems,
        stems=tuple(number),
        forms=tuple(_most_frequent(several) for several in forms.values()),
        concept=concept,
        in_content=_incidence(concept, size, contents),
        in_sentence=counts[:, last + 1] > counts[:, first],
        in_before=in_sentences[:, first - 1] & (first > 0) & (np.array(block) == np.array(block_before)),
        in_sentences=in_sentences,
        in_blocks=_placed(concept, size, np.array(columns.block, np.int64), len(columns.blocks)),
        says=_says(statements),
    )


def _statements(
    columns: Columns, attributions: Iterable[Attribution]
) -> tuple[tuple[Attribution, ...], tuple[tuple[int, ...], ...]]:
    found = []
    for attribution in sorted(attributions, key=lambda a: (a.content[0].start, a.id)):
        tokens = tuple(
            token
            for span in attribution.content
            for token in range(bisect_right(columns.end, span.start), bisect_left(columns.start, span.end))
        )
        if tokens:
            found.append((attribution, tokens))
    return tuple(a for a, _ in found), tuple(tokens for _, tokens in found)


def _telling(columns: Columns, stem_of: dict[str, str], persons: frozenset[str]) -> list[int]:
    """The tokens that can say what a text is about; nobody is an issue.

    Args:
        stem_of: the stem of each word.
        persons: stems of the words in names of people.
    """
    words = {
        word
        for word, key in stem_of.items()
        if len(word) > 2 and word[0].isalpha() and word not in STOP and key not in persons
    }
    return [
        token
        for token, (part, word, skipped) in enumerate(zip(columns.pos, columns.lower, columns.skipped, strict=True))
        if part in CONTENT_POS and word in words and not skipped
    ]


def _most_frequent(forms: dict[str, int]) -> str:
    """The form with the highest count; of several the first in the alphabet."""
    return next(iter(forms)) if len(forms) == 1 else min(forms, key=lambda form: (-forms[form], form))


def _says(statements: Sequence[Attribution]) -> NDArray[np.float32]:
    """Which statement (row) is whose (column)."""
    ids = {holder: n for n, holder in enumerate(dict.fromkeys(h for s in statements for h in s.holders))}
    says = np.zeros((len(statements), max(len(ids), 1)), np.float32)
    for number, statement in enumerate(statements):
        for holder in statement.holders:
            says[number, ids[holder]] = 1
    return says


def stems_of_names(actors: Iterable[Actor]) -> frozenset[str]:
    """Stems of the words in the names of actors that are called by name."""
    return frozenset(stem(word) for a in actors if a.named for name in (a.name, *a.aliases) for word in name.split())


def _incidence(concept: NDArray[np.int64], size: int, areas: Sequence[Sequence[int]]) -> Matrix:
    """Which concepts stand in which of the areas (each a list of tokens)."""
    tokens = np.fromiter(chain.from_iterable(areas), np.int64)
    numbers = np.repeat(np.arange(len(areas)), np.fromiter(map(len, areas), np.int64))
    return _placed(concept[tokens], size, numbers, len(areas))


def _placed(concept: NDArray[np.int64], size: int, place: NDArray[np.int64], places: int) -> Matrix:
    matrix = np.zeros((size, places), np.bool_)
    known = (concept >= 0) & (place >= 0)
    matrix[concept[known], place[known]] = True
    return matrix
