"""Values in; JSON out that no terminal obeys."""

from __future__ import annotations

import re

import msgspec

_CONTROL = re.compile(rb"\x7f|\xc2[\x80-\x9f]")
"""DEL and the C1 controls in UTF-8. JSON may hold them raw, but to some terminals U+009B is what ESC [ is to all."""


def encode(value: object) -> bytes:
    """A value as UTF-8 JSON on one line, without a control character in it."""
    return without_controls(msgspec.json.encode(value))


def without_controls(data: bytes) -> bytes:
    """UTF-8 JSON that means the same, with the control characters escaped that JSON may hold raw."""
    return _CONTROL.sub(lambda found: b"\\u00%02x" % found[0][-1], data)
