"""A source such as "both leaders" or "the two governments" in; the two actors it stands for out, where they are sure.

Two at once are never one of them: without two sure actors the source stays a group of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.stakeholders.roster import Roster
from briefing.model import StakeholderKind

EACH = {"both", "each", "either", "neither"}
STATES: set[StakeholderKind] = {"country", "bloc", "organization"}
KINDS: dict[str, set[StakeholderKind]] = {
    "states": STATES,
    "any": STATES,
    "persons": {"person"},
    "bodies": {"organization"},
}
COORDINATED, NEAR = 25, 3
"""How many sentences back the two may have been named together, and how many one by one."""


class PairReader:
    """Reads sources that stand for two actors in one document."""

    def __init__(self, roster: Roster, columns: Columns, knowledge: Knowledge) -> None:
        self.roster = roster
        self.columns = columns
        self.knowledge = knowledge

    def is_pair(self, head: int) -> bool:
        """Whether a source with this head word stands for two at once."""
        columns = self.columns
        if columns.lower[head] in EACH:
            return True
        if any(columns.dep[child] == "conj" for child in columns.children[head]):
            return False  # "neither the mayor nor the council" names its two
        words = {columns.lower[child] for child in columns.children[head] if child < head}
        if words & EACH:
            return True
        return "two" in words and bool(words & {"the", "these", "those"}) and bool(self._kinds(head))

    def read(self, head: int) -> tuple[str, ...]:
        """The two actors, in the order in which the text names them; none if they are not sure."""
        kinds = self._kinds(head)
        if not kinds:
            return ()
        return self._together(head, kinds) or self._alone(head, kinds)

    def _kinds(self, head: int) -> set[StakeholderKind]:
        """What kinds of actor the noun can mean ("both" alone: the noun in "both of the leaders")."""
        columns = self.columns
        noun = head
        if columns.lower[head] in EACH:
            noun = next((o for p in columns.children[head] for o in columns.children[p] if o > p > head), head)
            if noun == head or columns.pos[noun] == "PRON":
                return set()
        lemma = columns.lemma[noun].lower()
        return next((KINDS[use] for use, nouns in self.knowledge.pairs.items() if lemma in nouns), set())

    def _together(self, head: int, kinds: set[StakeholderKind]) -> tuple[str, ...]:
        """The last two that the text coordinated before ("Iran and Iraq", "between Iran and Iraq")."""
        columns, names = self.columns, self.roster.names
        for token in range(head - 1, -1, -1):
            if columns.sentence[head] - columns.sentence[token] > COORDINATED:
                break
            first = columns.head[token]
            if token not in names or columns.dep[token] != "conj" or first not in names or names[first] == names[token]:
                continue
            pair = names[first], names[token]
            if self._is_one_kind(pair, kinds) and not self._is_longer(first, token):
                return pair
        return ()

    def _is_longer(self, first: int, second: int) -> bool:
        """Whether the coordination has a third member."""
        columns = self.columns
        members = [child for end in (first, second) for child in columns.children[end] if columns.dep[child] == "conj"]
        return columns.dep[first] == "conj" or len(members) > 1

    def _is_one_kind(self, pair: tuple[str, str], kinds: set[StakeholderKind]) -> bool:
        first, second = (self.roster[actor_id].kind for actor_id in pair)
        return first == second and first in kinds

    def _alone(self, head: int, kinds: set[StakeholderKind]) -> tuple[str, ...]:
        """The two actors of these kinds that were named shortly before, if they are exactly two."""
        found = list(dict.fromkeys(self._named_before(head, kinds)))
        return (found[0], found[1]) if len(found) == 2 and self._is_one_kind((found[0], found[1]), kinds) else ()

    def _named_before(self, head: int, kinds: set[StakeholderKind]) -> Iterator[str]:
        sentence = self.columns.sentence
        for first, actor_id, form in self.roster.order:
            if first >= head:
                return
            if (
                form == "name"
                and sentence[head] - sentence[first] <= NEAR
                and self.roster[actor_id].kind in kinds
                and not self.roster.is_place(actor_id)
            ):
                yield actor_id
