"""The main text of pages of several makes: all of the story, and nothing but the story."""

from __future__ import annotations

import re
from collections import Counter
from types import ModuleType

import pytest

from briefing.articles.html import html_document
from briefing.articles.metadata import metadata
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
