"""Names of one form in; votes for what kind of thing it is, each with its reason, out.

Every mention votes, and so does the form itself: one type is decided for all mentions of a name in the document
(after the one-sense-per-discourse observation of Gale, Church and Yarowsky, 1992).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from briefing.analysis.entities.address import follows_address
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.entities.names import Name

NameKind = Literal["person", "organization", "country", "bloc", "group", "place", "thing"]
BY_FORM = 5
"""Points of a thing whose name says what it is ("… Programme")."""
LABEL_KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "thing",
    "LAW": "thing",
    "PRODUCT": "thing",
    "WORK_OF_ART": "thing",
}


AGREEMENT: dict[str, NameKind] = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "herself"), "person"),
    **dict.fromkeys(("its", "itself"), "organization"),
}
"""What a pronoun in the same sentence says about its subject ("it" may mean something else)."""


@dataclass(slots=True)
class Votes:
    """Points for each kind, and why."""

    points: dict[NameKind, float] = field(default_factory=lambda: defaultdict(float))
    reasons: dict[NameKind, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, kind: NameKind, points: float, reason: str) -> None:
        """Add points; a reason is kept once."""
        self.points[kind] += points
        if reason not in self.reasons[kind]:
            self.reasons[kind].append(reason)

    def merge(self, other: Votes) -> None:
        """Add all points and reasons of another record."""
        for kind, points in other.points.items():
            self.points[kind] += points
        for kind, reasons in other.reasons.items():
            self.reasons[kind] += [reason for reason in reasons if reason not in self.reasons[kind]]

    def summary(self) -> list[str]:
        """One line with the points of every kind, where the evidence did not all speak for one."""
        given = sorted(((points, kind) for kind, points in self.points.items() if points > 0), reverse=True)
        return ["votes: " + ", ".join(f"{kind} {points:.1f}" for points, kind in given)] if len(given) > 1 else []

    def winner(self) -> NameKind:
        """The kind with most points (an organisation if nothing spoke for anything)."""
        best: NameKind = max(self.points, key=lambda kind: (self.points[kind], kind), default="organization")
        return best if self.points.get(best, 0.0) > 0 else "organization"


def vote(names: list[Name], columns: Columns, knowledge: Knowledge) -> Votes:
    """All evidence about the kind of a form, given its mentions."""
    votes = Votes()
    _vote_by_form(names[0], columns, knowledge, votes)
    weight = min(1.0, 3.0 / len(names))
    labels: dict[NameKind, int] = defaultdict(int)
    for name in names:
        if name.label:
            labels[LABEL_KINDS[name.label]] += 1
        _vote_by_context(name, columns, knowledge, votes, weight)
    may_be_body = labels.keys() <= {"person", "organization"} and votes.points["thing"] < BY_FORM
    if may_be_body and _ends_in_common_word(names[0], columns, knowledge):
        votes.add("organization", 4, f"“{columns.text[names[0].last - 1]}” is a common word")
    if not labels and not any(votes.points.values()) and _is_without_meaning(names[0], columns, knowledge):
        votes.add("person", 0.5, "words that are only names")
    for kind, number in labels.items():
        votes.add(kind, 1.5 * number * weight, f"recogniser: {kind} {number} of {len(names)}")
    return votes


def _vote_by_form(name: Name, columns: Columns, knowledge: Knowledge, votes: Votes) -> None:
    """What the words of the name itself say."""
    words = [columns.lower[i] for i in name.tokens]
    texts = [columns.text[i] for i in name.tokens]
    stem = words[: words.index("of")] if "of" in words[1:] else words
    head = next((word for word in reversed(stem) if word.isalpha() and word not in knowledge.suffixes), words[-1])
    singular = head.removesuffix("s")
    several = len(words) > 1
    is_party = bool({head, "-".join(words[-2:])} & knowledge.parties) and words[0] not in {"house", "senate"}
    if is_party and several:
        pass
    elif several and texts[0] in knowledge.given_names and "of" not in words:
        votes.add("person", 3, f"given name {texts[0]}")
    elif several and knowledge.is_given_name(texts[0]) and not knowledge.is_common(words[0]):
        votes.add("person", 1.5, f"given name {texts[0]}")
    organization_words = {word for word in words if word in knowledge.organization_words}
    if several and (head in knowledge.organizations or (head.endswith("s") and singular in knowledge.organizations)):
        votes.add("organization", 5, f"the name ends in {head}")
    elif several and any(
        word in knowledge.suffixes and word not in {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"} for word in words[-1:]
    ):
        votes.add("organization", 5, f"the name ends in {words[-1]}")
    elif is_party:
        votes.add("organization", 5, f"a party ({head})")
    elif several and any(mark in {"'s", "’s", "'", "’"} for mark in words[1:-1]):
        votes.add("organization", 4, "a possessive inside the name")
    elif several and organization_words:
        votes.add("organization", 3, f"organisation word {sorted(organization_words)[0]}")
    elif not several and texts[0].isupper() and 2 <= len(texts[0]) <= 6:
        votes.add("organization", 2, "an acronym")
    elif head in knowledge.things or singular in knowledge.things:
        votes.add("thing", 5, f"the name ends in {head}")
    elif several and (head in knowledge.places or words[0] in {"mount", "lake", "port", "cape", "st.", "fort"}):
        votes.add("place", 4, f"a place word in the name ({head})")
    elif several and words[0] in knowledge.ships:
        votes.add("thing", 6, f"a vessel ({words[0]})")
    if not several and head in knowledge.organizations:
        votes.add("organization", 3, f"{head} is an organisation")
    if several and words[0] != "united" and {"states", "countries", "nations"} & set(words):
        votes.add("bloc", 12, "a name of several states")
    if several and head == "group" and set(words) & knowledge.regions:
        votes.add("bloc", 12, "a group of a region")
    if several and head in knowledge.groups:
        votes.add("group", 3, f"plural {head}")
        if head.endswith("s") and not knowledge.is_given_name(texts[0]):
            votes.add("person", -3, f"plural {head}")


def _ends_in_common_word(name: Name, columns: Columns, knowledge: Knowledge) -> bool:
    """Whether a name of several words, the first no given name, ends in a word that is nobody's surname."""
    last = name.last - 1
    return (
        last > name.first
        and knowledge.is_common(columns.lower[last])
        and columns.text[last][0].isupper()
        and columns.text[last - 1] not in {"-", "–"}
        and (
            not knowledge.is_given_name(columns.text[name.first])
            or (last - name.first > 1 and knowledge.is_common(columns.lower[name.first]))
        )
    )


