"""A statement in; why it has its holder, its stance and its status out: one row for each question a reader asks.

The analysis gives its reasons as short sentences, of which some begin with the question they answer ("holder: …"). Here
each comes to its question, in the order in which one asks: which word, who, which side, when, how sure.
"""

from __future__ import annotations

from collections import defaultdict

from briefing.exports.words import FOUND_BY
from briefing.model import Statement
from briefing.reader.lookup import Lookup
from briefing.reader.pages.page import Piece

NAMES = 11
"""Columns for the name of a question."""

BY_HAND = "by hand"
"""What is said in the reasons that come from a correction."""


def reasons(statement: Statement, lookup: Lookup) -> list[list[Piece]]:
    """Why a statement is read as it is: rows of a question and its answer."""
    rows: dict[str, list[str]] = {
        "cue": _cue(statement, lookup),
        "speaker": [],
        "stance": [],
        "condition": [f"“{lookup.words(statement.condition)}”"] if statement.condition is not None else [],
        "hedged": [f"“{lookup.words(hedge)}”" for hedge in statement.hedges],
        "time": [],
        "told by": _outer(statement, lookup),
        "corrected": [],
    }
    by_question = _by_question(statement.reasons)
    for question in ("speaker", "stance", "time", "corrected"):
        rows[question] += by_question.get(question, [])
    if not rows["stance"] and statement.why and statement.why not in "".join(rows["cue"]):
        rows["stance"] = [f"decided by “{statement.why}”"]
    found = "".join(f", found by {one}" for one in by_question.get("found", []))
    rows["sure"] = [f"{lookup.weight(statement)}, {statement.confidence:.0%}{found}"]
    return [
        [(f"{question:<{NAMES}}", "quiet"), ("; ".join(answers), "quiet")]
        for question, answers in rows.items()
        if answers
    ]


def _cue(statement: Statement, lookup: Lookup) -> list[str]:
    if statement.cue is None:
        return []
    return [f"“{lookup.words(statement.cue)}”" + (f" ({statement.cue_class})" if statement.cue_class else "")]


def _outer(statement: Statement, lookup: Lookup) -> list[str]:
    outer = lookup.statements.get(statement.within) if statement.within is not None else None
    return [lookup.name(outer.stakeholder)] if outer is not None else []


def _by_question(sentences: tuple[str, ...]) -> dict[str, list[str]]:
    """The analysis's sentences, each under the question that it answers."""
    answers: dict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        sentence = sentence.rstrip(".")
        topic, colon, rest = sentence.partition(": ")
        if BY_HAND in sentence:
            answers["corrected"].append(sentence)
        elif topic == "holder" and colon:
            answers["speaker"].append(rest)
        elif sentence.startswith("found by "):
            answers["found"].append(_finder(sentence.removeprefix("found by ")))
        elif topic in ("past", "expected", "hearsay") and colon:
            answers["time"].append(f"{topic}, because of {rest}")
        elif topic != "condition" or not colon:
            answers["stance"].append(sentence)
    return answers


def _finder(name: str) -> str:
    rule = name.removeprefix("rule: ")
    return f"the rule “{rule}”" if rule != name else FOUND_BY.get(name, name)
