"""An article with a result in the cache, so that the command line is tested without the analysis."""

import os
from pathlib import Path

import pytest

from briefing.analysis.models import analysis_fingerprint, identity
from briefing.articles import read_article
from briefing.cli.program import run
from briefing.library import AnalysisCache
from briefing.model import (
    Analysis,
    Briefing,
    Issue,
    Mention,
    Position,
    Span,
    Stakeholder,
    Statement,
)
from briefing.settings import Places

TEXT = """\
Harbour Board Splits Over Night Ferries

The board's chair, Ines Calder, said the night ferries would stay. “We keep our word,” she added.

Dock workers oppose the night ferries unless crews are larger.
"""


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def briefing_of(article):
    """A result such as the analysis might give, made by hand."""
    model = identity("en_core_web_sm")
    chair = span("Ines Calder")
    return Briefing(
        article=article,
        analysis=Analysis(version="1", model=model.name, model_version=model.version),
        stakeholders=(
            Stakeholder(
                id="ines-calder",
                name="Ines Calder",
                kind="person",
                role="chair",
                mentions=(Mention(chair.start, chair.end, "name"),),
                reasons=("title before the name",),
            ),
            Stakeholder(id="dock-workers", name="=Dock workers", kind="group"),
        ),
        issues=(Issue(id="night-ferries", label="night ferries", terms=("ferries",)),),
        statements=(
            Statement(
                id="s1",
                stakeholder="ines-calder",
                form="indirect",
                cue=span("said"),
                content=(span("the night ferries would stay"),),
                issue="night-ferries",
                stance="supports",
                confidence=0.8,
                why="would stay",
                reasons=("“stay” keeps it",),
            ),
            Statement(
                id="s2",
                stakeholder="dock-workers",
                form="indirect",
                content=(span("the night ferries unless crews are larger"),),
                condition=span("unless crews are larger"),
                issue="night-ferries",
                stance="conditional",
                confidence=0.7,
                why="unless",
            ),
            Statement(id="s3", stakeholder=None, form="direct", content=(span("“We keep our word,”"),)),
        ),
        positions=(
            Position(stakeholder="ines-calder", issue="night-ferries", stance="supports", statements=("s1",)),
            Position(stakeholder="dock-workers", issue="night-ferries", stance="conditional", statements=("s2",)),
        ),
    )


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty home, in which no setting of the tester's is found."""
    for name in list(os.environ):
        if name.startswith(("BRIEFING_", "XDG_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    return tmp_path


def keep(path):
    """Put a result for the article in a file into the cache; returns it."""
    briefing = briefing_of(read_article(str(path)))
    folder = Places.from_environment(os.environ).analyses
    AnalysisCache(folder, analysis=analysis_fingerprint()).put(briefing)
    return briefing


@pytest.fixture
def ferries(home, monkeypatch):
    """The name of an article in the working folder, with its result in the cache."""
    monkeypatch.chdir(home)
    path = Path("ferries.txt")
    path.write_text(TEXT, encoding="utf-8")
    keep(path)
    return "ferries.txt"


@pytest.fixture
def command(home, capfdbinary):
    """Runs the command line in this process: arguments in; exit code, standard output and standard error out."""

    def execute(*arguments):
        code = run(arguments)
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return execute
