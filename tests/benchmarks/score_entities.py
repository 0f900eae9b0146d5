"""Score the clusters of mentions on a benchmark: JSONL with `id` and `text` a line.

    python tests/benchmarks/score_entities.py DEV.jsonl --scorer score.py [further options of the scorer]

All actors count, also places and those that are not listed as stakeholders.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from briefing.analysis import load_pipeline

STEPS = ("briefing_attribution", "briefing_stakeholders", "briefing_issues", "briefing_stance", "briefing_positions")


def main() -> int:
    """Write the clusters of every document, then run the scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--model", default="en_core_web_sm")
    parser.add_argument(
        "--whole", action="store_true", help="run the whole analysis, not only entities and coreference"
    )
    options, further = parser.parse_known_args()
    nlp = load_pipeline(options.model)
    if not options.whole:
        for step in STEPS:
            nlp.disable_pipe(step)
    lines = options.gold.read_text(encoding="utf-8").splitlines()
    documents: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    with tempfile.TemporaryDirectory() as temporary:
        predicted = Path(temporary) / "predicted.jsonl"
        with predicted.open("w", encoding="utf-8") as file:
            for document in documents:
                doc = nlp(document["text"])
                clusters = [
                    {"mentions": [{"start": mention.start, "end": mention.end} for mention in actor.mentions]}
                    for actor in doc._.briefing_actors
                ]
                file.write(json.dumps({"id": document["id"], "clusters": clusters}) + "\n")
        command = [sys.executable, str(options.scorer), str(options.gold), str(predicted), *further]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
