"""Score the analysis against a folder of annotated articles: NAME.txt with NAME.gold.json beside it.

    python tests/benchmarks/score_gold.py GOLD --scorer GOLD/../score.py [further options of the scorer]

Each article is analysed, the JSON that `briefing analyze --format json` prints is written to a temporary folder, and
the scorer is called with both folders; its exit code is ours.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec

from briefing.analysis import analyze, load_pipeline
from briefing.articles import read_article


def main() -> int:
    """Run the analysis over every article, then the scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--model", default="en_core_web_sm")
    parser.add_argument("--keep", type=Path, help="write the predictions here and leave them")
    options, further = parser.parse_known_args()
    nlp = load_pipeline(options.model)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(options.gold.glob("*.txt")):
            briefing = analyze(read_article(str(path)), nlp)
            (folder / f"{path.stem}.json").write_bytes(msgspec.json.encode(briefing))
        command = [sys.executable, str(options.scorer), str(options.gold), str(folder), *further]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
