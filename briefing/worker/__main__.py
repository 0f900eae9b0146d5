"""`python -m briefing.worker MODEL [--codebook FILE]… [--actors FILE]…`: the process that runs the analysis.

Requests come on standard input and answers leave on standard output, both as frames of `briefing.worker.protocol`.
The process ends when its input does, so it never outlives the program that started it.
"""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from briefing.settings.dictionaries import Dictionaries
from briefing.worker.serve import keep_output_clean, serve


def main() -> int:
    """Run the process; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m briefing.worker")
    parser.add_argument("model")
    parser.add_argument("--codebook", type=Path, action="append", default=[])
    parser.add_argument("--actors", type=Path, action="append", default=[])
    arguments = parser.parse_args()
    # Ctrl-C is for the screen, which decides what becomes of its worker.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = keep_output_clean()
    dictionaries = Dictionaries(codebooks=tuple(arguments.codebook), actors=tuple(arguments.actors))
    try:
        return serve(sys.stdin.buffer, answers, arguments.model, dictionaries)
    except BrokenPipeError:
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
