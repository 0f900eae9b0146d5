"""Messages and unforeseen errors in; lines on standard error, and a log file, out."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress

from briefing import __version__
from briefing.articles.characters import clean
from briefing.errors import BriefingError
from briefing.settings.places import Places, make_private_folder


def say(message: str) -> None:
    """Write one line for the reader to standard error; if that is gone, there is nobody to tell.

    Names of files may hold anything, also what a terminal obeys.
    """
    with suppress(OSError, ValueError):
        print(f"briefing: {clean(message).text}", file=sys.stderr, flush=True)


def log_unexpected(error: BaseException) -> str:
    """Write the traceback of an unforeseen error to the log; returns where it is, for the reader."""
    places = Places.from_environment(os.environ)
    report = f"briefing {__version__}\n{''.join(traceback.format_exception(error))}\n"
    try:
        make_private_folder(places.log.parent)
        descriptor = os.open(places.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(report)
    except (OSError, BriefingError):
        return "the details could not be written to a log"
    return f"details are in {places.log}"