def _is_without_meaning(name: Name, columns: Columns, knowledge: Knowledge) -> bool:
    """Whether a name is two or three words that are no words otherwise: most are persons' names."""
    return 2 <= name.last - name.first <= 3 and not any(
        knowledge.is_common(columns.lower[i]) or not columns.text[i].isalpha() for i in name.tokens
    )


def _vote_by_context(name: Name, columns: Columns, knowledge: Knowledge, votes: Votes, weight: float) -> None:
    """What the words around one mention say."""
    size, root = len(columns), head_of(name, columns)
    before = columns.lower[name.first - 1] if name.first else ""
    after = columns.lower[name.last] if name.last < size else ""
    further = columns.lower[name.last + 1] if name.last + 1 < size else ""
    if name.title:
        votes.add("person", 4 * weight, f"title {columns.words(name.title.start, name.title.stop)}")
    elif before in knowledge.ambiguous and name.last - name.first == 1 and columns.text[name.first - 1].islower():
        votes.add("organization", 3 * weight, f"“{before}” before a single name")
    elif name.first and knowledge.is_person_noun(before) and columns.text[name.first - 1].islower():
        votes.add("person", 3 * weight, f"“{before}” before the name")
    elif before in knowledge.ships:
        votes.add("thing", 5 * weight, f"“{before}” before the name")
    elif before in {"the", "this"} and name.last - name.first == 1:
        votes.add("person", -2 * weight, "an article before the name")
    elif before == "the" and columns.head[root] not in range(name.last, size):
        votes.add("person", -2 * weight, "an article before the name")
        if votes.points["thing"] < BY_FORM:
            votes.add("organization", weight, "an article before the name")
    if (
        after == ","
        and further.isdigit()
        and name.last + 2 < size
        and columns.text[name.last + 2] in ",.;"
        and len(further) < 3
    ):
        votes.add("person", 4 * weight, f"age {further}")
    if (after == "who" or (after == "," and further == "who")) and columns.pos[root] == "PROPN":
        votes.add("person", 2 * weight, "“who” after the name")
    if after.isdigit() and columns.lower[name.last - 1] in knowledge.places:
        votes.add("place", 4 * weight, f"“{columns.text[name.last - 1]}” with a number")
    if before == "from" and name.first > 1 and columns.lower[name.first - 2] in knowledge.groups:
        votes.add("person", -3 * weight, "people are “from” a body or a place")
    _vote_by_apposition(root, columns, knowledge, votes, weight)
    dep, parent = columns.dep[root], columns.head[root]
    if dep == "nsubj" and columns.lemma[parent] in knowledge.speech:
        votes.add("person", 0.8 * weight, f"subject of “{columns.lemma[parent]}”")
        votes.add("organization", 0.4 * weight, f"subject of “{columns.lemma[parent]}”")
        votes.add("thing", -1 * weight, f"subject of “{columns.lemma[parent]}”")
    _vote_by_belongings(root, columns, knowledge, votes)
    _vote_by_pronoun(name, root, columns, votes, weight)
    if before in knowledge.locative or (
        before == "the" and name.first > 1 and columns.lower[name.first - 2] in {"in", "at"}
    ):
        votes.add("place", (0.8 if before != "from" else 0.3) * weight, f"“{before}” before the name")
        votes.add("person", -0.5 * weight, f"“{before}” before the name")


