"""Given a verb, the name of its deed."""

from __future__ import annotations

import pytest

from briefing.analysis.issues.gerunds import gerund


@pytest.mark.parametrize(
    ("lemma", "name"),
    [
        ("close", "closing"),
        ("cut", "cutting"),
        ("free", "freeing"),
        ("die", "dying"),
        ("join", "joining"),
        ("vet", "vetting"),
        ("equip", "equipping"),
        ("quit", "quitting"),
        ("veto", "vetoing"),
        ("annul", "annulling"),
    ],
)
def test_names_of_deeds(lemma: str, name: str) -> None:
    assert gerund(lemma) == name
