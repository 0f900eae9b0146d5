"""Dates and languages: what is recognised, and what is left unknown because it could mean two things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.articles.document import Document
from briefing.articles.language import NAMES, detect_language, function_words
from briefing.articles.metadata import find_date, metadata
from briefing.structure import find_blocks


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2025-03-06T08:00:00Z", "2025-03-06"),
        ("Thursday, 6 March 2025", "2025-03-06"),
        ("March 6th, 2025", "2025-03-06"),
        ("Published on Sept. 3, 2024 at 10.30", "2024-09-03"),
        ("6 Mar 2025", "2025-03-06"),
        ("March 2025", "2025-03"),
        ("03/06/2025", ""),
        ("2025-13-01", ""),
        ("31 February 2025", ""),
        ("0101-01-01T00:00:00+00:00", ""),
        ("Working Paper 12, May 2025", "2025-05"),
        ("on Thursday", ""),
    ],
)
def test_dates(words: str, date: str) -> None:
    assert find_date(words) == date


@pytest.mark.parametrize(
    "title", ["Microsoft Word - levy.docx", "untitled", "levy_final.indd", "Document1", "print.html"]
)
@pytest.mark.parametrize("author", ["Administrator", "Microsoft Office User", "python-docx", "user", "Owner"])
def test_what_programs_write_into_documents_is_neither_title_nor_author(title: str, author: str) -> None:
    known, origins = metadata(Document(title=title, byline=author), "", ())
    assert (known, origins) == ({}, {})


@pytest.mark.parametrize(
    ("title", "author"), [("Document of Record", "Owner Ines"), ("Users of the port", "Ines User")]
)
def test_titles_and_authors_that_only_begin_so_are_kept(title: str, author: str) -> None:
    known, _ = metadata(Document(title=title, byline=author), "", ())
    assert (known["title"], known["byline"]) == (title, author)


@given(st.text(max_size=100))
def test_a_date_is_always_a_date(words: str) -> None:
    date = find_date(words)
    assert date == "" or (len(date) in (7, 10) and date[4] == "-" and 1 <= int(date[5:7]) <= 12)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that the levy would not be accepted by the port, and that it was a mistake.", "en"),
        ("Der Minister sagte, dass die Abgabe nicht kommen wird und dass der Hafen sich auf den Sommer freut.", "de"),
        ("Le ministre a déclaré que la taxe ne sera pas acceptée par les ports et que c’est une erreur.", "fr"),
        ("El ministro dijo que el impuesto no será aceptado por los puertos y que es un error para la ciudad.", "es"),
        ("O ministro disse que a taxa não será aceite pelos portos e que é um erro para a cidade do norte.", "pt"),
        ("Il ministro ha detto che la tassa non sarà accettata dai porti e che è un errore per la città.", "it"),
        (
            "De minister zei dat de heffing niet door de havens wordt aanvaard en dat het een fout is voor de stad.",
            "nl",
        ),
        ("Minister powiedział, że opłata nie zostanie przyjęta przez porty i że jest to błąd dla miasta.", "pl"),
        ("Bakan, verginin limanlar için bir hata olduğunu ve kabul edilmeyecek kadar çok para olduğunu söyledi.", "tr"),
        ("Министр сказал, что порты не примут этот сбор и что это ошибка.", "ru"),
        ("Міністр сказав, що порти не приймуть цей збір і що це помилка.", "uk"),
        ("قال الوزير إن الموانئ لن تقبل هذه الضريبة وإنها خطأ كبير", "ar"),
        ("部长说港口不会接受这项税收,这是一个错误,城市将为此付出代价。", "zh"),
        ("大臣は、港はこの税を受け入れないと述べ、それは間違いだと語った。", "ja"),
        ("장관은 항구가 이 세금을 받아들이지 않을 것이라고 말했다.", "ko"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "OK", "12345 67890 !!!", "Lorem"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_an_english_text_with_foreign_names_and_a_quotation_is_english() -> None:
    text = "The minister, José María de la Cruz, said “no pasarán” to the port of Łódź and to Århus on Monday."
    assert detect_language(text) == "en"


def test_every_language_has_a_name() -> None:
    assert set(function_words()) <= set(NAMES)


def known_of(text: str) -> dict[str, str]:
    known, _ = metadata(Document(text=text), text, find_blocks(text))
    return known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Friday, Nothing Was Left of the Deal\nThe port said no to the levy on Thursday.\n", None),
        ("A levy\nBy Ines Okafor | 6 March 2025\nThe port said no to the levy on Thursday.\n", "Ines Okafor"),
        ("A levy\nBy Our Correspondent\nThe port said no to the levy on Thursday.\n", None),
    ],
)
def test_a_byline_is_a_name(text: str, expected: str | None) -> None:
    assert known_of(text).get("byline") == expected


@pytest.mark.parametrize(("words", "publisher"), [("Coast Wire 24", "Coast Wire 24"), ("March 3", None)])
def test_an_agency_in_a_dateline_is_no_date(words: str, publisher: str | None) -> None:
    text = f"A levy\n\nVESSBY ({words}) — The port said no to the levy on Thursday.\n"
    assert known_of(text).get("publisher") == publisher


def test_the_name_of_a_section_is_no_title() -> None:
    text = "WORLD\n\nLindmark weighs a levy\n\nThe port said no to the levy on Thursday, and so did the board.\n"
    assert known_of(text)["title"] == "Lindmark weighs a levy"
