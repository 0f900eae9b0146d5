"""Sources and settings in; one outcome for each article out, in the order of the sources.

Results come from the cache where they can; spaCy is imported for the first article that is not there.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.analysis.models import analysis_fingerprint, identity
from briefing.articles import expand_source, read_articles
from briefing.articles.language import refusal
from briefing.cli.reporting import log_unexpected, say
from briefing.corrections.correction import Correction
from briefing.corrections.overlay import apply
from briefing.errors import AnalysisError, BriefingError, NoOutputError
from briefing.library import AnalysisCache, Corrections
from briefing.model import Article, Briefing
from briefing.settings import Settings
from briefing.worker.events import LOADING

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
            settings.places.analyses, dictionaries=self._dictionaries.fingerprint(), analysis=analysis_fingerprint()
        )
        self._keeps = settings.cache
        self.corrections = Corrections(settings.places.corrections)
        self._nlp: Language | None = None

    def of(self, article: Article, on_step: OnStep) -> Briefing:
        """What the machine finds in one article; with --timings it is always made anew.

        Raises:
            AnalysisError: the text is in another language than English, and nobody asked to try.
        """
        if not self._settings.any_language and (reason := refusal(article)):
            raise AnalysisError(f"{article.path or article.url or 'standard input'}: {reason}")
        if self._keeps and not self._settings.timings:
            stored = self._cache.get(article, self._model.name, self._model.version)
            if stored is not None:
                return stored
        briefing = self._analyze(article, on_step)
        if self._keeps:
            try:
                self._cache.put(briefing)
            except NoOutputError as error:
                self._keeps = False
                say(f"results are not kept: {error}")
        return briefing

    def of_sources(self, sources: Iterable[str], on_step: OnStep) -> Iterator[Outcome]:
        """One outcome for each article, or one for a source that cannot be read; an error ends nothing else."""
        for source in sources:
            for single in self._singles(source):
                if isinstance(single, Outcome):
                    yield single
                    continue
                try:
                    for article in articles_of(single, self._settings):
                        yield self._outcome(single, article, on_step)
                except BriefingError as error:
                    yield Outcome(source=single, error=error)

    def _singles(self, source: str) -> list[str | Outcome]:
        """The files of a folder, a single source as it is, or what went wrong."""
        try:
            return [*expand_source(source)]
        except BriefingError as error:
            return [Outcome(source=source, error=error)]

    def _outcome(self, source: str, article: Article, on_step: OnStep) -> Outcome:
        try:
            return self._reviewed(source, self.of(article, on_step))
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
