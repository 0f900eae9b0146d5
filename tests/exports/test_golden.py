"""Every text format of the fixtures, compared with a file that a human has looked at.

After a change that is meant: UPDATE_GOLDEN=1 pytest tests/exports/test_golden.py, then read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.exports import FORMATS, render

FOLDER = Path(__file__).parent / "golden"
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
