"""Plain text in; Markdown or YAML out that shows exactly this text, whatever it contains; and back.

The flavour is the common ground of GitHub, pandoc and Obsidian. What any of them could take for markup, HTML, a link,
a tag, a note, mathematics, an emoji or a template is preceded by a backslash, which all of them drop again.
"""

from __future__ import annotations

import json
import re

from briefing.exports.visible import one_line

_ALWAYS = r"[\\`*_{}\[\]<>#|~&$^=@%]"
_COLON = r":(?=\S)"
_EXCLAMATION = r"!(?=\[)"
_SLASHES = r"(?<!:)/(?=/)"
_DOMAIN = r"(?<=\w)\.(?=[a-z]{2})|(?<=\bwww)\."
_SPECIAL = re.compile(f"{_ALWAYS}|{_COLON}|{_EXCLAMATION}|{_SLASHES}|{_DOMAIN}", re.IGNORECASE)
_LIST_START = re.compile(r"(\(?(?:\d{1,9}|[a-z]{1,9}))([.)])(?=\s|$)", re.IGNORECASE)
_LINE_START = re.compile(r"[-+:(]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def escape(text: str) -> str:
    """One line of Markdown that shows the text and nothing else, also at the start of a line or in a table cell."""
    line = one_line(text)
    escaped = _SPECIAL.sub(r"\\\g<0>", line)
    start = _LIST_START.match(escaped)
    if start:
        return f"{start[1]}\\{escaped[start.end(1) :]}"
    return f"\\{escaped}" if _LINE_START.match(escaped) else escaped


def unescape(markdown: str) -> str:
    """The inverse of `escape`, for reading an export back."""
    return _ESCAPED.sub(r"\1", markdown)


def yaml_string(text: str) -> str:
    """A double-quoted YAML scalar, on one line, whatever the text contains."""
    quoted = json.dumps(one_line(text), ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def yaml_list(texts: list[str]) -> str:
    """A YAML list on one line."""
    return f"[{', '.join(yaml_string(text) for text in texts)}]"
