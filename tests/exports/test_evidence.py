"""Nothing is exported that is not what the article says: broken offsets, ids and outputs stop the export."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.exports import FORMATS, EvidenceError, plain, render
from briefing.exports.evidence import Passage, compare, verify
from briefing.exports.formats import markdown_text
from briefing.exports.formats.markdown import render_markdown
from briefing.exports.marks import in_marks, quotations, without_marks
from briefing.model import Block, Briefing, Span, Statement


def changed(briefing: Briefing, statement_id: str, **fields: object) -> Briefing:
    statements = tuple(replace(one, **fields) if one.id == statement_id else one for one in briefing.statements)
    return replace(briefing, statements=statements)


def shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def test_a_true_briefing_passes(pier, empty):
    verify(pier)
    verify(empty)


@pytest.mark.parametrize("by", [-3, -2, -1, 1, 2, 3])
def test_a_direct_quotation_that_is_moved_by_a_few_characters_stops_every_format(pier, by):
    content = pier.statements[0].content[0]
    broken = changed(pier, "s1", content=(shifted(content, by),))
    for name in FORMATS:
        with pytest.raises(EvidenceError, match=r"statement s1"):
            render(broken, name)


@pytest.mark.parametrize("by", [-1, 1])
def test_every_span_of_every_statement_that_is_moved_by_one_character_stops_the_export(pier, by):
    text = pier.article.text
    for statement in pier.statements:
        for field in ("source", "cue", "condition"):
            span = getattr(statement, field)
            if span is not None and text[span.start].isalpha():
                with pytest.raises(
                    EvidenceError, match=rf"the {field} of statement {statement.id}\b.*{span.start + by}"
                ):
                    verify(changed(pier, statement.id, **{field: shifted(span, by)}))
        for span in statement.content:
            if text[span.start] == "“" and text[span.end] == ".":
                continue  # only signs are lost and won; the words are the same
            with pytest.raises(EvidenceError, match=rf"statement {statement.id}\b.*{span.start + by}"):
                verify(changed(pier, statement.id, content=(shifted(span, by),)))


@pytest.mark.parametrize("span", [Span(-1, 4), Span(5, 5), Span(9, 3), Span(0, 10_000)])
def test_a_span_outside_the_text_or_without_characters_stops_the_export(pier, span):
    with pytest.raises(EvidenceError, match="s3"):
        verify(changed(pier, "s3", content=(span,)))


def test_reported_speech_that_is_called_a_quotation_stops_the_export(pier):
    with pytest.raises(EvidenceError, match="do not stand in quotation marks"):
        verify(changed(pier, "s3", form="direct"))


def test_a_quotation_that_runs_over_the_words_between_two_quotations_stops_the_export(pier, find):
    over = Span(find("“We will").start, find("boats }}”").end)
    with pytest.raises(EvidenceError, match="s1"):
        verify(changed(pier, "s1", content=(over,)))


@pytest.mark.parametrize(
    "fields", [{"stakeholder": "nobody"}, {"issue": "nothing"}, {"within": "s99"}, {"content": ()}, {"id": "s 1]"}]
)
def test_a_reference_to_nothing_stops_the_export(pier, fields):
    with pytest.raises(EvidenceError):
        verify(changed(pier, "s4", **fields))


def test_a_position_needs_statements_that_say_so(pier):
    turned = tuple(replace(one, stance="supports") for one in pier.positions)
    with pytest.raises(EvidenceError, match="no statement behind it"):
        verify(replace(pier, positions=turned))


def test_a_position_cannot_rest_on_a_former_view(pier):
    former = replace(pier.positions[0], statements=("s4",), stance="opposes", stakeholder="karl-ove-tveit")
    with pytest.raises(EvidenceError, match="does not belong"):
        verify(replace(pier, positions=(former,)))


def test_an_output_that_shows_other_words_is_stopped():
    assert compare("one two three", [Passage(4, 7, "two")]) == 1
    with pytest.raises(EvidenceError, match=r"characters 4–7"):
        compare("one two three", [Passage(4, 7, "twa")])


def test_only_white_space_may_differ():
    compare("one\n  two", [Passage(0, 9, "one two")])
    with pytest.raises(EvidenceError):
        compare("one two", [Passage(0, 7, "onetwo")])


WITH_WORDS = ["markdown", "html", "json", "jsonl", "csv", "annotations", "dna-events", "dna"]
WITHOUT_WORDS = ["table", "csv-positions", "graphml", "csl", "svg"]


def test_every_format_is_known_to_show_words_of_the_article_or_none():
    assert {*WITH_WORDS, *WITHOUT_WORDS, "plain", "docx"} == set(FORMATS)


@pytest.mark.parametrize("name", WITH_WORDS)
def test_a_format_that_loses_a_character_on_the_way_is_stopped(pier, monkeypatch, name):
    module = FORMATS[name].renderer()
    render_well = module.render

    def render_badly(briefing, choices):
        output = render_well(briefing, choices)
        data = output.encode() if isinstance(output, str) else output
        return data.replace(b"pier if the town", b"pier of the town").replace(b"Not this", b"Nor this")

    monkeypatch.setattr(module, "render", render_badly)
    with pytest.raises(EvidenceError, match="would show"):
        render(pier, name)


def test_linear_text_that_loses_a_character_on_the_way_is_stopped(pier, monkeypatch):
    wrap = plain._wrap
    monkeypatch.setattr(plain, "_wrap", lambda mark, text, width: wrap(mark, text.replace("if the", "of the"), width))
    with pytest.raises(EvidenceError, match="statement s3"):
        render(pier, "plain")


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
def test_a_word_document_that_loses_a_character_on_the_way_is_stopped(pier, monkeypatch):
    monkeypatch.setattr(
        "briefing.exports.formats.docx._with_widths", lambda tree: tree.replace(b'"dredging."', b'"drudging."')
    )
    with pytest.raises(EvidenceError, match=r"would show .*drudging"):
        render(pier, "docx")


@pytest.mark.parametrize("name", WITHOUT_WORDS)
def test_a_format_without_passages_shows_no_words_of_a_statement(pier, name):
    output = render(pier, name).decode()
    for statement in pier.statements:
        assert not any(span.of(pier.article.text) in output for span in statement.content if span.end - span.start > 9)


def test_a_mistake_in_the_escaping_is_stopped(pier, monkeypatch):
    monkeypatch.setattr(
        "briefing.exports.formats.markdown.escape", lambda text: markdown_text.escape(text).replace("pier", "peer")
    )
    with pytest.raises(EvidenceError):
        render(pier, "markdown")


@pytest.mark.parametrize(
    "text, words, expected",
    [
        ("He said “no” twice.", "“no”", True),
        ("He said “no” twice.", "no", True),
        ("He said “no” twice.", "“no” twice", False),
        ('She said "never again" today.', "never again", True),
        ("She ‘might’ do it, she said.", "might", True),
        ("“One,” he said, “two.”", "“One,” he said, “two.”", False),
        ("“A speech that goes on", "speech that goes on", True),
        ('It is 6" long and he said it', "he said it", False),
        ("the boats' owners", "owners", False),
        ("«Non», dit-il", "Non", True),
    ],
)
def test_what_stands_in_quotation_marks(text, words, expected):
    block = Block(start=0, end=len(text), kind="paragraph")
    start = text.index(words)
    assert in_marks(text, [block], Span(start, start + len(words))) is expected


def test_a_block_set_as_a_quotation_needs_no_marks():
    text = "We the undersigned object."
    assert in_marks(text, [Block(start=0, end=len(text), kind="quote")], Span(0, 5))


@given(st.text(alphabet="ab “”\"'‘’«».\n", max_size=40))
def test_quotations_lie_in_their_block_in_order_and_apart(text):
    found = list(quotations(text, Block(start=0, end=len(text), kind="paragraph")))
    ends = [0, *(one.end for one in found)]
    assert all(0 <= before <= one.start < one.end <= len(text) for before, one in zip(ends, found, strict=False))


@given(st.text(alphabet="ab “”\"'‘’«»`", min_size=1, max_size=20))
def test_marks_are_taken_off_without_taking_words(text):
    inner = without_marks(text, Span(0, len(text)))
    kept = [one for one in text if one.isalnum()]
    assert [one for one in inner.of(text) if one.isalnum()] == kept


def test_ids_of_statements_are_words(pier):
    assert isinstance(pier.statements[0], Statement)
    with pytest.raises(EvidenceError, match="ids"):
        verify(changed(pier, "s1", id="<b>"))


def test_the_markdown_function_itself_verifies(pier):
    with pytest.raises(EvidenceError):
        render_markdown(changed(pier, "s3", form="direct"))


def test_white_space_at_the_end_of_a_condition_is_no_reason_to_stop(pier, find):
    condition = find("if the town pays ")
    page = render(changed(pier, "s3", condition=condition), "markdown").decode()
    assert "> if the town pays[^s3-condition]" in page


def test_a_sentence_that_begins_and_ends_with_marks_of_its_own_is_read_back_whole(pier):
    text = "“We try,” he said, and meant “no.”"
    article = replace(pier.article, text=text, blocks=(Block(start=0, end=len(text), kind="paragraph"),))
    statement = Statement(id="s1", stakeholder=None, form="mixed", content=(Span(0, 9),))
    page = render_markdown(Briefing(article=article, analysis=pier.analysis, statements=(statement,)))
    assert f"> {text}[^s1]" in page


def test_statements_that_rest_on_the_same_words_show_them_once(pier, find):
    twice = replace(pier.statements[4], id="s11", content=(find("rejects the pier"),), confidence=0.9)
    page = render(replace(pier, statements=(*pier.statements, twice)), "markdown").decode()
    assert page.count("> A senior town official rejects the pier.") == 1
    assert "> A senior town official rejects the pier.[^s5] [^s11]" in page
    assert "- **A senior town official** — reported speech, clear and unsure\n" in page


def test_statements_of_two_speakers_stay_two_even_on_the_same_words(pier):
    other = replace(pier.statements[4], id="s11", stakeholder="island-council")
    page = render(replace(pier, statements=(*pier.statements, other)), "markdown").decode()
    assert page.count("> A senior town official rejects the pier.") == 2


def test_a_difference_behind_any_of_several_notes_is_found(pier):
    text = pier.article.text
    start = text.index("the pier")
    first, second = f"characters {start}–{start + 8}; reported speech.", "characters 1–9; reported speech."
    page = f"> the pier[^a] [^b]\n\n[^a]: ¶1, {first}\n[^b]: ¶1, {second}\n"
    found = list(FORMATS["markdown"].renderer().passages(page.encode()))
    assert len(found) == 2
    with pytest.raises(EvidenceError, match="characters 1–9"):
        compare(text, found)
