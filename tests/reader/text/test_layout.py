"""The rows of the article pane."""

from __future__ import annotations

from fixtures import ARTICLE, BRIEFING, STATEMENTS, span
from hypothesis import given
from hypothesis import strategies as st

from briefing.exports.passages import Passages, paragraph_numbers
from briefing.model import Article, Block, Mention, Span
from briefing.reader.text.highlights import RANKS, Mark, Marks, evidence_marks, pieces_of, stakeholder_marks
from briefing.reader.text.layout import lay_out


def rows(width: int = 60) -> list[str]:
    layout = lay_out(ARTICLE, width)
    return [ARTICLE.text[line.start : line.end] for line in layout.lines]


def test_title_and_byline_stand_together_and_paragraphs_apart() -> None:
    assert rows()[:4] == [
        "Harbour Towns Split over the Night Ferry",
        "By Inga Lorentz",
        "",
        "PORT SELMA — The council of Port Selma will vote on Monday",
    ]


def test_a_heading_stands_on_its_paragraph_and_items_on_each_other() -> None:
    found = rows()
    assert found[found.index("Who Pays") + 1].startswith("The state of Norrland")
    assert found[found.index("The ferry would cost four million a year.") + 1] == "Tickets would bring in one million."


def test_paragraphs_are_numbered_and_headings_are_not() -> None:
    numbers = paragraph_numbers(ARTICLE.blocks)
    assert numbers == [None, None, 1, 2, None, 3, 4, 5, 6, None, 7, None]
    assert [Passages(ARTICLE).paragraph(block.start) for block in ARTICLE.blocks] == numbers


def test_a_dateline_runs_into_its_paragraph() -> None:
    text = "SELMA — The council met.\nIt voted."
    blocks = (Block(0, 7, "dateline"), Block(8, 24, "paragraph"), Block(25, 34, "paragraph"))
    layout = lay_out(Article(text=text, blocks=blocks), 40)
    assert [text[line.start : line.end] for line in layout.lines] == ["SELMA — The council met.", "", "It voted."]
    assert paragraph_numbers(layout.blocks) == [1, 2]


def test_a_text_without_blocks_is_read_line_by_line() -> None:
    article = Article(text="One line.\n\nAnother line.\n")
    assert [line.start for line in lay_out(article, 40).lines if line.block != -1] == [0, 11]


def test_an_empty_text_has_no_rows() -> None:
    assert lay_out(Article(text=""), 40).lines == []


@given(st.integers(10, 120), st.integers(0, len(ARTICLE.text) - 1))
def test_the_row_of_a_character_shows_it(width: int, offset: int) -> None:
    layout = lay_out(ARTICLE, width)
    line = layout.lines[layout.line_at(offset)]
    assert line.start <= offset
    if not ARTICLE.text[offset].isspace():
        assert offset < line.end


@given(st.text(alphabet=st.sampled_from("ab \n中é“"), max_size=200), st.integers(4, 30))
def test_rows_are_in_order_and_cover_the_blocks(text: str, width: int) -> None:
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = position + len(line) - len(line.lstrip())
            blocks.append(Block(start, position + len(line.rstrip()), "paragraph"))
        position += len(line) + 1
    layout = lay_out(Article(text=text, blocks=tuple(blocks)), width)
    shown = "".join("".join(text[line.start : line.end].split()) for line in layout.lines)
    assert shown == "".join(text.split())


def test_overlapping_marks_lie_over_each_other() -> None:
    marks = (Mark(0, 10, "content"), Mark(4, 14, "mention_name"))
    assert pieces_of("0123456789abcdefgh", 0, 16, "text", marks) == [
        ("0123", "text+content"),
        ("456789", "text+content+mention_name"),
        ("abcd", "text+mention_name"),
        ("ef", "text"),
    ]


def test_marks_are_cut_to_rows() -> None:
    layout = lay_out(ARTICLE, 40)
    marks = Marks([Mark(span("council").start, span("night ferry").end, "content")])
    found = [(line, marks.between(line.start, line.end)) for line in layout.lines]
    assert len([on_row for _, on_row in found if on_row]) > 2
    for line, on_row in found:
        assert all(line.start <= mark.start < mark.end <= line.end for mark in on_row)


PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(RANKS[:7])), max_size=8)


@given(PLACES, st.sets(st.integers(0, 20), max_size=8), st.integers(0, 50), st.integers(1, 30))
def test_the_marks_of_a_row_are_those_that_touch_it(
    places: list[tuple[int, int, str]], found: set[int], start: int, length: int
) -> None:
    marks = [Mark(begin, begin + size, role) for begin, size, role in places]
    matches = [Span(4 * place, 4 * place + 3) for place in sorted(found)]
    end = start + length
    expected = marks + [
        Mark(one.start, one.end, "match_current" if not at else "match") for at, one in enumerate(matches)
    ]
    expected = [
        Mark(max(one.start, start), min(one.end, end), one.role)
        for one in expected
        if one.start < end and one.end > start
    ]
    shown = Marks(marks, matches, 0).between(start, end)
    assert sorted(shown) == sorted(expected)
    assert [RANKS.index(one.role) for one in shown] == sorted(RANKS.index(one.role) for one in shown)


def test_source_cue_content_and_mentions_are_marked_differently() -> None:
    marks = stakeholder_marks([Mention(0, 5, "pronoun")], [STATEMENTS[0]])
    assert {mark.role for mark in marks} == {"mention_pronoun", "content", "source", "cue"}
    assert {mark.role for mark in evidence_marks(STATEMENTS[0])} == {"evidence", "source", "cue"}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_pieces_are_the_text(spans: list[tuple[int, int]]) -> None:
    text = "x" * 15 + "y" * 15
    marks = tuple(Mark(min(pair), max(pair), "content") for pair in spans if pair[0] != pair[1])
    assert "".join(piece for piece, _ in pieces_of(text, 0, 30, "text", marks)) == text


def test_the_fixture_is_sound() -> None:
    for statement in BRIEFING.statements:
        for piece in statement.content:
            assert isinstance(piece, Span) and piece.of(ARTICLE.text).strip()
