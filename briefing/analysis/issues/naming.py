"""A group of statements in; a neutral label out: a noun phrase of the article that names the matter.

Among the noun phrases of the article with the founding concept, those count that stand in the group's contents or are
repeated; a phrase with its complement ("withdrawal of the monitors") is preferred to the bare noun, a short one to a
long one. Words that judge or point are left out.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from briefing.analysis.issues.profile import Profile, is_content
from briefing.analysis.issues.words import STOP, stem

FITTING = 3.0
"""A word that a third of the statements share makes a phrase fit as well as the founding word alone."""
LENGTH = 0.06
"""What each word of a label costs."""
_LONGEST = 6
_DROPPED_POS = frozenset({"DET", "PRON", "PUNCT", "SPACE", "NUM", "CCONJ"})
_LINKS = frozenset({"of", "on", "for", "to", "with", "in", "from", "against", "by"})


def phrases_by_stem(doc: Doc) -> dict[str, list[tuple[str, int]]]:
    """For each stem the noun phrases that contain it: words and the place where they stand."""
    found: dict[str, list[tuple[str, int]]] = {}
    for chunk in doc.noun_chunks:
        for words in {_words(chunk), _words(_with_complement(doc, chunk))}:
            for key in {stem(word) for word in words.split() if word.casefold() not in STOP}:
                found.setdefault(key, []).append((words, chunk.start_char))
    return found


def name_group(
    concept: str,
    members: Sequence[Profile],
    phrases: dict[str, list[tuple[str, int]]],
    forms: dict[str, Counter[str]],
    taken: set[str],
) -> tuple[str, tuple[str, ...]]:
    """The label of a group and the words that point to it; never the label of another group."""
    shared = Counter(key for profile in members for key in profile.concepts)
    spans = [span for profile in members for span in profile.attribution.content]
    scores: dict[str, float] = {}
    for words, start in phrases.get(concept, ()):
        inside = any(span.start <= start < span.end for span in spans)
        scores[words] = scores.get(words, 0.0) + (1.0 if inside else 0.4)
    fitness = {
        words: math.sqrt(score) * _fitness(words, concept, shared, len(members)) for words, score in scores.items()
    }
    ranked = sorted(fitness, key=lambda words: (-fitness[words], words))
    options = [words for words in ranked if words.casefold() not in taken]
    label = options[0] if options else _most_frequent(forms[concept])
    label = label[:1].upper() + label[1:]
    taken.add(label.casefold())
    return label, _terms(concept, shared, forms)


def _fitness(words: str, concept: str, shared: Counter[str], members: int) -> float:
    """How well a phrase sums a group up: its other words are shared by the statements, and it is not long."""
    parts = {stem(word) for word in words.split() if word.casefold() not in STOP} - {concept}
    fitting = sum(min(1.0, FITTING * shared[part] / members) for part in parts)
    return (1 + fitting) / (1 + LENGTH * len(words.split()))


def _words(span: Span) -> str:
    """The words of a phrase without articles, numbers, possessives and punctuation at its start."""
    tokens = list(span)
    while tokens and (tokens[0].pos_ in _DROPPED_POS or tokens[0].lower_ in STOP):
        tokens = tokens[1:]
    while tokens and (
        tokens[-1].is_punct or tokens[-1].is_space or tokens[-1].lower_ in STOP or tokens[-1].tag_ == "POS"
    ):
        tokens = tokens[:-1]
    if not tokens or len(tokens) > _LONGEST or any(token.is_quote or token.is_space for token in tokens):
        return ""
    return " ".join("".join(token.text_with_ws for token in tokens).split())


def _with_complement(doc: Doc, chunk: Span) -> Span:
    """The phrase with the first prepositional phrase that belongs to its head."""
    for child in chunk.root.children:
        if child.dep_ == "prep" and child.i == chunk.end and child.lower_ in _LINKS:
            for below in child.children:
                if below.dep_ == "pobj" and below.i - chunk.start < _LONGEST + 2:
                    return doc[chunk.start : below.i + 1]
    return chunk


def forms_by_stem(doc: Doc) -> dict[str, Counter[str]]:
    """For each stem the words of the article behind it, with their number."""
    forms: dict[str, Counter[str]] = {}
    for token in doc:
        if is_content(token):
            forms.setdefault(stem(token.text), Counter())[token.lower_] += 1
    return forms


def _most_frequent(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))


def _terms(concept: str, shared: Counter[str], forms: dict[str, Counter[str]]) -> tuple[str, ...]:
    """The words of the article behind the founding concept and the stems that its statements share most."""
    frequent = [key for key, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])) if count > 2]
    return tuple(dict.fromkeys(_most_frequent(forms[key]) for key in (concept, *frequent[:4]) if key in forms))
