"""Attributions in; those that lie inside their contents out ("A says that B wants C" holds two).

The rules propose what stands inside a content; a logistic regression decides, because inside somebody's words most
verbs of the lexicon are part of the message ("we want", "to consider a delay").
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import SECOND_PERSON
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import find_inside
from briefing.analysis.attribution.scoring import Regression
from briefing.analysis.lexicon.cues import CueLexicon

SHORTEST = 4
"""Tokens that a content must have to hold another attribution."""
ACCEPTED = 0.35
"""Probability above which a proposed attribution is taken."""
FIRST_PERSON = frozenset({"i", "we", "us", "me", "my", "our"})
THIRD_PERSON = frozenset({"he", "she", "they", "his", "her", "their"})
OTHER_PRONOUNS = frozenset(
    {"it", "its", "who", "which", "that", "this", "what", "nobody", "somebody", "someone", "one"}
)


def find_nested(tokens: Tokens, lexicon: CueLexicon, outer: Iterable[Draft], judge: Regression) -> list[Draft]:
    """The attributions inside the contents of others that the regression accepts, each with its parent."""
    accepted = []
    for parent in outer:
        for draft in propose_nested(tokens, lexicon, parent):
            probability = judge.probability(nested_features(tokens, lexicon, draft))
            if probability > ACCEPTED:
                draft.scores["nested"] = probability
                accepted.append(draft)
    return accepted


def propose_nested(tokens: Tokens, lexicon: CueLexicon, parent: Draft) -> list[Draft]:
    """What the rules find inside a content."""
    if len(parent.content) < SHORTEST:
        return []
    proposed = [draft for draft in find_inside(tokens, lexicon, parent.content) if draft.source]
    for draft in proposed:
        draft.parent, draft.is_nested = parent, True
    return proposed


def nested_features(tokens: Tokens, lexicon: CueLexicon, draft: Draft) -> set[str]:
    """What speaks for a proposed attribution being one, or against it."""
    assert draft.parent is not None
    verb = next((i for i in draft.cue if tokens.part[i] == "VERB"), draft.cue[0])
    words, frame = draft.words_and_frame
    senses = [s for s in lexicon.of("verb", tokens.lemma[verb]) if s.words == words] or lexicon.of(
        "verb", tokens.lemma[verb]
    )
    cue_class = senses[0].cue_class if senses else "none"
    source = source_kind(tokens, draft.source)
    quoted = tokens.quotation[verb] >= 0
    noun = source_noun(tokens, lexicon, draft.source)
    on_top = tokens.head[verb] in draft.parent.cue
    share = len(draft.content) / len(draft.parent.content)
    first = draft.cue[0] - draft.parent.content[0]
    return {
        f"class {cue_class}",
        f"class {cue_class} {frame}",
        f"class {cue_class} {source}",
        f"frame {frame}",
        f"lemma {words}",
        f"noun {noun}",
        f"noun {noun} {frame}",
        f"class {cue_class} {noun}",
        f"on top {on_top}",
        f"on top {on_top} {cue_class}",
        f"on top {on_top} {noun}",
        f"source {source}",
        f"source {source} quoted {quoted}",
        f"quoted {quoted} class {cue_class}",
        f"tag {tokens.tag[verb]}",
        f"relation {tokens.relation[verb]}",
        f"relation {tokens.relation[verb]} {frame}",
        f"share {int(share * 4)}",
        f"early {first < 6}",
        f"length {min(len(draft.content) // 3, 4)}",
        f"modal {any(tokens.tag[i] == 'MD' for i in draft.cue)} {quoted}",
        f"negated {any(tokens.relation[i] == 'neg' for i in draft.cue)}",
    }


def source_noun(tokens: Tokens, lexicon: CueLexicon, source: list[int]) -> str:
    """The kind of a source, and for a description what its main noun names: persons, bodies, documents, things."""
    kind = source_kind(tokens, source)
    if kind != "description":
        return kind
    inside = set(source)
    return lexicon.source_kind(tokens.lemma[next((i for i in source if tokens.head[i] not in inside), source[-1])])


def source_kind(tokens: Tokens, source: list[int]) -> str:
    """Who the source is, roughly: a person of the grammar, a name, or a description."""
    words = {tokens.lower[i] for i in source}
    for kind, pronouns in (
        ("first", FIRST_PERSON),
        ("second", SECOND_PERSON),
        ("third", THIRD_PERSON),
        ("other", OTHER_PRONOUNS),
    ):
        if len(source) == 1 and words & pronouns:
            return kind
    if any(tokens.entity[i] in ("PERSON", "ORG", "GPE", "NORP") for i in source):
        return "name"
    return "capital" if any(tokens.words[i][0].isupper() for i in source[1:]) else "description"
