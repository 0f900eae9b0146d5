"""Annotated documents in; weights of the attribution step out. Needs python-crfsuite and scikit-learn.

Equal input gives equal weights: L-BFGS from zero, no sampling.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from briefing.analysis.attribution.constructions.nesting import nested_features, propose_nested
from briefing.analysis.attribution.describe import form_of
from briefing.analysis.attribution.drafts import ContentIndex, Draft
from briefing.analysis.attribution.extraction import extract
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.scoring import Array, Regression
from briefing.analysis.attribution.tagging.features import Describer, Features
from briefing.analysis.attribution.tagging.joining import REACH as JOIN_REACH
from briefing.analysis.attribution.tagging.joining import join_features
from briefing.analysis.attribution.tagging.learned import LearnedExtractor, Weights, sequences_of
from briefing.analysis.attribution.tagging.linking import REACH, Places, RuledLinks, describe_link, distance, place_of
from briefing.analysis.attribution.tagging.tagger import COUNT, FORBIDDEN, Tagger
from briefing.analysis.attribution.tagging.tags import TAGS, bio_tags
from briefing.analysis.lexicon.cues import CueLexicon
from briefing.analysis.training.attribution_examples import Example
from briefing.analysis.training.attribution_judges import (
    Judged,
    certainty_of,
    find_ends,
    find_rescuable,
    fit,
    is_same,
    judge_plain,
    train_ends,
    train_judge,
)
from briefing.analysis.training.attribution_scores import Report, count

_HABIT = "@"
"""Between the name of a feature and that of a habit."""
NEVER = -30.0
"""The logit of what is never accepted."""


@dataclass(frozen=True, slots=True)
class Options:
    """How the tagger is trained."""

    l1: float = 1.0
    l2: float = 0.1
    iterations: int = 80
    minimum: int = 2
    """Times that a feature must occur."""


def train(examples: Sequence[Example], lexicon: CueLexicon, options: Options | None = None) -> Weights:
    """Weights from annotated documents, but for those that need documents which the others have not seen."""
    outer = [(example, outermost(example.gold)[0]) for example in examples]
    cue, source = _train_linker(outer)
    return Weights(
        tagger=_train_tagger(outer, options or Options()),
        joining=_train_joining(outer),
        cue=cue,
        source=source,
        nested=_train_nested(examples, lexicon),
        ends=Regression({}, 0.0),
        rescued=Regression({}, NEVER),
        confidence=Regression({}, 0.0),
    )


@dataclass(slots=True)
class CrossValidation:
    """Every document analysed by weights that have not seen it."""

    report: Report
    judged: list[list[Judged]]
    """By document, what was found."""
    ends: list[list[Judged]]
    """By document, where contents that the tagger found could end; right is the end that is nearest to the marked."""
    rescuable: list[list[Judged]]
    """By document, what the rules found where the tagger found nothing."""
    told: list[list[Judged]]
    """By document of the plain ones, what was rescued: the confidence learns from it, the figures do not count it."""


def cross_validate(
    examples: Sequence[Example],
    describer: Describer,
    folds: int = 4,
    size: int | None = None,
    options: Options | None = None,
    plain: Sequence[Example] = (),
) -> CrossValidation:
    """Train on all folds but one (on `size` of their documents) and analyse that one; for each fold.

    `plain` are documents for the judge of what is rescued: the other weights see none of them.
    """
    weights = []
    for fold in range(folds):
        rest = [example for n, example in enumerate(examples) if n % folds != fold]
        weights.append(train(_spread(rest, size), describer.lexicon, options))
    return validate(examples, describer, weights, plain)


def validate(
    examples: Sequence[Example], describer: Describer, weights: Sequence[Weights], plain: Sequence[Example] = ()
) -> CrossValidation:
    """Analyse the documents by the weights of their folds: the first by the first, the second by the second, …

    What is rescued is judged from `plain`, too, where deeds are marked; no fold has seen those documents.
    """
    folds = len(weights)
    report = Report()
    judged: list[list[Judged]] = [[] for _ in examples]

    def unseen(found: Sequence[list[Judged]], fold: int) -> list[list[Judged]]:
        return [ones for n, ones in enumerate(found) if n % folds != fold]

    learned = [LearnedExtractor(one, describer) for one in weights]
    ends = [find_ends(example, learned[n % folds]) for n, example in enumerate(examples)]
    weights = [replace(one, ends=train_ends(unseen(ends, fold))) for fold, one in enumerate(weights)]
    learned = [LearnedExtractor(one, describer) for one in weights]
    rescuable = [find_rescuable(example, learned[n % folds], implied=False) for n, example in enumerate(examples)]
    further = [find_rescuable(one, learned[0], implied=True) for one in plain]
    weights = [replace(one, rescued=train_judge([*unseen(rescuable, n), *further])) for n, one in enumerate(weights)]
    for fold in range(folds):
        extractor = LearnedExtractor(weights[fold], describer)
        for n in range(fold, len(examples), folds):
            example = examples[n]
            found = extract(example.tokens, describer.lexicon, extractor)
            groups = [construction(example.tokens, draft) for draft in example.gold]
            cueless = [without_cue(draft) for draft in found.drafts]
            ruled = ContentIndex(found.ruled)
            right = count(example.gold, cueless, groups, report)
            for draft, is_right in zip(found.drafts, right, strict=True):
                judged[n].append(Judged(certainty_of(example.tokens, draft, ruled, describer.lexicon), is_right))
    told = judge_plain(plain, rescuable, further, weights[0], describer) if plain else []
    return CrossValidation(report, judged, ends, [*rescuable, *further], told)


def without_cue(draft: Draft) -> Draft:
    """The draft with its content as the corpus marks it: never with the cue."""
    cue = set(draft.cue)
    content = [i for i in draft.content if i not in cue]
    return Draft(draft.source, draft.cue, content or draft.content)


def construction(tokens: Tokens, draft: Draft) -> str:
    """What kind of attribution a gold draft is, for the figures of the model card."""
    form = form_of(tokens, draft, None)
    if not draft.cue:
        return f"{form}, no cue"
    if len(draft.cue) == 1 and not tokens.words[draft.cue[0]].isalnum():
        return "colon or dash as cue"
    parts = {tokens.part[i] for i in draft.cue}
    if not draft.source:
        return f"{form}, no source"
    if tokens.lower[draft.cue[0]] == "according":
        return "according to"
    if not parts & {"VERB", "AUX"}:
        return "noun or adjective as cue"
    if form != "indirect":
        return form
    first = draft.content[0]
    top = place_of(tokens, draft.content).top
    if tokens.relation[top] in ("ccomp", "parataxis", "ROOT") or tokens.lower[first] in ("that", "whether", "if"):
        return "indirect, clause"
    return "indirect, infinitive" if tokens.relation[top] in ("xcomp", "advcl") else "indirect, noun phrase"


def _spread(examples: Sequence[Example], size: int | None) -> list[Example]:
    """As many examples as wanted, evenly spread over the corpus."""
    if size is None or size >= len(examples):
        return list(examples)
    return [examples[n * len(examples) // size] for n in range(size)]


def outermost(gold: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Attributions that can be tagged flat, and those that lie in (or cross) a bigger content.

    Of two with the same content (two holders) the first one stays.
    """
    kept: list[Draft] = []
    lost: list[Draft] = []
    claimed: set[int] = set()
    for draft in sorted(gold, key=lambda d: (-len(d.content), d.content)):
        if claimed.isdisjoint(draft.content):
            kept.append(draft)
            claimed.update(draft.content)
        else:
            lost.append(draft)
    order = {id(draft): n for n, draft in enumerate(gold)}
    return sorted(kept, key=lambda d: order[id(d)]), sorted(lost, key=lambda d: order[id(d)])


