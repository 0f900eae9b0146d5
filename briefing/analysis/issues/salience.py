"""A table of concepts in; for each concept the probability that a briefing writer names an issue with it out.

Logistic regression over how a concept is used: by how many statements and holders, how often and where (title,
headings, first paragraphs), as what (object, modifier, bearer of a complement), and over the stem itself, because some
words name matters in any article ("tax", "closure") and others never do. The weights are made by
`python -m briefing.analysis.training.issues`; `weights/issues.md` tells how and how good.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from briefing.analysis.entities.columns import Columns
from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.words import GENERIC_STEMS, stem
from briefing.analysis.lexicon.cues import load_cues

Vector = NDArray[np.float64]

EVENT_ENDINGS = ("ion", "ment", "ing", "ship", "al", "sure", "ance", "ence", "ity", "age")
EARLY_PARAGRAPHS = 3
PLACES = ("GPE", "LOC", "NORP")
BODIES = ("ORG", "PERSON", "FAC")
MEASURES = ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY")

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


def features_of(doc: Doc, table: ConceptTable) -> Vector:
    """One row for each concept, one column for each of `FEATURES`."""
    columns, size = table.columns, len(table)
    tokens = np.flatnonzero(table.concept >= 0)
    concept = table.concept[tokens]
    occurrences = np.bincount(concept, minlength=size).astype(np.float64)
    part, role, kind, tag = (_at(tokens, c) for c in (columns.pos, columns.dep, columns.ent_type, columns.tag))
    head = np.array(columns.head)
    has_compound, has_complement = (_with_child(columns.dep, head, name)[tokens] for name in ("compound", "prep"))
    behind_of = (role == "pobj") & (_at(head[tokens], columns.lower) == "of")

    def count(mask: NDArray[np.bool_]) -> Vector:
        counted: Vector = np.bincount(concept, weights=mask.astype(np.float64), minlength=size).astype(np.float64)
        return counted

    def share(mask: NDArray[np.bool_]) -> Vector:
        return count(mask) / occurrences

    statements = table.in_content.sum(1)
    number = max(len(table.statements), 1)
    title, headings, early = _areas(table)
    first, targets = _first_nouns(table), _targets(table)
    first_place = np.full(size, len(columns))
    np.minimum.at(first_place, concept, tokens)
    actors = doc._.briefing_actors
    named = _kinds(table)
    actor_words = {stem(word) for actor in actors for word in actor.name.split()}
    named_words = {stem(word) for actor in actors if actor.named for word in actor.name.split()}
    paragraphs = max(sum(block.kind in {"paragraph", "item"} for block in columns.blocks), 1)
    return np.column_stack(
        [
            np.log1p(statements),
            np.log1p(_holders(table)),
            statements / number,
            np.log1p(occurrences),
            np.log1p(table.in_sentences.sum(1)),
            table.in_blocks.sum(1) / paragraphs,
            *(_reaches(table, area) for area in (title, headings, early)),
            *(share(part == name) for name in ("NOUN", "PROPN", "VERB")),
            *(share(_among(kind, names)) for names in (PLACES, BODIES, MEASURES)),
            *(share(mask) for mask in (role == "dobj", role == "pobj", _among(role, ("nsubj", "nsubjpass")))),
            *(share(mask) for mask in (role == "compound", behind_of, has_compound, has_complement)),
            *([key in words for key in table.stems] for words in (GENERIC_STEMS, actor_words, named_words)),
            first / number,
            first / np.maximum(statements, 1),
            first_place / max(len(columns), 1),
            statements == 0,
            statements == 1,
            [len(form) / 10 for form in table.forms],
            [form.endswith(EVENT_ENDINGS) for form in table.forms],
            np.log1p(targets),
            targets / np.maximum(statements, 1),
            share(_with_article(columns, ("the", "this", "that"))[tokens]),
            share(_with_article(columns, ("a", "an"))[tokens]),
            share(_inside(table)[tokens]),
            share(_among(tag, ("NNS", "NNPS"))),
            *([kind == wanted for kind in named] for wanted in ("persons", "bodies", "documents")),
        ]
    ).astype(np.float64)


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
        found.append(lexicon.source_kind(form.removesuffix("s")) if kind == "things" else kind)
    return found


def _at(tokens: NDArray[np.int64], column: list[str]) -> NDArray[np.str_]:
    """The entries of some tokens in a column."""
    return np.array([column[token] for token in tokens.tolist()], np.str_)


def _among(entries: NDArray[np.str_], names: tuple[str, ...]) -> NDArray[np.bool_]:
    """Which entries are one of a few names; `np.isin` would sort them."""
    found: NDArray[np.bool_] = np.logical_or.reduce([entries == name for name in names])
    return found


def _with_child(relations: list[str], head: NDArray[np.int64], relation: str) -> NDArray[np.bool_]:
    found = np.zeros(len(relations), np.bool_)
    found[head[np.array([name == relation for name in relations], np.bool_)]] = True
    return found


def _areas(table: ConceptTable) -> tuple[list[int], list[int], list[int]]:
    """Numbers of the blocks that are the title, headings, and the first paragraphs."""
    blocks = table.columns.blocks
    headings = [n for n, block in enumerate(blocks) if block.kind == "heading"]
    paragraphs = [n for n, block in enumerate(blocks) if block.kind in {"paragraph", "item"}]
    return headings[:1] if headings[:1] == [0] else [], headings, paragraphs[:EARLY_PARAGRAPHS]


def _reaches(table: ConceptTable, blocks: list[int]) -> NDArray[np.bool_]:
    reached: NDArray[np.bool_] = np.asarray(table.in_blocks[:, blocks].any(1))
    return reached


def _holders(table: ConceptTable) -> NDArray[np.int64]:
    """How many different holders name each concept."""
    named: NDArray[np.int64] = (table.in_content.astype(np.float32) @ table.says() > 0).sum(1)
    return named


def _first_nouns(table: ConceptTable) -> Vector:
    """Of how many statements each concept is the first noun."""
    found = np.zeros(len(table), np.float64)
    for tokens in table.contents:
        for token in tokens:
            if table.concept[token] >= 0 and table.columns.pos[token] in {"NOUN", "PROPN"}:
                found[table.concept[token]] += 1
                break
    return found


def _targets(table: ConceptTable) -> Vector:
    """Of how many statements each concept is what the cue is about: the noun that governs the content, or its object.

    "rejected *the toll*", "wants to raise *the toll*".
    """
    columns = table.columns
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
        for concept in {int(table.concept[t]) for t in wanted} - {-1}:
            found[concept] += 1
    return found


def _with_article(columns: Columns, articles: tuple[str, ...]) -> NDArray[np.bool_]:
    """Which nouns have one of the articles."""
    found = np.zeros(len(columns), np.bool_)
    found[
        [
            head
            for head, role, word in zip(columns.head, columns.dep, columns.lower, strict=True)
            if role == "det" and word in articles
        ]
    ] = True
    return found


def _inside(table: ConceptTable) -> NDArray[np.bool_]:
    """Which tokens stand in a content."""
    found = np.zeros(len(table.columns), np.bool_)
    for tokens in table.contents:
        found[list(tokens)] = True
    return found
