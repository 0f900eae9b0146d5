"""Turns of transcripts: who speaks in a block that begins with a label."""

from __future__ import annotations

import pytest
from spacy.language import Language


def test_the_name_in_brackets_speaks(nlp: Language) -> None:
    text = "Q. (Senator Ruiz) Would you pay for it?\n\nA. (Mr. Wei) We would not.\n\nQ. (Senator Ruiz) You never did?"
    found = nlp(text)._.briefing_attributions
    assert [a.source.of(text) for a in found if a.source] == ["Senator Ruiz", "Mr. Wei", "Senator Ruiz"]


def test_brackets_without_a_name_are_no_speaker(nlp: Language) -> None:
    text = "\n\n".join(["Q. (   ) Would you pay for it?", "A. (   ) We would not pay a cent."] * 3)
    assert [a.source for a in nlp(text)._.briefing_attributions if a.source] == []


ANSWERS = """Marta Orr: Will you close the ferry?

Ilse Brandt: I will not. The ferry is what holds the island together.

The minister has asked you to end it in July. Will you?

Brandt: We will run it until the bridge is open.

The union says that you are breaking your word.

Brandt: They are wrong, and I told them so.

I have a letter here from their chair. Nobody else has seen it.

It says that the crews would rather stay.

Brandt: Then we agree."""
"""An interview in which only the answers are labelled after the first question."""


def test_what_stands_between_two_labels_of_one_person_is_asked(nlp: Language) -> None:
    doc = nlp(ANSWERS)
    held = [
        ANSWERS[a.content[0].start : a.content[-1].end]
        for a in doc._.briefing_attributions
        if a.source and a.source.of(ANSWERS) in ("Ilse Brandt", "Brandt")
    ]
    assert held[0].startswith("I will not.")
    assert not any("Will you" in words or "breaking your word" in words for words in held)
    assert "We will run it until the bridge is open." in held


def test_a_paragraph_after_which_another_person_speaks_goes_on(nlp: Language) -> None:
    text = (
        "CHAIR: Will you close the ferry?\n\nBRANDT: I will not.\n\nWe would rather close the bridge.\n\n"
        "CHAIR: And the crews?\n\nBRANDT: They stay with us."
    )
    found = {
        a.source.of(text)
        for a in nlp(text)._.briefing_attributions
        if a.source and "rather close" in text[a.content[0].start : a.content[-1].end]
    }
    assert found == {"BRANDT"}


def test_whoever_the_byline_names_only_asks(nlp: Language) -> None:
    text = f"The ferry will stay\n\nInterview by Marta Orr\n\n12 May 2025\n\n{ANSWERS}"
    assert "Marta Orr" not in {a.source.of(text) for a in nlp(text)._.briefing_attributions if a.source}


DEBATE = """House of Assembly

Harbour Fees (Amendment) Bill: Second Reading

The Minister for Ports (Ilse Brandt): This Bill will end the fee on small boats.

Sir Otto Quill (North Quay) (Con): Will she tell us what the pilots said?

Ilse Brandt: They said the same in 1988, and I did not believe them then.

Dr Marta Orr (Leeds West) (Lab): I support this Bill, and I have read all of it.

Mr Deputy Speaker (Mr Jan Weir): The question is, that the Bill be read again."""
"""A debate as parliaments print it: seat and party, or the holder of an office, in brackets behind the label."""


def test_brackets_behind_a_label_are_no_part_of_who_speaks(nlp: Language) -> None:
    spoken = {
        DEBATE[a.content[0].start :].split()[0]: a.source.of(DEBATE)
        for a in nlp(DEBATE)._.briefing_attributions
        if a.source and a.within is None
    }
    assert spoken == {
        "This": "Ilse Brandt",
        "Will": "Sir Otto Quill",
        "They": "Ilse Brandt",
        "I": "Dr Marta Orr",
        "The": "Mr Jan Weir",
    }


@pytest.mark.parametrize(
    "label", ["The Quarry Times (United States)", "The Earl of Orr (Liberal Democrat)", "Mr Speaker (East Orr)"]
)
def test_a_bracket_that_holds_no_name_does_not_speak(nlp: Language, label: str) -> None:
    text = f"A debate\n\nIlse Brandt: I ask for order.\n\n{label}: We oppose the fee.\n\nIlse Brandt: I thank them."
    sources = [a.source.of(text) for a in nlp(text)._.briefing_attributions if a.source]
    assert "Ilse Brandt" in sources and not {"United States", "Liberal Democrat", "East Orr"} & set(sources)


def test_what_the_newspaper_that_says_we_asks_is_nobodys(nlp: Language) -> None:
    text = (
        "The EU and Norland signed a deal. We asked Dr Ilse Brandt, a biologist, to explain it.\n\n"
        "Q: Is the deal good for the cod?\n\nA: Not really. I would have liked a longer pause.\n\n"
        "Q: Is it better than nothing?\n\nA: Yes, I think so, and the ministers know it."
    )
    held = [a.content[0].of(text) for a in nlp(text)._.briefing_attributions if a.source and not a.asked]
    assert any(words.startswith("Not really.") for words in held)
    assert not any(words.startswith("Is ") for words in held)
