"""Given rules in their order, the first that speaks decides, and none is tried where no word of its own stands."""

from __future__ import annotations

from briefing.analysis.stance.direction.labels import read_label
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.rule import Rules, looking_for
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.screened import Screened

WITHOUT = Decision("opposes", "without", "")
ALWAYS = Decision("unclear", "", "")


@looking_for(Screened(r"\bdo without\b", "without"), Screened(r"\bspare us\b", "spare"))
def does_without(reading: Reading) -> Decision | None:
    """Speaks whenever it is tried."""
    return WITHOUT


def speaks_of_nothing(reading: Reading) -> Decision | None:
    """Has nothing to say."""
    return None


def speaks_of_everything(reading: Reading) -> Decision | None:
    """Speaks of any statement."""
    return ALWAYS


RULES = Rules((speaks_of_nothing, does_without, speaks_of_everything))


def statement(cue: str, content: str) -> Reading:
    return Reading(cue, content, sentence="", around="", before="", label=read_label("The toll", {}))


def test_the_first_rule_that_speaks_decides() -> None:
    assert RULES.decide(statement("said", "they could do WITHOUT it")) == WITHOUT
    assert RULES.decide(statement("would spare", "us the toll")) == WITHOUT


def test_a_rule_is_not_tried_where_none_of_its_words_stands() -> None:
    assert RULES.decide(statement("said", "they could do with it")) == ALWAYS


def test_where_no_rule_speaks_nothing_is_decided() -> None:
    assert Rules((speaks_of_nothing,)).decide(statement("said", "no more")) is None
