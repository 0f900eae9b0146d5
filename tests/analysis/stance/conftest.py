"""A sentence with its cue, if any, in <…>, its content in {…}, and a label, in; the judgement of the step out."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from spacy.language import Language

from briefing.analysis.layers import Attribution, Judgement, register_layers
from briefing.analysis.stance.component import StanceStep
from briefing.analysis.stance.learned.classifier import load_classifier
from briefing.analysis.stance.status import load_status_classifier
from briefing.analysis.stance.words.lexicon import load_stance_lexicon
from briefing.model import Block, Issue, Span, StatementForm

Judge = Callable[[str, str], Judgement]


@pytest.fixture
def judge(nlp: Language) -> Judge:
    """Judge one marked sentence against a label; what stands before the cue is its source."""
    register_layers()

    def judge_sentence(marked: str, label: str, form: StatementForm = "indirect") -> Judgement:
        text = re.sub("[<>{}]", "", marked)
        cue, content = _span(marked, "<>") if "<" in marked else None, _span(marked, "{}")
        source = Span(0, cue.start - 1) if cue is not None and cue.start > 1 else None
        doc = nlp.make_doc(text)
        for name in nlp.pipe_names:
            if not name.startswith("briefing_"):
                doc = nlp.get_pipe(name)(doc)
        doc._.briefing_blocks = (Block(0, len(text), "paragraph"),)
        doc._.briefing_attributions = (Attribution(id="a", source=source, cue=cue, content=(content,), form=form),)
        doc._.briefing_issues = (Issue(id="i", label=label),)
        doc._.briefing_issue_of = {"a": "i"}
        return StanceStep(load_stance_lexicon(), load_classifier(), load_status_classifier()).predict(doc)["a"]

    return judge_sentence


def _span(marked: str, signs: str) -> Span:
    """The span between two signs, counted without any signs."""
    start, end = (len(re.sub("[<>{}]", "", marked[: marked.index(sign)])) for sign in signs)
    return Span(start, end)
