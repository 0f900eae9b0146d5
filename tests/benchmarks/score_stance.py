"""Annotated statements in; what the steps issues, stance and positions make of them out, each step alone and together.

    python tests/benchmarks/score_stance.py [GOLD_FOLDER]

Sources, holders and contents are the annotated ones, so that the figures show these steps and nothing before them.
Without a folder the corpus is used, with the model cross-validated over whole articles, also with its labels worded
another way and turned round; with a folder of NAME.txt and NAME.gold.json the shipped model is used. "given labels"
means the annotated issues, "found labels" our own.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.issues.component import IssuesStep
from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.analysis.positions.combine import combine
from briefing.analysis.stance.component import StanceStep
from briefing.analysis.stance.judge import OPPOSITE
from briefing.analysis.stance.learned.classifier import load_classifier
from briefing.analysis.stance.status import load_status_classifier
from briefing.analysis.stance.words.lexicon import load_stance_lexicon
from briefing.analysis.training.corpus import (
    PLAIN_FOLDER,
    MarkedArticle,
    MarkedAttribution,
    MarkedIssue,
    MarkedStakeholder,
    read_corpus,
    read_whole_corpus,
)
from briefing.analysis.training.linear import unseen
from briefing.analysis.training.marked_document import marked_documents, with_marked_issues, with_marked_layers
from briefing.analysis.training.stance import (
    Example,
    agreed,
    chosen,
    cross_validated,
    drawn,
    examples_of,
    figures,
    fit,
    together,
)
from briefing.model import Span, Stance
from briefing.structure import find_blocks


def read_gold(folder: Path) -> list[MarkedArticle]:
    """The articles of a folder in the gold layout; statements whose content is not found in the text are left out."""
    return [_read_gold(path) for path in sorted(folder.glob("*.gold.json"))]


def _read_gold(path: Path) -> MarkedArticle:
    data = json.loads(path.read_text(encoding="utf-8"))
    text = (path.parent / data["article"]).read_text(encoding="utf-8")
    marked = []
    for number, statement in enumerate(data["statements"]):
        start = text.find(statement["content"])
        if start < 0:
            continue
        marked.append(
            MarkedAttribution(
                id=f"a{number}",
                holders=(statement["stakeholder"],),
                source=None,
                cue=None,
                content=(Span(start, start + len(statement["content"])),),
                issue=statement.get("issue"),
                stance=statement["stance"],
                status=statement.get("status") or "current",
                conditions=(),
            )
        )
    return MarkedArticle(
        id=path.name.removesuffix(".gold.json"),
        register="",
        date=None,
        publisher=None,
        text=text,
        blocks=find_blocks(text),
        stakeholders=tuple(MarkedStakeholder(s["name"], s["kind"], s.get("role")) for s in data["stakeholders"]),
        issues=tuple(MarkedIssue(i["id"], i["label"], tuple(i.get("terms", ()))) for i in data["issues"]),
        attributions=tuple(marked),
        mentions=(),
    )


def report_stances(examples: Sequence[Example], learned: Sequence[dict[Stance, float]]) -> None:
    """Ablation with the annotated contents and labels: rules alone, model alone, both, with the other statements."""
    caution = load_classifier().caution
    print("given labels                 | accuracy | macro-F1 | flips | side named")
    for name, predicted in (
        ("rules alone", [example.by_rules for example in examples]),
        ("model alone, always", chosen(learned, 0.0)),
        ("model alone, abstaining", chosen(learned, caution)),
        ("rules and model", together(examples, learned, caution)),
        ("and other statements, always", together(examples, drawn(examples, learned), 0.0)),
        ("and other statements", together(examples, drawn(examples, learned), caution)),
        ("without contradictions", agreed(examples, drawn(examples, learned), caution)),
    ):
        print(f"{name:28} | {figures(examples, predicted)}")


def reworded(article: MarkedArticle, turned: bool) -> MarkedArticle:
    """The article with the other wording of its labels, or with labels towards which every side is turned round."""
    issues = [
        replace(issue, label=(issue.counter if turned else issue.also) or issue.label) for issue in article.issues
    ]
    attributions = article.attributions
    if turned:
        attributions = tuple(replace(a, stance=OPPOSITE.get(a.stance, a.stance)) for a in attributions)
    return replace(article, issues=tuple(issues), attributions=attributions)


def report_wordings(articles: Sequence[MarkedArticle], nlp: Language) -> None:
    """The stances of the plain articles under other labels, by models that have seen neither label nor article."""
    caution = load_classifier().caution
    models = unseen(examples_of(articles, marked_documents(articles, nlp)), fit)
    for name, turned in (("labels worded another way", False), ("labels turned round", True)):
        worded = [reworded(article, turned) for article in articles]
        examples = examples_of(worded, marked_documents(worded, nlp))
        learned = [model.probabilities(e.features) for model, e in zip(models, examples, strict=True)]
        print(f"{name:28} | {figures(examples, agreed(examples, drawn(examples, learned), caution))}")


def report_table(articles: Sequence[MarkedArticle], docs: Sequence[Doc], given: bool) -> None:
    """Issues (B-cubed), status and cells of the table, with the annotated labels or with our own."""
    issues_step, stance_step = (
        IssuesStep(),
        StanceStep(load_stance_lexicon(), load_classifier(), load_status_classifier()),
    )
    bcubed = [0.0, 0.0, 0]
    status = [0, 0]
    cells = Counter[str]()
    for article, doc in zip(articles, docs, strict=True):
        with_marked_layers(doc, article)
        if given:
            with_marked_issues(doc, article)
        else:
            issues_step(doc)
        judgements = stance_step.predict(doc)
        marked = [m for m in article.attributions if m.content and m.issue]
        pairs = [(m.issue or "", doc._.briefing_issue_of.get(m.id) or f"none {m.id}") for m in marked]
        for wanted, found in pairs:
            together = [w for w, f in pairs if f == found]
            bcubed[0] += together.count(wanted) / len(together)
            same = [f for w, f in pairs if w == wanted]
            bcubed[1] += same.count(found) / len(same)
            bcubed[2] += 1
        status[0] += sum(judgements[m.id].status == m.status for m in marked)
        status[1] += len(marked)
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for wanted, found in pairs:
            votes[found][wanted] += 1
        gold: dict[tuple[str, str], list[Stance]] = defaultdict(list)
        ours: dict[tuple[str, str], list[Stance]] = defaultdict(list)
        for m, (_, found) in zip(marked, pairs, strict=True):
            for holder in m.holders:
                if m.status == "current":
                    gold[holder, m.issue or ""].append(m.stance)
                if judgements[m.id].status == "current" and not found.startswith("none "):
                    ours[holder, votes[found].most_common(1)[0][0]].append(judgements[m.id].stance)
        cells["gold"] += len(gold)
        cells["ours"] += len(ours)
        cells["right"] += sum(cell in gold and combine(gold[cell]) == combine(s) for cell, s in ours.items())
    precision, recall = bcubed[0] / bcubed[2], bcubed[1] / bcubed[2]
    print(
        f"{'given' if given else 'found'} labels: B-cubed F1 {2 * precision * recall / (precision + recall):.1%}, "
        f"status {status[0] / status[1]:.1%}, positions F1 {2 * cells['right'] / (cells['gold'] + cells['ours']):.1%}"
    )


def main(arguments: Sequence[str]) -> None:
    """Print the figures for the corpus, or for a folder in the gold layout."""
    nlp = spacy.load(installed_package(DEFAULT_MODEL))
    plain = () if arguments else read_corpus(PLAIN_FOLDER)
    articles = read_gold(Path(arguments[0])) if arguments else list(read_whole_corpus())
    docs = list(marked_documents(articles, nlp))
    examples = examples_of(articles, docs)
    classifier = load_classifier()
    learned = [classifier.probabilities(e.features) for e in examples] if arguments else cross_validated(examples)
    print(f"{len(articles)} articles, {len(examples)} statements with an issue")
    report_stances(examples, learned)
    if plain:
        report_wordings(plain, nlp)
    if not arguments:
        print("(the table of the corpus is made with the shipped model, which has seen these articles)")
    for given in (True, False):
        report_table(articles, docs, given)


if __name__ == "__main__":
    main(sys.argv[1:])
