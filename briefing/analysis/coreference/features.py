"""An anaphor and an entity in; a vector of features out.

The features are those of entity-centric rankers (distance, grammatical role, parallelism, salience, agreement,
quotation boundaries): Lappin and Leass, "An algorithm for pronominal anaphora resolution", Computational Linguistics
20(4), 1994; Clark and Manning, "Entity-centric coreference resolution with model stacking", ACL 2015. That a pronoun
at the start of a sentence continues the subject before it follows centering: Grosz, Joshi and Weinstein, "Centering:
a framework for modeling the local coherence of discourse", Computational Linguistics 21(2), 1995.
"""

from __future__ import annotations

from briefing.analysis.coreference.anaphors import Anaphor
from briefing.analysis.coreference.entity import Entity, Reference
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge

NAMES = (
    "bias",
    "same sentence",
    "one sentence back",
    "two sentences back",
    "three or more back",
    "same block",
    "one block back",
    "most recent",
    "second most recent",
    "log rank",
    "last is subject",
    "last is object",
    "last is possessive",
    "last is name",
    "last is nominal",
    "last is same pronoun",
    "last is other pronoun",
    "parallel role",
    "both subjects of speech",
    "last is subject of speech",
    "gender agrees",
    "gender unknown",
    "gender leaning",
    "kind person",
    "kind organization",
    "kind country",
    "kind bloc",
    "kind group",
    "is place",
    "named",
    "mentions (log)",
    "mentions in last three sentences",
    "mentioned in first block",
    "last in other quotation state",
    "anaphor in quotation",
    "last begins sentence",
    "subject of same clause",
    "inside a further noun phrase",
    "only compatible",
    "compatible (log)",
    "number agrees",
    "head seen",
    "head in name",
    "head in role",
    "modifier in words",
    "modifier differs",
    "kind agrees",
    "anaphor possessive",
    "anaphor subject",
    "anaphor in heading",
    "tokens between (log)",
    "main subject of its sentence",
    "main subject of the sentence before",
    "last speaker",
    "spoke in the sentence before",
    "only one of the sentence before",
    "subject first in the block",
    "anaphor begins block",
    "anaphor speaks",
    "last in what the anaphor says",
    "last owned by another",
    "introduced as indefinite",
)
INDEX = {name: i for i, name in enumerate(NAMES)}
LOG = [0.0, 0.0, 0.69, 1.1, 1.39, 1.61, 1.79, 1.95, 2.08, 2.2, 2.3]
RECENT = 6
"""Mentions of an entity, counted from the last, that are looked at for its place in the discourse."""


def role_of(head: int, columns: Columns) -> str:
    """Grammatical role of a mention: subject, object, possessive or other.

    A coordinated noun has the role of the first one, an apposition that of the noun it stands beside.
    """
    head = phrase_head(head, columns)
    dep = columns.dep[head]
    if dep in {"nsubj", "nsubjpass"}:
        return "subject"
    if dep in {"dobj", "dative"}:
        return "object"
    return "possessive" if dep == "poss" else "other"


def phrase_head(head: int, columns: Columns) -> int:
    """The head of the whole phrase of a coordinated or appositive noun."""
    for _ in range(6):
        if columns.dep[head] not in {"conj", "appos"}:
            break
        head = columns.head[head]
    return head


def log(number: int) -> float:
    """A short table of logarithms."""
    return LOG[min(number, 10)]


