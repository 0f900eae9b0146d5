"""A part or a share of a group in; the group out: "one of the diplomats", "one of the few who would pay".

A bare share ("41 per cent") is one of nobody whom the source names.
"""

from __future__ import annotations

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.stakeholders.roster import Roster

DEEPEST = 8
"""Words between "who" and the copula in "one of the few of those who would pay"."""


class PartReader:
    """Reads the sources of one document that are a part of a group."""

    def __init__(self, roster: Roster, columns: Columns, knowledge: Knowledge) -> None:
        self.roster = roster
        self.columns = columns
        self.knowledge = knowledge

    def whole(self, head: int, tokens: range) -> str | None:
        """The group in "one of the diplomats", if it was mentioned before."""
        columns = self.columns
        start = columns.start[tokens.start]
        for child in columns.children[head]:
            if columns.lower[child] == "of":
                for inner in columns.children[child]:
                    actor_id = self.roster.at.get(inner)
                    if actor_id is None and columns.lower[inner] in {"them", "those", "these"}:
                        actor_id = self.roster.latest_plural(head)
                    if (
                        columns.dep[inner] == "pobj"
                        and actor_id is not None
                        and not self._is_owned(inner)
                        and self.roster[actor_id].number == "plural"
                        and min(mention.start for mention in self.roster[actor_id].mentions) < start
                    ):
                        return actor_id
        return None

    def one_of_few(self, who: int) -> str | None:
        """Who "is one of the few who would pay": the subject of the sentence that says so."""
        columns = self.columns
        above = columns.head[columns.head[who]]
        for _ in range(DEEPEST):
            if columns.dep[above] not in {"pobj", "prep"}:
                break
            above = columns.head[above]
        if columns.dep[above] != "attr" or columns.lower[above] not in {"one", "among", "those"}:
            return None
        copula = columns.head[above]
        subjects = (child for child in columns.children[copula] if columns.dep[child] == "nsubj")
        return next((self.roster.at[subject] for subject in subjects if subject in self.roster.at), None)

    def is_bare_share(self, head: int) -> bool:
        """ "41 per cent", "the present one": a share of whom, or one of what, the source does not say."""
        columns = self.columns
        if any(columns.lower[child] == "of" and child > head for child in columns.children[head]):
            return False
        is_stand_in = columns.lower[head] == "one" and any(columns.dep[c] == "amod" for c in columns.children[head])
        return is_stand_in or columns.lower[head] in self.knowledge.sources["shares"]

    def _is_owned(self, noun: int) -> bool:
        """Whether a noun is "its 17 members": of a body already named, and no group that was."""
        columns = self.columns
        return any(columns.dep[c] == "poss" and columns.pos[c] == "PRON" for c in columns.children[noun])
