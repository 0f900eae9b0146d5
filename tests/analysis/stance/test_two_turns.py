"""Given a sentence in which one turn meets another, the side that both together take, and the pair with one turn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]

CASES: dict[str, tuple[tuple[str, Stance, str], ...]] = {
    "what a motion, a call or an attempt is for": (
        ("A new pier", "supports", "The treasurer <resisted> {calls to scrap the pier}."),
        ("A new pier", "supports", "The assembly <rejected> {a motion to scrap the pier}."),
        ("A new pier", "opposes", "The assembly <rejected> {a motion to fund the pier}."),
        ("A new pier", "supports", "The party {<blocked> an attempt to stop the pier}."),
        ("Merger", "supports", "The shareholders {<threw out> a proposal to abandon the merger}."),
    ),
    "what somebody is blamed for": (
        ("Levy on drinks", "supports", "The league <criticised> {the minister for dropping the levy}."),
        ("Levy on drinks", "opposes", "The league <criticised> {the minister for raising the levy}."),
        ("Levy on drinks", "supports", "The league <attacked> {lawmakers who voted against the levy}."),
        ("Levy on drinks", "supports", "The league <criticised> {the minister for failing to collect the levy}."),
        ("Levy on drinks", "unclear", "The league <accused> {the minister of weakening the levy}."),
    ),
    "what is brought against the matter, and those who are against it": (
        ("A new pier", "opposes", "The anglers {<have joined> the fight against the pier}."),
        ("A new pier", "opposes", "The anglers {<joined> opponents of the pier}."),
        ("A new pier", "supports", "The anglers <lost patience with> {opponents of the pier}."),
        ("A new pier", "unclear", "The anglers <called on> {opponents of the pier to give up}."),
        ("A new pier", "unclear", "The anglers <refused> {to sign a petition against the pier}."),
        ("A new pier", "opposes", "The anglers <signed> {a petition against the pier}."),
    ),
    "a fight that is given up, or is not": (
        ("A new pier", "unclear", "The anglers {<called off> their protest against the pier}."),
        ("A new pier", "opposes", "The anglers <refused> {to call off their protest against the pier}."),
        ("A new pier", "unclear", "The anglers <have given up their fight against> {the pier}."),
        ("A new pier", "opposes", "The anglers {<are not giving up their opposition to> the pier}."),
        ("A new pier", "unclear", "The anglers {<ceased to oppose> the pier}."),
    ),
    "support that is given up, or is no secret": (
        ("A new pier", "opposes", "The guild {<has stopped supporting> the pier}."),
        ("A new pier", "opposes", "The guild {<took back> its support for the pier}."),
        ("A new pier", "opposes", "The guild ended its <support for> {the pier}."),
        ("A new pier", "supports", "The guild voiced its <support for> {the pier}."),
        ("A new pier", "unclear", "The guild <regretted> {having backed the pier}."),
        ("A new pier", "unclear", "The guild <apologised for> {backing the pier}."),
        ("A new pier", "supports", "The guild {<has made no secret of its support for> the pier}."),
        ("A new pier", "unclear", "The guild {<has yet to approve> the pier}."),
    ),
    "what somebody is warned to leave": (
        ("Ceasefire", "supports", "The bishop <warned> {the president not to reject the ceasefire}."),
        ("Closure of the mine", "opposes", "The bishop <warned> {the ministry not to close the mine}."),
        ("Closure of the mine", "supports", "The bishop <warned> {the ministry not to delay the closure}."),
        ("Ceasefire", "supports", "The bishop <warned> {lawmakers against voting down the ceasefire}."),
        ("Ceasefire", "opposes", "The bishop <warned> {lawmakers against voting for the ceasefire}."),
    ),
    "what is preferred": (
        ("A new pier", "opposes", "The anglers <would rather keep> {the ferry than build a pier}."),
        ("A new pier", "supports", "The anglers <would rather have> {a pier than more ferries}."),
        ("Levy on drinks", "opposes", "The league <wants> {a ban instead of the levy}."),
        ("Levy on drinks", "supports", "The league <wants> {the levy instead of a ban}."),
        ("A new pier", "opposes", "The anglers <said> {ferries were better than a pier}."),
        ("A new pier", "supports", "The anglers <said> {a pier was better than ferries}."),
        ("A new pier", "opposes", "The anglers <support> {neither the pier nor a ferry}."),
        ("A new pier", "unclear", "The anglers <oppose> {neither the pier nor a ferry}."),
        ("A new pier", "unclear", "The anglers <insist on> {a vote before the pier}."),
    ),
    "what is not kept to": (
        ("Ban on diesel cars", "opposes", "The drivers {<voted> to defy the ban}."),
        ("Ban on diesel cars", "supports", "The drivers {<voted> to uphold the ban}."),
        ("Ceasefire", "opposes", "The general <ordered> {his troops to ignore the ceasefire}."),
        ("Ceasefire", "opposes", "The rebels <threatened> {to walk away from the ceasefire}."),
        ("A new pier", "unclear", "The mayor {<ignored> warnings about the pier}."),
        ("A new pier", "unclear", "The mayor {<ignored> a question about the pier}."),
        ("A new pier", "opposes", "The mayor {<ignored> calls for a pier}."),
    ),
    "what is to go, to stay out, or to come later": (
        ("Curfew", "opposes", "The club <wants> {the curfew to go}."),
        ("Curfew", "supports", "The club <wants> {the curfew to go ahead}."),
        ("Ban on diesel cars", "supports", "The club <said> {that diesel cars must stay out of the centre}."),
        ("Ban on diesel cars", "opposes", "The club <said> {that diesel cars must stay in the centre}."),
        ("A new pier", "opposes", "The club {<voted> to keep the pier out of the bay}."),
        ("A new pier", "unclear", "The club <said> {the pier should be built elsewhere}."),
        ("A new pier", "supports", "The club <said> {the pier should be built}."),
    ),
    "what harm is bound to": (
        ("Closure of the mine", "supports", "The union <threatened> {to strike unless the mine is closed}."),
        ("Closure of the mine", "opposes", "The union <threatened> {to strike unless the mine stays open}."),
        ("Curfew", "supports", "The union <threatened> {to sue if the curfew is lifted}."),
    ),
    "what is folly, or was wrong": (
        ("The river treaty", "supports", "The party <said> {the cabinet would be mad not to sign the treaty}."),
        ("The river treaty", "opposes", "The party <said> {the cabinet would be mad to sign the treaty}."),
        ("The river treaty", "supports", "The party <said> {it had been wrong to oppose the treaty}."),
        ("The river treaty", "opposes", "The party <said> {it had been wrong to support the treaty}."),
    ),
    "what nobody sees a reason for": (
        ("A new pier", "opposes", "The club <does not see> {why the pier should be built}."),
        ("A new pier", "unclear", "The club <does not see> {why the pier should be stopped}."),
        ("A new pier", "unclear", "The club <asked> {why the pier had been delayed}."),
        ("Levy on drinks", "opposes", "The club <is not convinced> {that the levy works}."),
        ("Levy on drinks", "unclear", "The club <doubts> {that the levy can be stopped}."),
        ("Levy on drinks", "opposes", "The club <doubts> {that the levy will help}."),
    ),
    "a vote against what the label ends": (
        ("Abolishing the exemption", "supports", "The dean <urged> {lawmakers to vote against the exemption}."),
        ("Ban on diesel cars", "opposes", "The dean <urged> {lawmakers to vote against the ban}."),
    ),
    "a decision or a law that does the contrary": (
        (
            "Subsidy for farms",
            "supports",
            "The council {<voted down> an amendment that would have scrapped the subsidy}.",
        ),
        ("Subsidy for farms", "opposes", "The council <opposes> {a bill that would raise the subsidy}."),
        ("Cutting the subsidy", "supports", "The council <opposed> {the decision not to cut the subsidy}."),
        ("Cutting the subsidy", "opposes", "The council <supported> {the decision not to cut the subsidy}."),
        ("Subsidy for farms", "opposes", "The council <wants> {the subsidy out of the budget}."),
        ("Ban on diesel cars", "supports", "The council <wants> {diesel cars out of the centre}."),
    ),
    "nothing but, everything but, cannot help but": (
        ("Subsidy for farms", "supports", "The council {<has nothing but praise for> the subsidy}."),
        ("Subsidy for farms", "opposes", "The council {<has nothing but scorn for> the subsidy}."),
        ("Subsidy for farms", "supports", "The council {<cannot help but admire> the subsidy}."),
        ("Subsidy for farms", "opposes", "The council <supported> {everything but the subsidy}."),
        ("Subsidy for farms", "unclear", "The council <opposed> {everything but the subsidy}."),
    ),
    "what is left undone": (
        ("Subsidy for farms", "unclear", "The council {<will not give way on> the subsidy}."),
        ("Subsidy for farms", "unclear", "The council <refrained from> {backing the subsidy}."),
        ("Subsidy for farms", "unclear", "The council {<came close to backing> the subsidy}."),
        ("Subsidy for farms", "unclear", "The council <ruled out> {opposing the subsidy}."),
        ("Subsidy for farms", "supports", "The council <ruled out> {cutting the subsidy}."),
        ("Subsidy for farms", "supports", "The council {<will not budge on> the subsidy}."),
        ("Saving the subsidy", "unclear", "The council <did little to save> {the subsidy}."),
        ("Subsidy for farms", "unclear", "The council <said> {farms can survive without the subsidy}."),
        ("Subsidy for farms", "supports", "The council <said> {farms cannot survive without the subsidy}."),
    ),
    "calm, and fear for what may become of it": (
        ("Subsidy for farms", "unclear", "The council <called for> {calm over the subsidy}."),
        ("Subsidy for farms", "unclear", "The council <pushed for> {an end to the dispute over the subsidy}."),
        ("Subsidy for farms", "opposes", "The council <pushed for> {an end to the subsidy}."),
        ("Subsidy for farms", "unclear", "The council <is worried about> {the future of the subsidy}."),
    ),
    "harm that is condemned, whatever the matter": (
        ("Sale of the port", "unclear", "The dockers <condemned> {violence at a protest against the sale}."),
        ("Sale of the port", "opposes", "The dockers <condemned> {the sale}."),
    ),
    "what a side depends on": (
        ("A new pier", "conditional", "The anglers <will oppose> {the pier if fares rise}."),
        ("A new pier", "opposes", "The anglers <will oppose> {the pier even if fares fall}."),
        ("A new pier", "conditional", "The anglers <cannot support> {the pier without a slipway}."),
        ("A new pier", "opposes", "The anglers <cannot support> {the pier}."),
    ),
}


@pytest.mark.parametrize(
    ("label", "stance", "sentence"),
    [pytest.param(*case, id=f"{turn}: {case[2]}") for turn, cases in CASES.items() for case in cases],
)
def test_both_turns_count(judge: Judge, label: str, stance: Stance, sentence: str) -> None:
    assert judge(sentence, label).stance == stance


def test_opposition_that_may_come_is_expected(judge: Judge) -> None:
    assert judge("The anglers {<might oppose> the pier}.", "A new pier").status == "expected"


@pytest.mark.parametrize("end", ["until last year", "until recently"])
def test_a_position_that_was_held_until_then_is_past(judge: Judge, end: str) -> None:
    assert judge(f"The anglers <backed> {{the pier {end}}}.", "A new pier").status == "past"


def test_a_position_without_an_end_is_current(judge: Judge) -> None:
    assert judge("The anglers <backed> {the pier}.", "A new pier").status == "current"
