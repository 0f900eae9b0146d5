"""The plain text of a mail in; the text that its reader came for out.

That is what its sender wrote, without the earlier messages below it and without a signature; or, where a message was
passed on, that message with what its own head says.
"""

from __future__ import annotations

import re

from msgspec import Struct

_TAIL = re.compile(
    r"^(?:(?:On|Am|Le|El) [^\n]{5,200}(?:\n[^\n]{0,100})?(?:wrote|schrieb|écrit|escribió)\s?:[ \t]*$(?=\s*(?:^>|\Z))"
    r"|-{2,} ?Original Message ?-{2,}[ \t]*$|_{20,}\s*\n(?=From: )"
    r"|From: [^\n]+\n(?:Sent|Date): [^\n]+\n(?:To|Cc|Subject): )",
    re.M | re.I,
)
_SIGNATURE = re.compile(r"^-- \n", re.M)
_FORWARD = re.compile(
    r"^[ \t>]*(?:-{2,} ?Forwarded [Mm]essage ?-{2,}|Begin forwarded message:|-{2,} ?Original Message ?-{2,})[ \t]*\n",
    re.M,
)
_FORWARDED_SUBJECT = re.compile(r"(?:\[[^\]]*\]\s*)?(?:fwd?|wg|tr|rv|i|vs|enc)\s*:", re.I)
_FIELD = re.compile(r"\*?(From|Sent|Date|To|Cc|Subject|Reply-To)\*?:\*?[ \t]*(.*)$", re.I)
_DOOR = re.compile(
    r"\s*[^\n]{0,80}\b(?:view|read|see|open)\b[^\n]{0,40}\b(?:in|on) (?:your |a |the )?(?:web )?browser\b[^\n]*\n",
    re.I,
)
_FEWEST_WORDS = 5


class Forwarded(Struct, frozen=True):
    """A message that was passed on, and what its head says."""

    text: str
    subject: str | None = None
    sender: str | None = None
    date: str | None = None


def is_forward(subject: str | None) -> bool:
    """Whether a subject says that a message is passed on."""
    return bool(_FORWARDED_SUBJECT.match(subject or ""))


def forwarded(text: str, *, is_forward: bool) -> Forwarded | None:
    """The message that is passed on in another one; None if there is none, or only an answer to an earlier one.

    Args:
        text: the text of the outer message.
        is_forward: whether its subject says so; "Original Message" alone may stand under an answer.
    """
    border = _FORWARD.search(text)
    if border is None or ("original" in border.group().lower() and not is_forward):
        return None
    known: dict[str, str] = {}
    lines = text[border.end() :].split("\n")
    number = 0
    while number < len(lines) and (not lines[number].strip(" >\t") or _FIELD.match(lines[number].strip(" >\t"))):
        if found := _FIELD.match(lines[number].strip(" >\t")):
            known.setdefault(found.group(1).lower(), found.group(2).strip())
        elif known:
            break
        number += 1
    quoted = all(line.startswith(">") for line in lines[number:] if line.strip())
    body = "\n".join(line.lstrip("> ") if quoted else line for line in lines[number:]).strip("\n")
    if not known or len(body.split()) < _FEWEST_WORDS:
        return None
    again = forwarded(body, is_forward=is_forward)
    return again or Forwarded(body, known.get("subject"), known.get("from"), known.get("date") or known.get("sent"))


def without_door(text: str) -> str:
    """The text without the line at its head that leads to the same message on the web."""
    return _DOOR.sub("", text, count=1).lstrip("\n") if _DOOR.match(text) else text


def cut_tail(text: str) -> tuple[str, bool]:
    """Cut quoted earlier messages and the signature off the end of a message; say whether anything was cut."""
    kept = text
    for expression in (_TAIL, _SIGNATURE):
        match = expression.search(kept)
        if match and kept[: match.start()].strip():
            kept = kept[: match.start()]
    lines = kept.rstrip().split("\n")
    while len(lines) > 1 and lines[-1].startswith(">"):
        lines.pop()
    kept = "\n".join(lines).rstrip()
    return kept, len(kept) < len(text.rstrip())
