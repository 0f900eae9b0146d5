"""A Doc with attributions in; for each attribution the stems of its content and of its surroundings out."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.analysis.issues.words import GENERIC_STEMS, STOP, stem
from briefing.analysis.layers import Attribution
from briefing.model import Span

CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})

_PLACES_AND_BODIES = frozenset({"GPE", "LOC", "ORG", "NORP", "DATE", "TIME"})

SENTENCE_WEIGHT = 0.45
BEFORE_WEIGHT = 0.25
"""What a stem of the same sentence, and of the sentence before, counts beside one of the content."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What one attribution speaks about."""

    attribution: Attribution
    concepts: frozenset[str]
    """Stems of the nouns, verbs and adjectives of the content that are not names and not general words."""
    founding: frozenset[str]
    """Those of them that can found an issue: nouns of the article that are no names of places or bodies."""
    vector: dict[str, float]
    """Weights of all stems, of the content and around it; of length 1 (or empty)."""
    block: int
    """Number of the block the content starts in."""
    pointing: bool
    """Whether the content names nothing itself ("it", "the idea")."""


def profiles_of(doc: Doc) -> list[Profile]:
    """One profile for each attribution, in the order of the text."""
    starts = [token.idx for token in doc]
    ends = [token.idx + len(token) for token in doc]
    names = _name_stems(doc)
    stems = [stem(token.text) if is_content(token) else "" for token in doc]
    weights = _weights(doc, stems)
    nouns = _noun_stems(doc, stems)
    blocks = [block.start for block in doc._.briefing_blocks] or [0]

    def tokens(span: Span) -> range:
        return range(bisect_right(ends, span.start), bisect_left(starts, span.end))

    profiles = []
    for attribution in sorted(doc._.briefing_attributions, key=lambda a: (a.content[0].start, a.id)):
        content = [index for span in attribution.content for index in tokens(span)]
        if not content:
            continue
        sentence = range(doc[content[0]].sent.start, doc[content[-1]].sent.end)
        before = range(doc[sentence.start - 1].sent.start if sentence.start > 0 else 0, sentence.start)
        vector: dict[str, float] = {}
        for part, weight in ((content, 1.0), (sentence, SENTENCE_WEIGHT), (before, BEFORE_WEIGHT)):
            for key in sorted({stems[index] for index in part} - {""}):
                vector[key] = max(vector.get(key, 0.0), weight * weights.get(key, 1.0) * (0.3 if key in names else 1.0))
        concepts = frozenset(stems[index] for index in content) - {""} - GENERIC_STEMS - names
        profiles.append(
            Profile(
                attribution=attribution,
                concepts=concepts,
                founding=concepts & nouns,
                vector=_unit(vector),
                block=bisect_right(blocks, attribution.content[0].start) - 1,
                pointing=not concepts,
            )
        )
    return profiles


def is_content(token: Token) -> bool:
    """Whether a token can say what a text is about."""
    return token.pos_ in CONTENT_POS and token.lower_ not in STOP and len(token) > 2 and token.text[0].isalpha()


def cosine(left: dict[str, float], right: dict[str, float]) -> float:
    """Similarity of two vectors of length 1."""
    if len(left) > len(right):
        left, right = right, left
    return sum(value * right.get(key, 0.0) for key, value in left.items())


def mean(vectors: Iterable[dict[str, float]]) -> dict[str, float]:
    """The centre of several vectors, of length 1."""
    total: dict[str, float] = {}
    for vector in vectors:
        for key, value in vector.items():
            total[key] = total.get(key, 0.0) + value
    return _unit(total)


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {key: value / length for key, value in sorted(vector.items())} if length else {}


def _name_stems(doc: Doc) -> frozenset[str]:
    """Stems of the words in names of people (not of places and bodies, which issues can be about)."""
    return frozenset(
        stem(word)
        for actor in doc._.briefing_actors
        if actor.named and actor.kind == "person"
        for word in actor.name.split()
    ) | frozenset(stem(word) for entity in doc.ents if entity.label_ == "PERSON" for word in entity.text.split())


def _noun_stems(doc: Doc, stems: list[str]) -> frozenset[str]:
    """Stems that the article uses as a common noun, and no more often as a part of a name."""
    nouns: Counter[str] = Counter()
    for token, key in zip(doc, stems, strict=True):
        if key:
            named = token.pos_ == "PROPN" and token.ent_type_ in _PLACES_AND_BODIES
            nouns[key] += -1 if named else token.pos_ in {"NOUN", "PROPN"}
    return frozenset(key for key, count in nouns.items() if count > 0)


def _weights(doc: Doc, stems: list[str]) -> dict[str, float]:
    """How telling a stem is: less so the more sentences it stands in, generic words least."""
    sentences = 0
    frequency: Counter[str] = Counter()
    for sentence in doc.sents:
        sentences += 1
        frequency.update({key for key in stems[sentence.start : sentence.end] if key})
    return {
        key: (0.3 if key in GENERIC_STEMS else 1.0) * math.log(1.5 + sentences / (1 + count))
        for key, count in frequency.items()
    }
