"""Figures of a training run in; the model card (Markdown) out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.analysis.training.attribution_scores import Counts, Report

BINS = ((0.0, 0.3), (0.3, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01))


@dataclass(frozen=True, slots=True)
class Figures:
    """What a training run measured."""

    articles: int
    plain: int
    """Articles from which only what is rescued was learned."""
    words: int
    attributions: int
    model: str
    features: int
    folds: int
    report: Report
    curve: Mapping[int, Counts]
    calibration: Sequence[tuple[float, bool]]
    least_confidence: float
    """Confidence below which the step leaves attributions out."""


def write_card(path: Path, figures: Figures) -> None:
    """Write the card beside the weights."""
    path.write_text(card(figures), encoding="utf-8")


def card(figures: Figures) -> str:
    """The card's text."""
    total = figures.report.total
    precision = 100 * total.right / max(1, total.found)
    recall = 100 * total.right / max(1, total.gold)
    lines = [
        "# Weights of the attribution step",
        "",
        "Written by `make model` (`python -m briefing.analysis.training.attribution`); do not edit by hand.",
        "",
        "## What it is",
        "",
        "A linear-chain CRF over hashed features of spaCy's parse, of the cue lexicon and of the rules' labels tags",
        "source, cue and content; logistic regressions join the pieces of a content, link content to cue and cue to",
        "source, settle where contents end, accept attributions inside contents and what the rules found where the",
        "tagger found nothing, and give the confidence. It runs in numpy; trained with python-crfsuite and",
        "scikit-learn. It depends on the parse: train again when the spaCy model changes.",
        "",
        "## Data",
        "",
        f"{figures.articles} articles of the project's own corpus (`articles` and `dense` of tests/corpus),",
        f"{figures.words:,} words, {figures.attributions:,} attributions; parsed with {figures.model}.",
        f"{figures.features:,} features.",
        f"What the tagger misses is judged from {figures.plain} articles of `tests/corpus/plain`, too, in which deeds",
        "and conditions are marked as positions; the figures below do not count those articles. In `articles` no mere",
        "deeds are marked, so that every deed that is found there counts as wrong.",
        "",
        f"## Figures ({figures.folds}-fold cross-validation on the same articles)",
        "",
        "Detected: half of the tokens of found and gold content together are shared. Who said what: detected, and the",
        "right words as source. Nested attributions count.",
        "",
        f"Who said what: precision {precision:.1f}, recall {recall:.1f}, F1 {total.f1(total.right):.1f}; "
        f"detected F1 {total.f1(total.detected):.1f}.",
        _without_least(figures),
        "",
        "| construction | in the corpus | detected % | who said what % |",
        "|---|---|---|---|",
        *(_construction(name, counts) for name, counts in sorted(figures.report.recall.items())),
        "",
    ]
    if figures.curve:
        lines += ["## Learning curve", "", "| articles a fold | detected F1 | who said what F1 |", "|---|---|---|"]
        lines += [f"| {size} | {counts.line()} |" for size, counts in figures.curve.items()]
        lines += [f"| all of the other folds | {total.line()} |", ""]
    lines += [
        "## Confidence",
        "",
        "Probability that content and source are right, on articles that neither tagger nor confidence had seen.",
        "",
        "| confidence | attributions | mean confidence % | right % |",
        "|---|---|---|---|",
        *_reliability(figures.calibration),
        "",
        "## Limits",
        "",
        "News in English. Written for articles with short paragraphs and the usual marks; verse, comments and scripts",
        "of plays were not looked at. What is in nobody's mouth (“is expected”) has no source in these figures; in use",
        "its alleged holder is named. The corpus was written",
        "for this project, so that its style is narrower than that of the world's newspapers.",
        "",
    ]
    return "\n".join(lines)


def _without_least(figures: Figures) -> str:
    """Who said what after those are left out that are most likely wrong."""
    kept = [right for confidence, right in figures.calibration if confidence >= figures.least_confidence]
    gold = figures.report.total.gold
    return (
        f"Without the attributions below a confidence of {figures.least_confidence}, as in use: precision "
        f"{100 * sum(kept) / max(1, len(kept)):.1f}, recall {100 * sum(kept) / max(1, gold):.1f}, "
        f"F1 {200 * sum(kept) / max(1, gold + len(kept)):.1f}."
    )


def _construction(name: str, counts: Counts) -> str:
    share = 100 / counts.gold
    return f"| {name} | {counts.gold} | {share * counts.detected:.0f} | {share * counts.right:.0f} |"


def _reliability(calibration: Sequence[tuple[float, bool]]) -> list[str]:
    rows = []
    for low, high in BINS:
        chosen = [(confidence, right) for confidence, right in calibration if low <= confidence < high]
        if chosen:
            mean = 100 * sum(confidence for confidence, _ in chosen) / len(chosen)
            right = 100 * sum(right for _, right in chosen) / len(chosen)
            rows.append(f"| {low:.1f} to {min(high, 1.0):.1f} | {len(chosen)} | {mean:.0f} | {right:.0f} |")
    return rows
