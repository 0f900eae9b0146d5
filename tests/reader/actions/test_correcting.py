"""Correcting what the analysis got wrong, and taking a correction back."""

from __future__ import annotations

from typing import Any

from driven import Reader, reading
from fixtures import ARTICLE, BRIEFING

from briefing.errors import NoOutputError
from briefing.reader.panes.bar import Bar


def stance_of(reader: Reader, holder: str, issue: str) -> str | None:
    assert reader.opened.lookup is not None
    return reader.opened.lookup.cell(holder, issue).stance


async def test_correct() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("J", "]", "r", "o")
        assert stance_of(reader, "odile-brandt", "night-ferry") == "mixed"
        assert reader.status().strip().startswith("opposes: the night ferry · 1 of 10 reviewed")
        assert reader.screen.status.size.height == 1
        assert reader.opened.statement == "s1"


async def test_in_the_table_the_status_row_tells_the_statement_that_is_corrected() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("3", "enter", "enter", "3")
        assert reader.opened.statement == "s2"
        assert "Our nurses get home at four" in reader.status()
        await reader.press("r", "u")
        assert stance_of(reader, "odile-brandt", "night-ferry") == "supports"
        assert reader.opened.lookup is not None and reader.opened.lookup.reviewed == {"s2"}
        await reader.press("down", "up")
        assert "Odile Brandt supports the night ferry · 2 of 2: unclear" in reader.status()
        assert "Our nurses get home at four" in reader.status()


async def test_of_a_mixed_position_the_status_row_says_which_side_its_words_take() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("3", "r", "o", "down", "up")
        assert "Odile Brandt on the night ferry: mixed · 1 of 2: opposes" in reader.status()


async def test_the_condition_of_a_cell_comes_before_how_it_was_said() -> None:
    async with reading() as reader:
        await reader.press("J", "J", "3")
        assert "conditional · condition: provided that the state pays for new buoys · reported" in reader.status()


async def test_a_statement_can_be_found_right() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "r", "a")
        assert reader.opened.lookup is not None
        assert reader.opened.lookup.reviewed == {"s1"}
        assert stance_of(reader, "odile-brandt", "night-ferry") == "supports"


async def test_words_can_be_given_to_another_mouth() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "r", "w")
        await reader.type("amalie")
        await reader.press("enter")
        await reader.until(lambda: reader.world.corrections.decided)
        assert reader.opened.lookup is not None
        assert reader.opened.lookup.statements["s1"].stakeholder == "amalie-roth"


async def test_words_can_be_given_to_somebody_new() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "r", "w")
        await reader.type("The harbour master")
        await reader.press("enter", "p")
        assert stance_of(reader, "the-harbour-master", "night-ferry") == "supports"


async def test_issue_and_time_of_a_statement() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "r", "i")
        await reader.type("café")
        await reader.press("enter", "r", "t", "p")
        assert reader.opened.lookup is not None
        decided = reader.opened.lookup.statements["s1"]
        assert (decided.issue, decided.status) == ("pier-cafe", "past")


async def test_what_is_no_statement_goes() -> None:
    async with reading() as reader:
        await reader.press("3", "r", "x", "r", "x")
        assert stance_of(reader, "odile-brandt", "night-ferry") is None


async def test_a_condition_is_the_selected_words() -> None:
    async with reading() as reader:
        await reader.press("J", "]", "V", "V", "w", "w", "r", "c")
        assert reader.opened.lookup is not None
        condition = reader.opened.lookup.statements["s1"].condition
        assert condition is not None
        assert condition.of(ARTICLE.text).strip()


