"""What stands in the next paragraph without quotation marks is nobody's of the paragraph above."""

from __future__ import annotations

from spacy.language import Language

from briefing.analysis.attribution.constructions.far import without_far
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import read_tokens


def kept(nlp: Language, text: str) -> bool:
    """Whether the second paragraph may be what "she said" in the first."""
    tokens = read_tokens(nlp(text))
    cue = tokens.lower.index("said")
    content = [i for i in tokens.stretch(*tokens.block_ranges[1]) if tokens.is_word(i)]
    return bool(without_far(tokens, [Draft([cue - 1], [cue], content)]))


def test_the_newspaper_goes_on_in_the_next_paragraph(nlp: Language) -> None:
    assert not kept(nlp, "“My stand has changed,” she said.\n\nThe town’s Ana Ruiz alleged that nobody had asked.")


def test_what_follows_a_colon_is_hers(nlp: Language) -> None:
    assert kept(nlp, "This is what she said:\n\nThe town never asked.")


def test_a_further_paragraph_in_quotation_marks_is_hers(nlp: Language) -> None:
    assert kept(nlp, "“My stand has changed,” she said.\n\n“The town never asked.”")
