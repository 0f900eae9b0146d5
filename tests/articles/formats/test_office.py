"""What word processors write: styles, bold lines, lists, tables, boxes and notes of DOCX, ODT and RTF files."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from briefing.articles import read_article

LONG = "The harbour board decided on Thursday that the levy for the northern quay will be raised next spring."
CELL = "The port refused the levy, and its director said so in a long letter to the board of the harbour."


def layout(data: bytes, name: str, folder: Path) -> list[tuple[str, int, str]]:
    (folder / name).write_bytes(data)
    article = read_article(str(folder / name))
    return [(block.kind, block.level, block.span.of(article.text)) for block in article.blocks]


def word(words: str, properties: str = "", letters: str = "") -> str:
    run = f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def style(name: str, inside: str, identity: str = "own") -> str:
    return f'<w:style w:styleId="{identity}"><w:name w:val="{name}"/>{inside}</w:style>'


def styled(words: str, identity: str = "own") -> str:
    return word(words, f'<w:pStyle w:val="{identity}"/>')


@pytest.mark.parametrize(
    ("definition", "expected"),
    [
        (style("List Bullet", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'), ("item", 1)),
        (style("Chapter", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), ("heading", 2)),
        (style("Chapter", '<w:basedOn w:val="berschrift2"/>'), ("heading", 2)),
        (style("Intense Quote", ""), ("quote", 0)),
        (style("Quotations", ""), ("quote", 0)),
        (style("caption", ""), ("caption", 0)),
        (style("Body Text", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'), ("paragraph", 0)),
        (style("Subtitle", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'), ("paragraph", 0)),
        (style("Loop", '<w:basedOn w:val="own"/>'), ("paragraph", 0)),
    ],
)
def test_a_paragraph_of_word_is_what_its_style_says(
    definition: str, expected: tuple[str, int], make: ModuleType, tmp_path: Path
) -> None:
    body = word(LONG) + styled("We want a fair price.") + word(LONG)
    found = layout(make.docx(body, "", definition), "a.docx", tmp_path)
    assert (*expected, "We want a fair price.") in found


def test_a_list_that_a_paragraph_of_word_leaves_is_no_list(make: ModuleType, tmp_path: Path) -> None:
    definition = style("List Bullet", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>')
    left = word("No bullet here.", '<w:pStyle w:val="own"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert ("paragraph", 0, "No bullet here.") in layout(
        make.docx(word(LONG) + left, "", definition), "a.docx", tmp_path
    )


def test_bold_lines_over_text_are_headings(make: ModuleType, tmp_path: Path) -> None:
    bold = "<w:b/>"
    body = (
        word("Who pays for the quay", "", bold) + word("Policy brief, 4 June 2024") + word("The two sides", "", bold)
        + word(LONG) + word("Nobody asked us", "", '<w:b w:val="0"/>') + word("Refused by all", "", bold)
        + word("KEY FINDINGS") + word(LONG) + word("For now", "", bold) + word(f"{LONG} {LONG}", "", bold)
    )  # fmt: skip
    found = layout(make.docx(body), "a.docx", tmp_path)
    assert [(kind, level, words) for kind, level, words in found if kind == "heading"] == [
        ("heading", 1, "Who pays for the quay"),
        ("heading", 2, "The two sides"),
        ("heading", 2, "KEY FINDINGS"),
    ]
    assert ("dateline", 0, "Policy brief, 4 June 2024") in found


def test_tables_of_contents_and_hidden_words_are_left_out(make: ModuleType, tmp_path: Path) -> None:
    body = styled("The two sides 3") + word("Nobody sees this.", "", "<w:vanish/>") + word(LONG)
    assert layout(make.docx(body, "", style("toc 1", "")), "a.docx", tmp_path) == [("paragraph", 0, LONG)]


def test_what_stands_in_a_text_box_comes_once_and_after_its_paragraph(make: ModuleType, tmp_path: Path) -> None:
    box = f"<w:txbxContent>{word('Figure 1: The quay')}</w:txbxContent>"
    other = 'xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    choices = f"<m:Choice>{box}</m:Choice><m:Fallback>{box}</m:Fallback>"
    drawn = f"<m:AlternateContent {other}>{choices}</m:AlternateContent>"
    body = f"<w:p><w:r>{drawn}</w:r><w:r><w:t>{LONG}</w:t></w:r></w:p>"
    assert layout(make.docx(body), "a.docx", tmp_path) == [
        ("paragraph", 0, LONG),
        ("caption", 0, "Figure 1: The quay"),
    ]


def test_rows_of_entries_are_one_block_and_cells_with_text_one_each(make: ModuleType, tmp_path: Path) -> None:
    def cells(*words: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{word(one)}</w:tc>" for one in words) + "</w:tr>"

    found = layout(make.docx(word(LONG) + cells("State", "Share") + cells(LONG, CELL)), "a.docx", tmp_path)
    assert [words for _, _, words in found] == [LONG, "State · Share", LONG, CELL]


def test_raised_signs_of_notes_go_and_raised_figures_stay(make: ModuleType, tmp_path: Path) -> None:
    def raised(words: str, where: str = "superscript") -> str:
        return f'<w:r><w:rPr><w:vertAlign w:val="{where}"/></w:rPr><w:t>{words}</w:t></w:r>'

    def plain(words: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'

    words = plain("It costs 10") + raised("6") + plain(" for CO") + raised("2", "subscript") + plain(".") + raised("12")
    body = f"<w:p>{words}</w:p>"
    assert layout(make.docx(body), "a.docx", tmp_path) == [("paragraph", 0, "It costs 10⁶ for CO₂.")]


STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
    '<style:style style:name="P2" style:parent-style-name="Title"/>'
    '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Up"><style:text-properties style:text-position="super 58%"/></style:style>'
)


def test_a_paragraph_of_opendocument_is_what_its_style_says(make: ModuleType, tmp_path: Path) -> None:
    body = (
        f'<text:p text:style-name="P2">Who pays</text:p><text:p>{LONG}</text:p>'
        '<text:p><text:span text:style-name="B">The two sides</text:span></text:p>'
        f'<text:p>{LONG}<text:span text:style-name="Up">3</text:span></text:p>'
        '<text:p text:style-name="P1">No toll without a vote.</text:p>'
        f'<text:h text:outline-level="2">What is next</text:h><text:p>{LONG}</text:p>'
    )
    assert layout(make.odt(body, styles=STYLES), "a.odt", tmp_path) == [
        ("heading", 1, "Who pays"),
        ("paragraph", 0, LONG),
        ("heading", 2, "The two sides"),
        ("paragraph", 0, LONG),
        ("quote", 0, "No toll without a vote."),
        ("heading", 2, "What is next"),
        ("paragraph", 0, LONG),
    ]


def test_comments_are_left_out_and_boxes_come_after_their_paragraph(make: ModuleType, tmp_path: Path) -> None:
    box = "<draw:frame><draw:text-box><text:p>Figure 1: The quay</text:p></draw:text-box></draw:frame>"
    note = "<office:annotation><text:p>Is this true?</text:p></office:annotation>"
    body = f"<text:p>{box}{LONG}{note}</text:p>"
    assert layout(make.odt(body), "a.odt", tmp_path) == [("paragraph", 0, LONG), ("caption", 0, "Figure 1: The quay")]


def test_rows_of_an_opendocument_table(make: ModuleType, tmp_path: Path) -> None:
    cells = "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in ("State", "Share"))
    body = f"<text:p>{LONG}</text:p><table:table><table:table-row>{cells}</table:table-row></table:table>"
    assert layout(make.odt(body), "a.odt", tmp_path)[1:] == [("paragraph", 0, "State · Share")]


def test_rows_and_bullets_of_rich_text(tmp_path: Path) -> None:
    source = (
        rf"{{\rtf1\ansi {LONG}\par \u61623?\tab First point.\par \u61623?\tab Second point.\par "
        rf"State\cell Share\cell\row {LONG}\cell {CELL}\cell\row}}"
    )
    assert layout(source.encode(), "a.rtf", tmp_path) == [
        ("paragraph", 0, LONG),
        ("item", 1, "•\tFirst point."),
        ("item", 1, "•\tSecond point."),
        ("paragraph", 0, "State · Share"),
        ("paragraph", 0, LONG),
        ("paragraph", 0, CELL),
    ]


def test_what_rich_text_says_of_itself_is_read_in_its_code_page(tmp_path: Path) -> None:
    source = rb"{\rtf1\ansi\ansicpg1251{\info{\title \'cf\'f3\'f2\u1100?}{\author Ada Brandt}}The port said no.}"
    (tmp_path / "a.rtf").write_bytes(source)
    article = read_article(str(tmp_path / "a.rtf"))
    assert (article.title, article.byline) == ("Путь", "Ada Brandt")
