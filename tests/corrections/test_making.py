"""From what a reader says to a decision, and on to the briefing."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.corrections import making
from briefing.corrections.overlay import apply
from briefing.corrections.stakeholders import actor_of
from briefing.exports.evidence import verify
from briefing.model import Span
from tests.corrections.conftest import TEXT, span


def after(weir, correction):
    briefing = apply(weir, [correction]).briefing
    verify(briefing)
    return {one.id: one for one in briefing.statements}, briefing


def test_each_part_of_a_statement(weir):
    first = weir.statements[0]
    assert after(weir, making.found_right(weir, first))[0]["s1"].stance == "supports"
    assert "s2" not in after(weir, making.no_statement(weir, weir.statements[1]))[0]
    assert after(weir, making.with_stance(weir, first, "mixed"))[0]["s1"].stance == "mixed"
    assert after(weir, making.with_status(weir, first, "past"))[0]["s1"].status == "past"
    owners = actor_of(weir.stakeholders[1])
    assert after(weir, making.with_holder(weir, first, owners))[0]["s1"].stakeholder == "boat-owners"
    assert after(weir, making.with_holder(weir, first, None))[0]["s1"].stakeholder is None
    assert after(weir, making.with_issue(weir, first, weir.issues[1]))[0]["s1"].issue == "plan"
    assert after(weir, making.with_issue(weir, first, None))[0]["s1"].issue is None


def test_a_condition_has_words_of_its_own(weir):
    words = span("the valley")
    correction = making.with_stance(weir, weir.statements[0], "conditional", words)
    assert after(weir, correction)[0]["s1"].condition == words
    assert after(weir, making.with_stance(weir, weir.statements[0], "opposes", words))[0]["s1"].condition is None


def test_somebody_new_and_something_new(weir):
    ferryman = making.new_actor(weir, "The ferryman", "person")
    issue = making.new_issue(weir, "New weir")
    assert (ferryman.id, issue.id) == ("the-ferryman", "new-weir-2")
    words = span("he ferryman said nothin")
    statements, briefing = after(weir, making.missed(weir, words, "action", ferryman, issue, "opposes"))
    assert statements["h1"].content[0].of(TEXT) == "The ferryman said nothing"
    assert briefing.stakeholders[-1].name == "The ferryman"
    assert briefing.issues[-1].label == "New weir"


def test_stakeholders(weir):
    ada, owners, quill = weir.stakeholders
    assert len(after(weir, making.no_stakeholder(owners))[1].stakeholders) == 2
    assert len(after(weir, making.same_as(quill, ada))[1].stakeholders) == 2
    assert after(weir, making.with_name(ada, "Dame Ada Quill"))[1].stakeholders[0].name == "Dame Ada Quill"
    assert after(weir, making.with_kind(owners, "organization"))[1].stakeholders[1].kind == "organization"


@given(st.text("ab .”", max_size=30), st.data())
def test_whole_words_hold_what_was_marked_and_cut_no_word(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = making.whole_words(text, Span(start, end))
    marked = Span(start, end).of(text)
    if not marked.strip():
        assert found.start == found.end
        return
    assert marked.strip() in found.of(text)
    assert found.of(text) == found.of(text).strip()
    for place in (found.start, found.end):
        assert not (0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum())
