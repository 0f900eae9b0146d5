"""Dossier, comparison, agreements, citations: words never change hands; reported speech never gets quotation marks."""

from __future__ import annotations

import msgspec
import pytest
from fixtures import ARTICLE, BRIEFING, STATEMENTS, span
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Stance, Statement
from briefing.reader.actions.registry import ACTIONS
from briefing.reader.citation import cite_selection, cite_statement, describe_cell, describe_row
from briefing.reader.keymap import make_keymap
from briefing.reader.lookup import Lookup
from briefing.reader.pages.comparison import agreements, comparison
from briefing.reader.pages.dossier import dossier
from briefing.reader.pages.help import help_page
from briefing.reader.pages.page import Page, PageWriter, wrap_pieces
from briefing.reader.pages.reasons import reasons
from briefing.reader.pages.statements import all_statements
from briefing.reader.text.display import columns

LOOKUP = Lookup(BRIEFING)


def text(page: Page, width: int = 100) -> str:
    return "\n".join("".join(piece for piece, _ in row.pieces).rstrip() for row in page.rows(width))


def test_a_dossier_gives_role_statements_reasons_agreements_and_mentions() -> None:
    shown = text(dossier("odile-brandt", LOOKUP))
    assert "person · Mayor · Port Selma · 3 statements · mentioned 4 times" in shown
    assert "also: Brandt, Mayor Odile Brandt" in shown
    assert "the night ferry  supports" in shown
    assert "cue        “supports” (support)" in shown and "sure       clear, 91%" in shown
    assert "disagrees with fishermen’s union on the night ferry" in shown
    assert "by pronoun" in shown


def test_conditions_and_hedges_are_among_the_reasons() -> None:
    assert "condition  “provided that the state pays for new buoys”" in text(dossier("petr-havel-lund", LOOKUP), 200)
    assert "hedged     “not off the table”" in text(dossier("senior-official", LOOKUP), 200)


def answers(*given: str) -> list[str]:
    statement = msgspec.structs.replace(STATEMENTS[0], reasons=given)
    return [" ".join("".join(words for words, _ in row).split()) for row in reasons(statement, LOOKUP)]


def test_each_reason_stands_beside_the_question_that_it_answers() -> None:
    assert answers(
        "holder: “she” is Odile Brandt", "“supports” (support) speaks for the content", "found by learned"
    ) == [
        "cue “supports” (support)",
        "speaker “she” is Odile Brandt",
        "stance “supports” (support) speaks for the content",
        "sure clear, 91%, found by the trained model",
    ]
    assert "time past, because of “ago”" in answers("past: “ago”")
    assert "sure clear, 91%, found by the rule “according to”" in answers("found by rule: according to")


def test_a_correction_is_named_as_such() -> None:
    assert "corrected stance set by hand; the analysis said unclear" in answers(
        "stance set by hand; the analysis said unclear"
    )


@given(st.lists(st.text(max_size=30), max_size=6))
def test_no_reason_is_lost_but_the_condition_that_has_a_row_of_its_own(given_reasons: list[str]) -> None:
    shown = "".join(answers(*given_reasons))
    for one in given_reasons:
        if not one.startswith(("condition: ", "found by ")):
            last = one.rstrip(".").rpartition(": ")[2]
            assert "".join(last.split()) in "".join(shown.split())


def test_what_is_not_counted_says_so() -> None:
    assert "past, not counted" in text(dossier("transport-ministry", LOOKUP), 200)
    assert "expected, not counted" in text(dossier("petr-havel-lund", LOOKUP), 200)


def test_who_is_only_mentioned_has_a_dossier_too() -> None:
    assert "they are only mentioned" in text(dossier("norrland", LOOKUP))


def test_all_statements_hold_those_of_unknown_speakers() -> None:
    assert "unknown speaker: Residents of the old quay fear the noise" in text(all_statements(LOOKUP), 200)


@pytest.mark.parametrize("width", [50, 110])
def test_a_comparison_keeps_each_sides_words_on_its_side(width: int) -> None:
    page = comparison("odile-brandt", "fishermen-s-union", LOOKUP)
    assert "the night ferry  they disagree" in text(page, width)
    for row in page.rows(width):
        for side, target in enumerate(row.targets):
            if isinstance(target, Statement) and len(row.targets) == 2:
                assert target.stakeholder == ("odile-brandt", "fishermen-s-union")[side]


def test_a_comparison_begins_with_what_sets_the_two_apart() -> None:
    headings = [
        text
        for row in comparison("odile-brandt", "fishermen-s-union", LOOKUP).rows(100)
        for text, role in row.pieces
        if role == "group"
    ]
    shown = text(comparison("odile-brandt", "fishermen-s-union", LOOKUP))
    assert headings[0] == "the night ferry" and "the night ferry  they disagree" in shown
    assert shown.index("they disagree") < shown.index("a state subsidy")


def test_agreements_end_with_what_the_text_tells_in_two_ways() -> None:
    note = "The figures differ: “300 seats” and “250 seats”."
    shown = text(agreements(Lookup(msgspec.structs.replace(BRIEFING, notes=(note,)))), 120)
    assert note in shown
    assert "against itself" not in text(agreements(LOOKUP), 120)


