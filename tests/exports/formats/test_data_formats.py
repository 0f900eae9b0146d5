"""Data for other tools: what goes out can be read back, and stands in the forms those tools define."""

from __future__ import annotations

import csv
import io
import json
import sqlite3

import networkx
import pytest
from jsonschema import Draft202012Validator, validate
from msgspec.structs import replace

from briefing.exports import render
from briefing.exports.formats.csv_text import read_csv
from briefing.exports.formats.dna import password_hash
from briefing.schema import from_json, json_schema


def test_json_comes_back_as_the_same_briefing(pier, empty):
    for briefing in (pier, empty):
        assert from_json(render(briefing, "json")) == briefing
        assert from_json(render(briefing, "jsonl")) == briefing


def test_json_fits_its_schema(pier, empty):
    validator = Draft202012Validator(json_schema())
    for briefing in (pier, empty):
        for choices in ({}, {"stakeholder": "nordlys"}) if briefing is pier else ({},):
            validator.validate(json.loads(render(briefing, "json", **choices)))


def test_csv_has_one_row_a_piece_with_the_words_of_the_article(pier):
    rows = read_csv(render(pier, "csv").decode())
    assert [row["statement"] for row in rows] == [one.id for one in pier.statements]
    for row in rows:
        assert row["text"] == pier.article.text[int(row["start"]) : int(row["end"])]
    assert rows[2]["condition"] == "if the town pays for the dredging"
    assert rows[7]["stakeholder"] == ""
    assert rows[9]["within"] == "s9"


def test_csv_is_what_excel_expects(pier):
    output = render(pier, "csv")
    assert output.startswith(b"\xef\xbb\xbf")
    assert output.endswith(b"\r\n")


def test_positions_without_a_statement_have_no_row(pier):
    rows = read_csv(render(pier, "csv-positions", reviewed=["s2"]).decode())
    assert [(row["stakeholder"], row["issue_id"], row["stance"], row["reviewed"]) for row in rows] == [
        ("Ilse Normann", "new-pier", "opposes", "yes"),
        ("Ilse Normann", "sale", "opposes", "no"),
        ("Nordlys", "new-pier", "conditional", "no"),
        ("a senior town official", "new-pier", "opposes", "no"),
    ]


def test_the_table_of_text_ticks_what_a_reader_has_confirmed_and_keeps_its_columns(pier):
    def rows(**choices):
        lines = render(pier, "table", **choices).decode().splitlines()
        at = next(number for number, line in enumerate(lines) if line.split() == ["1", "2"])
        return lines[at + 1].split(), lines[at + 1].find("O"), lines

    plain, place, lines = rows()
    assert plain == ["Ilse", "Normann", "O", "O"] and not any("✓" in line for line in lines)
    ticked, place_ticked, lines = rows(reviewed=["s2"])
    assert ticked == ["Ilse", "Normann", "O✓", "O"] and place_ticked == place
    assert lines[-3].endswith(" · ✓ confirmed by a reader")


@pytest.fixture
def dna(pier, tmp_path):
    path = tmp_path / "pier.dna"
    path.write_bytes(render(pier, "dna"))
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


def test_dna_database_is_sound(dna):
    assert dna.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert dna.execute("PRAGMA foreign_key_check").fetchall() == []


def test_dna_agreement_is_only_current_support_or_opposition(dna):
    query = """SELECT SUBSTR(Text, Start + 1, Stop - Start), DATABOOLEAN.Value FROM STATEMENTS
        JOIN DOCUMENTS ON DocumentId = DOCUMENTS.ID LEFT JOIN DATABOOLEAN ON StatementId = STATEMENTS.ID
        WHERE StatementTypeId = 1 ORDER BY STATEMENTS.ID"""
    found = dna.execute(query).fetchall()
    assert [agreement for _, agreement in found] == [0, 0, 0, 1]
    assert found[0][0] == "“We will not close the pier. Not this year.”"
    assert not any("dredging" in words for words, _ in found)


