"""The line of a key in a TOML document, for messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.settings.toml_file import line_of

DOCUMENT = """\
# title = "not this one"
title = "A"

[colours]
text = "white"   # comment
back.ground = "black"

[colours.dark]
text = "grey"

[[cue]]
"verb" = "say"
"""


@pytest.mark.parametrize(
    ("key", "table", "line"),
    [
        ("title", "", 2),
        ("colours", "", 4),
        ("text", "colours", 5),
        ("back", "colours", 6),
        ("dark", "colours", 8),
        ("text", "colours.dark", 9),
        ("verb", "cue", 12),
        ("nothing", "", None),
        ("title", "colours", None),
    ],
)
def test_each_key_has_its_line(key, table, line):
    assert line_of(DOCUMENT, key, table) == line


names = st.text("abcdefg_-", min_size=1, max_size=6)


@given(st.lists(names, unique=True, min_size=1, max_size=8), st.data())
def test_every_key_is_found_where_it_was_written(keys, data):
    wanted = data.draw(st.sampled_from(keys))
    text = "".join(f'{key} = "value = {number}"\n' for number, key in enumerate(keys))
    assert line_of(text, wanted) == keys.index(wanted) + 1
