"""The step as a whole: transcripts, floating quotations, nesting, fallback without weights, and what always holds."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from briefing.analysis.layers import Attribution
from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.errors import ConfigurationError
from briefing.model import Span


def attributions(nlp: Language, text: str) -> tuple[Attribution, ...]:
    found: tuple[Attribution, ...] = nlp(text)._.briefing_attributions
    return found


def words(text: str, attribution: Attribution) -> tuple[str | None, str | None, list[str]]:
    return (
        attribution.source.of(text) if attribution.source else None,
        attribution.cue.of(text) if attribution.cue else None,
        [span.of(text) for span in attribution.content],
    )


TRANSCRIPT = """The committee met on Tuesday.

CHAIR LINDEN: We come to the ferry. Who wants to begin?

MS. OKORO: I do. The ferry loses money on every crossing.

CHAIR LINDEN: And what would you do about it?

MS. OKORO: Sell it, and build the bridge."""


def test_turns_of_a_transcript(nlp: Language) -> None:
    found = [words(TRANSCRIPT, a) for a in attributions(nlp, TRANSCRIPT) if a.within is None]
    assert found == [
        ("CHAIR LINDEN", ":", ["We come to the ferry. Who wants to begin?"]),
        ("MS. OKORO", ":", ["I do. The ferry loses money on every crossing."]),
        ("CHAIR LINDEN", ":", ["And what would you do about it?"]),
        ("MS. OKORO", ":", ["Sell it, and build the bridge."]),
    ]


def test_a_full_stop_ends_a_label_in_capitals_too(nlp: Language) -> None:
    found = [words(TRANSCRIPT, a) for a in attributions(nlp, TRANSCRIPT)]
    official = TRANSCRIPT.replace("CHAIR LINDEN:", "CHAIR LINDEN.").replace("MS. OKORO:", "MS. OKORO.")
    again = [words(official, a) for a in attributions(nlp, official)]
    assert [(source, content) for source, _, content in again] == [(source, content) for source, _, content in found]


QUESTIONS = """Our reporter questioned Ana Ruiz, the harbour master, on Friday.

Q. Is the harbour too small?

A. It was too small when my father ran it.

Q. Will it be dug deeper?

A. Not with my money."""


def test_bare_questions_and_answers_get_the_speakers_that_were_introduced(nlp: Language) -> None:
    found = [words(QUESTIONS, a) for a in attributions(nlp, QUESTIONS)]
    answers = [(source, content) for source, cue, content in found if cue == "A." or cue == "A"]
    assert [source for source, _ in answers] == ["Ana Ruiz, the harbour master", "Ana Ruiz, the harbour master"]
    assert answers[1][1] == ["Not with my money."]


LONG_ANSWER = """Q: Will the ferry be sold?

RUIZ: It will not. That was never the plan.

I asked the council for money, and it gave us half of it.

The council says that it gave two thirds. It met in May.

Q: And the other half?

