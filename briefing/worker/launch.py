"""A model and dictionaries in; a running analysis process out, away from the terminal and from the reader's folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import briefing
from briefing.errors import BriefingError
from briefing.settings.dictionaries import Dictionaries
from briefing.settings.places import make_private_folder


def command_line(model: str, dictionaries: Dictionaries) -> list[str]:
    """The command line of the process; paths are absolute, because it runs in another folder."""
    folder = Path(model).absolute()
    command = [sys.executable, "-m", "briefing.worker", str(folder) if folder.is_dir() else model]
    for codebook in dictionaries.codebooks:
        command += ["--codebook", str(codebook.absolute())]
    for actors in dictionaries.actors:
        command += ["--actors", str(actors.absolute())]
    return command


def spawn(command: Sequence[str], log: Path | None = None) -> subprocess.Popen[bytes]:
    """Start the process away from the terminal and from the reader's folder.

    `python -m` puts the working folder first on the module path: in a folder with a file `json.py` somebody else's
    code would run. So it works in the folder that holds this package. It leads a session of its own, so that Ctrl-C
    and a lost line reach the parent only, and nothing in it can open the terminal.

    Args:
        command: program and arguments.
        log: file that receives what libraries print; None throws it away.

    Raises:
        OSError: the process cannot be started.
    """
    errors = _open_log(log)
    # One thread: the matrices are small, and equal input must give equal bytes.
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=Path(briefing.__file__).parent.parent,
            env=environment,
            start_new_session=True,
        )
    finally:
        os.close(errors)


def _open_log(log: Path | None) -> int:
    """A file for what libraries print; nowhere if none is wanted or it cannot be made, for the analysis goes first."""
    if log is not None:
        with suppress(OSError, BriefingError):
            make_private_folder(log.parent)
            return os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    return os.open(os.devnull, os.O_WRONLY)
