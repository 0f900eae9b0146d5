"""Turns of transcripts: who speaks in a block that begins with a label."""

from __future__ import annotations

from spacy.language import Language


def test_the_name_in_brackets_speaks(nlp: Language) -> None:
    text = "Q. (Senator Ruiz) Would you pay for it?\n\nA. (Mr. Wei) We would not.\n\nQ. (Senator Ruiz) You never did?"
    found = nlp(text)._.briefing_attributions
    assert [a.source.of(text) for a in found if a.source] == ["Senator Ruiz", "Mr. Wei", "Senator Ruiz"]


def test_brackets_without_a_name_are_no_speaker(nlp: Language) -> None:
    text = "\n\n".join(["Q. (   ) Would you pay for it?", "A. (   ) We would not pay a cent."] * 3)
    assert [a.source for a in nlp(text)._.briefing_attributions if a.source] == []
