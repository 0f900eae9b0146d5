"""A `Reading` in; the stance that the rules alone would give it out, with the words and the rule.

The rules are tried in the order of their measured precision: what takes no side, what the form of the whole sentence
says, conditions, readiness and explicitly mixed words, then the attitude of the cue turned by the direction between
content and label, then what the content itself states, judges or demands, and at last the form of its argument. What no
rule decides stays undecided.
"""

from __future__ import annotations

from briefing.analysis.stance.rules import bound, no_side, stated
from briefing.analysis.stance.rules.arguments import argued
from briefing.analysis.stance.rules.constructions import CONSTRUCTIONS
from briefing.analysis.stance.rules.cue_side import side_of_cue
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.frames import FRAMES
from briefing.analysis.stance.rules.rule import Rules
from briefing.analysis.stance.statement.reading import Reading


def decide(reading: Reading) -> Decision | None:
    """What the first rule that speaks says, or None."""
    return RULES.decide(reading)


def denies_opposition(reading: Reading) -> bool:
    """Whether a statement says that its holder is not against the matter, and takes no side beside that."""
    cue = reading.cue_attitude
    if cue is not None and cue.sign:
        return False
    if cue is not None and cue.name == "not-opposition":
        return True
    own = [other for other in reading.own if other.found.sign or other.found.name == "not-opposition"]
    return bool(own) and all(other.found.name == "not-opposition" for other in own)


def _argues(reading: Reading) -> Decision | None:
    """The form of the argument; where it says little, what the words judge counts before it."""
    argument = argued(reading)
    return argument if argument is not None and argument.explicit else stated.judged(reading) or argument


RULES = Rules(
    (
        no_side.asked,
        no_side.denies_harm,
        no_side.takes_no_side,
        no_side.stands_between,
        no_side.disputes_what_was_said,
        no_side.thanks_somebody,
        no_side.asks_somebody,
        no_side.leaves_open,
        *FRAMES,
        *CONSTRUCTIONS,
        no_side.turns_down,
        no_side.left_alone,
        no_side.calls_on_a_side,
        no_side.warned_of_something_else,
        bound.opposes_unless,
        bound.sets_condition,
        bound.states_readiness,
        bound.objects_to_nothing_if,
        bound.goes_both_ways,
        bound.threatened,
        side_of_cue,
        bound.own_readiness,
        stated.own_attitude,
        stated.resists,
        stated.main_clause,
        no_side.answers_somebody,
        _argues,
    )
)
