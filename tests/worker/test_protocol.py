"""Frames: what is written is what is read, and garbage is noticed."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Article
from briefing.worker.events import STEP_NAMES, step_name
from briefing.worker.protocol import HEADER, Analyze, body_length, frame
from briefing.worker.serve import read_request

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)


@given(st.lists(texts, max_size=4))
def test_every_text_survives_the_pipe(several):
    requests = [Analyze(number, Article(text=text, title=text)) for number, text in enumerate(several)]
    pipe = io.BytesIO(b"".join(frame(request) for request in requests))
    assert [read_request(pipe) for _ in requests] == requests
    assert read_request(pipe) is None


@given(st.data())
def test_a_frame_that_breaks_off_is_the_end(data):
    whole = frame(Analyze(1, Article(text="The ferry runs again.")))
    cut = data.draw(st.integers(0, len(whole) - 1))
    assert read_request(io.BytesIO(whole[:cut])) is None


def test_a_length_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match="4294967295"):
        body_length(b"\xff" * HEADER.size)


def test_readers_are_told_in_words_what_happens():
    from briefing.analysis.pipeline import STEPS

    assert set(STEPS) <= set(STEP_NAMES)
    assert step_name("briefing_attribution") == "finding who said what"
    assert step_name("my_own_step") == "my own step"
