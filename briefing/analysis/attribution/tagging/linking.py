"""Sources, cues and contents in; drafts out: each content with its best cue, each cue with its best source.

Two logistic regressions over the distance of two spans, what lies between them, and how they hang together in the
parse.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.scoring import Regression, bucket, sigmoid

REACH = 80
"""Tokens between two spans that can be linked."""
MOST_CANDIDATES = 6
"""Candidates that are looked at; the right one is hardly ever farther away."""
NO_CUE, NO_SOURCE = -3.0, -1.0
"""Logits below which a link is not made."""
PATH_LENGTH = 8

Tree = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A span with what the parse says about it, computed once."""

    span: list[int]
    inside: frozenset[int]
    top: int
    """The token on which the others hang."""
    path: Tree
    """The top token and its governors, nearest first."""
    first: int
    last: int


class Places:
    """The places of all spans of one role, and how many of them begin in a stretch of the text."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.all = places
        self.ordered = sorted(places, key=lambda place: place.first)
        self.firsts = [place.first for place in self.ordered]
        self.longest = max((place.last - place.first for place in places), default=0)

    def between(self, low: int, high: int) -> int:
        """How many begin after the token `low` and before the token `high`."""
        return max(0, bisect_left(self.firsts, high) - bisect_right(self.firsts, low)) if low < high else 0

    def near(self, anchor: Place) -> list[Place]:
        """The nearest ones within reach."""
        first = bisect_left(self.firsts, anchor.first - REACH - self.longest)
        last = bisect_right(self.firsts, anchor.last + REACH)
        reached = [place for place in self.ordered[first:last] if abs(distance(anchor, place)) < REACH]
        if len(reached) > MOST_CANDIDATES:
            reached.sort(key=lambda place: abs(distance(anchor, place)))
        return reached[:MOST_CANDIDATES]


def place_of(tokens: Tokens, span: list[int]) -> Place:
    """The place of a span in the parse."""
    inside = frozenset(span)
    top = next((i for i in span if tokens.head[i] not in inside or tokens.head[i] == i), span[0])
    path, i = [], top
    for _ in range(PATH_LENGTH):
        path.append(i)
        if tokens.head[i] == i:
            break
        i = tokens.head[i]
    return Place(span, inside, top, tuple(path), span[0], span[-1])


class LinkScorer:
    """One of the two regressions, applied to many pairs of places."""

    def __init__(self, regression: Regression) -> None:
        self.bias = regression.bias
        self._order = regression.factor(order_names)
        self._parse = regression.factor(parse_names)
        self._words = regression.factor(word_names)

    def logit(self, link: Link) -> float:
        """How much speaks for the link; above 0 means yes."""
        return self.bias + self._order(*link.order) + self._parse(*link.parse) + self._words(*link.words)


class Linker:
    """Applies the two regressions."""

    def __init__(self, cue: Regression, source: Regression) -> None:
        self.cue = LinkScorer(cue)
        self.source = LinkScorer(source)

    def link(
        self,
        tokens: Tokens,
        sources: Sequence[list[int]],
        cues: Sequence[list[int]],
        contents: Sequence[list[int]],
        drafts: Sequence[Draft] = (),
    ) -> list[Draft]:
        """One draft for each content that has a cue; `drafts` are what the rules found in the same text."""
        ruled = RuledLinks(drafts)
        source_places, cue_places, content_places = (
            Places([place_of(tokens, span) for span in spans]) for spans in (sources, cues, contents)
        )
        best_source: dict[int, Place | None] = {}
        source_score: dict[int, float] = {}
        found = []
        for content in content_places.all:
            scored = best(self.cue, tokens, content, content_places, cue_places, ruled)
            if scored is None or scored[0] < NO_CUE:
                continue
            cue = scored[1]
            if cue.first not in best_source:
                chosen = best(self.source, tokens, cue, cue_places, source_places, ruled)
                linked = chosen is not None and chosen[0] > NO_SOURCE
                best_source[cue.first] = chosen[1] if chosen is not None and linked else None
                source_score[cue.first] = chosen[0] if chosen is not None else NO_SOURCE
            source = best_source[cue.first]
            scores = {"link": sigmoid(scored[0])}
            if source is not None:
                scores["source link"] = sigmoid(source_score[cue.first])
            found.append(Draft(source.span if source else [], cue.span, content.span, "learned", scores=scores))
        return found


class RuledLinks:
    """Which tokens the rules tie together: content to cue, and cue to source."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.number: dict[int, set[int]] = {}
        for n, draft in enumerate(drafts):
            for i in (*draft.source, *draft.cue, *draft.content):
                self.number.setdefault(i, set()).add(n)
        self._of_place: dict[tuple[int, int, int], set[int]] = {}

    def of(self, place: Place) -> set[int]:
        """The rules' drafts that the edges or the top of a place belong to; looked up once a place."""
        key = (place.first, place.top, place.last)
        found = self._of_place.get(key)
        if found is None:
            found = self._of_place[key] = set().union(*(self.number.get(i, ()) for i in key))
        return found

    def tie(self, one: Place, other: Place) -> str:
        """yes: one rule ties them; other: rules tie them to something else; no: the rules say nothing."""
        a, b = self.of(one), self.of(other)
        return "other" if a and b and a.isdisjoint(b) else "yes" if a and b else "half" if a or b else "no"


