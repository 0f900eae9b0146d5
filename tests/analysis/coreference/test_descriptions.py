"""Given a description ("the union", "the former pilot"), whom it means by the words of names and the paragraph."""

from __future__ import annotations

from collections.abc import Callable

Who = Callable[[str, str], str | None]


def test_the_union_is_the_body_whose_name_says_so(who: Who) -> None:
    text = "The Union of Ferry Pilots has no view. The Federation of Harbour Traders left. The union was tired."
    assert who(text, "The union") == "Union of Ferry Pilots"


def test_an_alliance_of_that_name_and_no_bloc(who: Who) -> None:
    text = "The Growers’ Alliance wants a ban. The European Union wants a tax. The alliance supports a tax as well."
    assert who(text, "The alliance") == "Growers’ Alliance"


def test_what_any_body_may_be_called_is_told_by_the_word_before_it(who: Who) -> None:
    text = "The Pilot Crew Federation wants it. The Association of Free Ports does not. The crew organisation was late."
    assert who(text, "The crew organisation") == "Pilot Crew Federation"


def test_the_authority_is_a_body_that_watches_over_others(who: Who) -> None:
    text = "The Harbour Inspectorate is against it. The rule is old. The authority also doubts the figures."
    assert who(text, "The authority") == "Harbour Inspectorate"


def test_the_pilots_are_the_body_whose_members_they_are_by_its_name(who: Who) -> None:
    text = "The {} met on Monday. Last year {} wanted a pier."
    assert who(text.format("College of Pilots", "the pilots"), "the pilots") == "College of Pilots"
    assert who(text.format("Pilots’ Alliance", "the pilots"), "the pilots") == "Pilots’ Alliance"
    assert who(text.format("College of Pilots", "the pilots of Turin"), "the pilots") != "College of Pilots"
    assert who(text.format("Museum of Pilots", "the pilots"), "the pilots") != "Museum of Pilots"


def test_what_somebody_was_is_told_of_the_only_person_of_the_paragraph(who: Who) -> None:
    text = "Mara Bell, the mayor, opened the fair on Sunday. “It is small,” she said at the gate. The former {}{} left."
    assert who(text.format("bank minister", ""), "The former bank minister") == "Mara Bell"
    assert who(text.format("bank minister", ", now 61,"), "The former bank minister") == "Mara Bell"
    two = text.replace("the fair on Sunday", "the fair with Tom Crane").format("pilot", "")
    assert who(two, "The former pilot") not in {"Mara Bell", "Tom Crane"}


def test_a_clause_behind_a_comma_tells_more_of_who_is_taken_up(who: Who) -> None:
    text = "Mara Bell laughs at the figures. The surgeon, who has two sons, opposes the tunnel."
    assert who(text, "The surgeon") == "Mara Bell"
    assert who(text.replace(", who has two sons,", " in charge"), "The surgeon") != "Mara Bell"


def test_the_company_is_the_only_one_that_has_acted_in_the_paragraph(who: Who) -> None:
    text = (
        "Brightline Group and Corvane Energy met. Brightline Group said no. Brightline Group was late.\n\n"
        "Lumo Foods said prices were too high. The company had opposed any cut."
    )
    assert who(text, "The company") == "Lumo Foods"


def test_the_watchdog_is_the_office_that_watches(who: Who) -> None:
    text = "The Data Commissioner is against it. In March the watchdog warned of misuse. The commissioner wants a ban."
    assert who(text, "the watchdog") == who(text, "The commissioner") == "Data Commissioner"


def test_a_speaker_does_not_name_herself_in_what_she_says(who: Who) -> None:
    text = "Parents met. “First paint the college, then sell it,” they wrote in a letter."
    assert who(text, "they") == "Parents"


def test_who_was_asked_answers(who: Who) -> None:
    text = "Mara Bell said no. When Clara Hobbins asked her to step down, she refused."
    assert who(text, "she") == "Mara Bell"


def test_nobody_asks_herself(who: Who) -> None:
    text = "Mara Bell said no. Clara Hobbins asked her to step down."
    assert who(text, "her") != "Clara Hobbins"


