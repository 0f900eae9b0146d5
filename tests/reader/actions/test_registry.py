"""Every action of the registry is tested with its key in a running app: in the file of its module, under its id."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from briefing.reader.action import Action
from briefing.reader.actions.registry import ACTIONS


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_a_test(action: Action) -> None:
    module = action.run.__module__.rpartition(".")[2]
    tests = ast.parse(Path(__file__).with_name(f"test_{module}.py").read_text(encoding="utf-8")).body
    names = {test.name for test in tests if isinstance(test, ast.AsyncFunctionDef)}
    assert f"test_{action.id.replace('-', '_')}" in names


def test_every_action_has_an_id_of_its_own_and_a_sentence_of_help() -> None:
    ids = [action.id for action in ACTIONS]
    assert len(ids) == len(set(ids))
    for action in ACTIONS:
        assert action.run.__doc__ and action.help.endswith("."), action.id
