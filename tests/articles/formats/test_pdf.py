"""Pages as they are printed: columns, running heads, footnotes, tables, headings, words broken at the ends of lines."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.articles import read_article
from briefing.articles.formats.pdf_layout import order
from briefing.articles.formats.pdf_paragraphs import paragraphs_of
from briefing.articles.formats.pdf_pieces import Page, Piece
from briefing.model import Article

Placed = tuple[float, float, float, str]


def set_text(words: str, left: float, top: float, columns: int = 90, size: float = 11.0) -> list[Placed]:
    """Lines of a paragraph, from the top down."""
    lines = textwrap.wrap(words, columns)
    return [(left, top - 1.25 * size * number, size, line) for number, line in enumerate(lines)]


def read(data: bytes, folder: Path) -> Article:
    (folder / "a.pdf").write_bytes(data)
    return read_article(str(folder / "a.pdf"))


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


def test_columns_are_read_one_after_the_other(make: ModuleType, tmp_path: Path) -> None:
    left = [(60.0, 700.0 - 14 * n, 11.0, f"left line number {n} of the column") for n in range(8)]
    right = [(320.0, 700.0 - 14 * n, 11.0, f"right line number {n} of the column") for n in range(8)]
    rows = [line for pair in zip(left, right, strict=True) for line in pair]
    text = read(make.pdf([[(60.0, 760.0, 20.0, "A title over both of the columns here"), *rows]]), tmp_path).text
    assert text.index("A title over") < text.index("left line number 0")
    assert text.index("left line number 7") < text.index("right line number 0")


def test_running_heads_and_page_numbers_go_and_broken_words_are_joined(make: ModuleType, tmp_path: Path) -> None:
    def page(number: int) -> list[Placed]:
        body = [
            "The government of Lindmark announced that negoti-",
            "ations on the levy would begin in the spring of the year",
            f"and that meeting {'abcde'[number]} would be held in the harbour of",
            "Karlsund, as the ministry had wished.",
        ]
        return [
            (72.0, 800.0, 9.0, "The Quayside Courier"),
            (420.0, 800.0, 9.0, f"{number + 3} March 2025"),
            *((72.0, 700.0 - 14 * n, 11.0, line) for n, line in enumerate(body)),
            (290.0, 30.0, 9.0, str(number + 1)),
        ]

    article = read(make.pdf([page(n) for n in range(5)]), tmp_path)
    assert "Quayside" not in article.text and "March" not in article.text
    assert article.published is None
    assert "negotiations on the levy" in article.text
    assert not any(block.span.of(article.text).isdigit() for block in article.blocks)
    assert len(article.blocks) == 5


def test_a_line_of_text_that_comes_back_at_the_edge_of_a_page_is_kept(make: ModuleType, tmp_path: Path) -> None:
    page = [(72.0, 800.0 - 14 * n, 11.0, f"the same line {'abcdefghij'[n]} stands on every page") for n in range(10)]
    assert read(make.pdf([page, page, page]), tmp_path).text.count("line a stands") == 3


def test_words_that_come_back_at_other_heights_are_no_running_head(make: ModuleType, tmp_path: Path) -> None:
    pages = [
        [*set_text(make.PARAGRAPHS[0], 72, 740), (72.0, height, 11.0, "The port said no.")] for height in (60, 52, 71)
    ]
    assert read(make.pdf(pages), tmp_path).text.count("The port said no.") == 3


def test_what_a_browser_prints_at_the_edges_goes(make: ModuleType, tmp_path: Path) -> None:
    page = [
        (20.0, 825.0, 8.0, "3/6/25, 8:59 AM"),
        (250.0, 825.0, 8.0, "Lindmark Weighs a Levy"),
        *set_text(make.PARAGRAPHS[0], 60.0, 740.0),
        (20.0, 12.0, 8.0, "https://courier.example/levy"),
        (560.0, 12.0, 8.0, "1/1"),
    ]
    assert read(make.pdf([page]), tmp_path).text == make.PARAGRAPHS[0]


def test_a_compound_keeps_its_hyphen_if_the_document_writes_it_with_one(make: ModuleType, tmp_path: Path) -> None:
    lines = ["A long-term plan for the quays of the harbour, and one more long-", "term plan, the coun-", "cil said."]
    page = [(72.0, 700.0 - 14 * n, 11.0, line) for n, line in enumerate(lines)]
    assert read(make.pdf([page]), tmp_path).text.endswith("one more long-term plan, the council said.")


def test_footnotes_and_their_numbers_are_left_out_and_the_sentence_goes_on(make: ModuleType, tmp_path: Path) -> None:
    first = [
        *set_text("The port authority^1^ of Vessby supports the charge, its director said.^2^ She asked the", 72, 740),
        (72.0, 90.0, 8.0, "^1^ See the annual report of the authority, page 17."),
        (72.0, 80.0, 8.0, "^2^ In a letter of the third of March."),
    ]
    second = set_text("council for a decision in April.", 72, 740)
    article = read(make.pdf([first, second]), tmp_path)
    assert article.text == (
        "The port authority of Vessby supports the charge, its director said. She asked the council for a decision "
        "in April."
    )
    assert article.notes == ("footnotes left out",)


def test_small_print_that_is_no_footnote_stays(make: ModuleType, tmp_path: Path) -> None:
    page = [*set_text(make.PARAGRAPHS[0], 72, 740), (72.0, 90.0, 8.0, "The writer is a fellow of the institute.")]
    assert "The writer is a fellow" in read(make.pdf([page]), tmp_path).text


def test_bold_lines_are_headings_and_paragraphs_may_be_set_apart_by_indents(make: ModuleType, tmp_path: Path) -> None:
    page, y = [], 760.0
    for number, words in enumerate(make.PARAGRAPHS):
        page.append((72.0, y, 11.0, f"{make.HEADING} {'abc'[number]}"))
        for place, (left, top, size, line) in enumerate(set_text(words + " " + words, 72.0, y - 14)):
            page.append((left + (16 if place == 0 else 0), top, size, line))
            y = top - 14
    bold = tuple(f"{make.HEADING} {letter}" for letter in "abc")
    assert blocks(read(make.pdf([page], bold=bold), tmp_path)) == [
        block
        for number, words in enumerate(make.PARAGRAPHS)
        for block in (("heading", bold[number]), ("paragraph", words + " " + words))
    ]


def test_a_table_is_read_row_by_row(make: ModuleType, tmp_path: Path) -> None:
    rows = [
        ("Port", "Fee", "Share"),
        ("Vessby", "5.00", "60"),
        ("Karlsund", "4.20", "100"),
        ("Norrhaven", "3.75", "80"),
    ]
    cells = [(72.0 + 120 * c, 600.0 - 16 * r, 11.0, cell) for r, row in enumerate(rows) for c, cell in enumerate(row)]
    found = blocks(read(make.pdf([[*set_text(make.PARAGRAPHS[0], 72, 740), *cells]]), tmp_path))
    assert found == [("paragraph", make.PARAGRAPHS[0]), *(("paragraph", " · ".join(row)) for row in rows)]


def test_one_wide_gap_in_a_line_of_text_makes_no_table(make: ModuleType, tmp_path: Path) -> None:
    page = [(72.0, 700.0, 11.0, "Environmental"), (240.0, 700.0, 11.0, "organisations of the coast")]
    page += [(72.0, 686.0, 11.0, "welcomed the discussion of the exemption, they said.")]
    text = read(make.pdf([page]), tmp_path).text
    assert text == "Environmental organisations of the coast welcomed the discussion of the exemption, they said."


def test_a_large_first_letter_belongs_to_its_word(make: ModuleType, tmp_path: Path) -> None:
    page = [(72.0, 690.0, 36.0, "T"), (96.0, 704.0, 11.0, "he port of Vessby said no to the levy on")]
    page += [(96.0, 690.0, 11.0, "cruise ships, and the council agreed. The mayor")]
    page += [(72.0, 676.0, 11.0, "said that she had not been asked by anyone.")]
    assert read(make.pdf([page]), tmp_path).text == (
        "The port of Vessby said no to the levy on cruise ships, and the council agreed. The mayor said that she had "
        "not been asked by anyone."
    )


@pytest.mark.parametrize(
    ("matrix", "size"),
    [
        (lambda x, y: f"0 1 -1 0 {842 - y:.1f} {x:.1f}", b"[0 0 842 595]"),
        (lambda x, y: f"0 -1 1 0 {y:.1f} {595 - x:.1f}", b"[0 0 842 595]"),
        (lambda x, y: f"-1 0 0 -1 {595 - x:.1f} {842 - y:.1f}", b"[0 0 595 842]"),
    ],
    ids=["upwards", "downwards", "upside down"],
)
def test_a_page_that_was_turned_is_read_as_if_it_were_not(
    matrix: Callable[[float, float], str], size: bytes, make: ModuleType, tmp_path: Path
) -> None:
    upright = make.pdf()

    def turned(start: re.Match[bytes]) -> bytes:
        return f"BT {matrix(float(start[1]), float(start[2]))} Tm".encode()

    # The lengths of the streams are wrong now, which PDFium mends.
    data = re.sub(rb"BT ([\d.]+) ([\d.]+) Td", turned, upright).replace(b"[0 0 595 842]", size)
    assert blocks(read(data, tmp_path)) == blocks(read(upright, tmp_path))


def test_a_pdf_of_pictures_is_said_to_need_text_recognition(make: ModuleType, tmp_path: Path) -> None:
    from briefing.errors import UndecodableError

    with pytest.raises(UndecodableError, match="pictures of pages but no text"):
        read(make.pdf([[]]), tmp_path)


PIECES = st.builds(
    lambda left, bottom, width, size, words: Piece(left, bottom, left + width, bottom + size, words),
    st.floats(0, 600), st.floats(0, 842), st.floats(1, 500), st.floats(1, 40), st.text("ab.-· 1", min_size=1),
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40))
def test_every_piece_is_read_once_wherever_it_stands(pieces: list[Piece]) -> None:
    assert sorted(map(id, order(pieces))) == sorted(map(id, pieces))


@settings(max_examples=60)
@given(st.lists(st.lists(PIECES, max_size=20).map(lambda pieces: Page(pieces, 842.0)), max_size=4))
def test_any_places_give_paragraphs(pages: list[Page]) -> None:
    for paragraph in paragraphs_of(pages)[0]:
        assert paragraph.words


def test_a_box_beside_the_text_is_read_by_itself(make: ModuleType, tmp_path: Path) -> None:
    story = " ".join(make.PARAGRAPHS[:2])
    beside = set_text(story, 60.0, 700.0, columns=48)
    box = [
        (360.0, 697.0, 9.0, "Key messages"),
        *((360.0, 684.0 - 24 * n, 9.0, "•") for n in range(3)),
        *((372.0, 684.0 - 24 * n, 9.0, f"The levy of the port is item {n} in this")for n in range(3)),
        *((372.0, 673.0 - 24 * n, 9.0, "long list.") for n in range(3)),
    ]  # fmt: skip
    rows = sorted([*beside, *box], key=lambda line: -line[1])
    below = set_text(make.PARAGRAPHS[2], 60.0, beside[-1][1] - 40.0)
    text = read(make.pdf([[(60.0, 760.0, 20.0, "A title over the text and the box"), *rows, *below]]), tmp_path).text
    assert story in text
    assert text.index("Key messages") > text.index(story[-20:]) < text.index("• The levy of the port is item 1 in this")


def test_paragraphs_of_one_line_each_are_not_joined(make: ModuleType, tmp_path: Path) -> None:
    lines = [f"The port said no to levy number {n}." for n in range(12)]
    page = [(72.0, 780.0 - 26 * n, 11.0, line) for n, line in enumerate(lines)]
    page += set_text(" ".join(make.PARAGRAPHS[:3]), 72.0, 780.0 - 26 * 12)
    article = read(make.pdf([page]), tmp_path)
    assert [words for _, words in blocks(article)][:12] == lines


def test_what_a_browser_prints_goes_although_text_stands_close_to_it(make: ModuleType, tmp_path: Path) -> None:
    first = set_text(make.PARAGRAPHS[0], 30.0, 740.0)
    second = [(20.0, 825.0, 8.0, "3/6/25, 8:59 AM"), *set_text(make.PARAGRAPHS[1], 30.0, 815.0)]
    assert "8:59" not in read(make.pdf([first, second]), tmp_path).text


def test_the_number_of_a_footnote_may_stand_apart_from_its_text(make: ModuleType, tmp_path: Path) -> None:
    notes = [(72.0, 40.0, 8.0, "1"), (92.0, 40.0, 8.0, "See the annual report of the authority, page 17.")]
    article = read(make.pdf([[*set_text(make.PARAGRAPHS[0], 72, 740), *notes]]), tmp_path)
    assert article.text == make.PARAGRAPHS[0] and article.notes == ("footnotes left out",)


def test_the_title_of_a_printed_page_is_without_the_name_of_the_site(make: ModuleType, tmp_path: Path) -> None:
    page = [(72.0, 780.0, 20.0, "A levy for the quay"), *set_text(make.PARAGRAPHS[0], 72, 740)]
    assert read(make.pdf([page], title="A levy for the quay | The Courier"), tmp_path).title == "A levy for the quay"
