"""What a text without markup is made of: given these lines, these blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Block
from briefing.structure import find_blocks, name_blocks

STORY = "The government of Lindmark said on Thursday that it would not accept a levy on cruise ships before the summer."
ANSWER = "Its transport minister, Tomas Relin, called the draft an absurdity and promised to vote against it in April."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in find_blocks(text)]


def kind_of(line: str) -> str:
    """What a line is in the middle of a text without blank lines."""
    text = "\n".join([STORY, ANSWER, line, STORY, ANSWER])
    return {words: kind for kind, words in kinds(text)}[line]


@pytest.mark.parametrize(
    "line",
    [
        "A Levy That Nobody Wants",
        "Harbour master hits back at the ministry",
        "ANGER IN THE PORT",
        "What happens next?",
        "2. A minimum age for captains",
        "Old promises",
        "Relin Weighs In on the Levy’s Future",
        "9:50 p.m.",
        "Tuesday 10 January",
        "Karlsund: the harbour that waits",
        "‘The south will be heard’",
    ],
)
def test_a_short_line_without_a_full_stop_above_text_is_a_heading(line: str) -> None:
    assert kind_of(line) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "The minister refused.",
        "“Nobody wants it,” she said.",
        "“Who will pay?”",
        "The council gave four reasons for its decision:",
        "Q: Will you sign it?",
        "Relin said the levy was dead, and so was the coalition!",
        "and nobody was surprised,",
        "HOLM: Would you sign it?",
    ],
)
def test_sentences_and_parts_of_sentences_are_running_text(line: str) -> None:
    assert kind_of(line) == "paragraph"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("READ ALSO: Harbour to close for dredging", "trailer"),
        ("Read more: Why Karlsund waits", "trailer"),
        ("Sign up for our morning newsletter here", "trailer"),
        ("(Reporting by Ines Okafor in Vessby; editing by Paul Lund)", "trailer"),
        ("Additional reporting by Maud Ellery", "trailer"),
        ("Editing by Karl Stenz", "trailer"),
        ("Reporting by Maud Ellery showed that the harbour had known of the crack for years.", "paragraph"),
        ("This article was amended on 4 March to correct a name.", "trailer"),
        ("© 2025 The Quayside Courier. All rights reserved.", "trailer"),
        ("Ines Okafor is a reporter at The Quayside Courier.", "trailer"),
        ("Subscribe", "trailer"),
        ("https://courier.example/levy", "trailer"),
        ("Photograph: Ines Okafor/The Courier", "caption"),
        ("Cruise ships in the old port on Monday. Photo by Ines Okafor", "caption"),
        ("• The levy would be five euros", "item"),
        ("> We never agreed to this", "quote"),
    ],
)
def test_wording_tells_trailers_captions_and_marked_lines(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Read the treaty again, the minister told parliament, and you will find no levy in it.",
        "Photographs of the meeting show that the two men did not shake hands at the end.",
        "Related industries would lose 4,000 jobs, the study found.",
        "By Friday the ports had closed and the ministry had stopped answering calls.",
        "Follow the money, Holm said, and it leads to the ministry.",
        "Copyright was the last open chapter of the trade talks.",
        "The editor of the paper is in prison.",
        "From our side nothing has changed, the envoy told reporters in Vessby.",
        "Comment sections are where the campaign was lost, the study argues.",
    ],
)
def test_sentences_that_begin_like_a_trailer_or_byline_are_running_text(line: str) -> None:
    assert kind_of(line) == "paragraph"


@pytest.mark.parametrize("line", ["Interview by Ines Okafor", "As told to Ines Okafor"])
def test_who_asked_is_named_in_a_byline(line: str) -> None:
    assert kinds(f"The levy is a start\n\n{line}\n\n{STORY}\n\n{ANSWER}")[1] == ("byline", line)


def test_the_head_of_a_wire_story() -> None:
    text = f"Lindmark Weighs a Levy on Cruise Ships\nBy Ines Okafor\nVESSBY, March 6 (Wire) — {STORY}\n{ANSWER}"
    assert kinds(text) == [
        ("heading", "Lindmark Weighs a Levy on Cruise Ships"),
        ("byline", "By Ines Okafor"),
        ("dateline", "VESSBY, March 6 (Wire) —"),
        ("paragraph", STORY),
        ("paragraph", ANSWER),
    ]


def test_the_title_is_a_heading_of_level_one_and_the_others_of_level_two() -> None:
    text = f"Lindmark Weighs a Levy\n\n{STORY}\n\nAnger in the port\n\n{ANSWER}"
    assert [b.level for b in find_blocks(text) if b.kind == "heading"] == [1, 2]


def test_a_title_that_ends_with_a_full_stop() -> None:
    assert kinds(f"The Levy Is Coming. Maybe.\n{STORY}\n{ANSWER}")[0] == ("heading", "The Levy Is Coming. Maybe.")


def test_lines_after_a_colon_are_items_although_nothing_marks_them() -> None:
    items = ["Five euros for every passenger", "Ten years of exemption for ferries", "No levy in the winter"]
    text = "\n".join([STORY, "The draft of the ministry names three points:", *items, ANSWER])
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph", "item", "item", "item", "paragraph"]


def test_a_heading_may_stand_over_items() -> None:
    items = [
        "Five euros for every passenger and day",
        "Ten years of exemption for the ferries",
        "No levy in the winter",
    ]
    text = "\n".join([STORY, "Key points", *items, ANSWER])
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "heading", "item", "item", "item", "paragraph"]


def test_turns_of_a_transcript_are_paragraphs_even_without_a_full_stop() -> None:
    text = f"A talk about the levy\nQ: Will it come\nHOLM: It will\nQ: In April\nHOLM: In May\n{STORY}"
    assert [kind for kind, _ in kinds(text)] == ["heading", *["paragraph"] * 5]


def test_markdown_signs_in_a_plain_text_lie_before_the_heading() -> None:
    text = f"## Summary\n\n{STORY}"
    assert next((b.kind, b.level, b.span.of(text)) for b in find_blocks(text)) == ("heading", 2, "Summary")


def test_numbered_lines_are_items_if_they_stand_together_and_headings_if_they_stand_alone() -> None:
    together = f"{STORY}\n1. Stop the levy\n2. Open the port\n{ANSWER}"
    alone = f"{STORY}\n1. The levy\n{ANSWER}\n2. The port\n{STORY}"
    assert [kind for kind, _ in kinds(together)] == ["paragraph", "item", "item", "paragraph"]
    assert [kind for kind, _ in kinds(alone)] == ["paragraph", "heading", "paragraph", "heading", "paragraph"]


def test_lines_broken_at_a_fixed_width_make_one_block() -> None:
    text = (
        "Anger in the port\n\n"
        "The government of Lindmark said on Thursday that it would not\n"
        "accept a levy on cruise ships before the summer. Its transport\n"
        "minister, Tomas Relin, called the draft an absurdity.\n\n"
        "- The levy would be five euros for every passenger, and ferries\n"
        "  would be exempt for ten years\n"
        "- The port would keep half of the money\n\n"
        "The port authority supports the charge, but only if the money\n"
        "goes to the quays.\n"
    )
    blocks = find_blocks(text)
    assert [block.kind for block in blocks] == ["heading", "paragraph", "item", "item", "paragraph"]
    assert blocks[1].span.of(text).count("\n") == 2


def test_broken_lines_without_blank_lines_are_parted_where_a_line_ends_early() -> None:
    text = (
        "The government of Lindmark said on Thursday that it would not accept\n"
        "a levy on cruise ships before the summer, whatever the ports say.\n"
        "Anger in the port\n"
        "The port authority supports the charge. Its director told the council\n"
        "that two berths could not be repaired without it, and she asked for\n"
        "a decision.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "heading", "paragraph"]


def test_an_empty_text_has_no_blocks() -> None:
    assert find_blocks("") == () and find_blocks(" \n\t\n") == ()


@given(
    st.lists(st.one_of(st.text(), st.sampled_from([STORY, "Title Case Here", "- item", "## x", "-----", "By A B", ""])))
)
def test_blocks_are_in_order_inside_the_text_and_leave_out_only_signs(lines: list[str]) -> None:
    text = "\n".join(lines)
    blocks = find_blocks(text)
    position = 0
    for block in blocks:
        words = block.span.of(text)
        assert position <= block.start < block.end <= len(text)
        assert words == words.strip()
        between = text[position : block.start]
        assert not any(character.isalnum() for character in between)
        position = block.end
    assert not any(character.isalnum() for character in text[position:])


def test_wording_names_the_paragraphs_of_a_document_with_markup() -> None:
    lines = [
        ("heading", "A levy on ships"), ("paragraph", "By Ines Okafor"), ("paragraph", "VESSBY — The port said no."),
        ("paragraph", "Read more: Why the herring is late"), ("item", "Read more: nothing"),
    ]  # fmt: skip
    text, blocks = "", []
    for kind, words in lines:
        blocks.append(Block(len(text), len(text) + len(words), kind))
        text += words + "\n\n"
    assert [(block.kind, block.span.of(text)) for block in name_blocks(text, blocks)] == [
        ("heading", "A levy on ships"),
        ("byline", "By Ines Okafor"),
        ("dateline", "VESSBY —"),
        ("paragraph", "The port said no."),
        ("trailer", "Read more: Why the herring is late"),
        ("item", "Read more: nothing"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "GENEVA, 12 May (Wire) --", "PARIS, June 4, 2025 (Wire) –", "TOKYO, Jan. 12 Coastwire -", "St. Louis (CW) —",
        "Nairobi, 3 March 2025 –", "KUALA LUMPUR, Aug 3 —", "CAIRO - 5 June 2025:", "WASHINGTON D.C. –",
    ],
)  # fmt: skip
def test_datelines_of_many_habits(head: str) -> None:
    assert kinds(f"A title\n\n{head} The port said no to the levy.")[1:] == [
        ("dateline", head),
        ("paragraph", "The port said no to the levy."),
    ]


@pytest.mark.parametrize(
    "line", ["The minister – who resigned in May – said nothing.", "UN Secretary-General - the top official - arrived."]
)
def test_dashes_in_a_sentence_make_no_dateline(line: str) -> None:
    assert kinds(f"A title\n\n{line}")[1:] == [("paragraph", line)]


def test_a_line_whose_sentence_goes_on_below_is_no_heading() -> None:
    text = (
        "A title\nThe port is quiet today, and the ships lie still.\n“We will serve,” she said\noutside the port.\n"
        "Parliament votes on Thursday\nand the outcome is open.\nThe vote\nNobody knows how it will end.\n"
    )
    assert [words for kind, words in kinds(text) if kind == "heading"] == ["A title", "The vote"]


def test_the_roles_below_a_byline_belong_to_it() -> None:
    text = "A title\nBy Ada Brandt and Karl Stenz\nPolitical Editors\nThe port said no to the levy on Thursday.\n"
    assert kinds(text)[1:3] == [("byline", "By Ada Brandt and Karl Stenz"), ("byline", "Political Editors")]


def test_a_list_at_the_end_may_have_a_heading() -> None:
    text = (
        "A title\n\nThe port said no to the levy on Thursday, and the board did not like it.\n\n"
        "Timeline\nMarch 2024: first talks\nMay 2024: second talks\nJune 2024: third talks\n"
    )
    assert kinds(text)[2:4] == [("heading", "Timeline"), ("item", "March 2024: first talks")]


def test_a_row_of_entries_is_no_heading() -> None:
    assert ("heading", "State · Share · Votes") not in kinds("A title\n\nState · Share · Votes\n\nThe port said no.")
