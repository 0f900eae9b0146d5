"""A surname and the several persons who bear it in; the one whom title, age, gender or nearness means out.

"Ms Holt" is the one who was introduced as "Ms", "the elder Holt" the one whose child the other is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.gender import gender_of, title_gender
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.entities.names import Name

ELDER = frozenset({"elder", "older", "senior"})
YOUNGER = frozenset({"younger", "junior"})
CHILDREN = frozenset({"son", "daughter", "nephew", "niece", "grandson", "granddaughter", "stepson", "stepdaughter"})
PARENTS = frozenset({"father", "mother", "uncle", "aunt", "grandfather", "grandmother", "stepfather", "stepmother"})
OWNERS = frozenset({"his", "her", "their", "whose"})
REACH = 6
"""How many words before a full name may say whose child or parent it is ("*his son*, commissioner Cody Holt")."""


class Bearer(Protocol):
    """A person with her names so far."""

    names: list[Name]


Person = TypeVar("Person", bound=Bearer)


class NamesakeChooser(Generic[Person]):
    """Chooses among the bearers of one surname in one document."""

    def __init__(self, columns: Columns, knowledge: Knowledge) -> None:
        self.columns = columns
        self.knowledge = knowledge

    def choose(self, name: Name, bearers: Sequence[Person]) -> Person | None:
        """Who is meant by a surname; None where nobody can tell."""
        if self.tells_age(name):
            return self._of_age(name, bearers)
        same = [bearer for bearer in bearers if self._is_introduced_with(name, bearer)]
        return same[0] if len(same) == 1 else self._nearest(name, bearers)

    def tells_age(self, name: Name) -> bool:
        """Whether a surname is that of "the elder" or "the younger"."""
        before = self._word_before(name)
        return before in ELDER or before in YOUNGER

    def _word_before(self, name: Name) -> str:
        first = name.title.start if name.title else name.first
        return self.columns.lower[first - 1] if first else ""

    def _of_age(self, name: Name, bearers: Sequence[Person]) -> Person | None:
        """Of two bearers the one who is the parent or the child of the other, as the text has said."""
        if len(bearers) != 2:
            return None
        younger = [self._is_called(bearer, CHILDREN) for bearer in bearers]
        elder = [self._is_called(bearer, PARENTS) for bearer in bearers]
        for number in (0, 1):
            other = 1 - number
            is_child = (younger[number] or elder[other]) and not (younger[other] or elder[number])
            if is_child:
                return bearers[number if self._word_before(name) in YOUNGER else other]
        return None

    def _is_called(self, bearer: Person, kin: frozenset[str]) -> bool:
        """Whether the words right before a full name say what it is to somebody ("his son, commissioner Cody Holt")."""
        columns = self.columns
        for name in bearer.names:
            first = name.title.start if name.title else name.first
            if name.last - name.first < 2:
                continue
            for i in range(max(first - REACH, 1), first):
                is_owned = columns.lower[i - 1] in OWNERS or columns.tag[i - 1] == "POS"
                if columns.lower[i] in kin and is_owned and columns.sentence[i] == columns.sentence[first]:
                    return True
        return False

    def _is_introduced_with(self, name: Name, bearer: Person) -> bool:
        """Whether a bearer's full name stands behind the title that stands before the surname ("Ms", "Sheriff")."""
        title = self._title(name)
        return title != "" and any(title == self._title(full) for full in bearer.names if full.last - full.first > 1)

    def _title(self, name: Name) -> str:
        return self.columns.lower[name.title[-1]].rstrip(".") if name.title else ""

    def _nearest(self, name: Name, bearers: Sequence[Person]) -> Person | None:
        """The one of the same gender who was named last."""
        gender = title_gender(name, self.columns, self.knowledge)
        fitting = [bearer for bearer in bearers if self._can_be(gender, bearer)]
        before = [
            (max(n.first for n in bearer.names if n.first < name.first), bearer)
            for bearer in fitting
            if any(n.first < name.first for n in bearer.names)
        ]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        return fitting[0] if len(fitting) == 1 else None

    def _can_be(self, gender: str, bearer: Person) -> bool:
        return gender == "unknown" or gender_of(bearer.names, self.columns, self.knowledge) in {gender, "unknown"}
