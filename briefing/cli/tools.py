"""`briefing schema`, `paths` and `completion`: what scripts, people and shells need to know about the program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click
import msgspec

from briefing.cli.commands import COMPLETION_VARIABLE, NAME
from briefing.cli.group import settings_of
from briefing.cli.output import write_bytes, write_text
from briefing.errors import UsageError
from briefing.schema import json_schema

SHELLS = ("bash", "zsh", "fish")


@click.command(short_help="Print the JSON Schema of the analysis.")
def schema() -> None:
    """Print the JSON Schema of what 'analyze --format json' prints."""
    write_bytes(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2) + b"\n")


@click.command(short_help="Print where files are kept.")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Another configuration file.")
@click.pass_context
def paths(ctx: click.Context, config: Path | None) -> None:
    """Print where the program keeps its files; none of them needs to exist."""
    settings = settings_of(ctx, config)
    places = settings.places
    rows: dict[str, Any] = {
        "configuration": config or os.environ.get("BRIEFING_CONFIG") or places.config_file,
        "themes": settings.themes_folder,
        "codebooks": settings.codebooks or places.codebooks,
        "actors": settings.actors or places.actors,
        "templates": settings.templates_folder,
        "cache": places.analyses,
        "corrections": places.corrections,
        "reading positions": places.reading_positions,
        "copied text": places.clipboard,
        "log": places.log,
        "worker log": places.worker_log,
    }
    write_text("\n".join(f"{name:<18} {path}" for name, path in rows.items()))


@click.command(short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    bash   briefing completion bash > ~/.local/share/bash-completion/completions/briefing
    zsh    briefing completion zsh > "${fpath[1]}/_briefing"
    fish   briefing completion fish > ~/.config/fish/completions/briefing.fish
    """
    from click.shell_completion import get_completion_class

    of_shell = get_completion_class(shell)
    if of_shell is None:
        raise UsageError(f"{shell}: no completion for this shell; there is one for {', '.join(SHELLS)}")
    write_text(of_shell(ctx.find_root().command, {}, NAME, COMPLETION_VARIABLE).source())
