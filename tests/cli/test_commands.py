"""What each command prints."""

import csv
import io
import json
import re
from pathlib import Path

import msgspec
import pytest

from briefing.articles import read_article
from briefing.articles.characters import is_safe
from briefing.cli.analyses import Outcome
from briefing.cli.rows import POSITION_COLUMNS, QUOTE_COLUMNS, WHO_COLUMNS, position_rows, quote_rows, who_rows
from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.model import Analysis, Briefing, Issue, Span, Statement
from briefing.schema import from_json
from tests.cli.conftest import briefing_of, keep


def test_analyze_prints_the_contract(command, ferries):
    code, out, err = command("analyze", ferries)
    assert (code, err) == (0, "")
    assert [statement.id for statement in from_json(out.encode()).statements] == ["s1", "s2", "s3"]


def test_the_same_input_gives_the_same_bytes(command, ferries):
    assert command("analyze", ferries) == command("analyze", ferries)


def test_jsonl_has_one_object_for_each_input_in_order(command, ferries):
    code, out, err = command("analyze", ferries, "none.txt", ferries, "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [line.get("path") or line["article"]["path"] for line in lines] == [ferries, "none.txt", ferries]
    assert "no such file" in lines[1]["error"]
    assert set(lines[1]) == {"path", "error"}
    assert err == ""


def test_an_input_that_fails_does_not_end_the_others(command, ferries):
    code, out, err = command("analyze", "none.txt", ferries)
    assert code == 1
    assert json.loads(out)["article"]["path"] == ferries
    assert err.startswith("briefing: none.txt")


def test_a_folder_stands_for_its_files(command, ferries, home):
    (home / "inbox").mkdir()
    for name in ("b.txt", "a.txt"):
        (home / "inbox" / name).write_bytes((home / ferries).read_bytes())
    _, out, _ = command("analyze", "inbox", "--format", "jsonl")
    assert [json.loads(line)["article"]["path"] for line in out.splitlines()] == ["inbox/a.txt", "inbox/b.txt"]


def test_nothing_found_has_an_exit_code_of_its_own_if_asked_for(command, ferries, monkeypatch):
    assert command("analyze", ferries, "--fail-empty")[0] == 0
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", without_positions)
    assert command("analyze", ferries)[0] == 0
    assert command("analyze", ferries, "--fail-empty")[0] == 3


def without_positions(_cache, article, model, version):
    return Briefing(article=article, analysis=Analysis(version="1", model=model, model_version=version))


def test_warnings_have_an_exit_code_of_their_own_if_asked_for(command, ferries, monkeypatch):
    assert command("analyze", ferries, "--strict")[0] == 0
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", with_note)
    assert command("analyze", ferries)[0] == 0
    assert command("analyze", ferries, "--strict")[0] == 4


def with_note(_cache, article, model, version):
    noted = msgspec.structs.replace(article, notes=("encoding guessed",))
    return without_positions(_cache, noted, model, version)


@pytest.mark.parametrize("format_name", ["json", "markdown", "table"])
def test_an_analysis_with_a_wrong_place_is_not_printed(command, ferries, monkeypatch, format_name):
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", with_shifted_quotation)
    code, out, err = command("analyze", ferries, "--format", format_name)
    assert (code, out) == (70, "")
    assert err.startswith("briefing: ferries.txt: export stopped: ")


def test_an_analysis_with_a_wrong_place_is_an_error_object_in_jsonl(command, ferries, monkeypatch):
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", with_shifted_quotation)
    code, out, _ = command("analyze", ferries, "--format", "jsonl")
    assert code == 70
    assert json.loads(out)["error"].startswith("export stopped: ")


def with_shifted_quotation(_cache, article, model, version):
    words = span_of(article.text, "We keep our word")
    slipped = Statement(id="s1", stakeholder=None, form="direct", content=(Span(words.start + 1, words.end + 1),))
    return msgspec.structs.replace(without_positions(_cache, article, model, version), statements=(slipped,))


def span_of(text, words):
    return Span(text.index(words), text.index(words) + len(words))


def test_markdown_and_plain_text_need_no_terminal(command, ferries):
    _, markdown, _ = command(ferries)
    _, same, _ = command("analyze", ferries, "--format", "markdown")
    _, plain, _ = command("--plain", ferries)
    assert markdown == same
    assert markdown.startswith("---\n")
    assert "Ines Calder" in plain
    assert "|" not in plain
    assert "\x1b" not in markdown + plain


def test_who_lists_the_stakeholders(command, ferries):
    _, table, _ = command("who", ferries)
    assert "Ines Calder" in table
    assert "title before the name" in table
    assert "title before the name" not in command("who", ferries, "--no-reasons")[1]


def test_reasons_stand_under_who_they_are_about(command, ferries):
    _, table, _ = command("who", ferries)
    lines = table.splitlines()
    at = lines.index("Ines Calder")
    assert "kind: person" in lines[at + 1]
    assert lines[at + 2].strip().startswith("why: title before the name")


def test_quotes_are_data_with_paragraph_and_condition(command, ferries):
    _, out, _ = command("quotes", ferries, "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["who"] for row in rows] == ["Ines Calder", "=Dock workers", "unknown"]
    assert [row["paragraph"] for row in rows] == [1, 2, 1]
    assert rows[1]["condition"] == "unless crews are larger"
    assert rows[2]["words"] == "“We keep our word,”"


def test_positions_compare_in_a_table_and_give_evidence_as_data(command, ferries):
    _, markdown, _ = command("positions", ferries, "--format", "markdown")
    assert "| who | night ferries |" in markdown
    assert "| Ines Calder | supports |" in markdown
    _, out, _ = command("positions", ferries, "--format", "jsonl")
    first = json.loads(out.splitlines()[0])
    assert first["evidence"] == ["the night ferries would stay"]
    assert first["reasons"] == ["“stay” keeps it"]


@pytest.mark.parametrize(("columns", "has_words"), [("60", True), ("24", False)])
def test_where_the_words_of_the_positions_do_not_fit_letters_stand_for_them(
    command, ferries, monkeypatch, columns, has_words
):
    monkeypatch.setenv("COLUMNS", columns)
    _, table, _ = command("positions", ferries)
    assert max(map(len, table.splitlines()[1:6])) <= int(columns)
    assert ("conditional" in table.partition("\n\n")[0]) == has_words
    assert has_words or re.search(r"^Ines Calder +S$", table, re.MULTILINE)
    assert has_words or "  1  night ferries" in table


def test_a_long_label_does_not_take_the_room_of_short_names(command, ferries, monkeypatch):
    def with_a_long_label(_cache, article, model, version):
        found = briefing_of(article)
        label = "Night ferries between the old harbour, the two islands and the town on the far side of the sound"
        return msgspec.structs.replace(found, issues=(msgspec.structs.replace(found.issues[0], label=label),))

    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", with_a_long_label)
    table = command("positions", ferries)[1]
    assert "| =Dock workers | conditional " in table
    assert max(map(len, table.splitlines())) == 60


def test_other_tables_that_do_not_fit_become_entries_whose_words_are_whole(command, ferries, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    _, table, _ = command("quotes", ferries)
    assert "\nInes Calder\n    form: indirect · cue: said · words: the night\n" in table


def test_a_table_whose_words_would_stand_in_towers_becomes_entries(command, ferries, monkeypatch):
    def with_long_words(_cache, article, model, version):
        found = briefing_of(article)
        sentence = span_of(article.text, "The board's chair, Ines Calder, said the night ferries would stay.")
        first = msgspec.structs.replace(found.statements[0], content=(sentence,))
        return msgspec.structs.replace(found, statements=(first, *found.statements[1:]))

    monkeypatch.setenv("COLUMNS", "140")
    assert "| Ines Calder |" in command("quotes", ferries)[1]
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", with_long_words)
    assert "\nInes Calder\n    form: indirect" in command("quotes", ferries)[1]


def test_positions_say_what_is_unsure_what_was_reviewed_and_on_what_condition(command, ferries, monkeypatch):
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", with_a_doubtful_position)
    monkeypatch.setattr("briefing.cli.analyses.Analyses._reviewed", as_reviewed)
    assert "| =Dock workers | conditional, unsure |" in command("positions", ferries, "--format", "markdown")[1]
    assert "| Ines Calder | supports ✓ |" in command("positions", ferries, "--format", "markdown")[1]
    first, second = map(json.loads, command("positions", ferries, "--format", "jsonl")[1].splitlines())
    assert (first["sureness"], first["reviewed"], first["conditions"]) == ("clear", True, [])
    assert (second["sureness"], second["reviewed"]) == ("unsure", False)
    assert second["conditions"] == ["unless crews are larger"]


def with_a_doubtful_position(_cache, article, model, version):
    found = briefing_of(article)
    doubtful = msgspec.structs.replace(found.statements[1], confidence=0.3)
    return msgspec.structs.replace(found, statements=(found.statements[0], doubtful, found.statements[2]))


def as_reviewed(_analyses, source, briefing):
    return Outcome(source=source, briefing=briefing, reviewed=frozenset({"s1"}))


def test_of_several_statements_behind_a_position_each_has_its_own_reasons_and_its_own_stance(
    command, ferries, monkeypatch
):
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", with_two_statements_of_the_chair)
    _, entries, _ = command("positions", ferries, "--reasons")
    words = " ".join(entries.split())
    assert "(1) the night ferries would stay; (2) “We keep our word,” [unclear]" in words
    assert "why: (1) “stay” keeps it; (2) found by the trained model" in words
    assert not any(line.endswith(" ") for line in entries.splitlines())


def with_two_statements_of_the_chair(_cache, article, model, version):
    found = briefing_of(article)
    first, second, third = found.statements
    third = msgspec.structs.replace(
        third, stakeholder="ines-calder", issue="night-ferries", reasons=("found by learned",)
    )
    position = msgspec.structs.replace(found.positions[0], statements=("s1", "s3"))
    return msgspec.structs.replace(found, statements=(first, second, third), positions=(position, found.positions[1]))


@pytest.mark.parametrize("label", ["who", "night ferries"])
def test_an_issue_called_as_another_column_takes_no_ones_place(command, ferries, monkeypatch, label):
    def with_another_issue(_cache, article, model, version):
        found = briefing_of(article)
        moved = msgspec.structs.replace(found.statements[1], issue="other")
        return msgspec.structs.replace(
            found,
            issues=(*found.issues, Issue(id="other", label=label)),
            statements=(found.statements[0], moved, found.statements[2]),
            positions=(found.positions[0], msgspec.structs.replace(found.positions[1], issue="other")),
        )

    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", with_another_issue)
    _, markdown, _ = command("positions", ferries, "--format", "markdown")
    assert f"| who | night ferries | {label} (2) |" in markdown
    assert "| Ines Calder | supports | – |" in markdown
    assert "| =Dock workers | – | conditional |" in markdown


def test_labels_and_names_cannot_steer_the_terminal(command, ferries, monkeypatch):
    def with_escapes(_cache, article, model, version):
        found = briefing_of(article)
        holder = msgspec.structs.replace(found.stakeholders[0], name="Ines\x1b[31m Calder")
        return msgspec.structs.replace(
            found,
            issues=(msgspec.structs.replace(found.issues[0], label="ferries\x1b]0;x\x07"),),
            stakeholders=(holder, found.stakeholders[1]),
        )

    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", with_escapes)
    for columns in ("80", "24"):
        monkeypatch.setenv("COLUMNS", columns)
        assert all(map(is_safe, command("positions", ferries)[1]))


@pytest.mark.parametrize("part", ["who", "quotes", "positions", "corrections"])
def test_data_begin_with_the_same_names_where_nothing_was_found(command, ferries, monkeypatch, part):
    full = command(part, ferries, "--format", "csv")[1]
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", without_positions)
    code, header, _ = command(part, ferries, "--format", "csv")
    assert code == 0 and header.startswith("file,") and full.startswith(header)


@pytest.mark.parametrize(
    ("columns", "part"), [(WHO_COLUMNS, who_rows), (QUOTE_COLUMNS, quote_rows), (POSITION_COLUMNS, position_rows)]
)
def test_the_columns_of_the_data_are_those_of_their_rows(ferries, columns, part):
    digest = Digest(briefing_of(read_article(ferries)), Choices())
    assert [tuple(row) for row in part(digest)] == [columns] * len(part(digest))


@pytest.mark.parametrize("part", ["quotes", "positions"])
def test_words_that_are_not_the_articles_are_not_listed(command, ferries, monkeypatch, part):
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", with_shifted_quotation)
    code, out, err = command(part, ferries)
    assert (code, out) == (70, "")
    assert err.startswith("briefing: ferries.txt: export stopped: ")


def test_standard_input_is_called_so(command, ferries, monkeypatch):
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", without_title)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(ferries).read_bytes())))
    assert command("positions", "-")[1] == "standard input\nNothing found.\n"


@pytest.mark.parametrize("part", ["who", "quotes", "positions", "corrections"])
@pytest.mark.parametrize("format_name", ["table", "markdown"])
def test_an_empty_line_stands_between_the_tables_of_two_articles(command, ferries, part, format_name):
    one = command(part, ferries, "--format", format_name)[1]
    assert command(part, ferries, ferries, "--format", format_name)[1] == f"{one}\n{one}"


def test_csv_of_several_articles_has_one_header_and_no_formulas(command, ferries):
    _, out, _ = command("who", ferries, ferries, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert len(rows) == 4
    assert [row["name"] for row in rows[:2]] == ["Ines Calder", "'=Dock workers"]


def test_export_writes_a_file_and_never_over_another(command, ferries, home):
    assert command("export", ferries, "-o", "out.md") == (0, "", "")
    written = (home / "out.md").read_bytes()
    code, _, err = command("export", ferries, "-o", "out.md")
    assert code == 73
    assert "--force" in err
    assert (home / "out.md").read_bytes() == written
    assert command("export", ferries, "-o", "out.md", "--force")[0] == 0


def test_export_never_replaces_the_article_itself(command, ferries, home):
    before = (home / ferries).read_bytes()
    assert command("export", ferries, "-o", ferries, "--force")[0] == 73
    assert (home / ferries).read_bytes() == before


def test_export_to_standard_output_and_by_the_ending_of_the_name(command, ferries, home):
    _, out, _ = command("export", ferries, "-o", "-")
    assert out.startswith("---\n")
    assert command("export", ferries, "-o", "-", "--format", "md")[1] == out
    command("export", ferries, "-o", "out.json")
    assert json.loads((home / "out.json").read_bytes())["schema"] == "briefing/1"


def test_a_command_with_a_slip_in_it_is_no_file(command, ferries, home):
    code, out, err = command("postions", ferries)
    assert (code, out) == (2, "")
    assert err == "briefing: postions: neither a command nor a file; did you mean 'positions'?\n"
    (home / "postions").write_text((home / ferries).read_text())
    assert command("postions", ferries)[0] == 0


def test_export_writes_no_markdown_under_the_ending_of_something_else(command, ferries, home):
    code, _, err = command("export", ferries, "-o", "brief.pdf")
    assert code == 2
    assert "brief.pdf: no format has the ending .pdf" in err
    assert not (home / "brief.pdf").exists()
    assert command("export", ferries, "-o", "brief.page", "--format", "markdown")[0] == 0
    assert command("export", ferries, "-o", "brief-1.2")[0] == 0


@pytest.mark.parametrize(
    ("output", "name"),
    [
        ("{slug}.md", "harbour-board-splits-over-night-ferries.md"),
        ("folder/", "folder/harbour-board-splits-over-night-ferries.md"),
    ],
)
def test_export_fills_in_names_and_reports(command, ferries, home, output, name):
    (home / "folder").mkdir()
    code, out, err = command("export", ferries, "none.txt", "-o", output, "--report")
    first, second = map(json.loads, out.splitlines())
    assert code == 1
    assert first == {"path": ferries, "output": name}
    assert second["path"] == "none.txt"
    assert (home / name).exists()
    assert err == ""


def test_export_creates_the_folder_that_it_is_to_fill(command, ferries, home):
    code, _, err = command("export", ferries, "-o", "new/")
    assert (code, err) == (0, "")
    assert [path.suffix for path in (home / "new").iterdir()] == [".md"]


def test_export_into_a_folder_that_cannot_be_ends_before_anything_is_read(command, ferries, home):
    code, _, err = command("export", ferries, "none.txt", "-o", "no/such/place/")
    assert code == 73
    assert err.count("\n") == 1 and err.startswith("briefing: no/such/place/: cannot be created (")


def test_export_of_a_folder_keeps_articles_of_one_title_apart(command, ferries, home):
    (home / "inbox").mkdir()
    (home / "out").mkdir()
    for name in ("a.txt", "b.txt"):
        (home / "inbox" / name).write_bytes((home / ferries).read_bytes())
    code, out, _ = command("export", "inbox", "-o", "out/", "--report")
    assert code == 0
    written = [json.loads(line)["output"] for line in out.splitlines()]
    assert len(set(written)) == 2
    assert all((home / path).exists() for path in written)
    assert command("export", "inbox", "-o", "one.md")[0] == 2  # two articles, one name


def test_export_of_one_stakeholder_leaves_out_the_others(command, ferries):
    _, out, _ = command("export", ferries, "-o", "-", "--stakeholder", "Ines Calder")
    assert "Dock workers" not in out


GERMAN = (
    "Der Hafenrat stritt am Dienstag über die Fähren, die in der Nacht fahren sollen. Die Vorsitzende sagte, dass sie "
    "an dem Plan festhalten werde, und der Rat werde nicht vor dem Sommer entscheiden. Die Gewerkschaft ist gegen den "
    "Plan, weil es auf den Schiffen zu wenig Leute gibt und die Arbeit in der Nacht nicht sicher ist."
)


def test_a_text_in_another_language_is_refused_in_one_line(command, home, monkeypatch):
    monkeypatch.chdir(home)
    (home / "hafen.txt").write_text(GERMAN, encoding="utf-8")
    code, out, err = command("analyze", "hafen.txt")
    assert (code, out) == (1, "")
    assert err == (
        "briefing: hafen.txt: this text is in German, and the analysis knows only English; "
        "--any-language tries it all the same\n"
    )


@pytest.mark.parametrize("flag", ["--force", "--any-language"])
def test_a_text_in_another_language_is_tried_if_asked_for(flag, command, home, monkeypatch):
    monkeypatch.chdir(home)
    (home / "hafen.txt").write_text(GERMAN, encoding="utf-8")
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", without_positions)
    code, out, err = command("analyze", "hafen.txt", flag)
    assert (code, err) == (0, "")
    assert json.loads(out)["article"]["language"] == "de"


def test_a_dump_is_split_as_the_configuration_says(command, home, monkeypatch):
    monkeypatch.chdir(home)
    (home / "dump.txt").write_text("The board met on Monday at noon.\n@@@\nThe crews met on Tuesday at noon.\n")
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", without_positions)
    monkeypatch.setenv("BRIEFING_SEPARATOR", "^@@@$")
    _, out, _ = command("analyze", "dump.txt", "--format", "jsonl")
    assert [json.loads(line)["article"]["text"].strip() for line in out.splitlines()] == [
        "The board met on Monday at noon.",
        "The crews met on Tuesday at noon.",
    ]


def test_text_that_was_decoded_wrongly_is_mended_if_asked_for(command, home, monkeypatch):
    monkeypatch.chdir(home)
    (home / "garbled.txt").write_text("â€œWe stay,â€\x9d she said.", encoding="utf-8")
    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", without_positions)
    _, out, _ = command("analyze", "garbled.txt", "--mend")
    assert json.loads(out)["article"]["text"] == "“We stay,” she said."


def test_no_article_of_a_run_replaces_another(command, ferries, home):
    (home / "out").mkdir()
    (home / "again.txt").write_bytes((home / ferries).read_bytes())
    code, _, err = command("export", ferries, "again.txt", "-o", "out/{slug}.md", "--force")
    assert code == 1
    assert "again.txt: another article went to out/harbour-board-splits-over-night-ferries.md" in err


def test_a_briefing_whose_quotations_are_wrong_is_not_printed(command, ferries, monkeypatch):
    def with_a_wrong_offset(_cache, article, model, version):
        said = Statement(id="s1", form="direct", content=(Span(3, len(article.text) + 9),))
        return msgspec.structs.replace(without_positions(_cache, article, model, version), statements=(said,))

    monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", with_a_wrong_offset)
    for arguments in (("--plain", ferries), (ferries,)):
        code, out, err = command(*arguments)
        assert code != 0 and out == "" and err.startswith(f"briefing: {ferries}: ")


@pytest.mark.parametrize("format_name", ["table", "markdown", "csv"])
@pytest.mark.parametrize("has_title", [True, False])
def test_names_of_files_that_a_terminal_would_obey_are_made_harmless(
    command, ferries, home, monkeypatch, format_name, has_title
):
    evil = home / "a\x1b]0;evil\x07\x9b31m.txt"
    assert all(map(is_safe, command("analyze", str(evil))[2]))
    evil.write_bytes(Path(ferries).read_bytes())
    keep(evil)
    if not has_title:
        monkeypatch.setattr("briefing.cli.analyses.AnalysisCache.get", without_title)
    code, out, err = command("quotes", str(evil), "--format", format_name)
    assert code == 0 and all(map(is_safe, (out + err).replace("\r\n", "\n")))


def without_title(_cache, article, model, version):
    return without_positions(_cache, msgspec.structs.replace(article, title=None), model, version)


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyze",),
        ("analyze", "--format", "jsonl"),
        ("who", "--format", "jsonl"),
        ("export", "-o", "-", "--format", "annotations"),
        ("export", "-o", "-", "--format", "csl"),
        ("export", "-o", "out.md", "--report"),
    ],
)
def test_json_holds_the_name_of_a_file_without_its_control_characters(command, ferries, home, arguments):
    """U+009B begins a control sequence as ESC [ does; JSON would let it through where it escapes ESC."""
    evil = home / "a\x1b]0;evil\x07\x9b31m\x7f.txt"
    evil.write_bytes(Path(ferries).read_bytes())
    keep(evil)
    code, out, _ = command(*arguments, str(evil))
    assert code == 0 and all(map(is_safe, out))


def test_the_name_of_a_file_can_be_read_back_from_json(command, ferries, home):
    evil = home / "a\x1b]0;evil\x07\x9b31m\x7f.txt"
    assert json.loads(command("analyze", str(evil), "--format", "jsonl")[1])["path"] == str(evil)
    evil.write_bytes(Path(ferries).read_bytes())
    keep(evil)
    assert json.loads(command("analyze", str(evil))[1])["article"]["path"] == str(evil)
