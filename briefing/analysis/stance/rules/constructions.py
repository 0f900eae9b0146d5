"""The constructions of a whole sentence, as rules in the order in which they are tried.

The matter stands in a place of the sentence that by itself says whether it is wanted, whatever the cue says.
"""

from __future__ import annotations

from briefing.analysis.stance.rules import contrasted, means, needs, opponents, too_little, urgency, verdicts

CONSTRUCTIONS = (
    verdicts.brought,
    verdicts.gave_back,
    verdicts.left_in_place,
    needs.wished,
    needs.price,
    needs.missed,
    needs.needed,
    needs.required,
    needs.forbidden,
    needs.unsurpassed,
    verdicts.sooner,
    verdicts.exclaimed,
    verdicts.taken_to_court,
    verdicts.foolish,
    verdicts.wise,
    verdicts.is_beaten,
    contrasted.set_aside,
    verdicts.condemns_violence,
    verdicts.wants_neither,
    verdicts.puts_first,
    needs.does_without,
    verdicts.calms,
    opponents.blames_a_side,
    urgency.cannot_wait_longer,
    urgency.comes_late,
    means.reaches_nothing,
    too_little.falls_short,
)
"""The most telling first."""
