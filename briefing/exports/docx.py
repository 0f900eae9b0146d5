"""A Briefing in; a Word document out, made from the Markdown page by pandoc, another program that may be missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from briefing.errors import InputOutputError, UsageError
from briefing.exports import markdown
from briefing.exports.choices import Choices
from briefing.exports.evidence import Passage
from briefing.model import Briefing

MOST_SECONDS = 120
"""After which pandoc is given up."""


def render(briefing: Briefing, choices: Choices) -> bytes:
    """The document.

    Raises:
        UsageError: pandoc is not installed.
        InputOutputError: pandoc failed.
    """
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        raise UsageError("a Word document needs pandoc, which is not installed; install it, or export as markdown")
    page = markdown.render(briefing, replace(choices, front_matter="none"))
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        target = Path(folder) / "briefing.docx"
        # Not --sandbox: with it Debian's pandoc does not find its own reference document. The page names no other file.
        command = [pandoc, "--from=gfm-autolink_bare_uris", "--to=docx", f"--output={target}", "-"]
        try:
            done = subprocess.run(
                command, input=page.encode(), capture_output=True, timeout=MOST_SECONDS, env=_environment(choices)
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise InputOutputError(f"{pandoc}: cannot be run ({error}); export as markdown instead") from error
        if done.returncode != 0 or not target.exists():
            reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["no reason given"]
            raise InputOutputError(f"{pandoc}: made no document ({reason[0]}); export as markdown instead")
        return target.read_bytes()


def passages(output: bytes) -> Iterator[Passage]:
    """Nothing more: the page has been compared before pandoc received it."""
    return iter(())


def _environment(choices: Choices) -> dict[str, str]:
    """pandoc writes the date of SOURCE_DATE_EPOCH into the document; without one, the same date every time."""
    return {**os.environ, "SOURCE_DATE_EPOCH": str(choices.created or 0)}
