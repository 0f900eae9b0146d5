"""Flags before environment before file; what is wrong is named with its place and the nearest valid key."""

from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import ConfigurationError
from briefing.settings import Places, load_settings
from briefing.settings.config import Choices


@pytest.fixture
def places(tmp_path):
    return Places.from_environment({"HOME": str(tmp_path)})


def write(places, text):
    places.config.mkdir(parents=True, exist_ok=True)
    places.config_file.write_text(text, encoding="utf-8")
    return places.config_file


def test_without_a_file_everything_has_its_default(places):
    chosen = load_settings(places, {})
    assert chosen.model == "en_core_web_sm"
    assert chosen.theme is None
    assert chosen.cache
    assert chosen.keys == {}


def test_a_flag_outranks_the_environment_which_outranks_the_file(places):
    write(places, 'theme = "from-file"\nmodel = "from-file"\ntext_width = 60\n')
    environment = {"BRIEFING_THEME": "from-environment", "BRIEFING_MODEL": "from-environment"}
    chosen = load_settings(places, environment, {"theme": "from-flag", "model": None})
    assert (chosen.theme, chosen.model, chosen.text_width) == ("from-flag", "from-environment", 60)


def test_keys_are_a_table_of_actions(places):
    write(places, '[keys]\nnext-stakeholder = "n"\nquit = "q,ctrl+x"\n')
    assert load_settings(places, {}).keys == {"next-stakeholder": "n", "quit": "q,ctrl+x"}


def test_folders_are_seen_from_the_file_that_names_them(places):
    file = write(places, 'codebooks = "team/issues"\nactors = "/srv/actors"\n')
    chosen = load_settings(places, {})
    assert chosen.codebooks == file.parent / "team/issues"
    assert chosen.actors == Path("/srv/actors")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('modle = "x"', "config.toml, line 1: unknown key 'modle'; did you mean 'model'?"),
        ('# first\n\ntheem = "x"', "config.toml, line 3: unknown key 'theem'; did you mean 'theme'?"),
        ("zzzz = 1", "config.toml, line 1: unknown key 'zzzz'; choose one of actors, cache, codebooks"),
        ('\ntext_width = "wide"', "config.toml, line 2: text_width must be a whole number, not 'wide'"),
        ('scroll = "smooth"', 'config.toml, line 1: scroll must be one of "auto", "line", "page", not \'smooth\''),
        ("text_width = 7", "config.toml, line 1: text_width must lie between 20 and 400, not 7"),
        ("unsure_below = 1.5", "config.toml, line 1: unsure_below must lie between 0 and 1, not 1.5"),
        ("cache = 1", "config.toml, line 1: cache must be true or false, not 1"),
        ('mend = true\nseparator = "("', "config.toml, line 2: separator must be a regular expression ("),
        ("theme = 3", "config.toml, line 1: theme must be text, not 3"),
        ("codebooks = 3", "config.toml, line 1: codebooks must be text with a folder's path, not 3"),
        ('keys = "J"', "config.toml, line 1: keys must be a table: write [keys]"),
        ('[keys]\nquit = "q"\nnext = 4', "config.toml, line 3: the key of 'next' must be text"),
        ("[kyes]\nquit = 1", "config.toml, line 1: unknown key 'kyes'; did you mean 'keys'?"),
        ("theme = 'a'\nmodel = ", "config.toml, line 2: not valid TOML: Invalid value"),
        ("theme = 'a'\ntheme = 'b'", "config.toml, line 2: not valid TOML: Cannot overwrite a value"),
    ],
)
def test_what_is_wrong_is_one_line_with_its_place(places, text, message):
    write(places, text)
    with pytest.raises(ConfigurationError) as caught:
        load_settings(places, {})
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_utf8_is_named_with_its_line(places):
    write(places, "")
    places.config_file.write_bytes(b'# one\ntheme = "caf\xe9"\n')
    with pytest.raises(ConfigurationError, match=r"config\.toml, line 2: not UTF-8"):
        load_settings(places, {})


@pytest.mark.parametrize(("value", "mouse"), [("no", False), ("1", True), ("On", True), ("FALSE", False)])
def test_switches_in_the_environment_are_words(places, value, mouse):
    assert load_settings(places, {"BRIEFING_MOUSE": value}).mouse is mouse


def test_the_mouse_is_left_to_the_terminal_unless_it_is_wanted(places):
    assert load_settings(places, {}).mouse is False


def test_one_of_a_few_words_can_be_chosen(places):
    assert load_settings(places, {"BRIEFING_SCROLL": "page"}).scroll == "page"


@pytest.mark.parametrize(
    ("variable", "value"), [("BRIEFING_MOUSE", "perhaps"), ("BRIEFING_TEXT_WIDTH", "x"), ("BRIEFING_TEXT_WIDTH", "1")]
)
def test_a_wrong_variable_is_named(places, variable, value):
    with pytest.raises(ConfigurationError, match=f"environment variable {variable}"):
        load_settings(places, {variable: value})


def test_an_empty_variable_counts_as_absent(places):
    assert load_settings(places, {"BRIEFING_TEXT_WIDTH": "", "BRIEFING_THEME": ""}).text_width == 84


def test_another_file_can_be_named_and_must_exist(places, tmp_path):
    other = tmp_path / "other.toml"
    other.write_text('theme = "other"')
    write(places, 'theme = "usual"')
    assert load_settings(places, {}, file=other).theme == "other"
    assert load_settings(places, {"BRIEFING_CONFIG": str(other)}).theme == "other"
    with pytest.raises(ConfigurationError, match="does not exist"):
        load_settings(places, {}, file=tmp_path / "none.toml")


@given(
    st.sampled_from(sorted(get_type_hints(Choices))), st.integers() | st.booleans() | st.text("ab\"'\\[]=#", max_size=5)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_value_is_either_accepted_or_named_with_its_line(places, key, value):
    import json

    write(places, f"# a comment\n{key} = {json.dumps(value)}\n")
    try:
        chosen = load_settings(places, {})
    except ConfigurationError as error:
        assert "config.toml, line 2: " in str(error)
    else:
        stored = getattr(chosen, key)
        assert stored == (places.config / value if isinstance(stored, Path) else value)
