"""The whole pipeline: model name in, `Language` out; Article in, Briefing out.

`load_pipeline` loads a trained English pipeline and adds our steps in their order; `analyze` runs it over one article
and puts the layers of the Doc together into a Briefing.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from briefing import ANALYSIS_VERSION
from briefing.analysis.assemble import assemble
from briefing.analysis.layers import register_layers
from briefing.analysis.models import DEFAULT_MODEL, identity_of, installed_package
from briefing.analysis.quick_products import quicken_products
from briefing.analysis.quick_recognizer import quicken_recognizer
from briefing.analysis.quick_rules import quicken
from briefing.errors import ModelMissingError
from briefing.model import Analysis, Article, Briefing
from briefing.settings.dictionaries import Dictionaries

STEPS = (
    "briefing_structure",
    "briefing_entities",
    "briefing_coreference",
    "briefing_attribution",
    "briefing_stakeholders",
    "briefing_issues",
    "briefing_stance",
    "briefing_positions",
    "briefing_contradictions",
)
"""Our components in the order in which they run; the first one before the parser, the others after the model's own."""

Progress = Callable[[str, int, int], None]
"""Told the name of the step that begins, how many steps are done, and how many there are."""


_LONG_RUN = re.compile(r"\S{500,}")
"""What is longer than any word or address that a person writes."""

UNUSED = ("senter",)
"""Components of trained pipelines that are not even loaded: the parser finds the sentences."""

SETTINGS: dict[str, dict[str, Any]] = {"briefing_attribution": {"split": True}}
"""Settings that differ from a step's own: a reader wants one statement for each matter."""

DICTIONARY_SETTINGS = {"briefing_issues": "codebooks", "briefing_entities": "dictionaries"}
"""The setting of a step that takes the paths of the user's own files."""


def load_pipeline(model: str = DEFAULT_MODEL, dictionaries: Dictionaries | None = None) -> Language:
    """Load a trained spaCy pipeline and add the steps of the analysis.

    Args:
        model: name of an installed pipeline package, or path of a pipeline's folder.
        dictionaries: the user's codebooks and actor dictionaries, for the steps that take them.

    Raises:
        ModelMissingError: it is not installed, or is no trained English pipeline with a parser.
    """
    package = installed_package(model)
    try:
        nlp = spacy.load(package, exclude=UNUSED)
    except (OSError, ValueError) as error:
        raise ModelMissingError(
            f"{model}: this spaCy pipeline cannot be loaded ({str(error).splitlines()[0]}); "
            f"install a matching version or choose another with --model"
        ) from error
    if nlp.lang != "en" or "parser" not in nlp.pipe_names:
        raise ModelMissingError(f"{model}: not a trained English pipeline with a parser; choose another with --model")
    for _, component in nlp.pipeline:
        if isinstance(component, AttributeRuler):
            quicken(component)
    quicken_products(nlp)
    quicken_recognizer(nlp)
    return add_steps(nlp, dictionaries)


def add_steps(nlp: Language, dictionaries: Dictionaries | None = None) -> Language:
    """Add our components to a trained English pipeline (and return it)."""
    register_layers()
    for step in STEPS:
        nlp.add_pipe(step, first=step == STEPS[0] or None, config=step_settings(step, dictionaries or Dictionaries()))
    return nlp


def step_settings(step: str, dictionaries: Dictionaries) -> dict[str, Any]:
    """The settings of a step: ours, and paths of the user's files, where there are some and the step takes them."""
    own = SETTINGS.get(step, {})
    files = {"briefing_issues": dictionaries.codebooks, "briefing_entities": dictionaries.actors}.get(step, ())
    setting = DICTIONARY_SETTINGS.get(step, "")
    if not files or setting not in (Language.get_factory_meta(step).default_config or {}):
        return own
    return {**own, setting: [str(file) for file in files]}


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
    model = identity_of(nlp.meta)
    analysis = Analysis(
        version=ANALYSIS_VERSION,
        model=model.name,
        model_version=model.version,
        seconds=round(time.process_time() - began, 3) if timings else None,
    )
    return assemble(doc, article, analysis)


def _tokens(text: str, nlp: Language) -> Doc:
    """The tokens of a text; a drawn line or any other long run of signs is one token.

    The tokenizer looks at all that is left of such a run for each sign that it takes off its ends.
    """
    nlp.max_length = max(nlp.max_length, len(text) + 1)
    shadow = _LONG_RUN.sub(lambda run: "x" * len(run.group()), text)
    doc = nlp.make_doc(shadow)
    if shadow == text:
        return doc
    words = [text[token.idx : token.idx + len(token)] for token in doc]
    return Doc(nlp.vocab, words, [bool(token.whitespace_) for token in doc])


def prepare(article: Article, nlp: Language) -> Doc:
    """The article as a Doc without annotations, but with its blocks, so that no step has to guess them again."""
    doc = _tokens(article.text, nlp)
    doc._.briefing_blocks = article.blocks
    return doc
