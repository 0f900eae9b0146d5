"""Sentences stay inside blocks, and line breaks inside a block end none."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import briefing.analysis.structure.component  # noqa: F401  (registers the step)
from briefing.analysis.models import installed_package


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The model's own steps after ours, without the rest of the analysis."""
    pipeline = spacy.load(installed_package("en_core_web_sm"))
    pipeline.add_pipe("briefing_structure", first=True)
    return pipeline


def sentences(nlp: Language, text: str) -> list[str]:
    return [sentence.text.strip() for sentence in nlp(text).sents]


def test_a_heading_is_a_sentence_of_its_own(nlp: Language) -> None:
    text = "Transport Minister Tomas Relin Weighs In\nTomas Relin rejected the levy on Monday."
    assert sentences(nlp, text) == text.split("\n")


def test_broken_lines_are_read_through(nlp: Language) -> None:
    text = (
        "The government of Lindmark said on Monday that it\nwould not accept any levy on ships before the summer,\n"
        "and its foreign minister, Tomas Relin, called it\nabsurd."
    )
    assert sentences(nlp, text) == [text]


def test_a_dateline_and_a_bullet_stand_before_the_sentence(nlp: Language) -> None:
    text = "VESSBY — Lindmark rejected the levy.\n- Ports would lose money.\n- Ships would go elsewhere."
    assert sentences(nlp, text) == [
        "VESSBY —",
        "Lindmark rejected the levy.",
        "-",
        "Ports would lose money.",
        "-",
        "Ships would go elsewhere.",
    ]


@pytest.mark.parametrize("clock", ["11:15", "11.15am", "11:15 GMT –", "11:15:"])
def test_the_time_of_a_live_report_stands_before_the_sentence(nlp: Language, clock: str) -> None:
    assert sentences(nlp, f"{clock} Lindmark rejected the levy.")[-1] == "Lindmark rejected the levy."


def test_the_number_of_a_paragraph_stands_before_the_sentence(nlp: Language) -> None:
    text = "2.1 The guild welcomed it.\n\n2.2 Concern was expressed.\n\n2.2.1 Lindmark rejected the levy."
    assert sentences(nlp, text)[1::2] == [
        "The guild welcomed it.",
        "Concern was expressed.",
        "Lindmark rejected the levy.",
    ]


def test_a_single_figure_is_no_number_of_a_paragraph(nlp: Language) -> None:
    assert sentences(nlp, "2.5 Degrees is the limit of the accord.") == ["2.5 Degrees is the limit of the accord."]


def test_a_price_at_the_start_is_no_time(nlp: Language) -> None:
    assert sentences(nlp, "12.50 pounds is too much.") == ["12.50 pounds is too much."]


@pytest.mark.parametrize(
    "sentence",
    [
        "As the hon. Member for Leeds West said, this is about dignity.",
        "The Rt. Hon. Ilse Brandt spoke against it.",
        "The motion of Cllr. Orr was lost.",
    ],
)
def test_a_title_with_a_full_stop_ends_no_sentence(nlp: Language, sentence: str) -> None:
    assert sentences(nlp, sentence) == [sentence]


def test_blocks_that_the_loader_found_are_kept(nlp: Language) -> None:
    from briefing.model import Block

    doc = nlp.make_doc("One two. Three four.")
    doc._.briefing_blocks = (Block(0, 8, "item", 1), Block(9, 20, "paragraph"))
    doc = nlp.get_pipe("briefing_structure")(doc)
    assert [block.kind for block in doc._.briefing_blocks] == ["item", "paragraph"]
    assert [token.text for token in doc if token.is_sent_start] == ["One", "Three"]


def test_an_empty_text_passes(nlp: Language) -> None:
    assert sentences(nlp, "") == []
