"""What a page says of itself, and what must not be taken for it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.articles.formats.html_metadata import Facts, facts_of
from briefing.articles.formats.html_tree import parse_html
from tests.articles.web_pages import story, whole

ARTICLE = f"<article><h1>A toll</h1>{story()}</article>"


def facts(body: str = ARTICLE, head: str = "", title: str = "A toll | The Courier") -> Facts:
    return facts_of(parse_html(whole(body, head, title)))


def linked(*nodes: dict[str, object]) -> str:
    data = json.dumps({"@context": "https://schema.org", "@graph": nodes})
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>A toll</h1><p>On 3 March 2021 it was promised, adopted on 2022-04-05.</p>{story()}</article>",
        ARTICLE + '<ul><li><time datetime="2019-05-05">5 May</time> <a href="/x">an older story</a></li></ul>',
        ARTICLE + '<div class="comment"><span class="author">Anna</span><time datetime="2020-01-01"></time></div>',
        f'<article><h1>A toll</h1>{story()}<div class="comments"><b class="author">Anna</b><time datetime="2020-01-01">'
        "</time></div></article>",
        ARTICLE + "<footer>© 2023 The Courier</footer>",
        '<article><h1>A toll</h1><p class="date">03/04/2025</p></article>',
        '<article><h1>A toll</h1><time datetime="2025-03-06"></time><time datetime="2025-03-09"></time></article>',
        f'<article><h1>A toll</h1><img src="/2018/07/09/x.jpg">{story()}</article>',
    ],
)
def test_dates_and_names_that_stand_elsewhere_are_not_those_of_the_page(body: str) -> None:
    found = facts(body)
    assert (found.title, found.byline, found.published) == ("A toll", None, None)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2025-03-09T10:00:00Z">',
        '<meta name="date" content="03/04/2025">',
        '<meta name="author" content="admin">',
        '<meta property="article:author" content="https://social.example/courier">',
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>',
        linked({"@type": "WebSite", "name": "The Courier", "datePublished": "2011-01-01"}),
    ],
)
def test_changes_accounts_and_sites_are_neither_dates_nor_authors(head: str) -> None:
    found = facts(head=head)
    assert (found.byline, found.published) == (None, None)


def test_linked_data_may_name_its_author_by_reference() -> None:
    head = linked(
        {"@type": "WebPage", "datePublished": "2025-03-01"},
        {"@type": ["NewsArticle"], "headline": "A levy", "author": [{"@id": "#i"}, {"name": "Paul Lund"}],
         "publisher": {"name": "The Courier"}, "datePublished": "2025-03-06T08:00:00Z"},
        {"@type": "Person", "@id": "#i", "name": "Ines Okafor"},
    )  # fmt: skip
    found = facts(head=head)
    assert (found.title, found.byline, found.publisher, found.published) == (
        "A levy", "Ines Okafor, Paul Lund", "The Courier", "2025-03-06",
    )  # fmt: skip


def test_a_byline_and_a_date_beside_the_title_are_taken() -> None:
    found = facts(
        '<main><div><h1>A toll</h1><p class="byline">By Ines Okafor and Paul Lund</p>'
        '<time class="published" datetime="2025-03-06">6 March</time><time datetime="2025-03-09"></time></div>'
        f"{story()}</main>"
    )
    assert (found.byline, found.published) == ("Ines Okafor and Paul Lund", "2025-03-06")


def test_the_title_of_the_window_loses_the_name_of_the_site() -> None:
    head = '<meta property="og:site_name" content="The Courier">'
    assert facts("<p>Words.</p>", head).title == "A toll"
    assert facts("<p>Words.</p>").title == "A toll | The Courier"
    assert facts("<p>Words.</p>", title="").title is None


def test_a_saved_page_says_its_address() -> None:
    assert (
        facts(head='<link rel="canonical" href="https://courier.example/toll">').url == "https://courier.example/toll"
    )
    assert facts(head='<link rel="canonical" href="/toll">').url is None


KEYS = st.sampled_from(["@type", "@id", "@graph", "author", "publisher", "name", "headline", "datePublished"])
JSON = st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner))


@given(JSON)
def test_any_linked_data_is_read_without_complaint(data: object) -> None:
    assert isinstance(facts(head=linked({"@type": "Article", "headline": "x", "author": data})), Facts)
