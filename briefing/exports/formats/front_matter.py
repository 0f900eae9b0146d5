"""A Digest in; the lines of a YAML front matter out, nested (pandoc, scripts) or flat (Obsidian's property editor)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.exports.digest import Digest
from briefing.exports.formats.markdown_text import yaml_list, yaml_string

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOT_IN_LINKS = re.compile(r"[\[\]|#^\\/:]+")


def front_matter(digest: Digest) -> Iterator[str]:
    """From `---` to `---` and an empty line; nothing at all where none is wanted. Unknown facts are left out."""
    if digest.choices.front_matter == "none":
        return
    flat = digest.choices.front_matter == "flat"
    article, analysis = digest.article, digest.briefing.analysis
    yield "---"
    yield f"title: {yaml_string(digest.title)}"
    yield "aliases: []"
    yield "tags: [briefing]"
    if article.published and _DATE.fullmatch(article.published):
        yield f"date: {article.published}"
    elif article.published:
        yield f"date: {yaml_string(article.published)}"
    if digest.choices.marking:
        yield f"marking: {yaml_string(digest.choices.marking)}"
    if article.publisher:
        yield f"source: {yaml_string(_link(article.publisher) if flat else article.publisher)}"
    if article.url:
        yield f"url: {yaml_string(article.url)}"
    if article.sha256:
        yield f"source_hash: {yaml_string('sha256:' + article.sha256)}"
    names = [one.name for one in digest.briefing.stakeholders]
    yield f"stakeholders: {yaml_list([_link(name) for name in names] if flat else names)}"
    yield f"issues: {yaml_list([one.label for one in digest.briefing.issues])}"
    facts = {
        "schema": yaml_string(digest.briefing.schema),
        "tool": yaml_string(analysis.version),
        "model": yaml_string(f"{analysis.model} {analysis.model_version}"),
        "reviewed": str(digest.reviewed),
        "unreviewed": str(len(digest.briefing.statements) - digest.reviewed),
    }
    if flat:
        yield from (f"briefing_{name}: {value}" for name, value in facts.items())
    else:
        yield f"briefing: {{{', '.join(f'{name}: {value}' for name, value in facts.items())}}}"
    yield "cssclasses: []"
    yield from ["---", ""]


def _link(name: str) -> str:
    """A link to a note of that name, as Obsidian reads it in a property."""
    return f"[[{_NOT_IN_LINKS.sub(' ', name).strip()}]]"
