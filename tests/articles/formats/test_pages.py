"""The main text of pages of several makes: all of the story, and nothing but the story."""

from __future__ import annotations

import json
import re
from collections import Counter
from types import ModuleType

import pytest

from briefing.articles.formats.html import html_document
from briefing.articles.metadata import metadata
from briefing.errors import UndecodableError
from tests.articles.web_pages import PAGES, Page

NAVIGATION = (
    "<nav>" + "".join(f'<a href="/{w}">{w} and more</a> ' for w in ("home", "sport", "money", "travel")) + "</nav>"
)
FOOTER = "<footer><p>Copyright The Quayside Courier. All rights reserved by the publisher of this paper.</p></footer>"
RELATED = '<aside class="related"><h3>More on this story</h3>' + "".join(
    f'<p><a href="/x{n}">Another story number {n} about a harbour that is far away from here</a></p>' for n in range(8)
) + "</aside>"  # fmt: skip
COMMENTS = '<div id="comments" class="comments">' + "".join(
    f"<div class='comment'><p>Reader {n} thinks that this is the fault of the council.</p></div>" for n in range(6)
) + "</div>"  # fmt: skip
COOKIES = (
    '<div class="cookie-banner"><p>We and our 412 partners use cookies. Accept all or manage your choices.</p></div>'
)


def pages(story: str) -> dict[str, str]:
    as_divisions = re.sub(r"<(/?)p>", r"<\1div>", story)
    return {
        "article": f"{NAVIGATION}<main><article>{story}</article></main>{FOOTER}",
        "divisions": f'{NAVIGATION}{COOKIES}<div><div class="body">{story}</div>{RELATED}</div>{COMMENTS}{FOOTER}',
        "paragraphs as divisions": f"{NAVIGATION}<div><div>{as_divisions}</div></div>{RELATED}{FOOTER}",
        "bare": story,
        "related stories inside": f"{NAVIGATION}<article>{story}{RELATED}</article>{COMMENTS}{FOOTER}",
        "tables": f"<table><tr><td>{NAVIGATION}</td><td>{story}</td><td>{RELATED}</td></tr></table>{FOOTER}",
    }


def whole(title: str, body: str) -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}</body></html>"


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize("name", list(pages("")))
def test_the_story_is_found_whole_and_alone(name: str, make: ModuleType) -> None:
    document = html_document(whole(make.TITLE, pages(make.html_body())[name]), "a.html")
    expected, found = words(make.plain().decode()), words(document.text)
    shared = (expected & found).total()
    assert shared / expected.total() > 0.97
    assert shared / found.total() > 0.97


@pytest.mark.parametrize("name", ["article", "divisions", "bare", "related stories inside", "tables"])
def test_headings_and_lists_survive(name: str, make: ModuleType) -> None:
    document = html_document(whole(make.TITLE, pages(make.html_body())[name]), "a.html")
    assert document.blocks is not None
    found = [(block.kind, block.level, block.span.of(document.text)) for block in document.blocks]
    assert ("heading", 2, make.HEADING) in found
    assert [words for kind, _, words in found if kind == "item"] == list(make.ITEMS)


def test_lists_of_links_within_the_text_are_left_out(make: ModuleType) -> None:
    links = '<ul><li><a href="/a">A story that is elsewhere</a></li><li><a href="/b">And one more of them</a></li></ul>'
    first, *rest = make.html_body().split("</p>")
    page = f"<html><body><article>{first}</p>{links}{'</p>'.join(rest)}</article></body></html>"
    assert "elsewhere" not in html_document(page, "a.html").text


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_pages_of_many_makes(page: Page) -> None:
    document = html_document(page.html, page.name, page.url)
    expected, found = words(page.text), words(document.text)
    shared = (expected & found).total()
    assert shared / expected.total() > 0.99
    assert shared / found.total() > 0.95


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_what_a_page_says_about_itself_is_taken_and_nothing_is_invented(page: Page) -> None:
    document = html_document(page.html, page.name, page.url)
    known, _ = metadata(document, document.text, document.blocks or ())
    assert {name: known.get(name) for name in page.about} == page.about


def test_a_page_behind_a_wall_says_so() -> None:
    page = next(page for page in PAGES if page.name == "paywall")
    assert "login or a subscription" in html_document(page.html, page.name, page.url).notes[0]


def test_a_dialogue_that_holds_the_article_stays(make: ModuleType) -> None:
    page = f'<html><body><div class="consent-layer"><article>{make.html_body()}</article></div></body></html>'
    assert make.PARAGRAPHS[0] in html_document(page, "a.html").text


