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
    reader = _ParticipleReader(tokens, lexicon)
    return drafts + [
        draft
        for verb in range(len(tokens))
        if tokens.tag[verb] == "VBN"
        and verb not in taken
        and verb not in quoted
        and (draft := reader.read(verb)) is not None
    ]


class _ParticipleReader:
    """Reads the participles of one document; what several of them have in common it looks up once."""

    def __init__(self, tokens: Tokens, lexicon: CueLexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.firsts: dict[int, int] = {}
        """The first of the participles joined by "and", for each that was looked at."""
        self.phrases: dict[int, list[int]] = {}
        """The phrase of each noun up to the first participle on it, by that participle."""

    def read(self, verb: int) -> Draft | None:
        """The draft of a participle: who "by" names, and the noun phrase before it."""
        tokens, lexicon = self.tokens, self.lexicon
        if not lexicon.has_sense("verb", tokens.lemma[verb], ATTITUDES, phrasal=False):
            return None
        agent = agent_of(tokens, verb)
        if agent is None or agent < verb or not (tokens.part[agent] == "PROPN" or can_speak(tokens, lexicon, agent)):
            return None
        content = self._what(verb)
        inside = set(content)
        source = without_end_marks(tokens, [i for i in tokens.phrase(agent) if i not in inside])
        cue = [verb, *(c for c in tokens.children[verb] if tokens.relation[c] == "agent" and c == verb + 1)]
        is_whole = content and source and content[-1] < verb
        return Draft(source, cue, content, PARTICIPLE, is_sure=True) if is_whole else None

    def _what(self, verb: int) -> list[int]:
        """The noun phrase whose side is taken: the noun on which the participles hang, or the first one's subject."""
        tokens = self.tokens
        first = self._first(verb)
        if first == verb and tokens.relation[first] != "acl":
            return []
        if first not in self.phrases:
            self.phrases[first] = self._phrase_before(first)
        return list(self.phrases[first])

    def _first(self, verb: int) -> int:
        """The first of the participles that are joined to one another up to this one."""
        tokens = self.tokens
        chain = []
        while verb not in self.firsts:
            chain.append(verb)
            above = tokens.head[verb]
            if tokens.relation[verb] != "conj" or tokens.tag[above] != "VBN" or above >= verb:
                self.firsts[verb] = verb
                break
            verb = above
        first = self.firsts[verb]
        self.firsts.update(dict.fromkeys(chain, first))
        return first

    def _phrase_before(self, first: int) -> list[int]:
        """The phrase of the noun that a participle tells of, up to the participle; empty where that is no plain one."""
        tokens = self.tokens
        if tokens.relation[first] == "acl":
            noun: int | None = tokens.head[first]
        else:
            noun = next((c for c in tokens.children[first] if tokens.relation[c] == "nsubjpass"), None)
        if noun is None or tokens.part[noun] != "NOUN" or can_speak(tokens, self.lexicon, noun):
            return []
        phrase = without_end_marks(tokens, [i for i in tokens.phrase(noun) if i < first])
        is_whole = bool(phrase) and phrase == list(range(phrase[0], phrase[-1] + 1))
        return phrase if is_whole and not any(tokens.part[i] in ("VERB", "AUX") for i in phrase) else []