def _train_tagger(data: Sequence[tuple[Example, list[Draft]]], options: Options) -> Tagger:
    """Fit the CRF.

    Documents whose annotators set borders in a way of their own have every feature twice, the second time under the
    name of their habit: those copies take up what is only theirs, and are left out of the tagger (after "Frustratingly
    Easy Domain Adaptation", Daumé 2007).
    """
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False, algorithm="lbfgs")
    for example, kept in data:
        tags = bio_tags(example.tokens, kept)
        names = _names(example.features, example.habit)
        for sequence in sequences_of(example.tokens):
            trainer.append([names[i] for i in sequence], [TAGS[tags[i]] for i in sequence])
    trainer.set_params(
        {
            "c1": options.l1,
            "c2": options.l2,
            "max_iterations": options.iterations,
            "feature.minfreq": options.minimum,
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        states, steps = dict(info.state_features), dict(info.transitions)
        tagger.close()
    return _tagger(states, steps)


def _names(features: Features, habit: str) -> list[list[str]]:
    names: list[list[str]] = [[] for _ in range(features.size)]
    for token, key in zip(features.tokens.tolist(), features.keys.tolist(), strict=True):
        names[token].append(f"{key:x}")
        if habit:
            names[token].append(f"{key:x}{_HABIT}{habit}")
    return names


def _tagger(states: dict[tuple[str, str], float], steps: dict[tuple[str, str], float]) -> Tagger:
    rows: dict[int, Array] = {}
    for (name, tag), weight in states.items():
        if _HABIT in name:
            continue
        rows.setdefault(int(name, 16), np.zeros(COUNT, np.float32))[TAGS.index(tag)] += weight
    rows = {key: row for key, row in rows.items() if np.abs(row).max() > 1e-3}
    transitions = np.full((COUNT, COUNT), FORBIDDEN, np.float32)
    for a, before in enumerate(TAGS):
        for b, after in enumerate(TAGS):
            if after not in ("I-S", "I-Q") or before[1:] == after[1:]:
                transitions[a, b] = steps.get((before, after), 0.0)
    keys = np.array(sorted(rows), np.uint32)
    return Tagger(keys, np.stack([rows[int(key)] for key in keys]), transitions)


def _train_joining(data: Sequence[tuple[Example, list[Draft]]]) -> Regression:
    """Neighbouring pieces of gold contents: of the same attribution or not?"""
    rows, labels = [], []
    for example, kept in data:
        tokens = example.tokens
        sources, cues = [d.source for d in kept if d.source], [d.cue for d in kept if d.cue]
        pieces = sorted(
            ((piece, n) for n, draft in enumerate(kept) for piece in _pieces(tokens, draft.content)),
            key=lambda entry: entry[0][0],
        )
        for (a, i), (b, j) in pairwise(pieces):
            if 0 < b[0] - a[-1] < JOIN_REACH:
                rows.append(join_features(tokens, a, b, sources, cues))
                labels.append(int(i == j))
    return fit(rows, labels, c=0.5, iterations=80)


def _pieces(tokens: Tokens, content: list[int]) -> list[list[int]]:
    pieces: list[list[int]] = []
    for i in content:
        last = pieces[-1][-1] if pieces else -1
        if pieces and tokens.block[i] == tokens.block[last] and all(tokens.space[k] for k in range(last + 1, i)):
            pieces[-1].append(i)
        else:
            pieces.append([i])
    return pieces


def _train_linker(data: Sequence[tuple[Example, list[Draft]]]) -> tuple[Regression, Regression]:
    rows: tuple[list[set[str]], list[set[str]]] = ([], [])
    labels: tuple[list[int], list[int]] = ([], [])
    for example, kept in data:
        tokens, ruled = example.tokens, RuledLinks(example.ruled)
        sources = _places(tokens, [d.source for d in kept])
        cues = _places(tokens, [d.cue for d in kept])
        contents = Places([place_of(tokens, d.content) for d in kept])
        for draft, content in zip(kept, contents.all, strict=True):
            if not draft.cue:
                continue
            cue_place = next(p for p in cues.all if p.span == draft.cue)
            steps = ((content, contents, cues, draft.cue), (cue_place, cues, sources, draft.source))
            for n, (anchor, anchors, candidates, right) in enumerate(steps):
                for candidate in candidates.all:
                    if abs(distance(anchor, candidate)) < REACH:
                        link = describe_link(tokens, anchor, candidate, anchors, candidates, ruled)
                        rows[n].append(link.features)
                        labels[n].append(int(candidate.span == right))
    return fit(rows[0], labels[0], c=1.0, iterations=60), fit(rows[1], labels[1], c=1.0, iterations=60)


def _places(tokens: Tokens, spans: Sequence[list[int]]) -> Places:
    """The places of the different spans that are not empty."""
    return Places([place_of(tokens, list(span)) for span in dict.fromkeys(tuple(span) for span in spans if span)])


def _train_nested(examples: Sequence[Example], lexicon: CueLexicon) -> Regression:
    """What the rules propose inside gold contents: an attribution that somebody marked, or not?"""
    rows, labels = [], []
    for example in examples:
        for parent in example.gold:
            inside = set(parent.content)
            marked = [d for d in example.gold if d is not parent and inside.issuperset({*d.content, *d.cue})]
            for draft in propose_nested(example.tokens, lexicon, parent):
                rows.append(nested_features(example.tokens, lexicon, draft))
                labels.append(int(any(is_same(draft, other) for other in marked)))
    return fit(rows, labels, c=0.3, iterations=80)
