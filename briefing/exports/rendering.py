"""A Briefing and a format in; the bytes of an export out, after every quotation in them has been compared."""

from __future__ import annotations

from typing import Any

from briefing.errors import UsageError
from briefing.exports.choices import make_choices
from briefing.exports.evidence import compare, verify
from briefing.exports.formats.registry import FORMATS
from briefing.exports.scope import narrow
from briefing.model import Briefing
from briefing.nearest import hint

TEMPLATED = ("markdown", "docx")
"""Formats whose page a template of the reader's own can make."""


def render(briefing: Briefing, format: str, **choices: Any) -> bytes:  # noqa: A002 - the word of the command line
    """The briefing in a format of `FORMATS`; `choices` are the fields of `Choices`.

    The same briefing and choices give the same bytes, whenever and wherever.

    Raises:
        UsageError: no such format, choice, stakeholder or issue.
        EvidenceError: something in it is not what the article says; nothing is returned.
        ConfigurationError: the chosen template is wrong.
    """
    if format not in FORMATS:
        raise UsageError(f"no format {format!r}{hint(format, FORMATS)}")
    chosen = make_choices(choices)
    if chosen.template and format not in TEMPLATED:
        raise UsageError(f"a template makes Markdown; choose one of {', '.join(TEMPLATED)} instead of {format}")
    verify(briefing)
    part = narrow(briefing, chosen)
    verify(part)
    renderer = FORMATS[format].renderer()
    output = renderer.render(part, chosen)
    data = output.encode() if isinstance(output, str) else output
    compare(part.article.text, renderer.passages(data))
    return data
