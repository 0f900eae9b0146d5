"""Columns and the named actors in; every further place that can mean an actor out: descriptions and pronouns.

A description (nominal) is a noun phrase whose head means a person, a body or a state. Its place in the grammar tells
what it may do: an apposition or predicate describes a name beside it, a definite phrase refers back, an indefinite or
bare plural one introduces somebody new.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.layers import Gender, Number
from briefing.model import MentionForm, StakeholderKind

PRONOUNS: dict[str, tuple[str, Gender, Number]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "male", "singular")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "female", "singular")),
    **dict.fromkeys(("it", "its", "itself"), ("it", "neuter", "singular")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("they", "unknown", "plural")),
}
"""Class, gender and number of the third-person pronouns."""

REFLEXIVE = {"himself", "herself", "itself", "themselves"}
POSSESSIVE = {"his", "her", "its", "their"}
RELATIVE = {"who", "whom", "whose", "which", "that"}
HEAD_DEPENDENCIES = {
    "nsubj",
    "nsubjpass",
    "pobj",
    "dobj",
    "conj",
    "appos",
    "attr",
    "poss",
    "agent",
    "dative",
    "ROOT",
    "dep",
    "oprd",
    "npadvmod",
}
NOBODY = {"no", "every", "any", "neither", "either", "each", "both"}
"""Determiners of phrases that mean nobody in particular, or two at once."""
DEFINITE = {"the", "this", "that", "these", "those"}
INDEFINITE = {
    "a",
    "an",
    "another",
    "some",
    "any",
    "one",
    "every",
    "no",
    "each",
    "both",
    "neither",
    "either",
    "many",
    "several",
    "few",
    "most",
    "more",
    "other",
}

MALE_ENDINGS = ("sman", "rman", "dman", "tman", "iceman", "yman", "kman", "pman")
"""Endings of nouns such as spokesman; "woman" and "human" have none of them."""

Definiteness = Literal["definite", "possessive", "indefinite", "bare"]


@dataclass(slots=True)
class Anaphor:
    """A place that may mean an actor: tokens first (inclusive) to last (exclusive) with the head token."""

    first: int
    last: int
    head: int
    form: MentionForm
    word: str
    """Lower-case pronoun, or lemma of the description's head."""
    kind: str
    """person, it, they, who for pronouns; a StakeholderKind or "any" for descriptions."""
    gender: Gender
    number: Number
    definiteness: Definiteness = "definite"
    possessor: int | None = None
    """Head token of the phrase's possessor ("her" in "her spokesman")."""


def find_anaphors(columns: Columns, knowledge: Knowledge, names: dict[int, str]) -> list[Anaphor]:
    """Pronouns and descriptions in the order of the text; `names` has the tokens of names (with titles)."""
    found: list[Anaphor] = []
    for i in range(len(columns)):
        pos, lower = columns.pos[i], columns.lower[i]
        if columns.skipped[i] or i in names:
            continue
        if lower in PRONOUNS:
            kind, gender, number = PRONOUNS[lower]
            if not (kind == "it" and _is_expletive(i, columns, knowledge)):
                found.append(Anaphor(i, i + 1, i, "pronoun", lower, kind, gender, number))
        elif lower in RELATIVE and columns.tag[i] in {"WP", "WDT", "WP$"} and _relative_noun(i, columns) is not None:
            found.append(Anaphor(i, i + 1, i, "pronoun", lower, "who", "unknown", "unknown"))
        elif pos in {"NOUN", "PROPN", "ADJ"} and columns.dep[i] in HEAD_DEPENDENCIES:
            nominal = _nominal(i, columns, knowledge, names)
            if nominal is not None:
                found.append(nominal)
    return found


def _is_expletive(i: int, columns: Columns, knowledge: Knowledge) -> bool:
    """ "It rains", "it is clear that": the word stands for nothing."""
    if columns.dep[i] == "expl":
        return True
    if columns.dep[i] not in {"nsubj", "nsubjpass"}:
        return False
    verb = columns.head[i]
    siblings = columns.children[verb]
    clause = any(columns.dep[c] in {"ccomp", "csubj", "xcomp", "advcl"} and c > verb for c in siblings)
    adjective = any(columns.dep[c] in {"acomp", "attr"} for c in siblings)
    if columns.lemma[verb] in {"be", "seem", "appear", "become", "remain"} and (clause or adjective):
        return clause or columns.lower[min(verb + 1, len(columns) - 1)] in {
            "clear",
            "unclear",
            "likely",
            "unlikely",
            "possible",
        }
    return columns.dep[i] == "nsubjpass" and clause and columns.lemma[verb] in knowledge.descriptions["impersonal"]


