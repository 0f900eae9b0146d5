"""Given a content that argues in a form of general English, the side of the form; given its minimal pair, not that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.analysis.stance.direction.labels import read_label
from briefing.analysis.stance.rules.arguments import argued, asked_why
from briefing.analysis.stance.statement.cue_attitude import attitude_with
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.lexicon import load_stance_lexicon
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]


def read(label: str, content: str, cue: str = "said") -> Reading:
    """A reading with nothing but its words."""
    lexicon = load_stance_lexicon()
    reading = Reading(
        cue=cue,
        content=content,
        sentence="",
        around="",
        before="",
        label=read_label(label, lexicon.operators),
    )
    reading.cue_attitude = attitude_with(cue, content, lexicon)
    return reading


@pytest.mark.parametrize(
    ("label", "content", "stance"),
    [
        ("The canal toll", "two of the nine locks would otherwise rust shut", "supports"),
        ("A ban on night sailing", "Otherwise nobody on the quay sleeps", "supports"),
        ("The canal toll", "it is the least the barge owners can do", "supports"),
        ("The canal toll", "skippers would simply take the river", "opposes"),
        ("A ban on night sailing", "the barges would only leave at dawn all at once", "opposes"),
        ("The canal toll", "the same money would mend forty bridges", "opposes"),
        ("The canal toll", "fishermen would be paying for yachts", "opposes"),
        ("The canal toll", "nobody would have to row across again", "supports"),
        ("A lock for Eastmoor", "Eastmoor has waited thirty years", "supports"),
        ("A lock for Eastmoor", "the village has stood in the queue long enough", "supports"),
        ("A lock for Eastmoor", "the children could at last cross on foot", "supports"),
        ("A lock for Eastmoor", "bigger boats would be able to call", "supports"),
        ("A lock for Eastmoor", "a lift costs half as much to run", "supports"),
        ("The canal toll", "it would set a precedent", "opposes"),
        ("The canal toll", "small yards would have to let people go", "opposes"),
        ("The canal toll", "it would drive the barges onto the river", "opposes"),
        ("A yard at Eastmoor", "it would bring work to three villages", "supports"),
        ("A yard at Eastmoor", "the yard would spare children the long way round", "supports"),
        ("A lock for Eastmoor", "skippers had sat “at the back” long enough", "supports"),
        ("The canal toll", "it would reward those who came last", "opposes"),
        ("Closing the lower lock", "the detour would cost every skipper a day", "opposes"),
        ("The canal toll", "it is a fence by another name", "opposes"),
        ("A second lock keeper", "there is no money for that", "opposes"),
        ("The canal toll", "skippers already pay for each bridge", "opposes"),
        ("A second lock keeper", "one boat in four drifts past the gate", "supports"),
        ("A second lock keeper", "accidents at the gate had fallen to three a year", "supports"),
        ("A yard at Eastmoor", "there are 240 jobs in it", "supports"),
        ("A second lock keeper", "the boats leave on time for the first time", "supports"),
    ],
)
def test_the_form_of_an_argument_tells_its_side(label: str, content: str, stance: Stance) -> None:
    decision = argued(read(label, content))
    assert decision is not None and decision.stance == stance


@pytest.mark.parametrize(
    ("label", "content"),
    [
        ("The canal toll", "the papers say otherwise"),
        ("The canal toll", "that was the least of it"),
        ("The canal toll", "it would only apply if the council agreed"),
        ("The canal toll", "without it skippers would simply take the river"),
        ("The canal toll", "he would only add that it rained"),
        ("The canal toll", "nobody would simply leave"),
        ("The canal toll", "they would be paying in silver"),
        ("A lock for Eastmoor", "the clerk had waited two weeks for a permit"),
        ("A lock for Eastmoor", "nobody would be able to call"),
        ("The canal toll", "the toll would have to double"),
        ("The canal toll", "this would have to stand open at night"),
        ("The canal toll", "until then small yards would have to let people go"),
        ("A second lock keeper", "the post would cost 30,000 crowns"),
        ("Ending the canal toll", "skippers already pay for each bridge"),
        ("A second lock keeper", "the chance is one in ten"),
        ("A second lock keeper", "one boat in four would drift past the gate"),
        ("A yard at Eastmoor", "it has cost 240 jobs"),
        ("A yard at Eastmoor", "it would bring work but also rats"),
        ("A yard at Eastmoor", "it would bring fewer boats"),
        ("A yard at Eastmoor", "he would give it up"),
        ("A yard at Eastmoor", "we would bring our own tools"),
        ("Closing the yard at Eastmoor", "it would bring work to three villages"),
        ("Ending night work", "there are 240 jobs in it"),
    ],
)
def test_what_only_looks_like_one_tells_nothing(label: str, content: str) -> None:
    assert argued(read(label, content)) is None


def test_a_side_of_the_cue_comes_first() -> None:
    assert argued(read("The canal toll", "it would only help the port", cue="welcomed")) is None


def test_whoever_asks_why_sees_no_reason() -> None:
    decision = asked_why(read("The canal toll", "why a village should pay for a port", cue="asked"))
    assert decision is not None and decision.stance == "opposes"


@pytest.mark.parametrize(
    ("label", "content", "cue"),
    [
        ("The canal toll", "why it had taken so long", "asked"),
        ("The canal toll", "why the port should not pay", "asked"),
        ("The canal toll", "why a village should pay for a port", "explained"),
        ("A ban on night sailing", "why a village should lie awake for a port", "asked"),
    ],
)
def test_not_every_why_does(label: str, content: str, cue: str) -> None:
    assert asked_why(read(label, content, cue)) is None


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("The canal toll", "The mayor <said> {two of the nine locks would otherwise rust shut}.", "supports"),
        ("The canal toll", "The guild <asked> {why a village should pay for a port}.", "opposes"),
        ("The canal toll", "The guild <said> {skippers would simply take the river}.", "opposes"),
    ],
)
def test_the_step_hears_it(judge: Judge, label: str, sentence: str, stance: Stance) -> None:
    assert judge(sentence, label).stance == stance
