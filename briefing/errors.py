"""The errors that a reader can meet, each with the exit code of the command line.

The message is one line: it names the file (or setting) and says what to do. Code outside `cli` raises these and
never prints; `cli` turns them into a line on standard error and the exit code.
"""

from __future__ import annotations

UNFORESEEN = 70
"""Exit code of what is no `BriefingError`: a mistake in the program."""


class BriefingError(Exception):
    """Something went wrong that the reader can understand; the message is a sentence for her."""

    exit_code = 1


class UsageError(BriefingError):
    """The command line or a request asks for something that does not exist."""

    exit_code = 2


class UndecodableError(BriefingError):
    """The bytes are not text, or not the format they claim to be."""

    exit_code = 65


class NoInputError(BriefingError):
    """The input does not exist, is not readable, or is of a kind that is never read."""

    exit_code = 66


class NoOutputError(BriefingError):
    """The output cannot be created, or exists and may not be replaced."""

    exit_code = 73


class InputOutputError(BriefingError):
    """Reading or writing failed half way: disk full, line cut, connection lost."""

    exit_code = 74


class ConfigurationError(BriefingError):
    """A configuration file, theme, lexicon or template is wrong; the message names file and line."""

    exit_code = 78


class ModelMissingError(BriefingError):
    """The spaCy pipeline that was asked for is not installed; the message says how to get it."""

    exit_code = 78


class ProgramMissingError(BriefingError):
    """Another program that is needed is not installed; the message names it and says what can be had without."""

    exit_code = 78


class AnalysisError(BriefingError):
    """The analysis of one article failed or was refused; other articles are not affected."""
