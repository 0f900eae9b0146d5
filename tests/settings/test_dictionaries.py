"""Her own dictionaries: found in order, and part of what decides a result."""

from briefing.settings import Places, Settings
from briefing.settings.dictionaries import Dictionaries


def test_folders_that_do_not_exist_hold_nothing(tmp_path):
    none = Dictionaries.in_folders(tmp_path / "issues", tmp_path / "actors")
    assert none == Dictionaries()
    assert not none
    assert none.fingerprint() == ""


def test_files_are_found_in_the_order_of_their_names(tmp_path):
    for name in ("b.toml", "a.csv", "notes.txt", "c.toml"):
        (tmp_path / name).write_text("")
    found = Dictionaries.in_folders(tmp_path, tmp_path / "actors")
    assert [file.name for file in found.codebooks] == ["a.csv", "b.toml", "c.toml"]


def test_the_fingerprint_changes_with_content_name_and_kind(tmp_path):
    seen = set()
    for folder, name, content in [("i", "a", "x"), ("i", "a", "y"), ("i", "b", "y"), ("a", "b", "y")]:
        root = tmp_path / str(len(seen))
        (root / folder).mkdir(parents=True)
        (root / folder / f"{name}.toml").write_text(content)
        seen.add(Dictionaries.in_folders(root / "i", root / "a").fingerprint())
    assert len(seen) == 4


def test_the_settings_give_the_fingerprint_of_the_files_as_they_are_now(tmp_path):
    settings = Settings(places=Places.from_environment({"HOME": str(tmp_path)}), actors=tmp_path)
    seen = {settings.dictionaries_fingerprint()}
    for name, content in [("a", "x"), ("a", "y"), ("b", "y")]:
        (tmp_path / f"{name}.toml").write_text(content)
        seen.add(settings.dictionaries_fingerprint())
    assert len(seen) == 4
