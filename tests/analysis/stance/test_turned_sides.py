"""Given a turn of phrase that is easily read the wrong way round, its side; and the same words where it is another.

Each rule stands with sentences of several fields, and with those that it must leave alone.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]

CASES: dict[str, tuple[tuple[str, Stance, str], ...]] = {
    "who is sorry about the end of a matter is for it, who is glad of it is against it": (
        ("The night trains", "supports", "Travellers <said> {they would be sorry to see the night trains go}."),
        ("The ferry", "supports", "The islanders <said> {they were sorry to lose the ferry}."),
        ("The deposit", "supports", "The clerk <said> {she was dismayed that the deposit had been shelved}."),
        ("The pier", "opposes", "The town <said> {it was glad to see the pier torn down}."),
        ("The curfew", "opposes", "Barkeepers <said> {they were relieved the curfew had been lifted}."),
        ("The curfew", "opposes", "Barkeepers <said> {they were furious that the curfew had been extended}."),
        ("The pier", "supports", "The town <said> {it was glad to see the pier rebuilt}."),
        ("Closing the pool", "opposes", "Swimmers <said> {they were sorry to see the pool closed}."),
    ),
    "an idiom ends a matter as a verb does": (
        ("Cutting the fund", "opposes", "The union <said> {taking the axe to the fund would be a mistake}."),
        ("The ferry", "opposes", "The firm {has put the ferry on ice}."),
        (
            "The levy",
            "supports",
            "The clerk <said> {she was dismayed that the levy had been kicked into the long grass}.",
        ),
        ("The ferry", "supports", "The islanders <said> {pulling the plug on the ferry would be a crime}."),
        ("The ferry", "supports", "The islanders <said> {abolishing ferries would be a crime}."),
        ("Ending the boycott", "supports", "The importers <want> {to put an end to the boycott}."),
        ("Ending the boycott", "supports", "The importers <said> {it was time to bring the boycott to an end}."),
        ("Ending the boycott", "opposes", "The exiles <said> {putting an end to the boycott would be a mistake}."),
        ("The boycott", "opposes", "The importers <want> {to bring the boycott to an end}."),
        ("The boycott", "opposes", "The importers <want> {to put an end to the boycott}."),
        ("The rent subsidy", "supports", "The party {voted against halving the rent subsidy}."),
        ("Closing the pool", "opposes", "The council {voted against closing the pool}."),
        ("The pool", "opposes", "The council {voted against building the pool}."),
        ("Bringing back conscription", "supports", "The colonel <said> {abolishing conscription had been a mistake}."),
    ),
    "a ban that the label ends is named by its whole name": (
        (
            "Lifting the diesel ban",
            "supports",
            "The carters <said> {the diesel ban should never have been brought in}.",
        ),
        ("Lifting the diesel ban", "opposes", "The carters <said> {the diesel ban was a blessing}."),
        (
            "Repealing the night curfew",
            "supports",
            "The youths <said> {the night curfew should never have been passed}.",
        ),
        ("The coal phase-out", "opposes", "The miners <called for> {an end to the phase-out}."),
    ),
    "an exemption takes from what the label names, whatever is exempted": (
        ("The smoking ban in parks", "supports", "The society <said> {there was no reason to exempt the parks}."),
        ("The smoking ban in parks", "opposes", "The society <said> {there was every reason to exempt the parks}."),
        ("The sugar tax", "supports", "The dentists <asked> {why milk should be let off}."),
        ("The school tax", "supports", "The parents <asked> {why farmers should be spared}."),
        ("The school tax", "opposes", "The parents <asked> {why farmers should pay}."),
    ),
    "too little of what is laid on somebody is no side yet, and speaks for more of it": (
        ("The levy", "unclear", "The anglers <said> {the levy was far too low}."),
        ("The ban on trawling", "unclear", "The anglers <said> {the ban was too weak}."),
        ("Raising the levy", "supports", "The anglers <said> {the levy was too low}."),
        ("Raising the minimum wage", "supports", "The union <said> {the minimum wage was too low}."),
        ("The levy", "opposes", "The anglers <said> {the levy was too high}."),
        ("The pay offer", "opposes", "The nurses <said> {the offer was too low}."),
        ("The speed limit", "opposes", "The drivers <said> {the limit was too low}."),
    ),
    "what cannot wait is wanted": (
        ("The tram", "supports", "Shoppers <said> {the longer the council waits, the worse the traffic gets}."),
        ("The vaccine", "supports", "“{Every day of delay costs lives},” the nurse <said>."),
        (
            "Raising the pension age",
            "supports",
            "The fund <said> {the longer a rise is put off, the more it will cost}.",
        ),
        ("The dike", "supports", "“{What are we waiting for?}” <said> the farmer."),
        ("Delaying the tram", "opposes", "Shoppers <said> {the longer the council waits, the worse the traffic gets}."),
        ("Ending the trade", "supports", "Vets <said> {the trade could not end soon enough}."),
        ("The trade", "opposes", "Vets <said> {the trade could not end soon enough}."),
        ("The ban on trawling", "unclear", "The widow <said> {the ban came too late}."),
    ),
    "who blames the opponents of a matter is for it": (
        ("The dam", "supports", "The minister <said> {those who oppose the dam are reckless}."),
        ("The dam", "opposes", "The minister <said> {those who back the dam are reckless}."),
        ("The dam", "opposes", "The minister <said> {those who oppose the dam are right}."),
        ("The dam", "unclear", "The minister <said> {those protesting the dam live in the valley}."),
        ("The dam", "unclear", "The bishop <said> {critics of the dam had never gone hungry}."),
        ("Scrapping the dam", "opposes", "The minister <said> {those who oppose the dam are reckless}."),
    ),
    "what nothing is reached by is not wanted": (
        ("The statue", "supports", "Veterans <said> {you cannot change history by removing a statue}."),
        (
            "The closure of the library",
            "opposes",
            "The author <said> {you do not balance a budget by closing libraries}.",
        ),
        ("The wall", "opposes", "The engineer <said> {you do not stop the sea by building a wall}."),
        ("Closing the mine", "opposes", "The miners <said> {the planet would not be saved by shutting one mine}."),
        ("The wall", "supports", "The engineer <said> {you cannot protect the town by removing the wall}."),
        ("The wall", "unclear", "The mayor <said> {she had not broken the law by building the wall}."),
    ),
    "what stays where it is is not moved or given back": (
        ("Returning the bronzes", "opposes", "The museum <said> {the bronzes were safe where they were}."),
        ("The loan of the crown", "opposes", "The museum <said> {the crown was fine where it was}."),
        ("The loan of the crown", "supports", "The museum <said> {the crown was not safe where it was}."),
        ("The crown", "supports", "The museum <said> {the crown should stay where it is}."),
        ("Returning the drum", "supports", "The museum {handed the drum back}."),
    ),
    "what is left as it is": (
        ("The fund", "supports", "The minister <promised> {not to touch the fund}."),
        ("The fund", "supports", "The minister <vowed> {never to tamper with the fund}."),
        ("Cutting the fund", "opposes", "The minister <promised> {not to touch the fund}."),
        ("The speed limit", "unclear", "The club <said> {there was no need to raise the limit}."),
        ("Raising the speed limit", "opposes", "The club <said> {there was no need to raise the limit}."),
        ("The speed limit", "opposes", "The club <said> {there was no need for the limit}."),
    ),
    "a comparison that nothing stands is praise": (
        ("The telescope", "supports", "Astronomers <said> {there was no better place on earth for the telescope}."),
        ("The pier", "supports", "The owner <said> {there was no better use for the money than the pier}."),
        ("The pier", "opposes", "The owner <said> {the pier was no better than the old one}."),
        ("The ferry", "unclear", "Islanders <said> {the ferry was the least of their worries}."),
    ),
    "who has no choice but to bear a matter does not praise it": (
        ("The charge", "unclear", "The plumbers <said> {they had no choice but to pass the charge on to customers}."),
        ("The link", "unclear", "The firm <said> {it had no choice but to pay for the link}."),
        ("The link", "supports", "The firm <said> {it had no choice but to build the link}."),
    ),
    "fears that prove groundless": (
        ("A higher wage", "supports", "She <said> {fears that a higher wage would kill jobs had proved groundless}."),
        ("The tram", "supports", "She <said> {the worries that the tram would empty the shops were unfounded}."),
        ("The tram", "opposes", "She <said> {the hopes that the tram would fill the shops were unfounded}."),
    ),
    "a matter is judged by its own words": (
        ("The ferry", "supports", "Islanders <said> {the benefits of the ferry outweighed the costs}."),
        ("The ferry", "opposes", "Islanders <said> {the costs of the ferry outweighed the benefits}."),
        ("The cable", "supports", "The operator <said> {the cable was harmless}."),
        ("The cable", "opposes", "The divers <said> {the cable was harmful}."),
        ("The depot", "opposes", "The developer <said> {the depot was past saving}."),
        ("The ferry", "opposes", "Islanders <said> {the ferry was not fit for purpose}."),
        ("The ferry", "supports", "Islanders <said> {the ferry would keep the village alive}."),
        ("The toll", "opposes", "Hauliers <said> {the toll was strangling the port}."),
        ("The toll", "opposes", "Hauliers <said> {the toll was bleeding them dry}."),
        ("The pier", "supports", "The town <said> {the pier was a blessing in disguise}."),
        ("The pier", "opposes", "The town <said> {the pier was vandalism dressed up as progress}."),
        ("The ban on trawling", "supports", "Divers <said> {they were overjoyed at the ban}."),
        ("The toll", "opposes", "The café owners <said> {they were sick and tired of the toll}."),
    ),
}


@pytest.mark.parametrize(
    ("sentence", "label", "stance"),
    [(sentence, label, stance) for cases in CASES.values() for label, stance, sentence in cases],
)
def test_reads_the_side_and_not_the_other(judge: Judge, sentence: str, label: str, stance: Stance) -> None:
    assert judge(sentence, label).stance == stance
