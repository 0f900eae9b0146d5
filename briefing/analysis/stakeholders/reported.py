"""What somebody tells of another one's plans in; whether it is a position of that one out.

A speaker tells the plans of her own side ("the chair said the league would appeal"). Of others she tells positions
where they would do it on a condition or take a side by it ("Ankara could accept a corridor if …"); the rest predicts.
"""

from __future__ import annotations

from briefing.analysis.entities.columns import Columns
from briefing.analysis.layers import Attribution
from briefing.analysis.lexicon.cues import SIDES
from briefing.analysis.stakeholders.roster import Roster

TAKING_A_SIDE = SIDES | {"decision"}
"""Classes of cues by which their holder takes a side."""
CONDITIONS = {"if", "unless", "provided", "providing"}
DEFINITE = {"the", "his", "her", "their", "its"}


class ReportedReader:
    """Judges the reported plans of one document."""

    def __init__(self, roster: Roster, columns: Columns) -> None:
        self.roster = roster
        self.columns = columns

    def is_position(self, attribution: Attribution, holders: tuple[str, ...], speakers: tuple[str, ...]) -> bool:
        """Whether a reported plan is a position of its holders; `speakers` are those who tell it."""
        if not holders or not speakers or not set(holders).isdisjoint(speakers):
            return False
        if self._is_side(holders, speakers):
            return True
        if attribution.source is None:
            return False
        first = self.columns.tokens_of(attribution.source.start, attribution.source.end).start
        if self.columns.pos[first] == "PRON" and self.columns.lower[first] not in DEFINITE:
            return False
        if not self._is_conditional(attribution) and attribution.cue_class not in TAKING_A_SIDE:
            return False
        return self.columns.lower[first] in DEFINITE or all(self.roster[holder].named for holder in holders)

    def _is_conditional(self, attribution: Attribution) -> bool:
        tokens = (i for span in attribution.content for i in self.columns.tokens_of(span.start, span.end))
        return not CONDITIONS.isdisjoint(self.columns.lower[i] for i in tokens)

    def _is_side(self, holders: tuple[str, ...], speakers: tuple[str, ...]) -> bool:
        return all(any(self.roster[speaker].affiliation == holder for speaker in speakers) for holder in holders)
