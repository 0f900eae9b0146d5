"""Given a terminal, how a copied text gets to the reader's clipboard, and what she is told."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from briefing.terminal.capabilities import Terminal
from briefing.terminal.clipboard import SCREEN_PIECE, clipboard_sequence, copy

PLAIN = Terminal(may_start=True)
IN_SCREEN = Terminal(may_start=True, multiplexer="screen")
IN_TMUX = Terminal(may_start=True, multiplexer="tmux")
TEXT = "“Ja”, sagte er."
IN_BASE64 = base64.b64encode(TEXT.encode()).decode()


def copied(text: str, terminal: Terminal, folder: Path) -> tuple[str, str]:
    sent: list[str] = []
    said = copy(text, terminal, sent.append, file=folder / "new" / "clipboard.txt")
    assert (folder / "new" / "clipboard.txt").read_text(encoding="utf-8") == text
    return said, "".join(sent)


def test_a_terminal_is_asked_with_osc_52_and_the_text_is_kept_in_a_file(tmp_path: Path) -> None:
    said, sent = copied(TEXT, PLAIN, tmp_path)
    assert sent == f"\x1b]52;c;{IN_BASE64}\x07"
    assert said.startswith("copied by the terminal (if it allows that); also in ")


def test_gnu_screen_gets_it_wrapped_in_pieces_it_lets_through() -> None:
    sequence = clipboard_sequence("x" * 2000, IN_SCREEN)
    pieces = sequence.split("\x1b\\")[:-1]
    assert all(piece.startswith("\x1bP") and len(piece) <= SCREEN_PIECE + 2 for piece in pieces)
    assert "".join(piece[2:] for piece in pieces) == clipboard_sequence("x" * 2000, PLAIN)


def test_tmux_is_asked_with_its_own_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tmux"
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\ncat > {tmp_path}/given\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    said, sent = copied(TEXT, IN_TMUX, tmp_path)
    assert sent == ""
    assert (tmp_path / "asked").read_text().strip() == "load-buffer -w -"
    assert (tmp_path / "given").read_text(encoding="utf-8") == TEXT
    assert said.startswith("copied through tmux; also in ")


def test_where_tmux_does_not_answer_the_terminal_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said, sent = copied(TEXT, IN_TMUX, tmp_path)
    assert sent == f"\x1b]52;c;{IN_BASE64}\x07"
    assert said.startswith("copied by the terminal")


def test_a_text_too_long_for_terminals_is_only_put_into_the_file(tmp_path: Path) -> None:
    said, sent = copied("x" * 200_000, PLAIN, tmp_path)
    assert sent == ""
    assert said.startswith("too long for the terminal, in ")


def test_no_place_for_the_file_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    said = copy("x" * 200_000, PLAIN, lambda _: None, file=tmp_path / "file" / "clipboard.txt")
    assert said.startswith("no file: ") and "\n" not in said
