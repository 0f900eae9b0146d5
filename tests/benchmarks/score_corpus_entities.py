"""Score entities, coreference and stakeholders on the project's own corpus.

    python tests/benchmarks/score_corpus_entities.py [--rules]

Mentions: how many marked mentions the steps find (same head word), by form. Pronouns and descriptions: how many are
linked to the actor that stands for the marked stakeholder. Holders: how many marked sources get the right holders,
given the marked sources (a holder is right if most of its marked mentions are that stakeholder's). The ranker was
trained on these articles: for cross-validated figures of the ranker alone see briefing.analysis.training.coreference;
--rules runs the steps without the trained weights.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict

from briefing.analysis import load_pipeline
from briefing.analysis.coreference.anaphors import PRONOUNS
from briefing.analysis.coreference.component import CoreferenceStep
from briefing.analysis.coreference.ranker import RULE_THRESHOLDS, Ranker
from briefing.analysis.entities.columns import Columns, columns_of
from briefing.analysis.layers import Actor, Attribution
from briefing.analysis.training.corpus import MarkedArticle, read_corpus
from briefing.model import Span

FIRST = {"i", "me", "my", "we", "us", "our"}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", action="store_true", help="rank by rules instead of the trained weights")
    rules = parser.parse_args().rules
    nlp = load_pipeline()
    coreference = CoreferenceStep(Ranker({}, RULE_THRESHOLDS)) if rules else nlp.get_pipe("briefing_coreference")
    counts: Counter[str] = Counter()
    for article in read_corpus():
        doc = nlp.make_doc(article.text)
        doc._.briefing_blocks = article.blocks
        for name, component in nlp.pipeline:
            if name == "briefing_attribution":
                doc._.briefing_attributions = tuple(
                    Attribution(id=a.id, source=a.source, cue=a.cue, content=a.content, form="mixed")
                    for a in article.attributions
                    if a.content
                )
                continue
            doc = (coreference if name == "briefing_coreference" else component)(doc)
            if name == "briefing_stakeholders":
                break
        count_article(article, columns_of(doc), doc._.briefing_actors, doc._.briefing_attributions, counts)
    for key in sorted(counts):
        if not key.endswith(" of"):
            print(
                f"{key:36}{100 * counts[key] / max(1, counts[key + ' of']):7.1f}   {counts[key]}/{counts[key + ' of']}"
            )


def count_article(
    article: MarkedArticle,
    columns: Columns,
    actors: tuple[Actor, ...],
    attributions: tuple[Attribution, ...],
    counts: Counter[str],
) -> None:
    """Add the outcome of one article to the counts."""
    at = {head_of(mention.span, columns): actor.id for actor in actors for mention in actor.mentions}
    marked = [(head_of(mention.span, columns), mention) for mention in article.mentions if len(mention.holders) == 1]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for head, mention in marked:
        if head in at and form_of(columns, head) in {"name", "nominal"}:
            votes[at[head]][mention.holders[0]] += 1
    stands_for = {actor: names.most_common(1)[0][0] for actor, names in votes.items()}

    def count(key: str, right: bool) -> None:
        counts[key] += right
        counts[key + " of"] += 1

    for head, mention in marked:
        form = form_of(columns, head)
        count(f"mentions found: {form}", head in at)
        linked = stands_for.get(at.get(head, ""))
        count(f"linked rightly: {form}", linked == mention.holders[0])
        if head in at and form != "name":
            count(f"links that are right: {form}", linked == mention.holders[0])
    given = {attribution.id: attribution for attribution in attributions}
    for wanted in article.attributions:
        if wanted.id not in given or wanted.source is None or not wanted.holders:
            continue
        found = {stands_for.get(holder) for holder in given[wanted.id].holders}
        count("holders right", found == set(wanted.holders))
        if found:
            count("holders right where any was given", found == set(wanted.holders))
    kinds = {stakeholder.name: stakeholder.kind for stakeholder in article.stakeholders}
    for actor in actors:
        if actor.named and actor.id in stands_for:
            count("kind right (named)", kinds.get(stands_for[actor.id]) == actor.kind)


def head_of(span: Span, columns: Columns) -> int:
    """Head token of a span."""
    tokens = columns.tokens_of(span.start, span.end)
    heads = [i for i in tokens if columns.head[i] not in tokens or columns.head[i] == i]
    return heads[0] if heads else (tokens.start if tokens else -1)


def form_of(columns: Columns, head: int) -> str:
    """Form of a mention by its head."""
    lower = columns.lower[head]
    if lower in PRONOUNS:
        return "pronoun " + PRONOUNS[lower][0]
    if lower in FIRST:
        return "pronoun I" if lower in {"i", "me", "my"} else "pronoun we"
    return "name" if columns.pos[head] == "PROPN" else "nominal"


if __name__ == "__main__":
    main()
