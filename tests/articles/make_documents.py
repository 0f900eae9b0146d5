"""Small documents in every format, made from one story; also used by the benchmarks and the fuzz run."""

from __future__ import annotations

import io
import json
import zipfile
from html import escape

TITLE = "Lindmark Weighs a Levy on Cruise Ships"
AUTHOR = "Ines Okafor"
PUBLISHER = "The Quayside Courier"
DATE = "2025-03-06"
HEADING = "What the harbour wants"
PARAGRAPHS = (
    "The government of Lindmark said on Thursday that it would not accept a levy on cruise ships before the summer, "
    "and its transport minister, Tomas Relin, called the draft “a tax on arriving.”",
    "The port authority supports the charge. Its director, Mara Holm, told the council that two berths could not be "
    "repaired without it, and she asked for a decision in April at the latest.",
    "Shipping lines have threatened to sail to Karlsund instead. The mayor said she did not believe them, because "
    "the harbour there is closed for dredging until the end of next year.",
)
ITEMS = ("The levy would be five euros a head", "Ferries would be exempt for ten years")


def blocks() -> list[tuple[str, str]]:
    """The story as (kind, words)."""
    first, *rest = PARAGRAPHS
    return [
        ("title", TITLE),
        ("paragraph", first),
        ("heading", HEADING),
        *(("paragraph", words) for words in rest),
        *(("item", words) for words in ITEMS),
        ("paragraph", "A vote is expected in the week after Easter, the council’s clerk said in a short note."),
    ]


def plain() -> bytes:
    return "\n\n".join(words for _, words in blocks()).encode()


def markdown() -> bytes:
    signs = {"title": "# ", "heading": "## ", "item": "- ", "paragraph": ""}
    body = "\n\n".join(signs[kind] + words for kind, words in blocks())
    front = f'---\ntitle: "{TITLE}"\nauthor: {AUTHOR}\npublisher: {PUBLISHER}\ndate: {DATE}\n---\n\n'
    return (front + body).encode()


def html_body() -> str:
    tags = {"title": "h1", "heading": "h2", "paragraph": "p"}
    pieces, items = [], ""
    for kind, words in blocks():
        if kind == "item":
            items += f"<li>{escape(words)}</li>"
        else:
            if items:
                pieces.append(f"<ul>{items}</ul>")
                items = ""
            pieces.append(f"<{tags[kind]}>{escape(words)}</{tags[kind]}>")
    return "\n".join(pieces)


