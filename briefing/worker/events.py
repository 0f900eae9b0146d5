"""What the owner of an AnalysisWorker is told: frozen records, delivered on its event loop in their order."""

from __future__ import annotations

from msgspec import Struct

from briefing.model import Briefing


class Progress(Struct, frozen=True):
    """A step of the analysis begins: `done` of `total` steps are over."""

    request: int
    step: str
    """Id of the step: `LOADING`, or the name of a component of the pipeline such as "briefing_attribution"."""
    done: int
    total: int


class Finished(Struct, frozen=True):
    """The analysis of one article is done."""

    request: int
    briefing: Briefing


class Failed(Struct, frozen=True):
    """One article could not be analysed; the worker goes on with the next."""

    request: int
    message: str
    """A sentence for the reader."""


class WorkerDied(Struct, frozen=True):
    """The process ended unasked. It is started again unless the message says otherwise."""

    message: str
    """A sentence for the reader."""


Event = Progress | Finished | Failed | WorkerDied

LOADING = "load_model"
"""Step before the first article: the language model is loaded."""

STEP_NAMES = {
    LOADING: "loading the language model",
    "tok2vec": "reading the words",
    "tagger": "reading the words",
    "parser": "reading the sentences",
    "attribute_ruler": "reading the sentences",
    "lemmatizer": "reading the sentences",
    "ner": "finding names",
    "recognizer": "finding names",
    "briefing_structure": "finding headings and paragraphs",
    "briefing_entities": "finding who is in it",
    "briefing_coreference": "finding who is meant by he, she and they",
    "briefing_attribution": "finding who said what",
    "briefing_stakeholders": "giving each statement to its speaker",
    "briefing_issues": "finding what it is about",
    "briefing_stance": "finding who is for and who against",
    "briefing_positions": "laying out the positions",
    "briefing_contradictions": "looking for figures and dates that differ",
}
"""What a reader is told while a step runs."""


def step_name(step: str) -> str:
    """Words for a step; a component that is not ours and not spaCy's keeps its own name."""
    return STEP_NAMES.get(step, step.replace("_", " "))
