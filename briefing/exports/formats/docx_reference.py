"""pandoc's own reference document and a handling marking in; one with the marking and page numbers on every page out.

pandoc takes styles, page header and page footer of a document from such a reference. Where another version of pandoc
lays its reference out differently, what is not found is left as it is.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from briefing.exports.visible import one_line

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PAGE_NUMBER = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
_SECTION = re.compile(r"<w:sectPr([^>]*?)\s*(/?)>")
_HALF_POINTS = {"FootnoteText": 17, "Compact": 20}
"""Sizes of notes and of cells and lists, in half points: columns must hold the word "conditional"."""


def with_page_edges(reference: bytes, marking: str) -> bytes:
    """The reference document with a page header (only where there is a marking) and a page footer."""
    edges = {"footer": _PAGE_NUMBER}
    if marking:
        edges["header"] = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(one_line(marking))}</w:t></w:r>'
    with zipfile.ZipFile(io.BytesIO(reference)) as given:
        parts = {info.filename: given.read(info) for info in given.infolist()}
    _append(parts, "[Content_Types].xml", "</Types>", "".join(map(_content_type, edges)))
    _append(parts, "word/_rels/document.xml.rels", "</Relationships>", "".join(map(_relation, edges)))
    references = "".join(map(_section_reference, edges))
    document = parts["word/document.xml"].decode()
    parts["word/document.xml"] = _SECTION.sub(
        lambda found: f"<w:sectPr{found[1]}>{references}{'</w:sectPr>' if found[2] else ''}", document
    ).encode()
    styles = parts["word/styles.xml"].decode()
    for style, size in _HALF_POINTS.items():
        found = re.compile(rf'(<w:style [^>]*w:styleId="{style}".*?)(</w:style>)', re.DOTALL)
        styles = found.sub(rf'\1<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>\2', styles, count=1)
    parts["word/styles.xml"] = styles.encode()
    parts |= {f"word/{edge}_briefing.xml": _edge(edge, content) for edge, content in edges.items()}
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as made:
        for name, data in parts.items():
            # With ZipInfo's own date, which is always the same, instead of that of now.
            made.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return output.getvalue()


def _append(parts: dict[str, bytes], name: str, end: str, elements: str) -> None:
    """Put elements before the end tag of a part."""
    parts[name] = parts[name].decode().replace(end, elements + end).encode()


def _content_type(edge: str) -> str:
    return f'<Override PartName="/word/{edge}_briefing.xml" ContentType="{_CONTENT}.{edge}+xml"/>'


def _relation(edge: str) -> str:
    return f'<Relationship Id="rIdBriefing{edge}" Type="{_OFFICE}/{edge}" Target="{edge}_briefing.xml"/>'


def _section_reference(edge: str) -> str:
    return f'<w:{edge}Reference xmlns:r="{_OFFICE}" w:type="default" r:id="rIdBriefing{edge}"/>'


def _edge(edge: str, content: str) -> bytes:
    tag = {"header": "hdr", "footer": "ftr"}[edge]
    paragraph = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{content}</w:p>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{tag} xmlns:w="{_WORD}">{paragraph}</w:{tag}>'.encode()
