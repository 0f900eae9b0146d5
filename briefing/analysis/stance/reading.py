"""One attribution and its issue in; a `Reading` out: everything in the words that bears on the stance.

The reading is composed, after the structure of the sentence: the attitude of the cue with its negation, the direction
between the content and the label along the path of the parse, what the content itself judges or demands, conditions,
and the words around. Rules (`rules.py`) and the linear model (`classifier.py`) both start from it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

import numpy as np
from spacy.tokens import Doc, Token

from briefing.analysis.issues.words import STOP, stem
from briefing.analysis.layers import Attribution
from briefing.analysis.stance.attitudes import NEGATION, NEGATION_WINDOW, Found, find_attitude
from briefing.analysis.stance.labels import LabelReading, read_label
from briefing.analysis.stance.lexicon import StanceLexicon
from briefing.analysis.stance.own import POINTING, OwnAttitude, find_own_attitudes
from briefing.analysis.stance.paths import path_sign
from briefing.model import Issue, Span

_QUOTED = re.compile('["“][^"“”]*(?:["”]|$)')
_POSSIBLE = re.compile(r"\b(?:would|could)\b|['’]d\b", re.IGNORECASE)
_CUE_LEAD = 24
"""How far from the start of a content its cue may stand, in characters: "has repeatedly", "did not formally"."""
_AFTER = 30
_NEUTRAL = frozenset({"speech", "judgement"})
_IF = re.compile(r"\b(?:if|once|when)\b", re.IGNORECASE)
_CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(slots=True)
class Reading:
    """What was read out of one statement."""

    cue: str
    content: str
    sentence: str
    """The sentence of the content without the content: source, cue and what stands around."""
    before: str
    """The sentence before, in the same block; empty where there is none."""
    label: LabelReading
    after: str = ""
    """What follows the content, up to a few words."""
    cue_attitude: Found | None = None
    opening_attitude: Found | None = None
    """Attitude that the content itself states near its start ("we oppose …")."""
    before_attitude: Found | None = None
    relation: int = 0
    """Direction between content and label: +1 the same, -1 opposite, 0 nothing in the words links them."""
    relation_words: tuple[str, ...] = ()
    overlap: int = 0
    """How many content words of the label the content shares."""
    pointing: bool = False
    """Whether the content only points to something named before ("it", "the proposal")."""
    own: tuple[OwnAttitude, ...] = ()
    """Attitudes that the content states as the holder's own, in its order."""
    value: float = 0.0
    norm: float = 0.0
    value_words: tuple[str, ...] = ()
    norm_words: tuple[str, ...] = ()
    strong_condition: str = ""
    weak_condition: str = ""
    source_side: int = 0
    source_words: str = ""
    features: dict[str, float] = field(default_factory=dict)


