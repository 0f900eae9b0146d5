"""Annotated articles and models that have not seen them in; the figures of the issues step and its model card out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from briefing.analysis.issues import evidence, kinship, naming, nearness, passage_names, salience
from briefing.analysis.issues.component import IssuesStep
from briefing.analysis.issues.model import IssuesModel
from briefing.analysis.positions.combine import combine
from briefing.analysis.training.corpus import MarkedArticle
from briefing.analysis.training.label_worth import holds_term
from briefing.model import Stance


@dataclass(slots=True)
class Figures:
    """Sums over articles."""

    precision: float = 0.0
    recall: float = 0.0
    statements: int = 0
    """With an annotated issue: of these the first two are sums (B-cubed)."""
    labels: int = 0
    labels_right: int = 0
    """Labels of issues with statements, and those with a term of the annotated issue of most of them."""
    cells: int = 0
    cells_found: int = 0
    cells_right: int = 0
    """Cells of the table with the annotated stances: wanted, found, and both."""
    other: int = 0
    """Statements without an issue."""

    def lines(self) -> list[str]:
        """The figures as rows of a table in Markdown."""
        labels = self.labels_right / max(self.labels, 1)
        cells = 2 * self.cells_right / max(self.cells + self.cells_found, 1)
        p, r = self.precision / max(self.statements, 1), self.recall / max(self.statements, 1)
        return [
            f"| B-cubed precision / recall / F1 | {p:.1%} / {r:.1%} / {2 * p * r / max(p + r, 1e-9):.1%} |",
            f"| labels with a term of the annotators | {labels:.1%} of {self.labels} |",
            f"| cells of the table (F1, stances given) | {cells:.1%} |",
        ]


def figures_of(articles: Sequence[tuple[MarkedArticle, Doc]], models: Sequence[IssuesModel]) -> Figures:
    """What the step makes of the annotated statements, each article with a model that has not seen it."""
    figures = Figures()
    for (article, doc), model in zip(articles, models, strict=True):
        _add(figures, article, doc, IssuesStep((), model))
    return figures


def _add(figures: Figures, article: MarkedArticle, doc: Doc, step: IssuesStep) -> None:
    issues, issue_of = step.predict(doc)
    marked = [m for m in article.attributions if m.content and m.issue]
    pairs = [(m.issue or "", issue_of.get(m.id, f"none {m.id}")) for m in marked]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for wanted, found in pairs:
        together = [w for w, f in pairs if f == found]
        same = [f for w, f in pairs if w == wanted]
        figures.precision += together.count(wanted) / len(together)
        figures.recall += same.count(found) / len(same)
        figures.statements += 1
        figures.other += found.startswith("none ")
        votes[found][wanted] += 1
    meant = {found: count.most_common(1)[0][0] for found, count in votes.items()}
    by_id = {issue.id: issue for issue in article.issues}
    for issue in issues:
        if issue.id in meant:
            figures.labels += 1
            figures.labels_right += holds_term(issue.label, by_id[meant[issue.id]])
    gold: dict[tuple[str, str], list[Stance]] = defaultdict(list)
    ours: dict[tuple[str, str], list[Stance]] = defaultdict(list)
    for m in article.attributions:
        found_issue = issue_of.get(m.id)
        for holder in m.holders if m.status == "current" else ():
            if m.issue:
                gold[holder, m.issue].append(m.stance)
            if found_issue is not None:
                ours[holder, meant.get(found_issue, "none")].append(m.stance)
    figures.cells += len(gold)
    figures.cells_found += len(ours)
    figures.cells_right += sum(cell in gold and combine(gold[cell]) == combine(s) for cell, s in ours.items())


def card(model: IssuesModel, figures: Figures, articles: int, kept: Figures, dense: int, folds: int, rare: int) -> str:
    """The model card in Markdown.

    Args:
        figures: on the `articles` that the model is made from, cross-validated.
        kept: on the `dense` articles.
        rare: in how many articles a stem occurs at least that has a weight of its own.
    """
    return "\n".join(
        [
            "# Issues model",
            "",
            "What it does: finds the matters on which the stakeholders of an article can differ, gives each statement",
            "its matter and each matter a label from the words of the article. Six linear models, float32:",
            "",
            f"- salience: {len(salience.FEATURES)} features of how a concept is used, and the weights of"
            f" {len(model.words)} stems that occur in {rare} articles or more;",
            f"- kinship: {len(kinship.FEATURES)} features of two concepts;",
            f"- evidence: {len(evidence.FEATURES)} features of a statement and an issue;",
            f"- naming: {len(naming.FEATURES)} features of a phrase and an issue;",
            f"- nearness: {len(nearness.FEATURES)} features of two statements;",
            f"- passage naming: {len(passage_names.FEATURES)} features of a phrase and a passage.",
            "",
            "Made by `python -m briefing.analysis.training.issues` from the"
            f" {articles} articles in `articles` and `plain` of tests/corpus,",
            f"the last two models from `articles` and the {dense} in `dense`. They are invented; figures on real ones",
            "differ.",
            "",
            f"Cross-validated ({folds} folds of whole articles), with the annotated statements, contents and holders:",
            "",
            "| | |",
            "|---|---|",
            *figures.lines(),
            "",
            f"Of {figures.statements} statements with an annotated issue {figures.other} get none.",
            "",
            f"On the {dense} articles in `dense`, which have as many issues as real ones, the first four models from",
            "the others, the last two cross-validated:",
            "",
            "| | |",
            "|---|---|",
            *kept.lines(),
            "",
            "Annotators see one matter where the words are many, and many statements name no word of their issue. Such",
            "a statement goes with its neighbours, which is often right and sometimes not. The label is a phrase of",
            "the article, so it can be narrower than the matter. A codebook of the reader's own takes precedence.",
            "",
        ]
    )
