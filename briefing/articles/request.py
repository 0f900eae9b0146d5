"""What a parser is asked: bytes, their format, and what is known of where they came from."""

from __future__ import annotations

import msgspec


class Request(msgspec.Struct, frozen=True):
    """What the child is asked to parse."""

    form: str
    name: str
    data: bytes
    url: str | None = None
    charset: str | None = None
