"""The set phrases into which a matter is put, as rules in the order in which they are tried.

The phrase tells whether what stands in it is wanted. Its words are in `words/frames.toml`.
"""

from __future__ import annotations

from briefing.analysis.stance.rules import reasoning, wanting

FRAMES = (
    wanting.asks_for_nothing,
    wanting.unmoved,
    wanting.cannot_wait,
    wanting.timely,
    reasoning.case_made,
    reasoning.fears_failure,
    wanting.needed_or_not,
    wanting.wanted_by_all,
    reasoning.reasoned,
    wanting.too_dear,
    reasoning.unfounded,
    wanting.in_need,
    wanting.never,
    reasoning.takes_time,
    reasoning.weighs,
    wanting.puzzled,
    wanting.indispensable,
)
"""The most telling first."""
