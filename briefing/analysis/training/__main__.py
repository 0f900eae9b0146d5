"""Train every learned step in the order in which they run: `make model`.

In: the annotated articles in tests/corpus. Out: the weights and model cards in briefing/analysis/weights. The same
articles give the same bytes.
"""

from __future__ import annotations

import subprocess
import sys

LEARNED = ("attribution", "coreference", "issues", "status", "stance")


def main() -> int:
    """Train the steps one after the other, each in a process of its own; stops at the first that fails."""
    for step in LEARNED:
        print(f"Training {step}", flush=True)
        finished = subprocess.run([sys.executable, "-m", f"briefing.analysis.training.{step}"], check=False)
        if finished.returncode:
            return finished.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
