"""Given a sentence and its label, this stance and status; above all never the opposite side.

Minimal pairs: a sentence, its negation, an implicit negation, a conditional, the past and a prediction.

Each row is a label, the side of the plain sentence, and six sentences. The cue stands in <…>, the content in {…}.
A plain denial of opposition leaves the side open; then it is only asked that the reading is not turned round.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement

Judge = Callable[[str, str], Judgement]

ROWS: tuple[tuple[str, str, tuple[str, str, str, str, str, str]], ...] = (
    ("The harbor tunnel", "supports", (
        "The union <supports> {the harbor tunnel}.",
        "The union <does not support> {the harbor tunnel}.",
        "The union <refused to support> {the harbor tunnel}.",
        "The union <would support> {the harbor tunnel if the tolls are capped}.",
        "The union <used to support> {the harbor tunnel}.",
        "The union <is expected to support> {the harbor tunnel}.",
    )),
    ("The merger", "supports", (
        "The board <backs> {the merger}.",
        "The board <does not back> {the merger}.",
        "The board <declined to back> {the merger}.",
        "The board <would back> {the merger only if the jobs are kept}.",
        "The board <previously backed> {the merger}.",
        "The board <is likely to back> {the merger}.",
    )),
    ("A ceasefire", "supports", (
        "The rebels <want> {a ceasefire}.",
        "The rebels <do not want> {a ceasefire}.",
        "The rebels <ruled out> {a ceasefire}.",
        "The rebels <would accept> {a ceasefire provided that prisoners are freed}.",
        "The rebels <had once demanded> {a ceasefire}.",
        "The rebels <are expected to demand> {a ceasefire}.",
    )),
    ("The night ferry", "supports", (
        "The mayor <welcomed> {the night ferry}.",
        "The mayor <did not welcome> {the night ferry}.",
        "The mayor <dismissed> {the night ferry}.",
        "The mayor <could accept> {the night ferry as long as the noise stops at eleven}.",
        "The mayor <had originally welcomed> {the night ferry}.",
        "The mayor <is set to welcome> {the night ferry}.",
    )),
    ("The sugar levy", "supports", (
        "Doctors <called for> {the sugar levy}.",
        "Doctors <did not call for> {the sugar levy}.",
        "Doctors <stopped short of backing> {the sugar levy}.",
        "Doctors <would agree to> {the sugar levy if the money goes to clinics}.",
        "Doctors <initially called for> {the sugar levy}.",
        "Doctors <are due to call for> {the sugar levy}.",
    )),
    ("The school closure", "opposes", (
        "Parents <oppose> {the school closure}.",
        "Parents <do not oppose> {the school closure}.",
        "Parents <have dropped their opposition to> {the school closure}.",
        "Parents <would accept> {the school closure only if buses run}.",
        "Parents <used to oppose> {the school closure}.",
        "Parents <are expected to oppose> {the school closure}.",
    )),
    ("The wind farm", "opposes", (
        "Fishermen <reject> {the wind farm}.",
        "Fishermen <do not reject> {the wind farm}.",
        "Fishermen <no longer reject> {the wind farm}.",
        "Fishermen <would accept> {the wind farm provided that a corridor stays open}.",
        "Fishermen <had previously rejected> {the wind farm}.",
        "Fishermen <are likely to reject> {the wind farm}.",
    )),
    ("The curfew", "opposes", (
        "Bar owners <denounced> {the curfew}.",
        "Bar owners <did not denounce> {the curfew}.",
        "Bar owners <refused to denounce> {the curfew}.",
        "Bar owners <could live with> {the curfew if it ends in June}.",
        "Bar owners <had earlier denounced> {the curfew}.",
        "Bar owners <are set to denounce> {the curfew}.",
    )),
    ("The pipeline", "opposes", (
        "The tribe <is against> {the pipeline}.",
        "The tribe <is not against> {the pipeline}.",
        "The tribe <would not object to> {the pipeline}.",
        "The tribe <would agree to> {the pipeline on condition that it avoids the lake}.",
        "The tribe <was formerly against> {the pipeline}.",
        "The tribe <is expected to fight> {the pipeline}.",
    )),
    ("The trade deal", "supports", (
        "Farmers <endorsed> {the trade deal}.",
        "Farmers <have not endorsed> {the trade deal}.",
        "Farmers <walked out over> {the trade deal}.",
        "Farmers <would endorse> {the trade deal if beef is left out}.",
        "Farmers <had initially endorsed> {the trade deal}.",
        "Farmers <are tipped to endorse> {the trade deal}.",
    )),
    ("The rent freeze", "supports", (
        "Tenants <demanded> {the rent freeze}.",
        "Tenants <did not demand> {the rent freeze}.",
        "Tenants <abandoned> {the rent freeze}.",
        "Tenants <would accept> {the rent freeze only if repairs continue}.",
        "Tenants <previously demanded> {the rent freeze}.",
        "Tenants <are predicted to demand> {the rent freeze}.",
    )),
    ("The new stadium", "supports", (
        "The club <is in favor of> {the new stadium}.",
        "The club <is not in favor of> {the new stadium}.",
        "The club <backed away from> {the new stadium}.",
        "The club <would support> {the new stadium as long as the city pays for the roads}.",
        "The club <was originally in favor of> {the new stadium}.",
        "The club <is poised to favor> {the new stadium}.",
    )),
    ("The data center", "opposes", (
        "Neighbors <object to> {the data center}.",
        "Neighbors <do not object to> {the data center}.",
        "Neighbors <have no objection to> {the data center}.",
        "Neighbors <would accept> {the data center unless it drains the wells}.",
        "Neighbors <used to object to> {the data center}.",
        "Neighbors <are likely to object to> {the data center}.",
    )),
    ("The peace plan", "supports", (
        "The minister <praised> {the peace plan}.",
        "The minister <did not praise> {the peace plan}.",
        "The minister <scoffed at> {the peace plan}.",
        "The minister <would sign> {the peace plan if the border stays}.",
        "The minister <had once praised> {the peace plan}.",
        "The minister <is scheduled to praise> {the peace plan}.",
    )),
    ("The pension reform", "opposes", (
        "Teachers <condemned> {the pension reform}.",
        "Teachers <did not condemn> {the pension reform}.",
        "Teachers <declined to condemn> {the pension reform}.",
        "Teachers <would drop their protest against> {the pension reform if it starts later}.",
        "Teachers <had previously condemned> {the pension reform}.",
        "Teachers <are expected to condemn> {the pension reform}.",
    )),
    ("The dam", "supports", (
        "The ministry <insists on> {the dam}.",
        "The ministry <does not insist on> {the dam}.",
        "The ministry <scrapped> {the dam}.",
        "The ministry <is ready for> {the dam provided that the river keeps its flow}.",
        "The ministry <formerly insisted on> {the dam}.",
        "The ministry <is likely to insist on> {the dam}.",
    )),
    ("The congestion charge", "opposes", (
        "Drivers <are opposed to> {the congestion charge}.",
        "Drivers <are not opposed to> {the congestion charge}.",
        "Drivers <have stopped opposing> {the congestion charge}.",
        "Drivers <would pay> {the congestion charge only if buses improve}.",
        "Drivers <had long opposed> {the congestion charge}.",
        "Drivers <are set to oppose> {the congestion charge}.",
    )),
    ("The vaccine mandate", "supports", (
        "Nurses <defended> {the vaccine mandate}.",
        "Nurses <did not defend> {the vaccine mandate}.",
        "Nurses <resisted> {the vaccine mandate}.",
        "Nurses <would accept> {the vaccine mandate so long as there are exemptions}.",
        "Nurses <had once defended> {the vaccine mandate}.",
        "Nurses <are expected to defend> {the vaccine mandate}.",
    )),
    ("The arms sale", "opposes", (
        "Senators <criticized> {the arms sale}.",
        "Senators <did not criticize> {the arms sale}.",
        "Senators <refused to criticize> {the arms sale}.",
        "Senators <would approve> {the arms sale if the reports are published}.",
        "Senators <had earlier criticized> {the arms sale}.",
        "Senators <are likely to criticize> {the arms sale}.",
    )),
    ("The tram line", "supports", (
        "Shopkeepers <are keen on> {the tram line}.",
        "Shopkeepers <are not keen on> {the tram line}.",
        "Shopkeepers <have doubts about> {the tram line}.",
        "Shopkeepers <could support> {the tram line if the works take one summer}.",
        "Shopkeepers <used to be keen on> {the tram line}.",
        "Shopkeepers <are expected to support> {the tram line}.",
    )),
    ("A second vote", "supports", (
        "The opposition <urged> {a second vote}.",
        "The opposition <did not urge> {a second vote}.",
        "The opposition <rejected> {a second vote}.",
        "The opposition <would accept> {a second vote on condition that monitors attend}.",
        "The opposition <had previously urged> {a second vote}.",
        "The opposition <is expected to urge> {a second vote}.",
    )),
    ("The fishing ban", "supports", (
        "Biologists <favor> {the fishing ban}.",
        "Biologists <do not favor> {the fishing ban}.",
        "Biologists <called for an end to> {the fishing ban}.",
        "Biologists <would favor> {the fishing ban only if crews are paid}.",
        "Biologists <used to favor> {the fishing ban}.",
        "Biologists <are likely to favor> {the fishing ban}.",
    )),
    ("The border wall", "opposes", (
        "Ranchers <fought> {the border wall}.",
        "Ranchers <did not fight> {the border wall}.",
        "Ranchers <gave up fighting> {the border wall}.",
        "Ranchers <would allow> {the border wall if gates are built}.",
        "Ranchers <had once fought> {the border wall}.",
        "Ranchers <are expected to fight> {the border wall}.",
    )),
    ("The casino", "opposes", (
        "The churches <protested against> {the casino}.",
        "The churches <did not protest against> {the casino}.",
        "The churches <ended their protest against> {the casino}.",
        "The churches <would tolerate> {the casino as long as it closes on Sundays}.",
        "The churches <had previously protested against> {the casino}.",
        "The churches <are expected to protest against> {the casino}.",
    )),
    ("The loan", "supports", (
        "The bank <approved> {the loan}.",
        "The bank <has not approved> {the loan}.",
        "The bank <blocked> {the loan}.",
        "The bank <would approve> {the loan if the budget is cut}.",
        "The bank <had originally approved> {the loan}.",
        "The bank <is due to approve> {the loan}.",
    )),
    ("The amnesty", "supports", (
        "Lawyers <pleaded for> {the amnesty}.",
        "Lawyers <did not plead for> {the amnesty}.",
        "Lawyers <refused> {the amnesty}.",
        "Lawyers <would accept> {the amnesty only if the guards are tried}.",
        "Lawyers <had earlier pleaded for> {the amnesty}.",
        "Lawyers <are likely to plead for> {the amnesty}.",
    )),
    ("The bus cuts", "opposes", (
        "Riders <resent> {the bus cuts}.",
        "Riders <do not resent> {the bus cuts}.",
        "Riders <have come round to> {the bus cuts}.",
        "Riders <could live with> {the bus cuts if fares fall}.",
        "Riders <used to resent> {the bus cuts}.",
        "Riders <are expected to resist> {the bus cuts}.",
    )),
    ("The quota", "supports", (
        "The growers <proposed> {the quota}.",
        "The growers <did not propose> {the quota}.",
        "The growers <withdrew> {the quota}.",
        "The growers <would accept> {the quota unless prices fall}.",
        "The growers <had initially proposed> {the quota}.",
        "The growers <are poised to propose> {the quota}.",
    )),
    ("The embargo", "opposes", (
        "Exporters <slammed> {the embargo}.",
        "Exporters <did not slam> {the embargo}.",
        "Exporters <declined to slam> {the embargo}.",
        "Exporters <would back> {the embargo if others join}.",
        "Exporters <had once slammed> {the embargo}.",
        "Exporters <are set to slam> {the embargo}.",
    )),
    ("The digital euro", "supports", (
        "The governor <champions> {the digital euro}.",
        "The governor <does not champion> {the digital euro}.",
        "The governor <is skeptical of> {the digital euro}.",
        "The governor <would consider> {the digital euro provided that privacy is kept}.",
        "The governor <formerly championed> {the digital euro}.",
        "The governor <is expected to champion> {the digital euro}.",
    )),
    ("The water price", "opposes", (
        "Households <dispute> {the water price}.",
        "Households <do not dispute> {the water price}.",
        "Households <no longer dispute> {the water price}.",
        "Households <would pay> {the water price only if leaks are fixed}.",
        "Households <had previously disputed> {the water price}.",
        "Households <are expected to dispute> {the water price}.",
    )),
    ("The joint patrol", "supports", (
        "The admiral <promised> {the joint patrol}.",
        "The admiral <did not promise> {the joint patrol}.",
        "The admiral <vetoed> {the joint patrol}.",
        "The admiral <is prepared for> {the joint patrol as long as command is shared}.",
        "The admiral <had originally promised> {the joint patrol}.",
        "The admiral <is likely to promise> {the joint patrol}.",
    )),
    ("The smoking ban", "supports", (
        "The hospital <hailed> {the smoking ban}.",
        "The hospital <did not hail> {the smoking ban}.",
        "The hospital <mocked> {the smoking ban}.",
        "The hospital <would support> {the smoking ban if patients are asked}.",
        "The hospital <had once hailed> {the smoking ban}.",
        "The hospital <is expected to hail> {the smoking ban}.",
    )),
    ("The land swap", "opposes", (
        "The villagers <ruled out> {the land swap}.",
        "The villagers <did not rule out> {the land swap}.",
        "The villagers <have not excluded> {the land swap}.",
        "The villagers <would agree to> {the land swap in exchange for a road}.",
        "The villagers <had previously ruled out> {the land swap}.",
        "The villagers <are expected to rule out> {the land swap}.",
    )),
    ("The lock repair", "supports", (
        "The guild {signed a letter in support of the lock repair}.",
        "The guild {signed a letter opposing the lock repair}.",
        "The guild {handed in a petition against the lock repair}.",
        "The guild <would sign> {the letter on the lock repair only if the toll stays low}.",
        "The guild <had once supported> {the lock repair}.",
        "The guild <is expected to support> {the lock repair}.",
    )),
    ("The eel quota", "supports", (
        "The anglers <see a case for> {the eel quota}.",
        "The anglers <see no case for> {the eel quota}.",
        "The anglers <will not hear of> {the eel quota}.",
        "The anglers <would accept> {the eel quota only if trawlers keep to it}.",
        "The anglers <had once called for> {the eel quota}.",
        "The anglers <are expected to call for> {the eel quota}.",
    )),
)  # fmt: skip

VARIANTS = ("plain", "negation", "implicit negation", "conditional", "past", "prediction")

OPPOSITE = {"supports": "opposes", "opposes": "supports"}

KNOWN = {
    "Doctors <stopped short of backing> {the sugar levy}.": "stopping short of support is read as going both ways",
}
"""Sentences that are read otherwise, with the reason."""


def cases() -> list[object]:
    found = []
    for label, side, sentences in ROWS:
        for variant, sentence in zip(VARIANTS, sentences, strict=True):
            reason = KNOWN.get(sentence)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            found.append(pytest.param(label, side, variant, sentence, marks=marks, id=f"{variant}: {sentence}"))
    return found


@pytest.mark.parametrize(("label", "side", "variant", "sentence"), cases())
def test_reads_the_pair(judge: Judge, label: str, side: str, variant: str, sentence: str) -> None:
    judgement = judge(sentence, label)
    match variant:
        case "plain":
            assert judgement.stance == side
        case "negation" | "implicit negation" if side == "supports":
            assert judgement.stance == "opposes"
        case "negation" | "implicit negation":
            assert judgement.stance != "opposes"
        case "conditional":
            assert judgement.stance == "conditional"
            assert judgement.condition is not None
        case "past":
            assert judgement.status == "past"
            assert judgement.stance != OPPOSITE[side]
        case _:
            assert (judgement.status, judgement.stance) == ("expected", "unclear")


def test_every_known_failure_is_a_row() -> None:
    assert set(KNOWN) <= {sentence for _, _, sentences in ROWS for sentence in sentences}
