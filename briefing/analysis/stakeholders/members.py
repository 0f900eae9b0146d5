"""The head of a source that is a group in; who is named of it out: "critics such as Ana Ruiz", "a group led by her".

Examples say what their group says, and are holders beside it; who leads a group is none.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.roles import LEADING

EXAMPLES = frozenset({"including", "like"})
"""What stands, as "such as" does, between a group and some who are named of it."""


def named_as_examples(head: int, columns: Columns, names: Mapping[int, str]) -> list[tuple[str, str]]:
    """The actors of "several ministers, including Ana Ruiz and Li Wei", and why."""
    if columns.tag[head] not in {"NNS", "NNPS"} or head in names:
        return []
    found: list[int] = []
    for child in columns.children[head]:
        is_such = columns.lower[child] == "as" and columns.lower[child - 1] == "such"
        if child > head and columns.dep[child] == "prep" and (is_such or columns.lower[child] in EXAMPLES):
            found += [c for c in columns.children[child] if columns.dep[c] == "pobj"]
    for name in found:
        found += [c for c in columns.children[name] if columns.dep[c] == "conj"]
    return [(names[name], f"named as one of the {columns.text[head]}") for name in found if name in names]


def is_only_who_leads(name: int, noun: int, columns: Columns) -> bool:
    """Whether a name only ends the participle on the noun before it: "a group led by the economist Ana Ruiz"."""
    led = [c for c in columns.children[noun] if columns.dep[c] == "acl" and columns.lemma[c] in LEADING]
    is_led = any(noun < verb < name and columns.lower[verb + 1] == "by" for verb in led)
    return is_led and "," not in columns.text[noun:name]
