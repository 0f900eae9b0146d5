"""A Briefing in; a network of stakeholders and issues as GraphML out, for Gephi, visone, igraph and networkx.

Two kinds of nodes, and one directed edge for each position: from the stakeholder to the issue, with the stance as a
word and as `agreement` (1 or -1; conditional and mixed 0, unclear none). Affiliations are edges as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.exports.evidence import Passage
from briefing.exports.visible import one_line
from briefing.model import Briefing, Stance

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

WEIGHTS: dict[Stance, int] = {"supports": 1, "opposes": -1, "conditional": 0, "mixed": 0}

_KEYS = (
    ("label", "node", "string"),
    ("type", "node", "string"),
    ("kind", "node", "string"),
    ("role", "node", "string"),
    ("statements", "node", "int"),
    ("relation", "edge", "string"),
    ("stance", "edge", "string"),
    ("agreement", "edge", "int"),
    ("statements", "edge", "int"),
    ("title", "graph", "string"),
    ("marking", "graph", "string"),
)


def render(briefing: Briefing, choices: Choices) -> str:
    """The graph; node ids are `stakeholder:ID` and `issue:ID`."""
    digest = Digest(briefing, choices)
    root = Xml.Element("graphml", xmlns=NAMESPACE)
    for name, owner, kind in _KEYS:
        Xml.SubElement(root, "key", {"id": f"{owner}-{name}", "for": owner, "attr.name": name, "attr.type": kind})
    graph = Xml.SubElement(root, "graph", id="positions", edgedefault="directed")
    _data(graph, "graph", title=digest.title, marking=choices.marking)
    _nodes(graph, digest)
    for number, (source, target, facts) in enumerate(_edges(digest), start=1):
        edge = Xml.SubElement(graph, "edge", id=f"e{number}", source=source, target=target)
        _data(edge, "edge", **facts)
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def passages(output: bytes) -> Iterator[Passage]:
    """Nothing: the network holds no passage of the article."""
    return iter(())


def _nodes(graph: Xml.Element, digest: Digest) -> None:
    for one in digest.briefing.stakeholders:
        said = sum(statement.stakeholder == one.id for statement in digest.briefing.statements)
        node = Xml.SubElement(graph, "node", id=f"stakeholder:{one.id}")
        _data(node, "node", label=one.name, type="stakeholder", kind=one.kind, role=one.role or "", statements=said)
    for issue in digest.briefing.issues:
        said = sum(statement.issue == issue.id for statement in digest.briefing.statements)
        node = Xml.SubElement(graph, "node", id=f"issue:{issue.id}")
        _data(node, "node", label=issue.label, type="issue", statements=said)


def _edges(digest: Digest) -> Iterator[tuple[str, str, dict[str, str | int | None]]]:
    for one in digest.briefing.positions:
        facts: dict[str, str | int | None] = {
            "relation": "position",
            "stance": one.stance,
            "agreement": WEIGHTS.get(one.stance),
            "statements": len(one.statements),
        }
        yield f"stakeholder:{one.stakeholder}", f"issue:{one.issue}", facts
    for stakeholder in digest.briefing.stakeholders:
        if stakeholder.affiliation:
            target = f"stakeholder:{stakeholder.affiliation}"
            yield f"stakeholder:{stakeholder.id}", target, {"relation": "affiliation"}


def _data(element: Xml.Element, owner: str, **facts: str | int | None) -> None:
    for name, value in facts.items():
        if value is not None and value != "":
            Xml.SubElement(element, "data", key=f"{owner}-{name}").text = one_line(str(value))
