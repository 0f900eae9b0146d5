"""A Briefing and a template of the reader's own in; the Markdown that the template makes of the facts out.

A template is a Jinja2 file `NAME.md.j2` in the templates folder. Its first line is `{# briefing template 1 #}`: the
number is the version of the context that `context` builds, and changes when a name or a meaning in it changes.
Everything that a template prints is escaped as Markdown. It runs in a sandbox: no files, no imports, no Python.
"""

from __future__ import annotations

import re
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.loaders import FileSystemLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.errors import ConfigurationError
from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.exports.entries import Entry, Evidence, Excerpt
from briefing.exports.evidence import EvidenceError
from briefing.exports.formats.markdown_text import escape, unescape
from briefing.exports.marks import quotations
from briefing.exports.summary import summarise
from briefing.exports.visible import one_line
from briefing.exports.words import FORM_WORDS, STANCE_LETTERS
from briefing.model import Briefing
from briefing.nearest import hint

VERSION = 1
SUFFIX = ".md.j2"

_FIRST_LINE = re.compile(r"\{#-?\s*briefing template (\d+)\s*-?#\}")
_QUOTED = re.compile(r"“([^“”\n]+)”")


def render_template(briefing: Briefing, choices: Choices) -> str:
    """The page that the chosen template makes.

    Raises:
        ConfigurationError: there is no such template, or it is wrong; the message names template and line.
        EvidenceError: it puts words in quotation marks that do not stand in quotation marks in the article.
    """
    name = f"{choices.template}{SUFFIX}"
    folder = choices.template_folder
    if folder is None:
        raise ConfigurationError(f"template {choices.template!r}: no folder for templates is set")
    path = folder / name
    source = _source(path, folder)
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        finalize=_escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # HTML's escapes would be shown as they are; `finalize` escapes for Markdown
    )
    try:
        output = environment.get_template(name).render(context(briefing, choices))
    except TemplateSyntaxError as error:
        raise ConfigurationError(f"{folder / (error.name or name)}:{error.lineno}: {error.message}") from error
    except Exception as error:  # whatever an expression in a template raises is the template's
        raise ConfigurationError(f"{_place(error, path)}: {one_line(str(error)) or type(error).__name__}") from error
    _check_quotations(output, source, Digest(briefing, choices))
    return output


def template_names(folder: Path) -> list[str]:
    """The names of the templates in a folder, in order."""
    return sorted(path.name.removesuffix(SUFFIX) for path in folder.glob(f"*{SUFFIX}"))


def context(briefing: Briefing, choices: Choices) -> dict[str, Any]:
    """What a template can use, all of it plain text, numbers, lists and mappings.

    `title`, `marking`, `article` (title, byline, publisher, published, url, words, sha256), `summary` (sentences),
    `stakeholders` (id, name, kind, role, affiliation, aliases), `columns` (labels), `rows` (name, cells: letter,
    stance, weight, reviewed, statements, or none), `issues` (label, sides: heading, current, statements, entries),
    `other` (sides of statements on no common issue), `legend`, `unknown`, `reviewed`, `total`, `version`. An entry is
    what one stakeholder says in the same words: name, facts, review, statements (ids), excerpts, conditions. A
    statement has id, name, role, form, stance, status, weight, cue, told_by, reviewed, excerpts and condition (words,
    shown, quoted, paragraph, start, end); `shown` has quotation marks where the article has them, and nowhere else.
    """
    digest = Digest(briefing, choices)
    article = briefing.article
    facts = ("title", "byline", "publisher", "published", "url", "words", "sha256")
    return {
        "version": VERSION,
        "title": digest.title,
        "marking": choices.marking,
        "article": {name: getattr(article, name) for name in facts},
        "summary": summarise(digest).sentences,
        "stakeholders": [
            {
                "id": one.id,
                "name": one.name,
                "kind": one.kind,
                "role": one.role,
                "affiliation": digest.stakeholders[one.affiliation].name if one.affiliation else None,
                "aliases": list(one.aliases),
            }
            for one in briefing.stakeholders
        ],
        "columns": [issue.label for issue in digest.columns],
        "rows": [
            {"name": row.name, "cells": [_cell(digest, row.id, issue.id) for issue in digest.columns]}
            for row in digest.rows
        ],
        "issues": [
            {"label": issue.label, "sides": _sides(digest, issue.id)}
            for issue in briefing.issues
            if digest.sides(issue.id)
        ],
        "other": _sides(digest, None),
        "legend": digest.legend,
        "unknown": digest.unknown,
        "reviewed": digest.reviewed,
        "total": len(briefing.statements),
    }


