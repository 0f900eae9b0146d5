"""Given a style, what a cell looks like; given two looks, the shortest way from one to the other."""

from __future__ import annotations

import re

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from briefing.terminal.look import PLAIN, Look, change, look_of

RED = Style(color="#ff0000", bgcolor="#000080", bold=True)
looks = st.builds(
    Look,
    st.sampled_from(["", "31", "38;5;100"]),
    st.sampled_from(["", "44", "48;2;1;2;3"]),
    st.frozensets(st.sampled_from([1, 3, 4, 7, 9])),
)


def test_a_colour_is_brought_down_to_what_the_terminal_shows() -> None:
    assert look_of(RED, "truecolor")[:2] == ("38;2;255;0;0", "48;2;0;0;128")
    assert look_of(RED, "256")[:2] == ("38;5;196", "48;5;18")
    assert look_of(RED, "16")[0] in ("31", "91")


def test_without_colours_no_colour_is_ever_sent_but_bold_stays() -> None:
    bare = look_of(RED, "none")
    assert bare == Look("", "", frozenset({1}))
    assert change(PLAIN, bare) == "\x1b[1m"


def test_links_and_blinking_are_left_out() -> None:
    assert look_of(Style(link="https://example.org", blink=True), "256") == PLAIN


def test_dim_beside_bold_survives_that_both_are_switched_off_by_the_same_code() -> None:
    assert change(Look("31", "", frozenset({1, 2})), Look("31", "", frozenset({2}))) == "\x1b[22;2m"


@given(looks, looks)
def test_a_terminal_in_one_look_is_in_the_other_after_the_change(old: Look, new: Look) -> None:
    def attributes(*sequences: str) -> object:
        screen = pyte.Screen(5, 1)
        pyte.Stream(screen).feed("".join(sequences) + "x")
        return screen.buffer[0][0]

    assert attributes(change(PLAIN, old), change(old, new)) == attributes(change(PLAIN, new))


@given(looks)
def test_back_to_plain_is_one_reset(look: Look) -> None:
    assert change(look, PLAIN) == ("" if look == PLAIN else "\x1b[m")
    assert not re.search("[34]9", change(PLAIN, look))
