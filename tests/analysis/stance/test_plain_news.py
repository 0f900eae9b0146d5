"""Given a plain sentence of news and a label, this stance; where the words leave it open, never the opposite side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]
OPPOSITE = {"supports": "opposes", "opposes": "supports"}

CLEAR: dict[str, tuple[tuple[Stance, str], ...]] = {
    "Deletion of the call records": (
        ("supports", "The privacy officer <asked> {that the call records be deleted}."),
        ("supports", "The tenants <want> {the records deleted}."),
    ),
    "Inspection of the reactor": (
        ("supports", "The agency <demanded> {the right to inspect the reactor}."),
        ("opposes", "The operator <refused> {to let inspectors into the reactor}."),
    ),
    "The dam bill": (
        ("opposes", "The farmers' group <said> {it could not support the dam bill in its present form}."),
        ("opposes", "The farmers' group <said> {it could not back the dam bill}."),
        ("supports", "The farmers' group <said> {it would vote for the bill}."),
        ("opposes", "The senator <said> {she would vote against the bill}."),
        ("opposes", 'The senator <said> {"I cannot vote for this bill."}'),
    ),
    "An exemption for small bakeries": (
        ("supports", 'The baker <said> {"We beg you to exempt small bakeries."}'),
        ("supports", "The bakers <asked> {for small bakeries to be exempted}."),
        ("opposes", "The ministry <rejected> {an exemption for small bakeries}."),
        ("opposes", "The ministry <said> {no bakery should be exempted}."),
    ),
    "Observers from the court": (
        ("supports", "The government <said> {it will accept observers from the court}."),
        ("opposes", "The rebels <said> {they will not accept observers from the court}."),
    ),
    "Lifting the sanctions": (
        ("opposes", "The ministry <urged> {the council to keep the sanctions}."),
        ("opposes", "The ministry <said> {lifting the sanctions would be a mistake}."),
        ("opposes", "The ministry <said> {any easing of sanctions would be a mistake}."),
        ("supports", "The exporters <said> {the sanctions should be lifted}."),
        ("supports", "The exporters <said> {the sanctions had failed and should end}."),
        ("opposes", "The ministry <said> {the sanctions must stay}."),
        ("opposes", "The ministry <wants> {to keep the sanctions in place}."),
    ),
    "Steel tariffs": (
        ("opposes", 'The trade ministry <called> {the decision "protectionism in disguise"}.'),
        ("opposes", "The trade ministry <called> {the tariffs protectionist}."),
        ("supports", "The steelworkers <said> {the tariffs would protect jobs}."),
        ("supports", "The steelworkers <warned> {that without tariffs the mill would close}."),
        ("opposes", "The carmakers <urged> {the government to drop the tariffs}."),
        ("supports", "The mill owners <urged> {the government not to drop the tariffs}."),
    ),
    "Payments by oil states": (("opposes", "The gulf envoy <rejected> {the demand}."),),
    "A pay rise for nurses": (
        ("supports", "The union <demanded> {a pay rise of 8 percent}."),
        ("opposes", "The hospital trust <rejected> {the demand}."),
        ("supports", "The union <said> {nurses deserve a raise}."),
        ("supports", "The union <threatened> {to strike unless pay rises}."),
    ),
    "Coastal patrols": (
        ("supports", "The insurer <said> {it will cancel all policies unless the patrols go on}."),
        ("supports", "The shipowners <said> {patrols must continue}."),
        ("opposes", "The navy chief <argued> {that patrols were a waste of money}."),
        ("opposes", "The navy chief <said> {the patrols should end}."),
        ("opposes", "The shipowners <warned> {they would sue unless the patrols were dropped}."),
        ("conditional", "The skippers <oppose> {the patrols unless they are told the routes}."),
    ),
    "A levy on airlines": (
        ("opposes", "The airlines <oppose> {a levy}."),
        ("supports", "The green party <proposed> {a levy on tickets}."),
        ("opposes", "The airlines <said> {a levy would punish travelers}."),
    ),
    "Reopening the border crossing": (
        ("supports", "The mediator <urged> {both sides to reopen the crossing}."),
        ("opposes", "The general <said> {the crossing must remain closed}."),
        ("conditional", "The general <said> {the crossing would open only if the shelling stops}."),
        ("supports", "The traders <want> {the crossing open again}."),
    ),
    "A vote on the draft": (("opposes", "The envoy <said> {he would block any vote}."),),
    "A ceasefire": (
        ("supports", "The premier <called for> {an immediate ceasefire}."),
        ("opposes", "The premier <ruled out> {a ceasefire}."),
        ("conditional", "The premier <said> {he would accept a ceasefire if troops withdraw}."),
        ("opposes", 'The premier <said> {"There will be no ceasefire."}'),
        ("unclear", "The spokesman <said> {talks would resume on Monday}."),
        ("unclear", "The spokesman <declined> {to comment on the ceasefire}."),
        ("unclear", "The analyst <said> {the ceasefire would be hard to monitor}."),
    ),
    "The airport runway": (
        ("opposes", "The council <voted> {to reject the runway}."),
        ("supports", "The council <voted> {to approve the runway}."),
        ("opposes", "Three members <voted against> {the runway}."),
        ("supports", "Five members <voted for> {the runway}."),
        ("opposes", "The residents <have sued> {to stop the runway}."),
        ("opposes", "The judge <blocked> {the runway}."),
        ("supports", "The judge <upheld> {the permit for the runway}."),
        ("opposes", "The residents <said> {they did not want the runway}."),
        ("opposes", "The residents <said> {the runway was not needed}."),
        ("supports", "The airline <said> {the runway was needed}."),
        ("opposes", "The mayor <said> {he had no plans to build the runway}."),
        ("conditional", "The mayor <said> {he would support the runway if night flights are banned}."),
        ("mixed", "The mayor <said> {he was of two minds about the runway}."),
    ),
    "A ban on plastic bags": (
        ("supports", "The group <wants> {plastic bags banned}."),
        ("opposes", "Shopkeepers <want> {the ban lifted}."),
        ("opposes", "Shopkeepers <said> {the ban would hurt small shops}."),
        ("supports", "The group <said> {plastic bags were killing turtles}."),
        ("supports", "The group <welcomed> {the ban}."),
        ("opposes", "Shopkeepers <called for> {an end to the ban}."),
        ("opposes", "Shopkeepers <called> {the ban unworkable}."),
        ("supports", 'The group <called> {the ban "long overdue"}.'),
        ("opposes", "The court <struck down> {the ban}."),
        ("supports", "The court <upheld> {the ban}."),
        ("opposes", "The lobby <asked> {the court to strike down the ban}."),
        ("supports", "The minister <defended> {the ban}."),
        ("supports", "The minister <dismissed> {criticism of the ban}."),
        ("supports", "The minister <refused> {to delay the ban}."),
        ("supports", "The group <opposes> {exemptions from the ban}."),
        ("supports", "The minister <refused> {to back down over the ban}."),
        ("supports", "The minister <said> {she would not back down on the ban}."),
        ("supports", "The minister <told> the house {that she would press ahead with the ban in May}."),
        ("unclear", "The lawyer <disputed> {that}."),
        ("unclear", "The department {<withdrew> its brief in support of the ban}."),
    ),
    "Extending the trial": (
        ("opposes", "The watchdog <said> {the trial should not be extended}."),
        ("opposes", "The watchdog <said> {the trial must end}."),
    ),
    "Membership of the alliance": (
        ("opposes", "The president <described> {membership as unrealistic}."),
        ("supports", "The president <insisted on> {membership}."),
        ("unclear", "The president <said> {membership takes years}."),
    ),
    "Talks with the rebels": (
        ("opposes", "The general <ruled out> {talks}."),
        ("opposes", "The rebels <said> {they would boycott the talks}."),
        ("opposes", "The rebels <walked out of> {the talks}."),
    ),
    "The merger": (
        ("opposes", "The regulator <sued> {to block the merger}."),
        ("opposes", "Neither the union nor the guild <supports> {the merger}."),
        ("opposes", "The union <has not dropped> {its objection to the merger}."),
        ("opposes", "The union {<has not dropped> its objection}."),
        ("unclear", "The union {<has dropped> its objection}."),
        ("opposes", "The director <said> {she would sooner resign than sign the merger}."),
        ("unclear", "The bank {<later withdrew> the note}."),
        ("supports", "The regulator <approved> {the merger}."),
        ("opposes", "The union <said> {the merger was bad for workers}."),
        ("unclear", "The firms <said> {the merger would close in June}."),
    ),
    "Closing the coal plant": (
        ("opposes", "The miners <want> {the plant kept open}."),
        ("opposes", "The miners <said> {the plant should stay open}."),
        ("supports", "The activists <said> {the plant should have closed years ago}."),
        ("supports", "The activists <want> {the plant shut}."),
        ("opposes", "The miners <oppose> {closing the plant}."),
        ("opposes", "The miners <said> {closing the plant would destroy the town}."),
        ("supports", "The activists <said> {the plant was poisoning the town}."),
        ("supports", "The utility <plans> {to close the plant}."),
        ("opposes", "The utility <has dropped> {its plan to close the plant}."),
        ("opposes", "The utility <promised> {to keep the plant running}."),
    ),
    "The asylum deal": (
        ("opposes", "Aid groups <criticized> {the deal}."),
        ("opposes", "Aid groups <said> {the deal violates international law}."),
        ("supports", "The minister <praised> {the deal as a breakthrough}."),
        ("supports", "The minister <signed> {the deal}."),
        ("opposes", "The parliament <refused to ratify> {the deal}."),
        ("supports", "The parliament <ratified> {the deal}."),
        ("opposes", "The parliament <postponed> {the vote on the deal}."),
        ("supports", "The commission <urged> {the parliament to ratify the deal}."),
        ("opposes", "Aid groups <urged> {the parliament to vote it down}."),
    ),
    "Release of the report": (
        ("supports", "The families <want> {the report made public}."),
        ("opposes", "The agency <has refused> {to publish the report}."),
        ("supports", "The families <sued> {to obtain the report}."),
        ("supports", "The judge <ordered> {the agency to release the report}."),
        ("opposes", "The judge <denied> {a request to release the report}."),
    ),
    "More money for schools": (
        ("supports", "The governor <proposed> {an extra $40 million}."),
        ("opposes", "The treasurer <wants> {to cut the school budget}."),
    ),
    "Imposing a moratorium": (("opposes", "The drillers <demand> {an end to the moratorium}."),),
}

OPEN: dict[str, tuple[tuple[Stance, str], ...]] = {
    "Deletion of the call records": (
        ("opposes", "The phone company <said> {it would not delete the records}."),
        ("opposes", "The phone company <said> {deleting the records would break the law}."),
    ),
    "Inspection of the reactor": (
        ("opposes", 'The operator <called> {the demand for an inspection "a fishing trip"}.'),
    ),
    "The dam bill": (("supports", 'The senator <said> {"I will vote yes."}'),),
    "Observers from the court": (("opposes", "The rebels <said> {they would never let foreign observers in}."),),
    "Steel tariffs": (
        ("opposes", "The importers <said> {the tariffs would raise prices for families}."),
        ("opposes", "The carmakers <warned> {that the tariffs would cost thousands of jobs}."),
    ),
    "A pay rise for nurses": (("opposes", "The hospital trust <said> {it could not afford a pay rise}."),),
    "A levy on airlines": (("opposes", "The airlines <said> {the state should pay for it}."),),
    "Reopening the border crossing": (
        ("supports", "The mediator <urged> {both camps to drop their objections}."),
        ("opposes", "The general <said> {the crossing would stay shut}."),
        ("conditional", "The general <said> {he would open the crossing once the shelling stops}."),
    ),
    "Counting overtime towards pensions": (
        ("opposes", "The minister <insisted> {that only base pay be counted}."),
        ("opposes", "The minister <said> {overtime should not count}."),
        ("supports", "The donor <argued> {that overtime should count}."),
    ),
    "A ceasefire": (
        ("conditional", "The premier <said> {there would be no ceasefire unless the hostages are freed}."),
        ("opposes", "The premier <said> {a ceasefire now would reward the aggressor}."),
        ("supports", "The bishop <said> {the killing must stop}."),
    ),
    "The airport runway": (
        ("supports", "The chamber <said> {the runway would bring jobs}."),
        ("opposes", "The residents <said> {the runway would bring noise and dirt}."),
        ("opposes", "The residents <vowed> {to fight the runway in court}."),
        ("supports", "The chamber <vowed> {to fight for the runway}."),
        ("supports", "The airline <said> {the city could not afford to lose the runway}."),
        ("supports", "The mayor <said> {he would build the runway}."),
        ("conditional", "The mayor <said> {he could accept the runway with a ban on night flights}."),
    ),
    "A ban on plastic bags": (
        ("opposes", "The lobby <said> {it would challenge the ban}."),
        ("supports", "The group <opposes> {any delay}."),
    ),
    "Extending the trial": (("supports", "The police <asked for> {six more months}."),),
    "Membership of the alliance": (
        ("opposes", "The president <said> {joining the alliance was off the table}."),
        ("opposes", "The president <said> {his country would never join}."),
        ("supports", "The president <said> {the door to the alliance remains open}."),
        ("supports", "The president <said> {his country's place was in the alliance}."),
    ),
    "Talks with the rebels": (
        ("opposes", 'The general <said> {"We do not talk to terrorists."}'),
        ("supports", "The envoy <said> {dialogue is the only way to end the war}."),
        ("conditional", "The general <said> {talks can begin when the rebels lay down their arms}."),
        ("supports", "The rebels <said> {they were ready to talk}."),
        ("supports", "The rebels <said> {they would attend the talks}."),
        ("supports", "The rebels <returned to> {the talks}."),
    ),
    "The merger": (
        ("supports", "The regulator <cleared> {the merger}."),
        ("opposes", "The union <fears> {the merger will cost jobs}."),
        ("supports", "The firms <said> {the merger would lower prices}."),
        ("supports", "The firms <promised> {lower prices}."),
        ("opposes", "The rival <complained> {that the merger would kill competition}."),
    ),
    "Release of the report": (("opposes", "The agency <said> {publication would endanger witnesses}."),),
    "More money for schools": (
        ("supports", "The teachers <said> {schools need more money}."),
        ("supports", "The teachers <said> {the budget was not enough}."),
        ("opposes", "The treasurer <said> {there was no money}."),
        ("opposes", "The treasurer <said> {the city cannot afford it}."),
        ("supports", "The teachers <have asked for> {double the amount}."),
    ),
    "Imposing a moratorium": (
        ("supports", "The islanders <demand> {an outright ban}."),
        ("supports", "The ministry <rejects> {any exception}."),
    ),
}
"""A person reads these sides out of the sentences; the step need not, but may not read the opposite."""


def cases(rows: dict[str, tuple[tuple[Stance, str], ...]]) -> list[object]:
    return [
        pytest.param(label, stance, sentence, id=sentence) for label, some in rows.items() for stance, sentence in some
    ]


@pytest.mark.parametrize(("label", "stance", "sentence"), cases(CLEAR))
def test_reads_the_side(judge: Judge, label: str, stance: Stance, sentence: str) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(("label", "stance", "sentence"), cases(OPEN))
def test_never_turns_the_side_round(judge: Judge, label: str, stance: Stance, sentence: str) -> None:
    assert judge(sentence, label).stance != OPPOSITE.get(stance)
