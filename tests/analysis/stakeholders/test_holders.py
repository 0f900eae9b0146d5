"""Given this source, these holders; given this text, this list of stakeholders."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import Actor, Attribution
from briefing.analysis.stakeholders.component import StakeholdersStep
from briefing.model import Span

Hold = Callable[..., list[str]]


@pytest.fixture
def hold(nlp: Language) -> Hold:
    """The names of the holders of the last of some sources, if it is kept; a source is (words, content words)."""

    def hold(text: str, *sources: tuple[str | None, str]) -> list[str]:
        actors, attributions = run(nlp, text, *sources)
        names = {actor.id: actor.name for actor in actors}
        return [names[holder] for holder in attributions[-1].holders] if attributions else []

    return hold


def run(nlp: Language, text: str, *sources: tuple[str | None, str]) -> tuple[list[Actor], list[Attribution]]:
    """Actors and attributions after the step, with attributions as given."""
    doc: Doc = nlp.make_doc(text)
    for name, component in nlp.pipeline:
        doc = component(doc)
        if name == "briefing_coreference":
            break
    doc._.briefing_attributions = tuple(
        Attribution(
            id=f"a{number}",
            source=Span(text.rindex(source), text.rindex(source) + len(source)) if source else None,
            cue=None,
            content=(Span(text.index(content), text.index(content) + len(content)),),
            form="direct" if content.startswith("“") else "indirect",
        )
        for number, (source, content) in enumerate(sources, 1)
    )
    doc = StakeholdersStep()(doc)
    return list(doc._.briefing_actors), list(doc._.briefing_attributions)


def test_a_name_is_its_actor(hold: Hold) -> None:
    assert hold("Clara Hobbins said the plan was dead.", ("Clara Hobbins", "the plan was dead")) == ["Clara Hobbins"]


def test_a_source_with_title_and_apposition(hold: Hold) -> None:
    text = "Mayor Clara Hobbins, who took office in May, said the plan was dead."
    assert hold(text, ("Mayor Clara Hobbins, who took office in May,", "the plan was dead")) == ["Clara Hobbins"]


def test_some_of_the_members_of_a_body_are_neither_the_body_nor_its_majority(hold: Hold) -> None:
    text = "A majority of the Port Board backed the levy; three of its nine members voted against it."
    assert hold(text, ("three of its nine members", "voted against it")) == ["three of its nine members"]


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("MEMORANDUM\n\nTo: Harbour Master\nFrom: Harbour Policy Unit\n\n", ["Harbour Policy Unit"]),
        ("FROM: PORT OFFICE HARWICK\n\n", ["PORT OFFICE HARWICK"]),
        (
            "Desk note: the levy on ships\n\nBaltic Fisheries Agency, 3 October. Not for circulation.\n\n",
            ["Baltic Fisheries Agency"],
        ),
        ("The levy on ships\n\n", []),
    ],
)
def test_we_in_a_memo_is_who_wrote_it(hold: Hold, head: str, author: list[str]) -> None:
    text = f"{head}The council has voted on the matter. We expect the levy to pass in the spring."
    assert hold(text, ("We", "the levy to pass")) == author


def test_i_in_a_memo_is_who_wrote_it(hold: Hold) -> None:
    text = "FROM: PORT OFFICE HARWICK\n\nThe council has voted. I expect the levy to pass in the spring."
    assert hold(text, ("I", "the levy to pass")) == ["PORT OFFICE HARWICK"]


@pytest.mark.parametrize(
    ("text", "source", "holder"),
    [
        ("A skippers’ committee would go, its members say, if it paid.", "its members", "skippers’ committee"),
        ("Denmark signed it. Its chargé d’affaires said it was fair.", "Its chargé d’affaires", "Denmark"),
    ],
)
def test_members_and_envoys_speak_for_whose_they_are(hold: Hold, text: str, source: str, holder: str) -> None:
    assert hold(text, (source, text.partition(" it ")[0])) == [holder]


def test_a_person_in_apposition_to_what_looks_like_a_body(hold: Hold) -> None:
    text = "Minister Tom Ruiz had hopes. His Kyrgyz opposite number, Karl Holm, denied it."
    assert hold(text, ("His Kyrgyz opposite number, Karl Holm,", "denied it")) == ["Karl Holm"]


def test_a_description_of_several_with_their_names_after_it(hold: Hold) -> None:
    text = "Two board members, Sir Neil Grant and Joan Okoro, voted against the deal."
    source = "Two board members, Sir Neil Grant and Joan Okoro,"
    assert hold(text, (source, "the deal")) == ["Neil Grant", "Joan Okoro"]


def test_a_description_with_the_name_after_it(hold: Hold) -> None:
    text = "The federation will sue. Its president, Clara Hobbins, said the plan was dead."
    assert hold(text, ("Its president, Clara Hobbins,", "the plan was dead")) == ["Clara Hobbins"]


def test_a_coordinated_source_has_two_holders(hold: Hold) -> None:
    assert hold("France and Germany want a say in any accord.", ("France and Germany", "a say in any accord")) == [
        "France",
        "Germany",
    ]


def test_a_pronoun_is_whom_it_means(hold: Hold) -> None:
    text = "Clara Hobbins arrived on Monday. She said the plan was dead."
    assert hold(text, ("She", "the plan was dead")) == ["Clara Hobbins"]


def test_nobody_is_nobody(hold: Hold) -> None:
    assert hold("Nobody expects the plan to pass.", ("Nobody", "the plan to pass")) == []


def test_two_unnamed_sources_are_two(nlp: Language) -> None:
    text = "A senior European diplomat called the draft a trap. Another European official said it was a start."
    _, attributions = run(
        nlp, text, ("A senior European diplomat", "the draft a trap"), ("Another European official", "it was a start")
    )
    first, second = (attribution.holders for attribution in attributions)
    assert len(first) == len(second) == 1
    assert first != second


def test_an_unnamed_source_keeps_its_description(hold: Hold) -> None:
    text = "Two people familiar with the talks said the draft was thin."
    assert hold(text, ("Two people familiar with the talks", "the draft was thin")) == [
        "Two people familiar with the talks"
    ]


def test_an_unnamed_source_is_a_group_but_the_holder_of_an_office_a_person(nlp: Language) -> None:
    text = "A senior diplomat doubted it. The foreign minister of Peru said it was a start."
    actors, _ = run(nlp, text, ("A senior diplomat", "it"), ("The foreign minister of Peru", "it was a start"))
    kinds = {actor.name: actor.kind for actor in actors}
    assert kinds["senior diplomat"] == "group"
    assert kinds["foreign minister of Peru"] == "person"


def test_a_spokesman_speaks_for_the_body(hold: Hold) -> None:
    text = "A spokesman for the Rail Safety Commission said it had warned the firm."
    assert hold(text, ("A spokesman for the Rail Safety Commission", "it had warned the firm")) == [
        "Rail Safety Commission"
    ]


def test_a_named_spokesman_speaks_himself(hold: Hold) -> None:
    text = "Robert Crane, a spokesman for the Rail Safety Commission, said it had warned the firm."
    source = "Robert Crane, a spokesman for the Rail Safety Commission,"
    assert hold(text, (source, "it had warned the firm")) == ["Robert Crane"]


def test_a_report_gives_the_words_of_its_author(hold: Hold) -> None:
    text = "A report by the Rail Safety Commission found that brakes were worn."
    assert hold(text, ("A report by the Rail Safety Commission", "brakes were worn")) == ["Rail Safety Commission"]


def test_i_is_the_speaker_of_the_quotation(hold: Hold) -> None:
    text = "“I fear the plan is dead,” Clara Hobbins said."
    assert hold(text, ("Clara Hobbins", "“I fear the plan is dead,”"), ("I", "the plan is dead")) == ["Clara Hobbins"]


def test_we_is_the_side_of_the_speaker(hold: Hold) -> None:
    text = "“We want a ban,” said Clara Hobbins, president of the Coastal Fisheries Federation."
    source = "Clara Hobbins, president of the Coastal Fisheries Federation"
    assert hold(text, (source, "“We want a ban,”"), ("We", "a ban")) == ["Coastal Fisheries Federation"]


def test_you_is_left_alone(hold: Hold) -> None:
    text = "“You promised a ban,” Clara Hobbins said."
    assert hold(text, ("Clara Hobbins", "“You promised a ban,”"), ("You", "a ban")) == []


def test_one_of_a_group_speaks_for_the_group(hold: Hold) -> None:
    text = "Two Gulf diplomats doubted the plan. One of the diplomats called it a trap."
    assert hold(text, ("One of the diplomats", "it a trap")) == ["Two Gulf diplomats"]


# The list


def test_holders_are_listed_and_places_are_not(nlp: Language) -> None:
    actors, _ = run(nlp, "Clara Hobbins said in Oslo the plan was dead.", ("Clara Hobbins", "the plan was dead"))
    listed = {actor.name for actor in actors if actor.is_stakeholder}
    assert listed == {"Clara Hobbins"}


def test_who_says_most_comes_first(nlp: Language) -> None:
    text = "Robert Crane said it was late. Clara Hobbins said it was dead. Clara Hobbins added that nobody cared."
    actors, _ = run(
        nlp,
        text,
        ("Robert Crane", "it was late"),
        ("Clara Hobbins", "it was dead"),
        ("Clara Hobbins", "that nobody cared"),
    )
    assert [actor.name for actor in actors if actor.is_stakeholder][:2] == ["Clara Hobbins", "Robert Crane"]


def test_a_main_actor_without_a_statement_is_listed(nlp: Language) -> None:
    actors, _ = run(
        nlp, "Russia shelled the port. Clara Hobbins said it was a crime.", ("Clara Hobbins", "it was a crime")
    )
    assert "Russia" in {actor.name for actor in actors if actor.is_stakeholder}


def test_every_listed_actor_says_why(nlp: Language) -> None:
    actors, _ = run(nlp, "Clara Hobbins said the plan was dead.", ("Clara Hobbins", "the plan was dead"))
    assert actors[0].reasons[-1] == "listed: holds 1 statement"


def test_the_reason_stands_on_the_attribution(nlp: Language) -> None:
    _, attributions = run(nlp, "Clara Hobbins said the plan was dead.", ("Clara Hobbins", "the plan was dead"))
    assert attributions[0].reasons == ("holder: named Clara Hobbins",)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Few", "Few expect a settlement this year."),
        ("This note", "This note sets out a settlement this year."),
        ("An earlier draft", "An earlier draft put a settlement this year at risk."),
        ("The proposal", "The proposal would bring a settlement this year."),
    ],
)
def test_papers_and_a_bare_few_hold_nothing(hold: Hold, source: str, text: str) -> None:
    assert hold(text, (source, "a settlement this year")) == []


@pytest.mark.parametrize("source", ["Few growers", "Hardly any grower", "Not all growers", "Not everyone in the hall"])
def test_of_a_few_or_not_all_nobody_can_be_named(nlp: Language, source: str) -> None:
    actors, attributions = run(nlp, f"{source} wanted a settlement.", (source, "a settlement"))
    assert not attributions
    assert not [actor for actor in actors if actor.is_stakeholder]


def test_a_headline_is_told_again_below_it(nlp: Language) -> None:
    doc = nlp(
        "Unions walk out of talks\n\nThe miners' union walked out of talks on Monday. Its leader said it was fed up."
    )
    found = doc._.briefing_attributions
    assert found
    assert all(attribution.content[0].start > doc.text.index("\n") for attribution in found)


def test_not_only_the_growers_are_the_growers(hold: Hold) -> None:
    assert hold("Not only the growers wanted a settlement.", ("Not only the growers", "a settlement")) != []


def test_which_behind_a_name_is_who_is_named(hold: Hold) -> None:
    text = "He asked the insurer, Costa Mutua, which argues that the ship was lost."
    assert hold(text, ("which", "that the ship was lost")) == ["Costa Mutua"]


def test_an_office_with_its_remit_is_no_part_of_a_name(hold: Hold) -> None:
    text = "Undersecretary of State Peter Dunning said the plan was dead."
    assert hold(text, ("Undersecretary of State Peter Dunning", "the plan was dead")) == ["Peter Dunning"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The board denied that Mayor Clara Hobbins supports the tax.", ["board"]),
        ("Two aides doubted that Mayor Clara Hobbins supports the tax.", ["Two aides"]),
        ("The board said that Mayor Clara Hobbins supports the tax.", ["Clara Hobbins", "board"]),
        ("Asked whether the tax would rise, Mayor Clara Hobbins said that nobody knew.", ["Clara Hobbins"]),
        ("Asked whether he would resign, Tom Crane said he had not decided.", ["Tom Crane"]),
    ],
)
def test_what_is_denied_of_somebody_is_not_hers_nor_what_she_is_asked(
    nlp: Language, text: str, kept: list[str]
) -> None:
    doc = nlp(text)
    names = {actor.id: actor.name for actor in doc._.briefing_actors}
    holders = [names[holder] for attribution in doc._.briefing_attributions for holder in attribution.holders]
    assert sorted(holders) == sorted(kept)


# Two at once


@pytest.mark.parametrize("source", ["the two governments", "both governments", "Each side", "Neither government"])
def test_a_pair_gives_its_statement_to_both(hold: Hold, source: str) -> None:
    text = f"Norway and Iceland met on Monday. It was late when {source} rejected the draft."
    assert hold(text, (source, "rejected the draft")) == ["Norway", "Iceland"]


def test_both_leaders_are_the_two_persons(hold: Hold) -> None:
    text = "Clara Hobbins and Robert Crane met in Oslo. Both leaders rejected the draft."
    assert hold(text, ("Both leaders", "rejected the draft")) == ["Clara Hobbins", "Robert Crane"]


def test_a_pair_that_is_not_sure_stays_a_group(hold: Hold) -> None:
    text = "Norway, Iceland and Denmark met on Monday. Both governments rejected the draft."
    assert hold(text, ("Both governments", "rejected the draft")) == ["Both governments"]


def test_what_only_rises_or_falls_is_nobody(hold: Hold) -> None:
    text = "Metal prices have fallen by a third, raising doubts about the mine. Metal traders have doubts about it."
    assert hold(text, ("Metal prices", "doubts about the mine")) == []
    assert hold(text, ("Metal traders", "doubts about it")) == ["Metal traders"]


def test_a_bare_share_is_nobody(hold: Hold) -> None:
    text = "In a survey 46 per cent of residents support the toll, 41 per cent oppose it."
    assert hold(text, ("41 per cent", "oppose it")) == []


def test_a_body_whose_name_ends_like_a_thing_is_still_a_body(nlp: Language) -> None:
    text = "The World Shelter Programme said that tents were needed."
    actors, _ = run(nlp, text, ("The World Shelter Programme", "tents were needed"))
    assert [actor.kind for actor in actors if actor.is_stakeholder] == ["organization"]


@pytest.mark.parametrize("source", ["No expert", "No one's mother", "Neither candidate"])
def test_who_is_said_not_to_be_there_holds_nothing(hold: Hold, source: str) -> None:
    assert hold(f"{source} expected a settlement.", (source, "a settlement")) == []


# Names on the list for those whom the text only describes


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Clara Hobbins left. Hobbins was late. Her deputy said the plan was dead.", "Her deputy", "Hobbins’s deputy"),
        ("Norway refused. Its skipper said the plan was dead.", "Its skipper", "Norway’s skipper"),
        ("The smaller Red River party said the plan was dead.", "The smaller Red River party", "Red River party"),
        ("It rained. Their lawyer said the plan was dead.", "Their lawyer", "lawyer"),
        ("A miner, who asked not to be named, said the plan was dead.", "A miner, who asked not to be named,", "miner"),
    ],
)
def test_a_description_is_listed_under_a_name_that_stands_alone(hold: Hold, text: str, source: str, name: str) -> None:
    assert hold(text, (source, "the plan was dead")) == [name]


def test_the_words_of_the_text_stay_as_alias(nlp: Language) -> None:
    text = "Norway refused. Its skipper said the plan was dead."
    actors, _ = run(nlp, text, ("Its skipper", "the plan was dead"))
    (skipper,) = (actor for actor in actors if actor.name == "Norway’s skipper")
    assert skipper.aliases == ("skipper", "Its skipper")
    assert "“Its” is Norway" in skipper.reasons


def test_figures_are_the_words_of_their_maker(hold: Hold) -> None:
    text = "The United Nations met. UN estimates put the cost at 3 million."
    assert hold(text, ("UN estimates", "the cost at 3 million")) == ["United Nations"]


def test_one_of_them_is_of_the_group_that_spoke(hold: Hold) -> None:
    text = "Two aides said the plan was dead. There were few takers. One of them added that it was late."
    assert hold(text, ("Two aides", "the plan was dead"), ("One of them", "it was late")) == ["Two aides"]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Parents Against Hunger", "organization"),
        ("Doctors in the camp", "group"),
        ("The airport", "organization"),
        ("Lindmark police", "organization"),
        ("The opposition", "organization"),
    ],
)
def test_kinds_of_those_without_an_entry(nlp: Language, source: str, kind: str) -> None:
    actors, _ = run(nlp, f"It was late. {source} said tents were needed.", (source, "tents were needed"))
    assert [actor.kind for actor in actors if actor.is_stakeholder] == [kind]


@pytest.mark.parametrize(
    ("text", "source", "holder"),
    [
        ("Clara Hobbins resigned in May. Her office said it was late.", "Her office", "Clara Hobbins"),
        ("Clara Hobbins resigned in May. Hobbins’s office said it was late.", "Hobbins’s office", "Clara Hobbins"),
        ("Brazil grows less of it, and its trade ministry said it was late.", "its trade ministry", "Brazil"),
        ("The Growers’ Union met on Friday. Its lawyers said it was late.", "Its lawyers", "Growers’ Union"),
        ("The Growers’ Union met on Friday. Its members said it was late.", "Its members", "Growers’ Union"),
        ("Norway will not pay. A government spokesman said it was late.", "A government spokesman", "Norway"),
    ],
)
def test_who_speaks_for_whom(hold: Hold, text: str, source: str, holder: str) -> None:
    assert hold(text, (source, "it was late")) == [holder]


def test_an_office_of_state_speaks_for_itself(hold: Hold) -> None:
    text = "Governor Clara Hobbins is away. The governor’s office said it was late."
    assert hold(text, ("The governor’s office", "it was late")) != ["Clara Hobbins"]


def test_a_name_beside_a_noun_for_a_body(hold: Hold) -> None:
    text = "The hotline Lifelight rejects the sale of the quay."
    assert hold(text, ("The hotline Lifelight", "the sale of the quay")) == ["Lifelight"]
    text = "A third bidder, the Harbour Trust, wants the sale stopped."
    assert hold(text, ("A third bidder, the Harbour Trust,", "the sale stopped")) == ["Harbour Trust"]


def test_a_clause_tells_who_an_unnamed_person_is(hold: Hold) -> None:
    text = "Two people who have read the audit said it was late."
    assert hold(text, ("Two people who have read the audit", "it was late")) == ["Two people who have read the audit"]


def test_a_source_that_begins_with_a_name(hold: Hold) -> None:
    text = "The Growers’ Union, for years a friend of the dam, says it was late."
    assert hold(text, ("The Growers’ Union, for years a friend of the dam,", "it was late")) == ["Growers’ Union"]


def test_data_are_the_words_of_their_maker(hold: Hold) -> None:
    text = "The United Nations met. The cost was 3 million, according to United Nations data."
    assert hold(text, ("United Nations data", "The cost was 3 million")) == ["United Nations"]


def test_what_a_paper_is_stands_before_its_name(hold: Hold) -> None:
    text = "It was late. The Turin daily Voce del Porto said the plan was dead."
    assert hold(text, ("The Turin daily Voce del Porto", "the plan was dead")) == ["Voce del Porto"]


@pytest.mark.parametrize(
    ("text", "source", "holder"),
    [
        ("The Growers’ Union wrote to all pilots on Friday. The letter said it was late.", "The letter", True),
        ("The Growers’ Union published a report on Friday. The report said it was late.", "The report", True),
        ("The Growers’ Union met. A letter it sent to all pilots said it was late.", "A letter it sent", True),
        ("The Growers’ Union wrote a letter on Friday. The report said it was late.", "The report", False),
    ],
)
def test_who_is_behind_a_paper_stands_in_its_clause_or_before(hold: Hold, text: str, source: str, holder: bool) -> None:
    assert (hold(text, (source, "it was late")) == ["Growers’ Union"]) is holder


def test_of_two_ministries_each_has_its_own_view(hold: Hold) -> None:
    text = "Norway is torn: its finance ministry wants the toll dropped, its trade ministry does not."
    assert hold(text, ("its finance ministry", "the toll dropped")) != ["Norway"]


def test_a_motion_says_nothing(hold: Hold) -> None:
    assert hold("His motion had the support of the vicar.", ("His motion", "the support of the vicar")) == []


def test_a_name_behind_the_body_of_a_spokeswoman_is_the_spokeswoman(hold: Hold) -> None:
    text = "A spokeswoman for the Rail Safety Commission, Dana Frisk, said it had warned the firm."
    source = "A spokeswoman for the Rail Safety Commission, Dana Frisk,"
    assert hold(text, (source, "it had warned the firm")) == ["Dana Frisk"]


def test_a_plural_description_with_the_name_after_it(hold: Hold) -> None:
    text = "The Greens met on Monday. His coalition partners, the Greens, warned against a veto."
    assert hold(text, ("His coalition partners, the Greens,", "a veto")) == ["Greens"]


def test_one_of_officials_who_were_not_mentioned_before_speaks_for_himself(hold: Hold) -> None:
    text = "The Rail Safety Commission is split. One of its officials said the plan was dead."
    assert hold(text, ("One of its officials", "the plan was dead")) == ["One of its officials"]


def test_who_behind_one_of_the_few_is_the_subject(hold: Hold) -> None:
    text = "Clara Hobbins is one of the few in the village who would welcome the ban."
    assert hold(text, ("who", "the ban")) == ["Clara Hobbins"]


def test_a_bill_would_do_what_its_sponsor_wants(hold: Hold) -> None:
    text = "The bill, introduced by Clara Hobbins, would ban trawling. She spoke. Her bill would pay the crews."
    assert hold(text, ("Her bill", "pay the crews")) == ["Clara Hobbins"]


def test_the_noun_behind_a_prefix_with_a_hyphen_is_the_source(hold: Hold) -> None:
    text = "The Greens are on board, according to their co-leader, Tui Marsden."
    assert hold(text, ("their co-leader, Tui Marsden", "The Greens are on board")) == ["Tui Marsden"]


def test_who_commissioned_a_report_is_not_its_author(hold: Hold) -> None:
    text = "A study ordered by Norway and written by the Rail Safety Commission found that brakes were worn."
    source = "A study ordered by Norway and written by the Rail Safety Commission"
    assert hold(text, (source, "brakes were worn")) == ["Rail Safety Commission"]


def test_a_report_of_which_only_the_customer_is_known_is_not_the_customers(hold: Hold) -> None:
    text = "Norway was silent. A study commissioned by Norway found that brakes were worn."
    assert "Norway" not in hold(text, ("A study commissioned by Norway", "brakes were worn"))


def test_two_possessors_of_one_noun_are_one_source(hold: Hold) -> None:
    text = "Norway’s and Denmark’s unions want a ban."
    assert hold(text, ("Norway’s and Denmark’s unions", "a ban")) == ["Norway’s and Denmark’s unions"]


def test_an_organ_acts_for_the_body_whose_it_is(hold: Hold) -> None:
    text = "The Ferry Union wants a vote. The union's executive turned the offer down."
    assert hold(text, ("The Ferry Union", "a vote"), ("The union's executive", "the offer")) == ["Ferry Union"]


def test_a_chief_executive_is_no_organ(hold: Hold) -> None:
    text = "The Ferry Union wants a vote. The union's chief executive left the table."
    assert hold(text, ("The union's chief executive", "the table")) != ["Ferry Union"]


def test_the_letter_is_of_whoever_said_something_in_a_letter(hold: Hold) -> None:
    text = "In a letter of last week, the Ferry Union said it was late. The boats sink, the letter stated."
    assert hold(text, ("the Ferry Union", "it was late"), ("the letter", "The boats sink")) == ["Ferry Union"]
    text = "In a letter about boats, the Ferry Union grew old. The boats sink, the letter stated."
    assert hold(text, ("the letter", "The boats sink")) != ["Ferry Union"]


def test_a_spokesman_speaks_for_the_police_who_acted_before(hold: Hold) -> None:
    text = "The police want new boats. “We are late,” a spokesman said."
    assert hold(text, ("The police", "new boats"), ("a spokesman", "We are late")) == ["police"]


def test_the_party_leadership_leads_whom_the_text_called_a_party(hold: Hold) -> None:
    text = "Mara Bell’s party, the Harbour Union, is old. The party leadership wants a vote."
    assert hold(text, ("The party leadership", "a vote")) == ["Harbour Union"]


def test_evidence_is_nobody(hold: Hold) -> None:
    text = "Evidence from two harbours suggests that boats sink."
    assert hold(text, ("Evidence from two harbours", "boats sink")) == []


def test_her_delegation_is_of_the_state_she_belongs_to(hold: Hold) -> None:
    text = "Norway is late. Its chief negotiator, Ana Ruiz, left. Ruiz said her delegation would sign."
    assert hold(text, ("Ruiz", "her delegation would sign"), ("her delegation", "sign")) == ["Norway"]


def test_small_ports_are_the_association_of_small_ports(hold: Hold) -> None:
    text = "The Association of {0} Ports met. Small ports want a ban."
    assert hold(text.format("Small"), ("Small ports", "a ban")) == ["Association of Small Ports"]
    assert hold(text.format("Free"), ("Small ports", "a ban")) != ["Association of Free Ports"]
