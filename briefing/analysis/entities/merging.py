"""Names in; clusters out, one for each person, body, state or place of the document.

First names of the same form are put together, then short forms are joined to the long ones they can stand for:
surnames, given names, acronyms, the first or last word of an organisation's name.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.evidence import NameKind, Votes, head_of, vote
from briefing.analysis.entities.forms import (
    core,
    form_of,
    initials,
    is_tail,
    joined,
    nicknames,
    rank_of_word,
    same_person,
)
from briefing.analysis.entities.knowledge import Entry, Knowledge
from briefing.analysis.entities.names import Name
from briefing.analysis.entities.namesakes import NamesakeChooser
from briefing.analysis.entities.readings import EntryReader, kind_of_entry

SURELY_BODY = 6
"""Points from which on a single word is no surname: more than the recogniser and verbs of speech can give it."""

SCOPES = {"federal", "international", "national", "royal"}
"""What a body's name begins with and its short form may leave out."""


@dataclass(slots=True, eq=False)
class Cluster:
    """All mentions by name of one actor (or place, or thing); each is equal to itself alone."""

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
            cluster.reasons += [*cluster.votes.summary(), *cluster.votes.reasons[cluster.kind]]
    return sorted(merger.clusters, key=lambda cluster: cluster.first)


def _ends(cluster: Cluster) -> tuple[int, int]:
    """First and last token of a cluster's first name."""
    return cluster.names[0].first, cluster.names[0].last


