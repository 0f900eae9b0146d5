"""Columns of a parsed Doc and a description in; whether the name before it is only spoken to out.

"Dr Ruiz, the minister says you are wrong. Are you?": in hearings and interviews a question opens with the name of
whoever shall answer, and the parser takes what comes behind the comma for an apposition. An apposition is closed by a
second comma; an address is not, and its sentence says "you".
"""

from __future__ import annotations

from briefing.analysis.entities.columns import FINITE, Columns

SECOND_PERSON = frozenset({"you", "your", "yours", "yourself"})
LONGEST = 8
"""Tokens of a description up to its verb."""


def follows_address(first: int, columns: Columns) -> bool:
    """Whether the description that begins at a token stands behind the name of whoever is spoken to."""
    if first < 2 or columns.text[first - 1] != "," or columns.pos[first - 2] != "PROPN":
        return False
    name = first - 2
    while name > 0 and columns.pos[name - 1] == "PROPN":
        name -= 1
    if not columns.is_initial(name):
        return False
    for token in range(first, min(first + LONGEST, len(columns))):
        if not columns.text[token][0].isalnum() or columns.sentence[token] != columns.sentence[first]:
            return False
        if columns.tag[token] in FINITE and columns.dep[token] not in {"relcl", "acl"}:
            return token > first and _says_you(token, columns)
    return False


def _says_you(verb: int, columns: Columns) -> bool:
    """Whether the rest of a sentence speaks to somebody, outside quotation marks or inside the same as its verb."""
    for token in range(verb, len(columns)):
        if columns.sentence[token] != columns.sentence[verb]:
            return False
        if columns.lower[token] in SECOND_PERSON and columns.quotation[token] == columns.quotation[verb]:
            return True
    return False
