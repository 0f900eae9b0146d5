"""The JSON Schema is a schema, fits the contract, and refuses what is not a briefing."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError

from briefing.errors import UndecodableError
from briefing.model import Analysis, Article, Briefing
from briefing.schema import from_json, json_schema, to_json

EMPTY = Briefing(article=Article(), analysis=Analysis(version="0", model="m", model_version="1"))


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(json_schema())


def test_an_empty_briefing_fits():
    Draft202012Validator(json_schema()).validate(json.loads(to_json(EMPTY)))


@pytest.mark.parametrize(
    "path, value",
    [
        (("article", "words"), "many"),
        (("statements",), [{"id": "s1"}]),
        (("positions",), [{"stakeholder": "a", "issue": "b", "stance": "neutral", "statements": []}]),
        (("analysis",), None),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(path, value):
    data = json.loads(to_json(EMPTY))
    target = data
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(json_schema()).validate(data)
    with pytest.raises(UndecodableError):
        from_json(json.dumps(data).encode())


def test_keys_come_in_the_order_of_the_contract():
    data = json.loads(to_json(EMPTY))
    assert list(data)[:6] == ["schema", "article", "analysis", "stakeholders", "issues", "statements"]
    assert list(data["article"])[:9] == [
        "title", "byline", "publisher", "published", "url", "path", "language", "words", "sha256",
    ]  # fmt: skip


def test_indented_and_on_one_line_it_is_the_same():
    assert from_json(to_json(EMPTY, indent=2)) == from_json(to_json(EMPTY)) == EMPTY
    assert b"\n" not in to_json(EMPTY)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b'{"schema": "briefing/1"}', b"\xff\xfe"])
def test_what_is_no_briefing_is_an_error_for_the_reader(data):
    with pytest.raises(UndecodableError, match="not a briefing/1 JSON object"):
        from_json(data)