class _Merger:
    def __init__(self, columns: Columns, knowledge: Knowledge) -> None:
        self.columns = columns
        self.knowledge = knowledge
        self.clusters: list[Cluster] = []
        self.namesakes: NamesakeChooser[Cluster] = NamesakeChooser(columns, knowledge)

    def group(self, names: list[Name]) -> None:
        """One cluster for each gazetteer entry and for each form of other names."""
        grouped: dict[tuple[str, ...], list[Name]] = {}
        entries: dict[tuple[str, ...], tuple[Entry, str]] = {}
        reader = EntryReader(self.columns, self.knowledge)
        forms = reader.person_forms(names)
        for name in names:
            if self._is_indefinite(name):
                continue
            form = form_of(name, self.columns, self.knowledge)
            read = None if reader.is_person(name, form, forms) else reader.read(name)
            if read is not None:
                entry, reason = read
                if entry.kind in {"demonym", "adjective"}:
                    continue
                key: tuple[str, ...] = (entry.kind if entry.kind == "city" else "", entry.actor)
                entries.setdefault(key, (entry, reason))
                grouped.setdefault(key, []).append(name)
            elif name.label != "NORP" or not reader.is_adjective(name):
                grouped.setdefault(form, []).append(name)
        for form, members in grouped.items():
            if form not in entries:
                self.clusters.append(Cluster(form, members, vote(members, self.columns, self.knowledge)))
                continue
            entry, _ = entries[form]
            cluster = Cluster(tuple(entry.actor.lower().split()), members, entry=entry, usual_name=entry.actor)
            cluster.kind = kind_of_entry(entry)
            article = "an" if cluster.kind == "organization" else "a"
            cluster.reasons = [f"gazetteer: {entry.actor} is {article} {cluster.kind}"]
            self.clusters.append(cluster)
        self.metonyms()

    def _is_indefinite(self, name: Name) -> bool:
        """ "a Democrat", "the Georgia Republican" name nobody; "a Democrat senator" has an attribute."""
        before = self.columns.lower[name.first - 1] if name.first else ""
        if name.title or name.label not in {"PERSON", "NORP", ""}:
            return False
        is_partisan = self.columns.lower[name.last - 1] in self.knowledge.descriptions["partisans"]
        if before not in {"a", "an"} and not (before == "the" and is_partisan):
            return False
        return self.columns.dep[head_of(name, self.columns)] not in {"amod", "compound", "nmod", "poss"}

    def metonyms(self) -> None:
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

    # Persons

    def join_persons(self) -> None:
        """Join persons' short and titled forms to their full names."""
        full = [
            c
            for c in self.clusters
            if c.entry is None and len(core(c.form, self.knowledge)) > 1 and c.votes.winner() == "person"
        ]
        given = [c for c in self.clusters if c not in full and self._begins_with_given_name(c, full)]
        full += given
        full.sort(key=lambda c: (-len(c.form), c.first))
        for short in list(full):
            longer = [
                c
                for c in full
                if c is not short
                and len(c.form) >= len(short.form)
                and same_person(short.form, c.form, self.knowledge)
                and (short not in given or c.form[0] == short.form[0])
            ]
            if len(longer) == 1 and short in full:
                self._merge(longer[0], short, f"“{' '.join(short.form)}” is a form of the name")
                full.remove(short)
        self._join_double_surnames(full)
        for short in [c for c in self.clusters if c.entry is None and len(core(c.form, self.knowledge)) == 1]:
            if short not in full and not self._is_family(short, full):
                self._join_short_person(short, full)

    def _begins_with_given_name(self, cluster: Cluster, full: list[Cluster]) -> bool:
        """Whether a particle is a given name ("Ben Holloway"), unless it is the end of a longer name ("Al Thani")."""
        words = joined(cluster.form)
        if cluster.entry is not None or len(words) != 2 or cluster.votes.winner() != "person":
            return False
        is_particle = words[0] in self.knowledge.particles and self.columns.lower[cluster.names[0].first] == words[0]
        if not is_particle or not self.knowledge.is_given_name(self.columns.text[cluster.names[0].first]):
            return False
        return not any(self._ends_with_particle(joined(other.form), words[1]) for other in full)

    def _ends_with_particle(self, form: tuple[str, ...], surname: str) -> bool:
        """Whether a longer name ends in a surname with its particle: "Hamad Al Thani", "Hamad al-Thani"."""
        has_particle = len(form) > 2 and form[-1] == surname and form[-2] in self.knowledge.particles
        return has_particle or form[-1] in {f"al-{surname}", f"el-{surname}"}

    def _is_family(self, cluster: Cluster, full: list[Cluster]) -> bool:
        """ "the Castellis" are a group of their own beside the person of that surname."""
        word, first = cluster.form[0], cluster.names[0].first
        if len(cluster.form) > 1 or not first or self.columns.lower[first - 1] != "the":
            return False
        surnames = {joined(c.form)[-1] for c in full}
        stems = {word.removesuffix("s"), word.removesuffix("es")} - {word}
        surname = next(iter(sorted(stems & surnames)), None)
        if surname is None or word in surnames:
            return False
        cluster.votes.add("group", 6, f"the family of that name ({surname.title()})")
        return True

    def _join_double_surnames(self, full: list[Cluster]) -> None:
        """ "López Obrador" is the end of one person's name, whatever the recogniser took it for."""
        for short in [c for c in self.clusters if c.entry is None and c not in full and len(joined(c.form)) > 1]:
            longer = [c for c in full if len(c.form) > len(short.form) and is_tail(joined(short.form), joined(c.form))]
            if len(longer) == 1 and short.votes.points["organization"] < 5:
                self._merge(longer[0], short, f"“{self.columns.words(*_ends(short))}” is short for the name")

    def _join_short_person(self, short: Cluster, full: list[Cluster]) -> None:
        word = core(short.form, self.knowledge)[0]
        ranked = [(rank, c) for c in full if (rank := self._rank_of_person(word, c)) is not None]
        body, person = short.votes.points["organization"], short.votes.points["person"]
        if not ranked or (body >= SURELY_BODY and body > person + 2):
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
                f"“{self.columns.words(*_ends(short))}” is short for the name",
            )
            return
        rest = []
        for name in short.names:
            chosen = self.namesakes.choose(name, candidates)
            if chosen is not None:
                chosen.names.append(name)
                chosen.reasons.append("namesakes kept apart by title and nearness")
            elif not self.namesakes.tells_age(name):
                rest.append(name)
        if rest:
            short.names = rest
        else:
            self.clusters.remove(short)

    def _rank_of_person(self, word: str, cluster: Cluster) -> int | None:
        """How a single word can stand for a person: by its place in her name, or as a nickname (like a given name)."""
        if any(word in nicknames(name, self.columns) for name in cluster.names):
            return 2
        return rank_of_word(word, cluster.form, self.knowledge)

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
            if len(short.form) == 1 and short.votes.points["person"] > 4:
                continue
            candidates = [
                (rank, -c.first if c.first > short.first else c.first, c)
                for c in bodies
                if c is not short and (rank := self._rank_of_body(short, c)) is not None
            ]
            if candidates:
                best = min(rank for rank, _, _ in candidates)
                nearest = [c for rank, _, c in candidates if rank == best]
                if len(nearest) == 1 or best <= 1:
                    self._merge(
                        nearest[0],
                        short,
                        f"“{self.columns.words(*_ends(short))}” is short for the name",
                    )
                    if short in bodies:
                        bodies.remove(short)

    def _rank_of_body(self, short: Cluster, long: Cluster) -> int | None:
        """How a short form can stand for a long name: 0 acronym in brackets, 1 initials, 2 first words, 3 head noun."""
        text = "".join(self.columns.text[i] for i in short.names[0].tokens).replace(".", "")
        if len(short.form) == 1 and text.isupper() and len(text) >= 2:
            if self._is_introduced(short, long):
                return 0
            return 1 if text.lower() in initials(long.form, self.knowledge.small_words) else None
        if len(short.form) > 1 and is_tail(short.form, long.form) and self._is_of_place(long.form[: -len(short.form)]):
            return 2
        if (
            len(short.form) < len(long.form)
            and long.form[: len(short.form)] == short.form
            and short.form[0] not in self.knowledge.modifiers
        ):
            return 2 if self.knowledge.entry(self.columns.words(*_ends(short))) is None else None
        if self._is_membership(short, long):
            return 2
        head = long.form[long.form.index("of") - 1] if "of" in long.form[1:] else long.form[-1]
        if (
            len(short.form) == 1
            and short.form[0] == head
            and head in self.knowledge.organizations | self.knowledge.organization_words | {"front"}
            and not (long.entry is not None and head == "house")  # "House" is half of Congress, not the White House
        ):
            return 3
        return None

    def _is_membership(self, short: Cluster, long: Cluster) -> bool:
        """ "the Ship Owners" for the Federation of Ship Owners, "Finance" for the Department of Finance."""
        of = long.form.index("of") if "of" in long.form[1:] else 0
        if not of or long.form[of + 1 :] != short.form or self.knowledge.entry(self.columns.words(*_ends(short))):
            return False
        if len(short.form) == 1:
            return long.form[of - 1] in {"ministry", "department"} and short.form[0] not in self.knowledge.parties
        return long.form[of - 1] in self.knowledge.descriptions["members"] and short.form[-1].endswith("s")

    def _is_of_place(self, form: tuple[str, ...]) -> bool:
        """Whether the words before a body's name tell only where it is ("Italian", "United Kingdom", "National")."""
        if len(form) == 1 and form[0] in SCOPES:
            return True
        entry = self.knowledge.entry(" ".join(form).title())
        return entry is not None and entry.kind in {"country", "demonym", "capital", "city", "adjective"}

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
