"""The real program in a real terminal (tmux): start, navigate, export, quit; the terminal is as it was before."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from fixtures import ARTICLE, BRIEFING

from briefing.analysis.models import analysis_fingerprint, identity
from briefing.articles import read_article
from briefing.library import AnalysisCache
from briefing.model import Article
from briefing.settings import Places, load_settings

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]

PATIENCE = 20.0


class Tmux:
    """A terminal of its own server, so that nobody else's is touched."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self.socket = folder / "tmux"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("TMUX", "XDG_", "BRIEFING_"))},
            "HOME": str(folder),
            "PS1": "ready> ",
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
        }
        columns, rows = map(str, size)
        self.run("-f", "/dev/null", "new-session", "-d", "-x", columns, "-y", rows, "-c", str(folder), "sh", "-i")

    def run(self, *arguments: str) -> str:
        command = ["tmux", "-S", str(self.socket), *arguments]
        return subprocess.run(command, env=self.environment, check=True, capture_output=True, text=True).stdout

    def press(self, *keys: str) -> None:
        self.run("send-keys", *keys)

    def screen(self) -> str:
        return self.run("capture-pane", "-p")

    def wait_for(self, words: str) -> str:
        """The screen as soon as it shows some words."""
        deadline = time.monotonic() + PATIENCE
        while words not in (shown := self.screen()):
            assert time.monotonic() < deadline, f"{words!r} never came up:\n{shown}"
            time.sleep(0.05)
        return shown

    def ask(self, variable: str) -> str:
        return self.run("display-message", "-p", f"#{{{variable}}}").strip()


@pytest.fixture(params=[(80, 24), (120, 40)], ids=["80x24", "120x40"])
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tmux]:
    tmux = Tmux(tmp_path, request.param)
    yield tmux
    tmux.run("kill-server")


def article_with_result(folder: Path) -> Article:
    """A file whose analysis is in the cache already, so that no model is needed."""
    path = folder / "night-ferry.txt"
    path.write_text(ARTICLE.text, encoding="utf-8")
    article = read_article(str(path))
    settings = load_settings(Places.from_environment({"HOME": str(folder)}), {})
    model = identity(settings.model)
    made = msgspec.structs.replace(BRIEFING.analysis, model=model.name, model_version=model.version)
    cache = AnalysisCache(
        settings.places.analyses, dictionaries=settings.dictionaries_fingerprint, analysis=analysis_fingerprint()
    )
    cache.put(msgspec.structs.replace(BRIEFING, article=article, analysis=made))
    return article


def test_start_navigate_export_quit(terminal: Tmux, tmp_path: Path) -> None:
    article_with_result(tmp_path)
    terminal.wait_for("ready>")
    before = terminal.ask("cursor_flag"), terminal.ask("alternate_on"), terminal.ask("mouse_any_flag")
    terminal.press(f"{sys.executable} -m briefing night-ferry.txt; echo left with $?", "Enter")
    terminal.wait_for("council of Port Selma")
    assert terminal.ask("alternate_on") == "1"
    terminal.press("J")
    terminal.wait_for("Odile Brandt, Mayor · 3 statements")
    terminal.press("]")
    terminal.wait_for("Odile Brandt supports the night ferry")
    terminal.press("3", "l", "Enter")
    terminal.wait_for("Odile Brandt supports a state subsidy")
    terminal.press("BSpace")
    terminal.wait_for("S supports")
    terminal.press("/")
    terminal.press("ferry", "Enter")
    terminal.wait_for("for “ferry”")
    terminal.press("e")
    terminal.wait_for("Write it")
    terminal.press("Enter")
    terminal.wait_for("Written to ")
    terminal.press("q")
    shown = terminal.wait_for("left with 0")
    assert "Port Selma" not in shown
    assert (terminal.ask("cursor_flag"), terminal.ask("alternate_on"), terminal.ask("mouse_any_flag")) == before
    assert "Odile Brandt" in next(tmp_path.glob("*.md")).read_text(encoding="utf-8")
    terminal.press("clear; stty -a | tr ' ;' '\\n\\n' | grep -x echo", "Enter")
    terminal.wait_for("echo")


def test_find_compare_and_choose_by_name(terminal: Tmux, tmp_path: Path) -> None:
    article_with_result(tmp_path)
    terminal.wait_for("ready>")
    terminal.press(f"{sys.executable} -m briefing night-ferry.txt; echo left with $?", "Enter")
    terminal.wait_for("council of Port Selma")
    terminal.press("3", "f")
    terminal.wait_for("Filter:")
    terminal.press("stance:opposes", *["BSpace"] * 7, "supports", "Enter")
    terminal.wait_for("filter: stance:supports")
    terminal.press("Escape")
    terminal.wait_for("The filter is off")
    terminal.press("c", "brandt", "Enter")
    terminal.wait_for("Compare Odile Brandt with")
    terminal.press("union", "Enter")
    terminal.wait_for("they disagree")
    terminal.press("Enter")
    terminal.wait_for("Odile Brandt supports")
    terminal.press(":", "theme", "Enter")
    terminal.wait_for("Theme: ")
    terminal.press("A")
    terminal.wait_for("Pair by pair")
    terminal.press("Q")
    terminal.wait_for("left with 0")


def test_the_place_is_found_again(terminal: Tmux, tmp_path: Path) -> None:
    article_with_result(tmp_path)
    terminal.wait_for("ready>")
    for _ in range(2):
        terminal.press(f"clear; {sys.executable} -m briefing night-ferry.txt; echo left with $?", "Enter")
        terminal.wait_for("1 Article")
        terminal.press("2")
        terminal.wait_for("Amalie Roth")
        terminal.press("q")
        terminal.wait_for("left with 0")
    terminal.press(f"clear; {sys.executable} -m briefing night-ferry.txt", "Enter")
    terminal.wait_for("Role or kind")
    terminal.press("Q")


def test_open_from_the_start_screen_find_a_condition_correct_and_take_back(terminal: Tmux, tmp_path: Path) -> None:
    article_with_result(tmp_path)
    terminal.wait_for("ready>")
    terminal.press(f"{sys.executable} -m briefing; echo left with $?", "Enter")
    terminal.wait_for("A file or an address")
    terminal.press("Enter")
    terminal.wait_for("Tab complete")
    terminal.press("nig", "Tab", "Enter")
    terminal.wait_for("8 stakeholders · 10 statements · 3 issues")
    terminal.press("/", "midnight", "Enter")
    terminal.wait_for("1 of 1 for “midnight”")
    terminal.press("Escape", "A")
    terminal.wait_for("Petr Havel-Lund: provided that the state pays for new buoys")
    terminal.press("Escape")
    terminal.wait_for("J stakeholder")
    terminal.press("J", "]", "r")
    terminal.wait_for("x no statement")
    terminal.press("o")
    terminal.wait_for("u takes it back")
    terminal.press("]", "[")
    terminal.wait_for("Odile Brandt opposes the night ferry")
    terminal.press("u")
    terminal.wait_for("Taken back: opposes")
    terminal.press("q")
    terminal.wait_for("left with 0")
