"""Pages as sites of several makes write them, each with the text that a reader came for; also used by a benchmark."""

# ruff: noqa: E501 - lines of markup

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

TITLE = "Vessby Halts the Ferry Toll as Islanders Prepare a Vote"
STANDFIRST = "The council wants to wait for a ruling, while the islands say that they have waited long enough."
AUTHOR, PUBLISHER, DATE = "Ines Okafor", "The Quayside Courier", "2025-03-06"
LEAD = (
    "The council of Vessby decided on Wednesday night to suspend the ferry toll until the coastal court has ruled on "
    "it, a step that the islands had demanded since the autumn and that the harbour board calls reckless.",
    "“We cannot collect money that we may have to pay back,” said Mara Holm, who leads the council. She added that "
    "the decision had been taken by eleven votes to four, and that nobody in the room had been happy with it.",
)
HEADING = "A toll that nobody wanted"
BODY = (
    "The toll of three euros was introduced two years ago to pay for the repair of the northern breakwater. Commuters "
    "from the islands have paid it on every crossing, and their association says that families spend up to ninety "
    "euros a month on it.",
    "Tomas Relin, the chairman of the association, welcomed the decision but announced that the petition for a vote "
    "would go on. According to him, six thousand signatures have been collected, of which the clerk has examined half.",
    "The harbour board disagrees. Its director told the Courier that the repair would have to stop in May unless the "
    "county lends the money, and she accused the council of leaving the board alone with the bill.",
)
SECOND_HEADING = "What the county says"
ENDING = (
    "The county has so far been silent. A spokesman said only that a request had arrived and would be answered within "
    "the usual time, which in such matters has been between six and nine weeks.",
    "Economists at the coastal university doubt that the toll covers its own costs. In a paper of last month they "
    "estimate that a third of the revenue is spent on collecting it, a figure that the board disputes.",
    "The court is expected to rule before the summer. If it finds the toll unlawful, the board will have to return "
    "about four million euros, more than the breakwater has cost until now.",
)
ITEMS = ("The toll is suspended, not abolished", "The petition goes on", "The court rules before the summer")

NAVIGATION = "<ul>" + "".join(
    f'<li><a href="/{name.lower()}">{name}</a></li>'
    for name in ("Home", "World", "Politics", "Business", "Culture", "Opinion", "Sport", "Weather", "Podcasts", "Games")
) + "</ul>"  # fmt: skip
TEASERS = (
    "Storm closes the northern bridge for a third day", "Why the herring is late this year",
    "Ten photographs from the winter fair", "School meals to cost more from April",
    "Opinion: a harbour is not a car park", "The island that elected its own postman",
)  # fmt: skip
TEASER_TEXT = (
    "Residents say that the matter has been discussed for years and that no answer is in sight, as our reporter saw."
)
CONSENT = (
    "We value your privacy. We and our 843 partners store and access information on a device, such as cookies, and "
    "process personal data, such as unique identifiers, for personalised advertising, measurement and research. You "
    "may accept or manage your choices, including your right to object where legitimate interest is used. "
)


def paragraphs(words: Sequence[str], tag: str = "p", **attributes: str) -> str:
    inside = "".join(f' {name.rstrip("_")}="{value}"' for name, value in attributes.items())
    return "".join(f"<{tag}{inside}>{escape(one, quote=False)}</{tag}>\n" for one in words)


def teasers(tag: str = "li", *, texts: bool = False) -> str:
    return "".join(
        f'<{tag} class="teaser"><a href="/n{n}"><h3>{words}</h3></a>{f"<p>{TEASER_TEXT}</p>" if texts else ""}</{tag}>'
        for n, words in enumerate(TEASERS)
    )


def story(tag: str = "p", heading: str = "h2", between: str = "", **attributes: str) -> str:
    """The whole story as markup, with something after its third paragraph."""
    return (
        paragraphs(LEAD, tag, **attributes)
        + f"<{heading}>{HEADING}</{heading}>"
        + paragraphs(BODY[:1], tag, **attributes)
        + between
        + paragraphs(BODY[1:], tag, **attributes)
        + f"<{heading}>{SECOND_HEADING}</{heading}>"
        + paragraphs(ENDING, tag, **attributes)
    )


STORY = (TITLE, *LEAD, HEADING, *BODY, SECOND_HEADING, *ENDING)
FOOTER = (
    f"<footer><div class='links'>{NAVIGATION}</div><p>© 2025 {PUBLISHER}. All rights reserved. No part of this site may "
    "be reproduced without permission. Registered office: Old Custom House, Vessby.</p></footer>"
)
LINKED = json.dumps(
    {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE,
        "datePublished": f"{DATE}T06:30:00+01:00", "dateModified": "2025-03-09T10:00:00+01:00",
        "author": [{"@type": "Person", "name": AUTHOR}],
        "publisher": {"@type": "NewsMediaOrganization", "name": PUBLISHER},
    }
)  # fmt: skip
KNOWN: dict[str, str | None] = {"title": TITLE, "byline": AUTHOR, "publisher": PUBLISHER, "published": DATE}


