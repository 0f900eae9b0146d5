"""Given these sentences, these actors: names, kinds, merging, roles and affiliations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.entities.actors import PLACE
from briefing.analysis.layers import Actor

Find = Callable[[str], dict[str, Actor]]


# One actor for each person, under the fullest name


def test_a_surname_stands_for_the_full_name(find: Find) -> None:
    actors = find("Marit Solvang rejected the levy. Solvang said the port could not pay.")
    assert [mention.form for mention in actors["Marit Solvang"].mentions] == ["name", "name"]
    assert "Solvang" in actors["Marit Solvang"].aliases


def test_a_surname_that_is_often_mislabelled_stands_for_the_full_name(find: Find) -> None:
    text = (
        "Delmar's chief executive, Tom Reyes, welcomed the decision but said he could not accept the sale of all 40 "
        "shops. Asked if he would walk away, Reyes said he did not want to speculate.\n\nShe denied a report that she "
        "had met Reyes in secret.\n\nReyes replied that nobody was moving any desks."
    )
    actors = find(text)
    assert "Reyes" not in actors
    assert len(actors["Tom Reyes"].mentions) == 4


def test_a_mislabelled_mention_follows_the_other_mentions(find: Find) -> None:
    actors = find(
        "Mayor Clara Hobbins vetoed the plan. Hobbins, 61, has run the city since 2019. Hobbins declined to comment."
    )
    assert actors["Clara Hobbins"].kind == "person"
    assert len(actors["Clara Hobbins"].mentions) == 3


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Pieter van der Veen", "Van der Veen"),
        ("Abdel Rahman al-Masri", "al-Masri"),
        ("Liu Jianming", "Liu"),
        ("Park Ji-won", "Park"),
        ("Lucía Romero Vidal", "Romero"),
        ("Sigríður Jónsdóttir", "Sigríður"),
        ("Anil Kumar Raghavan", "Raghavan"),
        ("Joseph R. Tallis", "Tallis"),
        ("Ursula von der Leest", "Von der Leest"),
        ("Hassan al-Tayari", "Al-Tayari"),
        ("Robert “Bobby” Crane", "Bobby"),
        ("Andrés Manuel Lobo Herrador", "Lobo Herrador"),
        ("M. K. Raghavan", "Raghavan"),
        ("Moon Suk-yeol", "Moon"),
        ("Xu Zhaolin", "Xu"),
        ("Bjarni Sigmundsson", "Bjarni"),
        ("Robert “Bobby” Crane", "Crane"),
    ],
)
def test_naming_habits(find: Find, full: str, short: str) -> None:
    actors = find(f"The negotiator, {full}, arrived on Monday. {short} said the talks had failed.")
    (person,) = [actor for actor in actors.values() if actor.kind == "person"]
    assert person.name == full
    assert len(person.mentions) == 2


def test_two_people_with_one_surname_stay_apart(find: Find) -> None:
    actors = find(
        "Senator Paul Wexler praised the bill. His cousin, Senator Dana Wexler, opposed it. "
        "Mr Wexler was pleased. Ms Wexler was not."
    )
    assert len(actors["Paul Wexler"].mentions) == 2
    assert len(actors["Dana Wexler"].mentions) == 2


def test_a_title_is_no_part_of_the_name_but_an_alias_has_it(find: Find) -> None:
    actors = find("Foreign Minister Astrid Lunde welcomed the deal.")
    lunde = actors["Astrid Lunde"]
    assert lunde.role == "Foreign Minister"
    assert "Foreign Minister Astrid Lunde" in lunde.aliases


def test_a_courtesy_title_is_no_role(find: Find) -> None:
    assert find("Mrs Edith Farrow said she would appeal.")["Edith Farrow"].role is None


def test_a_title_tells_the_gender(find: Find) -> None:
    assert find("Mrs Xolani Brook said so.")["Xolani Brook"].gender == "female"


# Bodies


def test_an_acronym_in_brackets_is_an_alias(find: Find) -> None:
    actors = find("The Coastal Fisheries Federation (CFF) wants a ban. The CFF said stocks were low.")
    assert "CFF" in actors["Coastal Fisheries Federation"].aliases
    assert len(actors["Coastal Fisheries Federation"].mentions) == 3


def test_an_acronym_is_deduced(find: Find) -> None:
    actors = find("The Harbour Workers Union called a strike. HWU members will vote on Friday.")
    assert "HWU" in actors["Harbour Workers Union"].aliases


def test_a_capitalised_head_noun_is_short_for_the_body(find: Find) -> None:
    actors = find("The Rail Safety Commission fined the operator. The Commission said it had warned the firm.")
    assert "Commission" in actors["Rail Safety Commission"].aliases


def test_a_plural_possessive_belongs_to_the_name(find: Find) -> None:
    assert "Bakers’ Guild" in find("The Bakers’ Guild said prices would rise.")


def test_a_possessive_state_does_not(find: Find) -> None:
    actors = find("Norway’s Labour Party said it would abstain.")
    assert {"Norway", "Labour Party"} <= set(actors)


def test_coordinated_names_are_split(find: Find) -> None:
    assert {"France", "Germany"} <= set(find("France and Germany want a say in any accord."))


# States, capitals, demonyms


def test_a_capital_that_acts_stands_for_the_state_and_says_so(find: Find) -> None:
    actors = find("Oslo rejected the proposal. Norway has long opposed it.")
    assert "Oslo" in actors["Norway"].aliases
    assert any("metonym" in reason for reason in actors["Norway"].reasons)


def test_a_capital_that_is_expected_to_do_something_stands_for_the_state(find: Find) -> None:
    assert "Oslo" in find("Oslo is expected to oppose the ban. Norway did not comment.")["Norway"].aliases
    assert PLACE in find("Oslo is expected to be flooded by noon. Norway did not comment.")["Oslo"].reasons


def test_a_capital_that_only_locates_is_a_place(find: Find) -> None:
    actors = find("The delegates met in Oslo on Tuesday. Norway did not take part.")
    assert PLACE in actors["Oslo"].reasons
    assert "Oslo" not in actors["Norway"].aliases


def test_a_seat_of_government_stands_for_the_state(find: Find) -> None:
    assert find("The Kremlin denied the report.")["Russia"].aliases == ("Kremlin",)


def test_brussels_is_the_union_when_it_acts(find: Find) -> None:
    assert find("Brussels proposed new rules.")["European Union"].kind == "bloc"


def test_a_people_stands_for_its_state(find: Find) -> None:
    assert "Swedes" in find("The Swedes refused to sign.")["Sweden"].aliases


def test_an_adjective_is_no_mention(find: Find) -> None:
    assert "Norway" not in find("A Norwegian trawler sank off the coast.")


def test_washington_the_government(find: Find) -> None:
    assert "Washington" in find("Washington accused the company of spying.")["United States"].aliases


def test_washington_the_city(find: Find) -> None:
    actors = find("The march in Washington drew thousands of people.")
    assert PLACE in actors["Washington"].reasons


def test_washington_the_general(find: Find) -> None:
    actors = find("The statue shows General George Washington on a horse. Washington never saw the town.")
    assert actors["George Washington"].kind == "person"
    assert "United States" not in actors


def test_blocs_and_bodies(find: Find) -> None:
    actors = find("NATO and the UN condemned the attack, and ASEAN called for calm.")
    assert (actors["NATO"].kind, actors["United Nations"].kind, actors["ASEAN"].kind) == (
        "bloc",
        "organization",
        "bloc",
    )


# What is no actor


@pytest.mark.parametrize(
    "text",
    [
        "The frigate HMS Larkspur left port on Friday.",
        "Lawmakers debated the Clean Rivers Act for two hours.",
    ],
)
def test_ships_and_laws_are_no_persons(find: Find, text: str) -> None:
    assert not [actor for actor in find(text).values() if actor.kind == "person"]


def test_a_title_case_heading_lends_no_name(find: Find) -> None:
    actors = find(
        "Clara Hobbins Weighs Options\n\nMayor Clara Hobbins will decide on Friday, her office said on Monday."
    )
    assert "Clara Hobbins Weighs Options" not in actors
    assert "Clara Hobbins" in actors


# Roles and affiliation


def test_an_apposition_gives_role_and_affiliation(find: Find) -> None:
    actors = find("Ines Carvalho, the president of the Portuguese Rowing Federation, resigned.")
    carvalho = actors["Ines Carvalho"]
    assert carvalho.role == "president of the Portuguese Rowing Federation"
    assert carvalho.affiliation == actors["Portuguese Rowing Federation"].id


def test_a_demonym_in_the_title_gives_the_state(find: Find) -> None:
    actors = find("Finland will wait. Finnish Prime Minister Aino Kettunen said there was no hurry.")
    assert actors["Aino Kettunen"].affiliation == actors["Finland"].id


def test_a_role_between_commas_is_no_part_of_another_clause(find: Find) -> None:
    assert find("Tom Avery, who had been ill, said nothing.")["Tom Avery"].role is None


# Ids and reasons


def test_ids_are_slugs_and_unique(find: Find) -> None:
    actors = find("Éva Ószabó met Jean-Luc Marchand. The Republic of Chile and Chile’s envoy came too.")
    ids = [actor.id for actor in actors.values()]
    assert "eva-oszabo" in ids
    assert len(set(ids)) == len(ids)


def test_every_actor_has_a_reason(find: Find) -> None:
    actors = find("Marit Solvang of the Port of Vessby told Reuters that Norway and NATO would act.")
    assert all(actor.reasons for actor in actors.values())


# States that no gazetteer knows


def test_a_name_with_a_parliament_and_an_army_is_a_country(find: Find) -> None:
    actors = find(
        "Orvana rejected the truce. Orvana’s parliament meets on Friday, and Orvana’s army has left the border. "
        "Orvana denied the report."
    )
    assert actors["Orvana"].kind == "country"


def test_a_leader_with_a_government_stays_a_person(find: Find) -> None:
    actors = find("President Clara Hobbins vetoed the plan. Hobbins’s government resigned, and Hobbins said no more.")
    assert actors["Clara Hobbins"].kind == "person"


def test_a_firm_with_a_president_stays_a_body(find: Find) -> None:
    actors = find("Tallow Systems Inc., a supplier, closed its plant. Tallow Systems’s president blamed the tariff.")
    assert {actor.kind for actor in actors.values()} == {"organization"}


# Usage of other places


def test_washington_the_state(find: Find) -> None:
    assert PLACE in find("Apple growers in Washington state fear the frost.")["Washington"].reasons


def test_an_all_caps_headline_names_who_the_body_names(find: Find) -> None:
    actors = find("HOBBINS REJECTS LEVY\n\nMayor Clara Hobbins rejected the levy on Monday. Hobbins gave no reason.")
    assert set(actors) == {"Clara Hobbins"}


def test_american_titles_are_shortened(find: Find) -> None:
    actors = find("Sen. Clara Hobbins and Gov. Robert Crane opposed it. Hobbins, a Democrat, voted no.")
    assert {"Clara Hobbins", "Robert Crane"} == {name for name, actor in actors.items() if actor.kind == "person"}


def test_translated_english_names_office_after_person(find: Find) -> None:
    actors = find("Clara Hobbins, Minister of Foreign Affairs of Norway, informed that the draft was accepted.")
    assert actors["Clara Hobbins"].kind == "person"


@pytest.mark.parametrize("people", ["Americans", "Indians"])
def test_a_people_of_several_countries_is_that_of_the_one_everybody_means(find: Find, people: str) -> None:
    wanted = {"Americans": "United States", "Indians": "India"}
    assert wanted[people] in find(f"Most of the {people} said they were worried.")


def test_what_stands_before_a_full_name_is_no_part_of_it(find: Find) -> None:
    actors = find("Carpenter Clara Hobbins spoke first. Later Clara Hobbins asked for calm. Hobbins was heard.")
    assert "Clara Hobbins" in actors
    assert "Carpenter Clara Hobbins" not in actors


def test_a_state_before_a_bodys_name_makes_no_second_body(find: Find) -> None:
    actors = find("The Norwegian Rail Authority objected. The Rail Authority said the plan was late.")
    assert len([a for a in actors.values() if a.kind == "organization" and PLACE not in a.reasons]) == 1


def test_a_party_member_is_no_name(find: Find) -> None:
    assert set(find("Clara Hobbins, a Democrat, voted no.")) == {"Clara Hobbins"}


def test_a_former_office_is_marked(find: Find) -> None:
    assert "former office" in find("Former Mayor Clara Hobbins opposed the levy.")["Clara Hobbins"].reasons


def test_the_votes_of_the_evidence_are_told(find: Find) -> None:
    actors = find("Mayor Clara Hobbins said the levy was dead.")
    assert any(reason.startswith("votes: person") for reason in actors["Clara Hobbins"].reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Columnist Clara Hobbins praised the plan.",
        "Cllr Clara Hobbins praised the plan.",
        "State Senator Clara Hobbins praised the plan.",
        "On Friday Secretary of the Commonwealth Clara Hobbins praised the plan.",
    ],
)
def test_a_capitalised_calling_before_a_full_name_is_a_title(find: Find, text: str) -> None:
    assert find(text)["Clara Hobbins"].kind == "person"


def test_a_month_can_be_a_given_name(find: Find) -> None:
    assert "June Castellan" in find("The bank will wait. June Castellan, head of rates, said so.")


def test_a_speaker_in_capitals_is_who_the_text_names_elsewhere(find: Find) -> None:
    actors = find("Alma Teller directs the fisheries.\n\nTELLER: I was there.\n\nTELLER: It was late.")
    assert len(actors["Alma Teller"].mentions) == 3


def test_a_state_in_capitals_is_the_state(find: Find) -> None:
    actors = find("The REPUBLIC OF KOREA objected. IRAN agreed with the UNITED STATES.")
    assert {"South Korea", "Iran", "United States"} <= actors.keys()


def test_a_heading_can_give_the_full_name_of_whom_the_body_names(find: Find) -> None:
    actors = find(
        "Clara Hobbins and the price of water\n\nThe general is late. They say that Hobbins left. Hobbins is 58."
    )
    assert len(actors["Clara Hobbins"].mentions) == 3


@pytest.mark.parametrize("party", ["Greens", "Social Liberals", "Christian Socialists"])
def test_a_party_named_by_its_members_is_a_body(find: Find, party: str) -> None:
    assert find(f"The bill failed. The {party} voted against it.")[party].kind == "organization"


# What kind of thing a name is


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Tolver Nodules", "organization"),
        ("Tolver Water", "organization"),
        ("Clara Brooks", "person"),
        ("Clara Water", "person"),
        ("Pak Min-seo", "person"),
    ],
)
def test_a_name_that_ends_in_a_common_word_is_no_person_without_a_given_name(find: Find, name: str, kind: str) -> None:
    assert find(f"It was late when {name} told the inquiry that it was over.")[name].kind == kind


@pytest.mark.parametrize(("pronoun", "kind"), [("its", "organization"), ("her", "person")])
def test_a_pronoun_in_the_same_sentence_votes(find: Find, pronoun: str, kind: str) -> None:
    actor = find(f"On Monday Veltrona rejected {pronoun} share of the blame.")["Veltrona"]
    assert actor.kind == kind
    assert f"taken up with “{pronoun}”" in actor.reasons


def test_a_body_that_is_based_somewhere_is_no_person(find: Find) -> None:
    assert find("Lumo, a retailer based in Oslo, said sales had fallen.")["Lumo"].kind == "organization"


def test_a_bodys_acronym_is_not_its_role(find: Find) -> None:
    assert find("The International Tin Fund (ITF) cut its forecast.")["International Tin Fund"].role is None


def test_a_family_is_a_group_beside_its_members(find: Find) -> None:
    actors = find("Paola Castelli sued. Castelli won. On Friday the Castellis met in Modena.")
    assert (actors["Castellis"].kind, len(actors["Paola Castelli"].mentions)) == ("group", 2)


def test_washington_before_the_general_is_named_is_not_he(find: Find) -> None:
    actors = find("Washington imposed a levy. George Washington would have objected. Washington hated levies.")
    assert {"United States", "George Washington"} <= actors.keys()
    assert len(actors["George Washington"].mentions) == 2


def test_a_small_title_before_a_name_is_the_role(find: Find) -> None:
    assert find("Shadow chancellor Rob Tallis called it a trick.")["Rob Tallis"].role == "Shadow chancellor"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("African Group", "bloc"),
        ("Alliance of Shallow Island States", "bloc"),
        ("Tolver Group", "organization"),
        ("Lone Star Mutual", "organization"),
        ("Alok Gangwar", "person"),
        ("Liberal Democrats", "organization"),
    ],
)
def test_kinds_by_the_words_of_a_name(find: Find, name: str, kind: str) -> None:
    article = "" if kind == "person" else "the "
    assert find(f"It was late when {article}{name} rejected the plan on Monday.")[name].kind == kind


def test_party_and_state_are_nobody(find: Find) -> None:
    assert find("Sen. Ann Tolver, D-Ohio, disagreed.").keys() == {"Ann Tolver"}


@pytest.mark.parametrize(
    "text",
    [
        "The Treasury supports option B.",
        "The Treasury prefers Option C to Option A.",
        "The Treasury rejects Option B/C, as Annex D explains.",
    ],
)
def test_the_letters_of_options_and_annexes_are_no_names(find: Find, text: str) -> None:
    assert list(find(text)) == ["Treasury"]


def test_a_seat_in_parliament_behind_the_name_is_no_part_of_a_title(find: Find) -> None:
    actors = find("Helen Draper MP said the fee was wrong. Ms Draper had opposed it in May.")
    assert [actor.name for actor in actors.values() if actor.kind == "person"] == ["Helen Draper MP"]


def test_an_office_and_its_remit_are_no_part_of_the_name(find: Find) -> None:
    assert "Carol Amara" in find("Minister of State for Trade Carol Amara said that it would stay shut.")


def test_a_body_may_have_not_in_its_name(find: Find) -> None:
    assert "Parks Not Pylons" in find(
        "Ms Draper is treasurer of Parks Not Pylons, the residents' group, which objects."
    )


# Persons of one surname


def test_whoever_was_introduced_with_the_title_is_meant_by_it(find: Find) -> None:
    text = (
        "Present: Ms Jane Holt, Mrs Sarah Holt and Mr Kai Lund. Ms Holt opposed the sale. Mrs Holt disagreed. "
        "Ms Holt left early."
    )
    actors = find(text)
    assert len(actors["Jane Holt"].mentions) == 3
    assert len(actors["Sarah Holt"].mentions) == 2


def test_the_elder_is_the_one_whose_child_the_other_is(find: Find) -> None:
    text = (
        "Sheriff Walt Brandt wants a new jail. His son, county commissioner Cody Brandt, does not.\n\n"
        "The elder Brandt shrugged. The younger Brandt said that he would back a smaller one."
    )
    actors = find(text)
    at = text.index("The elder")
    assert [text[m.start - 6 : m.end] for m in actors["Walt Brandt"].mentions if m.start > at] == ["elder Brandt"]
    assert [text[m.start - 8 : m.end] for m in actors["Cody Brandt"].mentions if m.start > at] == ["younger Brandt"]


def test_the_elder_is_nobody_where_the_text_does_not_say_who_is_older(find: Find) -> None:
    text = "Mayor Walt Brandt met his cousin, Cody Brandt, in May. The elder Brandt shrugged."
    at = text.index("The elder")
    assert not any(mention.start > at for actor in find(text).values() for mention in actor.mentions)


def test_a_given_name_that_looks_like_a_particle_begins_a_full_name(find: Find) -> None:
    actors = find("Ben Brandt opposed the tax. Brandt said he would sue. Al Lindqvist agreed, and Lindqvist left.")
    assert [len(actors[name].mentions) for name in ("Ben Brandt", "Al Lindqvist")] == [2, 2]
    assert not {"Brandt", "Lindqvist"} & actors.keys()


def test_brothers_of_whom_one_is_called_ben_are_two(find: Find) -> None:
    actors = find("Ben Brandt opposed the tax. His brother, Tom Brandt, was for it. Tom Brandt left early.")
    assert {"Ben Brandt", "Tom Brandt"} <= actors.keys()


def test_a_particle_before_the_end_of_a_longer_name_stays_one(find: Find) -> None:
    actors = find("Sheikh Tamim bin Hamad Al Thani opened the talks. Al Thani said that they went well.")
    assert not any(name.startswith("Al") for name in actors)


def test_those_named_after_somebody_or_a_place_are_not_it(find: Find) -> None:
    actors = find(
        "The leader, Rowan Ellis, first opposed a sale of Abbey Park. The Friends of Abbey Park, who once favoured "
        "it, no longer do."
    )
    assert len(actors["Friends of Abbey Park"].mentions) == 1


@pytest.mark.parametrize(
    "name",
    [
        "Risa dela Cruz",
        "Ledama ole Kina",
        "Peter ’t Hooft",
        "Hendrik van ’t Veer",
        "Hendrik van 't Veer",
        "Jean-Baptiste d’Ornano",
        "Silvia dell’Acqua",
    ],
)
def test_a_particle_inside_a_name_is_part_of_it(find: Find, name: str) -> None:
    assert find(f"Senator {name} said she would vote against it.")[name].kind == "person"


def test_a_surname_with_an_elided_particle_stands_for_the_full_name(find: Find) -> None:
    actors = find("Minister d’Ornano said the tax was fair. Jean-Baptiste d’Ornano later said it again.")
    assert len(actors["Jean-Baptiste d’Ornano"].mentions) == 2


def test_a_quoted_letter_before_a_name_is_no_particle(find: Find) -> None:
    assert "Ruiz" in find("They marked it with a 't' and Ruiz said it was wrong. Ruiz left.")
