"""The annotated articles in; `weights/stance.npz` and its card `weights/stance.md` out.

    python -m briefing.analysis.training.stance [--keep]

Multinomial logistic regression over the features of `stance/learned/features.py`, with the annotated sources, cues,
contents and labels as input. The caution in naming a side is chosen on cross-validated probabilities (folds are whole
articles), so that at most `MOST_FLIPS` of the statements with a side get the opposite one. The same corpus gives the
same bytes.

With --keep the weights stay and only the caution is chosen anew. Rules that were written after a look at the corpus
seem surer there than they are in an article that nobody has seen, and weights fitted to them trust them too much.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.analysis.stance.component import place_of
from briefing.analysis.stance.disagreement import doubtful_sides
from briefing.analysis.stance.judge import OPPOSITE, confidence_in, weigh
from briefing.analysis.stance.learned.classifier import STANCES, WEIGHTS, StanceClassifier, choose, load_classifier
from briefing.analysis.stance.learned.features import features_of
from briefing.analysis.stance.rules.deciding import decide
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.siblings import Place, draw_together
from briefing.analysis.stance.statement.reader import Reader
from briefing.analysis.stance.status import load_status_classifier
from briefing.analysis.stance.words.lexicon import load_stance_lexicon
from briefing.analysis.training.corpus import MarkedArticle, read_whole_corpus
from briefing.analysis.training.linear import FOLDS, fit_linear, unseen
from briefing.analysis.training.marked_document import marked_documents, with_marked_issues
from briefing.model import Stance

REGULARISATION = 0.05
FEWEST_ARTICLES = 8
"""A feature must occur in as many articles, so that no single one teaches it."""
MOST_FLIPS = 0.09
"""With the annotated labels; with our own sources, contents and labels fewer are flipped, because fewer are sided."""
_KEPT = ",\nthe weights before the rules of today were written, the caution and all figures with them (`--keep`)"
CAUTIONS = tuple(round(0.05 * n, 2) for n in range(121))


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated statement with its features."""

    article: str
    features: dict[str, float]
    decision: Decision | None
    """What the rules say."""
    place: Place
    stance: Stance

    @property
    def by_rules(self) -> Stance:
        """The stance by the rules alone."""
        return self.decision.stance if self.decision else "unclear"


@dataclass(frozen=True, slots=True)
class Figures:
    """How well predicted stances agree with the annotated ones."""

    accuracy: float
    macro_f1: float
    flips: float
    """Share of the statements with a side that got the opposite one."""
    sided: float
    """Share of the statements for which a side was named."""

    def __str__(self) -> str:
        return f"{self.accuracy:.1%} | {self.macro_f1:.2f} | {self.flips:.1%} | {self.sided:.0%}"


def examples_of(articles: Sequence[MarkedArticle], documents: Iterable[Doc]) -> list[Example]:
    """The statements of the articles that have an issue, in their order.

    Args:
        documents: the articles with the marked layers.
    """
    lexicon, statuses = load_stance_lexicon(), load_status_classifier()
    examples = []
    for article, doc in zip(articles, documents, strict=True):
        with_marked_issues(doc, article)
        reader = Reader(doc, lexicon)
        issues = {issue.id: issue for issue in doc._.briefing_issues}
        affiliations = {actor.id: actor.affiliation or actor.id for actor in doc._.briefing_actors}
        marked = {attribution.id: attribution for attribution in article.attributions}
        for attribution in doc._.briefing_attributions:
            issue = issues.get(marked[attribution.id].issue or "")
            if issue is None:
                continue
            reading = reader.read(attribution, issue)
            decision = decide(reading)
            status, _ = statuses.judge(reading, lexicon)
            examples.append(
                Example(
                    article=article.id,
                    features=features_of(reading, decision, lexicon),
                    decision=decision,
                    place=place_of(attribution, f"{article.id} {issue.id}", affiliations, status),
                    stance=marked[attribution.id].stance,
                )
            )
    return examples


def fit(examples: Sequence[Example], caution: float = 0.0) -> StanceClassifier:
    """Fit the weights to the examples; features of too few articles are left out."""
    model = fit_linear(
        [example.features for example in examples],
        [example.stance for example in examples],
        [example.article for example in examples],
        STANCES,
        REGULARISATION,
        FEWEST_ARTICLES,
    )
    return StanceClassifier(model, caution)


def cross_validated(examples: Sequence[Example]) -> list[dict[Stance, float]]:
    """The probabilities of each example from a model that has not seen its article."""
    models = unseen(examples, fit)
    return [model.probabilities(example.features) for model, example in zip(models, examples, strict=True)]


def figures(examples: Sequence[Example], predicted: Sequence[Stance]) -> Figures:
    """Compare predictions with the annotation."""
    gold = [example.stance for example in examples]
    pairs = list(zip(gold, predicted, strict=True))
    scores = []
    for stance in STANCES:
        total = gold.count(stance) + list(predicted).count(stance)
        if total:
            scores.append(2 * sum(g == p == stance for g, p in pairs) / total)
    sided = [(g, p) for g, p in pairs if g in OPPOSITE]
    return Figures(
        accuracy=_share(g == p for g, p in pairs),
        macro_f1=sum(scores) / len(scores) if scores else 0.0,
        flips=_share(p == OPPOSITE[g] for g, p in sided),
        sided=_share(p in OPPOSITE for p in predicted),
    )


def choose_caution(examples: Sequence[Example], probabilities: Sequence[Mapping[Stance, float]]) -> float:
    """The lowest caution with few enough flips; the highest one if none has."""
    for caution in CAUTIONS:
        if figures(examples, agreed(examples, probabilities, caution)).flips <= MOST_FLIPS:
            return caution
    return CAUTIONS[-1]