def test_a_page_that_is_a_list_of_links_still_has_its_words() -> None:
    links = "".join(f'<li><a href="/{n}">Document number {n} of the inquiry into the toll</a></li>' for n in range(9))
    assert "Document number 8" in html_document(f"<html><body><ul>{links}</ul></body></html>", "a.html").text


LONG = "The harbour board decided on Thursday that the levy for the northern quay will be raised next spring."


def layout(body: str) -> list[tuple[str, int, str]]:
    """The blocks of a page with enough text around what is looked at."""
    text = "".join(f"<p>{LONG} This is paragraph {number}.</p>" for number in range(3))
    document = html_document(whole("A levy", f"<article><h1>A levy</h1>{text}{body}{text}</article>"), "a.html")
    assert document.blocks is not None
    return [(block.kind, block.level, block.span.of(document.text)) for block in document.blocks]


def test_rows_of_entries_are_one_block_and_cells_with_text_one_each() -> None:
    table = (
        f"<table><tr><th>State</th><th>Share</th></tr><tr><td>Marren</td><td>31%</td></tr>"
        f"<tr><td>{LONG} So it is.</td><td>{LONG} So it stays.</td></tr></table>"
    )
    found = [words for _, _, words in layout(table)]
    assert {"State · Share", "Marren · 31%", f"{LONG} So it is.", f"{LONG} So it stays."} < set(found)


def test_two_line_breaks_end_a_paragraph() -> None:
    found = layout(f"<p>{LONG} First.<br>\n<br/>{LONG} Second,<br>and so on.</p>")
    assert ("paragraph", 0, f"{LONG} First.") in found and ("paragraph", 0, f"{LONG} Second, and so on.") in found


def test_paragraphs_within_items_and_quotations_are_items_and_quotations() -> None:
    body = (
        "<ul><li><p>The first demand is about the price of the quay.</p><ul><li>A smaller one.</li></ul></li></ul>"
        f"<blockquote><p>{LONG} We say so.</p></blockquote>"
    )
    found = layout(body)
    assert ("item", 1, "The first demand is about the price of the quay.") in found
    assert ("item", 2, "A smaller one.") in found and ("quote", 0, f"{LONG} We say so.") in found


def test_bold_lines_over_text_are_headings_but_bold_words_and_invitations_are_none() -> None:
    body = (
        f"<p><strong>The regional picture</strong></p><p>{LONG} So it is.</p><p><b>Nobody</b> is against it</p>"
        f"<p><b>Read more: Ten charts</b></p><p>{LONG} So it stays.</p>"
    )
    assert [words for kind, _, words in layout(body) if kind == "heading"] == ["A levy", "The regional picture"]


def test_signs_of_footnotes_go_and_raised_figures_stay() -> None:
    body = (
        f'<p>{LONG}<sup><a href="#n1">1</a></sup>'
        " It holds 10<sup>6</sup> m<sup>3</sup> of CO<sub>2</sub>.<sup>[2]</sup></p>"
        f'<p>{LONG} It was the 4<sup>th</sup> time.<a role="doc-noteref" href="#n3">3</a></p>'
    )
    found = [words for _, _, words in layout(body)]
    assert f"{LONG} It holds 10⁶ m³ of CO₂." in found and f"{LONG} It was the 4th time." in found


def test_a_page_within_a_form_is_read(make: ModuleType) -> None:
    page = f'<html><body><form action="/"><div><h1>{make.TITLE}</h1>{make.html_body()}</div></form></body></html>'
    assert make.PARAGRAPHS[0] in html_document(page, "a.html").text


def test_a_page_that_draws_itself_is_read_from_its_linked_data(make: ModuleType) -> None:
    data = {"@type": "NewsArticle", "headline": make.TITLE, "articleBody": "\n\n".join(make.PARAGRAPHS)}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    needs = "<noscript>You need to enable JavaScript to run this app.</noscript>"
    document = html_document(f"<html><head>{head}</head><body><div id='root'></div>{needs}</body></html>", "a.html")
    assert document.blocks is not None
    assert [block.span.of(document.text) for block in document.blocks] == [make.TITLE, *make.PARAGRAPHS]


def test_a_page_that_holds_only_its_title_and_asks_for_a_browser_holds_no_text() -> None:
    needs = "<p>You need to enable JavaScript to run this app.</p>"
    with pytest.raises(UndecodableError, match="a browser"):
        html_document(whole("A levy", f"<h1>A levy for the northern quay</h1>{needs}"), "a.html")


def test_the_name_of_the_site_is_no_part_of_the_title(make: ModuleType) -> None:
    page = whole(f"{make.TITLE} :: The Courier", f"<div><b>{make.TITLE}</b></div>{make.html_body()}")
    document = html_document(page.replace("<h1>", "<p>").replace("</h1>", "</p>"), "a.html")
    assert (document.title, document.publisher) == (make.TITLE, None)
