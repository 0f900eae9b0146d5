"""Briefings written by hand, with every case that an export can get wrong."""

from __future__ import annotations

import hashlib

import pytest

from briefing.model import (
    Analysis,
    Article,
    Block,
    Briefing,
    Issue,
    Mention,
    Position,
    Span,
    Stakeholder,
    Statement,
)
from briefing.structure import find_blocks

TEXT = """\
Ferry pier: who wants what

By Ottilie Brandt

Harbour master Ilse Normann said on Monday: “We will not close the pier. Not this year.” She called the
plan | drawn up in a hurry | “a *bold* <b>gamble</b> with [other people’s](http://money.example) {{ boats }}”.

The shipping line Nordlys supports the new pier if the town pays for the dredging. Its former director,
Karl Ove Tveit, had opposed any pier before 2019.

A senior town official rejects the pier. Another town official is expected to back it after the vote.

---
title: not front matter
---

The island council is reportedly ready to sell the old pier. “Nobody has asked the gulls,” a placard read.

Normann told the council that Nordlys wants “a pier for | tomorrow” and 50 berths.
"""


def place(words: str, within: str = "", nth: int = 0, text: str = TEXT) -> Span:
    """The span of words in the text, looked for inside a longer stretch where one is given."""
    start = text.index(within) if within else 0
    for _ in range(nth + 1):
        start = text.index(words, start)
        found = start
        start += 1
    return Span(found, found + len(words))


def make_article(text: str = TEXT, **fields: object) -> Article:
    given: dict[str, object] = {
        "title": "Ferry pier: who wants *what* | and why",
        "byline": "Ottilie Brandt",
        "publisher": "The Skerry Post",
        "published": "2025-03-06",
        "path": "articles/ferry-pier.txt",
        "language": "en",
        "words": len(text.split()),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "text": text,
        "blocks": find_blocks(text),
    }
    return Article(**{**given, **fields})  # type: ignore[arg-type]


ANALYSIS = Analysis(version="0.1.0", model="en_core_web_sm", model_version="3.8.0")


def make_pier_briefing() -> Briefing:
    """Six stakeholders, two issues, ten statements: every form, stance and status."""
    stakeholders = (
        Stakeholder(
            id="ilse-normann",
            name="Ilse Normann",
            kind="person",
            role="Harbour master",
            aliases=("Normann",),
            mentions=(Mention(*_ends("Ilse Normann"), form="name"), Mention(*_ends("She"), form="pronoun")),
        ),
        Stakeholder(id="nordlys", name="Nordlys", kind="organization", role="shipping line"),
        Stakeholder(
            id="karl-ove-tveit", name="Karl Ove Tveit", kind="person", role="former director", affiliation="nordlys"
        ),
        Stakeholder(id="senior-town-official", name="a senior town official", kind="group"),
        Stakeholder(id="another-town-official", name="another town official", kind="group"),
        Stakeholder(id="island-council", name="Island council", kind="organization"),
    )
    issues = (
        Issue(id="new-pier", label="New pier", terms=("pier",)),
        Issue(id="sale", label="Sale of the old pier | berth [1]", terms=("sale", "old pier")),
    )
    statements = (
        Statement(
            id="s1",
            stakeholder="ilse-normann",
            form="direct",
            source=place("Harbour master Ilse Normann"),
            cue=place("said"),
            content=(place("“We will not close the pier. Not this year.”"),),
            issue="sale",
            stance="opposes",
            confidence=0.9,
            why="will not",
            cue_class="speech",
        ),
        Statement(
            id="s2",
            stakeholder="ilse-normann",
            form="mixed",
            source=place("She"),
            cue=place("called"),
            content=(
                place(
                    "the\nplan | drawn up in a hurry | “a *bold* <b>gamble</b> with [other people’s]"
                    "(http://money.example) {{ boats }}”"
                ),
            ),
            issue="new-pier",
            stance="opposes",
            confidence=0.8,
            why="gamble",
        ),
        Statement(
            id="s3",
            stakeholder="nordlys",
            form="indirect",
            source=place("The shipping line Nordlys"),
            cue=place("supports"),
            content=(place("the new pier if the town pays for the dredging"),),
            issue="new-pier",
            stance="conditional",
            condition=place("if the town pays for the dredging"),
            confidence=0.7,
            why="supports … if",
        ),
        Statement(
            id="s4",
            stakeholder="karl-ove-tveit",
            form="indirect",
            source=place("Karl Ove Tveit"),
            cue=place("had opposed"),
            content=(place("any pier"),),
            issue="new-pier",
            stance="opposes",
            status="past",
            confidence=0.8,
            why="opposed",
        ),
        Statement(
            id="s5",
            stakeholder="senior-town-official",
            form="indirect",
            source=place("A senior town official"),
            cue=place("rejects"),
            content=(place("the pier", within="rejects"),),
            issue="new-pier",
            stance="opposes",
            confidence=0.4,
            why="rejects",
        ),
        Statement(
            id="s6",
            stakeholder="another-town-official",
            form="indirect",
            cue=place("is expected to"),
            content=(place("back it after the vote"),),
            issue="new-pier",
            stance="supports",
            status="expected",
            confidence=0.6,
            why="back",
        ),
        Statement(
            id="s7",
            stakeholder="island-council",
            form="indirect",
            source=place("The island council"),
            cue=place("is reportedly ready"),
            content=(place("to sell the old pier"),),
            issue="sale",
            stance="supports",
            status="hearsay",
            confidence=0.6,
            why="ready to sell",
            hedges=(place("reportedly"),),
        ),
        Statement(
            id="s8",
            stakeholder=None,
            form="direct",
            content=(place("“Nobody has asked the gulls,”"),),
            confidence=0.5,
        ),
        Statement(
            id="s9",
            stakeholder="ilse-normann",
            form="indirect",
            source=place("Normann", nth=1),
            cue=place("told"),
            content=(place("that Nordlys wants “a pier for | tomorrow” and 50 berths"),),
            confidence=0.7,
        ),
        Statement(
            id="s10",
            stakeholder="nordlys",
            form="mixed",
            source=place("Nordlys", within="Normann told"),
            cue=place("wants"),
            content=(place("“a pier for | tomorrow” and 50 berths"),),
            issue="new-pier",
            stance="supports",
            confidence=0.8,
            why="wants",
            within="s9",
        ),
    )
    positions = (
        Position(stakeholder="ilse-normann", issue="new-pier", stance="opposes", statements=("s2",)),
        Position(stakeholder="ilse-normann", issue="sale", stance="opposes", statements=("s1",)),
        Position(stakeholder="nordlys", issue="new-pier", stance="conditional", statements=("s3", "s10")),
        Position(stakeholder="senior-town-official", issue="new-pier", stance="opposes", statements=("s5",)),
    )
    return Briefing(
        article=make_article(),
        analysis=ANALYSIS,
        stakeholders=stakeholders,
        issues=issues,
        statements=statements,
        positions=positions,
        notes=("“50 berths” here and “40 berths” elsewhere contradict each other",),
    )


