"""What importing costs: nothing heavy happens before it is needed, and arrows point one way."""

import subprocess
import sys

import pytest

HEAVY = ("spacy", "thinc", "numpy", "textual", "rich", "charset_normalizer", "trafilatura", "lxml")


def imported_by(code):
    """Which heavy packages are in memory after some code has run in a new interpreter."""
    probe = f"{code}\nimport sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip()


@pytest.mark.parametrize(
    "module",
    [
        "briefing",
        "briefing.analysis",
        "briefing.analysis.models",
        "briefing.articles",
        "briefing.articles.reading",
        "briefing.cli.commands",
        "briefing.exports",
        "briefing.library",
        "briefing.reader",
        "briefing.settings",
        "briefing.structure",
        "briefing.worker.client",
        "briefing.worker.serve",
    ],
)
def test_importing_a_room_imports_nothing_heavy(module):
    assert imported_by(f"import {module}") == "[]"


def test_the_screen_never_imports_spacy():
    code = "import briefing.reader.app, briefing.reader.start, briefing.terminal.driver, briefing.worker.client"
    assert "spacy" not in imported_by(code)
    assert "numpy" not in imported_by(code)


def test_the_analysis_never_imports_textual():
    assert "textual" not in imported_by("import briefing.analysis.pipeline, briefing.worker.serve")
