"""Whatever says which key does something says the key that she has for it."""

from __future__ import annotations

import pytest
from fixtures import ARTICLE, BRIEFING, World, make_app

from briefing.reader.app import ReaderApp
from briefing.reader.collaborators import Appearance
from briefing.reader.keymap import make_keymap
from briefing.reader.pages.help import help_page
from briefing.worker.events import Failed

HERS = {
    "filter": "ctrl+f",
    "read-again": "f5",
    "undo": "ctrl+n",
    "select-text": "v",
    "copy": "f6",
    "cursor-word": "f7",
    "add-statement": "f8",
    "correct": "f9",
    "next-evidence": "ctrl+e",
    "next-stakeholder": "f3",
    "set-mark": "f4",
    "search": "",
}


def app_with_her_keys(world: World) -> ReaderApp:
    return ReaderApp(world.collaborators(), Appearance(keys=HERS), [("/articles/night-ferry.txt", ARTICLE)])


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        ("ctrl+e f9 o", "opposes: the night ferry · 1 of 10 reviewed · Ctrl-n takes it back"),
        ("v", "Move to the beginning, then v; Esc ends"),
        ("v v f7", "h j k l f7 b move, f6 copies, f8 marks a statement, Esc ends"),
        ("f6", "There is nothing to copy; Ctrl-e shows a statement, v selects text."),
        ("f9", "Nothing is shown that could be corrected; Ctrl-e shows a statement, v marks a missed one."),
        ("f8", "No text is selected; v selects."),
        ("Y", "No stakeholder is selected; f3 selects the first."),
        ("apostrophe", "No mark is set; f4 and a letter sets one."),
        ("n", "Nothing has been searched for; :search searches."),
        ("!", "0 of 10 reviewed; f9 corrects, f9 a says it is right."),
    ],
)
async def test_messages_name_her_keys(keys: str, hint: str) -> None:
    world = World()
    world.results.put(BRIEFING)
    app = app_with_her_keys(world)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys.split())
        await pilot.pause()
        assert app.reading.status.text.strip() == hint


async def test_lists_that_a_filter_empties_name_her_key() -> None:
    world = World()
    world.results.put(BRIEFING)
    app = app_with_her_keys(world)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+f", *"nobody", "enter")
        await pilot.pause()
        for pane in (app.reading.stakeholders_pane, app.reading.positions_pane):
            shown = "\n".join(pane.render_line(y).text for y in range(pane.size.height))
            assert "; Ctrl-f changes it." in shown


async def test_an_analysis_that_is_not_there_names_her_key() -> None:
    world = World(files={"/articles/night-ferry.txt": ARTICLE})
    app = app_with_her_keys(world)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("X")
        assert "analysis stopped; f5 starts it again" in app.reading.status.text
        await pilot.press("c")
        assert app.reading.message == "There is no analysis of this text: it was stopped; f5 starts it again."
        await pilot.press("f5")
        while len(world.workers[0].submitted) < 2:
            await pilot.pause(0.02)
        world.workers[0].tell(Failed(2, "the analysis failed"))
        await pilot.press("c")
        assert app.reading.message == "There is no analysis of this text: it failed; f5 tries again."


def test_the_help_names_her_keys_also_within_its_sentences() -> None:
    keymap = make_keymap(make_app().keymap.actions, {"open-cell": "o", "back": "ctrl+b"})
    rows = help_page(keymap, "positions").rows(200)
    words = "\n".join("".join(text for text, _ in row.pieces) for row in rows)
    assert "o shows them in the text, one after the other, Ctrl-b returns." in words
