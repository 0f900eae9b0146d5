"""How well printed pages are read: words in order, whole paragraphs and headings of PDFs that a browser makes.

    python tests/benchmarks/printed_pages.py

Needs chromium on the path; without it nothing is measured, which is said.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from difflib import SequenceMatcher
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from briefing.articles.formats.pdf import read_pdf
from briefing.articles.sandbox import Request
from tests.articles.web_pages import BODY, ENDING, HEADING, LEAD, SECOND_HEADING, TITLE

TIMES = 4
"""How often the story stands in a document, each time with numbers of its own."""

TEXT = "body { font: 11pt/1.35 'DejaVu Serif', serif } p { text-align: justify; hyphens: auto } h2 { font-size: 13pt }"
LAYOUTS = {
    "one column": (TEXT, False),
    "with the browser's margins": (TEXT, True),
    "two columns": (TEXT + ".text { column-count: 2; column-gap: 8mm; font-size: 10pt }", False),
    "three columns": (TEXT + ".text { column-count: 3; column-gap: 6mm; font-size: 9pt }", False),
    "indented, bold headings": (TEXT + "p { margin: 0; text-indent: 1.5em } h2 { font-size: 11pt; margin: 0 }", False),
    "large first letter": (TEXT + "h2 + p::first-letter { font-size: 30pt; float: left; line-height: 1 }", False),
    "sans, ragged": ("body { font: 10.5pt/1.4 'DejaVu Sans', sans-serif }", False),
}  # fmt: skip


def story() -> list[tuple[str, str]]:
    """Tag and words of each part of the document."""
    parts = [("h1", TITLE)]
    for number in range(1, TIMES + 1):
        for tag, texts in (("p", LEAD), ("h2", (HEADING,)), ("p", BODY), ("h2", (SECOND_HEADING,)), ("p", ENDING)):
            parts += [
                (tag, f"{words} This is report {number}." if tag == "p" else f"{words} ({number})") for words in texts
            ]
    return parts


def printed(style: str, margins: bool, folder: Path) -> bytes:
    """The story as a browser prints it."""
    parts = "".join(f"<{tag}>{words}</{tag}>" for tag, words in story())
    page = folder / "page.html"
    page.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{TITLE}</title><style>{style}</style>'
        f'<div class="text">{parts}</div></html>'
    )
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={folder / 'page.pdf'}"]
    plain = [] if margins else ["--no-pdf-header-footer"]
    subprocess.run([*command, *plain, page.as_uri()], check=True, capture_output=True, timeout=120)
    return (folder / "page.pdf").read_bytes()


def main() -> None:
    if not shutil.which("chromium"):
        print("printed pages: not measured, because chromium is not installed")
        return
    wanted = story()
    words = " ".join(part for _, part in wanted).split()
    print(f"{'':28} {'recall':>7} {'precision':>9}  whole parts  headings right, found, expected")
    for name, (style, margins) in LAYOUTS.items():
        with tempfile.TemporaryDirectory() as folder:
            document = read_pdf(Request("pdf", name, printed(style, margins, Path(folder))))[0]
        found = document.text.split()
        blocks = SequenceMatcher(None, words, found, autojunk=False).get_matching_blocks()
        shared = sum(block.size for block in blocks)
        texts = {(block.kind == "heading", block.span.of(document.text)) for block in document.blocks or ()}
        whole = sum(part in {text for _, text in texts} for _, part in wanted)
        headings = {part for tag, part in wanted if tag != "p"}
        marked = {text for is_heading, text in texts if is_heading}
        print(
            f"{name:28} {shared / len(words):7.3f} {shared / max(1, len(found)):9.3f}  {whole:3} of {len(wanted)}"
            f"   {len(marked & headings)}, {len(marked)}, {len(headings)}"
        )


if __name__ == "__main__":
    main()