def html(body: str | None = None) -> bytes:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | {PUBLISHER}</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{PUBLISHER}">
<meta name="author" content="{AUTHOR}"><meta property="article:published_time" content="{DATE}T08:00:00Z">
<script>var secret = "never shown";</script></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<article>{html_body() if body is None else body}</article>
<footer><p>Copyright The Quayside Courier. All rights reserved.</p><a href="/terms">Terms</a></footer>
</body></html>""".encode()


def zipped(members: dict[str, str | bytes], first: str | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr(zipfile.ZipInfo("mimetype"), first)
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str | None = None, prologue: str = "", styles: str = "") -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    properties = {
        "title": '<w:pPr><w:pStyle w:val="Title"/></w:pPr>',
        "heading": '<w:pPr><w:pStyle w:val="berschrift2"/></w:pPr>',
        "item": '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
        "paragraph": "",
    }
    if body is None:
        body = "".join(
            f"<w:p>{properties[kind]}<w:r><w:t xml:space='preserve'>{escape(words)}</w:t></w:r></w:p>"
            for kind, words in blocks()
        )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'{prologue}<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
            "word/styles.xml": f'<w:styles xmlns:w="{word}"><w:style w:styleId="berschrift2">'
            f'<w:name w:val="heading 2"/></w:style>{styles}</w:styles>',
            "docProps/core.xml": '<c:coreProperties xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{TITLE}</dc:title><dc:creator>{AUTHOR}</dc:creator></c:coreProperties>",
        }
    )


def odt(body: str | None = None, prologue: str = "", styles: str = "") -> bytes:
    if body is None:
        body = ""
        for kind, words in blocks():
            words = escape(words)
            if kind in {"title", "heading"}:
                body += f'<text:h text:outline-level="{1 if kind == "title" else 2}">{words}</text:h>'
            elif kind == "item":
                body += f"<text:list><text:list-item><text:p>{words}</text:p></text:list-item></text:list>"
            else:
                body += f"<text:p>{words}</text:p>"
    names = {"text": "text", "style": "style", "table": "table", "draw": "drawing", "fo": "xsl-fo-compatible"}
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"' for n, full in names.items())
    office = f'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" {spaces}'
    return zipped(
        {
            "content.xml": f"{prologue}<office:document-content {office}>{styles}<office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
            "meta.xml": '<m xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="m">'
            f"<dc:creator>Karl Stenz</dc:creator><dc:title>{TITLE}</dc:title>"
            f"<meta:initial-creator>{AUTHOR}</meta:initial-creator></m>",
        },
        "application/vnd.oasis.opendocument.text",
    )


def epub(chapter: str | None = None) -> bytes:
    page = f"<html><body>{html_body() if chapter is None else chapter}</body></html>"
    return zipped(
        {
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles>'
            "</container>",
            "OEBPS/book.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>{TITLE}</dc:title><dc:creator>{AUTHOR}</dc:creator><dc:language>en</dc:language>"
            f"<dc:publisher>{PUBLISHER}</dc:publisher><dc:date>{DATE}</dc:date></metadata>"
            '<manifest><item id="c1" href="chapter%201.xhtml"/></manifest>'
            '<spine><itemref idref="c1"/></spine></package>',
            "OEBPS/chapter 1.xhtml": page,
        },
        "application/epub+zip",
    )


def rtf() -> bytes:
    def encode(words: str) -> str:
        return "".join(c if c.isascii() else rf"\u{ord(c)}?" for c in words)

    body = r"\par\par ".join(encode(words) for _, words in blocks())
    return (r"{\rtf1\ansi{\info{\title " + TITLE + r"}{\author " + AUTHOR + "}}" + body + r"\par}").encode("ascii")


def mail(body: str | None = None) -> bytes:
    text = "\n\n".join(words for _, words in blocks()[1:]) if body is None else body
    return (
        f"From: {AUTHOR} <ines@courier.example>\nTo: desk@example.org\nSubject: {TITLE}\n"
        "Date: Thu, 06 Mar 2025 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: 8bit\n\n{text}\n"
    ).encode()


def saved_page() -> bytes:
    """A page as a browser saves it in one file (MHTML)."""
    page = html().decode().replace("=", "=3D").encode("utf-8")
    quoted = b"".join(bytes([byte]) if byte < 128 else b"=%02X" % byte for byte in page)
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/levy\r\n"
        b"Subject: =?utf-8?Q?Lindmark=20Weighs?=\r\nDate: Tue, 8 Apr 2025 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x--"\r\n\r\n\r\n----x--\r\n'
        b"Content-Type: text/html\r\nContent-ID: <frame-1>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: https://courier.example/levy\r\n\r\n"
        + quoted
        + b"\r\n----x--\r\nContent-Type: text/css\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://courier.example/a.css\r\n\r\n"
        b"p { color: red }\r\n----x----\r\n"
    )


def mailbox() -> bytes:
    return b"".join(b"From desk@example.org Thu Mar  6 08:00:00 2025\n" + mail() + b"\n" for _ in range(2))


def rss() -> bytes:
    item = (
        f"<item><title>{TITLE}</title><link>https://example.org/levy</link><pubDate>Thu, 06 Mar 2025 08:00:00 GMT"
        f"</pubDate><dc:creator>{AUTHOR}</dc:creator><description>{escape(html_body())}</description></item>"
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{PUBLISHER}</title>{item}{item}</channel></rss>"
    ).encode()


def atom() -> bytes:
    return (
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{PUBLISHER}</title><entry>'
        f'<title>{TITLE}</title><link href="https://example.org/levy"/><published>{DATE}T08:00:00Z</published>'
        f'<author><name>{AUTHOR}</name></author><content type="html">{escape(html_body())}</content></entry></feed>'
    ).encode()


def opml() -> bytes:
    return (
        b'<opml version="2.0"><body><outline text="News"><outline text="Courier" xmlUrl="https://example.org/rss"/>'
        b'<outline text="Herald" xmlUrl="https://example.org/atom"/></outline></body></opml>'
    )


def record() -> dict[str, str]:
    text = plain().decode()
    return {"headline": TITLE, "author": AUTHOR, "source": PUBLISHER, "date": DATE, "body": text}


def json_record() -> bytes:
    return json.dumps(record()).encode()


def json_lines() -> bytes:
    return b"\n".join([json_record(), json_record()])


def warc() -> bytes:
    page = html()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        b"WARC-Date: 2025-03-06T08:00:00Z\r\nWARC-Target-URI: https://example.org/levy\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: "
        + str(len(answer)).encode()
        + b"\r\n\r\n"
        + answer
        + b"\r\n\r\n"
    )


Placed = tuple[float, float, float, str]
"""Place from the left and from the bottom in points, size of the letters, words."""


def pdf(
    pages: list[list[Placed]] | None = None, title: str = TITLE, author: str = AUTHOR, bold: tuple[str, ...] = ()
) -> bytes:
    """A PDF of A4 pages with lines of Helvetica, written by hand (ISO 32000, sections 7 and 9).

    What stands between two ^ is small and raised; the lines that `bold` names are set in a bold font.
    """
    pages = [pdf_page()] if pages is None else pages
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    objects.append(f"<< /Title ({title}) /Author ({author}) >>")
    objects.append(objects[2].replace("/Helvetica", "/Helvetica-Bold"))
    kids = []
    for lines in pages:
        stream = "\n".join(_pdf_line(line, "F2" if line[3] in bold else "F1") for line in lines)
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 5 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return out


def pdf_page(top: float = 740, left: float = 72, columns: int = 80) -> list[Placed]:
    import textwrap

    lines: list[Placed] = []
    y = top
    for kind, words in blocks():
        size = {"title": 20.0, "heading": 14.0}.get(kind, 11.0)
        for line in textwrap.wrap(words, columns if size == 11 else 50):
            lines.append((left, y, size, line))
            y -= size * 1.25
        y -= 10
    return lines


def _pdf_line(line: Placed, font: str) -> str:
    x, y, size, words = line
    shown = [
        f"/{font} {size * 0.6 if raised else size} Tf {size * 0.4 if raised else 0} Ts ({_pdf_string(part)}) Tj"
        for raised, part in zip([False, True] * len(words), words.split("^"), strict=False)
    ]
    return f"BT {x} {y} Td {' '.join(shown)} ET"


def _pdf_string(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def everything() -> dict[str, bytes]:
    """One document of each format, by the name of its file."""
    return {
        "story.txt": plain(), "story.md": markdown(), "story.html": html(), "story.docx": docx(), "story.odt": odt(),
        "story.epub": epub(), "story.rtf": rtf(), "story.eml": mail(), "story.mhtml": saved_page(),
        "story.mbox": mailbox(), "story.rss": rss(),
        "story.atom": atom(), "story.json": json_record(), "story.jsonl": json_lines(), "story.warc": warc(),
        "story.pdf": pdf(),
    }  # fmt: skip
