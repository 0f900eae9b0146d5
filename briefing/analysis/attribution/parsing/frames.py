"""The main word of a cue in; out the senses that it can have, and what the parse offers for the frames of each.

A frame is what a word takes as its content: a clause, an infinitive, an object, what stands behind a preposition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefing.analysis.attribution.parsing.inverted import INVERTED, before_comma, speaker_behind
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon, Sense
from briefing.analysis.lexicon.words import load_word_lists

CLAUSE = frozenset({"ccomp", "parataxis"})
CONDITIONS = frozenset({"if", "unless", "provided", "providing"})
NEAR = 7
"""Tokens after a verb within which the further words of its cue must stand ("leave the door wide open to")."""


class FrameReader:
    """Reads the frames of the cues of one document."""

    def __init__(self, tokens: Tokens, lexicon: CueLexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon

    def senses(self, v: int) -> list[tuple[Sense, list[int]]]:
        """The senses of a verb whose further words follow it: those with the most first, of equal ones the nearest.

        So "campaigned against the fee for a year" is no campaign for a year.
        """
        tokens = self.tokens
        after = slice(v + 1, v + 1 + NEAR)
        near = {*tokens.lower[after], *tokens.lemma[after]}
        found = []
        for sense in self.lexicon.of("verb", tokens.lemma[v]):
            if sense.particles and sense.particles[0] not in near:
                continue
            particles = self.particles(v, sense)
            if particles is not None:
                found.append((sense, particles))
        return sorted(found, key=lambda pair: (-len(pair[1]), pair[1][-1:]))

    def particles(self, v: int, sense: Sense) -> list[int] | None:
        """The tokens of the sense's further words, in order after the verb; None if one is missing.

        Those of "be" ("is for the plan") stand right beside it: in "was closed for a year" another verb has them.
        """
        tokens = self.tokens
        found: list[int] = []
        position, limit = v + 1, min(v + 1 + NEAR, tokens.sentences[tokens.sentence[v]][1])
        for word in sense.particles:
            while position < limit and tokens.lower[position] != word and tokens.lemma[position] != word:
                if sense.lemma == "be" and tokens.part[position] not in ("ADV", "PART"):
                    return None
                position += 1
            if position >= limit:
                return None
            found.append(position)
            position += 1
        return found

    def contents(
        self, v: int, particles: list[int], sense: Sense, quoted_beside: Callable[[int], list[int]]
    ) -> Iterator[tuple[str, list[int]]]:
        """What the parse offers for each frame of the sense.

        Args:
            v: the verb.
            particles: the further words of the cue.
            sense: of the verb.
            quoted_beside: what is quoted in the sentence of a verb, and can be what it says.
        """
        tokens = self.tokens
        children = tokens.children[v]
        if particles:
            last = particles[-1]
            below = [c for c in tokens.children[last] if tokens.relation[c] in ("pobj", "pcomp", "ccomp")]
            objects = [c for c in children if tokens.relation[c] in ("dobj", "ccomp", "xcomp") and c > v]
            if below and not sense.is_cue and any(not self.is_person(c) for c in objects):
                return  # who "paid fees for" somebody did not pay for him
            for c in (below or objects)[:1]:
                yield "particle", self.with_condition(v, tokens.subtree(c))
            return
        for frame in sense.frames:
            if frame == "clause":
                clauses = [c for c in children if tokens.relation[c] in CLAUSE and not is_subjectless(tokens, c)]
                if clauses:
                    yield frame, together(tokens, clauses)
                elif tokens.relation[v] in ("parataxis", "advcl", "ccomp") and tokens.head[v] != v:
                    interrupted = self.interrupted(v)
                    if interrupted:
                        yield "interrupted", interrupted
                elif speaker_behind(tokens, self.lexicon, v) is not None:
                    yield INVERTED, before_comma(tokens, v)
                quoted = quoted_beside(v)
                if quoted:
                    yield "quotation", quoted
            elif frame == "infinitive":
                found = [c for c in children if tokens.relation[c] == "xcomp" and has_to(tokens, c)]
                if found:
                    yield frame, self.with_condition(v, together(tokens, found))
            elif frame == "object":
                found = [c for c in children if c > v and is_object(tokens, c)]
                if found:
                    yield frame, self.with_condition(v, together(tokens, found))
            elif frame == "object-to":
                found = [c for c in children if tokens.relation[c] in ("ccomp", "xcomp", "advcl") and has_to(tokens, c)]
                person = [c for c in children if tokens.relation[c] == "dobj" and c > v]
                if found:
                    yield frame, together(tokens, person + found)
            elif frame == "object-as":
                found = [c for c in children if tokens.relation[c] in ("dobj", "oprd", "ccomp", "xcomp") and c > v]
                as_phrase = [c for c in children if tokens.lower[c] == "as" and c > v]
                judged = is_calling(tokens, v) and any(tokens.relation[c] != "dobj" for c in found)
                if found and (as_phrase or judged):
                    yield frame, together(tokens, found + as_phrase)

    def complement(self, i: int, senses: Iterable[Sense]) -> tuple[list[int], list[int]]:
        """What hangs on a noun or adjective as its content, and the preposition that leads to it."""
        tokens = self.tokens
        frames = {frame for sense in senses for frame in sense.frames}
        for c in tokens.children[i]:
            if c < i:
                continue
            if tokens.relation[c] == "prep" and tokens.lower[c] in frames:
                below = [g for g in tokens.children[c] if tokens.relation[g] in ("pobj", "pcomp")]
                if below:
                    return tokens.subtree(below[0]), [c] if c == i + 1 else []
            elif (tokens.relation[c] in ("acl", "xcomp") and has_to(tokens, c) and "infinitive" in frames) or (
                tokens.relation[c] in ("acl", "ccomp", "relcl") and "clause" in frames and has_that(tokens, c)
            ):
                return tokens.subtree(c), []
        return [], []

    def interrupted(self, v: int) -> list[int]:
        """ "X, he said, Y" where "said" hangs below X: the sentence without the verb's subtree."""
        tokens = self.tokens
        first, last = tokens.sentences[tokens.sentence[v]]
        below = set(tokens.subtree(v))
        if tokens.tag[v] in ("VBG", "VB") or not any(tokens.relation[c] == "nsubj" for c in tokens.children[v]):
            return []
        return [i for i in range(first, last) if i not in below]

    def with_condition(self, v: int, content: list[int]) -> list[int]:
        """A content with the condition that hangs on its verb: "would back | the fee if it paid for buses"."""
        tokens = self.tokens
        for c in tokens.children[v]:
            if c > content[-1] and tokens.relation[c] in ("advcl", "prep"):
                clause = tokens.subtree(c)
                if CONDITIONS.intersection(tokens.lower[i] for i in clause[:2]):
                    return sorted({*content, *range(content[-1] + 1, clause[0]), *clause})
        return content

    def is_person(self, i: int) -> bool:
        """Whether a noun names persons."""
        return self.lexicon.source_kind(self.tokens.lemma[i]) == "persons"