class Describer:
    """Computes the features of pairs in one document, keeping what is the same for many pairs."""

    def __init__(self, columns: Columns, knowledge: Knowledge) -> None:
        self.columns = columns
        self.speech = knowledge.speech
        self.roles: dict[int, tuple[str, int]] = {}

    def role(self, head: int) -> str:
        """Grammatical role, looked up once a token."""
        return self._place(head)[0]

    def _place(self, head: int) -> tuple[str, int]:
        """Grammatical role and the token on which the whole phrase hangs."""
        if head not in self.roles:
            self.roles[head] = role_of(head, self.columns), self.columns.head[phrase_head(head, self.columns)]
        return self.roles[head]

    def speaks(self, head: int) -> bool:
        """Whether a mention is the subject of a verb of speech."""
        role, verb = self._place(head)
        return role == "subject" and self.columns.lemma[verb] in self.speech

    def is_main_subject(self, head: int) -> bool:
        """Whether a mention is the subject of the main verb of its sentence, or of a verb of speech beside it."""
        role, verb = self._place(head)
        return role == "subject" and self.columns.dep[verb] in {"ROOT", "conj"}

    def describe(self, anaphor: Anaphor, last: Reference, entity: Entity, rank: int, others: Others) -> list[float]:
        """The features of a pair.

        Args:
            anaphor: what may mean the entity.
            last: the entity's last mention before it.
            entity: a candidate.
            rank: its place by nearness (0 the nearest).
            others: what is known about all candidates together.
        """
        columns = self.columns
        vector = [0.0] * len(NAMES)
        distance = columns.sentence[anaphor.head] - columns.sentence[last.head]
        blocks = columns.block[anaphor.head] - columns.block[last.head]
        role, last_role = self.role(anaphor.head), self.role(last.head)
        speaks = self.speaks(anaphor.head)
        spoke = self.speaks(last.head)
        vector[0] = 1.0
        vector[1 + min(max(distance, 0), 3)] = 1.0
        vector[5 if blocks == 0 else 6] = 1.0 if blocks <= 1 else 0.0
        if rank < 2:
            vector[7 + rank] = 1.0
        vector[9] = log(rank + 1)
        if last_role != "other":
            vector[{"subject": 10, "object": 11, "possessive": 12}[last_role]] = 1.0
        same = last.form == "pronoun" and anaphor.form == "pronoun" and _family(last.word) == _family(anaphor.word)
        vector[{"name": 13, "nominal": 14, "pronoun": 15 if same else 16}[last.form]] = 1.0
        vector[17] = float(role == last_role and role != "other")
        vector[18] = float(speaks and spoke)
        vector[19] = float(spoke)
        known = "unknown" not in {anaphor.gender, entity.gender}
        vector[20] = float(known and anaphor.gender == entity.gender)
        vector[21] = float(not known)
        if entity.gender == "unknown" and anaphor.gender in {"female", "male"}:
            vector[22] = entity.leaning if anaphor.gender == "female" else -entity.leaning
        kinds = {"person": 23, "organization": 24, "country": 25, "bloc": 26, "group": 27}
        vector[kinds[entity.kind]] = 1.0
        vector[28] = float(entity.is_place)
        vector[29] = float(entity.named)
        number = entity.count_before(anaphor.first)
        recent = entity.references[max(number - RECENT, 0) : number]
        vector[30] = log(number)
        vector[31] = float(sum(columns.sentence[anaphor.head] - columns.sentence[r.head] < 3 for r in recent[-4:]))
        vector[32] = float(columns.block[entity.references[0].head] <= 1)
        quoted, last_quoted = columns.quotation[anaphor.head], columns.quotation[last.head]
        vector[33] = float(bool(quoted) != bool(last_quoted))
        vector[34] = float(bool(quoted))
        vector[35] = float(columns.is_initial(last.first)) if distance < 3 else 0.0
        vector[36] = float(
            distance == 0 and last_role == "subject" and columns.head[last.head] in _ancestors(anaphor.head, columns)
        )
        vector[37] = float(columns.dep[last.head] in {"pobj", "compound"})
        vector[38] = float(others.number == 1)
        vector[39] = log(others.number)
        vector[40] = float(anaphor.number == entity.number)
        if anaphor.form == "nominal":
            vector[41:47] = self._of_words(anaphor, entity)
        vector[47] = float(role == "possessive")
        vector[48] = float(role == "subject")
        vector[49] = float(columns.heading[anaphor.head])
        vector[50] = log(min(10, (anaphor.first - last.first) // 5))
        vector[51:] = self._of_discourse(anaphor, entity, last, recent, others)
        return vector

    def _of_words(self, anaphor: Anaphor, entity: Entity) -> list[float]:
        """What the words of a description share with what is known of the entity."""
        columns = self.columns
        modifiers = {
            columns.lower[i] for i in range(anaphor.first, anaphor.head) if columns.pos[i] in {"NOUN", "ADJ", "PROPN"}
        }
        return [
            float(anaphor.word in entity.heads),
            float(anaphor.word in entity.words),
            float(any(anaphor.word in heads.split() for heads in entity.heads)),
            float(bool(modifiers & entity.words)),
            float(bool(modifiers - entity.words - {"former", "same", "whole", "latter"})),
            float(anaphor.kind == entity.kind),
        ]

    def _of_discourse(
        self, anaphor: Anaphor, entity: Entity, last: Reference, recent: list[Reference], others: Others
    ) -> list[float]:
        """What the text was about before the anaphor, and who was speaking."""
        columns = self.columns
        sentence, block = columns.sentence[anaphor.head], columns.block[anaphor.head]
        last_sentence = columns.sentence[last.head]
        subjects = [r for r in recent if not columns.quotation[r.head] and self.is_main_subject(r.head)]
        before = [r for r in subjects if columns.sentence[r.head] == sentence - 1]
        role, verb = self._place(anaphor.head)
        speaks = role == "subject" and columns.lemma[verb] in self.speech
        return [
            float(any(columns.sentence[r.head] == last_sentence for r in subjects)),
            float(bool(before)),
            float(others.speaker is entity),
            float(any(self.speaks(r.head) for r in before)),
            float(others.of_sentence_before is entity),
            float(others.topic is entity),
            float(sentence == 0 or columns.block[columns.sentence_start[sentence] - 1] != block),
            float(speaks),
            float(speaks and last_sentence == sentence and _is_said(last.head, verb, columns)),
            float(columns.dep[last.head] == "poss"),
            float(not entity.named and entity.is_indefinite),
        ]


class Others:
    """What is known about all candidates of an anaphor together."""

    __slots__ = ("number", "of_sentence_before", "speaker", "topic")

    def __init__(self, anaphor: Anaphor, candidates: list[tuple[Entity, Reference]], describer: Describer) -> None:
        columns = describer.columns
        sentence, block = columns.sentence[anaphor.head], columns.block[anaphor.head]
        self.number = len(candidates)
        """How many there are."""
        near = [entity for entity, last in candidates if columns.sentence[last.head] == sentence - 1]
        self.of_sentence_before = near[0] if len(near) == 1 else None
        """The only one mentioned last in the sentence before."""
        self.speaker: Entity | None = None
        """The one that was the subject of a verb of speech last."""
        self.topic: Entity | None = None
        """The one that was the first main subject in the block."""
        latest, earliest = -1, len(columns)
        for entity, _ in candidates:
            for reference in entity.references[-RECENT:]:
                if reference.first >= anaphor.first:
                    break
                if latest < reference.first and describer.speaks(reference.head):
                    latest, self.speaker = reference.first, entity
                if (
                    columns.block[reference.head] == block
                    and reference.first < earliest
                    and describer.is_main_subject(reference.head)
                ):
                    earliest, self.topic = reference.first, entity


def _is_said(token: int, verb: int, columns: Columns) -> bool:
    """Whether a token lies in the clause that a verb of speech has as its object."""
    for _ in range(12):
        parent = columns.head[token]
        if parent == verb:
            return columns.dep[token] in {"ccomp", "dobj"}
        if parent == token:
            return False
        token = parent
    return False


def _family(word: str) -> str:
    return word[:2]


def _ancestors(token: int, columns: Columns) -> set[int]:
    result = set()
    for _ in range(8):
        parent = columns.head[token]
        if parent == token:
            break
        result.add(parent)
        token = parent
    return result
