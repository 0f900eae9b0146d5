"""A TOML file of lists of words in; the lists as sets, or each as part of a regular expression, out."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.analysis.lexicon.lexicon_file import LexiconFile

FOLDER = Path(__file__).parent


def load_alternatives(path: Path) -> dict[str, str]:
    """The lists of a file, each as a group of alternatives for a regular expression.

    Raises:
        ConfigurationError: the file is missing, is no TOML, or holds something else than lists of words.
    """
    file = LexiconFile.read(path)
    return {key: f"(?:{'|'.join(map(re.escape, file.words(file.data, key)))})" for key in file.data}


def load_words(path: Path) -> dict[str, frozenset[str]]:
    """The lists of a file as sets.

    Raises:
        ConfigurationError: as above.
    """
    file = LexiconFile.read(path)
    return {key: frozenset(file.words(file.data, key)) for key in file.data}
