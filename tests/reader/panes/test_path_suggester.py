"""The beginning of a path in; how it may go on out."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixtures import ARTICLE, World, make_app
from textual import events

from briefing.reader.panes.path_suggester import PathSuggester
from briefing.reader.panes.prompt import Line


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("ferry.txt", "fees.md", "quay.txt", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "feeds").mkdir()
    (tmp_path / "feeds" / "sound.rss").touch()
    return tmp_path


async def test_the_first_name_that_fits_is_proposed(folder: Path) -> None:
    suggester = PathSuggester(folder)
    assert await suggester.get_suggestion("fe") == "feeds/"
    assert await suggester.get_suggestion("feeds/") == "feeds/sound.rss"
    assert await suggester.get_suggestion("q") == "quay.txt"
    assert await suggester.get_suggestion("x") is None
    assert await suggester.get_suggestion("") is None
    assert await suggester.get_suggestion("https://example.org/f") is None


def test_the_arrows_go_through_all_that_fit_and_back_to_what_was_typed(folder: Path) -> None:
    suggester = PathSuggester(folder)
    seen = ["fe"]
    for _ in range(4):
        seen.append(suggester.other(seen[-1], 1))
    assert seen == ["fe", "feeds/", "fees.md", "ferry.txt", "fe"]
    assert suggester.other("fe", -1) == "ferry.txt"


def test_whatever_is_typed_in_between_begins_anew(folder: Path) -> None:
    suggester = PathSuggester(folder)
    assert suggester.other("fe", 1) == "feeds/"
    assert suggester.other("q", 1) == "quay.txt"
    assert suggester.other("", 1) == "feeds/"


def test_where_the_present_folder_has_nothing_the_folder_of_the_article_is_asked(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside" / "zone.txt").touch()
    assert PathSuggester(tmp_path / "beside").other("z", 1) == "zone.txt"


async def test_tab_does_not_wait_for_the_proposal_to_be_shown(folder: Path) -> None:
    world = World(files={"quay.txt": ARTICLE})
    app = make_app(world)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("o")
        for key in ("q", "u", "tab", "enter"):
            app.reading.prompt.query_one(Line).post_message(events.Key(key, key if len(key) == 1 else None))
        for _ in range(100):
            if len(app.desk.articles) == 2:
                break
            await pilot.pause(0.02)
        assert app.desk.articles[-1].source == "quay.txt"
