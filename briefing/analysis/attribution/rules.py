"""Parsed tokens in; drafts of attributions out, by frames of the cue lexicon over the dependency parse.

For each word that the lexicon knows as a cue, and for each content that its frames allow there (a clause, an
infinitive, an object, a prepositional phrase), one draft. The rules are the whole analysis where no weights are
installed, and otherwise what the tagger sees as a feature.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.frames import FrameReader, together
from briefing.analysis.attribution.parsing.inverted import speaker_behind
from briefing.analysis.attribution.parsing.labels import EDGE
from briefing.analysis.attribution.parsing.subjects import agent_of, source_of_verb
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon

AUXILIARY = frozenset({"aux", "auxpass", "neg", "prt"})
LONGEST_CUE = 7
MOST_OF_REGION = 0.9
"""Share of a content that an attribution inside it must leave free."""


def find_by_rules(tokens: Tokens, lexicon: CueLexicon) -> list[Draft]:
    """All attributions that the rules find, none inside the content of another, in the order of their cues."""
    rules = _Rules(tokens, lexicon)
    found = rules.read(range(len(tokens)))
    rules.continue_quotations()
    return found


def find_inside(tokens: Tokens, lexicon: CueLexicon, content: list[int]) -> list[Draft]:
    """What the rules find inside a content ("A said that B wanted …"), as if the content were the whole text."""
    region = frozenset(content)
    found = _Rules(tokens, lexicon, region).read(content)
    return [draft for draft in found if len(draft.content) < MOST_OF_REGION * len(region)]


def without_end_marks(tokens: Tokens, words: Sequence[int]) -> list[int]:
    """Words without the commas, full stops and dashes at their end."""
    last = len(words)
    while last and tokens.words[words[last - 1]] in EDGE:
        last -= 1
    return list(words[:last])


def without_marks(tokens: Tokens, words: Sequence[int]) -> list[int]:
    """The same without those at their beginning."""
    kept = without_end_marks(tokens, words)
    first = next((n for n, i in enumerate(kept) if tokens.words[i] not in EDGE), len(kept))
    return kept[first:]


class _Rules:
    """One document's run: what was found, and which tokens already belong to a content."""

    def __init__(self, tokens: Tokens, lexicon: CueLexicon, region: frozenset[int] | None = None) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.frames = FrameReader(tokens, lexicon)
        self.region = region
        """Tokens beyond which nothing may reach; inside it quotation marks mean nothing."""
        self.used: set[int] = set()
        self.found: list[Draft] = []

    def read(self, tokens: Iterable[int]) -> list[Draft]:
        """Try each token as a cue."""
        for i in tokens:
            if i in self.used or (self.region is None and self.tokens.quotation[i] >= 0):
                continue
            draft = self.cue_word(i)
            if draft is not None:
                self.found.append(draft)
                self.used.update(draft.content)
        return self.found

    def cue_word(self, i: int) -> Draft | None:
        """The draft of which a token is the main word of the cue."""
        tokens = self.tokens
        if tokens.lower[i] == "according":
            return self.according_to(i)
        part = tokens.part[i]
        if part in ("VERB", "AUX"):
            return self.verb(i) or self.passive(i)
        if part == "NOUN":
            return self.noun(i)
        return self.adjective(i) if part == "ADJ" else None

    def noun(self, i: int) -> Draft | None:
        """ "Its demand for a ban", "voiced doubts about the plan": the owner, or the light verb's subject, speaks."""
        tokens = self.tokens
        senses = self.lexicon.of("noun", tokens.lemma[i])
        if not senses:
            return None
        content, preposition = self.frames.complement(i, senses)
        if not content:
            return None
        verb = tokens.head[i]
        if tokens.relation[i] == "dobj" and tokens.lemma[verb] in self.lexicon.light_verbs and verb < i:
            cue = [*self.cue(verb, []), *range(verb + 1, i + 1), *preposition]
            source = source_of_verb(tokens, verb)
        else:
            owner = next((c for c in tokens.children[i] if tokens.relation[c] == "poss"), None)
            if owner is None:
                return None
            source, cue = tokens.subtree(owner), [i, *preposition]
        return self.fit(source, sorted(set(cue)), content, f"{senses[0].words} (noun)")

    def adjective(self, i: int) -> Draft | None:
        """ "Is opposed to the plan", "is wary of it": the subject of the copula is the source."""
        tokens = self.tokens
        senses = self.lexicon.of("adjective", tokens.lemma[i])
        if not senses or tokens.relation[i] != "acomp":
            return None
        content, preposition = self.frames.complement(i, senses)
        if not content:
            return None
        verb = tokens.head[i]
        cue = [*self.cue(verb, []), *range(verb + 1, i + 1), *preposition]
        return self.fit(source_of_verb(tokens, verb), sorted(set(cue)), content, f"{senses[0].words} (adjective)")

    def passive(self, v: int) -> Draft | None:
        """ "The plan was rejected by X", "the council is expected to vote", "it is feared that …"."""
        tokens = self.tokens
        subject = next((c for c in tokens.children[v] if tokens.relation[c] == "nsubjpass"), None)
        if subject is None or not self.lexicon.of("verb", tokens.lemma[v]):
            return None
        agent = agent_of(tokens, v)
        clause = [c for c in tokens.children[v] if tokens.relation[c] in ("xcomp", "ccomp", "oprd") and c > v]
        if agent is not None:
            by = [c for c in tokens.children[v] if tokens.relation[c] == "agent"]
            judgement = [c for c in (*tokens.children[v], *tokens.children[agent]) if tokens.lower[c] == "as" and c > v]
            source = tokens.subtree(agent, set(judgement))
            content = sorted({*tokens.subtree(subject), *together(tokens, judgement)})
            return self.fit(source, self.cue(v, by), content, f"{tokens.lemma[v]} (passive)")
        if not clause:
            return None
        told = [] if tokens.lower[subject] == "it" else tokens.subtree(subject)
        content = sorted({*told, *together(tokens, clause)})
        return self.fit([], self.cue(v, []), content, f"{tokens.lemma[v]} (passive)")

    def fit(self, source: list[int], cue: list[int], content: list[int], name: str) -> Draft | None:
        """Source, cue and content without overlap; None if nothing is left to say."""
        cue = [i for i in cue if not self.tokens.space[i]]
        if len(cue) > LONGEST_CUE:
            return None
        outside = {*cue, *source, *self.used}
        content = self.trim([i for i in content if i not in outside])
        if not any(self.tokens.is_word(i) for i in content):
            return None
        return Draft(self.trim([i for i in source if i not in set(cue)]), cue, content, f"rule: {name}")

    def according_to(self, i: int) -> Draft | None:
        """ "According to X, …": the rest of the sentence is the content."""
        tokens = self.tokens
        to = next((c for c in tokens.children[i] if tokens.lower[c] == "to"), None)
        if to is None:
            return None
        whom = next((c for c in tokens.children[to] if tokens.relation[c] == "pobj"), None)
        if whom is None:
            return None
        source = tokens.subtree(whom)
        outside = {*tokens.subtree(i), *source, i, to} | self.used
        first, last = tokens.sentences[tokens.sentence[i]]
        content = self.trim([k for k in range(first, last) if k not in outside])
        return Draft(self.trim(source), [i, to], content, "rule: according to") if content else None

    def verb(self, v: int) -> Draft | None:
        """The first sense of a verb whose frames the parse fulfils."""
        tokens = self.tokens
        if tokens.part[v] not in ("VERB", "AUX") or tokens.tag[v] == "MD":
            return None
        for sense, particles in self.frames.senses(v):
            for frame, content in self.frames.contents(v, particles, sense, self.quoted_in_sentence):
                draft = self.draft(v, particles, content, f"rule: {sense.words} with {frame}")
                if draft is not None:
                    return draft
        return None

    def draft(self, v: int, particles: list[int], content: list[int], rule: str) -> Draft | None:
        """Cue, source and content made fit together; None if no word is left for the content."""
        tokens = self.tokens
        speaker = speaker_behind(tokens, self.lexicon, v)
        source = source_of_verb(tokens, v) if speaker is None else tokens.subtree(speaker)
        cue = self.cue(v, particles)
        quoted = self.quoted_in_sentence(v)
        if quoted and any(tokens.quotation[i] >= 0 for i in content):
            content = sorted({*content, *quoted})
        outside = {*cue, *source, *self.used}
        content = self.trim([i for i in content if i not in outside])
        if not any(tokens.is_word(i) for i in content):
            return None
        return Draft(self.trim([i for i in source if i not in set(cue)]), cue, content, rule)

    def cue(self, v: int, particles: list[int]) -> list[int]:
        """The verb with auxiliaries, negation, particles and a neighbouring adverb, as one short run."""
        tokens = self.tokens
        parts = [v, *particles]
        for c in tokens.children[v]:
            if tokens.relation[c] in AUXILIARY or (tokens.relation[c] == "advmod" and abs(c - v) == 1):
                parts.append(c)
        run = tokens.stretch(min(parts), max(parts) + 1)
        return run if len(run) <= LONGEST_CUE and len({tokens.quotation[i] for i in run}) == 1 else [v]

    def quoted_in_sentence(self, v: int) -> list[int]:
        """The quoted tokens of a verb's sentence that are not yet in a content; none inside a region."""
        tokens = self.tokens
        if self.region is not None:
            return []
        first, last = tokens.sentences[tokens.sentence[v]]
        return [
            i for i in range(first, last) if tokens.quotation[i] >= 0 and i not in self.used and not tokens.space[i]
        ]

    def continue_quotations(self) -> None:
        """A quotation that goes on in the next sentence of the block belongs to the draft before it."""
        tokens = self.tokens
        for number in range(1, len(tokens.sentences)):
            first, last = tokens.sentences[number]
            rest = [
                i for i in range(first, last) if tokens.quotation[i] >= 0 and i not in self.used and not tokens.space[i]
            ]
            before_first = tokens.sentences[number - 1][0]
            if len(rest) < 3 or tokens.block[first] != tokens.block[before_first]:
                continue
            before = [
                d
                for d in self.found
                if before_first <= d.content[-1] < first or (d.cue and before_first <= d.cue[0] < first)
            ]
            if before:
                before[-1].content = sorted({*before[-1].content, *rest})
                self.used.update(rest)

    def trim(self, tokens: list[int]) -> list[int]:
        """Without white space, without punctuation at the edges, without a dangling "that"."""
        kept = [i for i in tokens if not self.tokens.space[i] and (self.region is None or i in self.region)]
        first, last = 0, len(kept)
        while first < last and self.tokens.words[kept[first]] in EDGE:
            first += 1
        while last > first and (
            self.tokens.words[kept[last - 1]] in EDGE or self.tokens.lower[kept[last - 1]] == "that"
        ):
            last -= 1
        return kept[first:last]