def _ends(words: str) -> tuple[int, int]:
    span = place(words)
    return span.start, span.end


@pytest.fixture
def pier() -> Briefing:
    return make_pier_briefing()


@pytest.fixture
def empty() -> Briefing:
    return Briefing(article=Article(), analysis=ANALYSIS)


@pytest.fixture
def find():
    """Finds the span of words in the text of the pier article."""
    return place


@pytest.fixture
def around():
    """Makes a briefing around any text: one statement of each form that shows it, everything else named by it."""
    return make_briefing_around


def make_briefing_around(words: str) -> Briefing:
    """The words as name, title, role, label, content and condition; in quotation marks where they have none."""
    inner = words.strip() or "x"
    quotable = "".join("x" if one in "“”„«»\"'‘’`" else one for one in inner)
    text = f"Anna said: {inner} . Then “{quotable}” she said."
    reported = Span(11, 11 + len(inner))
    quoted = Span(len(text) - len(quotable) - 11, len(text) - 11)
    person = Stakeholder(id="anna", name=inner, kind="person", role=inner, aliases=(inner,), affiliation="group")
    group = Stakeholder(id="group", name=f"{inner} group", kind="group")
    statements = (
        Statement(
            id="s1",
            stakeholder="anna",
            form="indirect",
            content=(reported,),
            issue="i",
            stance="supports",
            confidence=0.9,
            why=inner,
        ),
        Statement(
            id="s2",
            stakeholder="anna",
            form="direct",
            content=(quoted,),
            issue="i",
            stance="conditional",
            condition=reported,
            confidence=0.9,
            why=inner,
        ),
        Statement(id="s3", stakeholder=None, form="mixed", content=(reported,), confidence=0.2),
    )
    return Briefing(
        article=make_article(
            text,
            title=inner,
            byline=inner,
            publisher=inner,
            url=inner,
            published=None,
            # Two blocks, so that a mark that the words open does not reach the quotation.
            blocks=(
                Block(start=0, end=13 + len(inner), kind="paragraph"),
                Block(start=14 + len(inner), end=len(text), kind="paragraph"),
            ),
            notes=(inner,),
        ),
        analysis=ANALYSIS,
        stakeholders=(person, group),
        issues=(Issue(id="i", label=inner, terms=(inner,)),),
        statements=statements,
        positions=(Position(stakeholder="anna", issue="i", stance="conditional", statements=("s1", "s2")),),
        notes=(inner,),
    )