class Reader:
    """Reads the statements of one Doc."""

    def __init__(self, doc: Doc, lexicon: StanceLexicon) -> None:
        self._doc = doc
        self.text = doc.text
        """The text of the Doc; spaCy puts it together from its tokens each time it is asked."""
        self._lexicon = lexicon
        places = doc.to_array(["IDX", "LENGTH"]).astype(np.int64).reshape(-1, 2)
        self._starts: list[int] = places[:, 0].tolist()
        self._ends: list[int] = places.sum(axis=1).tolist()
        self._sentences = [sentence.start for sentence in doc.sents] if len(doc) else []
        self._blocks = [block.start for block in doc._.briefing_blocks]
        self._labels: dict[str, LabelReading] = {}

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that a span touches."""
        first, end = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return list(self._doc[first:end]) if first < end else []

    def sentence(self, token: int) -> tuple[int, int]:
        """First token of the sentence around a token, and the first after it."""
        number = bisect_right(self._sentences, token)
        following = self._sentences[number : number + 1] or [len(self._starts)]
        return self._sentences[number - 1], following[0]

    def span(self, first: int, end: int) -> Span:
        """The characters of the tokens from `first` up to `end`."""
        return Span(self._starts[first], self._ends[end - 1])

    def read(self, attribution: Attribution, issue: Issue | None) -> Reading:
        """Read one attribution against its issue (or none)."""
        lexicon, text = self._lexicon, self.text
        label = self._label(issue)
        stated = [token for span in attribution.content for token in self.tokens(span)]
        sentence, before = self._around(attribution, stated, {token.i for token in stated})
        said, deed = without_cue(attribution)
        tokens = [token for span in said for token in self.tokens(span)]
        inside = {token.i for token in tokens}
        content = " ".join(span.of(text).strip() for span in said)
        if deed:
            cue = self._with_particle(deed)
        else:
            cue = attribution.cue.of(text) if attribution.cue else self._governing_words(tokens, inside)
        reading = Reading(cue=cue, content=content, sentence=sentence, before=before, label=label)
        reading.after = text[attribution.content[-1].end :][:_AFTER]
        reading.pointing = bool(POINTING.match(content))
        reading.cue_attitude = find_attitude(cue, lexicon)
        reading.opening_attitude = find_attitude(content[:90], lexicon)
        reading.before_attitude = find_attitude(before, lexicon) if before else None
        if (
            not deed
            and (reading.cue_attitude is None or reading.cue_attitude.attitude.name in {"speech", "judgement"})
            and _is_deed(tokens)
        ):
            opening = " ".join(token.text for token in tokens[:5])
            reading.cue_attitude = find_attitude(opening, lexicon) or reading.cue_attitude
        self._relate(reading, tokens, inside)
        if tokens and (reading.cue_attitude is None or reading.cue_attitude.attitude.name in _NEUTRAL):
            source = attribution.source.of(text) if attribution.source else ""
            reading.own = find_own_attitudes(tokens, source, label, lexicon)
        _evaluate(reading, lexicon)
        _find_conditions(reading, lexicon)
        source = attribution.source.of(text) if attribution.source else sentence
        if hit := lexicon.sources.first(source):
            reading.source_side, reading.source_words = 1 - 2 * hit.group, hit.words
        return reading

    def _label(self, issue: Issue | None) -> LabelReading:
        if issue is None:
            return read_label("", self._lexicon.operators)
        if issue.id not in self._labels:
            self._labels[issue.id] = read_label(issue.label, self._lexicon.operators)
        return self._labels[issue.id]

    def _with_particle(self, cue: Span) -> str:
        """The words of a cue, with the particle of its verb that stands behind the object ("ruled that *out*")."""
        tokens = self.tokens(cue)
        particles = [c.text for t in tokens for c in t.children if c.dep_ == "prt" and c.i > tokens[-1].i]
        return " ".join((cue.of(self.text), *particles))

    def _governing_words(self, tokens: list[Token], inside: set[int]) -> str:
        """The words that govern a content whose cue is not known: up to the first verb, with its small dependents."""
        chain: set[int] = set()
        sentences = {self.sentence(token.i)[0] for token in tokens}
        for token in tokens:
            head = token.head
            for _ in range(3):
                if head.i in inside or self.sentence(head.i)[0] not in sentences:
                    break
                chain.add(head.i)
                if head.pos_ in {"VERB", "AUX"} or head.head == head:
                    break
                head = head.head
        words = set(chain)
        for i in chain:
            for child in self._doc[i].children:
                small = child.dep_ in {
                    "aux", "neg", "prt", "prep", "acomp", "xcomp", "advmod", "auxpass", "attr", "dobj", "agent",
                }  # fmt: skip
                if small and child.i not in inside and child.pos_ != "PROPN":
                    words.add(child.i)
        return " ".join(self._doc[i].text for i in sorted(words))

    def _around(self, attribution: Attribution, tokens: list[Token], inside: set[int]) -> tuple[str, str]:
        """The rest of the sentence, and the sentence before in the same block (without its quotations)."""
        if not tokens:
            return "", ""
        (first, _), (_, end) = self.sentence(tokens[0].i), self.sentence(tokens[-1].i)
        edges = [*self._starts[first : end + 1], len(self.text)]
        rest = "".join(self.text[edges[i - first] : edges[i - first + 1]] for i in range(first, end) if i not in inside)
        number = bisect_right(self._blocks, tokens[0].idx)
        block_start = self._blocks[number - 1] if number else self._starts[0]
        before = ""
        if first > 0 and self._starts[first] > block_start:
            before = _QUOTED.sub(" ", self.span(*self.sentence(first - 1)).of(self.text))
        return rest, before

    def _relate(self, reading: Reading, tokens: list[Token], inside: set[int]) -> None:
        """The direction between content and label, along the path of the parse from the shared words upwards."""
        label, operators = reading.label, self._lexicon.operators
        by_stem: dict[str, Token] = {}
        for token in tokens:
            if token.pos_ in _CONTENT_POS and token.lower_ not in STOP:
                by_stem.setdefault(stem(token.text), token)
        shared = [by_stem[s] for s in sorted(label.core & by_stem.keys())]
        reading.overlap = len(shared)
        words: list[str] = []
        if shared:
            target = min(shared, key=lambda token: _depth(token, inside))
            sign = path_sign(target, inside, operators, words)
            if label.operator and stem(label.operator) in by_stem and not words:
                sign = label.sign
            reading.relation = sign * label.sign
        else:
            opening = [token for token in tokens if token.lower_ not in {"to", "that", "the", "a", "an"}][:3]
            for token in opening:
                lemma = token.lemma_.casefold()
                if operators.get(lemma) == -1:
                    words.append(token.text)
                    reading.relation = -label.sign
                    break
        reading.relation_words = tuple(words)


def without_cue(attribution: Attribution) -> tuple[tuple[Span, ...], Span | None]:
    """The content without the cue where both are one phrase ("rejects the toll"), and the cue from the phrase's start.

    Without this the cue would turn the direction of the content a second time. The second value is None where the cue
    stands outside the content, or is all of it.
    """
    cue = attribution.cue
    if cue is None:
        return attribution.content, None
    for number, span in enumerate(attribution.content):
        if span.start <= cue.start < span.end and cue.end < span.end and cue.start - span.start < _CUE_LEAD:
            rest = (Span(cue.end, span.end), *attribution.content[number + 1 :])
            return (*attribution.content[:number], *rest), Span(span.start, cue.end)
    return attribution.content, None


def _is_deed(tokens: list[Token]) -> bool:
    """Whether a content opens with a finite verb, an adjective or for/against: the statement is the deed itself."""
    return bool(tokens) and (
        tokens[0].tag_ in {"VBD", "VBZ", "VBP", "VBN", "JJ", "MD"} or tokens[0].lower_ in {"for", "against"}
    )


def _depth(token: Token, inside: set[int]) -> int:
    depth = 0
    while token.head != token and token.head.i in inside:
        token = token.head
        depth += 1
    return depth


def _evaluate(reading: Reading, lexicon: StanceLexicon) -> None:
    """Judgements and demands inside the content, each turned round by a negation in front of it."""
    content = reading.content
    values: list[str] = []
    norms: list[str] = []
    for hit in lexicon.values.hits(content):
        negated = NEGATION.search(content, max(0, hit.start - NEGATION_WINDOW), hit.start)
        reading.value += (1 - 2 * hit.group) * (-0.8 if negated else 1)
        values.append(hit.words)
    for hit in lexicon.norms.hits(content):
        reading.norm += 1 - 2 * hit.group
        norms.append(hit.words)
    reading.value_words, reading.norm_words = tuple(values), tuple(norms)


def _find_conditions(reading: Reading, lexicon: StanceLexicon) -> None:
    whole = f"{reading.cue} {reading.content}"
    if hit := lexicon.strong_conditions.first(whole):
        reading.strong_condition = hit.words
    elif _POSSIBLE.search(reading.cue) and (match := _IF.search(reading.content)):
        reading.strong_condition = match.group()
    if hit := lexicon.weak_conditions.first(reading.content):
        reading.weak_condition = hit.words