@dataclass(frozen=True)
class Page:
    """A page, and what a reader of it should be given."""

    name: str
    html: str
    text: str
    about: dict[str, str | None] = field(default_factory=lambda: dict(KNOWN))
    url: str | None = None


def whole(body: str, head: str = "", title: str = f"{TITLE} | {PUBLISHER}") -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


def newspaper() -> Page:
    between = (
        '<aside class="newsletter"><h3>Sign up to Harbour Briefing</h3><p>Our editors send you what matters every '
        'morning, free of charge.</p><form><input type="email"><button>Sign up</button></form></aside>'
        '<p class="inline-link"><strong>Read more:</strong> <a href="/n1">Why the herring is late this year</a></p>'
        '<figure><img src="b.jpg" alt=""><figcaption>The northern breakwater after the storm in January. '
        "Photograph: Paul Lund/The Courier</figcaption></figure>"
    )
    body = (
        f'<a class="skip" href="#main">Skip to main content</a><header><nav>{NAVIGATION}</nav></header>'
        f'<div class="breadcrumb"><a href="/">Home</a> › <a href="/politics">Politics</a></div>'
        f'<main id="main"><article><header><h1>{TITLE}</h1><p class="standfirst">{STANDFIRST}</p>'
        f'<div class="byline">By <a rel="author" href="/ines">{AUTHOR}</a></div><time datetime="{DATE}">6 Mar 2025 06.30'
        '</time><div class="share"><button>Share</button><a href="#">Facebook</a><a href="#">E-mail</a></div></header>'
        f'<div class="article-body">{story(between=between)}</div>'
        '<div class="topics"><span>Topics</span><a href="/t1">Ferries</a><a href="/t2">Vessby</a></div></article>'
        f'<section class="related"><h2>Related stories</h2><ul>{teasers(texts=True)}</ul></section>'
        '<section id="comments"><h2>Comments (214)</h2><div class="comment"><p>Finally somebody who can count. I have '
        "paid this toll four hundred times.</p></div></section></main>" + FOOTER
    )
    text = "\n".join(
        (*STORY, STANDFIRST, "The northern breakwater after the storm in January. Photograph: Paul Lund/The Courier")
    )
    return Page("newspaper", whole(body, f'<script type="application/ld+json">{LINKED}</script>'), text)


def consent_wall() -> Page:
    consent = "".join(f"<p>{CONSENT}</p>" for _ in range(12))
    body = (
        f'<div id="onetrust-consent-sdk" role="dialog" aria-label="Privacy"><h2>Your privacy</h2>{consent}'
        f"<button>Accept all</button></div><div id='app'><h1>{TITLE}</h1><div class='content'>{story()}</div></div>{FOOTER}"
    )
    head = (
        f'<meta name="author" content="{AUTHOR}"><meta property="og:site_name" content="{PUBLISHER}">'
        f'<meta property="article:published_time" content="{DATE}T05:30:00Z"><meta property="og:title" content="{TITLE}">'
    )
    return Page("consent wall", whole(body, head), "\n".join(STORY))


def live_blog() -> Page:
    posts = [(HEADING, (*LEAD, *BODY[:1])), ("Association goes on with its petition", BODY[1:2]),
             ("Board: repair would have to stop", BODY[2:]), (SECOND_HEADING, ENDING)]  # fmt: skip
    body = f"<header>{NAVIGATION}</header><main><h1>{TITLE}</h1><div class='liveblog'>" + "".join(
        f'<article class="live-post" id="p{n}"><time>{9 - n}.{n}5am</time><h2>{heading}</h2>{paragraphs(texts)}'
        '<div class="share"><a href="#">Share</a></div></article>'
        for n, (heading, texts) in enumerate(posts)
    )
    text = "\n".join((TITLE, *(part for heading, texts in posts for part in (heading, *texts))))
    head = f'<script type="application/ld+json">{LINKED.replace("NewsArticle", "LiveBlogPosting")}</script>'
    return Page("live blog", whole(body + "</div></main>" + FOOTER, head), text)


def paywall() -> Page:
    body = (
        f"<header>{NAVIGATION}</header><article><h1>{TITLE}</h1><div class='teaser-text'>{paragraphs(LEAD)}</div>"
        '<div class="paywall"><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in.</p><ul><li>One '
        "euro for the first month</li><li>Cancel at any time</li></ul></div></article>" + FOOTER
    )
    return Page(
        "paywall", whole(body, f'<script type="application/ld+json">{LINKED}</script>'), "\n".join((TITLE, *LEAD)),
        url="https://courier.example/toll",
    )  # fmt: skip