def _relative_noun(i: int, columns: Columns) -> int | None:
    """The noun that a relative pronoun's clause hangs on."""
    verb = columns.head[i]
    for _ in range(4):
        if columns.dep[verb] == "relcl":
            noun = columns.head[verb]
            return noun if noun < i else None
        if columns.head[verb] == verb:
            return None
        verb = columns.head[verb]
    return None


relative_noun = _relative_noun


def _nominal(i: int, columns: Columns, knowledge: Knowledge, names: dict[int, str]) -> Anaphor | None:
    lemma = columns.lemma[i].lower()
    tag = columns.tag[i]
    if columns.pos[i] == "ADJ" and not (lemma in {"other", "second"} and columns.dep[i] in {"nsubj", "pobj"}):
        return None
    kind = kind_of_noun(lemma, knowledge)
    if lemma in knowledge.descriptions["partisans"] and columns.pos[i] in {"NOUN", "PROPN"}:
        kind = "person"
    if kind is None and columns.lower[i] in knowledge.groups:
        kind = "person"
    if kind is None or lemma in {"no", "one"}:
        return None
    plural = tag in {"NNS", "NNPS"} or columns.lower[i] in {"people", "police"}
    first, definiteness, possessor = i, "bare", None
    for child in columns.children[i]:
        if child > i:
            continue
        dep, lower = columns.dep[child], columns.lower[child]
        if dep in {"det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod"}:
            first = min(first, columns.subtree(child).start)
        if dep == "poss":
            definiteness, possessor = "possessive", child
        elif dep in {"det", "predet"} and possessor is None:
            definiteness = "definite" if lower in DEFINITE else "indefinite"
        elif (dep == "nummod" and definiteness == "bare") or (
            dep == "amod" and lower in INDEFINITE and definiteness == "bare"
        ):
            definiteness = "indefinite"
    if any(t in names and names[t] == "title" for t in range(first, i + 1)):
        return None
    if definiteness == "indefinite" and columns.lower[first] in NOBODY:
        return None
    if columns.pos[i] == "PROPN" and definiteness == "bare" and not knowledge.is_title(columns.lower[i]):
        return None
    if plural and kind != "place" and columns.lower[i] != "police":
        kind = "group"
    gender: Gender = "neuter" if kind not in {"person", "group"} else gender_of_noun(lemma, knowledge)
    number: Number = "plural" if plural else "singular"
    return Anaphor(first, i + 1, i, "nominal", lemma, kind, gender, number, definiteness, possessor)  # type: ignore[arg-type]


def kind_of_noun(lemma: str, knowledge: Knowledge) -> str | None:
    """What a common noun can mean: person, organization, country, bloc, place; None if no actor."""
    if lemma in knowledge.bloc_nouns:
        return "bloc" if lemma == "bloc" else "organization"
    if lemma in {"government", "administration", "regime"}:
        return "organization"
    if lemma in knowledge.country_nouns:
        return "country"
    if lemma in knowledge.settlements or lemma in {"region", "state"}:
        return "place"
    if lemma in knowledge.organizations:
        return "organization"
    if knowledge.is_person_noun(lemma):
        return "person"
    if lemma.endswith("s") and knowledge.is_person_noun(lemma[:-1]):
        return "person"
    return None


def gender_of_noun(lemma: str, knowledge: Knowledge) -> Gender:
    """Gender that a noun itself tells."""
    if lemma.endswith("woman") or lemma in knowledge.descriptions["female"]:
        return "female"
    if lemma.endswith(MALE_ENDINGS) or lemma in knowledge.descriptions["male"]:
        return "male"
    return "unknown"


def kind_of_actor(kind: str) -> StakeholderKind:
    """The kind of actor that an unlinked description of this kind becomes."""
    if kind in {"organization", "place"}:
        return "organization"
    return kind if kind in {"person", "group", "country", "bloc"} else "group"  # type: ignore[return-value]
