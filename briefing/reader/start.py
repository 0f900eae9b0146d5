"""Settings and sources in; the reader, put together with the rest of the program, out."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import PurePath
from threading import Thread
from typing import TYPE_CHECKING, Any

from briefing.analysis.models import analysis_fingerprint, identity
from briefing.errors import BriefingError, ModelMissingError, NoInputError
from briefing.library import AnalysisCache, Corrections, ReadingPositions
from briefing.model import Article, Briefing
from briefing.reader.collaborators import (
    MOST_FROM_ONE_SOURCE,
    Appearance,
    Collaborators,
    NoCorrections,
    NoResults,
    Results,
    Worker,
)
from briefing.reader.data import data_folder
from briefing.reader.recent import RecentArticles
from briefing.settings import Settings
from briefing.terminal.capabilities import Terminal, detect

if TYPE_CHECKING:
    from textual.driver import Driver

    from briefing.reader.app import ReaderApp
    from briefing.worker.events import Event


READ_AT_ONCE = frozenset({"", ".txt", ".text", ".md", ".markdown", ".mdown", ".json", ".jsonl", ".ndjson"})
"""Endings of files that are read sooner than a second thread would have anything done."""


def start(sources: Sequence[str], settings: Settings, stdin_article: Article | None) -> int:
    """Read the first article, draw it, then have it analysed if no result is stored; see `briefing.reader.run`."""
    if stdin_article is None and any(map(_is_waited_for, sources[:1])):
        Thread(target=_import_screen, name="import of the screen").start()
    terminal = detect(os.environ, sys.stdin, sys.stdout)
    app = assemble(sources, settings, terminal, stdin_article, _driver)
    outcome = app.run(mouse=settings.mouse)
    return outcome if outcome is not None else app.return_code or 0


def _is_waited_for(source: str) -> bool:
    """Whether reading is waiting: for the network, or for the process of its own that parses a PDF or a web page."""
    return PurePath(source).suffix.lower() not in READ_AT_ONCE


def _import_screen() -> None:
    """Import what the screen needs, while another thread waits; what is wrong with it is said where it is used."""
    with suppress(ImportError):
        import briefing.reader.app
        import briefing.terminal.driver  # noqa: F401


def _driver() -> type[Driver] | None:
    from briefing.terminal.driver import driver_class

    return driver_class(os.environ)


def assemble(
    sources: Sequence[str],
    settings: Settings,
    terminal: Terminal,
    stdin_article: Article | None = None,
    driver: Callable[[], type[Driver] | None] = lambda: None,
) -> ReaderApp:
    """The app with everything it works with, not yet running.

    Args:
        sources: files and addresses.
        settings: everything that can be chosen.
        terminal: what can be sent to the terminal.
        stdin_article: what came through standard input.
        driver: gives Textual's driver, when the first article has been read; None stands for Textual's own.

    Raises:
        BriefingError: none of the sources can be read.
    """
    read = _reader(settings)
    waiting = _expanded(sources)
    complaints: list[str] = []
    if stdin_article is not None:
        first = [("-", stdin_article)]
    else:
        first, waiting, complaints = _first_readable(waiting, read)

    from briefing.reader.app import ReaderApp

    collaborators = Collaborators(
        read=read,
        read_anew=_reader(settings, fresh=True),
        refusal=_refusal(settings),
        start_worker=_worker_maker(settings),
        copy=_copy(settings, terminal),
        render=_renderer(settings),
        templates=lambda: _templates(settings),
        results=_results(settings),
        positions=ReadingPositions(settings.places.reading_positions),
        corrections=Corrections(settings.places.corrections) if settings.corrections else NoCorrections(),
        recent=RecentArticles(settings.places.state / "recent.json"),
        environment=os.environ,
        after_first_paint=_collect_garbage,
        log=settings.places.log,
        last_export=settings.places.state / "export.json",
        samples=data_folder("sample_articles"),
        restricted=settings.restricted,
    )
    return ReaderApp(
        collaborators,
        _appearance(settings, terminal),
        first,
        sources=waiting,
        complaints=complaints,
        driver_class=driver(),
    )


def _worker_maker(settings: Settings) -> Callable[[Callable[[Event], object]], Worker]:
    def make(on_event: Callable[[Event], object]) -> Worker:
        from briefing.worker.client import AnalysisWorker

        return AnalysisWorker(
            settings.model,
            on_event,
            dictionaries=settings.dictionaries(),
            log=settings.places.worker_log,
            timings=settings.timings,
        )

    return make


def _collect_garbage() -> None:
    """Look for garbage from now on (the command line had put it off), and never in what the start has made to stay."""
    gc.freeze()
    gc.enable()


class _CachedResults:
    """The cache, with the model that the settings name."""

    def __init__(self, settings: Settings) -> None:
        self._cache = AnalysisCache(
            settings.places.analyses,
            dictionaries=settings.dictionaries_fingerprint,
            analysis=analysis_fingerprint(),
        )
        self._model = identity(settings.model)

    def get(self, article: Article) -> Briefing | None:
        return self._cache.get(article, self._model.name, self._model.version)

    def put(self, briefing: Briefing) -> None:
        self._cache.put(briefing)


def _results(settings: Settings) -> Results:
    if not settings.cache:
        return NoResults()
    try:
        return _CachedResults(settings)
    except ModelMissingError:
        # The worker will say so in the status row; the text can be read all the same.
        return NoResults()


def _reader(settings: Settings, *, fresh: bool = False) -> Callable[[str], Iterable[Article]]:
    def read(source: str) -> Iterable[Article]:
        from briefing.articles import read_articles

        return read_articles(source, fresh=fresh, **settings.reading())

    return read


def _refusal(settings: Settings) -> Callable[[Article], str | None]:
    def none(article: Article) -> str | None:
        return None

    from briefing.articles.language import refusal

    return none if settings.any_language else refusal


def _expanded(sources: Sequence[str]) -> list[str]:
    """The files of folders and patterns, each by itself, so that one that cannot be read does not stop the others."""
    from briefing.articles import expand_source

    singles: list[str] = []
    for source in sources:
        try:
            singles += expand_source(source)
        except NoInputError:
            # Reading it will say what is wrong, when it is its turn.
            singles.append(source)
    return singles


def _first_readable(
    sources: list[str], read: Callable[[str], Iterable[Article]]
) -> tuple[list[tuple[str, Article]], list[str], list[str]]:
    """The articles of the first source that can be read, the sources after it, and what was wrong with those before.

    Raises:
        BriefingError: none can be read; the error is that of the first.
    """
    errors: list[BriefingError] = []
    for number, source in enumerate(sources):
        try:
            found = [(source, article) for article in islice(read(source), MOST_FROM_ONE_SOURCE)]
        except BriefingError as error:
            errors.append(error)
            continue
        if found:
            return found, sources[number + 1 :], [str(error) for error in errors]
        errors.append(NoInputError(f"{source}: holds no article"))
    if errors:
        raise errors[0]
    return [], [], []


def _renderer(settings: Settings) -> Callable[..., bytes]:
    def render_export(briefing: Briefing, format: str, **choices: Any) -> bytes:  # noqa: A002 - the word of the exports
        from briefing.exports import created_from, render

        given = {"template_folder": settings.templates_folder, "created": created_from(os.environ)}
        return render(briefing, format, **given, **choices)

    return render_export


def _templates(settings: Settings) -> Sequence[str]:
    from briefing.exports.formats.templates import template_names

    return template_names(settings.templates_folder)


def _copy(settings: Settings, terminal: Terminal) -> Callable[[str, Callable[[str], object]], str]:
    def copy_text(text: str, write: Callable[[str], object]) -> str:
        from briefing.terminal.clipboard import copy

        return copy(text, terminal, write, file=settings.places.clipboard)

    return copy_text


def _appearance(settings: Settings, terminal: Terminal) -> Appearance:
    spares = settings.low_bandwidth if settings.low_bandwidth is not None else terminal.ssh
    return Appearance(
        theme=settings.theme,
        theme_folders=(settings.themes_folder,),
        colours=terminal.colours,
        unicode=terminal.unicode,
        scroll=settings.scroll,
        spares_bandwidth=spares,
        text_width=settings.text_width,
        unsure_below=settings.unsure_below,
        keys=settings.keys,
        keys_written=settings.origins.get("keys", ""),
    )
