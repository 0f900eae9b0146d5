"""Every text format of the fixtures, compared with a file that a human has looked at.

After a change that is meant: UPDATE_GOLDEN=1 pytest tests/exports/test_golden.py, then read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.exports import FORMATS, render
from briefing.schema import from_json

FOLDER = Path(__file__).parent / "golden"
SAMPLE = Path(__file__).parent / "sample"
CHOICES = {"tlp": "amber", "handling": "for the harbour board", "reviewed": ["s1"], "created": 1700000000}


@pytest.mark.parametrize("name", [one for one in FORMATS if one not in ("dna", "docx", "plain")])
@pytest.mark.parametrize("which", ["pier", "empty"])
def test_golden(request, which, name):
    output = render(request.getfixturevalue(which), name, **CHOICES)
    golden = FOLDER / f"{which}.{name}{FORMATS[name].suffix}"
    if os.environ.get("UPDATE_GOLDEN"):
        FOLDER.mkdir(exist_ok=True)
        golden.write_bytes(output)
    assert output == golden.read_bytes()


@pytest.mark.parametrize("name", ["markdown", "plain", "table", "csv-positions", "dna-events", "csl"])
def test_golden_sample(name):
    """A whole article, with its analysis kept beside it, so that only a change of the exports shows here."""
    output = render(from_json((SAMPLE / "river-toll.json").read_bytes()), name)
    golden = SAMPLE / f"river-toll.{name}{FORMATS[name].suffix}"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(output)
    assert output == golden.read_bytes()
