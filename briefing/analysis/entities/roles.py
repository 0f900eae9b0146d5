"""Clusters of names in; role and affiliation of each, as the text gives them, out.

A role is a title before the name, an apposition beside it, a predicate noun ("she is the director of …") or what a
relative clause says ("who leads …"); the body or state inside that phrase is the affiliation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.analysis.entities.address import follows_address
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.evidence import head_of
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.entities.merging import Cluster
from briefing.analysis.entities.names import Name

MAXIMUM_WORDS = 9
CALLINGS = ("er", "or", "ist", "ian")
"""Endings of nouns that say what somebody does."""
LEADING = {
    "lead": "leader",
    "head": "head",
    "chair": "chair",
    "run": "head",
    "direct": "director",
    "found": "founder",
    "own": "owner",
    "represent": "representative",
}


@dataclass(frozen=True, slots=True)
class Role:
    """What the text calls somebody, and the tokens of the phrase (to look for an affiliation in it)."""

    text: str
    tokens: tuple[int, ...]
    reason: str


def find_role(cluster: Cluster, columns: Columns, knowledge: Knowledge) -> Role | None:
    """The first role that the text gives a person or body; appositions before titles of one word."""
    found: list[tuple[int, int, Role]] = []
    for order, name in enumerate(sorted(cluster.names, key=lambda name: name.first)):
        for rank, role in _roles_at(name, cluster, columns, knowledge):
            found.append((rank, order, role))
    return min(found, key=lambda item: item[:2])[2] if found else None


def _roles_at(name: Name, cluster: Cluster, columns: Columns, knowledge: Knowledge) -> list[tuple[int, Role]]:
    roles: list[tuple[int, Role]] = []
    root = head_of(name, columns)
    if cluster.kind == "person":
        title = _title_before(name, columns, knowledge)
        if title is not None:
            polite = knowledge.courtesy | knowledge.short_titles.keys()
            is_courtesy = all(columns.lower[i] in polite for i in title.tokens)
            roles.append((2 if is_courtesy else 0, title))
    elif (kind := _kind_before(name, columns, knowledge)) is not None:
        roles.append((0, kind))
    wanted = knowledge.is_person_noun if cluster.kind == "person" else knowledge.organizations.__contains__
    own = {token for other in cluster.names for token in other.tokens}
    for child in columns.children[root]:
        if child in own:
            continue
        if columns.dep[child] == "appos" and columns.pos[child] in {"NOUN", "PROPN"} and child > root:
            if follows_address(columns.subtree(child).start, columns):
                continue
            roles += _noun_phrase(child, name, columns, wanted, 1, "apposition")
        elif columns.dep[child] == "relcl" and cluster.kind == "person" and columns.lemma[child] in LEADING:
            roles += _relative_clause(child, columns)
    if columns.dep[root] == "appos" and columns.head[root] < name.first and columns.head[root] not in own:
        beside = columns.head[root]
        roles += _noun_phrase(beside, name, columns, wanted, 1, "apposition")
        if cluster.kind == "person" and (head := _head_of_complement(beside, columns)) is not None:
            roles += _noun_phrase(head, name, columns, wanted, 1, "apposition")
    parent = columns.head[root]
    if columns.dep[root] == "oprd" and columns.dep[parent] == "acl" and columns.lower[parent] in {"called", "named"}:
        roles += _noun_phrase(columns.head[parent], name, columns, wanted, 1, "“called”")
    if columns.dep[root] == "nsubj" and columns.lemma[parent] == "be":
        for child in columns.children[parent]:
            if columns.dep[child] == "attr":
                roles += _noun_phrase(child, name, columns, wanted, 3, "“is”")
    if columns.dep[root] in {"pobj", "dobj"} or columns.dep[root] == "nsubj":
        roles += _comma_phrase(name, columns, wanted)
    return roles


def _head_of_complement(noun: int, columns: Columns) -> int | None:
    """The "mayor" of "the mayor of Turin, Ana Ruiz", where the parser hangs the name on the city."""
    preposition = columns.head[noun]
    is_complement = columns.dep[noun] == "pobj" and columns.dep[preposition] == "prep" and preposition < noun
    return columns.head[preposition] if is_complement and columns.pos[columns.head[preposition]] != "VERB" else None


def _title_before(name: Name, columns: Columns, knowledge: Knowledge) -> Role | None:
    """ "Foreign Minister" in "Foreign Minister Ana Ruiz", "harbour master" in "harbour master Ana Ruiz"."""
    first = name.title.start if name.title else name.first
    last = name.first
    while first > 0 and _belongs_to_title(first - 1, columns, knowledge, first == name.first):
        first -= 1
    tokens = [
        i for i in range(first, last) if columns.lower[i] not in knowledge.courtesy or columns.lower[i] in {"professor"}
    ]
    if not tokens or not any(
        knowledge.is_title(columns.lower[i]) or _is_calling(i, columns, knowledge) for i in tokens
    ):
        return None
    text = columns.words(tokens[0], tokens[-1] + 1)
    return Role(_clean(text), tuple(tokens), f"title before the name: {text}")


def _is_calling(i: int, columns: Columns, knowledge: Knowledge) -> bool:
    """Whether a noun says what a person does: a known one, or one with the ending of such nouns ("glassblower")."""
    lemma = columns.lemma[i].lower()
    if knowledge.is_person_noun(lemma):
        return True
    return (
        columns.tag[i] == "NN"
        and lemma.endswith(CALLINGS)
        and lemma not in knowledge.places | knowledge.things | knowledge.organizations | knowledge.ships
        and i + 1 < len(columns)
        and knowledge.is_given_name(columns.text[i + 1])
    )


def _kind_before(name: Name, columns: Columns, knowledge: Knowledge) -> Role | None:
    """ "rights group" in "the rights group Open Door": what a body is, in small letters right before its name."""
    head = name.first - 1
    if (
        head < 0
        or columns.lemma[head].lower() not in (knowledge.organizations | knowledge.ambiguous) - knowledge.attributes
        or columns.sentence[head] != columns.sentence[name.first]
    ):
        return None
    if not (columns.text[head].islower() or columns.is_initial(head)) or columns.tag[head] not in {"NN", "NNP"}:
        return None
    first = head
    while (
        first > 0
        and columns.sentence[first - 1] == columns.sentence[head]
        and columns.dep[first - 1] in {"compound", "amod", "nmod"}
        and columns.pos[first - 1] in {"NOUN", "ADJ", "PROPN"}
    ):
        first -= 1
    text = columns.words(first, head + 1)
    return Role(_clean(text), tuple(range(first, head + 1)), f"before the name: {text}")


def _belongs_to_title(i: int, columns: Columns, knowledge: Knowledge, at_name: bool) -> bool:
    lower = columns.lower[i]
    if columns.sentence[i] != columns.sentence[min(i + 1, len(columns) - 1)]:
        return False
    if at_name:
        is_modifier = columns.dep[i] in {"compound", "nmod"}
        return (
            columns.tag[i] in {"NN", "NNP"}
            and (columns.text[i].islower() or (is_modifier and columns.is_initial(i)))
            and (knowledge.is_person_noun(columns.lower[i]) or (is_modifier and _is_calling(i, columns, knowledge)))
        )
    return (
        (
            columns.pos[i] in {"NOUN", "ADJ"}
            and columns.dep[i] in {"compound", "amod", "nmod"}
            and lower not in knowledge.never
        )
        or lower in knowledge.modifiers
        or lower in knowledge.former
        or (columns.dep[i] == "compound" and knowledge.is_person_noun(lower))
        or (lower == "-" and i > 0 and not columns.spaced[i - 1])
    )


def _noun_phrase(
    head: int, name: Name, columns: Columns, wanted: object, rank: int, how: str
) -> list[tuple[int, Role]]:
    """The phrase of a noun, from its first modifier up to (not including) a clause or the name itself."""
    if not callable(wanted) or (not wanted(columns.lemma[head].lower()) and not wanted(columns.lower[head])):
        return []
    stop = len(columns)
    for child in columns.children[head]:
        if columns.dep[child] in {"relcl", "acl", "appos", "punct", "cc", "conj"} and child > head:
            stop = min(stop, columns.subtree(child).start, child)
    inside = [i for i in columns.subtree(head) if i < stop and i not in name.tokens and i not in name.title]
    while inside and (
        columns.lower[inside[0]] in {"the", "a", "an", "its", "their", "his", "her"} or columns.text[inside[0]] == ","
    ):
        inside.pop(0)
    for place, token in enumerate(inside):
        if columns.text[token] in ",;:—–(" and place > 0:
            inside = inside[:place]
            break
    inside = _shortened(inside, head, columns)
    if not inside or head not in inside:
        return []
    text = columns.words(_before_hyphens(inside[0], columns), inside[-1] + 1)
    return [(rank, Role(_clean(text), tuple(columns.subtree(head)), f"{how}: {text}"))]


def _before_hyphens(first: int, columns: Columns) -> int:
    """Where a word begins that the parser takes apart at its hyphen ("*vice-*chair")."""
    while first > 1 and columns.text[first - 1] == "-" and not (columns.spaced[first - 1] or columns.spaced[first - 2]):
        first -= 2
    return first


def _shortened(tokens: list[int], head: int, columns: Columns) -> list[int]:
    """A long phrase loses what hangs on the noun by a preposition."""
    if len(tokens) <= MAXIMUM_WORDS:
        return tokens
    for token in tokens:
        if token > head and columns.pos[token] == "ADP":
            return [i for i in tokens if i < token]
    return []


def _comma_phrase(name: Name, columns: Columns, wanted: object) -> list[tuple[int, Role]]:
    """A description between commas after a name that the parser did not see as an apposition."""
    i = name.last
    if i + 2 >= len(columns) or columns.text[i] != "," or not callable(wanted):
        return []
    last = i + 1
    while last < len(columns) and columns.text[last] not in ',.;:—–“”"' and last - i <= MAXIMUM_WORDS + 1:
        last += 1
    if last >= len(columns) or columns.text[last] not in ',.”"' or last - i < 2:
        return []
    tokens = list(range(i + 1, last))
    nouns = [t for t in tokens if columns.pos[t] == "NOUN" or columns.pos[t] == "PROPN"]
    if any(
        columns.pos[t] in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ"}
        and columns.lower[t] not in {"its", "their", "his", "her", "and"}
        for t in tokens
    ):
        return []
    first_preposition = next((t for t in tokens if columns.pos[t] == "ADP"), last)
    heads = [t for t in nouns if t < first_preposition]
    if not heads or not wanted(columns.lemma[heads[-1]].lower()):
        return []
    if columns.lower[tokens[0]] in {"the", "a", "an", "its", "their", "his", "her"}:
        tokens.pop(0)
    text = columns.words(tokens[0], tokens[-1] + 1)
    return [(2, Role(_clean(text), tuple(tokens), f"between commas after the name: {text}"))]


def _relative_clause(verb: int, columns: Columns) -> list[tuple[int, Role]]:
    """ "who leads the union" makes a leader of the union."""
    objects = [child for child in columns.children[verb] if columns.dep[child] == "dobj"]
    if not objects or not any(columns.lower[child] == "who" for child in columns.children[verb]):
        return []
    phrase = columns.subtree(objects[0])
    if len(phrase) > MAXIMUM_WORDS:
        return []
    text = columns.words(verb, phrase.stop)
    return [(3, Role(_clean(text), tuple(phrase), f"relative clause: who {text}"))]


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;:’'(")