def test_dna_has_every_statement_with_its_stance_and_status(dna):
    def values(table: str, variable: str, column: str = "Value") -> list:
        joined = "JOIN ENTITIES ON Entity = ENTITIES.ID" if table == "DATASHORTTEXT" else ""
        query = f"""SELECT {"ENTITIES" if joined else table}.{column} FROM {table} {joined}
            JOIN VARIABLES ON {table}.VariableId = VARIABLES.ID
            WHERE Variable = ? AND StatementTypeId = 2 ORDER BY StatementId"""
        return [value for (value,) in dna.execute(query, (variable,))]

    assert values("DATAINTEGER", "stance") == [-1, -1, 0, -1, -1, 1, 1, 0, 0, 1]
    assert values("DATASHORTTEXT", "stance word")[2] == "conditional"
    assert values("DATASHORTTEXT", "status")[3:7] == ["past", "current", "expected", "hearsay"]
    assert values("DATALONGTEXT", "condition")[2] == "if the town pays for the dredging"
    assert values("DATASHORTTEXT", "organization")[3] == "Nordlys"
    assert values("DATAINTEGER", "confidence")[0] == 90


def test_dna_reads_a_value_for_every_variable_of_every_statement(dna):
    """As DNA reads a file: a statement with its coder, type and document, then each variable from its own table."""
    version = dna.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'").fetchone()[0]
    assert not version.startswith("2")
    statements = dna.execute(
        """SELECT STATEMENTS.ID, StatementTypeId, Start, Stop, LENGTH(Text) FROM STATEMENTS
        INNER JOIN CODERS ON STATEMENTS.Coder = CODERS.ID
        INNER JOIN STATEMENTTYPES ON StatementTypeId = STATEMENTTYPES.ID
        INNER JOIN DOCUMENTS ON DOCUMENTS.ID = DocumentId"""
    ).fetchall()
    assert len(statements) == dna.execute("SELECT COUNT(*) FROM STATEMENTS").fetchone()[0] == 14
    tables = {"boolean": "DATABOOLEAN", "integer": "DATAINTEGER", "long text": "DATALONGTEXT"}
    for number, kind, start, stop, length in statements:
        assert 0 <= start < stop <= length
        variables = dna.execute("SELECT ID, DataType FROM VARIABLES WHERE StatementTypeId = ?", (kind,)).fetchall()
        for variable, data_type in variables:
            if data_type == "short text":
                query = """SELECT Value FROM DATASHORTTEXT AS D INNER JOIN ENTITIES AS E
                    ON E.ID = D.Entity AND E.VariableId = D.VariableId WHERE StatementId = ? AND D.VariableId = ?"""
            else:
                query = f"SELECT Value FROM {tables[data_type]} WHERE StatementId = ? AND VariableId = ?"
            (found,) = dna.execute(query, (number, variable)).fetchall()
            assert found[0] is not None


def test_dna_every_entity_has_the_three_attributes(dna):
    entities = dna.execute("SELECT COUNT(*) FROM ENTITIES").fetchone()[0]
    assert dna.execute("SELECT COUNT(*) FROM ATTRIBUTEVALUES").fetchone()[0] == 3 * entities


def test_dna_document_has_the_date_of_the_article_in_seconds(dna):
    assert dna.execute("SELECT Date, Source FROM DOCUMENTS").fetchone() == (1741219200, "The Skerry Post")


def test_dna_password_is_sixteen_bytes_of_salt_and_a_digest():
    import base64

    hashed = base64.b64decode(password_hash("briefing", b"0123456789abcdef"))
    assert hashed[:16] == b"0123456789abcdef"
    assert len(hashed) == 48


def test_dna_offsets_hold_where_characters_are_longer_than_java_counts(around, tmp_path):
    path = tmp_path / "x.dna"
    path.write_bytes(render(around("a 🙂 smile 🙂 and more"), "dna"))
    connection = sqlite3.connect(path)
    text = connection.execute("SELECT Text FROM DOCUMENTS").fetchone()[0]
    connection.close()
    assert "🙂" not in text
    assert len(text) == len(around("a 🙂 smile 🙂 and more").article.text)


