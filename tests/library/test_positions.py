"""Where reading stopped: one private file for each article."""

import hashlib

import pytest

from briefing.library import ReadingPosition, ReadingPositions

FERRY = hashlib.sha256(b"ferry").hexdigest()


@pytest.fixture
def positions(tmp_path):
    return ReadingPositions(tmp_path / "positions")


def test_the_place_is_remembered_for_each_article(positions):
    assert positions.get(FERRY) is None
    place = ReadingPosition(offset=812, pane="article", stakeholder="harbour-board", statement="s4")
    positions.put(FERRY, place)
    assert positions.get(FERRY) == place
    assert positions.get("0" * 64) is None


def test_a_damaged_file_is_as_good_as_none(positions):
    positions.put(FERRY, ReadingPosition(offset=1))
    (positions.folder / f"{FERRY}.json").write_text('{"offset": "far')
    assert positions.get(FERRY) is None


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "ABC", FERRY + "\n"])
def test_what_is_no_hash_names_no_file(positions, name):
    positions.put(name, ReadingPosition(offset=1))
    assert positions.get(name) is None
    assert not positions.folder.exists()


def test_files_and_folder_are_private(positions):
    positions.put(FERRY, ReadingPosition(offset=1))
    assert (positions.folder / f"{FERRY}.json").stat().st_mode & 0o777 == 0o600
    assert positions.folder.stat().st_mode & 0o777 == 0o700


def test_the_oldest_are_forgotten(tmp_path):
    import os

    few = ReadingPositions(tmp_path, most=2)
    hashes = [hashlib.sha256(bytes([number])).hexdigest() for number in range(3)]
    for number, name in enumerate(hashes):
        few.put(name, ReadingPosition(offset=number))
        os.utime(tmp_path / f"{name}.json", (number, number))
    few.put("f" * 64, ReadingPosition(offset=9))
    assert [few.get(name) is not None for name in [*hashes, "f" * 64]] == [False, False, True, True]
