"""What the screen and the analysis process say to each other: one frame for each message.

A frame is the length of its body in four bytes (big-endian), then the body: one JSON object with its type in `kind`.
Length first, because an article on one line can be longer than any line buffer.
"""

from __future__ import annotations

import struct

import msgspec
from msgspec import Struct

from briefing.model import Article, Briefing

HEADER = struct.Struct(">I")

LARGEST = 512 * 1024 * 1024
"""Bytes of body beyond which a header is taken for garbage (something else wrote to the pipe)."""


class Analyze(Struct, frozen=True, tag_field="kind", tag="analyze"):
    """Screen to process: analyse this article."""

    request: int
    article: Article
    timings: bool = False


class Ready(Struct, frozen=True, tag_field="kind", tag="ready"):
    """Process to screen: the model is loaded."""

    model: str
    model_version: str


class Step(Struct, frozen=True, tag_field="kind", tag="step"):
    """Process to screen: a step begins."""

    request: int
    step: str
    done: int
    total: int


class Result(Struct, frozen=True, tag_field="kind", tag="result"):
    """Process to screen: the article is analysed."""

    request: int
    briefing: Briefing


class Failure(Struct, frozen=True, tag_field="kind", tag="failure"):
    """Process to screen: this article could not be analysed (or no article can, if `request` is None)."""

    request: int | None
    message: str


Answer = Ready | Step | Result | Failure

_encoder = msgspec.json.Encoder()
_answers: msgspec.json.Decoder[Answer] = msgspec.json.Decoder(Answer)


def frame(message: Analyze | Answer) -> bytes:
    """One message with its length before it."""
    body = _encoder.encode(message)
    return HEADER.pack(len(body)) + body


def body_length(header: bytes) -> int:
    """Length of the body that follows a header.

    Raises:
        ValueError: not a header of ours.
    """
    (length,) = HEADER.unpack(header)
    if length > LARGEST:
        raise ValueError(f"a message of {length} bytes")
    return int(length)


def decode_request(body: bytes) -> Analyze:
    """A message for the process; raises msgspec.DecodeError if it is none."""
    return msgspec.json.decode(body, type=Analyze)


def decode_answer(body: bytes) -> Answer:
    """A message from the process; raises msgspec.DecodeError if it is none."""
    return _answers.decode(body)
