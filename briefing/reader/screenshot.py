"""A picture of the real reader on a real article, without a terminal: `python -m briefing.reader.screenshot OUT.svg`.

The article is analysed as always; nothing on the picture is made up. Used for the README.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from briefing.errors import AnalysisError, BriefingError
from briefing.reader.data import data_folder
from briefing.reader.start import assemble
from briefing.settings import Places, load_settings
from briefing.terminal.capabilities import Terminal

PATIENCE = 120.0
"""Seconds that the analysis may take."""


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--source", default=str(data_folder("sample_articles") / "ceasefire-talks.txt"), help="What to open.")
@click.option("--size", default="120x36", help="Columns and rows.")
@click.option("--theme", default="ink", help="Name of a theme.")
@click.option("--keys", default="; p ]", help="Keys to press before the picture is taken.")
def main(out: Path, source: str, size: str, theme: str, keys: str) -> None:
    """Take a picture of the reader and write it as SVG."""
    columns, rows = map(int, size.split("x"))
    try:
        out.write_text(asyncio.run(picture(source, (columns, rows), theme, keys.split())), encoding="utf-8")
    except BriefingError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)


async def picture(source: str, size: tuple[int, int], theme: str, keys: list[str]) -> str:
    """The screen as SVG after the analysis is done and the keys are pressed."""
    with TemporaryDirectory() as folder:
        settings = load_settings(Places.from_environment({"HOME": folder}), {}, {"theme": theme})
        terminal = Terminal(may_start=True, colours="truecolor")
        app = assemble([source], settings, terminal)
        async with app.run_test(size=size) as pilot:
            waited = 0.0
            while app.desk.articles[0].lookup is None:
                await pilot.pause(0.1)
                waited += 0.1
                if app.desk.articles[0].failed or waited > PATIENCE:
                    raise AnalysisError(f"{source}: no result to show ({app.desk.articles[0].progress})")
            await pilot.press(*keys)
            await pilot.pause()
            return app.export_screenshot(title="briefing")


if __name__ == "__main__":
    main()