def test_event_list_is_as_dna_writes_it(pier):
    output = render(pier, "dna-events").decode()
    header, first, *_ = output.split("\n")
    assert header.startswith('"statement_id";"time";"person";"organization";"concept";"agreement";"start_position"')
    assert first.startswith('1;2025-03-06 00:00:00;"Ilse Normann";"";"Sale of the old pier | berth [1]";0;')
    assert not output.endswith("\n")
    rows = list(csv.DictReader(io.StringIO(output), delimiter=";"))
    assert [row["agreement"] for row in rows] == ["0", "0", "0", "1"]


def test_networkx_reads_the_network(pier):
    graph = networkx.read_graphml(io.BytesIO(render(pier, "graphml")))
    assert graph.nodes["stakeholder:nordlys"]["label"] == "Nordlys"
    assert graph.nodes["issue:sale"]["label"] == "Sale of the old pier | berth [1]"
    assert graph.edges["stakeholder:ilse-normann", "issue:sale"]["agreement"] == -1
    assert graph.edges["stakeholder:nordlys", "issue:new-pier"]["stance"] == "conditional"
    assert graph.edges["stakeholder:nordlys", "issue:new-pier"]["agreement"] == 0
    assert graph.edges["stakeholder:karl-ove-tveit", "stakeholder:nordlys"]["relation"] == "affiliation"
    assert graph.number_of_nodes() == 8


def anchored(text: str, selectors: list[dict]) -> int | None:
    """Where a reader of annotations finds the words: at the position, else by the words with their surroundings."""
    quote, position = selectors
    if text[position["start"] : position["end"]] == quote["exact"]:
        return position["start"]
    around = text.find(quote["prefix"] + quote["exact"] + quote["suffix"])
    return around + len(quote["prefix"]) if around >= 0 else None


def test_annotations_find_their_words_again_in_a_text_that_moved(pier):
    page = json.loads(render(pier, "annotations"))
    moved = "A new first line.\n\n" + pier.article.text
    targets = [target for item in page["items"] for target in item["target"]]
    assert len(targets) == len(pier.statements)
    for target in targets:
        start = target["selector"][1]["start"]
        assert anchored(pier.article.text, target["selector"]) == start
        assert anchored(moved, target["selector"]) == start + 19


def test_annotations_name_the_bytes_of_the_article_where_it_has_no_address(pier):
    page = json.loads(render(pier, "annotations"))
    assert page["items"][0]["target"][0]["source"].startswith("ni:///sha-256;")
    assert "created" not in page["items"][0]
    dated = json.loads(render(pier, "annotations", created=1700000000))
    assert dated["items"][0]["created"] == "2023-11-14T22:13:20Z"


def test_citation_gives_what_the_document_says_and_nothing_else(pier, empty):
    (item,) = json.loads(render(pier, "csl"))
    assert item["type"] == "article-newspaper"
    assert item["container-title"] == "The Skerry Post"
    assert item["issued"] == {"date-parts": [[2025, 3, 6]]}
    assert item["author"] == [{"literal": "Ottilie Brandt"}]
    assert json.loads(render(empty, "csl")) == [{"type": "article-newspaper", "id": "article"}]


YEAR_MONTH_DAY = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "items": {"type": "array", "items": {"type": "number"}, "minItems": 1, "maxItems": 3},
            "minItems": 1,
            "maxItems": 2,
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
CSL_ITEMS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "type": {"enum": ["article", "article-newspaper", "article-magazine", "report", "webpage"]},
            "id": {"type": "string", "minLength": 1},
            "title": {"type": "string"},
            "container-title": {"type": "string"},
            "language": {"type": "string"},
            "URL": {"type": "string"},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"literal": {"type": "string"}},
                    "required": ["literal"],
                    "additionalProperties": False,
                },
            },
            "issued": YEAR_MONTH_DAY,
            "accessed": YEAR_MONTH_DAY,
            "custom": {"type": "object"},
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}
"""The part of the schema of CSL-JSON (csl-data.json) that a citation of an article can use, types and all."""


@pytest.mark.parametrize("published", [None, "2025", "2025-03", "2025-03-06"])
def test_citation_fits_the_schema_of_csl(pier, empty, published):
    dated = replace(pier, article=replace(pier.article, published=published))
    for briefing in (dated, empty):
        for choices in ({}, {"created": 0}):
            validate(json.loads(render(briefing, "csl", **choices)), CSL_ITEMS)
