"""The annotated articles in; the weights of the coreference ranker (`weights/coreference.npz`) and its figures out.

    python -m briefing.analysis.training.coreference              train on all articles and write the weights
    python -m briefing.analysis.training.coreference --ablation   also the figures with one part left out at a time

The ranker sees what it will see at work: the actors that briefing_entities finds, and the candidates that agree with
an anaphor. Whom an anaphor means is read from the annotation; what the annotation does not mark means no stakeholder.
Training is deterministic (fixed seeds, one thread).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from sklearn.neural_network import MLPClassifier
from spacy.tokens import Doc

from briefing.analysis import load_pipeline
from briefing.analysis.coreference.anaphors import find_anaphors
from briefing.analysis.coreference.candidates import class_of
from briefing.analysis.coreference.component import entities_of, name_tokens
from briefing.analysis.coreference.entity import Entity
from briefing.analysis.coreference.features import INDEX, NAMES
from briefing.analysis.coreference.ranker import RULE_THRESHOLDS, WEIGHTS, Ranker, rule_scores
from briefing.analysis.coreference.resolver import Resolver
from briefing.analysis.entities.columns import Columns, columns_of
from briefing.analysis.entities.knowledge import load_knowledge
from briefing.analysis.training.corpus import MarkedArticle, read_corpus

CLASSES = ("person", "it", "they", "nominal")
ALSO_LEARNS_FROM = {"they": ("it",)}
"""Classes whose anaphors are learned from as well: "they" is rare, and means a body for the same reasons as "it"."""
HIDDEN = 16
NETWORKS = 3
"""Networks whose logits the weights in the package average; a cross-validated figure is that of one network."""
FOLDS = 5
COST_OF_WRONG = 0.4
"""How many right links a wrong one outweighs when the thresholds are set."""

GROUPS: dict[str, tuple[str, ...]] = {
    "distance": (
        "same sentence",
        "one sentence back",
        "two sentences back",
        "three or more back",
        "same block",
        "one block back",
        "tokens between (log)",
    ),
    "recency rank": ("most recent", "second most recent", "log rank", "only compatible", "compatible (log)"),
    "grammatical role": (
        "last is subject",
        "last is object",
        "last is possessive",
        "parallel role",
        "subject of same clause",
        "anaphor subject",
        "anaphor possessive",
        "inside a further noun phrase",
    ),
    "speech": (
        "both subjects of speech",
        "last is subject of speech",
        "last speaker",
        "spoke in the sentence before",
        "anaphor speaks",
        "last in what the anaphor says",
    ),
    "topic": (
        "main subject of its sentence",
        "main subject of the sentence before",
        "only one of the sentence before",
        "subject first in the block",
        "anaphor begins block",
        "last owned by another",
    ),
    "salience": ("mentions (log)", "mentions in last three sentences", "mentioned in first block"),
    "form of the last mention": (
        "last is name",
        "last is nominal",
        "last is same pronoun",
        "last is other pronoun",
        "named",
    ),
    "gender and number": ("gender agrees", "gender unknown", "gender leaning", "number agrees"),
    "quotation": ("last in other quotation state", "anaphor in quotation"),
    "kind": ("kind person", "kind organization", "kind country", "kind bloc", "kind group", "is place", "kind agrees"),
    "words": ("head seen", "head in name", "head in role", "modifier in words", "modifier differs"),
}
"""Features that are left out together."""

Array = npt.NDArray[np.float64]


@dataclass(slots=True)
class Instance:
    """One anaphor with the features of its candidates and the number of the right one (None: none of them)."""

    article: int
    kind: str
    vectors: list[list[float]]
    right: int | None
    marked: bool
    """Whether the anaphor means a stakeholder (right may still be None if no candidate is that stakeholder)."""


@dataclass(slots=True)
class Tally:
    """Outcome over anaphors of one class."""

    right: int = 0
    wrong: int = 0
    marked: int = 0

    @property
    def accuracy(self) -> float:
        """Share of the marked anaphors that got the right entity."""
        return self.right / max(1, self.marked)

    @property
    def precision(self) -> float:
        """Share of the links that are right."""
        return self.right / max(1, self.right + self.wrong)


@dataclass(slots=True)
class Labelled:
    """Whom the annotation means at each token that heads a marked mention."""

    holders: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, article: MarkedArticle, columns: Columns) -> Labelled:
        """Read the marked mentions of an article."""
        result = cls()
        for mention in sorted(article.mentions, key=lambda m: m.span.start - m.span.end):
            tokens = columns.tokens_of(mention.span.start, mention.span.end)
            if not tokens or len(mention.holders) != 1:
                continue
            heads = [i for i in tokens if columns.head[i] not in tokens or columns.head[i] == i]
            for head in heads[:1]:
                result.holders[head] = mention.holders[0]
        return result

    def of_entity(self, entity: Entity) -> str | None:
        """The stakeholder whom most mentions of an entity mean."""
        votes = Counter(self.holders[i] for r in entity.references for i in range(r.first, r.last) if i in self.holders)
        return votes.most_common(1)[0][0] if votes else None


def collect(docs: Sequence[Doc], articles: Sequence[MarkedArticle]) -> list[Instance]:
    """All anaphors of the articles with their candidates."""
    instances: list[Instance] = []
    for number, (doc, article) in enumerate(zip(docs, articles, strict=True)):
        instances += _collect_article(number, doc, article)
    return instances


def _collect_article(number: int, doc: Doc, article: MarkedArticle) -> list[Instance]:
    columns, knowledge = columns_of(doc), load_knowledge()
    labels = Labelled.of(article, columns)
    entities = entities_of(doc._.briefing_actors, columns, knowledge)
    meant: dict[int, str | None] = {id(entity): labels.of_entity(entity) for entity in entities}
    resolver = Resolver(columns, knowledge, entities, lambda kind, vectors: [0.0] * len(vectors), {})
    found: list[Instance] = []
    for anaphor in find_anaphors(columns, knowledge, name_tokens(entities, columns)):
        gold = labels.holders.get(anaphor.head)
        entity = resolver.grammar.read(anaphor)
        if entity is None:
            candidates = resolver.candidates.find(anaphor)
            kind = class_of(anaphor)
            if candidates and kind in CLASSES:
                right = next((i for i, (e, _) in enumerate(candidates) if gold and meant.get(id(e)) == gold), None)
                found.append(Instance(number, kind, resolver.vectors(anaphor, candidates), right, gold is not None))
                entity = candidates[right][0] if right is not None else None
            elif gold and kind in CLASSES and anaphor.form == "pronoun":
                found.append(Instance(number, kind, [], None, True))
        if entity is None and anaphor.form == "nominal":
            entity = resolver.new_entity(anaphor)
            meant[id(entity)] = gold
        if entity is not None:
            resolver.link(anaphor, entity)
    return found


Layers = tuple[Array, Array, Array, float]


def fit_together(instances: list[Instance], kind: str) -> Layers:
    """Several networks from different seeds as one wide network: their logits are averaged."""
    parts = [fit(instances, kind, seed=seed) for seed in range(NETWORKS)]
    return (
        np.concatenate([inner for inner, _, _, _ in parts], axis=1),
        np.concatenate([bias for _, bias, _, _ in parts]),
        np.concatenate([outer for _, _, outer, _ in parts]) / NETWORKS,
        sum(bias for _, _, _, bias in parts) / NETWORKS,
    )


def fit(instances: Iterable[Instance], kind: str, without: Sequence[int] = (), seed: int = 0) -> Layers:
    """Train one network of one class of anaphors."""
    rows, labels = [], []
    for instance in instances:
        if instance.kind not in (kind, *ALSO_LEARNS_FROM.get(kind, ())) or (not instance.marked and kind == "person"):
            continue
        rows += instance.vectors
        labels += [i == instance.right for i in range(len(instance.vectors))]
    matrix = np.asarray(rows)
    matrix[:, list(without)] = 0.0
    network = MLPClassifier(
        (HIDDEN,), alpha=0.05, max_iter=150, random_state=seed, batch_size=64, learning_rate_init=0.003
    )
    network.fit(matrix, np.asarray(labels))
    inner, outer = network.coefs_
    return inner, network.intercepts_[0], outer[:, 0], float(network.intercepts_[1][0])


def tally(instances: Iterable[Instance], scores: Sequence[Sequence[float]], threshold: float) -> Tally:
    """How many anaphors get the right entity, a wrong one, or none."""
    result = Tally()
    for instance, values in zip(instances, scores, strict=True):
        result.marked += instance.marked
        if not values:
            continue
        best = max(range(len(values)), key=lambda i: values[i])
        if values[best] >= threshold:
            result.right += instance.right == best
            result.wrong += instance.right != best
    return result


def best_threshold(instances: list[Instance], scores: Sequence[Sequence[float]]) -> float:
    """The threshold with most right links less the cost of wrong ones."""

    def value(threshold: float) -> float:
        outcome = tally(instances, scores, threshold)
        return outcome.right - COST_OF_WRONG * outcome.wrong

    return max((step / 100 for step in range(20, 90, 2)), key=value)


def cross_validate(
    instances: list[Instance], without: Sequence[int] = ()
) -> dict[str, tuple[list[Instance], list[Sequence[float]]]]:
    """Scores of every instance from a ranker that has not seen its article."""
    results: dict[str, tuple[list[Instance], list[Sequence[float]]]] = {}
    for kind in CLASSES:
        of_kind = [instance for instance in instances if instance.kind == kind]
        scores: dict[int, Sequence[float]] = {}
        for fold in range(FOLDS):
            ranker = Ranker({kind: fit((i for i in instances if i.article % FOLDS != fold), kind, without)}, {})
            for instance in of_kind:
                if instance.article % FOLDS == fold:
                    vectors = _without(instance.vectors, without)
                    scores[id(instance)] = ranker(kind, vectors) if vectors else []
        results[kind] = of_kind, [scores[id(instance)] for instance in of_kind]
    return results


def _without(vectors: list[list[float]], features: Sequence[int]) -> list[list[float]]:
    return [[0.0 if i in features else value for i, value in enumerate(vector)] for vector in vectors]


def report(instances: list[Instance], ablation: bool) -> tuple[dict[str, float], list[str]]:
    """Cross-validated figures as the lines of a table, and the thresholds found on the way."""
    of_kind = {kind: [instance for instance in instances if instance.kind == kind] for kind in CLASSES}
    nearest = {k: [[1.0 - n / 100 for n in range(len(i.vectors))] for i in of_kind[k]] for k in CLASSES}
    by_rule = {k: [rule_scores(k, i.vectors) for i in of_kind[k]] for k in CLASSES}
    trained = cross_validate(instances)
    thresholds = {kind: best_threshold(*trained[kind]) for kind in CLASSES}
    rows = [
        "| accuracy / precision (number) | " + " | ".join(CLASSES) + " |",
        "|---|" + "---|" * len(CLASSES),
        _row("nearest compatible", {k: tally(of_kind[k], nearest[k], 0.0) for k in CLASSES}),
        _row("rules", {k: tally(of_kind[k], by_rule[k], RULE_THRESHOLDS[k]) for k in CLASSES}),
        _row("trained", {k: tally(*trained[k], thresholds[k]) for k in CLASSES}),
    ]
    for name, features in GROUPS.items() if ablation else ():
        partial = cross_validate(instances, [INDEX[feature] for feature in features])
        rows.append(_row(f"- without {name}", {k: tally(*partial[k], best_threshold(*partial[k])) for k in CLASSES}))
    return thresholds, rows


def _row(name: str, tallies: dict[str, Tally]) -> str:
    cells = (f"{100 * t.accuracy:.1f} / {100 * t.precision:.1f} ({t.marked})" for t in tallies.values())
    return f"| {name} | " + " | ".join(cells) + " |"


CARD = """# coreference.npz