def test_what_a_note_quotes_leads_to_its_place() -> None:
    note = "The figures differ: “cost four million a year” and “one million”."
    page = agreements(Lookup(msgspec.structs.replace(BRIEFING, notes=(note,))))
    shown = text(page, 120)
    assert shown.endswith(
        "The ferry would cost four million a year.  ¶\xa04\n     Tickets would bring in one million.  ¶\xa05"
    )
    targets = [row.targets[0] for row in page.rows(120) if row.targets][-2:]
    assert targets == [span("cost four million a year"), span("one million")]


def test_agreements_name_sides_conditions_and_pairs() -> None:
    shown = text(agreements(LOOKUP), 120)
    assert "S supports     Odile Brandt" in shown
    assert "C conditional  Petr Havel-Lund: provided that the state pays for new buoys" in shown
    assert "fishermen’s union and Amalie Roth agree on the night ferry" in shown


def with_changes(stance: Stance, **changes: dict[str, object]) -> Lookup:
    """The briefing with some statements changed, and what Odile Brandt's add up to on the night ferry."""
    statements = tuple(msgspec.structs.replace(one, **changes.get(one.id, {})) for one in STATEMENTS)
    held = tuple(one.id for one in statements[:2] if one.status == "current")
    first = msgspec.structs.replace(BRIEFING.positions[0], stance=stance, statements=held)
    return Lookup(msgspec.structs.replace(BRIEFING, statements=statements, positions=(first, *BRIEFING.positions[1:])))


def test_who_changed_to_a_mixed_position_is_not_said_to_take_the_side_of_its_first_statement() -> None:
    past = {"stakeholder": "odile-brandt", "issue": "night-ferry"}
    lookup = with_changes("mixed", s2={"stance": "opposes"}, s6=past)
    shown = text(agreements(lookup), 120)
    assert "Odile Brandt on the night ferry: formerly opposes, now mixed" in shown
    assert "now supports" not in shown


def test_agreements_give_every_condition_of_a_position() -> None:
    conditions = {
        "s1": {"stance": "conditional", "condition": span("on a ferry that would cross the sound all night")},
        "s2": {"stance": "conditional", "condition": span("at four in the morning")},
    }
    shown = text(agreements(with_changes("conditional", **conditions)), 140)
    assert "Odile Brandt: on a ferry that would cross the sound all night; at four in the morning" in shown


def test_a_direct_quotation_is_cited_as_hers_and_nothing_else_is() -> None:
    for statement in STATEMENTS:
        cited = cite_statement(statement, LOOKUP)
        for piece in statement.content:
            assert " ".join(piece.of(ARTICLE.text).split()) in cited
        assert ("in the article’s words" in cited) == (statement.form != "direct")
    assert cite_statement(STATEMENTS[5], LOOKUP).endswith("[past]")


def test_a_selection_is_cited_with_its_place() -> None:
    cited = cite_selection(ARTICLE, span("nets would be cut every night"))
    assert cited == (
        "“nets would be cut every night” — “Harbour Towns Split over the Night Ferry”, "
        "The Sound Courier, 2025-03-02, ¶ 2"
    )


def test_a_row_lists_every_cell_with_evidence() -> None:
    row = describe_row("odile-brandt", LOOKUP)
    assert row.startswith("Odile Brandt (Mayor, Port Selma)\n")
    assert describe_cell("odile-brandt", "state-subsidy", LOOKUP) in row
    assert "pier" not in row.replace("“Harbour", "")


def test_a_copied_cell_says_where_the_machine_is_unsure() -> None:
    assert describe_cell("amalie-roth", "night-ferry", LOOKUP).startswith(
        "Amalie Roth — the night ferry: opposes, unsure\n"
    )
    assert describe_cell("senior-official", "state-subsidy", LOOKUP).partition("\n")[0].endswith(": unclear")
    assert describe_cell("odile-brandt", "night-ferry", LOOKUP).partition("\n")[0].endswith(": supports")


def test_help_names_every_key_that_works_in_the_pane() -> None:
    keymap = make_keymap(ACTIONS, {"compare": "K"})
    shown = text(help_page(keymap, "positions"), 110)
    for action in keymap.of("positions", "everywhere"):
        assert action.help.split()[0] in shown
    assert "K " in shown and "S supports" in shown


@given(
    st.lists(st.tuples(st.text(alphabet="ab cé中\n", max_size=20), st.just("quiet")), max_size=5), st.integers(2, 30)
)
def test_wrapped_pieces_fit_and_lose_nothing_but_space(pieces: list[tuple[str, str]], width: int) -> None:
    lines = wrap_pieces(pieces, width)
    shown = "".join(text for line in lines for text, _ in line)
    assert "".join(shown.split()) == "".join("".join(text for text, _ in pieces).split())
    assert all(columns("".join(text for text, _ in line)) <= width for line in lines)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_row_of_a_page_is_wider_than_the_page(width: int) -> None:
    pages = [dossier(one.id, LOOKUP) for one in BRIEFING.stakeholders]
    pages += [agreements(LOOKUP), all_statements(LOOKUP), comparison("odile-brandt", "amalie-roth", LOOKUP)]
    for page in pages:
        for row in page.rows(width):
            assert columns("".join(text for text, _ in row.pieces)) <= width, row


def test_what_another_program_writes_keeps_its_indentation() -> None:
    writer = PageWriter(20)
    writer.verbatim('    "title": "The night ferry"')
    writer.verbatim("\tb")
    assert ["".join(piece for piece, _ in row.pieces) for row in writer.rows] == [
        '     "title": "The',
        '     night ferry"',
        "         b",
    ]