def is_calling(tokens: Tokens, verb: int) -> bool:
    """Whether a verb says what somebody takes a thing for ("called the plan a mistake")."""
    return tokens.lemma[verb] in load_word_lists().calling


def together(tokens: Tokens, heads: list[int]) -> list[int]:
    """The subtrees of several tokens."""
    return sorted({i for h in heads for i in tokens.subtree(h)})


def has_to(tokens: Tokens, i: int) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(tokens.lower[c] == "to" and c < i for c in tokens.children[i])


def has_that(tokens: Tokens, i: int) -> bool:
    """Whether a clause begins with a conjunction."""
    return any(tokens.relation[c] == "mark" and c < i for c in tokens.children[i])


def is_object(tokens: Tokens, i: int) -> bool:
    """Whether a word is a verb's object: a noun, a gerund ("fears losing"), or a small clause ("wants it gone")."""
    relation, tag = tokens.relation[i], tokens.tag[i]
    return relation in ("dobj", "oprd") or (relation in ("xcomp", "ccomp") and tag in ("VBG", "VBN", "JJ"))


def is_subjectless(tokens: Tokens, i: int) -> bool:
    """Whether a clause has no subject of its own (the parser's mistake for an object or adverbial)."""
    return tokens.tag[i] in ("VBG", "VB") and not any(
        tokens.relation[c].startswith("nsubj") for c in tokens.children[i]
    )
