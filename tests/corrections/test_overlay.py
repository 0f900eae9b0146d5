"""Given a briefing and decisions: what the briefing says then."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.corrections.anchoring import anchor_of
from briefing.corrections.correction import Actor, StakeholderCorrection, StatementCorrection
from briefing.corrections.overlay import apply
from briefing.exports.evidence import verify
from briefing.model import Article, Issue, Statement
from tests.corrections.conftest import TEXT, decision, span


def stance_of(briefing, holder, issue):
    return next((one.stance for one in briefing.positions if (one.stakeholder, one.issue) == (holder, issue)), None)


def statement_of(review, number):
    return next(one for one in review.briefing.statements if one.id == number)


def test_without_decisions_nothing_changes(weir):
    review = apply(weir, [])
    assert review.briefing is weir
    assert review.reviewed == frozenset()


def test_a_stance_set_by_hand_is_the_position(weir):
    review = apply(weir, [decision(weir, "s1", stance="opposes")])
    assert stance_of(review.briefing, "ada-quill", "new-weir") == "opposes"
    corrected = statement_of(review, "s1")
    assert corrected.confidence == 1.0
    assert corrected.why == ""
    assert corrected.reasons == ("stance set by hand; the analysis said supports", "“help” speaks for it")
    assert review.reviewed == {"s1"}


def test_what_is_found_right_keeps_its_label_and_is_reviewed(weir):
    review = apply(weir, [decision(weir, "s1", verdict="right")])
    assert statement_of(review, "s1").stance == "supports"
    assert statement_of(review, "s1").confidence == 1.0
    assert review.reviewed == {"s1"}
    assert review.briefing.positions == weir.positions


def test_words_given_to_another_mouth_leave_the_first_one(weir):
    review = apply(weir, [decision(weir, "s1", stakeholder="boat-owners")])
    assert stance_of(review.briefing, "ada-quill", "new-weir") is None
    assert stance_of(review.briefing, "boat-owners", "new-weir") == "mixed"
    assert statement_of(review, "s1").reasons[0] == "stakeholder set by hand; the analysis said Ada Quill"


def test_an_issue_from_which_everything_was_moved_is_no_column_any_more(weir):
    dam = Issue(id="dam", label="a dam")
    moved = [replace(decision(weir, number, issue="dam"), issue=dam) for number in ("s1", "s2")]
    assert [one.label for one in apply(weir, moved[:1]).briefing.issues] == ["new weir", "plan", "a dam"]
    assert [one.label for one in apply(weir, moved).briefing.issues] == ["plan", "a dam"]
    back = [decision(weir, "s1", issue="new-weir")]
    assert [one.label for one in apply(weir, [*moved, *back]).briefing.issues] == ["new weir", "plan", "a dam"]


def test_an_issue_on_which_the_analysis_found_nothing_stays(weir):
    open_issue = replace(weir, issues=(*weir.issues, Issue(id="quay", label="a quay")))
    review = apply(open_issue, [decision(weir, "s1", verdict="none")])
    assert [one.label for one in review.briefing.issues] == ["new weir", "plan", "a quay"]


def test_nobody_known_holds_no_position(weir):
    review = apply(weir, [decision(weir, "s1", stakeholder=None)])
    assert stance_of(review.briefing, "ada-quill", "new-weir") is None


def test_a_past_statement_called_current_makes_a_position(weir):
    assert stance_of(weir, "quill", "plan") is None
    review = apply(weir, [decision(weir, "s3", status="current")])
    assert stance_of(review.briefing, "quill", "plan") == "opposes"


def test_a_statement_that_is_none_disappears_with_its_position(weir):
    review = apply(weir, [decision(weir, "s1", verdict="none")])
    assert [one.id for one in review.briefing.statements] == ["s2", "s3"]
    assert stance_of(review.briefing, "ada-quill", "new-weir") is None
    assert statement_of(review, "s3").within is None


def test_a_later_decision_counts(weir):
    first = decision(weir, "s1", stance="opposes")
    once = apply(weir, [first]).briefing
    review = apply(weir, [first, decision(once, "s1", stance="conditional")])
    assert stance_of(review.briefing, "ada-quill", "new-weir") == "conditional"


def test_two_fields_decided_one_after_the_other_both_stay(weir):
    first = decision(weir, "s1", stance="opposes")
    second = decision(apply(weir, [first]).briefing, "s1", issue="plan")
    corrected = statement_of(apply(weir, [first, second]), "s1")
    assert (corrected.stance, corrected.issue) == ("opposes", "plan")


def test_a_condition_goes_with_the_stance_conditional(weir):
    words = span("the valley")
    conditional = decision(weir, "s1", stance="conditional", condition=words)
    conditional = replace(conditional, fields=("stance",))
    review = apply(weir, [conditional])
    assert statement_of(review, "s1").condition == words
    back = replace(decision(review.briefing, "s1", stance="supports"), fields=("stance",))
    assert statement_of(apply(weir, [conditional, back]), "s1").condition is None


def test_a_decision_outlives_an_analysis_that_cuts_the_words_a_little_differently(weir):
    wider = replace(
        weir,
        statements=(replace(weir.statements[0], id="s7", content=(span("said the new weir would help the valley"),)),),
        positions=(),
    )
    review = apply(wider, [decision(weir, "s1", stance="opposes")])
    assert statement_of(review, "s7").stance == "opposes"


def test_a_decision_outlives_an_analysis_that_no_longer_finds_the_statement(weir):
    others = (weir.statements[1], replace(weir.statements[2], within=None))
    later = replace(weir, statements=others, positions=weir.positions[1:])
    review = apply(later, [decision(weir, "s1", stance="opposes")])
    assert stance_of(review.briefing, "ada-quill", "new-weir") == "opposes"
    assert [one.id for one in review.briefing.statements] == ["h1", "s2", "s3"]
    verify(review.briefing)


def test_holder_and_issue_that_the_analysis_no_longer_has_are_made_again(weir):
    later = replace(weir, stakeholders=weir.stakeholders[1:], issues=(), statements=(), positions=())
    review = apply(later, [decision(weir, "s1", stance="opposes")])
    assert stance_of(review.briefing, "ada-quill", "new-weir") == "opposes"
    assert {one.name for one in review.briefing.stakeholders} >= {"Ada Quill"}
    assert [one.label for one in review.briefing.issues] == ["new weir"]
    verify(review.briefing)


def test_a_holder_is_found_under_another_id(weir):
    renamed = replace(
        weir,
        stakeholders=(replace(weir.stakeholders[0], id="quill-a"), *weir.stakeholders[1:2]),
        statements=(replace(weir.statements[0], stakeholder="quill-a"),),
        positions=(),
    )
    review = apply(renamed, [decision(weir, "s1", stance="opposes")])
    assert stance_of(review.briefing, "quill-a", "new-weir") == "opposes"


def test_a_missed_statement_can_be_added(weir):
    words = span("The ferryman said nothing")
    missed = Statement(id="", stakeholder="ferryman", form="action", content=(words,), issue="new-weir", stance="mixed")
    added = StatementCorrection(
        verdict="changed",
        anchor=anchor_of(TEXT, words),
        statement=missed,
        fields=("stakeholder", "issue", "stance", "status", "content"),
        holder=Actor(id="ferryman", name="The ferryman", kind="person"),
        issue=weir.issues[0],
    )
    review = apply(weir, [added])
    assert stance_of(review.briefing, "ferryman", "new-weir") == "mixed"
    assert review.reviewed == {"h1"}
    verify(review.briefing)


def test_words_that_are_gone_leave_an_orphan(weir):
    other = replace(weir, article=Article(text="Quite another text."), statements=(), positions=(), stakeholders=())
    one = decision(weir, "s1", stance="opposes")
    review = apply(other, [one])
    assert review.orphans == (one,)
    assert review.briefing.statements == ()


def test_words_that_moved_are_found_again(weir):
    text = "A new first sentence. " + TEXT
    later = replace(weir, article=Article(text=text), statements=(), positions=(), stakeholders=())
    review = apply(later, [decision(weir, "s1", stance="opposes")])
    found = review.briefing.statements[0]
    assert found.content[0].of(text) == "the new weir would help the valley"
    assert found.cue.of(text) == "said"
    assert found.source.of(text) == "The miller, Ada Quill"


def test_two_who_are_one_are_joined(weir):
    quill, ada = Actor(id="quill", name="Quill"), Actor(id="ada-quill", name="Ada Quill")
    review = apply(weir, [StakeholderCorrection(actor=quill, same_as=ada)])
    assert [one.id for one in review.briefing.stakeholders] == ["ada-quill", "boat-owners"]
    assert review.briefing.stakeholders[0].aliases == ("Quill",)
    assert statement_of(review, "s3").stakeholder == "ada-quill"
    assert review.briefing.stakeholders[0].affiliation is None
    verify(review.briefing)


def test_a_name_and_a_kind_can_be_set(weir):
    actor = Actor(id="boat-owners", name="Boat owners")
    review = apply(weir, [StakeholderCorrection(actor=actor, name="Boat Owners' Guild", kind="organization")])
    guild = review.briefing.stakeholders[1]
    assert (guild.name, guild.kind, guild.aliases) == ("Boat Owners' Guild", "organization", ("Boat owners",))
    assert stance_of(review.briefing, "boat-owners", "new-weir") == "opposes"


def test_who_is_no_stakeholder_holds_nothing(weir):
    review = apply(weir, [StakeholderCorrection(actor=Actor(id="ada-quill", name="Ada Quill"), is_none=True)])
    assert [one.id for one in review.briefing.stakeholders] == ["boat-owners", "quill"]
    assert review.briefing.stakeholders[1].affiliation is None
    assert statement_of(review, "s1").stakeholder is None
    assert stance_of(review.briefing, "ada-quill", "new-weir") is None
    verify(review.briefing)


def test_a_decision_about_someone_who_is_not_there_is_an_orphan(weir):
    one = StakeholderCorrection(actor=Actor(id="nobody", name="Nobody"), is_none=True)
    assert apply(weir, [one]).orphans == (one,)


def test_positions_that_no_decision_touches_stay_as_the_analysis_made_them(weir):
    # The analysis may weigh statements otherwise than the rule that combines decided ones.
    odd = replace(weir, positions=(weir.positions[0], replace(weir.positions[1], stance="mixed")))
    review = apply(odd, [decision(odd, "s1", stance="opposes")])
    assert stance_of(review.briefing, "boat-owners", "new-weir") == "mixed"


@pytest.mark.parametrize("stance", ["supports", "opposes", "conditional", "mixed", "unclear"])
def test_every_stance_can_be_set(weir, stance):
    assert stance_of(apply(weir, [decision(weir, "s2", stance=stance)]).briefing, "boat-owners", "new-weir") == stance


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("stance"), st.sampled_from(["supports", "opposes", "unclear", "mixed"])),
            st.tuples(st.just("stakeholder"), st.sampled_from(["ada-quill", "boat-owners", "quill", None])),
            st.tuples(st.just("status"), st.sampled_from(["current", "past", "hearsay"])),
            st.tuples(st.just("none"), st.none()),
            st.tuples(st.just("nobody"), st.sampled_from(["ada-quill", "quill"])),
        ),
        max_size=8,
    ),
    st.data(),
)
def test_after_any_decisions_the_briefing_is_whole(weir, kinds, data):
    corrections = []
    for kind, value in kinds:
        briefing = apply(weir, corrections).briefing
        if kind == "nobody":
            corrections.append(StakeholderCorrection(actor=Actor(id=value, name=value), is_none=True))
        elif briefing.statements:
            which = data.draw(st.sampled_from([one.id for one in briefing.statements]))
            ids = {one.id for one in briefing.stakeholders}
            if kind == "none":
                corrections.append(decision(briefing, which, verdict="none"))
            elif kind != "stakeholder" or value is None or value in ids:
                corrections.append(decision(briefing, which, **{kind: value}))
    review = apply(weir, corrections)
    verify(review.briefing)
    assert review.reviewed <= {one.id for one in review.briefing.statements}


def test_a_new_issue_can_be_named(weir):
    one = replace(decision(weir, "s2", issue="plan"), issue=Issue(id="boats", label="boats on the river"))
    review = apply(weir, [one])
    assert stance_of(review.briefing, "boat-owners", "boats") == "opposes"
    assert review.briefing.issues[-1].label == "boats on the river"


def test_of_two_who_say_the_same_only_the_one_that_is_meant_changes(weir):
    both = replace(weir, statements=(*weir.statements, replace(weir.statements[0], id="s4", stakeholder="quill")))
    review = apply(both, [decision(both, "s4", stance="opposes")])
    assert statement_of(review, "s1").stance == "supports"
    assert statement_of(review, "s4").stance == "opposes"
