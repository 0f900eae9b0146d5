"""A table of concepts in; for each concept the probability that a briefing writer names an issue with it out.

Logistic regression over how a concept is used: by how many statements and holders, how often and where (title,
headings, first paragraphs), as what (object, modifier, bearer of a complement), and over the stem itself, because some
words name matters in any article ("tax", "closure") and others never do. The weights are made by
`python -m briefing.analysis.training.issues`; `weights/issues.md` tells how and how good.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import ArrayLike, NDArray
from spacy.tokens import Doc

from briefing.analysis.issues.concepts import NOUNS, ConceptTable
from briefing.analysis.issues.words import GENERIC_STEMS, stem
from briefing.analysis.layers import Actor
from briefing.analysis.lexicon.cues import load_cues

Vector = NDArray[np.float64]

EVENT_ENDINGS = ("ion", "ment", "ing", "ship", "al", "sure", "ance", "ence", "ity", "age")
EARLY_PARAGRAPHS = 3
PLACES = ("GPE", "LOC", "NORP")
BODIES = ("ORG", "PERSON", "FAC")
MEASURES = ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY")
_ARTICLES = (("the", "this", "that"), ("a", "an"))

FEATURES = (
    "statements (log)", "holders (log)", "share of statements", "occurrences (log)", "sentences (log)",
    "share of blocks", "in the title", "in a heading", "in the first paragraphs", "as noun", "as name", "as verb",
    "in a place", "in a body", "in a measure", "object", "object of preposition", "subject", "modifier of a noun",
    "behind of", "with a modifying noun", "with a complement", "general word", "word of an actor",
    "word of a named actor", "first noun of statements", "first noun of its statements", "first place",
    "in no statement", "in one statement", "length", "event ending", "target of statements (log)",
    "target of its statements", "with the", "with a", "occurrences inside statements", "plural",
    "names persons", "names a body", "names a document",
)  # fmt: skip
_AS = FEATURES.index("with a complement") + 1 - FEATURES.index("as noun")
"""How many features in a row are shares of the occurrences, from "as noun" on; the others begin with "with the"."""


def features_of(doc: Doc, table: ConceptTable) -> Vector:
    """One row for each concept, one column for each of `FEATURES`."""
    columns, statements, actors = table.columns, table.in_content.sum(1), doc._.briefing_actors
    occurrences, first_place, shares = _uses(table)
    first, targets = _first_nouns(table), _targets(table)
    named_words = _words_of(actor for actor in actors if actor.named)
    general = (GENERIC_STEMS, named_words | _words_of(actor for actor in actors if not actor.named), named_words)
    number = max(len(table.statements), 1)
    paragraphs = max(sum(block.kind in {"paragraph", "item"} for block in columns.blocks), 1)
    features: list[ArrayLike] = [
        np.log1p(statements),
        np.log1p((table.in_content.astype(np.float32) @ table.says > 0).sum(1)),
        statements / number,
        np.log1p(occurrences),
        np.log1p(table.in_sentences.sum(1)),
        table.in_blocks.sum(1) / paragraphs,
        *(table.in_blocks[:, area].any(1) for area in _areas(table)),
        *shares[:_AS],
        *(np.fromiter(map(words.__contains__, table.stems), np.bool_, len(table)) for words in general),
        first / number,
        first / np.maximum(statements, 1),
        first_place / max(len(columns), 1),
        statements == 0,
        statements == 1,
        [len(form) / 10 for form in table.forms],
        [form.endswith(EVENT_ENDINGS) for form in table.forms],
        np.log1p(targets),
        targets / np.maximum(statements, 1),
        *shares[_AS:],
        *_classes(_kinds(table), (("persons",), ("bodies",), ("documents",))),
    ]
    found = np.empty((len(table), len(FEATURES)))
    for place, feature in enumerate(features):
        found[:, place] = feature
    return found


def share_as_name(features: Vector) -> Vector:
    """How far each concept is the name of a place or body, 0 to 1."""
    place, body, name = (features[:, FEATURES.index(n)] for n in ("in a place", "in a body", "as name"))
    share: Vector = np.minimum(1.0, np.maximum(place, body * name))
    return share


def _kinds(table: ConceptTable) -> list[str]:
    """What each concept names as a source: persons, bodies, documents or things."""
    lexicon = load_cues()
    found: list[str] = []
    for form in table.forms:
        kind = lexicon.source_kind(form)
        found.append(lexicon.source_kind(form[:-1]) if kind == "things" and form.endswith("s") else kind)
    return found


def _uses(table: ConceptTable) -> tuple[NDArray[np.int64], NDArray[np.int64], Vector]:
    """How often each concept occurs, its first token, and for each use (row) the share of the occurrences with it."""
    columns = table.columns
    tokens = np.flatnonzero(table.concept >= 0)
    tokens = tokens[np.argsort(table.concept[tokens], kind="stable")]
    places = tokens.tolist()
    occurrences = np.bincount(table.concept[tokens], minlength=len(table))
    first = np.cumsum(occurrences) - occurrences
    role = _classes(columns.dep, (("dobj",), ("pobj",), ("nsubj", "nsubjpass"), ("compound",), ("prep",), ("det",)))
    head = np.array(columns.head, np.int64)
    compound, complement = (_marked(head[role[child]], len(columns)) for child in (3, 4))
    determiners = role[5].nonzero()[0].tolist()
    uses = [
        *_classes([columns.pos[token] for token in places], (("NOUN",), ("PROPN",), ("VERB",))),
        *_classes([columns.ent_type[token] for token in places], (PLACES, BODIES, MEASURES)),
        *role[:4, tokens],
        role[1, tokens] & np.array([columns.lower[columns.head[token]] == "of" for token in places], np.bool_),
        compound[tokens],
        complement[tokens],
        *(
            _marked([columns.head[t] for t in determiners if columns.lower[t] in articles], len(columns))[tokens]
            for articles in _ARTICLES
        ),
        _marked(list(chain.from_iterable(table.contents)), len(columns))[tokens],
        *_classes([columns.tag[token] for token in places], (("NNS", "NNPS"),)),
    ]
    return occurrences, tokens[first], np.add.reduceat(np.array(uses, np.float64), first, axis=1) / occurrences


def _classes(entries: Sequence[str], classes: Sequence[Sequence[str]]) -> NDArray[np.bool_]:
    """For each class of names (row), which entries are one of them; no name is in two classes."""
    number = {name: place for place, names in enumerate(classes) for name in names}
    found = np.array([number.get(entry, -1) for entry in entries], np.int64)
    among: NDArray[np.bool_] = found[None, :] == np.arange(len(classes))[:, None]
    return among


def _marked(tokens: NDArray[np.int64] | list[int], size: int) -> NDArray[np.bool_]:
    """Which of all tokens are among some."""
    found = np.zeros(size, np.bool_)
    found[np.asarray(tokens, np.int64)] = True
    return found


def _words_of(actors: Iterable[Actor]) -> set[str]:
    """The stems of the words of the actors' names."""
    return {stem(word) for actor in actors for word in actor.name.split()}


