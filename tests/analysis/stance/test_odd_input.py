"""Given labels, lengths and parses that no article should have: there is a judgement."""

from __future__ import annotations

from itertools import cycle, islice

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from briefing.analysis.layers import Attribution, register_layers
from briefing.analysis.stance.component import StanceStep
from briefing.analysis.stance.learned.classifier import load_classifier
from briefing.analysis.stance.status import load_status_classifier
from briefing.analysis.stance.words.lexicon import load_stance_lexicon
from briefing.model import Issue, Span

SENTENCE = "he would not stop the ban on the toll unless nobody wants to end it , and they must keep no sale of it"
WORDS = SENTENCE.split()
PARSES = {
    "each word under the one before": lambda place, count: max(0, place - 1),
    "each word under the one behind": lambda place, count: min(count - 1, place + 1),
    "all words under the first": lambda place, count: 0,
}
LABELS = ("", " ", "—", "'s", "the", "ban", "Keeping", "Lifting " * 40, " ".join(islice(cycle(WORDS), 40)), "x" * 5000)


def judged(words: list[str], parse: str, label: str) -> str:
    """The stance of a statement whose source is its first word and whose cue its second."""
    register_layers()
    count = len(words)
    tags = list(islice(cycle(("NN", "VB", "MD", "TO", "VBN", "DT", "IN")), count))
    doc = Doc(
        Vocab(),
        words,
        heads=[PARSES[parse](place, count) for place in range(count)],
        deps=list(islice(cycle(("nsubj", "xcomp", "neg", "dobj", "conj", "prep", "pobj", "relcl")), count)),
        tags=tags,
        pos=["VERB" if tag.startswith("V") else "NOUN" for tag in tags],
        lemmas=words,
    )
    cue = Span(len(words[0]) + 1, len(words[0]) + 1 + len(words[1])) if count > 1 else None
    content = Span(cue.end + 1 if cue is not None and count > 2 else 0, len(doc.text))
    doc._.briefing_attributions = (Attribution(id="a", source=None, cue=cue, content=(content,)),)
    doc._.briefing_issues = (Issue(id="i", label=label),)
    doc._.briefing_issue_of = {"a": "i"}
    step = StanceStep(load_stance_lexicon(), load_classifier(), load_status_classifier())
    return step.predict(doc)["a"].stance


@pytest.mark.parametrize("parse", PARSES)
@pytest.mark.parametrize("label", LABELS, ids=lambda label: label[:12])
@pytest.mark.parametrize("count", [1, 2, 3, 60])
def test_judges_whatever_the_label_says(count: int, label: str, parse: str) -> None:
    assert judged(list(islice(cycle(WORDS), count)), parse, label)


@pytest.mark.parametrize("parse", PARSES)
@pytest.mark.parametrize("words", [WORDS, ["no"], ["must"], ["better"], ["not", "a"]], ids=" ".join)
def test_judges_a_sentence_of_two_thousand_words(words: list[str], parse: str) -> None:
    assert judged(list(islice(cycle(words), 2000)), parse, "Ban on the toll")
