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
OTHER_SAMPLES = ("ceasefire-talks", "seabed-nodules-briefing", "water-tariff-interview")
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


TEXT_FORMATS = [one for one in FORMATS if one not in ("dna", "docx", "json", "jsonl")]


@pytest.mark.parametrize(
    "sample, name",
    [*(("river-toll", one) for one in TEXT_FORMATS), *((one, "markdown") for one in OTHER_SAMPLES)],
)
def test_golden_sample(sample, name):
    """Whole articles, with their analyses kept beside them, so that only a change of the exports shows here."""
    output = render(from_json((SAMPLE / f"{sample}.json").read_bytes()), name)
    golden = SAMPLE / f"{sample}.{name}{FORMATS[name].suffix}"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(output)
    assert output == golden.read_bytes()
