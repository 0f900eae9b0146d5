"""Given a sentence and its turn (negation, end, threat, failure, question), the side that each of them takes.

Each rule stands with the plain sentence and the one that it turns round or leaves open.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]

CASES: dict[str, tuple[tuple[str, Stance, str], ...]] = {
    "what is hoped for or regretted may come to nothing": (
        ("A new pier", "supports", "The guild <hopes> {the lawsuit against the pier will fail}."),
        ("A new pier", "opposes", "The anglers <hope> {the lawsuit against the pier will succeed}."),
        ("Ban on diesel boats", "opposes", "The skippers <hoped> {the ban would fail}."),
        ("A new pier", "opposes", "The anglers <were glad> {to see the pier fall through}."),
        ("A new pier", "opposes", "The anglers <celebrated> {the collapse of the pier}."),
        ("A new pier", "supports", "The guild <lamented> {the collapse of the pier}."),
        ("A new pier", "supports", "The guild <hopes> {that nothing will stop the pier}."),
        ("A new pier", "opposes", "The anglers <hope> {that something will stop the pier}."),
    ),
    "what is brought against the matter is turned down": (
        ("Ban on diesel boats", "supports", "The court <dismissed> {a challenge to the ban}."),
        ("Ban on diesel boats", "supports", "The court <dismissed> {an appeal against the ban}."),
        ("Ban on diesel boats", "supports", "The islanders <rejected> {calls for an end to the ban}."),
        ("Ban on diesel boats", "opposes", "The skippers <repeated> {their call for an end to the ban}."),
        ("Ban on diesel boats", "supports", "The senate <voted> {to override a veto of the ban}."),
        ("Closure of the ward", "supports", "The trust <rejected> {pleas to save the ward}."),
        ("Closure of the ward", "opposes", "The council <welcomed> {the decision to keep the ward open}."),
        ("Closure of the ward", "opposes", "The nurses {<handed in> a petition to save the ward}."),
    ),
    "what is spared something is no friend of it": (
        ("Ban on diesel boats", "opposes", "The skippers <demand> {an exemption for diesel boats}."),
        ("Closure of the ward", "opposes", "The council <welcomed> {a reprieve for the ward}."),
    ),
    "an end in other words": (
        ("Night flights", "opposes", "The mayor <vowed> {to put an end to night flights}."),
        ("A new pier", "opposes", "The mayor <ordered> {a halt to work on the pier}."),
        ("A new pier", "opposes", "The mayor <ordered> {work on the pier to stop}."),
        ("A new pier", "opposes", "The anglers <urged> {councillors to stand in the way of the pier}."),
        ("Ban on diesel boats", "opposes", "The skippers <want> {the ban relaxed}."),
        ("A new pier", "supports", "The guild <warned> {against halting the pier}."),
    ),
    "what is answered with harm": (
        ("A river toll", "opposes", "The hauliers <threatened> {to block the harbour if the toll is introduced}."),
        ("A river toll", "supports", "The planners <threatened> {to resign if the toll is dropped}."),
        ("A river toll", "opposes", "The hauliers <said> {if the toll goes ahead, they will sue}."),
        ("A river toll", "opposes", "The hauliers <said> {they would go to court if the toll came in}."),
        ("A river toll", "conditional", "The hauliers <said> {they would pay the toll if the road was repaired}."),
    ),
    "what somebody else must do": (
        ("Sale of the port", "opposes", "The dockers <said> {the city must not sell the port}."),
        ("Sale of the port", "supports", "The investor <said> {the city must sell the port}."),
        ("Sale of the port", "opposes", "The dockers <said> {the port should stay in public hands}."),
        ("Raising the pension age", "opposes", "The union <said> {the pension age should stay at 65}."),
        ("A river toll", "opposes", "The hauliers <said> {the council should drop the toll}."),
        ("A river toll", "supports", "The planners <said> {the council should not drop the toll}."),
        ("A toll on the coast road", "unclear", "The hauliers <said> {the council should mend the coast road}."),
        ("A river toll", "opposes", 'The hauliers <said> {"Stop the toll!"}'),
        ("A river toll", "supports", 'The planners <said> {"Don\'t drop the toll!"}'),
    ),
    "what the holder will do or leave": (
        ("Ban on diesel boats", "opposes", "The ministry <said> {it would lift the ban}."),
        ("Ban on diesel boats", "supports", "The ministry <said> {it would not lift the ban}."),
        ("Ban on diesel boats", "supports", "The ministry <said> {it had no plans to lift the ban}."),
        ("Ban on diesel boats", "supports", "The ministry <said> {she would veto any attempt to lift the ban}."),
        ("Ban on diesel boats", "supports", "The ministry <insisted> {that the ban would not be lifted}."),
        ("Closure of the ward", "opposes", "The nurses <said> {they would fight to keep the ward open}."),
        ("A new pier", "opposes", "The anglers <said> {they would do everything to stop the pier}."),
        ("A new pier", "supports", "The guild <said> {it would fight tooth and nail for the pier}."),
        ("A new pier", "opposes", "The anglers <said> {there was no way they would accept the pier}."),
    ),
    "what is wise or wrong to do": (
        ("Sale of the port", "supports", "The investor <said> {it was right to sell the port}."),
        ("Sale of the port", "opposes", "The dockers <said> {the city was right not to sell the port}."),
        ("Sale of the port", "supports", "The investor <said> {not selling the port would be a grave error}."),
        ("Sale of the port", "opposes", "The dockers <said> {selling the port would be a grave error}."),
        ("Ban on diesel boats", "supports", "The islanders <said> {lifting the ban would be a mistake}."),
        ("Closure of the ward", "supports", "The trust <said> {keeping the ward open would put mothers at risk}."),
        ("A new pier", "opposes", "The anglers <said> {it was high time to call off the pier}."),
        ("A new pier", "supports", "The guild <said> {the town would regret not building the pier}."),
    ),
    "what there is a reason for": (
        ("Closure of the ward", "opposes", "The nurses <said> {there was no reason to close the ward}."),
        ("Closure of the ward", "supports", "The trust <said> {there was every reason to close the ward}."),
        ("Closure of the ward", "supports", "The trust <said> {there was no reason to keep the ward open}."),
        ("Farm subsidy", "unclear", "The judge <saw> {no reason to block the subsidy}."),
        ("A river toll", "opposes", "The hauliers <said> {they had yet to hear a good reason for the toll}."),
        ("The port link", "opposes", "The envoy <said> {the case for the port link had collapsed}."),
        ("The port link", "supports", "The envoy <said> {the case against the port link had collapsed}."),
        ("The port link", "supports", "The envoy <said> {he could not see why anyone would oppose the link}."),
    ),
    "what is said of the matter as a whole": (
        ("A river toll", "opposes", "The hauliers <said> {the toll was the last thing they needed}."),
        ("A river toll", "supports", "The planners <said> {the toll was just what the town needed}."),
        ("A river toll", "supports", "The planners <said> {the toll could not come soon enough}."),
        ("A river toll", "opposes", "The hauliers <said> {the toll could not come at a worse time}."),
        ("A river toll", "opposes", "The hauliers <said> {the toll would do more harm than good}."),
        ("A river toll", "supports", "The planners <said> {the toll would do more good than harm}."),
        ("A river toll", "opposes", "The hauliers <said> {the toll was neither needed nor wanted}."),
        ("A river toll", "opposes", "The hauliers <said> {nobody wanted the toll}."),
        ("A river toll", "supports", "The planners <said> {they could not do without the toll}."),
        ("A river toll", "mixed", "The planners <said> {the toll had its merits but also its flaws}."),
        ("Farm subsidy", "supports", "The growers <said> {the subsidy would help small farms}."),
        ("Farm subsidy", "opposes", "The growers <said> {the subsidy would only help big farms}."),
        ("A river toll", "supports", "The planners <called> {the fears about the toll exaggerated}."),
    ),
    "what nobody is moved to": (
        ("The port link", "opposes", "The village <said> {no amount of money would make them accept the link}."),
        ("The port link", "supports", "The mayor <said> {no amount of protest would make him drop the link}."),
    ),
    "who does not ask or deny": (
        ("Farm subsidy", "unclear", "The union <said> {it was not calling for a farm subsidy}."),
        ("Farm subsidy", "supports", "The union <said> {it was calling for a farm subsidy}."),
        ("Farm subsidy", "supports", "The union <denied> {that the subsidy was a failure}."),
        ("Farm subsidy", "unclear", "The union <denied> {that the subsidy had been paid}."),
        ("A river toll", "unclear", "The council <asked for> {more time to study the toll}."),
        ("A river toll", "opposes", "The mayor <is the last person to back> {the toll}."),
    ),
}

GAPS: tuple[tuple[str, Stance, str, str], ...] = (
    (
        "A new pier",
        "supports",
        "The guild <hopes> {the protests against it will fail}.",
        "the model doubts what only points to the matter",
    ),
    (
        "Sale of the port",
        "opposes",
        "The dockers <said> {the port was not for sale}.",
        "the deed of the label is denied by its noun, and not by its verb",
    ),
    (
        "A river toll",
        "supports",
        "The planners <said> {the toll did not go far enough}.",
        "who wants more of a matter may be against this much of it",
    ),
    (
        "Ban on diesel boats",
        "supports",
        "The islanders <said> {diesel boats had no place in the bay}.",
        "what is said of the thing that the label ends is not turned round: it was right in half of the cases",
    ),
)
"""Sentences whose side is not read, with the reason."""
OPPOSITE = {"supports": "opposes", "opposes": "supports"}


@pytest.mark.parametrize(
    ("label", "stance", "sentence"),
    [pytest.param(*case, id=f"{rule}: {case[2]}") for rule, cases in CASES.items() for case in cases],
)
def test_reads_the_side(judge: Judge, label: str, stance: Stance, sentence: str) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    ("label", "stance", "sentence"),
    [pytest.param(*gap[:3], marks=pytest.mark.xfail(reason=gap[3], strict=True), id=gap[2]) for gap in GAPS],
)
def test_reads_no_side_yet(judge: Judge, label: str, stance: Stance, sentence: str) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(("label", "stance", "sentence"), [gap[:3] for gap in GAPS], ids=[gap[2] for gap in GAPS])
def test_a_gap_is_never_the_opposite_side(judge: Judge, label: str, stance: Stance, sentence: str) -> None:
    assert judge(sentence, label).stance != OPPOSITE[stance]
