"""Given an expression with the words that it needs, the same places as the bare expression finds."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from briefing.analysis import stance
from briefing.analysis.stance.rules.arguments import _FORMS
from briefing.analysis.stance.rules.framed import Wording
from briefing.analysis.stance.words.screened import ByWord, Screened, words_of

EXPRESSION = Screened(r"\bcould (?:live|do) without\b", "live do")


@pytest.mark.parametrize("text", ["The town could live without it", "COULD DO WITHOUT", "They could “do without” it"])
def test_it_is_met_as_the_bare_expression_is(text: str) -> None:
    bare = EXPRESSION.pattern.search(text)
    found = EXPRESSION.search(text, words_of(text))
    assert (found is None) == (bare is None)
    assert found is None or bare is None or found.span() == bare.span()


def test_it_is_not_tried_where_none_of_its_words_stands() -> None:
    assert EXPRESSION.search("could live without", words_of("could go without")) is None


def test_a_match_begins_where_the_text_does() -> None:
    text = "could do without; we could live without it"
    found = EXPRESSION.match(text, words_of(text))
    assert found is not None and found.start() == 0
    assert EXPRESSION.match(f"It {text}", words_of(text)) is None


def test_words_are_taken_out_of_marks_and_shortened_forms() -> None:
    assert words_of("“Don’t,” she'd said: no-one WILL") == {"don", "t", "she", "d", "said", "no", "one", "will"}


def test_of_many_things_those_are_worth_trying_that_have_a_word_in_the_text_or_need_none() -> None:
    things = ByWord([("first", {"without"}), ("second", set()), ("third", {"only", "without"}), ("fourth", {"if"})])
    assert things.worth_trying(words_of("Not without it, and without it only")) == ["first", "second", "third"]
    assert things.worth_trying(words_of("")) == ["second"]


def screened() -> Iterator[tuple[str, Screened | Wording]]:
    """Every screened expression of the package by its name."""
    for module in pkgutil.walk_packages(stance.__path__, f"{stance.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Screened | Wording):
                yield f"{module.name}.{name}", value
    for form in _FORMS:
        yield f"the form of argument that {form.tells}", form.words


def spelled(node: tuple[Any, Any]) -> set[str] | None:
    """What a part of an expression can be met by, if that is a few strings."""
    kind, value = str(node[0]), node[1]
    if kind == "LITERAL":
        return {chr(value)}
    if kind == "AT" or kind.startswith("ASSERT"):
        return {""}
    if kind == "IN" and all(str(item[0]) == "LITERAL" for item in value):
        return {chr(item[1]) for item in value}
    if kind == "SUBPATTERN":
        return joined(value[3])
    if kind == "BRANCH":
        found = [joined(branch) for branch in value[1]]
        return None if None in found else set().union(*(some for some in found if some))
    if kind.endswith("REPEAT") and value[:2] == (0, 1):
        inner = joined(value[2])
        return None if inner is None else {"", *inner}
    return None


def joined(nodes: Any) -> set[str] | None:
    """The same for parts one behind the other."""
    texts = {""}
    for node in nodes:
        some = spelled(node)
        if some is None or len(texts) * len(some) > 5000:
            return None
        texts = {text + more for text in texts for more in some}
    return texts


def needs(nodes: Any, words: frozenset[str], before: Iterable[str] = ("",)) -> bool:
    """Whether every text that meets an expression behind some letters holds one of the words."""
    texts = set(before)
    for node in nodes:
        kind, value, some = str(node[0]), node[1], spelled(node)
        if kind == "SUBPATTERN" and needs(value[3], words, texts):
            return True
        if kind == "BRANCH" and all(needs(branch, words, texts) for branch in value[1]):
            return True
        if kind.endswith("REPEAT") and value[0] > 0 and needs(value[2], words):
            return True
        texts = {""} if some is None else {text + more for text in texts for more in some}
        if all(not words.isdisjoint(words_of(text)) for text in texts):
            return True
    return False


@pytest.mark.parametrize(("name", "expression"), screened())
def test_no_expression_can_be_met_without_one_of_its_words(name: str, expression: Screened | Wording) -> None:
    # The module that takes expressions apart is `re._parser`, for which there is no public name.
    tree = importlib.import_module("re._parser").parse(expression.pattern.pattern, re.IGNORECASE)
    assert needs(tree, expression.words), name


def test_an_expression_with_another_way_to_meet_it_is_found_out() -> None:
    tree = importlib.import_module("re._parser").parse(r"\b(?:would cost|is dear)\b", re.IGNORECASE)
    assert needs(tree, frozenset({"cost", "dear"}))
    assert not needs(tree, frozenset({"cost"}))
