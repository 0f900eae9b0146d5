"""Parsed tokens in; drafts of what takes a side without a word of saying out, for a regression to judge.

Journalists tell where somebody stands by what it would do ("the port would pay if …"), by what it did ("the city ended
its contract"), by what it is ("is against", "remains sceptical"), and by verbs whose object went before ("refused",
"has appealed"). Most sentences of these forms are no positions, so that only deeds that show a side by what is done to
what ("blocked the bill") are believed as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.analysis.attribution.acts import is_taken_for_participle, shows_a_side
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import EDGE, TENSED
from briefing.analysis.attribution.parsing.subjects import is_nobody, is_passive, source_of_verb
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_end_marks
from briefing.analysis.lexicon.acts import load_acts
from briefing.analysis.lexicon.cues import CueLexicon

MODALS = frozenset({"would", "'d", "’d", "could", "will", "'ll", "’ll", "might"})
COPULAS = frozenset({"be", "remain", "stay", "seem"})
SIDES = frozenset({"against", "for", "behind", "in", "on", "with", "of", "at"})
"""Prepositions with which a copula tells a side: "is against the levy", "is in favour", "is on his side"."""
PLACES = frozenset({"ROOT", "conj", "relcl", "ccomp", "advcl", "parataxis", "acl"})
"""Relations of verbs that may be the main verb of a position."""
COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "attr", "acomp", "oprd", "dative"})
CONTRASTS = frozenset({"while", "although", "though", "as", "but"})
"""Words that open a clause about something else."""
KINDS = frozenset({"modal", "act", "deed", "bare", "adjective", "side", "ellipsis"})
DEEDS = frozenset({"act", "deed"})
CLAUSES = frozenset({"relcl", "advcl", "acl", "ccomp"})
BESIDE = frozenset({*CLAUSES, "appos", "prep", "npadvmod"})
"""Relations of phrases that may tell something beside a deed."""
TIMES = frozenset({"after", "before", "when", "while", "as", "once"})
LONG_ASIDE = 6
"""Words from which a phrase behind a comma is told beside a deed ("…, at the end of a summer in which …")."""
PREFIXES = frozenset({"co", "re"})
FOR = ("for",)
"""With which a verb has no object of its own: who "paid fees for" somebody did not pay for him."""
LONGEST_CUE = 6
NEAR = 6
"""Tokens after a verb within which the further words of a deed stand ("tore the form up")."""
LONGEST_CONTENT = 45


def find_implied(tokens: Tokens, lexicon: CueLexicon, taken: set[int]) -> list[Draft]:
    """One draft at most for each verb outside quotations and outside what is taken."""
    found = []
    for v, part in enumerate(tokens.part):
        if part not in ("VERB", "AUX") or v in taken or tokens.quotation[v] >= 0 or tokens.relation[v] not in PLACES:
            continue
        draft = _Reading(tokens, lexicon, v, taken).draft()
        if draft is not None and taken.isdisjoint(draft.content):
            found.append(draft)
    return found


def is_implied(draft: Draft) -> bool:
    """Whether a draft was proposed here: its verb is what is held, so that its content begins with it."""
    return draft.words_and_frame[1].split(" ")[0] in KINDS


class _Reading:
    """One verb with what hangs on it."""

    def __init__(self, tokens: Tokens, lexicon: CueLexicon, verb: int, taken: set[int]) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.verb = verb
        self.taken = taken
        self.children = tokens.children[verb]
        self.prefix = self.find_prefix()
        self.lemma = "-".join([*(tokens.lower[i] for i in self.prefix[:1]), tokens.lemma[verb]])
        self.auxiliaries = [c for c in self.children if tokens.relation[c] in ("aux", "neg") and c < verb]

    def draft(self) -> Draft | None:
        """The position that the verb may tell; None where it has none of the forms, or nobody holds it."""
        kind = self.kind()
        if kind is None or is_passive(self.tokens, self.verb):
            return None
        subject_of = self.prefix[0] if self.prefix else self.verb
        phrase = [i for i in source_of_verb(self.tokens, subject_of) if not self.tokens.space[i]]
        source = without_end_marks(self.tokens, phrase)
        first = min([*self.auxiliaries, *self.prefix, self.verb])
        if (
            not source
            or source[0] > first
            or is_nobody(self.tokens, source)
            or any(self.tokens.quotation[i] >= 0 for i in source)
        ):
            return None
        cue = [i for i in range(first, self.verb + 1) if not self.tokens.space[i] and i not in source]
        if len(cue) > LONGEST_CUE:
            return None
        content = self.content(is_deed=kind in DEEDS)
        if len(content) > LONGEST_CONTENT:
            return None
        return Draft(source, cue, content or cue, f"rule: {self.lemma} with {kind}")

    def find_prefix(self) -> list[int]:
        """ "co", "-" in front of "sponsored", which the tokenizer takes apart."""
        tokens, v = self.tokens, self.verb
        joined = v > 1 and tokens.words[v - 1] == "-" and tokens.ends[v - 2] == tokens.starts[v - 1]
        return [v - 2, v - 1] if joined and tokens.lower[v - 2] in PREFIXES else []

    def kind(self) -> str | None:
        """Which of the forms the verb has."""
        tokens, v = self.tokens, self.verb
        words = {tokens.lower[c] for c in self.auxiliaries}
        if words & MODALS:
            return f"modal {min(words & MODALS)}"
        lemma = self.lemma
        after = [c for c in self.children if c > v]
        if not self.is_finite():
            return None
        if shows_a_side(tokens, load_acts(), v):
            return "act"
        if lemma in COPULAS:
            return self.copula(after)
        frames = self.frames()
        if self.is_done_to_measure(after):
            return "deed"
        if any(tokens.relation[c] in COMPLEMENTS for c in after):
            return "deed" if "deed" in frames else None
        if lemma == "do" and tokens.part[v] == "VERB":
            return "ellipsis"
        return "bare" if "bare" in frames else "deed" if "deed" in frames else None

    def is_done_to_measure(self, after: list[int]) -> bool:
        """Whether the verb has a law or a deal for its object, or "it" in a clause on somebody ("who wrote it")."""
        tokens = self.tokens
        if self.lemma not in self.lexicon.deeds_to_measures:
            return False
        is_clause = tokens.relation[self.verb] == "relcl"
        return any(
            tokens.relation[c] == "dobj"
            and (tokens.lemma[c] in self.lexicon.measures or (is_clause and tokens.lower[c] == "it"))
            for c in after
        )

    def frames(self) -> set[str]:
        """The frames of the verb's senses whose further words follow it."""
        tokens, v = self.tokens, self.verb
        near = {*tokens.lower[v + 1 : v + 1 + NEAR], *tokens.lemma[v + 1 : v + 1 + NEAR]}
        senses = (s for s in self.lexicon.of("verb", self.lemma) if near.issuperset(s.particles))
        has_object = any(tokens.relation[c] == "dobj" and c > v for c in self.children)
        return {frame for s in senses if s.particles != FOR or not has_object for frame in s.frames}

    def copula(self, after: list[int]) -> str | None:
        """ "Is against", "remains furious": an adjective of the lexicon, or a preposition that takes a side."""
        tokens = self.tokens
        for c in after:
            if tokens.relation[c] == "acomp" and self.lexicon.of("adjective", tokens.lemma[c]):
                return "adjective"
            if tokens.relation[c] in ("prep", "advmod") and tokens.lower[c] in SIDES:
                return f"side {tokens.lower[c]}"
        return None

    def is_finite(self) -> bool:
        """Whether the verb stands in the present, the past or the perfect, or is going on."""
        tokens, v = self.tokens, self.verb
        if tokens.tag[v] in TENSED or is_taken_for_participle(tokens, v):
            return True
        helpers = {tokens.lemma[c] for c in self.auxiliaries}
        return (tokens.tag[v] in ("VBN", "VBG") and bool(helpers & {"have", "be", "’s", "'s"})) or (
            tokens.tag[v] == "VB" and "do" in helpers
        )

    def content(self, is_deed: bool) -> list[int]:
        """All that hangs on the verb after it, but for a further clause with a subject or a verb of its own.

        Of a deed what is told beside it is left out, too, and what somebody else says.
        """
        tokens, v = self.tokens, self.verb
        left_out = {
            c
            for c in self.children
            if c > v
            and (
                tokens.relation[c] == "parataxis"
                or (tokens.relation[c] == "conj" and self.is_clause(c))
                or (tokens.relation[c] == "advcl" and tokens.lower[min(tokens.subtree(c))] in CONTRASTS)
            )
        }
        if is_deed:
            left_out |= {i for i in tokens.subtree(v, left_out) if i > v and self.is_beside(i)}
        kept = [i for i in tokens.phrase(v, left_out) if i > v]
        first, last = 0, len(kept)
        while first < last and tokens.words[kept[first]] in EDGE:
            first += 1
        while last > first and self.is_edge(kept[last - 1]):
            last -= 1
        return kept[first:last]

    def is_edge(self, i: int) -> bool:
        """Whether a token is nothing to end with: a mark, a conjunction, or a mark that another's words end with."""
        tokens = self.tokens
        is_taken_mark = i in self.taken and tokens.part[i] == "PUNCT"
        return tokens.words[i] in EDGE or tokens.tag[i] == "CC" or is_taken_mark

    def is_beside(self, i: int) -> bool:
        """Whether a phrase tells something beside a deed: when it was done, what a noun is, or what another says."""
        tokens = self.tokens
        relation = tokens.relation[i]
        if relation not in BESIDE or tokens.space[i]:
            return False
        phrase = tokens.phrase(i)
        if relation in CLAUSES and not self.taken.isdisjoint(phrase):
            return True
        if relation == "advcl" and tokens.lower[phrase[0]] in TIMES:
            return True
        follows_comma = tokens.words[phrase[0] - 1] == "," and tokens.words[self.verb : phrase[0]].count(",") == 1
        return follows_comma and len(phrase) >= LONG_ASIDE

    def is_clause(self, c: int) -> bool:
        """Whether a joined verb begins a clause of its own."""
        relations: Iterator[str] = (self.tokens.relation[g] for g in self.tokens.children[c])
        return self.tokens.tag[c] in TENSED or any(r in ("nsubj", "nsubjpass", "aux") for r in relations)
