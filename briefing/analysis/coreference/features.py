"""An anaphor and an entity in; a vector of features out.

The features are those of entity-centric rankers (distance, grammatical role, parallelism, salience, agreement,
quotation boundaries): Lappin and Leass, "An algorithm for pronominal anaphora resolution", Computational Linguistics
20(4), 1994; Clark and Manning, "Entity-centric coreference resolution with model stacking", ACL 2015.
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
)
INDEX = {name: i for i, name in enumerate(NAMES)}
LOG = [0.0, 0.0, 0.69, 1.1, 1.39, 1.61, 1.79, 1.95, 2.08, 2.2, 2.3]


def role_of(head: int, columns: Columns) -> str:
    """Grammatical role of a mention: subject, object, possessive or other."""
    dep = columns.dep[head]
    while dep == "conj":
        head = columns.head[head]
        dep = columns.dep[head]
    if dep in {"nsubj", "nsubjpass"}:
        return "subject"
    if dep in {"dobj", "dative"}:
        return "object"
    return "possessive" if dep == "poss" else "other"


def log(number: int) -> float:
    """A short table of logarithms."""
    return LOG[min(number, 10)]


class Describer:
    """Computes the features of pairs in one document, keeping what is the same for many pairs."""

    def __init__(self, columns: Columns, knowledge: Knowledge) -> None:
        self.columns = columns
        self.speech = knowledge.speech
        self.roles: dict[int, str] = {}

    def role(self, head: int) -> str:
        """Grammatical role, looked up once a token."""
        if head not in self.roles:
            self.roles[head] = role_of(head, self.columns)
        return self.roles[head]

    def describe(self, anaphor: Anaphor, entity: Entity, last: Reference, rank: int, compatible: int) -> list[float]:
        """The features of a pair; `last` is the entity's last mention, `rank` its place by nearness (0 the nearest)."""
        columns = self.columns
        vector = [0.0] * len(NAMES)
        distance = columns.sentence[anaphor.head] - columns.sentence[last.head]
        blocks = columns.block[anaphor.head] - columns.block[last.head]
        role, last_role = self.role(anaphor.head), self.role(last.head)
        speaks = role == "subject" and columns.lemma[columns.head[anaphor.head]] in self.speech
        spoke = last_role == "subject" and columns.lemma[columns.head[last.head]] in self.speech
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
        kinds = {"person": 22, "organization": 23, "country": 24, "bloc": 25, "group": 26}
        vector[kinds[entity.kind]] = 1.0
        vector[27] = float(entity.is_place)
        vector[28] = float(entity.named)
        earlier = [r for r in entity.references if r.first < anaphor.first]
        vector[29] = log(len(earlier))
        vector[30] = float(sum(columns.sentence[anaphor.head] - columns.sentence[r.head] < 3 for r in earlier[-4:]))
        vector[31] = float(columns.block[earlier[0].head] <= 1)
        quoted, last_quoted = columns.quotation[anaphor.head], columns.quotation[last.head]
        vector[32] = float(bool(quoted) != bool(last_quoted))
        vector[33] = float(bool(quoted))
        vector[34] = float(columns.is_initial(last.first)) if distance < 3 else 0.0
        vector[35] = float(
            distance == 0 and last_role == "subject" and columns.head[last.head] in _ancestors(anaphor.head, columns)
        )
        vector[36] = float(columns.dep[last.head] in {"pobj", "compound", "appos"})
        vector[37] = float(compatible == 1)
        vector[38] = log(compatible)
        vector[39] = float(anaphor.number == entity.number)
        if anaphor.form == "nominal":
            vector[40] = float(anaphor.word in entity.heads)
            vector[41] = float(anaphor.word in entity.words)
            vector[42] = float(any(anaphor.word in heads.split() for heads in entity.heads))
            modifiers = {
                columns.lower[i]
                for i in range(anaphor.first, anaphor.head)
                if columns.pos[i] in {"NOUN", "ADJ", "PROPN"}
            }
            vector[43] = float(bool(modifiers & entity.words))
            vector[44] = float(bool(modifiers - entity.words - {"former", "same", "whole", "latter"}))
            vector[45] = float(anaphor.kind == entity.kind)
        vector[46] = float(role == "possessive")
        vector[47] = float(role == "subject")
        vector[48] = float(columns.heading[anaphor.head])
        vector[49] = log(min(10, (anaphor.first - last.first) // 5))
        return vector


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