def _vote_by_pronoun(name: Name, root: int, columns: Columns, votes: Votes, weight: float) -> None:
    """The pronoun that takes a subject up in its own sentence, before anybody else is named."""
    if columns.dep[root] != "nsubj":
        return
    for i in range(name.last, len(columns)):
        if columns.sentence[i] != columns.sentence[root]:
            return
        if columns.tag[i] in {"NNP", "NNPS"} and columns.ent_type[i] not in {"GPE", "LOC", "DATE"}:
            return
        if columns.lower[i] in AGREEMENT:
            votes.add(AGREEMENT[columns.lower[i]], 2 * weight, f"taken up with “{columns.lower[i]}”")
            return


def _vote_by_belongings(root: int, columns: Columns, knowledge: Knowledge, votes: Votes) -> None:
    """What belongs to the name: an army or a parliament speaks for a state that no gazetteer knows.

    Each sign counts once and in full, however often the name is mentioned without one.
    """
    parent = columns.head[root]
    if columns.dep[root] != "poss":
        return
    lemma = columns.lemma[parent].lower()
    before = columns.lemma[parent - 1].lower() if parent else ""
    points = 2 if lemma in knowledge.state_signs else 0
    if lemma in knowledge.state_organs or (
        before in {"foreign", "prime", "interior"} and lemma in {"minister", "ministry"}
    ):
        points = 4
    reason = f"“{lemma}” belongs to it, as to states"
    if points and reason not in votes.reasons["country"]:
        votes.add("country", points, reason)


def _vote_by_apposition(root: int, columns: Columns, knowledge: Knowledge, votes: Votes, weight: float) -> None:
    """A description beside the name ("Lumo, a retailer", "the retailer Lumo") or as its predicate ("Lumo is one")."""
    beside = [child for child in columns.children[root] if columns.dep[child] == "appos"]
    if columns.dep[root] == "appos":
        beside.append(columns.head[root])
    if columns.dep[root] == "nsubj" and columns.lemma[columns.head[root]] == "be":
        beside += [child for child in columns.children[columns.head[root]] if columns.dep[child] == "attr"]
    for other in beside:
        lemma = columns.lemma[other].lower()
        if columns.pos[other] != "NOUN" or follows_address(columns.subtree(other).start, columns):
            continue
        if lemma in knowledge.ambiguous:
            seated = _is_body_s(other, root, columns, knowledge)
            votes.add("person", 0 if seated else weight, f"called “{lemma}”")
            votes.add("organization", 4 * weight if seated else weight, f"called “{lemma}”")
        elif knowledge.is_person_noun(lemma) and columns.tag[other] == "NN":
            votes.add("person", 3 * weight, f"called “{lemma}”")
        elif lemma in knowledge.organizations:
            votes.add("organization", 3 * weight, f"called “{lemma}”")
        elif lemma in knowledge.settlements or lemma in knowledge.places:
            votes.add("place", 3 * weight, f"called “{lemma}”")
        elif lemma in knowledge.things or lemma in knowledge.ships:
            votes.add("thing", 3 * weight, f"called “{lemma}”")


def _is_body_s(noun: int, root: int, columns: Columns, knowledge: Knowledge) -> bool:
    """Whether a noun such as "insurer" is a body's: one that is based somewhere, or "the largest" beside one word.

    News prose calls a person by two names where it says first what she is.
    """
    if any(columns.lower[child] in knowledge.seated for child in columns.children[noun]):
        return True
    is_single = not any(columns.dep[child] in {"compound", "flat"} for child in columns.children[root])
    return is_single and any(columns.tag[child] == "JJS" for child in columns.children[noun])


def head_of(name: Name, columns: Columns) -> int:
    """The token of the name on which its others hang (the last one of several)."""
    inside = name.tokens
    heads = [i for i in inside if columns.head[i] not in inside or columns.head[i] == i]
    return heads[-1] if heads else name.last - 1
