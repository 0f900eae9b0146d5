"""Names in; clusters out, one for each person, body, state or place of the document.

First names of the same form are put together, then short forms are joined to the long ones they can stand for:
surnames, given names, acronyms, the first or last word of an organisation's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.evidence import NameKind, Votes, head_of, vote
from briefing.analysis.entities.knowledge import Entry, Knowledge
from briefing.analysis.entities.names import Name

SMALL = {"of", "for", "and", "the", "in", "on", "to", "&", "de", "des", "du", "la", "le"}


@dataclass(slots=True)
class Cluster:
    """All mentions by name of one actor (or place, or thing)."""

    form: tuple[str, ...]
    """Words of its longest name."""
    names: list[Name]
    votes: Votes = field(default_factory=Votes)
    kind: NameKind = "thing"
    entry: Entry | None = None
    usual_name: str | None = None
    reasons: list[str] = field(default_factory=list)

    @property
    def entry_kind(self) -> str:
        """Kind of gazetteer entry that names the actor itself and not by a capital, seat or people."""
        return "country" if self.kind == "country" else self.kind if self.kind != "place" else "city"

    @property
    def first(self) -> int:
        """First token of its first mention."""
        return min(name.first for name in self.names)


def cluster_names(names: list[Name], columns: Columns, knowledge: Knowledge) -> list[Cluster]:
    """The clusters in the order of their first mention."""
    merger = _Merger(columns, knowledge)
    merger.group(names)
    merger.join_persons()
    merger.join_bodies()
    for cluster in merger.clusters:
        if cluster.entry is None:
            cluster.kind = cluster.votes.winner()
            cluster.reasons += cluster.votes.reasons[cluster.kind]
    return sorted(merger.clusters, key=lambda cluster: cluster.first)


class _Merger:
    def __init__(self, columns: Columns, knowledge: Knowledge) -> None:
        self.columns = columns
        self.knowledge = knowledge
        self.clusters: list[Cluster] = []

    def group(self, names: list[Name]) -> None:
        """One cluster for each gazetteer entry and for each form of other names."""
        grouped: dict[tuple[str, ...], list[Name]] = {}
        entries: dict[tuple[str, ...], tuple[Entry, str]] = {}
        forms = self._person_forms(names)
        for name in names:
            form = self.form(name)
            read = None if form in forms else self._read_entry(name)
            if read is not None:
                entry, reason = read
                if entry.kind in {"demonym", "adjective"}:
                    continue
                key: tuple[str, ...] = (entry.kind if entry.kind == "city" else "", entry.actor)
                entries.setdefault(key, (entry, reason))
                grouped.setdefault(key, []).append(name)
            elif name.label != "NORP" or not self._is_adjective(name):
                grouped.setdefault(form, []).append(name)
        for form, members in grouped.items():
            if form not in entries:
                self.clusters.append(Cluster(form, members, vote(members, self.columns, self.knowledge)))
                continue
            entry, _ = entries[form]
            cluster = Cluster(tuple(entry.actor.split()), members, entry=entry, usual_name=entry.actor)
            cluster.kind = _kind_of_entry(entry)
            cluster.reasons = [f"gazetteer: {entry.actor} is a {cluster.kind}"]
            self.clusters.append(cluster)
        self.metonyms(entries)

    def metonyms(self, entries: dict[tuple[str, ...], tuple[Entry, str]]) -> None:
        """Say for each capital or seat that stands for a state that it does."""
        for cluster in self.clusters:
            if cluster.entry is None:
                continue
            for name in cluster.names:
                entry = name.entry
                if entry is not None and entry.kind in {"capital", "seat"} and cluster.entry.kind != "city":
                    words = self.columns.words(name.first, name.last)
                    reason = f"“{words}” stands for {cluster.entry.actor} (metonym)"
                    if reason not in cluster.reasons:
                        cluster.reasons.append(reason)

    def _person_forms(self, names: Iterable[Name]) -> set[tuple[str, ...]]:
        """Forms of a gazetteer that this document uses for a person ("General Washington", and so "Washington")."""
        persons: set[tuple[str, ...]] = set()
        for name in names:
            last = self.columns.text[name.last - 1]
            if name.title and name.entry is not None and name.entry.kind in {"city", "capital", "country"}:
                persons.add(self.form(name))
            elif name.last - name.first > 1 and (
                name.label == "PERSON" or self.columns.text[name.first] in self.knowledge.given_names
            ):
                entry = self.knowledge.entry(last)
                if entry is not None and entry.kind in {"city", "capital"}:
                    persons.add((last.lower(),))
        return persons

    def _read_entry(self, name: Name) -> tuple[Entry, str] | None:
        """What a name in the gazetteer means at this place."""
        entry = name.entry
        if entry is None:
            return None
        words = self.columns.words(name.first, name.last).replace("’", "'")
        if entry.kind == "capital" and not self._acts(name):
            return self.knowledge.entry(words, "city") or Entry("city", words), "a place"
        if entry.kind == "seat" and self.knowledge.entry(words, "capital") is not None and not self._acts(name):
            return self.knowledge.entry(words, "city") or Entry("city", words), "a place"
        if entry.kind in {"demonym", "adjective"} and self._is_people(name):
            return Entry("country", entry.actor), "its people"
        if entry.kind == "city":
            return None if name.title else (entry, "a place")
        return entry, "gazetteer"

    def _is_people(self, name: Name) -> bool:
        """ "the French", "the British": a demonym that is no attribute of a further noun."""
        root = head_of(name, self.columns)
        before = self.columns.lower[name.first - 1] if name.first else ""
        return before == "the" and self.columns.dep[root] in {"nsubj", "nsubjpass", "pobj", "dobj", "conj", "agent"}

    def _is_adjective(self, name: Name) -> bool:
        root = head_of(name, self.columns)
        return self.columns.pos[root] == "ADJ" or (
            self.columns.dep[root] in {"amod", "compound", "nmod"} and name.last < len(self.columns)
        )

    def _acts(self, name: Name) -> bool:
        """Whether a capital or seat does, says or owns something at this place, as governments do."""
        columns = self.columns
        root = head_of(name, columns)
        before = columns.lower[name.first - 1] if name.first else ""
        while columns.dep[root] == "conj" and columns.pos[columns.head[root]] == "PROPN":
            root = columns.head[root]
        parent, dep = columns.head[root], columns.dep[root]
        if before in LOCAL_WORDS:
            return False
        if dep in {"nsubj", "agent"}:
            return columns.pos[parent] == "VERB" or columns.lemma[parent] == "be"
        if dep == "pobj":
            phrase = columns.lemma[parent].lower()
            return phrase in {"with", "by", "between", "against"} or (
                phrase == "to" and columns.dep[parent] == "dative"
            )
        if dep == "poss":
            noun = columns.lemma[parent].lower()
            return (
                noun not in self.knowledge.places
                and noun not in LOCAL_NOUNS
                and not self.knowledge.is_person_noun(noun)
            )
        return dep in {"dobj", "nsubjpass"} and columns.lemma[parent] in ACTIONS_ON_STATES

    def form(self, name: Name) -> tuple[str, ...]:
        """The words of a name in lower case, without full stops, nicknames in quotes and company endings."""
        columns = self.columns
        words = []
        quoted = False
        for i in name.tokens:
            if columns.text[i] in "\"“”‘’'":
                quoted = not quoted
            elif not quoted:
                words.append(columns.lower[i].replace(".", "") or columns.lower[i])
        while len(words) > 1 and words[-1] in self.knowledge.suffixes:
            words.pop()
        return tuple(words)

    # Persons

    def join_persons(self) -> None:
        """Join persons' short and titled forms to their full names."""
        full = [
            c
            for c in self.clusters
            if c.entry is None and len(_core(c.form, self.knowledge)) > 1 and c.votes.winner() == "person"
        ]
        full.sort(key=lambda c: (-len(c.form), c.first))
        for short in list(full):
            longer = [
                c
                for c in full
                if c is not short
                and len(c.form) >= len(short.form)
                and _same_person(short.form, c.form, self.knowledge)
            ]
            if len(longer) == 1 and short in full:
                self._merge(longer[0], short, f"“{' '.join(short.form)}” is a form of the name")
                full.remove(short)
        for short in [c for c in self.clusters if c.entry is None and len(_core(c.form, self.knowledge)) == 1]:
            if short not in full:
                self._join_short_person(short, full)

    def _join_short_person(self, short: Cluster, full: list[Cluster]) -> None:
        word = _core(short.form, self.knowledge)[0]
        ranked = [(rank, c) for c in full if (rank := _rank_of_word(word, c.form, self.knowledge)) is not None]
        if not ranked or short.votes.points["organization"] >= 5:
            return
        best = min(rank for rank, _ in ranked)
        candidates = [c for rank, c in ranked if rank == best]
        if (
            best == 2
            and short.votes.points["organization"] + short.votes.points["place"] > short.votes.points["person"] + 2
        ):
            return
        if len(candidates) == 1:
            self._merge(
                candidates[0],
                short,
                f"“{self.columns.words(short.names[0].first, short.names[0].last)}” is short for the name",
            )
            return
        rest = []
        for name in short.names:
            chosen = self._nearest_namesake(name, candidates)
            if chosen is None:
                rest.append(name)
            else:
                chosen.names.append(name)
                chosen.reasons.append("namesakes kept apart by title and nearness")
        if rest:
            short.names = rest
        else:
            self.clusters.remove(short)

    def _nearest_namesake(self, name: Name, candidates: list[Cluster]) -> Cluster | None:
        """Of several persons with one surname: the one with the same title or gender, else the one named last."""
        gender = title_gender(name, self.columns, self.knowledge)
        fitting = [
            c
            for c in candidates
            if gender
            in {
                "unknown",
                cluster_gender(c, self.columns, self.knowledge),
                *(["female", "male"] if cluster_gender(c, self.columns, self.knowledge) == "unknown" else []),
            }
        ]
        before = [
            (max(n.first for n in c.names if n.first < name.first), c)
            for c in fitting
            if any(n.first < name.first for n in c.names)
        ]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        return fitting[0] if len(fitting) == 1 else None

    # Organisations

    def join_bodies(self) -> None:
        """Join acronyms and short names to the bodies they stand for."""
        bodies = [
            c
            for c in self.clusters
            if len(c.form) > 1
            and (c.entry is None or c.entry.kind == "organization")
            and (c.entry or c.votes.winner() in {"organization", "place", "thing", "group"})
        ]
        for short in [c for c in self.clusters if c.entry is None]:
            if short in bodies and len(short.form) > 2:
                continue
            if len(short.form) == 1 and short.votes.points["person"] > 4:
                continue
            candidates = [
                (rank, -c.first if c.first > short.first else c.first, c)
                for c in bodies
                if c is not short and c in self.clusters and (rank := self._rank_of_body(short, c)) is not None
            ]
            if candidates:
                best = min(rank for rank, _, _ in candidates)
                nearest = [c for rank, _, c in candidates if rank == best]
                if len(nearest) == 1 or best <= 1:
                    self._merge(
                        nearest[0],
                        short,
                        f"“{self.columns.words(short.names[0].first, short.names[0].last)}” is short for the name",
                    )

    def _rank_of_body(self, short: Cluster, long: Cluster) -> int | None:
        """How a short form can stand for a long name: 0 acronym in brackets, 1 initials, 2 first words, 3 head noun."""
        text = "".join(self.columns.text[i] for i in short.names[0].tokens).replace(".", "")
        if len(short.form) == 1 and text.isupper() and len(text) >= 2:
            if self._is_introduced(short, long):
                return 0
            return 1 if text.lower() in initials(long.form) else None
        if (
            len(short.form) < len(long.form)
            and long.form[: len(short.form)] == short.form
            and short.form[0] not in self.knowledge.modifiers
        ):
            return (
                2
                if self.knowledge.entry(self.columns.words(short.names[0].first, short.names[0].last)) is None
                else None
            )
        head = long.form[long.form.index("of") - 1] if "of" in long.form[1:] else long.form[-1]
        if (
            len(short.form) == 1
            and short.form[0] == head
            and head in self.knowledge.organizations | self.knowledge.organization_words | {"front"}
        ):
            return 3
        return None

    def _is_introduced(self, short: Cluster, long: Cluster) -> bool:
        columns = self.columns
        ends = {name.last for name in long.names}
        for name in short.names:
            i = name.first - 1
            if i > 0 and columns.text[i] in "([" and i in ends:
                return True
        return False

    def _merge(self, into: Cluster, cluster: Cluster, reason: str) -> None:
        into.names += cluster.names
        into.votes.merge(cluster.votes)
        into.reasons.append(reason)
        self.clusters.remove(cluster)