def _areas(table: ConceptTable) -> tuple[list[int], list[int], list[int]]:
    """Numbers of the blocks that are the title, headings, and the first paragraphs."""
    blocks = table.columns.blocks
    headings = [n for n, block in enumerate(blocks) if block.kind == "heading"]
    paragraphs = [n for n, block in enumerate(blocks) if block.kind in {"paragraph", "item"}]
    return headings[:1] if headings[:1] == [0] else [], headings, paragraphs[:EARLY_PARAGRAPHS]


def _first_nouns(table: ConceptTable) -> Vector:
    """Of how many statements each concept is the first noun."""
    found = np.zeros(len(table), np.float64)
    concept, part = table.concept.tolist(), table.columns.pos
    for tokens in table.contents:
        noun = next((token for token in tokens if concept[token] >= 0 and part[token] in NOUNS), None)
        if noun is not None:
            found[concept[noun]] += 1
    return found


def _targets(table: ConceptTable) -> Vector:
    """Of how many statements each concept is what the cue is about: the noun that governs the content, or its object.

    "rejected *the toll*", "wants to raise *the toll*".
    """
    columns, number = table.columns, table.concept.tolist()
    found = np.zeros(len(table), np.float64)
    for tokens in table.contents:
        inside = set(tokens)
        roots = [t for t in tokens if columns.head[t] not in inside or columns.head[t] == t]
        wanted = {t for t in roots if columns.pos[t] in {"NOUN", "PROPN"}}
        for root in roots:
            if columns.pos[root] == "VERB":
                wanted.update(
                    c for c in columns.children[root] if columns.dep[c] in {"dobj", "nsubjpass"} and c in inside
                )
            elif columns.dep[root] == "prep":
                wanted.update(c for c in columns.children[root] if columns.dep[c] == "pobj" and c in inside)
        for concept in {number[t] for t in wanted} - {-1}:
            found[concept] += 1
    return found
