"""Pictures of a few screens; `pytest --snapshot-update` takes them anew after they were looked at."""

from __future__ import annotations

from typing import Any

import pytest
from fixtures import make_app

SCREENS = {
    "article": ["J", "]"],
    "positions": ["3", "l"],
    "dossier": ["J", "d"],
    "help": ["3", "?"],
}


@pytest.mark.parametrize("theme", ["ink", "paper"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", SCREENS)
def test_screen(name: str, size: tuple[int, int], theme: str, snap_compare: Any) -> None:
    assert snap_compare(make_app(theme=theme), press=SCREENS[name], terminal_size=size)
