"""A table of concepts in; what single statements are explicitly for or against, with the phrase that names it, out.

Who asks for, backs, rejects or promises something names the matter with the object of that attitude ("called for *an
exemption for hospitals*", "wants *the data to be deleted*"): no direction between words and label has to be guessed
then. What only points back ("the plan", "his demand") or names an actor is no target.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from briefing.analysis.entities.columns import Columns
from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.phrases import Phrase, deeds_of, is_group, noun_phrases_of
from briefing.analysis.issues.words import GENERIC_STEMS, stem
from briefing.analysis.lexicon.cues import load_cues

EXPLICIT = frozenset({"demand", "support", "opposition", "wish", "commitment", "refusal"})
"""Classes of cues whose object is what the holder is for or against."""
_SAYINGS = frozenset({"claim", "criticism", "demand", "wish", "opposition", "speech", "worry", "support", "denial"})
"""Classes of nouns for somebody's words or view: they are about a matter and are none."""
_POINTING = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "any"})
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


def explicit_targets(table: ConceptTable, actors: Collection[str]) -> list[Target]:
    """The targets of the statements with an explicit attitude, in the order of the text.

    Args:
        actors: stems of the words in names of actors.
    """
    found = []
    for number, statement in enumerate(table.statements):
        if statement.cue_class not in EXPLICIT or statement.form == "direct":
            continue
        cue = statement.cue
        content = [
            token
            for token in table.contents[number]
            if cue is None or not cue.start <= table.columns.start[token] < cue.end
        ]
        target = _target(table, content, actors)
        if target is not None:
            concept, phrase = target
            found.append(Target(number, concept, phrase.words[:1].upper() + phrase.words[1:]))
    return found


def _target(table: ConceptTable, content: Sequence[int], actors: Collection[str]) -> tuple[int, Phrase] | None:
    """Concept and fullest phrase of what heads a content; somebody who is to do something gives way to what he does."""
    columns = table.columns
    inside = set(content)
    roots = [token for token in content if columns.head[token] not in inside or columns.head[token] == token]
    for number, root in enumerate(roots[:_ROOTS]):
        if columns.pos[root] == "NOUN" and not _is_to_do(columns, root, roots[number + 1 :]):
            return _named(table, root, actors)
        if columns.pos[root] == "VERB" and (deed := _deed(columns, root)) is not None:
            return _checked(table, *deed, actors)
    return None


def _is_to_do(columns: Columns, noun: int, others: Sequence[int]) -> bool:
    """Whether a noun is somebody, or who is to do what another root says ("urged *the council to* …")."""
    able = load_cues().source_kind(columns.lemma[noun].casefold()) in {"persons", "bodies"}
    return is_group(columns, noun) or (able and any(columns.pos[other] == "VERB" for other in others[:1]))


def _named(table: ConceptTable, noun: int, actors: Collection[str]) -> tuple[int, Phrase] | None:
    """The phrase of a noun, or the deed that it announces or suffers ("the *right to board ships*")."""
    columns = table.columns
    announced = next((child for child in columns.children[noun] if _is_infinitive(columns, child)), None)
    if announced is not None and (deed := _deed(columns, announced, noun)) is not None:
        return _checked(table, *deed, actors)
    if {sense.cue_class for sense in load_cues().of("noun", columns.lemma[noun].casefold())} & _SAYINGS:
        return None
    phrase = _fullest(columns, [noun])
    if phrase is None or (" " not in phrase.words and _points_back(columns, noun)):
        phrase = _fullest(
            columns,
            [n for n in np.flatnonzero(table.concept == table.concept[noun]).tolist() if columns.pos[n] == "NOUN"],
        )
        if phrase is None or " " not in phrase.words:
            return None
    return _checked(table, noun, phrase, actors)


def _fullest(columns: Columns, nouns: Iterable[int]) -> Phrase | None:
    """The longest phrase of some nouns."""
    return max((p for noun in nouns for p in noun_phrases_of(columns, noun)), key=lambda p: len(p.words), default=None)


def _is_infinitive(columns: Columns, verb: int) -> bool:
    """Whether a verb hangs on a noun as what is to be done."""
    marked = any(columns.tag[child] == "TO" for child in columns.children[verb])
    return marked and columns.dep[verb] in {"acl", "relcl"} and columns.pos[verb] == "VERB"


def _deed(columns: Columns, verb: int, above: int | None = None) -> tuple[int, Phrase] | None:
    """What is to be done to what ("to *name* a *mediator*", "the *data* to be *deleted*"): the noun and the phrase.

    Args:
        above: the noun on which the verb hangs, which suffers the deed where the verb is passive and has no subject.
    """
    children = columns.children[verb]
    nouns = [c for c in children if columns.dep[c] in {"dobj", "nsubjpass"} and columns.pos[c] == "NOUN"]
    if not nouns and above is not None and any(columns.dep[child] == "auxpass" for child in children):
        nouns = [above]
    for noun in nouns[:1]:
        phrase = max(deeds_of(columns, verb, noun), key=lambda p: len(p.words), default=None)
        return None if phrase is None else (noun, phrase)
    return None


def _checked(table: ConceptTable, noun: int, phrase: Phrase, actors: Collection[str]) -> tuple[int, Phrase] | None:
    word = stem(table.columns.text[noun])
    concept = int(table.concept[noun])
    return None if concept < 0 or word in GENERIC_STEMS or word in actors else (concept, phrase)


def _points_back(columns: Columns, noun: int) -> bool:
    return any(columns.dep[c] in {"det", "poss"} and columns.lower[c] in _POINTING for c in columns.children[noun])