def line_breaks() -> Page:
    text = "<br><br>\n".join(escape(one, quote=False) for one in (*LEAD, *BODY, *ENDING))
    body = (
        f'<div class="top">{NAVIGATION}</div><div class="headline"><h1>{TITLE}</h1></div>'
        f'<div class="story">{text}</div><div class="right">{teasers("div")}</div>{FOOTER}'
    )
    about = {"title": TITLE, "byline": None, "published": None}
    return Page("line breaks", whole(body, title=TITLE), "\n".join((TITLE, *LEAD, *BODY, *ENDING)), about)


def ministry() -> Page:
    table = "<table><tr><th>Year</th><th>Revenue</th></tr><tr><td>2023</td><td>1.9 million</td></tr></table>"
    items = "".join(f"<li>{words}</li>" for words in ITEMS)
    body = (
        f'<header role="banner">{NAVIGATION}</header><main role="main"><h1>{TITLE}</h1><dl class="metadata"><dt>From:</dt>'
        "<dd>Ministry of the Coast</dd><dt>Published</dt><dd>6 March 2025</dd></dl>"
        f'<div class="govspeak">{story(between=table)}<ul>{items}</ul></div></main><aside class="sidebar"><h2>Is this page '
        f'useful?</h2><button>Yes</button></aside><div class="cookie-bar"><p>{CONSENT}</p></div>{FOOTER}'
    )
    about = {"title": TITLE, "byline": None}
    return Page(
        "ministry", whole(body, title=f"{TITLE} - Ministry of the Coast"),
        "\n".join((*STORY, "Year Revenue 2023 1.9 million", *ITEMS)), about,
    )  # fmt: skip


def blog() -> Page:
    body = (
        f'<div id="page"><header id="masthead"><a href="/">Notes from the Quay</a>{NAVIGATION}</header><div id="primary">'
        f'<article class="post hentry"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1><div '
        f'class="entry-meta">Posted on <time datetime="{DATE}">March 6, 2025</time> by <span class="author vcard"><a '
        f'href="/ines">{AUTHOR}</a></span></div></header><div class="entry-content">{story()}'
        '<div class="sharedaddy"><h3>Share this:</h3><ul><li><a>Twitter</a></li><li><a>Facebook</a></li></ul></div></div>'
        '<footer class="entry-footer">Posted in <a>Ferries</a> | Tagged <a>toll</a>, <a>vote</a></footer></article>'
        '<div class="author-box"><h3>About the author</h3><p>Ines has written about harbours since she could hold a '
        'pen, and lives on a boat.</p></div><nav class="post-navigation"><a>← Previous post</a><a>Next post →</a></nav>'
        '<div id="comments"><h2>3 thoughts</h2><ol class="comment-list"><li><p>Well written, as always, and I '
        "disagree with every word of it.</p></li></ol></div></div><div id='secondary'><h2>Recent posts</h2>"
        f"<ul>{teasers()}</ul></div>{FOOTER}</div>"
    )
    head = f'<meta property="og:site_name" content="Notes from the Quay"><meta name="author" content="{AUTHOR}">'
    about = KNOWN | {"publisher": "Notes from the Quay"}
    return Page("blog", whole(body, head, f"{TITLE} – Notes from the Quay"), "\n".join(STORY), about)


def mobile() -> Page:
    between = '<amp-ad type="a"></amp-ad><p class="ad-label">Advertisement</p>'
    body = (
        f'<amp-sidebar id="menu">{NAVIGATION}</amp-sidebar><main><h1>{TITLE}</h1><p class="author">By {AUTHOR}</p>'
        f'<amp-img src="a.jpg"></amp-img><section>{story(between=between)}</section>'
        f'<amp-list class="more"><div>{teasers("div")}</div></amp-list></main>{FOOTER}'
    )
    return Page("mobile", whole(body, f'<script type="application/ld+json">{LINKED}</script>'), "\n".join(STORY))


def old_tables() -> Page:
    cells = "".join(
        f'<p><font face="Verdana" size="2">{escape(w, quote=False)}</font></p>' for w in (*LEAD, *BODY, *ENDING)
    )
    links = "<br>".join(f'<a href="/{n}.htm">{words}</a>' for n, words in enumerate(TEASERS))
    body = (
        '<table width="100%"><tr><td colspan="3"><img src="logo.gif"><a href="/">Front page</a> | <a href="/a">Archive'
        f'</a></td></tr><tr><td width="150" valign="top">{links}</td><td valign="top"><font size="5"><b>{TITLE}</b></font>'
        f"{cells}</td><td>{links}</td></tr><tr><td colspan='3'><small>Best viewed at 800x600. Copyright 2001.</small>"
        "</td></tr></table>"
    )
    about = {"title": TITLE, "byline": None, "published": None}
    return Page("old tables", whole(body, title=TITLE), "\n".join((TITLE, *LEAD, *BODY, *ENDING)), about)


