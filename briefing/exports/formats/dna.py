"""A Briefing in; a database of Discourse Network Analyzer 3 (SQLite) out.

Two statement types: "DNA Statement" with DNA's own yes-or-no agreement, only for current support and opposition, and
"briefing statement" with all statements, their stance from -1 to 1, status, condition, hedges and confidence.
"""

from __future__ import annotations

import base64
import hashlib
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.exports.evidence import Passage
from briefing.exports.formats.dna_statements import (
    agreement,
    document_seconds,
    extent,
    narrowed,
    person_and_organization,
    short,
)
from briefing.exports.words import FORM_WORDS
from briefing.model import Briefing, Stakeholder, Stance, Statement

SCHEMA_FILE = Path(__file__).parent / "dna_schema.sql"

DNA_VERSION = "3.1.0"
"""DNA takes a version that begins with 2 for its old schema."""

PASSWORD = "briefing"
CODER = 1
DOCUMENT = 1

STANCES: dict[Stance, int] = {"supports": 1, "opposes": -1, "conditional": 0, "mixed": 0, "unclear": 0}

DNA_STATEMENT, BRIEFING_STATEMENT = 1, 2
VARIABLES: dict[int, dict[str, str]] = {
    DNA_STATEMENT: {
        "person": "short text",
        "organization": "short text",
        "concept": "short text",
        "agreement": "boolean",
    },
    BRIEFING_STATEMENT: {
        "person": "short text",
        "organization": "short text",
        "concept": "short text",
        "stance": "integer",
        "stance word": "short text",
        "status": "short text",
        "condition": "long text",
        "attribution": "short text",
        "hedge": "short text",
        "confidence": "integer",
    },
}
ATTRIBUTES = ("Type", "Alias", "Notes")


def render(briefing: Briefing, choices: Choices) -> bytes:
    """The bytes of the file; the coder is called Admin and the password is `briefing`."""
    digest = Digest(briefing, choices)
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        path = Path(folder) / "briefing.dna"
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(SCHEMA_FILE.read_text(encoding="utf-8"))
            with connection:
                _write_frame(connection, digest)
                _Statements(connection, digest).write()
        return path.read_bytes()


def passages(output: bytes) -> Iterator[Passage]:
    """What DNA would show for every statement: the stretch of the document from start to stop."""
    query = """SELECT Start, Stop, SUBSTR(Text, Start + 1, Stop - Start)
        FROM STATEMENTS JOIN DOCUMENTS ON DocumentId = DOCUMENTS.ID"""
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        path = Path(folder) / "briefing.dna"
        path.write_bytes(output)
        with closing(sqlite3.connect(path)) as connection:
            rows = connection.execute(query).fetchall()
    return (Passage(start, stop, words) for start, stop, words in rows)


def password_hash(password: str, salt: bytes) -> str:
    """DNA's hash: base64 of the salt and of SHA-256 over salt and password, repeated 100,000 times (jasypt)."""
    digest = salt + password.encode()
    for _ in range(100_000):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode()


def _write_frame(connection: sqlite3.Connection, digest: Digest) -> None:
    """Settings, the coder, the document, the two statement types."""
    article = digest.article
    salt = hashlib.md5(article.sha256.encode(), usedforsecurity=False).digest()
    settings = [("version", DNA_VERSION), ("date", "2022-01-01")]
    connection.executemany("INSERT INTO SETTINGS VALUES (?, ?)", settings)
    coder = (CODER, "Admin", 255, 255, 0, password_hash(PASSWORD, salt))
    connection.execute("INSERT INTO CODERS (ID, Name, Red, Green, Blue, Password) VALUES (?, ?, ?, ?, ?, ?)", coder)
    notes = [digest.choices.marking, f"SHA-256 {article.sha256}", *article.notes]
    notes += [] if article.published else ["Date unknown; the one given here has no meaning."]
    document = (
        DOCUMENT,
        short(article.title) or "untitled article",
        narrowed(article.text),
        CODER,
        short(article.byline),
        short(article.publisher),
        "",
        "\n".join(narrowed(note) for note in notes if note),
        "",
        document_seconds(digest),
    )
    connection.execute(f"INSERT INTO DOCUMENTS VALUES ({', '.join('?' * len(document))})", document)
    types = [(DNA_STATEMENT, "DNA Statement", 239, 208, 51), (BRIEFING_STATEMENT, "briefing statement", 133, 193, 233)]
    connection.executemany("INSERT INTO STATEMENTTYPES VALUES (?, ?, ?, ?, ?)", types)


