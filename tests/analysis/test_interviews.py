"""Interviews of two, read by the whole pipeline: who asks holds nothing."""

from __future__ import annotations

from spacy.language import Language

INTERVIEW = """Ana Ruiz has led the Pilots' Guild since 2019. She spoke to the Herald about the ferry tax.

Herald: Do you support the ferry tax?

Ruiz: No.

Herald: Would you accept a tax on large ferries?

Ruiz: Yes, if the small boats are left alone.

Herald: Will your members take part in the vote?

Ruiz: No, unless the price of fuel is cut."""
"""An interview of two whose newspaper is named without an article in the labels."""


def test_whoever_asks_the_only_other_speaker_holds_nothing_of_it(nlp: Language) -> None:
    found = [a for a in nlp(INTERVIEW)._.briefing_attributions if not a.asked]
    assert not any(INTERVIEW[a.content[0].start : a.content[-1].end].endswith("?") for a in found)
    assert "No." in [INTERVIEW[a.content[0].start : a.content[-1].end] for a in found]


def test_a_person_whom_the_article_names_may_ask_and_hold(nlp: Language) -> None:
    text = f"Senator Otto Herald questioned her for an hour.\n\n{INTERVIEW.replace('the Herald', 'the committee')}"
    assert not any(a.asked for a in nlp(text)._.briefing_attributions)


def test_a_condition_answers_the_question(nlp: Language) -> None:
    doc = nlp(INTERVIEW)
    words = "Yes, if the small boats are left alone."
    answer = next(a for a in doc._.briefing_attributions if a.content[0].of(INTERVIEW) == words)
    question = next(a for a in doc._.briefing_attributions if "large ferries" in a.content[0].of(INTERVIEW))
    assert doc._.briefing_issue_of.get(answer.id) == doc._.briefing_issue_of.get(question.id)
    assert doc._.briefing_judgements[answer.id].stance == "conditional"
