"""Which key does what, with and without her configuration."""

from __future__ import annotations

from itertools import combinations

import pytest

from briefing.reader.actions.registry import ACTIONS
from briefing.reader.keymap import key_name, make_keymap


def test_no_key_means_two_things_in_one_pane() -> None:
    for one, other in combinations(ACTIONS, 2):
        if one.where == other.where:
            shared = set(one.keys.split(",")) & set(other.keys.split(",")) - {""}
            assert not shared, (one.id, other.id, shared)


def test_no_key_that_tmux_screen_or_flow_control_take_is_the_only_route() -> None:
    taken = {"ctrl+b", "ctrl+a", "ctrl+s", "ctrl+q", "ctrl+h", "ctrl+z"}
    for action in ACTIONS:
        keys = set(action.keys.split(","))
        # Ctrl-Z is free for what it means everywhere else, too.
        assert not keys or keys - taken or (keys == {"ctrl+z"} and "stop" in action.id), action.id
        assert not any(key.startswith(("alt+", "f1")) for key in keys), action.id


def test_what_a_pane_offers_comes_before_what_works_everywhere() -> None:
    keymap = make_keymap(ACTIONS, {"transpose": "J"})
    found = keymap.action_for("J", "positions")
    assert found is not None and found.id == "transpose"
    keymap = make_keymap(ACTIONS, {"hide-issue": "J"})
    assert keymap.action_for("J", "positions").id == "hide-issue"  # type: ignore[union-attr]
    assert keymap.action_for("J", "article") is None


def test_a_key_she_gives_is_taken_from_the_action_that_had_it() -> None:
    keymap = make_keymap(ACTIONS, {"compare": "j"})
    assert keymap.action_for("j", "article").id == "compare"  # type: ignore[union-attr]
    assert keymap.action_for("down", "article").id == "line-down"  # type: ignore[union-attr]
    assert keymap.complaints == ()


def test_an_action_may_be_written_like_the_other_settings() -> None:
    keymap = make_keymap(ACTIONS, {"next_stakeholder": "ctrl+n"})
    assert keymap.key_of("next-stakeholder") == "Ctrl-n" and keymap.complaints == ()


def test_complaints_name_the_file_in_which_the_keys_stand() -> None:
    keymap = make_keymap(ACTIONS, {"comparee": "x"}, "/home/ana/config.toml, line 3")
    assert keymap.complaints[0].startswith("/home/ana/config.toml, line 3: keys: there is no action 'comparee'")


@pytest.mark.parametrize(
    ("chosen", "complaint"),
    [
        ({"comparee": "x"}, "keys: there is no action 'comparee'; did you mean 'compare'?"),
        ({"compare": "e"}, "keys: 'export' has no key left; give it one in [keys], or use the palette"),
        ({"compare": "X", "theme": "X"}, "keys: X is given to both 'compare' and 'theme'; it does 'compare'"),
        (
            {"compare": "X", "hide-issue": "X"},
            "keys: X is given to both 'compare' and 'hide-issue'; "
            "in the positions it does 'hide-issue', elsewhere 'compare'",
        ),
    ],
)
def test_what_cannot_be_is_reported(chosen: dict[str, str], complaint: str) -> None:
    assert complaint in make_keymap(ACTIONS, chosen).complaints


def test_a_key_that_no_keyboard_has_is_reported_and_leaves_the_action_its_own() -> None:
    keymap = make_keymap(ACTIONS, {"quit": "xyzzy", "compare": "K2, f5"})
    assert keymap.complaints == ("keys: there is no key 'K2' for 'compare'", "keys: there is no key 'xyzzy' for 'quit'")
    assert keymap.key_of("quit") == "q" and keymap.key_of("compare") == "f5"
    known = "f5, ctrl+shift+left, alt+tab, ö, section_sign, alt+x"
    assert make_keymap(ACTIONS, {"compare": known}).complaints == ()


@pytest.mark.parametrize(("written", "key"), [("Ctrl-n", "ctrl+n"), ("PgDn", "pagedown"), ("Esc", "escape")])
def test_keys_may_be_written_as_the_screen_shows_them(written: str, key: str) -> None:
    assert make_keymap(ACTIONS, {"compare": written}).action_for(key, "article").id == "compare"  # type: ignore[union-attr]


def test_the_complaint_about_a_clash_is_true() -> None:
    keymap = make_keymap(ACTIONS, {"compare": "X", "theme": "X", "hide-issue": "X"})
    assert keymap.action_for("X", "article").id == "compare"  # type: ignore[union-attr]
    assert keymap.action_for("X", "positions").id == "hide-issue"  # type: ignore[union-attr]


@pytest.mark.parametrize("written", ["?", "question_mark", " ? ", "comma, ?"])
def test_keys_may_be_written_as_signs(written: str) -> None:
    keymap = make_keymap(ACTIONS, {"compare": written})
    assert keymap.action_for("question_mark", "article").id == "compare"  # type: ignore[union-attr]


def test_a_comma_can_be_a_key() -> None:
    assert make_keymap(ACTIONS, {"compare": ","}).action_for("comma", "article").id == "compare"  # type: ignore[union-attr]


def test_keys_have_names_that_are_on_keyboards() -> None:
    assert [key_name(key) for key in ("question_mark", "ctrl+d", "space", "J", "comma", "greater_than_sign")] == [
        "?",
        "Ctrl-d",
        "Space",
        "J",
        ",",
        ">",
    ]