def best(
    scorer: LinkScorer,
    tokens: Tokens,
    anchor: Place,
    anchors: Places,
    candidates: Places,
    ruled: RuledLinks,
) -> tuple[float, Place] | None:
    """The candidate with the highest logit within reach of the anchor."""
    scored = [
        (scorer.logit(describe_link(tokens, anchor, place, anchors, candidates, ruled)), -place.first, place)
        for place in candidates.near(anchor)
    ]
    if not scored:
        return None
    score, _, candidate = max(scored, key=lambda entry: entry[:2])
    return score, candidate


def distance(one: Place, other: Place) -> int:
    """Tokens from one span to the other, negative where the first comes first, 0 where one lies in the other."""
    if one.last < other.first:
        return one.last - other.first
    return max(0, one.first - other.last)


@dataclass(frozen=True, slots=True)
class Link:
    """A content and a cue, or a cue and a source: what speaks for the two belonging together, or against it."""

    order: tuple[str, str, int, int, int, int, str]
    """Side, length of the gap, borders of sentences and blocks, spans of both kinds in between, and the rules."""
    parse: tuple[int, int, str, str, bool, bool, bool, int, int]
    """Steps from one top to the other, their relations, and where the governors and the spans lie."""
    words: tuple[str, str, str, bool, str]
    """Side, last word and first tag of the candidate, a comma before it, and its relation."""

    @property
    def features(self) -> set[str]:
        """The names of all features."""
        return {*order_names(*self.order), *parse_names(*self.parse), *word_names(*self.words)}


def order_names(side: str, gap: str, sentences: int, blocks: int, rivals: int, others: int, tie: str) -> list[str]:
    """Features of where two spans stand in the text."""
    names = [
        f"gap {side}{gap}",
        f"sentences {side}{sentences}",
        f"blocks {blocks}",
        f"rivals {rivals}",
        f"others {others}",
        f"between {min(rivals, 2)} {min(others, 2)} {side}",
        f"rules {tie}",
        f"rules {tie} {min(rivals, 1)}",
    ]
    return [*names, "inside"] if side == "=" else names


def parse_names(
    up: int, down: int, anchor: str, candidate: str, above: bool, below: bool, siblings: bool, over: int, under: int
) -> list[str]:
    """Features of how two spans hang together in the parse; -1 stands for a step that does not lead there."""
    names = [
        f"up {up}",
        f"down {down}",
        f"relations {up} {down} {anchor} {candidate}",
        f"heads inside {above} {below}",
        f"siblings {siblings}",
        f"relation {candidate}",
    ]
    names += [f"below anchor {over}"] if over >= 0 else []
    names += [f"below candidate {under}"] if under >= 0 else []
    return names


def word_names(side: str, last: str, tag: str, comma: bool, relation: str) -> list[str]:
    """Features of the words at the edges."""
    return [f"last {last}", f"tag {tag}", f"comma {side} {comma} {relation}"]


def describe_link(
    tokens: Tokens,
    anchor: Place,
    candidate: Place,
    anchors: Places,
    candidates: Places,
    ruled: RuledLinks,
) -> Link:
    """What is known about a content and a cue, or a cue and a source."""
    gap = distance(anchor, candidate)
    low, high = (anchor.last, candidate.first) if gap < 0 else (candidate.last, anchor.first) if gap > 0 else (0, 0)
    side = "<" if gap < 0 else ">" if gap > 0 else "="
    rivals, others = (candidates.between(low, high), anchors.between(low, high)) if gap else (0, 0)
    a, c = anchor.top, candidate.top
    sentences = min(3, abs(tokens.sentence[anchor.first] - tokens.sentence[candidate.first])) if gap else 0
    blocks = min(2, abs(tokens.block[anchor.first] - tokens.block[candidate.first]))
    relation, head = tokens.relation, tokens.head
    return Link(
        order=(
            side, bucket(abs(gap)), sentences, blocks, min(rivals, 3), min(others, 3), ruled.tie(anchor, candidate)
        ),
        parse=(
            anchor.path.index(c) if c in anchor.path else -1,
            candidate.path.index(a) if a in candidate.path else -1,
            relation[a],
            relation[c],
            head[a] in candidate.inside,
            head[c] in anchor.inside,
            head[a] == head[c],
            _steps_into(candidate.path, anchor.inside),
            _steps_into(anchor.path, candidate.inside),
        ),
        words=(
            side,
            tokens.lower[candidate.last],
            tokens.tag[candidate.first],
            gap != 0 and tokens.words[high - 1] == ",",
            relation[c],
        ),
    )  # fmt: skip


def _steps_into(path: Tree, span: frozenset[int]) -> int:
    """Governors up to one that lies in a span, at most 3; -1 if none does."""
    for steps, token in enumerate(path):
        if token in span:
            return min(steps, 3)
    return -1