LOCAL_WORDS = {"in", "at", "near", "from", "to", "outside", "around", "through", "via", "of", "for", "across", "into"}
LOCAL_NOUNS = {
    "street",
    "suburb",
    "outskirt",
    "centre",
    "center",
    "mayor",
    "resident",
    "airport",
    "skyline",
    "weather",
    "downtown",
}
ACTIONS_ON_STATES = {
    "accuse",
    "urge",
    "warn",
    "tell",
    "blame",
    "press",
    "pressure",
    "criticise",
    "criticize",
    "anger",
    "ask",
    "persuade",
    "force",
}


def _kind_of_entry(entry: Entry) -> NameKind:
    if entry.kind in {"country", "capital", "demonym", "people"}:
        return "country"
    if entry.kind == "seat":
        return "bloc" if entry.actor == "European Union" else "country"
    if entry.kind in {"bloc", "organization", "person", "group"}:
        return entry.kind
    return "place"


def initials(form: tuple[str, ...]) -> set[str]:
    """Acronyms that a name can have: with and without its small words."""
    words = [part for word in form for part in re.split(r"[-–]", word) if part and part[0].isalnum()]
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in SMALL)}


def _core(form: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """A short name without particles in front ("van Aalst", "al-Sisi")."""
    while len(form) > 1 and (form[0] in knowledge.particles or form[0] in {"-", "–"}):
        form = form[1:]
    return _joined(form)


def _joined(form: tuple[str, ...]) -> tuple[str, ...]:
    """Hyphenated parts as one word: ("baxter", "-", "lowe") → ("baxter-lowe",)."""
    words: list[str] = []
    glue = False
    for word in form:
        if word in {"-", "–"}:
            glue = True
        elif glue and words:
            words[-1] += "-" + word
            glue = False
        else:
            words.append(word)
    return tuple(words)


def _rank_of_word(word: str, form: tuple[str, ...], knowledge: Knowledge) -> int | None:
    """How a single word can stand for a full name: 0 as its last word, 1 as an inner one, 2 as its first."""
    words = [w.removeprefix("al-").removeprefix("el-") for w in _joined(form)]
    word = word.removeprefix("al-").removeprefix("el-")
    if word not in words or word in knowledge.particles:
        return None
    if words[-1] == word:
        return 0
    return 2 if words[0] == word else 1


def _same_person(short: tuple[str, ...], long: tuple[str, ...], knowledge: Knowledge) -> bool:
    """Whether two full names can be one person's: same surname, and given names or initials that agree."""
    a, b = _joined(short), _joined(long)
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2:
        return False
    if a[0] in knowledge.particles and _is_tail(_core(short, knowledge), b):
        return True
    if a[-1] == b[-1]:
        return a[0] == b[0] or (len(a[0]) == 1 and b[0].startswith(a[0])) or (len(b[0]) == 1 and a[0].startswith(b[0]))
    return len(a) < len(b) and a == b[: len(a)] and len(a) >= 2


def _is_tail(tail: tuple[str, ...], form: tuple[str, ...]) -> bool:
    return bool(tail) and form[-len(tail) :] == tail


def title_gender(name: Name, columns: Columns, knowledge: Knowledge) -> str:
    """Gender that a title before the name tells."""
    for i in name.title:
        if columns.lower[i] in knowledge.female_titles:
            return "female"
        if columns.lower[i] in knowledge.male_titles:
            return "male"
    return "unknown"


def cluster_gender(cluster: Cluster, columns: Columns, knowledge: Knowledge) -> str:
    """Gender of a person from titles and given name."""
    for name in cluster.names:
        gender = title_gender(name, columns, knowledge)
        if gender != "unknown":
            return gender
    for name in cluster.names:
        if name.last - name.first > 1:
            given = columns.text[name.first]
            if given in knowledge.female_names:
                return "female"
            if given in knowledge.male_names:
                return "male"
    return "unknown"
