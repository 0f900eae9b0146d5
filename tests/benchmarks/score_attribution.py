"""Articles with marked attributions (JSONL) in; our attributions for them out, for a scorer to compare.

    python tests/benchmarks/score_attribution.py GOLD.jsonl PREDICTED.jsonl [--scorer score.py] [--rules] [--nested]

A line of GOLD has "id" and "text" (and "attributions", which only the scorer reads); a line of PREDICTED has "id" and
"statements", each with "source", "cue" and "content" as lists of [start, end]. With --scorer the scorer is run on both
files. PolNeAR, for which this was written, marks only one of nested attributions and never the cue inside the content,
so that attributions inside others are left out unless --nested is given, and cues are taken out of contents.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from briefing.analysis.layers import Attribution, register_layers
from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.model import Span


def pipeline(model: str, rules: bool) -> Language:
    """The trained pipeline with the two steps that attributions need."""
    register_layers()
    nlp = spacy.load(installed_package(model))
    nlp.add_pipe("briefing_structure", first=True)
    nlp.add_pipe("briefing_attribution", config={"rules_only": rules})
    return nlp


def statement(attribution: Attribution) -> dict[str, Any]:
    """One attribution in the scorer's form."""
    return {
        "source": [as_list(attribution.source)] if attribution.source else None,
        "cue": [as_list(attribution.cue)] if attribution.cue else None,
        "content": [as_list(span) for span in without_cue(attribution)],
    }


def without_cue(attribution: Attribution) -> list[Span]:
    """The content without the cue, where it begins with it ("did not condemn it")."""
    cue, spans = attribution.cue, []
    for span in attribution.content:
        if cue is None or not span.contains(cue) or span == cue:
            spans.append(span)
            continue
        spans += [
            piece for piece in (Span(span.start, cue.start), Span(cue.end, span.end)) if piece.end > piece.start + 1
        ]
    return spans or list(attribution.content)


def as_list(span: Span) -> list[int]:
    """A span as JSON."""
    return [span.start, span.end]


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Write our attributions of articles in JSONL, and score them.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--scorer", type=Path, help="program that compares the two files")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--rules", action="store_true", help="without the trained weights")
    parser.add_argument("--nested", action="store_true", help="with attributions inside others")
    options = parser.parse_args()
    records = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    nlp = pipeline(options.model, options.rules)
    step = nlp.get_pipe("briefing_attribution")
    seconds, lines = 0.0, []
    with nlp.select_pipes(disable=["briefing_attribution"]):
        docs = list(nlp.pipe((record["text"] for record in records), batch_size=16))
    for record, doc in zip(records, docs, strict=True):
        began = time.process_time()
        step(doc)
        seconds += time.process_time() - began
        kept = [a for a in doc._.briefing_attributions if options.nested or a.within is None]
        lines.append(json.dumps({"id": record["id"], "statements": [statement(a) for a in kept]}, ensure_ascii=False))
    options.predicted.write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = sum(len(doc) for doc in docs)
    print(f"{len(docs)} articles, {words} tokens, {words / max(seconds, 1e-9):.0f} tokens/s in the attribution step")
    if options.scorer:
        return subprocess.run([sys.executable, options.scorer, options.gold, options.predicted], check=False).returncode
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
