"""The file of line patterns is checked when it is read."""

from __future__ import annotations

import re

import pytest
import tomli

from briefing.errors import ConfigurationError
from briefing.structure.patterns import PATTERNS_FILE, line_patterns, read_patterns


def test_every_kind_of_line_has_patterns() -> None:
    assert set(line_patterns()) == {"byline", "dateline", "caption", "trailer"}


def test_a_wrong_expression_is_named_with_its_line() -> None:
    toml = PATTERNS_FILE.read_text(encoding="utf-8").replace("'story by ',", "'story (by ',")
    with pytest.raises(ConfigurationError, match=r"patterns\.toml:\d+: not a regular expression"):
        read_patterns(toml, "patterns.toml")


def test_a_missing_table_is_said() -> None:
    with pytest.raises(ConfigurationError, match="needs the tables"):
        read_patterns("[byline]\nwords = 3\npatterns = []", "patterns.toml")


def test_a_file_that_is_no_toml_is_said() -> None:
    with pytest.raises(ConfigurationError, match=r"patterns\.toml"):
        read_patterns("[byline", "patterns.toml")


def test_each_expression_of_the_file_is_right_by_itself() -> None:
    tables = tomli.loads(PATTERNS_FILE.read_text(encoding="utf-8"))
    for source in (source for table in tables.values() for source in table["patterns"]):
        re.compile(source, re.IGNORECASE)
