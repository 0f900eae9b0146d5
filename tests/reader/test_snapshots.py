"""Pictures of the screens; `pytest --snapshot-update` takes them anew after they were looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from fixtures import ARTICLE, World, make_app

COMPARED = ["J", "c", *"fishermen", "enter"]
SCREENS = {
    "article": ["J", "]"],
    "stakeholders": ["J", "2"],
    "search": ["slash", *"ferry"],
    "correcting": ["J", "]", "r"],
    "positions": ["3", "l"],
    "filtered": ["3", "f", *"stance:opposes", "enter"],
    "marks": ["m", "a", "G", "m", "b", "apostrophe"],
    "dossier": ["J", "d"],
    "compare": COMPARED,
    "agreements": ["A"],
    "statements": ["S"],
    "outline": ["O"],
    "articles": ["L"],
    "start": ["W"],
    "export": ["e"],
    "palette": [":", *"issue"],
    "help": ["3", "?"],
}
"""Keys that lead to each screen."""

OTHER = msgspec.structs.replace(ARTICLE, title="A Quay for the Old Town", sha256="cd" * 32, path="/articles/quay.txt")


class Recent:
    """Two articles that were read before."""

    def all(self) -> list[tuple[str, str]]:
        return [
            ("/articles/night-ferry.txt", ARTICLE.title or ""),
            ("https://example.org/quay", "A Quay for the Old Town"),
        ]

    def add(self, source: str, title: str) -> None:
        """Nothing is remembered."""


@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=["80x24", "120x40", "200x50"])
@pytest.mark.parametrize("name", SCREENS)
def test_screen(
    name: str, size: tuple[int, int], theme: str, snap_compare: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    world = World(files={"/articles/quay.txt": OTHER})
    samples = tmp_path / "samples"
    samples.mkdir()
    for sample in ("ferry-timetable.txt", "harbour-dues.md"):
        (samples / sample).touch()
    app = make_app(world, changes={"recent": Recent(), "samples": samples}, theme=theme)
    app.sources = ["/articles/quay.txt"]

    async def settled(pilot: Any) -> None:
        for key in SCREENS[name]:
            await pilot.press(key)
        await pilot.pause(0.3)

    assert snap_compare(app, run_before=settled, terminal_size=size)