def together(
    examples: Sequence[Example], probabilities: Sequence[Mapping[Stance, float]], caution: float
) -> list[Stance]:
    """What rules and model name together for each statement."""
    return [weigh(example.decision, row, caution) for example, row in zip(examples, probabilities, strict=True)]


def agreed(
    examples: Sequence[Example], probabilities: Sequence[Mapping[Stance, float]], caution: float
) -> list[Stance]:
    """The same where no holder contradicts itself, as the step names them."""
    stances = together(examples, probabilities, caution)
    confidences = [
        confidence_in(stance, example.decision, row)
        for example, stance, row in zip(examples, stances, probabilities, strict=True)
    ]
    doubtful = doubtful_sides([example.place for example in examples], stances, confidences)
    return ["unclear" if number in doubtful else stance for number, stance in enumerate(stances)]


def drawn(examples: Sequence[Example], probabilities: Sequence[Mapping[Stance, float]]) -> list[dict[Stance, float]]:
    """The probabilities with the evidence of each holder's other statements."""
    return draw_together([example.place for example in examples], probabilities)


def chosen(probabilities: Sequence[Mapping[Stance, float]], caution: float) -> list[Stance]:
    """The stances that are named with this caution."""
    return [choose(row, caution) for row in probabilities]


def train(articles: Sequence[MarkedArticle], nlp: Language, weights: Path = WEIGHTS, keep: bool = False) -> str:
    """Train on the articles, write weights and card, and return the card.

    Args:
        keep: leave the weights as they are, and only choose the caution anew.
    """
    examples = examples_of(articles, marked_documents(articles, nlp))
    alone = cross_validated(examples)
    probabilities = drawn(examples, alone)
    caution = choose_caution(examples, probabilities)
    classifier = replace(load_classifier(weights), caution=caution) if keep else fit(examples, caution)
    classifier.save(weights)
    card = _card(examples, alone, probabilities, classifier, len(articles), _KEPT if keep else "")
    weights.with_suffix(".md").write_text(card, encoding="utf-8")
    return card


def _share(values: Iterable[bool]) -> float:
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def _card(
    examples: Sequence[Example],
    alone: Sequence[Mapping[Stance, float]],
    probabilities: Sequence[Mapping[Stance, float]],
    classifier: StanceClassifier,
    articles: int,
    kept: str,
) -> str:
    caution = classifier.caution
    rows = {
        "rules alone": figures(examples, [example.by_rules for example in examples]),
        "model alone, always answering": figures(examples, chosen(alone, 0.0)),
        f"model alone, caution {caution:.2f}": figures(examples, chosen(alone, caution)),
        "rules and model": figures(examples, together(examples, alone, caution)),
        "rules, model and the holder's other statements": figures(examples, agreed(examples, probabilities, caution)),
    }
    curve = {c: figures(examples, agreed(examples, probabilities, c)) for c in (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0)}
    head = "| | accuracy | macro-F1 | flips | side named |\n|---|---|---|---|---|\n"
    return (
        "# Stance model\n\n"
        "What it does: names the stance of a statement towards its issue, from features of the words (attitude\n"
        "of the cue, negation, direction between content and label, judgements, conditions, kind of holder, words of "
        "cue\n"
        "and content without names and without the label's own). Multinomial logistic regression,\n"
        f"{len(classifier.model.column)} features, five classes. Then the sides of a holder's and its allies'\n"
        "statements on the issue are drawn together (stance/siblings.py), and of two that contradict each other the\n"
        "fainter one is left open (stance/disagreement.py).\n\n"
        f"Made by `python -m briefing.analysis.training.stance` from the {articles} articles of tests/corpus\n"
        f"({len(examples)} statements with an issue){kept}.\n"
        "The articles are invented; figures on real ones are lower.\n\n"
        f"Cross-validated ({FOLDS} folds of whole articles), with the annotated sources, cues, contents and labels:\n\n"
        + head
        + "".join(f"| {name} | {row} |\n" for name, row in rows.items())
        + "\nFlips are statements for or against that got the opposite side. The caution is the price of a flip: a\n"
        "side is named where its probability less the caution times that of the opposite side is the best of all.\n"
        f"It is the lowest one with at most {MOST_FLIPS:.1%} flips. Coverage against risk:\n\n"
        + head.replace("| |", "| caution |")
        + "".join(f"| {c:.1f} | {row} |\n" for c, row in curve.items())
        + "\nCalibration (cross-validated; share right by probability of the answer): "
        + ", ".join(_calibration(examples, probabilities))
        + ".\n\nNot for: deciding what somebody believes. A stance is shown with the words that decided it, and\n"
        "unclear is a frequent and honest answer. Irony, rhetorical questions and anecdotes are not understood. The\n"
        "label is to name what is proposed: under one that names the other side of the dispute the model mostly stays\n"
        "with the side that the words have by themselves (`tests/benchmarks/score_stance.py`, labels turned round).\n"
    )


def _calibration(examples: Sequence[Example], probabilities: Sequence[Mapping[Stance, float]]) -> list[str]:
    answers = [max(row.items(), key=lambda item: item[1]) for row in probabilities]
    lines = []
    for low in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        inside = [e.stance == s for e, (s, p) in zip(examples, answers, strict=True) if low <= p < low + 0.1]
        if inside:
            lines.append(f"{low:.1f}–{low + 0.1:.1f}: {sum(inside) / len(inside):.0%} of {len(inside)}")
    return lines


def main() -> None:
    """Train on the whole corpus, and print the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", action="store_true", help="keep the weights, choose only the caution anew")
    options = parser.parse_args()
    print(train(read_whole_corpus(), spacy.load(installed_package(DEFAULT_MODEL)), keep=options.keep))


if __name__ == "__main__":
    main()
