"""What the reading screen promises: text first, panes that agree, nothing blinking, every failure a line."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from fixtures import ARTICLE, BRIEFING, World, make_app
from textual import events

from briefing.errors import ConfigurationError, ModelMissingError
from briefing.library.positions import ReadingPosition
from briefing.model import Article, Block
from briefing.reader.app import ReaderApp
from briefing.reader.collaborators import Appearance
from briefing.reader.panes.bar import Bar
from briefing.reader.panes.prompt import Line
from briefing.terminal.grid import cells_of
from briefing.worker.events import Failed, Finished, Progress, WorkerDied

SIZES = [(80, 24), (120, 40), (200, 50)]


def picture(app: ReaderApp) -> str:
    """The screen as text, pane by pane."""
    widgets = [app.reading.title_bar, app.reading.article_pane, app.reading.stakeholders_pane]
    widgets += [app.reading.positions_pane, app.reading.status, app.reading.keys]
    return "\n".join(
        widget.render_line(y).text for widget in widgets if widget.is_on_screen for y in range(widget.size.height)
    )


async def test_the_text_is_on_the_screen_before_the_analysis_is_done() -> None:
    world = World()
    app = make_app(world, analysed=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "The council of Port Selma" in picture(app)
        worker = world.workers[0]
        worker.tell(Progress(1, "briefing_attribution", 3, 8))
        await pilot.pause()
        assert "finding who said what 4/8" in app.reading.status.text
        worker.tell(Finished(1, BRIEFING))
        await pilot.pause()
        shown = picture(app)
        assert "8 by salience" in shown and "3 issues" in shown and "finding" not in app.reading.status.text
        assert world.results.get(ARTICLE) == BRIEFING
    assert worker.is_closed


async def test_a_stored_result_starts_no_worker() -> None:
    world = World()
    app = make_app(world)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "8 by salience" in picture(app)
    assert world.workers == []


async def test_why_there_is_no_result_can_be_read_to_its_end_in_both_lists() -> None:
    reason = "harbour.toml, line 12: an actor must be a person, organization, country, bloc or group, not a 'crew'"
    world = World()
    app = make_app(world, analysed=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        world.workers[0].tell(Failed(1, reason))
        await pilot.pause()
        for pane in (app.reading.stakeholders_pane, app.reading.positions_pane):
            rows = (pane.render_line(y).text for y in range(pane.header_height, pane.size.height))
            assert " ".join(" ".join(rows).split()) == reason


async def test_a_result_that_comes_late_changes_nothing_on_another_article() -> None:
    other = msgspec.structs.replace(ARTICLE, title="Other", text="Other text.\n", blocks=(), sha256="ef" * 32)
    world = World(files={"/other.txt": other})
    app = make_app(world, analysed=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.open_source("/other.txt")
        await pilot.pause()
        world.workers[0].tell(Finished(1, BRIEFING))
        await pilot.pause()
        shown = picture(app)
        assert "Other text." in shown and "Odile Brandt" not in shown
        await pilot.press("comma")
        await pilot.pause()
        assert "Odile Brandt" in picture(app) and "Other text." not in picture(app)


@pytest.mark.parametrize("size", SIZES)
async def test_each_pane_can_be_seen_at_every_size(size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        for key, words in (("1", "PORT SELMA"), ("2", "Amalie Roth"), ("3", "S supports")):
            await pilot.press(key)
            await pilot.pause()
            assert words in picture(app)
        assert ("PORT SELMA" in picture(app)) == (size[0] >= 110)


async def test_on_a_narrow_screen_tab_lets_a_list_come_up_below_the_text_and_z_gives_it_all_rows() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert app.reading.article_pane.is_on_screen and not app.reading.positions_pane.is_on_screen
        rows = app.reading.stakeholders_pane.size.height
        await pilot.press("z")
        await pilot.pause()
        assert not app.reading.article_pane.is_on_screen
        assert app.reading.stakeholders_pane.size.height > 2 * rows
        await pilot.press("z", "shift+tab")
        await pilot.pause()
        assert app.reading.place == "article" and app.reading.stakeholders_pane.is_on_screen
        await pilot.press("1")
        await pilot.pause()
        assert app.reading.article_pane.is_on_screen and not app.reading.stakeholders_pane.is_on_screen


async def test_on_a_low_screen_a_list_has_all_rows() -> None:
    app = make_app()
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert not app.reading.article_pane.is_on_screen


async def test_a_terminal_that_is_too_small_says_so() -> None:
    app = make_app()
    async with app.run_test(size=(30, 6)) as pilot:
        await pilot.pause()
        assert "Too small: 40×8 needed" in app.reading.status.text
        await pilot.resize_terminal(16, 24)
        await pilot.pause()
        assert "40×8 needed" in picture(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "PORT SELMA" in picture(app)


async def test_the_place_in_the_text_survives_another_width() -> None:
    app = make_app()
    async with app.run_test(size=(60, 14)) as pilot:
        await pilot.press("space")
        await pilot.pause()
        pane = app.reading.article_pane
        offset = pane.offset_at_top
        await pilot.resize_terminal(90, 14)
        await pilot.pause()
        line = pane.layout_of_text.lines[pane.top]
        assert line.start <= offset and (pane.top == pane.last_top or offset <= line.end)


async def test_reading_goes_on_where_it_stopped() -> None:
    world = World()
    offset = ARTICLE.text.index("Residents")
    world.positions.put(ARTICLE.sha256, ReadingPosition(offset=offset, pane="positions", stakeholder="amalie-roth"))
    app = make_app(world)
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        assert app.reading.place == "positions" and app.desk.articles[0].stakeholder == "amalie-roth"
        await pilot.press("1")
        await pilot.pause()
        assert "Residents of the old quay" in picture(app)


async def test_brackets_and_escape_codes_in_the_article_are_only_text() -> None:
    text = "[bold red]Attention[/] said [the] minister \x1b]52;c;aGk=\x07 and \x1b[31mleft\x1b[0m.\n"
    article = Article(title="[/b] \x1b[2J", text=text, sha256="11" * 32)
    app = ReaderApp(World().collaborators(), Appearance(), [("-", article)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = picture(app)
        assert "[bold red]Attention[/] said [the] minister" in shown
        assert "\x1b" not in shown and "\x07" not in shown


async def test_failures_become_a_line_and_the_reader_goes_on() -> None:
    world = World()
    app = make_app(world, analysed=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        world.workers[0].tell(WorkerDied("the analysis process ended unexpectedly; it is being started again"))
        await pilot.pause()
        assert "ended unexpectedly" in app.reading.status.text
        world.workers[0].tell(Failed(1, "this article is too long for the model"))
        await pilot.pause()
        assert "too long for the model" in app.reading.status.text
        await pilot.press("j")
        await pilot.pause()
        assert "too long for the model" in picture(app)
        await pilot.press("J")
        assert "There is no analysis of this text: it failed" in app.reading.status.text


async def test_a_missing_model_is_said_and_the_text_can_be_read() -> None:
    def no_worker(tell: object) -> object:
        raise ModelMissingError("en_core_web_lg: this spaCy pipeline is not installed; get it with pip")

    world = World()
    app = ReaderApp(world.collaborators(start_worker=no_worker), Appearance(), [("/articles/night-ferry.txt", ARTICLE)])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "en_core_web_lg" in picture(app) and "PORT SELMA" in picture(app)


async def test_a_text_of_white_space_is_shown_and_does_no_harm() -> None:
    app = ReaderApp(World().collaborators(), Appearance(), [("-", Article(text="  \n \n"))])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(
            "j", "G", "g", "space", "J", "]", "/", "enter", "V", "l", "y", "}", "3", "enter", "x", "2", "enter"
        )
        await pilot.pause()
        assert app.is_running


async def test_without_anything_to_open_the_start_screen_is_shown() -> None:
    app = ReaderApp(World().collaborators(), Appearance(), [])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.list.page.title == "briefing"  # type: ignore[attr-defined]
        assert "Esc quit" in app.screen.keys.text  # type: ignore[attr-defined]
        await pilot.press("enter", *"nowhere.txt", "enter")
        await pilot.pause(0.2)
        assert "nowhere.txt" in "".join(
            app.screen.list.render_line(y).text  # type: ignore[attr-defined]
            for y in range(10)
        )
        await pilot.press("escape")
        await pilot.pause()
        assert not app.is_running


async def test_no_key_does_harm_while_nothing_is_open() -> None:
    app = ReaderApp(World().collaborators(), Appearance(), [], sources=["nowhere.txt"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        assert "nowhere.txt" in app.reading.status.text
        for key in ("J", "]", "y", "3", "enter", "x", "V", "R", "O", "c", "n", "z", "e", "|", "S", "X"):
            await pilot.press(key)
        assert app.is_running


async def test_two_hundred_thousand_words_are_laid_out_and_searched() -> None:
    text = (ARTICLE.text + "\n") * 1100
    article = Article(title="Long", text=text)
    assert len(text.split()) > 200_000
    app = ReaderApp(World().collaborators(), Appearance(), [("-", article)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        pane = app.reading.article_pane
        assert pane.top == pane.last_top > 20_000
        assert "Norrland bureau" in picture(app)
        await pilot.press("/", *"pier", "enter")
        await pilot.pause()
        assert len(app.desk.articles[0].search.matches) == 2200


async def test_wrong_configuration_of_a_theme_is_an_error_before_anything_is_drawn() -> None:
    with pytest.raises(ConfigurationError, match="did you mean 'paper'"):
        make_app(theme="papir")


async def test_keys_from_the_configuration_replace_the_usual_ones() -> None:
    app = make_app(keys={"next-stakeholder": "n,right_square_bracket"})
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        assert app.desk.articles[0].stakeholder == "odile-brandt"
        await pilot.press("J")
        assert app.desk.articles[0].stakeholder == "odile-brandt"
        assert "n stakeholder" in app.reading.keys.text


async def test_a_text_that_is_too_long_is_not_said_to_be_in_another_language() -> None:
    app = make_app(analysed=False, changes={"refusal": lambda article: "this text has 90,000 words"})
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "this text has 90,000 words" in app.reading.status.text
        await pilot.press("j")
        await pilot.pause()
        assert "not analysed" in picture(app) and "not in English" not in picture(app)


async def test_complaints_about_keys_are_shown() -> None:
    app = make_app(keys={"next-stakeholdr": "n"})
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "did you mean 'next-stakeholder'?" in app.reading.status.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_ascii_terminal_gets_only_ascii_and_everything_in_its_place(size: tuple[int, int]) -> None:
    pictures = []
    for unicode in (True, False):
        app = make_app(unicode=unicode)
        async with app.run_test(size=size) as pilot:
            await pilot.press("J", "]")
            await pilot.pause()
            pictures.append(picture(app))
    fancy, plain = pictures
    assert plain.isascii()
    assert plain == "\n".join("".join(cells_of(row, unicode=False)) for row in fancy.split("\n"))


async def test_nothing_ticks_when_nobody_presses_a_key() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        widgets = [app, *app.screen_stack, *app.screen.query("*")]
        # Timers of Textual's message pumps; each of them would wake the program, and most would draw.
        timers = [
            timer for widget in widgets for timer in widget._timers if timer._repeat != 0 and timer._active.is_set()
        ]
        assert timers == []


async def test_a_mistake_in_the_program_shows_no_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = tmp_path / "state" / "briefing.log"
    world = World()
    world.results.put(BRIEFING)
    app = ReaderApp(world.collaborators(log=log), Appearance(), [("-", ARTICLE)])
    with pytest.raises(ZeroDivisionError):
        async with app.run_test(size=(80, 24)) as pilot:
            app.call_later(lambda: 1 / 0)
            await pilot.pause()
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err and "ZeroDivisionError" not in printed.out + printed.err
    assert "ended because of a mistake in the program" in printed.out + printed.err
    assert "ZeroDivisionError" in log.read_text()
    assert app.return_code == 70


async def test_keys_typed_ahead_go_where_they_are_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    """A paste, or a fast typist on a slow line: nothing waits for the line or list to come up."""
    monkeypatch.setattr("briefing.reader.type_ahead.LONGEST", 60.0)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ["slash", *"ferry", "enter", "n", "J", "d", "escape", "I", *"subs", "enter", "l"]:
            character = "/" if key == "slash" else key if len(key) == 1 else "\r" if key == "enter" else None
            app.post_message(events.Key(key, character))
        await pilot.pause(1.0)
        assert app.desk.articles[0].search.query == "ferry"
        assert app.desk.articles[0].stakeholder == "odile-brandt"
        assert app.reading.positions_pane.key == ("odile-brandt", "pier-cafe")


async def test_keys_that_come_faster_than_they_are_handled_all_reach_the_line() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", *"ferries")
        line = app.reading.prompt.query_one(Line)
        assert line.value == "ferries"
        for _ in range(5):
            app.post_message(events.Key("backspace", None))
        for letter in "ar":
            app.post_message(events.Key(letter, letter))
        await pilot.pause(0.5)
        assert line.value == "fear"


async def test_a_long_message_is_shown_to_its_last_word_and_gives_its_rows_back() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = app.reading.article_pane.size.height
        app.reading.complain(f"/a/{'long/' * 30}article.txt: cannot be read")
        await pilot.pause()
        assert app.reading.status.size.height == 3
        assert "cannot be read" in picture(app)
        await pilot.press("j")
        await pilot.pause()
        assert app.reading.status.size.height == 1 and app.reading.article_pane.size.height == rows


async def test_a_very_wide_screen_gives_lists_and_table_what_the_text_does_not_need() -> None:
    app = make_app()
    async with app.run_test(size=(200, 50)) as pilot:
        await pilot.pause()
        assert app.reading.article_pane.layout_of_text.width == app.text_width
        assert app.reading.positions_pane.size.width > 100
        await pilot.resize_terminal(90, 24)
        await pilot.press("3")
        await pilot.pause()
        assert app.reading.positions_pane.size.width == 90


async def test_an_item_that_has_a_bullet_in_the_text_gets_no_second_one() -> None:
    text = "• First point.\nSecond point.\n"
    blocks = (Block(0, 14, "item", 1), Block(15, 28, "item", 1))
    article = msgspec.structs.replace(ARTICLE, text=text, blocks=blocks, sha256="ef" * 32)
    app = ReaderApp(World().collaborators(), Appearance(), [("/points.txt", article)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = [app.reading.article_pane.render_line(y).text.strip() for y in range(3)]
        assert [row.count("•") for row in rows[:2]] == [1, 1]


async def test_what_was_found_is_said_until_something_is_selected() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "8 stakeholders · 10 statements · 3 issues   J the first   3 the table" in app.reading.status.text
        await pilot.press("J")
        assert app.reading.status.text.startswith(" Odile Brandt, Mayor")


async def test_what_the_text_tells_in_two_ways_is_said_with_the_key_that_shows_it() -> None:
    world = World()
    app = make_app(world, analysed=False)
    world.results.put(msgspec.structs.replace(BRIEFING, notes=("The figures differ: “one million” and “four”.",)))
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        assert "3 issues   A 1 contradiction   J the first" in app.reading.status.text


async def test_a_key_without_a_meaning_says_so() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("5")
        assert app.reading.message == "5 does nothing here; ? lists the keys."
        await pilot.press("j")
        assert app.reading.message == ""


async def test_on_a_narrow_screen_the_evidence_behind_a_cell_can_be_read() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("3")
        await pilot.pause()
        status = app.reading.status
        rows = [status.render_line(y).text for y in range(status.size.height)]
        assert len(rows) == 3
        assert rows[0].startswith(" Odile Brandt supports the night ferry")
        assert "· Mayor Odile Brandt supports the night ferry" in " ".join("".join(rows).split())
        assert sum("Odile Brandt supports the night ferry ·" in row for row in rows) == 1
        await pilot.press("1")
        await pilot.pause()
        assert status.size.height == 1


async def test_while_a_line_is_typed_the_row_of_keys_is_that_of_the_line() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = app.reading.keys.text
        await pilot.press("slash", *"ferry")
        assert app.reading.keys.text.split() == ["Enter", "stay", "here", "1", "of", "5", "Esc", "back"]
        await pilot.press("x")
        assert "not in this text" in app.reading.keys.text
        await pilot.press("escape")
        assert app.reading.keys.text == before
        await pilot.press(":")
        await pilot.pause()
        assert app.screen.keys.text.split() == ["Enter", "do", "it", "↑", "↓", "move", "Esc", "back"]  # type: ignore[attr-defined]


async def test_a_question_says_what_each_letter_means() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("J", "]", "r")
        await pilot.pause()
        bar = app.reading.prompt.query_one(Bar)
        shown = " ".join(bar.render_line(y).text for y in range(bar.size.height)).replace("\u00a0", " ")
        for meaning in ("a right", "s supports", "o opposes", "c conditional", "w who said it", "x no statement"):
            assert meaning in shown
        await pilot.press("escape")
        await pilot.pause()
        assert app.reading.status.size.height == 1


async def test_a_message_is_not_cut_by_what_the_analysis_does() -> None:
    world = World()
    app = make_app(world, analysed=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        world.workers[0].tell(Progress(1, "briefing_attribution", 3, 8))
        words = "the analysis process ended unexpectedly; it is being started again"
        world.workers[0].tell(WorkerDied(words))
        await pilot.pause()
        assert app.reading.status.render_line(0).text.strip() == words


async def test_all_that_is_wrong_with_the_configuration_is_counted() -> None:
    app = ReaderApp(World().collaborators(), Appearance(keys={"nothing": "x", "neither": "y"}), [("-", ARTICLE)])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "no action 'nothing'" in app.reading.status.text and "(and 1 more)" in app.reading.status.text


@pytest.mark.parametrize("key", ["?", "S", "c", ":", "e", "A", "L"])
async def test_lists_bear_windows_of_any_size(key: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("J", key)
        await pilot.pause()
        for columns, rows in ((1, 1), (3, 2), (12, 4), (80, 24)):
            await pilot.resize_terminal(columns, rows)
            await pilot.pause()
        assert app.is_running
