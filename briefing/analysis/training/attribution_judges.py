"""Documents that the tagger has not seen in; the regressions that judge its work out.

Where contents end, what is rescued of what the rules found, and how likely an attribution is to be right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.analysis.attribution.describe import describe_cue, form_of
from briefing.analysis.attribution.drafts import ContentIndex, Draft
from briefing.analysis.attribution.extraction import extract
from briefing.analysis.attribution.implied import is_implied
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.scoring import Regression
from briefing.analysis.attribution.tagging.confidence import confidence_features
from briefing.analysis.attribution.tagging.endings import end_features, open_ends, ruled_ends, with_end
from briefing.analysis.attribution.tagging.features import Describer
from briefing.analysis.attribution.tagging.learned import LearnedExtractor, Weights
from briefing.analysis.attribution.tagging.rescuing import rescuable, rescue_features, topics_of
from briefing.analysis.lexicon.cues import CueLexicon
from briefing.analysis.training.attribution_examples import Example
from briefing.analysis.training.attribution_scores import same_source

HALVES = 2
LEAST_OF_DEED = 0.4
"""Share of what a deed is told with that must have been marked."""
SAME = 0.5
"""Share of common tokens from which two contents are the same."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A found or proposed attribution: what speaks for it or against it, and whether it was right."""

    names: set[str]
    right: bool


def find_rescuable(example: Example, learned: LearnedExtractor, implied: bool) -> list[Judged]:
    """What the rules found in a document where the tagger found nothing, and whether somebody marked it.

    Args:
        example: the document.
        learned: weights that have not seen it.
        implied: whether what is told by deeds and conditions is marked in it, too; else it is left out.
    """
    tokens, lexicon = example.tokens, learned.describer.lexicon
    found, topics = learned.find(tokens, example.ruled), topics_of(tokens)
    return [
        Judged(
            rescue_features(tokens, lexicon, draft, found.certainty, topics),
            any(is_found(draft, gold) for gold in example.gold),
        )
        for draft in rescuable(tokens, lexicon, found.drafts, example.ruled)
        if implied or not is_implied(draft)
    ]


def judge_rescued(example: Example, learned: LearnedExtractor) -> list[Judged]:
    """What was rescued in a document that no weights have seen, and whether somebody marked it."""
    tokens, lexicon = example.tokens, learned.describer.lexicon
    found = extract(tokens, lexicon, learned)
    ruled = ContentIndex(found.ruled)
    return [
        Judged(certainty_of(tokens, draft, ruled, lexicon), any(is_found(draft, gold) for gold in example.gold))
        for draft in found.drafts
        if "rescued" in draft.scores
    ]


def is_found(draft: Draft, gold: Draft) -> bool:
    """Whether a draft of the rules is a marked attribution.

    What a deed is told with may be longer than what somebody marked of it, and the cue may be all there is.
    """
    told, marked = {*draft.cue, *draft.content}, {*gold.cue, *gold.content}
    shared = len(told & marked)
    return same_source(draft, gold) and (
        is_same(draft, gold) or (shared >= SAME * len(marked) and shared >= LEAST_OF_DEED * len(told))
    )


def find_ends(example: Example, learned: LearnedExtractor) -> list[Judged]:
    """Where the contents that the tagger found in a document could end, if somebody marked an attribution there."""
    tokens, found = example.tokens, learned.find(example.tokens, example.ruled)
    ruled = ContentIndex(example.ruled)
    judged: list[Judged] = []
    for draft, ends in open_ends(tokens, found.drafts, found.certainty):
        marked = [gold for gold in example.gold if not set(gold.cue).isdisjoint(draft.cue)]
        gold = max(marked, key=lambda one: overlap(one.content, draft.content), default=None)
        if gold is None or not overlap(gold.content, draft.content):
            continue
        names = end_features(tokens, learned.describer.lexicon, draft, ends, ruled_ends(draft, ruled), found.certainty)
        shares = [overlap(gold.content, with_end(tokens, draft.content, end)) for end in ends]
        judged += [Judged(one, share == max(shares)) for one, share in zip(names, shares, strict=True)]
    return judged


def certainty_of(tokens: Tokens, draft: Draft, ruled: ContentIndex, lexicon: CueLexicon) -> set[str]:
    """The features of the confidence of a draft."""
    described = describe_cue(tokens, draft.cue, draft.content, lexicon)
    return confidence_features(tokens, draft, described, form_of(tokens, draft, described.cue_class), ruled)


def judge_plain(
    plain: Sequence[Example],
    others: Sequence[list[Judged]],
    further: Sequence[list[Judged]],
    weights: Weights,
    describer: Describer,
) -> list[list[Judged]]:
    """What is rescued in the plain documents by a judge that has learned from the other half of them.

    Args:
        plain: documents that neither tagger nor linker has seen.
        others: what the judge may learn from in all other documents.
        further: what it may learn from in the plain ones, in their order.
        weights: all but the judge.
        describer: of features.
    """
    learned = []
    for half in range(HALVES):
        rest = [ones for n, ones in enumerate(further) if n % HALVES != half]
        learned.append(LearnedExtractor(replace(weights, rescued=train_judge([*others, *rest])), describer))
    return [judge_rescued(one, learned[n % HALVES]) for n, one in enumerate(plain)]


def train_judge(judged: Sequence[Sequence[Judged]], c: float = 0.1) -> Regression:
    """The confidence, or what is rescued, from documents that the other weights had not seen."""
    flat = [one for document in judged for one in document]
    return fit([one.names for one in flat], [int(one.right) for one in flat], c=c, iterations=200)


def train_ends(judged: Sequence[Sequence[Judged]]) -> Regression:
    """Where contents end, from documents that the tagger had not seen."""
    return train_judge(judged, c=0.5)


def is_same(one: Draft, other: Draft) -> bool:
    """Whether two contents share half of their tokens."""
    return overlap(one.content, other.content) >= SAME


def overlap(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of common tokens (intersection over union)."""
    return len(set(one) & set(other)) / len(set(one) | set(other))


def fit(rows: Sequence[set[str]], labels: Sequence[int], c: float, iterations: int) -> Regression:
    """Train a logistic regression by scikit-learn; weights near zero are left out."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    if len(set(labels)) < 2:
        return Regression({}, 5.0 if labels and labels[0] else -5.0)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(sorted(row), 1) for row in rows])
    model = LogisticRegression(max_iter=iterations, C=c).fit(matrix, labels)
    weights = zip(vectorizer.feature_names_, model.coef_[0], strict=True)
    return Regression({name: round(float(w), 2) for name, w in weights if abs(w) > 0.02}, float(model.intercept_[0]))
