"""Arguments in; the command and the settings they mean out.

The first word is a command if there is one of that name, otherwise it is something to read. A file called "analyze"
is opened with `briefing ./analyze` or `briefing -- analyze`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from briefing.errors import UsageError
from briefing.nearest import nearest_name
from briefing.settings import Places, Settings, load_settings

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

DEFAULT_COMMAND = "read"

ENDS_AT_ONCE = frozenset({"-h", "--help", "-V", "--version"})
"""Options of the program after which no command runs."""

Command = TypeVar("Command", bound=Callable[..., Any])


class BriefingGroup(click.Group):
    """A group whose default command opens the reader, and whose commands are imported when they are asked for.

    Args:
        homes: for each command the module that has it under the same name.
        options: those of click.Group.
    """

    def __init__(self, *, homes: Mapping[str, str], **options: Any) -> None:
        super().__init__(**options)
        self._homes = homes

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the alphabet."""
        return sorted(self._homes)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name, imported now if it has not been yet."""
        home = self._homes.get(cmd_name)
        return None if home is None else cast("click.Command", getattr(import_module(home), cmd_name))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the name of the default command before things to read."""
        if "--" in args:
            split = args.index("--")
            if not self._words(ctx, args[:split]):
                return super().parse_args(ctx, [*args[:split], DEFAULT_COMMAND, *args[split:]])
        words = self._words(ctx, args)
        if ctx.resilient_parsing and not words:
            # A shell asks what could be the first word: a command, too.
            return super().parse_args(ctx, args)
        if not set(args[: len(args) - len(words)]) & ENDS_AT_ONCE and (not words or words[0] not in self._homes):
            self._refuse_slip(words)
            at = len(args) - len(words)
            args = [*args[:at], DEFAULT_COMMAND, *args[at:]]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options of that beginning, and files."""
        from click.shell_completion import CompletionItem

        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def _refuse_slip(self, words: list[str]) -> None:
        """Refuse the name of a command with a slip in it, which would be read as that of a file.

        Raises:
            UsageError: there is no such file, something follows to which the command would be applied, and a command
                is called nearly so.
        """
        if len(words) < 2 or not words[0].isalpha() or Path(words[0]).exists():
            return
        meant = nearest_name(words[0], self._homes.keys() - {DEFAULT_COMMAND})
        if meant is not None:
            raise UsageError(f"{words[0]}: neither a command nor a file; did you mean {meant!r}?")

    def _words(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What follows the options of the program itself."""
        options = {name: option for option in self.get_params(ctx) for name in (*option.opts, *option.secondary_opts)}
        position = 0
        while position < len(args):
            name, _, value = args[position].partition("=")
            option = options.get(name)
            if option is None:
                return args[position:]
            takes_value = isinstance(option, click.Option) and not option.is_flag and not value
            position += 2 if takes_value else 1
        return []


def analysis_options(command: Command) -> Command:
    """The options of every command that analyses, with --force as a shorter name of --any-language."""
    return _analysis_options(command, "--force")


def export_options(command: Command) -> Command:
    """The options of the analysis for a command where --force means to replace files."""
    return _analysis_options(command)


def _analysis_options(command: Command, *short_names: str) -> Command:
    for option in reversed(
        (
            click.option("--model", metavar="NAME", help="Installed spaCy pipeline for English, or its folder."),
            click.option(
                "--config", metavar="FILE", type=click.Path(path_type=Path), help="Another configuration file."
            ),
            click.option("--no-cache", "cache", flag_value=False, default=None, help="Neither use nor keep results."),
            click.option(
                "--no-corrections",
                "corrections",
                flag_value=False,
                default=None,
                help="What the machine found, without what you corrected.",
            ),
            click.option("--mend", is_flag=True, default=None, help="Mend text that was decoded wrongly (â€œ)."),
            click.option(
                "any_language",
                "--any-language",
                *short_names,
                is_flag=True,
                default=None,
                help="Try texts that are not in English.",
            ),
            click.option("--timings", is_flag=True, default=None, help="Record the processor time in the result."),
        )
    ):
        command = option(command)
    return command


def jobs_option(command: Command) -> Command:
    """The option of commands that analyse many articles."""
    return click.option(
        "-j",
        "--jobs",
        type=click.IntRange(1, 64),
        metavar="N",
        help="Analyse N articles at once. By default as many as there are processors, at most 4; 1 for a single file.",
    )(command)


def screen_options(command: Command) -> Command:
    """The options of the reader: --theme, --plain, --restricted, and those of the analysis."""
    command = analysis_options(command)
    command = click.option(
        "--restricted",
        is_flag=True,
        default=None,
        help="Show only what is named: no other files, commands or exports.",
    )(command)
    command = click.option("--plain", is_flag=True, default=None, help="Print linear text; no screen.")(command)
    return click.option("--theme", metavar="NAME", help="Theme of the reader.")(command)


def settings_of(ctx: click.Context, config: Path | None = None, **flags: Any) -> Settings:
    """The settings for a command: its own flags, then those before its name, then environment and file."""
    outer: dict[str, Any] = dict(ctx.parent.params) if ctx.parent is not None else {}
    outer_config = outer.pop("config", None)
    given = {**outer, **{name: value for name, value in flags.items() if value is not None}}
    places = Places.from_environment(os.environ)
    return load_settings(places, os.environ, given, config or outer_config)
