"""Exports opened in the programs they are meant for, where these are installed."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree

import pytest

from briefing.errors import ProgramMissingError
from briefing.exports import render
from briefing.exports.formats.csv_text import read_csv

needs_pandoc = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
needs_chromium = pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed")
needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


def words_of(node) -> str:
    """All text in a piece of pandoc's syntax tree."""
    if isinstance(node, list):
        return "".join(map(words_of, node))
    if isinstance(node, dict):
        if node.get("t") == "Str":
            return node["c"]
        if node.get("t") in ("Space", "SoftBreak"):
            return " "
        if node.get("t") == "Quoted":
            return f"“{words_of(node['c'][1])}”"
        return words_of(node.get("c", ""))
    return ""


def kinds_of(node) -> set[str]:
    if isinstance(node, list):
        return set().union(*map(kinds_of, node))
    if isinstance(node, dict):
        return {node["t"]} | kinds_of(node.get("c", "")) if "t" in node else set().union(*map(kinds_of, node.values()))
    return set()


@needs_pandoc
@pytest.mark.parametrize("flavour", ["gfm", "markdown", "commonmark_x"])
def test_pandoc_reads_the_page_as_it_is_meant(pier, flavour):
    page = render(pier, "markdown", tlp="amber")
    command = ["pandoc", f"--from={flavour}", "--to=json"]
    tree = json.loads(subprocess.run(command, input=page, capture_output=True, check=True, timeout=60).stdout)
    kinds = kinds_of(tree["blocks"])
    assert not kinds & {
        "RawInline",
        "RawBlock",
        "Link",
        "Image",
        "Code",
        "CodeBlock",
        "HorizontalRule",
        "Math",
        "Emph",
        "Cite",
    }
    assert {"Table", "BlockQuote", "Note"} <= kinds
    shown = words_of(tree["blocks"]).replace("'", "’")
    assert "“a *bold* <b>gamble</b> with [other people’s](http://money.example) {{ boats }}”" in shown
    assert "“We will not close the pier. Not this year.”" in shown


@needs_pandoc
def test_a_word_document_holds_the_quotations(pier):
    document = zipfile.ZipFile(io.BytesIO(render(pier, "docx")))
    body = ElementTree.fromstring(document.read("word/document.xml"))
    text = "".join(body.itertext())
    assert "“We will not close the pier. Not this year.”" in text
    assert "<b>gamble</b>" in text
    assert document.read("word/document.xml").count(b"w:hyperlink") == 0


@needs_pandoc
@pytest.mark.parametrize("words", ["a soft\u00adhyphen and a non\u2011breaking one", "decomposed: re\u0301sume\u0301"])
def test_a_word_document_can_hold_what_pandoc_writes_in_another_way(around, words):
    assert render(around(words), "docx")


@needs_pandoc
def test_a_word_document_is_the_same_every_time(pier):
    assert render(pier, "docx", created=0) == render(pier, "docx", created=0)


@needs_pandoc
def test_a_word_document_has_its_marking_on_every_page_and_no_note_twice(pier):
    document = zipfile.ZipFile(io.BytesIO(render(pier, "docx", tlp="amber", handling="a <b> & “c”")))
    headers = [name for name in document.namelist() if name.startswith("word/header")]
    assert len(headers) == 1
    header = ElementTree.fromstring(document.read(headers[0]))
    assert "".join(header.itertext()) == "TLP:AMBER · a <b> & “c”"
    assert b"headerReference" in document.read("word/document.xml")
    notes = ["".join(one.itertext()) for one in ElementTree.fromstring(document.read("word/footnotes.xml"))]
    placed = [note for note in notes if "characters" in note]
    assert len(placed) == len(set(placed)) == len(pier.statements) + 1  # and one for a condition
    assert b"headerReference" not in zipfile.ZipFile(io.BytesIO(render(pier, "docx"))).read("word/document.xml")


def test_without_pandoc_a_word_document_is_refused_in_one_sentence(pier, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(
        ProgramMissingError, match="needs pandoc, which is not installed; install it, or export as markdown"
    ):
        render(pier, "docx")


@pytest.mark.slow
@needs_chromium
def test_the_browser_shows_the_page_and_prints_it(pier, tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes(render(pier, "html"))
    browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    shown = subprocess.run([*browser, "--dump-dom", page.as_uri()], capture_output=True, check=True, timeout=120)
    assert b"<mark" in shown.stdout
    assert b"Content Security Policy" not in shown.stderr
    target = tmp_path / "page.pdf"
    subprocess.run([*browser, f"--print-to-pdf={target}", page.as_uri()], capture_output=True, check=True, timeout=120)
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.slow
@needs_libreoffice
def test_libreoffice_opens_the_statements_without_calculating(pier, around, tmp_path):
    for name, briefing in (("pier", pier), ("formula", around("=1+1"))):
        source = tmp_path / f"{name}.csv"
        source.write_bytes(render(briefing, "csv"))
        command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"]
        # Comma, double quotes, UTF-8: what a double click on the file chooses.
        command += ["--infilter=CSV:44,34,76,1", "--convert-to", "fods", "--outdir", str(tmp_path), str(source)]
        subprocess.run(command, capture_output=True, check=True, timeout=180)
        sheet = (tmp_path / f"{name}.fods").read_text(encoding="utf-8")
        assert "table:formula" not in sheet
        rows = read_csv(source.read_text(encoding="utf-8"))
        assert rows[0]["stakeholder"].split()[0] in sheet


@pytest.mark.slow
@needs_pandoc
@pytest.mark.skipif(not shutil.which("lowriter"), reason="LibreOffice Writer is not installed")
def test_libreoffice_opens_the_word_document(pier, tmp_path):
    source = tmp_path / "pier.docx"
    source.write_bytes(render(pier, "docx", tlp="amber"))
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    shown = (tmp_path / "pier.txt").read_text(encoding="utf-8")
    assert "TLP:AMBER" in shown
    assert "“We will not close the pier. Not this year.”" in shown
    assert "a *bold* <b>gamble</b>" in shown