def newsletter() -> Page:
    widget = (
        '<div class="subscription-widget-wrap"><div class="subscription-widget"><p>Quay Letters is supported by its '
        'readers. To receive new posts, consider becoming a subscriber.</p><form><input placeholder="Type your email">'
        "<button>Subscribe</button></form></div></div>"
    )
    body = (
        f'<div class="main-menu"><a href="/">Quay Letters</a><button>Subscribe</button><button>Sign in</button></div>'
        f'<div class="single-post"><article><div class="post-header"><h1 class="post-title">{TITLE}</h1><h3 '
        f'class="subtitle">{STANDFIRST}</h3><div class="meta"><a>{AUTHOR}</a><div>Mar 06, 2025</div></div><div '
        'class="actions"><a>12</a><a>Share</a></div></div><div class="available-content"><div class="body markup">'
        f"{story(heading='h3', between=widget)}</div></div></article><div class='comments'><h4>Discussion</h4></div></div>"
    )
    head = (
        f'<meta name="author" content="{AUTHOR}"><meta property="og:title" content="{TITLE}">'
        f'<script type="application/ld+json">{LINKED.replace(PUBLISHER, "Quay Letters")}</script>'
    )
    return Page(
        "newsletter", whole(body, head, TITLE), "\n".join((*STORY, STANDFIRST)), KNOWN | {"publisher": "Quay Letters"}
    )


def interview() -> Page:
    questions = ("Why now?", "Who pays for the repair?", "What if the court says no?")
    answers = (LEAD[1], BODY[2], ENDING[2])
    talk = "".join(
        f"<p><strong>{q}</strong></p><p>{escape(a, quote=False)}</p>" for q, a in zip(questions, answers, strict=True)
    )
    pull = '<blockquote class="pullquote">“We cannot collect money that we may have to pay back”</blockquote>'
    body = f"<nav>{NAVIGATION}</nav><article><h1>{TITLE}</h1>{paragraphs(LEAD[:1])}{talk}{pull}{paragraphs(ENDING[:1])}</article>"
    parts = (TITLE, LEAD[0], *(part for pair in zip(questions, answers, strict=True) for part in pair), ENDING[0])
    text = "\n".join((*parts, "“We cannot collect money that we may have to pay back”"))
    about = {"title": TITLE, "byline": None, "published": None}
    return Page("interview", whole(body + FOOTER, title=TITLE), text, about)


def press_release() -> Page:
    items = "".join(f"<li>{words}</li>" for words in ITEMS)
    body = (
        f'<div class="nav">{NAVIGATION}</div><div role="main"><p class="label">Press release</p><h1>{TITLE}</h1><ul>{items}'
        f"</ul>{story()}<p>ENDS</p><h3>Notes to editors</h3><p>The council has fifteen members and meets on the first "
        "Wednesday of each month.</p></div>" + FOOTER
    )
    text = "\n".join(
        ("Press release", *STORY, *ITEMS, "ENDS Notes to editors",
         "The council has fifteen members and meets on the first Wednesday of each month.")
    )  # fmt: skip
    return Page(
        "press release", whole(body, title=f"{TITLE} | Council of Vessby"), text, {"title": TITLE, "byline": None}
    )


def division_soup() -> Page:
    between = '<div data-testid="ad-slot" class="css-9zy1"><span>Advertisement</span></div>'
    body = (
        f'<div id="__next"><div class="css-1x"><div class="css-2y">{NAVIGATION}</div></div><div class="css-a1"><div '
        f'class="css-b2"><h1 class="css-h1">{TITLE}</h1><div class="css-by">{AUTHOR}</div></div><div class="css-c3">'
        f'{story(tag="div", between=between, class_="css-p")}</div></div><div class="css-r9"><div>Most read</div>'
        f'{teasers("div", texts=True)}</div><div class="css-f">© 2025 {PUBLISHER}</div></div>'
        '<script id="__NEXT_DATA__" type="application/json">{"props": {"secret": "never shown"}}</script>'
    )
    return Page("division soup", whole(body, title=TITLE), "\n".join(STORY), {"title": TITLE})


def short_note() -> Page:
    body = f"<header>{NAVIGATION}</header><article><h1>{TITLE}</h1>{paragraphs(LEAD[:1])}</article><ul>{teasers()}</ul>{FOOTER}"
    return Page("short note", whole(body, title=TITLE), f"{TITLE}\n{LEAD[0]}", {"title": TITLE, "byline": None})


PAGES = (
    newspaper(), consent_wall(), live_blog(), paywall(), line_breaks(), ministry(), blog(), mobile(), old_tables(),
    newsletter(), interview(), press_release(), division_soup(), short_note(),
)  # fmt: skip
