"""The phrases of an article in; possible labels out, each with what is known of it whatever it is to name."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from briefing.analysis.issues.concepts import CONTENT_POS, ConceptTable, stems_of_names
from briefing.analysis.issues.phrases import Phrase, is_group, phrases_of
from briefing.analysis.issues.words import GENERIC_STEMS

Vector = NDArray[np.float64]

FEATURES = (
    "in the title", "in a heading", "in the first paragraphs", "words", "one word", "two words", "six words or more",
    "complements", "deed", "actor in it", "number in it", "general noun", "salience of its noun",
    "salience of its words",
)  # fmt: skip
LEAST = 0.03
"""Salience below which a concept names nothing."""
LIKELY = 0.2
"""Salience from which on a concept may name something though no statement's sentence has it."""
_EARLY = 3
_LEADING = re.compile(r"(?:the|a|an|its|his|her|their) ")


@dataclass(slots=True)
class Candidate:
    """A phrase that could be a label; equal words are one candidate."""

    words: str
    concepts: frozenset[int]
    noun: int
    """Concept of its noun, or -1."""
    own: list[float]
    """One value for each of `FEATURES`."""
    places: list[int] = field(default_factory=list)
    """Last token of each occurrence."""


def candidates_of(doc: Doc, table: ConceptTable, salience: Vector) -> list[Candidate]:
    """The phrases that could name a matter, in the order of the text.

    Args:
        salience: for each concept the probability that an issue is named with it.
    """
    spoken_of = table.in_sentence.any(1) & (salience >= LEAST)
    wanted = np.flatnonzero(spoken_of | (salience >= LIKELY)).tolist()
    columns, word_stems = table.columns, table.word_stems
    concept = table.concept.tolist()
    probability = salience.tolist()
    actors = stems_of_names(doc._.briefing_actors)
    speaking = {holder for attribution in doc._.briefing_attributions for holder in attribution.holders}
    speakers = [actor for actor in doc._.briefing_actors if actor.id in speaking]
    names = {_LEADING.sub("", name.casefold()) for actor in speakers for name in (actor.name, *actor.aliases)}
    roles = [_LEADING.sub("", actor.role.casefold()) for actor in doc._.briefing_actors if actor.role]
    headings = [n for n, block in enumerate(columns.blocks) if block.kind == "heading"]
    title = headings[:1] if headings[:1] == [0] else []
    early = [n for n, block in enumerate(columns.blocks) if block.kind in {"paragraph", "item"}][:_EARLY]
    areas = [[float(block in some) for some in (title, headings, early)] for block in range(len(columns.blocks))]
    areas.append([0.0, 0.0, 0.0])  # of block -1
    found: dict[str, Candidate] = {}
    for phrase in phrases_of(table, wanted):
        area = areas[columns.block[phrase.tokens[-1]]]
        words = phrase.words.casefold()
        known = found.get(words)
        if known is None:
            parts = [columns.pos[t] for t in phrase.tokens]
            stems = {word_stems[t] for t, part in zip(phrase.tokens, parts, strict=True) if part in CONTENT_POS}
            if not phrase.deed and (
                stems <= actors or words in names or _is_role(words, roles) or is_group(columns, phrase.head)
            ):
                continue
            concepts = frozenset(concept[t] for t in phrase.tokens if concept[t] >= 0)
            noun = concept[phrase.head]
            own = [*area, *_shape(phrase, not stems.isdisjoint(actors), parts)]
            own += [
                float(word_stems[phrase.head] in GENERIC_STEMS),
                probability[noun] if noun >= 0 else 0.0,
                1.0 - math.prod(1.0 - probability[c] for c in concepts),
            ]
            known = found[words] = Candidate(phrase.words, concepts, noun, own)
        else:
            known.own[:3] = map(max, known.own[:3], area)
        known.places.append(phrase.tokens[-1])
    return list(found.values())


def _is_role(words: str, roles: Sequence[str]) -> bool:
    """Whether a phrase is what somebody in the article is ("the bank's chief economist"), or several words of it."""
    if " " not in words:
        return words in roles
    return any(role.startswith(words) or role.endswith(words) for role in roles)


def _shape(phrase: Phrase, has_actor: bool, parts: list[str]) -> list[float]:
    length = len(phrase.words.split())
    return [
        length / 5,
        float(length == 1),
        float(length == 2),
        float(length >= 6),
        float(phrase.complements),
        float(phrase.deed),
        float(has_actor),
        float("NUM" in parts),
    ]