class _Statements:
    """Writes statements with their values; every name becomes one entity of its variable."""

    def __init__(self, connection: sqlite3.Connection, digest: Digest) -> None:
        self.connection = connection
        self.digest = digest
        self.variables: dict[tuple[int, str], int] = {}
        self.entities: dict[tuple[int, str], int] = {}
        self.attributes: dict[tuple[int, str], int] = {}

    def write(self) -> None:
        """Variables, then all statements of both types."""
        for statement_type, variables in VARIABLES.items():
            for name, data_type in variables.items():
                self._variable(statement_type, name, data_type)
        for statement in self.digest.briefing.statements:
            if agreement(statement) is not None:
                self._agreement(statement)
        for statement in self.digest.briefing.statements:
            self._everything(statement)

    def _variable(self, statement_type: int, name: str, data_type: str) -> None:
        row = (name, data_type, statement_type)
        insert = "INSERT INTO VARIABLES (Variable, DataType, StatementTypeId) VALUES (?, ?, ?)"
        variable = self.variables[statement_type, name] = self._insert(insert, row)
        if data_type == "short text":
            for attribute in ATTRIBUTES:
                insert = "INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)"
                self.attributes[variable, attribute] = self._insert(insert, (variable, attribute))
            self._entity(variable, "", None)

    def _agreement(self, statement: Statement) -> None:
        number = self._statement(DNA_STATEMENT, statement)
        self._names(number, DNA_STATEMENT, statement)
        self._value("DATABOOLEAN", number, DNA_STATEMENT, "agreement", agreement(statement))

    def _everything(self, statement: Statement) -> None:
        text, kind = self.digest.article.text, BRIEFING_STATEMENT
        number = self._statement(kind, statement)
        self._names(number, kind, statement)
        cue = f", {statement.cue.of(text)}" if statement.cue else ""
        condition = narrowed(statement.condition.of(text)) if statement.condition else ""
        self._name(number, kind, "stance word", statement.stance)
        self._name(number, kind, "status", statement.status)
        self._name(number, kind, "attribution", short(f"{FORM_WORDS[statement.form]}{cue}"))
        self._name(number, kind, "hedge", short(", ".join(span.of(text) for span in statement.hedges)))
        self._value("DATAINTEGER", number, kind, "stance", STANCES[statement.stance])
        self._value("DATAINTEGER", number, kind, "confidence", round(statement.confidence * 100))
        self._value("DATALONGTEXT", number, kind, "condition", condition)

    def _statement(self, statement_type: int, statement: Statement) -> int:
        span = extent(statement)
        insert = "INSERT INTO STATEMENTS (StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (?, ?, ?, ?, ?)"
        return self._insert(insert, (statement_type, DOCUMENT, span.start, span.end, CODER))

    def _names(self, number: int, statement_type: int, statement: Statement) -> None:
        holder = self.digest.stakeholders.get(statement.stakeholder or "")
        issue = self.digest.issues.get(statement.issue or "")
        person, organization = person_and_organization(holder, self.digest)
        self._name(number, statement_type, "person", person, holder)
        self._name(number, statement_type, "organization", organization, None if person else holder)
        self._name(number, statement_type, "concept", short(issue.label) if issue else "")

    def _name(
        self, number: int, statement_type: int, variable: str, value: str, holder: Stakeholder | None = None
    ) -> None:
        entity = self._entity(self.variables[statement_type, variable], value, holder)
        self._value("DATASHORTTEXT", number, statement_type, variable, entity)

    def _value(self, table: str, number: int, statement_type: int, variable: str, value: int | str | None) -> None:
        column = "Entity" if table == "DATASHORTTEXT" else "Value"
        insert = f"INSERT INTO {table} (StatementId, VariableId, {column}) VALUES (?, ?, ?)"
        self._insert(insert, (number, self.variables[statement_type, variable], value))

    def _entity(self, variable: int, value: str, holder: Stakeholder | None) -> int:
        """The number of a name among the values of a variable; new ones get their attributes."""
        if (variable, value) not in self.entities:
            insert = "INSERT INTO ENTITIES (VariableId, Value) VALUES (?, ?)"
            entity = self.entities[variable, value] = self._insert(insert, (variable, value))
            known = {"Type": holder.kind, "Alias": "; ".join(holder.aliases), "Notes": holder.role} if holder else {}
            for attribute in ATTRIBUTES:
                insert = "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) VALUES (?, ?, ?)"
                row = (entity, self.attributes[variable, attribute], short(known.get(attribute)))
                self._insert(insert, row)
        return self.entities[variable, value]

    def _insert(self, statement: str, row: tuple[int | str | None, ...]) -> int:
        number = self.connection.execute(statement, row).lastrowid
        assert number is not None, "SQLite numbers every row that it inserts"
        return number
