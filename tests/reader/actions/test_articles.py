"""Articles: opening one more, going between them, reading one again, editing."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest
from driven import reading
from fixtures import ARTICLE, BRIEFING, World

from briefing.reader.app import ReaderApp
from briefing.reader.collaborators import Appearance
from briefing.worker.events import Finished

OTHER = msgspec.structs.replace(
    ARTICLE, title="Another Article", text="A short text.\n", blocks=(), sha256="cd" * 32, path="/articles/other.txt"
)


async def test_open() -> None:
    world = World(files={"/articles/other.txt": OTHER})
    async with reading(world=world) as reader:
        await reader.press("o")
        await reader.type("/articles/other.txt")
        await reader.press("enter")
        assert reader.opened.title == "Another Article" and len(reader.app.desk.articles) == 2
        await reader.press("o")
        await reader.type("/nowhere")
        await reader.press("enter")
        assert "/nowhere: no such file" in reader.status()
        assert reader.opened.title == "Another Article"


async def test_open_address() -> None:
    entry = msgspec.structs.replace(OTHER, url="https://courier.example/toll")
    world = World(files={"/articles/feed.rss": entry, "https://courier.example/toll": ARTICLE})
    async with reading(world=world) as reader:
        await reader.press("U")
        assert "gives no address" in reader.status()
        await reader.press("o")
        await reader.type("/articles/feed.rss")
        await reader.press("enter")
        await reader.until(lambda: reader.opened.source == "/articles/feed.rss")
        await reader.press("U")
        await reader.until(lambda: reader.opened.source == "https://courier.example/toll")
        assert reader.opened.title == ARTICLE.title


async def test_next_article() -> None:
    world = World(files={"/articles/other.txt": OTHER})
    async with reading(world=world) as reader:
        reader.app.sources = ["/articles/other.txt"]
        await reader.press(".")
        assert reader.opened.title == "Another Article" and "2/2" in reader.screen.title_bar.text
        await reader.press(".")
        assert "last article" in reader.status()


async def test_previous_article() -> None:
    world = World(files={"/articles/other.txt": OTHER})
    async with reading(world=world) as reader:
        reader.app.sources = ["/articles/other.txt"]
        await reader.press("j", "j", ".", "comma")
        assert reader.opened.article is not OTHER
        assert reader.screen.article_pane.top == 2
        await reader.press("comma")
        assert "first article" in reader.status()


async def test_articles_keep_the_order_in_which_they_were_named() -> None:
    second, third = "/articles/second.txt", "/articles/third.txt"
    world = World(
        files={
            second: msgspec.structs.replace(OTHER, title="Second", sha256="01" * 32, path=second),
            third: msgspec.structs.replace(OTHER, title="Third", sha256="02" * 32, path=third),
        }
    )
    world.results.put(BRIEFING)
    named = ["/articles/night-ferry.txt", second, "/articles/missing.txt", third]
    app = ReaderApp(world.collaborators(), Appearance(), [(named[0], ARTICLE)], sources=named[1:])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("L", "j", "j", "j", "enter")
        await pilot.pause()
        assert "Third" in app.reading.title_bar.text and "4/4" in app.reading.title_bar.text
        await pilot.press("comma")
        await pilot.pause()
        assert "/articles/missing.txt: no such file" in app.reading.status.text
        assert "3/3" in app.reading.title_bar.text
        await pilot.press("comma")
        await pilot.pause()
        assert "Second" in app.reading.title_bar.text and "2/3" in app.reading.title_bar.text


async def test_articles() -> None:
    world = World(files={"/articles/other.txt": OTHER})
    async with reading(world=world) as reader:
        reader.app.sources = ["/articles/other.txt"]
        await reader.press("L", "j", "enter")
        assert reader.opened.title == "Another Article"
        await reader.press("L", "k", "enter")
        assert reader.opened.title == ARTICLE.title


async def test_start_screen() -> None:
    async with reading() as reader:
        await reader.press("W")
        assert reader.listing.page.title == "briefing"
        await reader.press("enter")
        assert reader.screen.prompt.is_open


async def test_read_again() -> None:
    changed = msgspec.structs.replace(ARTICLE, text="Changed.\n", blocks=())
    world = World(files={"/articles/night-ferry.txt": changed})
    async with reading(world=world) as reader:
        await reader.press("R")
        assert reader.opened.article.text == "Changed.\n"
        assert world.workers[0].submitted == [changed]
        assert reader.opened.lookup is None


async def test_read_again_renews_the_notes_of_a_text_that_is_the_same() -> None:
    noted = msgspec.structs.replace(ARTICLE, notes=("fetched today", "2 invisible characters replaced"))
    async with reading(world=World(files={"/articles/night-ferry.txt": noted})) as reader:
        await reader.press("R")
        await reader.until(lambda: reader.opened.article.notes == noted.notes)
        await reader.press("escape")
        assert "fetched today · 2 invisible characters replaced" in reader.status()


async def test_read_again_leaves_the_cursor_of_the_table_on_its_stakeholder_and_issue() -> None:
    changed = msgspec.structs.replace(ARTICLE, text=ARTICLE.text + "One line more.\n", sha256="ef" * 32)
    world = World(files={"/articles/night-ferry.txt": changed})
    async with reading((120, 40), world) as reader:
        await reader.press("3", "j", "j", "l")
        pane = reader.screen.positions_pane
        cell = pane.key
        assert cell is not None and (pane.row, pane.column) != (0, 0)
        await reader.press("R")
        await reader.until(lambda: world.workers)
        assert pane.row_count == 0
        # The analysis finds the stakeholders and issues of the new text in another order.
        found = msgspec.structs.replace(
            BRIEFING,
            article=changed,
            stakeholders=BRIEFING.stakeholders[::-1],
            issues=BRIEFING.issues[::-1],
        )
        world.workers[0].tell(Finished(1, found))
        await reader.pilot.pause()
        assert pane.key == cell


async def test_edit(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("A short text.\n")
    world = World(files={str(path): OTHER}, environment={"VISUAL": "my-editor --wait"})
    async with reading(world=world) as reader:
        await reader.press("v")
        assert "/articles/night-ferry.txt: this file is no longer there" in reader.status()
        world.files[str(path)] = msgspec.structs.replace(OTHER, path=str(path))
        await reader.app.open_source(str(path))
        commands: list[list[str]] = []

        async def run(command: list[str]) -> None:
            commands.append(command)

        reader.app.run_in_foreground = run  # type: ignore[method-assign]
        await reader.press("v")
        assert commands == [["my-editor", "--wait", str(path)]]


@pytest.mark.parametrize(
    ("variables", "command"),
    [
        ({"VISUAL": "my-editor --wait", "EDITOR": "ed"}, ["my-editor", "--wait"]),
        ({"VISUAL": " ", "EDITOR": "ed"}, ["ed"]),
        ({"EDITOR": ""}, ["vi"]),
        ({"VISUAL": "my-editor 'no end"}, "VISUAL: a quotation mark is missing in it"),
    ],
)
async def test_the_editor_is_the_one_her_variables_name(
    tmp_path: Path, variables: dict[str, str], command: list[str] | str
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("A short text.\n")
    world = World(files={str(path): msgspec.structs.replace(OTHER, path=str(path))}, environment=variables)
    async with reading(world=world) as reader:
        await reader.app.open_source(str(path))
        commands: list[list[str]] = []

        async def run(command: list[str]) -> None:
            commands.append(command)

        reader.app.run_in_foreground = run  # type: ignore[method-assign]
        await reader.press("v")
        if isinstance(command, str):
            assert command in reader.status() and not commands
        else:
            assert commands == [[*command, str(path)]]


async def test_pipe() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "|")
        script = "import json,sys; print(json.load(sys.stdin)['statement']['id'])"
        reader.screen.prompt.query_one("Input").value = f'{sys.executable} -c "{script}"'  # type: ignore[attr-defined]
        await reader.press("enter")
        await reader.pilot.pause(1)
        assert "s1" in "".join(reader.listing.list.render_line(0).text)
        await reader.press("escape", "|")
        await reader.type("exit 3")
        await reader.press("enter")
        await reader.pilot.pause(0.5)
        assert "exit 3: ended with exit code 3" in reader.status()
