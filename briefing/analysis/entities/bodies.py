"""What joins the words of a body's name: "and", "of the", a possessive, the fields of a ministry.

In: columns and what tells whether a capitalised word can go on with a name. Out: answers for the run finder, such as
"the possessive in Grocers’ League belongs to the name".
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Entry, Knowledge

LONGEST = 9
"""Words of a name between commas."""


class BodyNames:
    """Reads the names of bodies in one document."""

    def __init__(
        self,
        columns: Columns,
        knowledge: Knowledge,
        continues: Callable[[int], bool],
        entry: Callable[[int, int], Entry | None],
    ) -> None:
        self.columns = columns
        self.knowledge = knowledge
        self.continues = continues
        """Whether a token is a capitalised word that can go on with a name."""
        self.entry = entry
        """What the gazetteers know under the words from one token to another."""

    def coordinated_inside(self, first: int, i: int) -> bool:
        """ "the Bus and Coach Makers’ Association": a coordination inside a name that an article begins."""
        columns = self.columns
        return (
            first > 0
            and columns.lower[first - 1] == "the"
            and self.entry(first, i) is None
            and columns.lower[i - 1] not in self.knowledge.organizations
            and columns.ent_type[i - 1] != "PERSON"
            and columns.pos[i + 1] != "PRON"
            and self.ends_in_body_word(i + 1)
        )

    def possessive_inside(self, first: int, i: int) -> bool:
        """Whether a possessive belongs to a name: "the Grocers’ League" does, "Chile’s Senate" does not."""
        columns = self.columns
        if self.entry(first, i) is not None or self.entry(i - 1, i) is not None:
            return False
        if self._is_of_members(first, i):
            return True
        if not self.ends_in_body_word(i + 1):
            return False
        return columns.lower[i] in {"'", "’"} or (columns.ent_type[i] == "ORG" and not columns.ent_begins[i])

    def _is_of_members(self, first: int, i: int) -> bool:
        """ "the Rural Women's List", "the Workers' Voice": a body named after the people who are in it."""
        columns, knowledge = self.columns, self.knowledge
        return (
            first > 0
            and columns.lower[first - 1] == "the"
            and self._is_of_people(columns.lower[i - 1])
            and columns.tag[i + 1] in {"NNP", "NNPS"}
            and columns.ent_type[i] != "PERSON"
            and not knowledge.is_title(columns.lower[i + 1])
            and not self._is_first_name(i + 1)
        )

    def _is_of_people(self, plural: str) -> bool:
        """Whether a word means several people: "women", "bankers"."""
        knowledge = self.knowledge
        return plural in knowledge.groups or (
            plural.endswith("s") and not knowledge.is_title(plural[:-1]) and knowledge.is_person_noun(plural[:-1])
        )

    def end_of_apposition(self, first: int) -> int | None:
        """Where the name between commas ends in "her group, Save Our Ponds, wants" or "the Quarry and Dock Workers".

        Behind a noun for one body everything up to the next comma is its name, "and" and small words included.
        """
        columns = self.columns
        before = first - 1 - (columns.lower[first - 1] == "the") if first > 2 else 0
        if before < 1 or columns.text[before] != "," or not self._is_one_body(before - 1):
            return None
        if not columns.text[first][0].isupper() or self._is_first_name(first):
            return None
        last = first
        while last < len(columns) and last - first < LONGEST and columns.text[last] not in {",", "."}:
            word = columns.text[last]
            if not word[0].isupper() and word.lower() not in self.knowledge.small_words:
                return None
            last += 1
        closed = last < len(columns) and columns.text[last] in {",", "."}
        return last if closed and last - first > 1 and columns.text[last - 1][0].isupper() else None

    def _is_one_body(self, noun: int) -> bool:
        columns = self.columns
        return (
            columns.tag[noun] == "NN"
            and columns.text[noun].islower()
            and columns.lower[noun] in self.knowledge.organizations
            and columns.dep[noun] != "pobj"
        )

    def _is_first_name(self, i: int) -> bool:
        knowledge = self.knowledge
        return knowledge.is_given_name(self.columns.text[i]) and not knowledge.is_common(self.columns.lower[i])

    def rest_of_remit(self, first: int, i: int) -> int:
        """How many tokens of ", Sport and Housing" or "and Fisheries" go on with the field of a ministry."""
        columns = self.columns
        if columns.lower[i] not in {",", "and", "&"} or not self._is_field(i - 1):
            return 0
        if not any(columns.lower[j] in {"of", "for"} and self._has_remit(j - 1) for j in range(first + 1, i)):
            return 0
        last = i
        while last + 1 < len(columns) and columns.text[last] == "," and self._is_field(last + 1):
            last += 2
        if columns.lower[last] == "," and last + 1 < len(columns):
            last += 1
        is_closed = columns.lower[last] in {"and", "&"} and last + 1 < len(columns) and self._is_field(last + 1)
        return last + 2 - i if is_closed else 0

    def _has_remit(self, i: int) -> bool:
        return self.columns.lower[i] in self.knowledge.remits

    def _is_field(self, i: int) -> bool:
        """Whether a capitalised word names a field of public business."""
        return self.continues(i) and self.columns.lower[i] in self.knowledge.fields

    def goes_on_of_the(self, first: int, i: int) -> bool:
        """Whether "of the …" after "League of Islands" goes on with the name of a body."""
        return (
            "of" in self.columns.lower[first:i]
            and self.is_body_word(first)
            and i + 2 < len(self.columns)
            and self.continues(i + 2)
            and self.entry(i + 2, i + 3) is None
        )

    def ends_in_body_word(self, i: int) -> bool:
        """Whether the stretch of capitalised words from a token on ends in the head of a body's name."""
        columns = self.columns
        while i + 1 < len(columns):
            if self.continues(i + 1):
                i += 1
            elif columns.lower[i + 1] in {"'", "’"} and i + 2 < len(columns) and self.continues(i + 2):
                i += 2
            else:
                break
        lower = self.columns.lower[i]
        return lower in self.knowledge.organizations or lower.removesuffix("s") in self.knowledge.organizations

    def bridge(self, i: int) -> int:
        """Length of "of the", "for", "and" … if a capitalised word follows, else 0."""
        after = i + 1
        if after < len(self.columns) and self.columns.lower[after] in {"the", "of"}:
            after += 1
        return (
            after - i
            if after < len(self.columns)
            and self.continues(after)
            and self.columns.lower[after] not in self.knowledge.never
            else 0
        )

    def is_body_word(self, i: int) -> bool:
        """Whether a word can be the head of a name with "of": Ministry of Health, Bank of England, Isle of Man."""
        lower = self.columns.lower[i]
        singular = lower.removesuffix("s")
        return self.columns.text[i][0].isupper() and (
            lower in self.knowledge.organizations
            or lower in self.knowledge.organization_words
            or lower in self.knowledge.places
            or lower in self.knowledge.things
            or singular in self.knowledge.organizations
            or lower
            in {
                "secretary",
                "minister",
                "republic",
                "university",
                "bank",
                "kingdom",
                "isle",
                "states",
                "college",
                "office",
            }
        )

    def opens_body(self, i: int) -> bool:
        """Whether a common word at the start of a sentence begins a body's name of several words ("Water Alliance")."""
        columns = self.columns
        if i + 1 >= len(columns) or not columns.text[i + 1][0].isupper():
            return False
        if (
            columns.tag[i] not in {"NNP", "NNPS"}
            or columns.lower[i] in self.knowledge.modifiers | self.knowledge.former
        ):
            return False
        is_recognised = columns.ent_type[i] == columns.ent_type[i + 1] == "ORG" and not columns.ent_begins[i + 1]
        return (is_recognised and self.ends_in_body_word(i + 1)) or self._is_called_body(i)

    def _is_called_body(self, first: int) -> bool:
        """Whether "a charity", "the growers' lobby" stands behind a name of two words."""
        columns, last = self.columns, first + 1
        return (columns.dep[first], columns.head[first]) == ("compound", last) and any(
            columns.dep[child] == "appos" and columns.lemma[child].lower() in self.knowledge.organizations
            for child in columns.children[last]
        )
