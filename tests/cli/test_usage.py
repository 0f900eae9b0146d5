"""How arguments become a command, what help says, and the exit codes."""

import re
import subprocess
import sys

import click
import pytest

from briefing import __version__
from briefing.cli.commands import HOMES, program
from briefing.cli.exit_codes import EXIT_CODES
from briefing.errors import BriefingError


def test_version(command):
    assert command("--version") == (0, f"briefing {__version__}\n", "")


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_shows_commands_examples_and_exit_codes(command, flag):
    code, out, _ = command(flag)
    assert code == 0
    for name in ("analyze", "export", "who", "quotes", "positions", "schema", "paths", "completion"):
        assert re.search(rf"^  {name} ", out, re.MULTILINE)
    assert "pdftotext brief.pdf - | briefing" in out
    for number, meaning in EXIT_CODES:
        assert f"{number:<4} {meaning}" in out


def test_every_error_has_a_documented_exit_code():
    def kinds(kind):
        return {kind, *(deeper for below in kind.__subclasses__() for deeper in kinds(below))}

    documented = {code for code, _ in EXIT_CODES}
    assert {kind.exit_code for kind in kinds(BriefingError)} <= documented


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["analyze"], 2, "Missing argument 'FILE...'"),
        (["analyze", "x", "--format", "jsno"], 2, "'jsno'"),
        (["--thme", "x"], 2, "--thme"),
        (["analyze", "none.txt"], 66, "none.txt"),
        (["none.txt"], 66, "none.txt"),
        (["analyze", "--config", "none.toml", "none.txt"], 78, "none.toml"),
        (["analyze", "--model", "no_such_model", "none.txt"], 78, "no_such_model"),
        (["export", "ferries.txt", "-o", "x.md", "--format", "markdwon"], 2, "did you mean 'markdown'?"),
        (["export", "ferries.txt", "ferries.txt", "-o", "x.md"], 2, "several articles need a folder"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_its_exit_code(command, ferries, arguments, code, message):
    got, out, err = command(*arguments)
    assert got == code
    assert out == ""
    assert message in err.splitlines()[-1]
    assert "Traceback" not in err


def test_a_file_that_is_not_text_is_65(command, home):
    (home / "program.txt").write_bytes(b"\x7fELF\x00\x01\x02" + bytes(range(256)) * 20)
    code, _, err = command("analyze", str(home / "program.txt"))
    assert code == 65
    assert "program.txt" in err


@pytest.mark.parametrize("arguments", [["./analyze"], ["--", "analyze"], ["--plain", "--", "analyze"]])
def test_a_file_named_like_a_command_can_be_read(command, ferries, home, arguments):
    (home / ferries).rename(home / "analyze")
    code, out, _ = command(*arguments)
    assert code == 0
    assert "Ines Calder" in out


@pytest.mark.parametrize("arguments", [["--no-cache", "analyze", "none.txt"], ["analyze", "--no-cache", "none.txt"]])
def test_options_stand_before_or_after_the_command(command, arguments):
    assert command(*arguments)[0] == 66


def test_a_flag_of_the_command_outranks_the_same_flag_before_it(command):
    code, _, err = command("--model", "outer_model", "analyze", "--model", "inner_model", "x")
    assert code == 78
    assert "inner_model" in err


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ('theme = "papre"', "theme 'papre' does not exist; did you mean 'paper'?"),
        ('separator = "("', "separator must be a regular expression"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_its_line(command, home, ferries, setting, message):
    (home / ".config/briefing").mkdir(parents=True)
    (home / ".config/briefing/config.toml").write_text(f"mend = false\n{setting}\n")
    code, _, err = command(ferries)
    assert code == 78
    assert err.startswith(f"briefing: {home}/.config/briefing/config.toml, line 2: {message}")
    assert err.count("\n") == 1


def test_a_setting_in_a_variable_is_named_with_it(command, ferries, monkeypatch):
    monkeypatch.setenv("BRIEFING_THEME", "papre")
    code, _, err = command(ferries)
    assert (code, err.startswith("briefing: environment variable BRIEFING_THEME: theme 'papre'")) == (78, True)


def test_a_word_document_without_pandoc_is_78(command, ferries, monkeypatch):
    monkeypatch.setattr("briefing.exports.formats.docx.shutil.which", lambda name: None)
    code, _, err = command("export", ferries, "-o", "ferries.docx")
    assert code == 78
    assert "needs pandoc" in err and "markdown" in err


def test_a_restricted_reader_must_be_told_what_may_be_read(command):
    for arguments in ((), ("-",)):
        code, _, err = command("--restricted", *arguments)
        assert code == 2
        assert "restricted: name the files that may be read" in err


def test_a_wrong_configuration_is_one_line(command, home):
    (home / ".config/briefing").mkdir(parents=True)
    (home / ".config/briefing/config.toml").write_text('\ntheem = "dark"\n')
    code, _, err = command("paths")
    assert code == 78
    assert err == f"briefing: {home}/.config/briefing/config.toml, line 2: unknown key 'theem'; did you mean 'theme'?\n"


def test_paths_are_below_home(command, home):
    code, out, _ = command("paths")
    assert code == 0
    assert f"{home}/.config/briefing/config.toml" in out
    assert all(str(home) in line for line in out.splitlines())


def test_the_schema_is_a_json_schema_that_a_result_fulfils(command, ferries):
    import json

    import jsonschema

    schema = json.loads(command("schema")[1])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(command("analyze", ferries)[1]), schema)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_name_the_command(command, shell):
    code, out, _ = command("completion", shell)
    assert code == 0
    assert "_BRIEFING_COMPLETE" in out


def test_completion_offers_commands_and_files(home):
    environment = {
        "HOME": str(home),
        "_BRIEFING_COMPLETE": "bash_complete",
        "COMP_WORDS": "briefing an",
        "COMP_CWORD": "1",
    }
    done = subprocess.run([sys.executable, "-m", "briefing"], env=environment, capture_output=True, text=True)
    assert "plain,analyze" in done.stdout.splitlines()
    assert "file,an" in done.stdout.splitlines()


def test_what_nobody_foresaw_is_one_line_and_a_private_log(command, ferries, home, monkeypatch):
    def surprise(*_arguments, **_options):
        raise KeyError("surprise")

    monkeypatch.setattr("briefing.cli.analyze.print_outcome", surprise)
    code, out, err = command("analyze", ferries)
    log = home / ".local/state/briefing/briefing.log"
    assert (code, out) == (70, "")
    assert err == f"briefing: something unforeseen happened (KeyError); details are in {log}\n"
    assert "in surprise" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


def test_an_analysis_that_breaks_is_the_error_of_its_article_only(command, ferries, home, monkeypatch):
    import json

    monkeypatch.setattr("briefing.cli.analyses.Analyses._analyze", lambda *_: {}["surprise"])
    (home / "other.txt").write_text("Another text about a lighthouse.")
    code, out, _ = command("analyze", "other.txt", ferries, "--format", "jsonl", "--jobs", "1")
    first, second = map(json.loads, out.splitlines())
    assert code == 1
    assert "the analysis failed (KeyError)" in first["error"]
    assert second["stakeholders"][0]["name"] == "Ines Calder"


@pytest.mark.parametrize("name", HOMES)
def test_each_command_is_where_the_list_says(name: str) -> None:
    command = program.get_command(click.Context(program), name)
    assert command is not None
    assert command.name == name


def test_opening_an_article_imports_no_other_command() -> None:
    code = "import sys, briefing.cli.program, briefing.cli.read; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    loaded = set(done.stdout.split())
    assert loaded.isdisjoint(set(HOMES.values()) - {"briefing.cli.read"})
    assert "click.shell_completion" not in loaded


def test_a_theme_that_does_not_exist_is_an_error_also_where_no_screen_is_drawn(command, ferries):
    code, out, err = command("--theme", "papre", ferries)
    assert (code, out) == (78, "")
    assert err == "briefing: --theme: theme 'papre' does not exist; did you mean 'paper'?\n"
    assert command("--theme", "paper", ferries)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "help_of"), [(["export", "x"], "briefing export --help"), (["--thme"], "briefing --help")]
)
def test_wrong_usage_names_the_help_of_its_own_command(command, arguments, help_of):
    _, _, err = command(*arguments)
    assert f"(try '{help_of}')" in err
    assert "briefing read" not in err
