"""Given a briefing, the linear text that a screen reader speaks and a dumb terminal prints."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.exports import render
from briefing.exports.plain import render_plain
from briefing.model import Analysis, Article, Block, Briefing, Issue, Position, Span, Stakeholder, Statement
from briefing.schema import from_json

TEXT = (
    "Harbour tax\n\n“We will never pay this,” said Dana Okoro, the mayor of Lintz. "
    "The port authority wants the tax\nif ships grow. Critics once called it theft."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


BRIEFING = Briefing(
    article=Article(
        title="Harbour tax",
        byline="Ann Lee",
        published="2026-03-01",
        words=28,
        text=TEXT,
        blocks=(Block(0, 11, "heading", 1), Block(13, len(TEXT), "paragraph")),
    ),
    analysis=Analysis(version="1", model="m", model_version="1"),
    stakeholders=(
        Stakeholder(id="okoro", name="Dana Okoro", kind="person", role="the mayor of Lintz"),
        Stakeholder(id="port", name="Port authority", kind="organization"),
        Stakeholder(id="critics", name="Critics", kind="group"),
        Stakeholder(id="lintz", name="Lintz", kind="organization"),
    ),
    issues=(Issue(id="tax", label="harbour tax"),),
    statements=(
        Statement(
            id="s1",
            stakeholder="okoro",
            form="direct",
            content=(span("“We will never pay this,”"),),
            stance="opposes",
            confidence=0.9,
        ),
        Statement(
            id="s2",
            stakeholder="port",
            form="indirect",
            content=(span("wants the tax\nif ships grow"),),
            stance="conditional",
            condition=span("if ships grow"),
            confidence=0.6,
        ),
        Statement(id="s3", stakeholder="critics", form="indirect", content=(span("called it theft"),), status="past"),
        Statement(id="s4", stakeholder=None, form="indirect", content=(span("the tax"),)),
    ),
    positions=(
        Position(stakeholder="okoro", issue="tax", stance="opposes", statements=("s1",)),
        Position(stakeholder="port", issue="tax", stance="conditional", statements=("s2",)),
    ),
    notes=("Two figures contradict each other.",),
)


def test_the_whole_page() -> None:
    assert render_plain(BRIEFING, 0) == (
        "Harbour tax\n"
        "Ann Lee, 2026-03-01\n"
        "28 words\n"
        "\n"
        "STAKEHOLDERS\n"
        "- Dana Okoro: person, the mayor of Lintz, 1 statement\n"
        "- Port authority: organization, 1 statement\n"
        "- Critics: group, 1 statement\n"
        "- Lintz: organization, no statement\n"
        "\n"
        "POSITIONS\n"
        "- Dana Okoro: opposes: harbour tax. “We will never pay this”\n"
        "- Port authority: conditional: harbour tax. "
        "In the article's words: The port authority wants the tax if ships grow.\n"
        "\n"
        "OTHER STATEMENTS\n"
        "- Critics (in the past): In the article's words: Critics once called it theft.\n"
        "- Someone not named: In the article's words: The port authority wants the tax if ships grow.\n"
        "\n"
        "NOTES\n"
        "- Two figures contradict each other.\n"
        "\n"
        "ARTICLE\n"
        "\n"
        "Harbour tax\n"
        "\n"
        "“We will never pay this,” said Dana Okoro, the mayor of Lintz. The port authority wants the tax "
        "if ships grow. Critics once called it theft.\n"
    )


def with_statement(name: str, **changes: object) -> Briefing:
    statements = tuple(
        msgspec.structs.replace(one, **changes) if one.id == name else one for one in BRIEFING.statements
    )
    return msgspec.structs.replace(BRIEFING, statements=statements)


def test_a_condition_that_stands_apart_from_the_words_follows_them() -> None:
    page = render_plain(with_statement("s2", condition=span("Critics once")), 0)
    assert "In the article's words: The port authority wants the tax if ships grow. Condition: Critics once\n" in page


def test_what_was_done_with_reported_words_is_shown_with_them() -> None:
    page = render_plain(with_statement("s2", content=(span("the tax\nif ships grow"),)), 0)
    assert "Port authority: conditional: harbour tax. In the article's words: The port authority wants" in page


def test_words_in_another_block_are_shown_too() -> None:
    apart = with_statement("s3", content=(span("Harbour tax"), span("called it theft")))
    assert "Harbour tax … Critics once called it theft.\n" in render_plain(apart, 0)


def test_a_side_that_the_program_is_unsure_of_says_so_until_it_is_reviewed() -> None:
    doubtful, sure = with_statement("s1", confidence=0.3), with_statement("s1", confidence=0.9)
    assert "- Dana Okoro: opposes, unsure: harbour tax." in render_plain(doubtful, 0)
    assert "- Dana Okoro: opposes: harbour tax." in render_plain(sure, 0)
    assert "- Dana Okoro: opposes, reviewed: harbour tax." in render_plain(doubtful, 0, reviewed={"s1"})


def test_hearsay_says_on_what_and_from_whom() -> None:
    told = with_statement("s3", status="hearsay", issue="tax", stance="opposes", within="s2")
    assert "- Critics (hearsay, opposes harbour tax, as told by Port authority): " in render_plain(told, 0)
    unclear = with_statement("s3", issue="tax")
    assert "- Critics (in the past, unclear on harbour tax): " in render_plain(unclear, 0)


def test_a_paraphrase_never_stands_in_quotation_marks() -> None:
    page = render_plain(BRIEFING, 0, with_text=False)
    assert page.count("“") == 1


def quotations_of(page: str) -> list[str]:
    """What stands between quotation marks in the page above the notes and the article itself."""
    facts = " ".join(page.partition("\nNOTES\n")[0].partition("\nARTICLE\n")[0].split())
    return re.findall(r"“([^“”]*)”", facts)


def test_every_quotation_read_back_stands_in_quotation_marks_in_the_article(pier: Briefing) -> None:
    sample = from_json((Path(__file__).parent / "sample" / "river-toll.json").read_bytes())
    for briefing in (pier, sample):
        text = " ".join(briefing.article.text.split())
        allowed = [" ".join(one.split()) for one in re.findall(r"“[^”]*”|\"[^\"]*\"", text)]
        allowed.append(briefing.article.title or "")
        quoted = quotations_of(render(briefing, "plain", columns=60).decode())
        assert quoted
        assert [words for words in quoted if not any(words in one for one in allowed)] == []


def test_everything_read_back_after_in_the_articles_words_stands_there(pier: Briefing) -> None:
    for briefing in (BRIEFING, pier):
        text = " ".join(briefing.article.text.split())
        for line in render_plain(briefing, 0, with_text=False).splitlines():
            words = line.partition("In the article's words: ")[2].partition(" Condition: ")[0]
            words = re.sub(r" \(and \d+ more\)$", "", words)
            assert all(piece in text for piece in words.split(" … "))


def test_an_empty_briefing_says_what_was_not_found() -> None:
    page = render_plain(Briefing(article=Article(), analysis=BRIEFING.analysis))
    assert page.startswith("Untitled article\n0 words\n\nSTAKEHOLDERS: none found\n\nPOSITIONS: none found\n")


def test_a_wide_character_takes_two_columns() -> None:
    text = "挪威 反对 禁令 的 提案 并 要求 更多 时间 来 研究 海底 的 采矿 问题 以及 它 的 后果 和 费用 与 风险 " * 2
    article = Article(title="Ban", words=48, text=text, blocks=(Block(0, len(text), "paragraph"),))
    lines = render_plain(Briefing(article=article, analysis=BRIEFING.analysis), 60).splitlines()
    assert max(map(cell_len, lines)) <= 60


@given(st.integers(20, 120))
def test_lines_are_broken_and_hang_under_their_mark(width: int) -> None:
    lines = render_plain(BRIEFING, width).splitlines()
    assert all(len(line) <= width for line in lines)
    start = lines.index("OTHER STATEMENTS") - 2
    assert lines[start].startswith("  ") or width > 94


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Ll"]), min_size=1))
def test_no_article_can_steer_the_terminal(text: str) -> None:
    article = msgspec.structs.replace(BRIEFING.article, title=text, byline=text, text=text, blocks=())
    holder = Stakeholder(id="x", name=text, kind="person", role=text)
    page = render_plain(Briefing(article=article, analysis=BRIEFING.analysis, stakeholders=(holder,), notes=(text,)))
    assert not any((ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160 or c in "\u202e\u2067" for c in page)
