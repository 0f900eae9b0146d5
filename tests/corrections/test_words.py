"""How a decision is told in one line."""

from briefing.corrections.correction import Actor, StakeholderCorrection
from briefing.corrections.words import describe
from tests.corrections.conftest import decision


def test_decisions_about_statements(weir):
    assert describe(decision(weir, "s1", stance="opposes")) == "opposes: the new weir would help the valley"
    assert describe(decision(weir, "s1", stakeholder="boat-owners")) == (
        "said by Boat owners: the new weir would help the valley"
    )
    assert describe(decision(weir, "s1", issue=None)).startswith("about no issue: ")
    assert describe(decision(weir, "s1", verdict="none")) == "no statement: the new weir would help the valley"
    assert describe(decision(weir, "s1", verdict="right")) == "right: the new weir would help the valley"


def test_decisions_about_stakeholders():
    quill = Actor(id="quill", name="Quill")
    assert describe(StakeholderCorrection(actor=quill, is_none=True)) == "no stakeholder: Quill"
    assert describe(StakeholderCorrection(actor=quill, same_as=Actor(id="a", name="Ada"))) == "Quill is Ada"
    assert describe(StakeholderCorrection(actor=quill, name="Ada Quill", kind="person")) == (
        "Quill is called Ada Quill and is of the kind person"
    )
