"""The JSON form of a Briefing: encoding, decoding, and the JSON Schema, all derived from `briefing.model`."""

from __future__ import annotations

from typing import Any

import msgspec

from briefing.errors import UndecodableError
from briefing.json_text import encode
from briefing.model import Briefing


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `briefing analyze --format json` prints."""
    (root,), definitions = msgspec.json.schema_components([Briefing], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "briefing/1: the analysis of one article",
        **root,
        "$defs": definitions,
    }


def to_json(briefing: Briefing, indent: int = 0) -> bytes:
    """UTF-8 JSON with a stable key order; `indent` 0 gives one line."""
    encoded = encode(briefing)
    return msgspec.json.format(encoded, indent=indent) if indent else encoded


def from_json(data: bytes) -> Briefing:
    """The inverse of `to_json`.

    Raises:
        UndecodableError: not JSON, or not of this schema.
    """
    try:
        return msgspec.json.decode(data, type=Briefing)
    except msgspec.DecodeError as error:
        raise UndecodableError(f"not a briefing/1 JSON object: {error}") from error
