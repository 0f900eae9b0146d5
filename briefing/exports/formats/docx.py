"""A Briefing in; a Word document out, made from the Markdown page by pandoc, another program that may be missing."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

from msgspec.structs import replace

from briefing.errors import InputOutputError, ProgramMissingError
from briefing.exports.choices import Choices
from briefing.exports.evidence import Passage
from briefing.exports.formats import markdown
from briefing.exports.formats.docx_reference import with_page_edges
from briefing.exports.formats.markdown import PLACE, placed
from briefing.model import Briefing

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLOCK_QUOTE = "BlockText"
_SIGNS = {f"{_W}softHyphen": "\u00ad", f"{_W}noBreakHyphen": "\u2011", f"{_W}br": " ", f"{_W}tab": "\t"}
"""Signs for which Word has elements of their own."""

MOST_SECONDS = 120
"""After which pandoc is given up."""

NAMES = 1.6
"""Width of a column of names, where that of another column is 1."""


def render(briefing: Briefing, choices: Choices) -> bytes:
    """The document.

    Raises:
        ProgramMissingError: pandoc is not installed.
        InputOutputError: pandoc failed.
    """
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        raise ProgramMissingError(
            "a Word document needs pandoc, which is not installed; install it, or export as markdown"
        )
    chosen = replace(choices, front_matter="none")
    # Word counts every reference to a note as a note of its own, so those of the table would double all of them.
    page = markdown.render(briefing, chosen, table_has_notes=False)
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        reference, target = Path(folder) / "reference.docx", Path(folder) / "briefing.docx"
        given = _run([pandoc, "--print-default-data-file=reference.docx"], b"", choices)
        reference.write_bytes(with_page_edges(given, choices.marking))
        # Not --sandbox: with it Debian's pandoc does not find its own data. The page names no other file.
        tree = _run([pandoc, "--from=gfm-autolink_bare_uris", "--to=json"], page.encode(), choices)
        command = [pandoc, "--from=json", "--to=docx", "--shift-heading-level-by=-1"]
        _run([*command, f"--reference-doc={reference}", f"--output={target}", "-"], _with_widths(tree), choices)
        if not target.exists():
            raise InputOutputError(f"{pandoc}: made no document; export as markdown instead")
        return target.read_bytes()


def passages(output: bytes) -> Iterator[Passage]:
    """The words of every block quote with the places that its notes give, read back out of the document."""
    with zipfile.ZipFile(io.BytesIO(output)) as document:
        body = Xml.fromstring(document.read("word/document.xml"))
        notes = Xml.fromstring(document.read("word/footnotes.xml"))
    places = {note.get(f"{_W}id"): PLACE.search(_text(note)) for note in notes}
    for paragraph in body.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is not None and style.get(f"{_W}val") == _BLOCK_QUOTE:
            for reference in paragraph.iter(f"{_W}footnoteReference"):
                if place := places.get(reference.get(f"{_W}id")):
                    yield replace(placed(_text(paragraph).strip(), place), is_composed=True)


def _text(element: Xml.Element) -> str:
    return "".join(_SIGNS.get(one.tag, one.text or "") for one in element.iter() if one.tag in (f"{_W}t", *_SIGNS))


def _with_widths(tree: bytes) -> bytes:
    """pandoc's syntax tree with tables as wide as the page, their first column, with the names, wider than the others.

    Without widths a word processor makes all columns equal and breaks names inside words.
    """
    document = json.loads(tree)
    for block in document["blocks"]:
        if block["t"] == "Table":
            columns = block["c"][2]
            for number, column in enumerate(columns):
                width = (NAMES if number == 0 else 1) / (len(columns) - 1 + NAMES)
                column[1] = {"t": "ColWidth", "c": width}
    return json.dumps(document).encode()


def _run(command: list[str], data: bytes, choices: Choices) -> bytes:
    """What pandoc prints when it is given these bytes."""
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=MOST_SECONDS, env=_environment(choices))
    except (OSError, subprocess.TimeoutExpired) as error:
        raise InputOutputError(f"{command[0]}: cannot be run ({error}); export as markdown instead") from error
    if done.returncode != 0:
        reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["no reason given"]
        raise InputOutputError(f"{command[0]}: made no document ({reason[0]}); export as markdown instead")
    return done.stdout


def _environment(choices: Choices) -> dict[str, str]:
    """pandoc writes the date of SOURCE_DATE_EPOCH into the document; without one, the same date every time."""
    return {**os.environ, "SOURCE_DATE_EPOCH": str(choices.created or 0)}
