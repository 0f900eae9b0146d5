"""Given a team's own dictionary in the folder for them, the whole analysis knows its actors by every name."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.analysis import analyze, load_pipeline
from briefing.articles import read_article
from briefing.errors import ConfigurationError
from briefing.settings.dictionaries import Dictionaries

TEAM = """\
[[actor]]
name = "Lake Nation Council"
names = ["LNC", "the Longhouse"]
kind = "organization"
role = "elected council of the Lake Nation"

[[bloc]]
name = "Four Rivers Pact"
names = ["FRP"]
seats = ["Marrow Bay"]
"""

ARTICLE = """\
The LNC said on Monday that the dam must go. Nobody had asked its members, the LNC said.

Marrow Bay rejected the demand. The FRP wants to keep the dam.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "actors"
    folder.mkdir()
    (folder / "team.toml").write_text(TEAM, encoding="utf-8")
    return folder


def test_the_teams_actors_are_found_by_all_their_names(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    nlp = load_pipeline(dictionaries=Dictionaries.in_folders(tmp_path / "issues", folder))
    found = {one.name: one for one in analyze(read_article(str(path)), nlp).stakeholders}
    council, pact = found["Lake Nation Council"], found["Four Rivers Pact"]
    assert (council.kind, council.role) == ("organization", "elected council of the Lake Nation")
    assert (pact.kind, set(pact.aliases)) == ("bloc", {"Marrow Bay", "FRP"})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('kind = "lake"', r"wrong\.toml, line 2: the kind of 'LNC' must be one of"),
        ('kind = "group"\naliases = ["the Longhouse"]', r"wrong\.toml, line 4: nobody reads 'aliases' .* names"),
        ('kind = "group"\nnames = "the Longhouse"', r"wrong\.toml, line 4: names must be a list"),
        ('kind = "group"\nrole = ["council"]', r"wrong\.toml, line 4: role must be text"),
    ],
)
def test_a_wrong_dictionary_stops_the_analysis_with_file_and_line(
    folder: Path, tmp_path: Path, line: str, message: str
) -> None:
    (folder / "wrong.toml").write_text(f'[[actor]]\nname = "LNC"\n{line}\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match=message):
        load_pipeline(dictionaries=Dictionaries.in_folders(tmp_path / "issues", folder))
