"""Contents of one cue: which of them are one statement."""

from __future__ import annotations

from spacy.language import Language

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.joining import join_by_cue
from briefing.analysis.attribution.tokens import Tokens, read_tokens


def span(tokens: Tokens, words: str) -> list[int]:
    start = tokens.text.index(words)
    return tokens.between(start, start + len(words))


def joined(nlp: Language, text: str, cue: str, *contents: str) -> list[list[str]]:
    tokens = read_tokens(nlp(text))
    drafts = [Draft([], span(tokens, cue), span(tokens, content)) for content in contents]
    return [
        [text[piece.start : piece.end] for piece in tokens.spans(draft.content)]
        for draft in join_by_cue(tokens, drafts)
    ]


def test_what_stands_on_both_sides_of_a_cue_is_one_content(nlp: Language) -> None:
    text = "The palace is expected to decide soon."
    assert joined(nlp, text, "is expected", "The palace", "to decide soon") == [["The palace", "to decide soon"]]


def test_a_scrap_beside_a_long_quotation_is_no_part_of_it(nlp: Language) -> None:
    text = "“You would know it to the cent,” the senator shot back."
    quotation = "“You would know it to the cent,”"
    assert joined(nlp, text, "shot", quotation, "back") == [[quotation]]


def test_a_quotation_in_the_paragraph_before_is_not_drawn_to_a_cue_with_its_own(nlp: Language) -> None:
    text = "“Nobody asked us about the road.”\n\nThe mayor disagreed: “We asked everybody.”"
    found = joined(nlp, text, "disagreed", "“Nobody asked us about the road.”", "“We asked everybody.”")
    assert found == [["“We asked everybody.”"]]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph(nlp: Language) -> None:
    first, second = "“We waited for a year.", "“Then we built a boat.”"
    text = f"The captain said: {first}\n\n{second}"
    assert joined(nlp, text, "said", first, second) == [[first, second]]
