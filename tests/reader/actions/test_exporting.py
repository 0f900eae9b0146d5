"""Exporting: the dialog, one line, and what is never replaced."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest
from driven import Reader, reading
from fixtures import ARTICLE

EXPORTED = "2025-03-02-harbour-towns-split-over-the-night-ferry.md"


async def test_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written = tmp_path / EXPORTED
    async with reading() as reader:
        await reader.export_page()
        assert reader.listing.page.title == "Export"
        await reader.press("enter")
        await reader.until(lambda: f"Written to {EXPORTED}" in reader.status())
        assert written.read_text() == "# Harbour Towns Split over the Night Ferry\n"
        written.write_text("hers")
        await reader.export_page()
        await reader.press("enter")
        await reader.until(lambda: reader.screen.prompt.is_open)
        await reader.press("n")
        await reader.until(lambda: "Nothing was written" in reader.status())
        assert written.read_text() == "hers"
        await reader.export_page()
        await reader.press("enter")
        await reader.until(lambda: reader.screen.prompt.is_open)
        await reader.press("y")
        await reader.until(lambda: "Written" in reader.status())
        assert written.read_text().startswith("# Harbour")
        await reader.export_page()
        await reader.change("destination")
        await reader.until(lambda: reader.screen.prompt.is_open)
        reader.screen.prompt.query_one("Input").value = "/nowhere/at/all.md"  # type: ignore[attr-defined]
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("Export"))
        await reader.press("g", "enter")
        await reader.until(lambda: "cannot be written" in reader.status())


async def test_export_chooses_format_scope_marking_and_remembers_them(tmp_path: Path) -> None:
    asked: list[tuple[str, dict[str, object]]] = []

    def render(_briefing: object, format: str, **choices: object) -> bytes:  # noqa: A002
        asked.append((format, {name: value for name, value in choices.items() if value}))
        return b"the first line\n"

    changes = {"render": render, "last_export": tmp_path / "state" / "export.json"}
    async with reading(changes=changes) as reader:
        await reader.press("J")
        await reader.export_page()
        for part, title in (("format", "Format"), ("scope", "Scope"), ("marking", "Marking")):
            await reader.change(part)
            await reader.until(lambda title=title: reader.is_at(title))
            await reader.press("j", "enter")
            await reader.until(lambda: reader.is_at("Export"))
        assert asked[-1] == ("html", {"stakeholder": "odile-brandt", "tlp": "red"})
        shown = [row.pieces for row in reader.listing.page.rows(80)]
        assert any("the first line" in text for pieces in shown for text, _ in pieces)
        await reader.change("destination")
        await reader.until(lambda: reader.screen.prompt.is_open)
        reader.screen.prompt.query_one("Input").value = str(tmp_path)  # type: ignore[attr-defined]
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("Export"))
        await reader.press("g", "enter")
        await reader.until(lambda: "Written" in reader.status())
        (written,) = tmp_path.glob("*.html")
        assert "odile-brandt" in written.name and "tlp-red" in written.name
        await reader.export_page()
        assert asked[-1] == ("html", {"tlp": "red"})


@asynccontextmanager
async def exporting(*keys: str) -> AsyncIterator[tuple[Reader, list[dict[str, object]]]]:
    """The dialog of exports, opened after some keys, and the choices with which it rendered its previews."""
    asked: list[dict[str, object]] = []

    def render(_briefing: object, _format: str, **choices: object) -> bytes:
        asked.append({name: value for name, value in choices.items() if value})
        return b""

    async with reading((120, 40), changes={"render": render}) as reader:
        await reader.press(*keys)
        await reader.export_page()
        yield reader, asked


async def test_export_of_the_issue_under_the_cursor() -> None:
    async with exporting("3", "l") as (reader, asked):
        await reader.change("scope")
        await reader.until(lambda: reader.is_at("Scope"))
        await reader.press("j", "j", "enter")
        await reader.until(lambda: reader.is_at("Export"))
        assert asked[-1] == {"issue": "state-subsidy"}


async def test_export_of_an_issue_that_is_chosen() -> None:
    async with exporting() as (reader, asked):
        await reader.change("scope")
        await reader.until(lambda: reader.is_at("Scope"))
        await reader.press("j", "j", "enter")
        await reader.until(lambda: reader.is_at("Only this issue"))
        await reader.type("café")
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("Export"))
        assert asked[-1] == {"issue": "pier-cafe"}


async def test_export_of_a_comparison() -> None:
    async with exporting("J") as (reader, asked):
        await reader.change("scope")
        await reader.until(lambda: reader.is_at("Scope"))
        await reader.press("j", "j", "j", "enter")
        await reader.until(lambda: reader.is_at("Compare Odile Brandt with"))
        await reader.type("roth")
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("Export"))
        assert asked[-1] == {"compare": ("odile-brandt", "amalie-roth")}


async def test_export_of_what_was_reviewed() -> None:
    async with exporting("J", "]", "r", "a") as (reader, asked):
        await reader.change("scope")
        await reader.until(lambda: reader.is_at("Scope"))
        await reader.press("G", "enter")
        await reader.until(lambda: reader.is_at("Export"))
        assert asked[-1] == {"reviewed_only": True, "reviewed": {"s1"}}


async def test_export_marked_with_words_of_her_own() -> None:
    async with exporting() as (reader, asked):
        await reader.change("marking")
        await reader.until(lambda: reader.is_at("Marking"))
        await reader.press("G", "enter")
        await reader.until(lambda: reader.screen.prompt.is_open)
        await reader.type("for the mayor only")
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("Export"))
        assert asked[-1] == {"handling": "for the mayor only"}


async def test_export_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading() as reader:
        await reader.press(":")
        await reader.type("export csv my table.csv")
        await reader.press("enter")
        await reader.until(lambda: "Written to my table.csv" in reader.status())
        assert (tmp_path / "my table.csv").exists()


async def test_export_in_one_line_takes_the_ending_of_a_file_for_its_format(tmp_path: Path) -> None:
    async with reading() as reader:
        await reader.press(":")
        await reader.type(f"export md {tmp_path / 'ferry.md'}")
        await reader.press("enter")
        await reader.until((tmp_path / "ferry.md").exists)


async def test_export_in_one_line_without_a_file_takes_the_usual_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading() as reader:
        await reader.press(":")
        await reader.type("export svg")
        await reader.press("enter")
        await reader.until(lambda: "Written" in reader.status())
        (written,) = tmp_path.glob("*.svg")
        assert written.name in reader.status()


async def test_export_with_flat_front_matter_and_with_a_template_of_her_own() -> None:
    asked: list[dict[str, object]] = []

    def render(_briefing: object, _format: str, **choices: object) -> bytes:
        asked.append({name: value for name, value in choices.items() if value})
        return b"x"

    async with reading(changes={"render": render, "templates": lambda: ["note"]}) as reader:
        await reader.export_page()
        for keys, expected in (("Gkk", {"front_matter": "flat"}), ("G", {"template": "note"}), ("g", {})):
            await reader.change("format")
            await reader.until(lambda: reader.is_at("Format"))
            await reader.press(*keys, "enter")
            await reader.until(lambda: reader.is_at("Export"))
            assert asked[-1] == expected


async def test_export_never_replaces_the_article_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.txt").write_text("hers")
    async with reading() as reader:
        reader.opened.article = msgspec.structs.replace(ARTICLE, path="mine.txt")
        await reader.press(":")
        await reader.type("export plain mine.txt")
        await reader.press("enter")
        await reader.until(lambda: "is the article itself" in reader.status())
        assert (tmp_path / "mine.txt").read_text() == "hers"


async def test_copy_markdown() -> None:
    async with reading() as reader:
        await reader.press("M")
        assert reader.world.copied[-1] == "# Harbour Towns Split over the Night Ferry\n"
        await reader.press("3", "M")
        assert reader.world.copied[-1].startswith("| Stakeholder | ")
        assert "| Odile Brandt | S supports |" in reader.world.copied[-1] and "[^" not in reader.world.copied[-1]
