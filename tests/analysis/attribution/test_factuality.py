"""Whether anybody said it at all: negated, hedged, asked, conditional and future cues."""

from __future__ import annotations

import pytest
from spacy.language import Language

ACTS = {
    "The council rejected the plan for a second bridge.": ("asserted", ()),
    "The council did not reject the plan for a second bridge.": ("denied", ("negated",)),
    "The minister never promised that the port would be sold.": ("denied", ("negated",)),
    "The minister might reject the plan for a second bridge.": ("asserted", ("hedged",)),
    "The minister reportedly said that the port would be sold.": ("reported", ("hedged",)),
    "Did the minister say that the port would be sold?": ("asked", ("question",)),
    "“Will the bridge hold?” the minister asked.": ("asked", ()),
    "If the council rejects the plan for a second bridge, the firm will leave.": ("asserted", ("conditional",)),
    "The union will oppose the sale of the old harbour.": ("asserted", ("future",)),
    "The union would oppose the sale of the harbour if jobs were lost.": ("asserted", ("hedged", "conditional")),
    "The president did not know that the ship had sunk.": ("known", ("negated",)),
    "The mayor did not deny that the money was gone.": ("reported", ("negated",)),
}


@pytest.mark.parametrize(("text", "expected"), ACTS.items())
def test_the_act_of_a_cue(nlp: Language, text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    first = nlp(text)._.briefing_attributions[0]
    assert (first.factuality, first.circumstances) == expected


def test_circumstances_are_among_the_reasons(nlp: Language) -> None:
    attribution = nlp("The council did not reject the plan for a second bridge.")._.briefing_attributions[0]
    assert "cue: negated" in attribution.reasons


TITLES = (
    "The minister spoke on “Meet the Voters” about the bridge.",
    "The film “Night Train to Lisbon” was shown on Friday.",
    "The so-called “smart” meter is the size of a shoebox.",
)


@pytest.mark.parametrize("text", TITLES)
def test_titles_and_scare_quotes_are_nobodys_words(nlp: Language, text: str) -> None:
    contents = [span.of(text) for a in nlp(text)._.briefing_attributions for span in a.content]
    assert not any(content.strip("“”,.") in text.split("“")[1].split("”")[0] for content in contents)
