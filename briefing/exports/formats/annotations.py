"""A Briefing in; its statements as W3C Web Annotations (JSON-LD) out, for Hypothesis, recogito and the like.

https://www.w3.org/TR/annotation-model/. Positions count Unicode code points, as Python does. Each piece of content
has both selectors, because words alone may occur twice.
"""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Iterator
from typing import Any

from briefing.exports.choices import Choices
from briefing.exports.dates import from_seconds
from briefing.exports.digest import Digest
from briefing.exports.entries import Evidence
from briefing.exports.evidence import Passage
from briefing.exports.words import FORM_WORDS
from briefing.model import Article, Briefing, Span

CONTEXT = 32
"""Characters before and after the words, as many as Hypothesis keeps."""

_NAMESPACE = uuid.UUID("6b1f7a64-6f5a-5d0e-9c0b-6d7e3b1f2a90")


def render(briefing: Briefing, choices: Choices) -> str:
    """An annotation collection with one page."""
    digest = Digest(briefing, choices)
    items = [_annotation(digest, evidence) for evidence in digest.evidence.values()]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:uuid:{_uuid(briefing.article, 'page')}",
        "type": "AnnotationPage",
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def passages(output: bytes) -> Iterator[Passage]:
    """The exact words of every selector with their place."""
    for item in json.loads(output)["items"]:
        for target in item["target"]:
            quote, position = target["selector"]
            yield Passage(position["start"], position["end"], quote["exact"])
            start = position["start"] - len(quote["prefix"])
            end = position["end"] + len(quote["suffix"])
            yield Passage(start, end, f"{quote['prefix']}{quote['exact']}{quote['suffix']}")


def _annotation(digest: Digest, evidence: Evidence) -> dict[str, Any]:
    article, statement, choices = digest.article, evidence.statement, digest.choices
    annotation: dict[str, Any] = {
        "id": f"urn:uuid:{_uuid(article, statement.id)}",
        "type": "Annotation",
        "motivation": "classifying",
    }
    if choices.created is not None:
        annotation["created"] = from_seconds(choices.created).strftime("%Y-%m-%dT%H:%M:%SZ")
    annotation["generator"] = {
        "id": f"urn:briefing:{digest.briefing.analysis.version}",
        "type": "Software",
        "name": "briefing",
    }
    if choices.marking:
        annotation["rights"] = choices.marking
    annotation["body"] = list(_bodies(digest, evidence))
    annotation["target"] = [_target(article, span) for span in statement.content]
    return annotation


def _bodies(digest: Digest, evidence: Evidence) -> Iterator[dict[str, str]]:
    statement = evidence.statement
    yield _body("tagging", f"stakeholder:{evidence.name}")
    issue = digest.issues.get(statement.issue or "")
    if issue:
        yield _body("tagging", f"issue:{issue.label}")
    yield _body("classifying", statement.stance)
    yield _body("tagging", f"status:{statement.status}")
    remarks = [f"cue: {evidence.cue}"] if evidence.cue else []
    remarks += [FORM_WORDS[statement.form], f"confidence {statement.confidence:.2f}"]
    remarks += [f"condition: {evidence.condition.words}"] if evidence.condition else []
    remarks += [f"as told by {evidence.told_by}"] if evidence.told_by else []
    remarks += ["reviewed" if evidence.reviewed else "not reviewed"]
    yield {**_body("commenting", "; ".join(remarks)), "format": "text/plain"}


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _target(article: Article, span: Span) -> dict[str, Any]:
    text = article.text
    return {
        "source": _source(article),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - CONTEXT) : span.start],
                "suffix": text[span.end : span.end + CONTEXT],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _source(article: Article) -> str:
    """The article's address, or the name of its bytes (RFC 6920) where it has none."""
    if article.url:
        return article.url
    digest = base64.urlsafe_b64encode(bytes.fromhex(article.sha256)).decode().rstrip("=") if article.sha256 else ""
    return f"ni:///sha-256;{digest}"


def _uuid(article: Article, name: str) -> uuid.UUID:
    """The same name for the same statement of the same bytes, every time."""
    return uuid.uuid5(_NAMESPACE, f"{article.sha256}:{name}")