def test_a_lead_describes_whom_the_next_sentence_names(who: Who) -> None:
    text = "Norway's {} wants to close two ports. In findings of May, the {} said they were too old."
    assert who(text.format("port regulator", "Fair Harbours Authority"), "regulator") == "Fair Harbours Authority"
    assert who(text.format("port regulator", "Ferry Pilots Union"), "regulator") != "Ferry Pilots Union"
    text = "A judge ordered the port to pay. The port is old. {} said it had been late."
    assert who(text.format("District Judge Clara Hobbins"), "A judge") == "Clara Hobbins"
    assert who(text.format("Mayor Clara Hobbins"), "A judge") != "Clara Hobbins"
    assert who(text.format("Judge Clara Hobbins met Judge Karl Holm, who"), "A judge") not in {
        "Clara Hobbins",
        "Karl Holm",
    }


def test_the_mayor_is_not_whom_a_lead_calls_a_deputy_mayor(who: Who) -> None:
    text = "A deputy mayor shut the port. Mayor Clara Hobbins said it was old."
    assert who(text, "deputy mayor") != "Clara Hobbins"


def test_a_body_is_not_forgotten_by_the_noun_of_its_name(who: Who) -> None:
    text = "The Chamber of Pilots wants a ban. " + "It rained in May. " * 50 + "{} is tired."
    assert who(text.format("The chamber"), "The chamber") == "Chamber of Pilots"
    assert who(text.format("The second chamber"), "The second chamber") != "Chamber of Pilots"


def test_her_ministry_is_the_one_of_her_field(who: Who) -> None:
    text = "The Ministry of {} was late. Transport minister Clara Hobbins said her ministry knew nothing."
    assert who(text.format("Transport"), "her ministry") == "Ministry of Transport"
    assert who(text.format("Health"), "her ministry") != "Ministry of Health"


def test_her_party_is_the_one_she_speaks_for(who: Who) -> None:
    text = "The {0} left. It was old, said Mara Bell, who speaks for the {0} on taxes. Bell said her party was tired."
    assert who(text.format("Harbour Party"), "her party") == "Harbour Party"


def test_a_word_before_airport_is_no_further_person_of_the_paragraph(who: Who) -> None:
    text = "Mara Bell came home. She thanked the cooks of Karl Holm airport. The former pilot said no more."
    assert who(text, "The former pilot") == "Mara Bell"


def test_her_union_is_the_body_named_behind_the_colon(who: Who) -> None:
    text = "Mara Bell said yes. Her union thinks otherwise: the Ferry Pilots' Association hopes for a longer pier."
    assert who(text, "Her union") == "Ferry Pilots' Association"
    text = "Mara Bell said yes. Her union thinks otherwise. It says: the Ferry Pilots' Association hopes for a pier."
    assert who(text, "Her union") != "Ferry Pilots' Association"


def test_however_many_are_named_between_the_pronoun_and_the_union_are_whose_they_were(who: Who) -> None:
    ports = "; ".join(
        f"in Port{chr(97 + n % 26)}{chr(97 + n // 26)} the Harbour Board voted on its own fee" for n in range(60)
    )
    text = f"The Union of Ferry Pilots has no view. Mara Bell, the mayor, laughed; {ports}; and she left. {{}}"
    assert who(text.format("It rained."), "she") == "Mara Bell"
    assert who(text.format("The union was tired."), "The union") == "Union of Ferry Pilots"


def test_an_item_with_a_heading_of_its_own_is_about_nobody_of_the_item_before(who: Who) -> None:
    items = "Who wants what:\n\n- Cycling Alliance. The alliance backs the toll.\n\n- {0} The union rejects it."
    assert who(items.format("Ferry crews, harbour branch."), "The union") != "Cycling Alliance"
    assert who(items.replace("{0} ", ""), "The union") == "Cycling Alliance"


def test_the_mayor_is_not_the_deputy_mayor(who: Who) -> None:
    text = "Kai Lund, the deputy mayor, opposed the sale. Lund said that nobody had been asked. The mayor summed up."
    assert who(text, "The mayor") != "Kai Lund"


def test_the_chair_is_not_the_vice_chair(who: Who) -> None:
    text = "Jane Holt, the vice-chair, opposed the sale. Holt said that nobody had been asked. The chair summed up."
    assert who(text, "The chair") != "Jane Holt"