RUIZ: You would have to ask the bank."""


def test_a_turn_goes_on_where_somebody_speaks_in_the_next_paragraph(nlp: Language) -> None:
    spoken = [
        words(LONG_ANSWER, a)
        for a in attributions(nlp, LONG_ANSWER)
        if any("transcript" in reason for reason in a.reasons)
    ]
    assert [(source, content) for source, _, content in spoken if source == "RUIZ"] == [
        ("RUIZ", ["It will not. That was never the plan."]),
        ("RUIZ", ["I asked the council for money, and it gave us half of it."]),
        ("RUIZ", ["You would have to ask the bank."]),
    ]
    assert not any("two thirds" in span for _, _, content in spoken for span in content)


def test_a_transcript_may_stand_in_quotation_marks(nlp: Language) -> None:
    text = "\n\n".join(f"“{paragraph}" for paragraph in TRANSCRIPT.split("\n\n")[1:])
    found = [words(text, a)[0] for a in attributions(nlp, text) if a.within is None]
    assert found == ["CHAIR LINDEN", "MS. OKORO", "CHAIR LINDEN", "MS. OKORO"]


QUOTED_TWICE = (
    "“The ferry is old,” the captain said. “It should be sold,” he added.",
    "“The ferry is old,” the captain said.\n\n“It should be sold,” she told the council.",
    "The captain said the ferry was old. He added: “It should be sold.”",
)


@pytest.mark.parametrize("text", QUOTED_TWICE)
def test_two_quotations_with_a_cue_each_are_two_statements(nlp: Language, text: str) -> None:
    found = [words(text, a) for a in attributions(nlp, text)]
    assert len(found) == 2
    assert len({cue for _, cue, _ in found}) == 2


def test_labels_with_a_colon_make_no_transcript(nlp: Language) -> None:
    text = "Opening hours: the museum is open from nine to five.\n\nAdmission: four euros for adults."
    assert not any("transcript" in reason for a in attributions(nlp, text) for reason in a.reasons)


def test_a_signed_quotation_belongs_to_who_signs_it(nlp: Language) -> None:
    text = "“The bridge should have been built thirty years ago.” — Karl Weber, baker"
    found = [words(text, a) for a in attributions(nlp, text)]
    assert [(source, content) for source, _, content in found] == [
        ("Karl Weber, baker", ["“The bridge should have been built thirty years ago.”"])
    ]


def test_a_signature_outweighs_the_sentence_before_the_quotation(nlp: Language) -> None:
    text = (
        "The fishing club called on the council to move the turbines. "
        "“Nobody has shown us where the cod will go.” – Kari Lien, chair"
    )
    (quoted,) = (words(text, a) for a in attributions(nlp, text) if "cod" in a.content[-1].of(text))
    assert quoted[0] == "Kari Lien, chair"


def test_the_sentence_after_a_quotation_may_say_whose_it_is(nlp: Language) -> None:
    text = (
        "Hauliers blocked the motorway on Monday.\n\n"
        "“Nothing is as permanent as a temporary tax on diesel.”\n\n"
        "That was the view of Yves Lambert, a haulier from Lille."
    )
    (quoted,) = (words(text, a) for a in attributions(nlp, text) if "permanent" in a.content[0].of(text))
    assert quoted[0] is not None
    assert quoted[0].startswith("Yves Lambert")


def test_a_cue_between_two_pieces_of_a_quotation_makes_one_statement(nlp: Language) -> None:
    text = "“If I sign now,” the captain told the crew, “I sign for all of us.”"
    (found,) = attributions(nlp, text)
    assert words(text, found) == ("the captain", "told", ["“If I sign now,”", "“I sign for all of us.”"])


@pytest.mark.parametrize("label", ["Transcript", "Fact check", "Explainer"])
def test_the_name_of_a_column_does_not_speak(label: str, nlp: Language) -> None:
    text = f"{label}: the harbour committee hears from the port\n\nThe committee met on Tuesday."
    assert not any(label in (words(text, a)[0] or "") for a in attributions(nlp, text))


def test_who_only_greets_makes_no_statement(nlp: Language) -> None:
    text = TRANSCRIPT.replace("MS. OKORO: I do. The", "MS. OKORO: Thank you, Madam Chair.\n\nMS. OKORO: The")
    assert not any("Thank you" in a.content[0].of(text) for a in attributions(nlp, text))


def test_what_is_most_likely_wrong_is_left_out(nlp: Language) -> None:
    text = "Judge Maria Kessler dissented. The minister said that the bridge would open."
    kept = [a.confidence for a in attributions(nlp, text)]
    strict = spacy.load(installed_package(DEFAULT_MODEL))
    strict.add_pipe("briefing_attribution", config={"least_confidence": 0.7})
    assert len(kept) > 1
    assert [a.confidence for a in attributions(strict, text)] == [c for c in kept if c >= 0.7]


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker(nlp: Language) -> None:
    text = (
        "“We waited for the boat for a whole year,” said Ana Ruiz. “And then we built one.\n\n"
        "“It sank in the first storm of the winter.”"
    )
    (found,) = attributions(nlp, text)
    assert words(text, found)[0] == "Ana Ruiz"
    assert found.content[-1].of(text) == "“It sank in the first storm of the winter.”"


def test_a_quotation_alone_is_nobodys(nlp: Language) -> None:
    text = "The tram was late again on Monday.\n\n“All that is solid melts into air in the end.”"
    assert all(a.source is None for a in attributions(nlp, text))


def test_nested_attributions_point_to_their_parent(nlp: Language) -> None:
    text = "The envoy said that Russia had rejected the latest draft of the treaty."
    found = attributions(nlp, text)
    by_id = {a.id: a for a in found}
    for inner in (a for a in found if a.within is not None):
        outer = by_id[str(inner.within)]
        assert Span(outer.content[0].start, outer.content[-1].end).contains(inner.content[0])


@pytest.mark.parametrize(
    ("text", "lemma", "cue_class"),
    [
        ("The minister said that the bridge would open.", "say", "speech"),
        ("The mayor ruled out a second tunnel under the river.", "rule out", "refusal"),
        ("The union called for a strike in December.", "call for", "demand"),
        ("The senator vowed to fight the bill.", "vow", "commitment"),
        ("Farmers fear that prices will fall.", "fear", "worry"),
        ("The court ruled that the tax was illegal.", "rule", "decision"),
        ("The captain denied that the ship had left its route.", "deny", "denial"),
        ("The bank predicted that growth would slow.", "predict", "expectation"),
        ("The party supports a ban on short domestic flights.", "support", "support"),
        ("The banks are wary of new rules on lending.", "wary", "worry"),
        ("The unions condemned the closure of the steel plant.", "condemn", "criticism"),
        ("The minister hoped that the talks would succeed.", "hope", "wish"),
        ("The auditors admitted that they had made a mistake.", "admit", "knowledge"),
    ],
)
def test_lemma_and_class_of_the_cue(text: str, lemma: str, cue_class: str, nlp: Language) -> None:
    found = attributions(nlp, text)[0]
    assert (found.cue_lemma, found.cue_class) == (lemma, cue_class)


def test_hedges_stand_beside_the_cue(nlp: Language) -> None:
    text = "The general reportedly wants to resign before the summer."
    found = attributions(nlp, text)[0]
    assert [hedge.of(text) for hedge in found.hedges] == ["reportedly"]


def test_without_weights_the_rules_remain() -> None:
    nlp = spacy.load(installed_package(DEFAULT_MODEL))
    nlp.add_pipe("briefing_attribution", config={"rules_only": True})
    text = "The minister said that the bridge would open in May."
    (found,) = attributions(nlp, text)
    assert words(text, found) == ("The minister", "said", ["that the bridge would open in May"])
    assert found.reasons == ("found by rule: say with clause",)


def test_damaged_weights_are_one_clear_message(tmp_path: Path) -> None:
    path = tmp_path / "attribution.npz"
    path.write_bytes(b"not weights")
    nlp = spacy.blank("en")
    with pytest.raises(ConfigurationError, match=r"attribution\.npz: .*make model"):
        nlp.add_pipe("briefing_attribution", config={"weights": str(path)})


def test_an_empty_text_has_no_attributions(nlp: Language) -> None:
    assert attributions(nlp, "") == ()
    assert attributions(nlp, " \n\n ") == ()


def test_hard_wrapped_lines_do_not_end_a_content(nlp: Language) -> None:
    text = "The minister said that the new bridge over the\nriver would open in May."
    (found,) = attributions(nlp, text)
    assert found.content[-1].end == len(text) - 1


PIECES = st.sampled_from(
    [
        "The minister said that ", "“", "”", "‘we ", "’ ", '"', "Ana Ruiz", " told reporters", ", ", ". ", "\n\n",
        "Q. ", "MAYOR: ", "A. ", "according to the ", "ministry", "it was expected to ", "rain", "he ",
        "she wants ", "to go ",
        "— ", "no ", "voted no", " and ", "she opposed the dam", "\u200b", "🚢 ", "  ", "\n",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=25).map("".join))
def test_what_holds_for_every_text(nlp: Language, text: str) -> None:
    found = attributions(nlp, text)
    ids = [a.id for a in found]
    assert len(set(ids)) == len(ids)
    for attribution in found:
        assert attribution.content
        assert 0 <= attribution.confidence <= 1
        assert attribution.within is None or attribution.within in ids
        assert list(attribution.content) == sorted(attribution.content)
        spans = [*attribution.content, *attribution.hedges, *filter(None, (attribution.source, attribution.cue))]
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
        assert any(ch.isalnum() for span in attribution.content for ch in span.of(text))


def test_bare_letters_after_two_named_speakers_are_theirs(nlp: Language) -> None:
    text = (
        "SENATOR OKORO: Why should we believe you and not them?\n\n"
        "MR. PRENTICE: The office did not recommend a mandate.\n\n"
        "Q. Would you oppose a study?\n\n"
        "A. No. We would welcome a study."
    )
    spoken = {found.content[0].of(text): words(text, found)[0] for found in attributions(nlp, text)}
    assert spoken["Would you oppose a study?"] == "SENATOR OKORO"
    assert spoken["No. We would welcome a study."] == "MR. PRENTICE"


def test_what_follows_a_quotation_is_no_part_of_it(nlp: Language) -> None:
    text = 'The mayor wrote in May that "fatigue is the greatest risk on our network." Nobody replied.'
    (found,) = attributions(nlp, text)
    assert words(text, found)[2] == ['that "fatigue is the greatest risk on our network."']


def test_marks_with_no_word_between_them_are_no_quotation(nlp: Language) -> None:
    assert attributions(nlp, "Ana Ruiz““The minister said that ") == ()


def test_a_quotation_is_taken_from_the_sentence_before_where_a_clause_behind_it_names_the_speaker(
    nlp: Language,
) -> None:
    text = "Ruiz blamed the drought for the empty shelves. ''After this summer nobody will plant maize,'' Wei said."
    blamed, said = (words(text, found) for found in attributions(nlp, text))
    assert (blamed[0], blamed[2]) == ("Ruiz", ["the drought for the empty shelves"])
    assert (said[0], said[2]) == ("Wei", ["''After this summer nobody will plant maize,''"])


def test_a_quotation_belongs_to_the_verb_right_before_it(nlp: Language) -> None:
    text = "He hinted at the levy by mentioning the need for a dam and adding, “I know who should build it.”"
    hinted, adding = (words(text, found) for found in attributions(nlp, text))
    assert (hinted[1], hinted[2]) == ("hinted at", ["the levy"])
    assert adding == ("He", "adding", ["“I know who should build it.”"])


def test_a_quotation_keeps_the_words_that_turn_it_round(nlp: Language) -> None:
    text = (
        "Judge Maria Kessler dissented. She wrote that the majority had read the federal law far too broadly. In her "
        'view, nothing in the statute "suggests that Congress meant to protect the gas pipe itself."'
    )
    found = attributions(nlp, text)[-1]
    assert "nothing in the statute" in found.content[0].of(text)
    assert found.form == "mixed"


def test_what_a_speaker_tells_of_another_is_not_the_others_literal_word(nlp: Language) -> None:
    text = 'The mayor denied it. "I never said that, to her or to anyone," Dowd said. "She says the council wants it."'
    forms = {found.content[0].of(text): found.form for found in attributions(nlp, text)}
    assert forms["the council wants it"] == "indirect"
    assert not any(content.endswith('"') and not content.startswith('"') for content in forms)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The council neither backed nor opposed the plan.", "The council", "nor opposed"),
        ("Neither Cole nor Reyes supports the plan.", "Neither Cole nor Reyes", "supports"),
    ],
)
def test_neither_and_nor_deny_the_cue(text: str, source: str, cue: str, nlp: Language) -> None:
    found = attributions(nlp, text)[-1]
    assert words(text, found)[:2] == (source, cue)
    assert found.negated


@pytest.mark.parametrize(
    "text",
    [
        "The “Save Our Piers” campaign asked the mayor for money.",
        "The film “Go Home” showed the harbour in winter.",
        "“Boats and Trains” asks the reader to think.",
    ],
)
def test_a_title_before_a_verb_of_speech_is_nobodys_words(nlp: Language, text: str) -> None:
    title = text[text.index("“") : text.index("”") + 1]
    assert all(span.of(text) != title for a in attributions(nlp, text) for span in a.content)
