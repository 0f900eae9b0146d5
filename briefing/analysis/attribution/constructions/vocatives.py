"""Drafts in; the same out, with nobody as a source who is only addressed.

"Ms. Okafor, the carriers claim …", "Mr. Prentice, your own director wrote …": in hearings and interviews a sentence
opens with the name of whoever is spoken to, and the parser takes the name for the subject. Whoever is told about "your
own director" is not that director; and behind an address, unlike an apposition, no comma closes the phrase.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import SECOND_PERSON, SUBJECTS
from briefing.analysis.attribution.parsing.tokens import Tokens

LONGEST_NAME = 5
"""Tokens of an address ("Madam Deputy Mayor Okafor")."""
JOINING = frozenset({",", "and", "or", "who", "which", "whose"})
PREDICATES = frozenset({"VERB", "AUX"})


def drop_vocatives(tokens: Tokens, drafts: Iterable[Draft]) -> None:
    """Give each draft whose source opens with an address the subject behind it."""
    for draft in drafts:
        if draft.source and draft.cue and draft.source[0] < draft.cue[0]:
            draft.source = _behind_address(tokens, draft) or draft.source


def _behind_address(tokens: Tokens, draft: Draft) -> list[int]:
    """The subject after an address at the head of the sentence; empty where there is no address."""
    phrase = tokens.stretch(draft.source[0], draft.cue[0])
    comma = next((n for n, i in enumerate(phrase) if tokens.words[i] == ","), 0)
    name, rest = phrase[:comma], phrase[comma + 1 :]
    if not rest or not 0 < len(name) <= LONGEST_NAME or not _opens_sentence(tokens, name[0]):
        return []
    if any(tokens.part[i] != "PROPN" for i in name):
        return []
    if tokens.lower[rest[0]] in SECOND_PERSON:
        end = next((n for n, i in enumerate(rest) if tokens.part[i] in PREDICATES), len(rest))
        return _trimmed(tokens, rest[:end])
    verbs = {i for i in draft.cue if tokens.part[i] in PREDICATES}
    subject = next((i for i in rest if tokens.relation[i] in SUBJECTS and tokens.head[i] in verbs), None)
    if subject is None or tokens.part[subject] not in {"NOUN", "PRON"}:
        return []
    source = [i for i in tokens.subtree(subject) if i in rest]
    closed = tokens.words[source[-1] + 1] == "," or any(tokens.lower[i] in JOINING for i in source)
    return [] if closed else source


def _opens_sentence(tokens: Tokens, i: int) -> bool:
    """Whether nothing but marks stands before a token in its sentence."""
    return not any(tokens.is_word(k) for k in range(tokens.sentences[tokens.sentence[i]][0], i))


def _trimmed(tokens: Tokens, source: list[int]) -> list[int]:
    end = len(source)
    while end and tokens.words[source[end - 1]] == ",":
        end -= 1
    return source[:end]
