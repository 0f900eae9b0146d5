"""Drafts in; those of further participles with "by" added: "a bill supported by the Greens and opposed by the union".

A participle on a noun, or beside another passive, names in its "by" who takes which side of what the noun names.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.drafts import PARTICIPLE, Draft
from briefing.analysis.attribution.parsing.inverted import can_speak
from briefing.analysis.attribution.parsing.subjects import agent_of
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_end_marks
from briefing.analysis.lexicon.cues import ATTITUDES, CueLexicon


def add_participles(tokens: Tokens, drafts: Iterable[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts and one for each participle with "by" that takes a side and is no draft's cue so far."""
    drafts = list(drafts)
    taken = {i for draft in drafts for i in draft.cue}
    quoted = {i for draft in drafts for i in draft.content if tokens.quotation[i] >= 0}
    return drafts + [
        draft
        for verb in range(len(tokens))
        if tokens.tag[verb] == "VBN"
        and verb not in taken
        and verb not in quoted
        and (draft := _of_participle(tokens, lexicon, verb)) is not None
    ]


def _of_participle(tokens: Tokens, lexicon: CueLexicon, verb: int) -> Draft | None:
    """The draft of a participle: who "by" names, and the noun phrase before it."""
    if not lexicon.has_sense("verb", tokens.lemma[verb], ATTITUDES, phrasal=False):
        return None
    agent = agent_of(tokens, verb)
    if agent is None or agent < verb or not (tokens.part[agent] == "PROPN" or can_speak(tokens, lexicon, agent)):
        return None
    content = _what(tokens, lexicon, verb)
    inside = set(content)
    source = without_end_marks(tokens, [i for i in tokens.phrase(agent) if i not in inside])
    cue = [verb, *(c for c in tokens.children[verb] if tokens.relation[c] == "agent" and c == verb + 1)]
    is_whole = content and source and content[-1] < verb
    return Draft(source, cue, content, PARTICIPLE, is_sure=True) if is_whole else None


def _what(tokens: Tokens, lexicon: CueLexicon, verb: int) -> list[int]:
    """The noun phrase whose side is taken: the noun on which the participles hang, or the subject of the first one."""
    first = verb
    while tokens.relation[first] == "conj" and tokens.tag[tokens.head[first]] == "VBN" and tokens.head[first] < first:
        first = tokens.head[first]
    if tokens.relation[first] == "acl":
        noun: int | None = tokens.head[first]
    elif first != verb:
        noun = next((c for c in tokens.children[first] if tokens.relation[c] == "nsubjpass"), None)
    else:
        return []
    if noun is None or tokens.part[noun] != "NOUN" or can_speak(tokens, lexicon, noun):
        return []
    phrase = without_end_marks(tokens, [i for i in tokens.phrase(noun) if i < first])
    is_whole = bool(phrase) and phrase == list(range(phrase[0], phrase[-1] + 1))
    return phrase if is_whole and not any(tokens.part[i] in ("VERB", "AUX") for i in phrase) else []