Ranks the actors that a pronoun or a description can mean: {networks} averaged networks with one hidden layer of
{hidden} units for each class of anaphor, on {features} features of the parse. Trained on {articles} articles of
tests/corpus by `python -m briefing.analysis.training.coreference`; figures are those of one network, cross-validated
over articles ({folds} parts). Accuracy counts anaphors that mean a stakeholder; precision counts links, also those of
anaphors that mean none.

{table}
"""


def train(docs: Sequence[Doc] | None = None, ablation: bool = False) -> None:
    """Report, train on everything, and write the weights."""
    articles = read_corpus()
    if docs is None:
        docs = parsed(articles)
    instances = collect(docs, articles)
    thresholds, rows = report(instances, ablation)
    print("\n".join(rows))
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "features": np.array(NAMES),
        "classes": np.array(CLASSES),
        "thresholds": np.array([thresholds[kind] for kind in CLASSES]),
    }
    for kind in CLASSES:
        inner, inner_bias, outer, outer_bias = fit_together(instances, kind)
        arrays[f"{kind}.inner"] = inner.astype(np.float32)
        arrays[f"{kind}.inner_bias"] = inner_bias.astype(np.float32)
        arrays[f"{kind}.outer"] = outer.astype(np.float32)
        arrays[f"{kind}.outer_bias"] = np.array(outer_bias, dtype=np.float32)
    WEIGHTS.parent.mkdir(exist_ok=True)
    np.savez_compressed(WEIGHTS, **arrays)  # type: ignore[arg-type]
    card = CARD.format(
        networks=NETWORKS,
        hidden=HIDDEN,
        features=len(NAMES),
        articles=len(articles),
        folds=FOLDS,
        table="\n".join(rows),
    )
    WEIGHTS.with_suffix(".md").write_text(card, encoding="utf-8")
    print(f"{WEIGHTS}: {WEIGHTS.stat().st_size} bytes")


def parsed(articles: Sequence[MarkedArticle]) -> list[Doc]:
    """The articles after briefing_entities, with the blocks that the annotation gives."""
    nlp = load_pipeline()
    docs = []
    for article in articles:
        doc = nlp.make_doc(article.text)
        doc._.briefing_blocks = article.blocks
        for name, component in nlp.pipeline:
            doc = component(doc)
            if name == "briefing_entities":
                break
        docs.append(doc)
    return docs


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ablation", action="store_true", help="also leave out one part of the features at a time")
    train(ablation=parser.parse_args().ablation)


if __name__ == "__main__":
    main()
