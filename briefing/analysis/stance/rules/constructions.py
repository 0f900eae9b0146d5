"""The constructions of a whole sentence, as rules in the order in which they are tried.

The matter stands in a place of the sentence that by itself says whether it is wanted, whatever the cue says.
"""

from __future__ import annotations

from briefing.analysis.stance.rules import contrasted, needs, verdicts

CONSTRUCTIONS = (
    verdicts.brought,
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
)
"""The most telling first."""
