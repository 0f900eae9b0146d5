"""The weights: read, written, and missed with one clear message."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.analysis.issues.model import WEIGHTS, load_model
from briefing.errors import AnalysisError


def test_writes_the_bytes_that_it_read(tmp_path: Path) -> None:
    copy = tmp_path / "issues.npz"
    load_model().save(copy)
    assert copy.read_bytes() == WEIGHTS.read_bytes()


def test_damaged_weights_are_one_clear_message(tmp_path: Path) -> None:
    path = tmp_path / "issues.npz"
    path.write_bytes(b"not weights")
    with pytest.raises(AnalysisError, match=r"issues\.npz: the weights of the issues cannot be read"):
        load_model(path)
