"""Sources in; what lies on the desk of the reader at the start out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.strip import Strip

from briefing.errors import BriefingError
from briefing.reader.app import ReaderApp
from briefing.reader.panes.article_pane import ArticlePane
from briefing.reader.start import assemble
from briefing.settings import Places, Settings
from briefing.terminal.capabilities import Terminal, detect

MAILBOX = """\
From board@example.org Mon Mar  3 10:00:00 2025
From: board@example.org
Subject: The board meets
Content-Type: text/plain

The board met on Monday and spoke about the ferries.

From crews@example.org Tue Mar  4 10:00:00 2025
From: crews@example.org
Subject: The crews answer
Content-Type: text/plain

The crews met on Tuesday and spoke about the board.
"""
FRENCH = (
    "Le conseil du port a parlé mardi des bateaux de nuit. La présidente a dit que le plan est bon et que les bateaux "
    "vont rester dans le port. Les équipages sont contre le plan, parce que le travail de nuit n'est pas sûr pour les "
    "gens qui sont à bord, et ils ont dit que la ville ne leur a pas répondu."
)


@pytest.fixture
def terminal() -> Terminal:
    return detect({"TERM": "xterm-256color"}, sys.stdin, sys.stdout)


def settings_in(folder: Path, **values: object) -> Settings:
    places = Places.from_environment({"HOME": str(folder)})
    return Settings(places=places, **values)  # type: ignore[arg-type]


def first_titles(app: ReaderApp) -> list[str | None]:
    return [article.title for _, article in app._first]


def test_a_source_with_several_entries_gives_several_articles(tmp_path: Path, terminal: Terminal) -> None:
    (tmp_path / "news.mbox").write_text(MAILBOX)
    app = assemble([str(tmp_path / "news.mbox")], settings_in(tmp_path), terminal)
    assert first_titles(app) == ["The board meets", "The crews answer"]


def test_a_dump_is_split_as_the_configuration_says(tmp_path: Path, terminal: Terminal) -> None:
    (tmp_path / "dump.txt").write_text("The board met on Monday at noon.\n@@@\nThe crews met on Tuesday at noon.\n")
    app = assemble([str(tmp_path / "dump.txt")], settings_in(tmp_path, separator="^@@@$"), terminal)
    assert len(first_titles(app)) == 2


def test_a_file_that_cannot_be_read_does_not_stop_the_others_of_its_folder(tmp_path: Path, terminal: Terminal) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"%PDF-1.7 nothing of a PDF follows")
    (folder / "b.txt").write_text("The board met on Monday at noon.")
    (folder / "c.txt").write_text("The crews met on Tuesday at noon.")
    app = assemble([str(folder)], settings_in(tmp_path), terminal)
    assert [source for source, _ in app._first] == [str(folder / "b.txt")]
    assert app.sources == [str(folder / "c.txt")]
    assert app._complaints[0].startswith(str(folder / "a.pdf"))


def test_nothing_that_can_be_read_is_an_error(tmp_path: Path, terminal: Terminal) -> None:
    with pytest.raises(BriefingError, match=r"none\.txt"):
        assemble([str(tmp_path / "none.txt"), str(tmp_path / "more.txt")], settings_in(tmp_path), terminal)


async def test_a_text_in_another_language_is_shown_and_not_analysed(tmp_path: Path, terminal: Terminal) -> None:
    (tmp_path / "port.txt").write_text(FRENCH)
    app = assemble([str(tmp_path / "port.txt")], settings_in(tmp_path), terminal)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        assert app.desk.shown is not None and app.desk.shown.article.text == FRENCH
        assert app.desk.shown.request is None
        assert "this text is in French" in app.reading.status.text


def test_a_text_in_another_language_is_tried_if_asked_for(tmp_path: Path, terminal: Terminal) -> None:
    (tmp_path / "port.txt").write_text(FRENCH)
    app = assemble([str(tmp_path / "port.txt")], settings_in(tmp_path, any_language=True), terminal)
    assert app.collaborators.refusal(app._first[0][1]) is None


async def test_the_first_screen_has_the_text(
    tmp_path: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    draw = ArticlePane.render_lines

    def render_lines(pane: ArticlePane, crop: Region) -> list[Strip]:
        strips = draw(pane, crop)
        drawn.append("\n".join(strip.text for strip in strips))
        return strips

    monkeypatch.setattr(ArticlePane, "render_lines", render_lines)
    (tmp_path / "port.txt").write_text("The board met on Monday at noon and spoke about the ferries of the night.")
    app = assemble([str(tmp_path / "port.txt")], settings_in(tmp_path, cache=False, model="none"), terminal)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
    assert "The board met on Monday" in drawn[0]
