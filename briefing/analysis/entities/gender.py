"""A person's names in; the gender that titles and given names tell out."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.entities.names import Name


def title_gender(name: Name, columns: Columns, knowledge: Knowledge) -> str:
    """Gender that a title before the name tells."""
    for i in name.title:
        if columns.lower[i] in knowledge.female_titles:
            return "female"
        if columns.lower[i] in knowledge.male_titles:
            return "male"
    return "unknown"


def gender_of(names: Iterable[Name], columns: Columns, knowledge: Knowledge) -> str:
    """Gender of a person from titles and given name."""
    for name in names:
        gender = title_gender(name, columns, knowledge)
        if gender != "unknown":
            return gender
    for name in names:
        if name.last - name.first > 1:
            given = columns.text[name.first]
            if given in knowledge.female_names:
                return "female"
            if given in knowledge.male_names:
                return "male"
    return "unknown"