def _cell(digest: Digest, stakeholder: str, issue: str) -> dict[str, Any] | None:
    position = digest.position(stakeholder, issue)
    if position is None:
        return None
    return {
        "letter": STANCE_LETTERS[position.stance],
        "stance": position.stance,
        "weight": digest.cell_weight(position),
        "reviewed": digest.cell_reviewed(position),
        "statements": list(position.statements),
    }


def _sides(digest: Digest, issue: str | None) -> list[dict[str, Any]]:
    return [
        {
            "heading": side.heading,
            "current": side.current,
            "statements": [_statement(one) for one in side.evidence],
            "entries": [_entry(one) for one in side.entries],
        }
        for side in digest.sides(issue)
    ]


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "name": entry.first.heading,
        "facts": entry.facts(),
        "review": entry.review,
        "statements": [one.statement.id for one in entry.evidence],
        "excerpts": [_excerpt(one) for one in entry.first.excerpts],
        "conditions": [_excerpt(same[0]) for same in entry.conditions],
    }


def _statement(evidence: Evidence) -> dict[str, Any]:
    return {
        "id": evidence.statement.id,
        "name": evidence.name,
        "role": evidence.holder.role if evidence.holder else None,
        "form": FORM_WORDS[evidence.statement.form],
        "stance": evidence.statement.stance,
        "status": evidence.statement.status,
        "weight": evidence.weight,
        "cue": one_line(evidence.cue),
        "told_by": evidence.told_by,
        "reviewed": evidence.reviewed,
        "excerpts": [_excerpt(one) for one in evidence.excerpts],
        "condition": _excerpt(evidence.condition) if evidence.condition else None,
    }


def _excerpt(excerpt: Excerpt) -> dict[str, Any]:
    words = one_line(excerpt.words)
    return {
        "words": words,
        "shown": f"“{words}”" if excerpt.quoted else words,
        "quoted": excerpt.quoted,
        "paragraph": excerpt.citation,
        "start": excerpt.span.start,
        "end": excerpt.span.end,
    }


def _escaped(value: Any) -> Any:
    return escape(value) if isinstance(value, str) else value


def _source(path: Path, folder: Path) -> str:
    """The text of a template, after its first line has been checked."""
    names = template_names(folder)
    if path.name.removesuffix(SUFFIX) not in names:
        raise ConfigurationError(f"{path}: no such template{hint(path.name.removesuffix(SUFFIX), names)}")
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: cannot be read ({error}); save it as UTF-8") from error
    match = _FIRST_LINE.match(source)
    if match is None:
        raise ConfigurationError(f"{path}:1: the first line must be {{# briefing template {VERSION} #}}")
    if int(match[1]) != VERSION:
        raise ConfigurationError(f"{path}:1: is made for version {match[1]} of templates; this program has {VERSION}")
    return source


def _place(error: Exception, path: Path) -> str:
    """File and line of the template where an error arose; without a line where Jinja2 gives none."""
    lines = [
        (frame.f_code.co_filename, line)
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename.endswith(SUFFIX)
    ]
    place = f"{lines[-1][0]}:{lines[-1][1]}" if lines else str(path)
    return f"{place}: include of a missing template" if isinstance(error, TemplateNotFound) else place


def _check_quotations(output: str, source: str, digest: Digest) -> None:
    """Whatever stands between “ and ” must do so in the article, or be the template's own words."""
    text = digest.article.text
    quoted = [one_line(span.of(text)) for block in digest.passages.blocks for span in quotations(text, block)]
    for match in _QUOTED.finditer(output):
        words = one_line(unescape(match[1]))
        if match[0] not in source and not any(words in one for one in quoted):
            raise EvidenceError(
                f"export stopped: the template puts {words[:60]!r} in quotation marks, which the article does not; "
                f"print `excerpt.shown` without marks around it"
            )
