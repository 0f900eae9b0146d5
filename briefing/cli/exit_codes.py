"""Exit codes of the command line, each with what it means."""

from __future__ import annotations

from briefing.errors import UNFORESEEN

INTERRUPTED = 130
CLOSED_PIPE = 141
TERMINATED = 143

EXIT_CODES = (
    (0, "done"),
    (1, "something failed, or a text is not in English; with several inputs, at least one of them"),
    (2, "wrong usage"),
    (3, "nothing found (only with --fail-empty)"),
    (4, "done, but with warnings (only with --strict)"),
    (65, "the input is not text, or not of the format it claims"),
    (66, "no such input"),
    (UNFORESEEN, "something went wrong inside the program: a check failed, or nobody foresaw it"),
    (73, "the output cannot be created, or exists"),
    (74, "reading or writing broke off"),
    (75, "something is locked by another process; try again"),
    (78, "the configuration is wrong, or the model or another program is missing"),
    (INTERRUPTED, "interrupted (Ctrl-C)"),
    (CLOSED_PIPE, "whoever read the output went away"),
    (TERMINATED, "terminated"),
)
"""Exit codes and what they mean; after sysexits.h where it has one."""
