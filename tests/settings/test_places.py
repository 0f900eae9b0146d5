"""Where files are kept, after the XDG Base Directory Specification."""

from pathlib import Path

import pytest

from briefing.errors import NoOutputError
from briefing.settings.places import Places, make_private_folder


def test_without_variables_everything_is_below_home():
    places = Places.from_environment({"HOME": "/home/ada"})
    assert places == Places(
        config=Path("/home/ada/.config/briefing"),
        cache=Path("/home/ada/.cache/briefing"),
        data=Path("/home/ada/.local/share/briefing"),
        state=Path("/home/ada/.local/state/briefing"),
    )


def test_variables_move_the_folders():
    places = Places.from_environment({"HOME": "/home/ada", "XDG_CACHE_HOME": "/fast", "XDG_STATE_HOME": "/var/ada"})
    assert places.analyses == Path("/fast/briefing/analyses")
    assert places.reading_positions == Path("/var/ada/briefing/positions")


@pytest.mark.parametrize("value", ["", "relative/folder", "./here"])
def test_a_variable_that_is_no_absolute_path_is_ignored(value):
    places = Places.from_environment({"HOME": "/home/ada", "XDG_CONFIG_HOME": value})
    assert places.config_file == Path("/home/ada/.config/briefing/config.toml")


def test_folders_are_made_for_their_owner_only(tmp_path):
    folder = tmp_path / "briefing" / "analyses"
    make_private_folder(folder)
    make_private_folder(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NoOutputError, match="file/analyses: this folder cannot be created"):
        make_private_folder(tmp_path / "file" / "analyses")
