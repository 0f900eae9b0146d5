"""Sources and settings in; one outcome for each article out, in the order of the sources.

Results come from the cache where they can. For the first article that is not there, spaCy is imported, or, where
several articles are analysed at once, processes are started that do (`parallel`).
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.analysis.models import analysis_fingerprint, identity
from briefing.articles import expand_source, read_articles
from briefing.articles.language import refusal
from briefing.cli.parallel import Analysts, Task, default_jobs
from briefing.cli.reporting import log_unexpected, say
from briefing.corrections.correction import Correction
from briefing.corrections.overlay import apply
from briefing.errors import AnalysisError, BriefingError, NoOutputError
from briefing.library import AnalysisCache, Corrections
from briefing.model import Article, Briefing
from briefing.settings import Settings
from briefing.worker.events import LOADING
from briefing.worker.launch import command_line

if TYPE_CHECKING:
    from spacy.language import Language

OnStep = Callable[[str, int, int], None]


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of one article: a briefing or an error."""

    source: str
    briefing: Briefing | None = None
    """With what its reader corrected, unless the settings say otherwise."""
    reviewed: frozenset[str] = frozenset()
    """Ids of the statements that a human has confirmed or corrected."""
    orphans: tuple[Correction, ...] = ()
    """Corrections whose words are no longer there."""
    error: BriefingError | None = None


class Analyses:
    """Analyses articles in this process, with the cache before it.

    Raises (at once): ModelMissingError or ConfigurationError, because then no article can be analysed.
    """

    def __init__(self, settings: Settings) -> None:
        gc.enable()
        self._settings = settings
        self._dictionaries = settings.dictionaries()
        self._model = identity(settings.model)
        self._cache = AnalysisCache(
            settings.places.analyses, dictionaries=settings.dictionaries_fingerprint, analysis=analysis_fingerprint()
        )
        self._keeps = settings.cache
        self.corrections = Corrections(settings.places.corrections)
        self._nlp: Language | None = None

    def of(self, article: Article, on_step: OnStep) -> Briefing:
        """What the machine finds in one article; with --timings it is always made anew.

        Raises:
            AnalysisError: the text is in another language than English, and nobody asked to try.
        """
        stored = self._stored(article)
        if stored is not None:
            return stored
        briefing = self._analyze(article, on_step)
        self._keep(briefing)
        return briefing

    def of_sources(self, sources: Iterable[str], on_step: OnStep, jobs: int = 1) -> Generator[Outcome, None, None]:
        """One outcome for each article, or one for a source that cannot be read; an error ends nothing else.

        Args:
            sources: files, folders, addresses, or - for standard input.
            on_step: told how far the analysis is, in articles (`done` of `total` parts of one; more with more jobs).
            jobs: with more than one, so many processes analyse; the outcomes are the same, in the same order.
        """
        if jobs > 1:
            yield from self._in_parallel(sources, on_step, jobs)
            return
        for single, article in self._articles(sources):
            if isinstance(article, Article):
                yield self._guarded(single, partial(self.of, article, on_step))
            else:
                yield Outcome(source=single, error=article)

    def _in_parallel(self, sources: Iterable[str], on_step: OnStep, jobs: int) -> Iterator[Outcome]:
        command = command_line(self._settings.model, self._dictionaries)
        with closing(Analysts(command, jobs, timings=self._settings.timings)) as analysts:
            for task in analysts.in_order(self._tasks(sources), on_step):
                briefing = task.briefing
                if briefing is None:
                    yield Outcome(source=task.source, error=task.error)
                    continue
                if not task.is_from_cache:
                    self._keep(briefing)
                yield self._guarded(task.source, partial(_unchanged, briefing))

    def _tasks(self, sources: Iterable[str]) -> Iterator[Task]:
        """What is to be analysed; an article whose result is stored comes with it."""
        for single, article in self._articles(sources):
            if not isinstance(article, Article):
                yield Task(single, error=article)
                continue
            try:
                stored = self._stored(article)
            except BriefingError as error:
                yield Task(single, error=error)
            else:
                yield Task(single, article, stored, is_from_cache=stored is not None)

    def _articles(self, sources: Iterable[str]) -> Iterator[tuple[str, Article | BriefingError]]:
        """The articles of all sources, each with the file it is in; an error stands for what cannot be read."""
        for source in sources:
            try:
                singles = expand_source(source)
            except BriefingError as error:
                yield source, error
                continue
            for single in singles:
                try:
                    for article in articles_of(single, self._settings):
                        yield single, article
                except BriefingError as error:
                    yield single, error

    def _stored(self, article: Article) -> Briefing | None:
        """The result of an earlier analysis; raises AnalysisError for a language that nobody asked to try."""
        if not self._settings.any_language and (reason := refusal(article)):
            raise AnalysisError(f"{article.path or article.url or 'standard input'}: {reason}")
        if not self._keeps or self._settings.timings:
            return None
        return self._cache.get(article, self._model.name, self._model.version)

    def _keep(self, briefing: Briefing) -> None:
        if self._keeps:
            try:
                self._cache.put(briefing)
            except NoOutputError as error:
                self._keeps = False
                say(f"results are not kept: {error}")

    def _guarded(self, source: str, find: Callable[[], Briefing]) -> Outcome:
        try:
            return self._reviewed(source, find())
        except BriefingError as error:
            return Outcome(source=source, error=error)
        except (MemoryError, RecursionError):
            return Outcome(source=source, error=AnalysisError(f"{source}: too large for the memory of this machine"))
        except OSError:
            raise
        except Exception as error:
            where = log_unexpected(error)
            return Outcome(
                source=source, error=AnalysisError(f"{source}: the analysis failed ({type(error).__name__}); {where}")
            )

    def _reviewed(self, source: str, briefing: Briefing) -> Outcome:
        decided = self.corrections.of(briefing.article) if self._settings.corrections else ()
        if not decided:
            return Outcome(source=source, briefing=briefing)
        review = apply(briefing, decided)
        return Outcome(source=source, briefing=review.briefing, reviewed=review.reviewed, orphans=review.orphans)

    def _analyze(self, article: Article, on_step: OnStep) -> Briefing:
        if self._nlp is None:
            on_step(LOADING, 0, 1)
            from briefing.analysis.quick_start import import_spacy

            import_spacy()
            from briefing.analysis.pipeline import load_pipeline

            self._nlp = load_pipeline(self._settings.model, self._dictionaries)
        from briefing.analysis.pipeline import analyze

        return analyze(article, self._nlp, on_step, self._settings.timings)


def articles_of(source: str, settings: Settings) -> Iterator[Article]:
    """The articles of a file, address or, for "-", of standard input."""
    return iter(read_articles(source, stdin=sys.stdin.buffer if source == "-" else None, **settings.reading()))


def _unchanged(briefing: Briefing) -> Briefing:
    return briefing


def expanded(sources: Iterable[str]) -> list[str]:
    """The sources with the files of folders in place of the folders, to know how many there are.

    A folder without files stays as it is; what is wrong with it is said in its turn.
    """
    found: list[str] = []
    for source in sources:
        try:
            found += expand_source(source)
        except BriefingError:
            found.append(source)
    return found


def number_of_jobs(wanted: int | None, sources: Sequence[str]) -> int:
    """How many processes analyse: what was asked for, or what is sensible for so many sources."""
    return default_jobs(len(sources)) if wanted is None else wanted
