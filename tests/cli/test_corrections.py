"""What was corrected in the reader also holds on the command line."""

import json
import os

import pytest

from briefing.articles import read_article
from briefing.corrections.anchoring import anchor_of, passage_of
from briefing.corrections.correction import StatementCorrection
from briefing.corrections.stakeholders import actor_of
from briefing.library import Corrections
from briefing.settings import Places
from tests.cli.conftest import briefing_of


@pytest.fixture
def corrected(ferries):
    """An article whose reader said that the chair opposes what the machine took her to support."""
    article = read_article(ferries)
    briefing = briefing_of(article)
    statement = briefing.statements[0]
    Corrections(Places.from_environment(os.environ).corrections).add(
        article,
        StatementCorrection(
            verdict="changed",
            anchor=anchor_of(article.text, passage_of(statement)),
            statement=type(statement)(
                id="s1", stakeholder="x", form="indirect", content=statement.content, stance="opposes"
            ),
            fields=("stance",),
            holder=actor_of(briefing.stakeholders[0]),
            issue=briefing.issues[0],
        ),
    )
    return ferries


def test_the_analysis_holds_what_was_corrected(command, corrected):
    statements = json.loads(command("analyze", corrected)[1])["statements"]
    assert statements[0]["stance"] == "opposes"
    assert statements[0]["reasons"][0] == "stance set by hand; the analysis said supports"


def test_the_machine_can_be_asked_alone(command, corrected):
    for arguments in (("analyze", "--no-corrections", corrected), ("--no-corrections", "analyze", corrected)):
        assert json.loads(command(*arguments)[1])["statements"][0]["stance"] == "supports"


def test_exports_say_what_was_reviewed(command, corrected):
    assert "1 of 3 statements reviewed, 2 not." in command(corrected)[1]
    _, only, _ = command("export", corrected, "-o", "-", "--format", "jsonl", "--reviewed-only")
    assert [one["id"] for one in json.loads(only)["statements"]] == ["s1"]


def test_an_article_without_corrections_says_so(command, ferries):
    assert "Nothing was corrected." in command("corrections", ferries)[1]


def test_corrections_are_listed(command, corrected):
    code, out, _ = command("corrections", corrected, "--format", "jsonl")
    row = json.loads(out)
    assert code == 0
    assert (row["what"], row["applies"]) == ("opposes: the night ferries would stay", "yes")


def test_a_damaged_file_of_corrections_is_one_line(command, corrected):
    file = next(Places.from_environment(os.environ).corrections.iterdir())
    file.write_text("nonsense\n")
    code, out, err = command("analyze", corrected)
    assert (code, out) == (65, "")
    assert err.count("\n") == 1
    assert "line 1" in err
    assert command("analyze", "--no-corrections", corrected)[0] == 0
