"""Named features in; probabilities out. Files of weights in and out, the same bytes for the same weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.stance.learned.linear import LinearClassifier, load_linear
from briefing.errors import AnalysisError

CLASSES = ("rain", "sun")
MODEL = LinearClassifier(CLASSES, {"bias": 0, "cloud": 1}, np.array([[0.0, 2.0], [1.0, -1.0]]))


@given(st.dictionaries(st.sampled_from(["bias", "cloud", "a word nobody knows"]), st.floats(-5, 5)))
def test_probabilities_add_up_whatever_the_features(features: dict[str, float]) -> None:
    probabilities = MODEL.probabilities(features)
    assert sum(probabilities.values()) == pytest.approx(1.0)
    assert all(0.0 <= value <= 1.0 for value in probabilities.values())


def test_the_weights_decide() -> None:
    assert MODEL.probabilities({"bias": 1.0})["sun"] > 0.5
    assert MODEL.probabilities({"bias": 1.0, "cloud": 1.0})["rain"] > 0.5


def test_the_reasons_are_the_features_that_speak_for_a_class() -> None:
    assert MODEL.reasons({"bias": 1.0, "cloud": 1.0, "a word nobody knows": 1.0}, "rain", "sun") == ["cloud"]


def test_a_file_of_weights_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    first, second = tmp_path / "first.npz", tmp_path / "second.npz"
    MODEL.save(first, 0.5)
    MODEL.save(second, 0.5)
    assert first.read_bytes() == second.read_bytes()
    model, number = load_linear(first, CLASSES)
    assert number == 0.5
    assert model.probabilities({"cloud": 1.0}) == MODEL.probabilities({"cloud": 1.0})


def test_a_file_cut_in_half_is_named(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    MODEL.save(path, 0.5)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(AnalysisError, match=r"weights\.npz"):
        load_linear(path, CLASSES)


def test_weights_of_other_classes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    MODEL.save(path, 0.5)
    with pytest.raises(AnalysisError, match="classes"):
        load_linear(path, ("rain", "sun", "snow"))


@pytest.mark.parametrize("content", [None, b"", b"no weights"])
def test_a_missing_or_damaged_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "weights.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AnalysisError, match=r"weights\.npz"):
        load_linear(path, CLASSES)