async def test_stakeholders_can_be_corrected() -> None:
    async with reading() as reader:
        await reader.press("2", "g", "r", "k", "g")
        assert reader.opened.lookup is not None
        assert reader.opened.lookup.stakeholders["odile-brandt"].kind == "group"
        await reader.press("r", "n", "ctrl+u")
        await reader.type("Mayor Brandt")
        await reader.press("enter")
        assert reader.opened.lookup.name("odile-brandt") == "Mayor Brandt"
        await reader.press("r", "j")
        await reader.type("amalie")
        await reader.press("enter")
        assert "odile-brandt" not in reader.opened.lookup.stakeholders
        joined = reader.opened.stakeholder
        assert joined is not None and "Amalie" in reader.opened.lookup.name(joined)
        await reader.press("u")
        assert reader.opened.stakeholder == joined
        await reader.press("ctrl+r", "2", "g", "r", "x")
        assert reader.opened.stakeholder is None
        assert len(reader.opened.lookup.stakeholders) == len(BRIEFING.stakeholders) - 2


async def test_undo() -> None:
    async with reading() as reader:
        await reader.press("u")
        assert reader.status().strip() == "There is no correction to take back."
        await reader.press("J", "]", "r", "o", "u")
        assert reader.status().strip() == "Taken back: opposes: the night ferry"
        assert stance_of(reader, "odile-brandt", "night-ferry") == "supports"


async def test_redo() -> None:
    async with reading() as reader:
        await reader.press("ctrl+r")
        assert reader.status().strip() == "No correction was taken back."
        await reader.press("J", "]", "r", "o", "u", "ctrl+r")
        assert stance_of(reader, "odile-brandt", "night-ferry") == "mixed"


async def test_what_was_not_decided_in_this_reader_is_taken_back_only_after_asking() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("J", "]", "r", "o")
        reader.world.corrections.by = "another reader"
        await reader.press("u")
        await reader.until(lambda: reader.screen.prompt.is_open)
        asked = reader.screen.prompt.query_one(Bar).text
        assert "2025-03-02" in asked and "not in this reader: opposes: the night ferry. Take it back?" in asked
        await reader.press("n")
        assert stance_of(reader, "odile-brandt", "night-ferry") == "mixed"
        await reader.press("u")
        await reader.until(lambda: reader.screen.prompt.is_open)
        await reader.press("y")
        assert stance_of(reader, "odile-brandt", "night-ferry") == "supports"
        assert reader.status().strip() == "Taken back: opposes: the night ferry"
        await reader.press("ctrl+r")
        await reader.until(lambda: reader.screen.prompt.is_open)
        await reader.press("y")
        assert stance_of(reader, "odile-brandt", "night-ferry") == "mixed"


async def test_next_doubtful() -> None:
    async with reading() as reader:
        await reader.press("!", "r", "a")
        assert reader.opened.statement == "s5"
        await reader.press("!")
        assert reader.opened.statement == "s9"
        assert reader.status().strip().startswith("1 of 10 reviewed")


async def test_add_statement() -> None:
    async with reading() as reader:
        await reader.press("+")
        assert reader.status().strip() == "No text is selected; V selects."
        await reader.press("V", "V", "w", "w", "+")
        await reader.type("roth")
        await reader.press("enter")
        await reader.until(lambda: reader.is_at("What is it about?"))
        await reader.type("café")
        await reader.press("enter")
        await reader.until(lambda: reader.screen.prompt.is_open)
        await reader.press("o")
        assert stance_of(reader, "amalie-roth", "pier-cafe") == "opposes"
        assert reader.screen.article_pane.selection is None


async def test_corrections_that_cannot_be_kept_change_nothing() -> None:
    async with reading() as reader:
        reader.world.corrections.error = NoOutputError("corrections: the disk is full")
        await reader.press("J", "]", "r", "o")
        assert reader.status().strip() == "corrections: the disk is full"
        assert stance_of(reader, "odile-brandt", "night-ferry") == "supports"


async def test_an_export_says_what_was_reviewed() -> None:
    given: list[Any] = []

    def render(_briefing: Any, _format: str, **choices: Any) -> bytes:
        given.append(choices["reviewed"])
        return b""

    async with reading(changes={"render": render}) as reader:
        await reader.press("J", "]", "r", "a", "M")
        assert given == [{"s1"}]
