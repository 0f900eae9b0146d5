"""Where a content may end, and that the regression's choice is taken."""

from __future__ import annotations

from spacy.language import Language

from briefing.analysis.attribution.drafts import ContentIndex, Draft
from briefing.analysis.attribution.endings import possible_ends, settle_ends, with_end
from briefing.analysis.attribution.scoring import Regression
from briefing.analysis.attribution.tokens import Tokens, read_tokens
from briefing.analysis.lexicon.cues import load_cues

TEXT = "The union opposes the plan, which was drawn up in May."


def parsed(nlp: Language, text: str = TEXT) -> tuple[Tokens, Draft]:
    tokens = read_tokens(nlp(text))
    last = len(tokens) - 2
    return tokens, Draft([0, 1], [2], list(range(3, last + 1)))


def certainty(tokens: Tokens, value: float = 0.5) -> dict[str, list[float]]:
    return {name: [value] * len(tokens) for name in ("source", "cue", "content")}


def test_a_content_may_end_before_a_comma_a_clause_or_a_preposition(nlp: Language) -> None:
    tokens, draft = parsed(nlp)
    ends = [tokens.words[i] for i in possible_ends(tokens, draft, set())]
    assert ends[0] == "plan"
    assert ends[-1] == "May"
    assert "the" not in ends


def test_a_content_before_its_cue_or_in_quotation_marks_keeps_its_end(nlp: Language) -> None:
    before = read_tokens(nlp("The plan is bad, the union said on Monday."))
    assert possible_ends(before, Draft([5, 6], [7], [0, 1, 2, 3]), set()) == []
    quoted = read_tokens(nlp("The union said “the plan, as it stands, is bad” on Monday."))
    inside = [i for i in range(len(quoted)) if quoted.quotation[i] >= 0]
    assert possible_ends(quoted, Draft([0, 1], [2], inside), set()) == []


def test_a_content_does_not_grow_into_another(nlp: Language) -> None:
    tokens, draft = parsed(nlp)
    short = Draft(draft.source, draft.cue, [3, 4])
    taken = set(range(6, len(tokens)))
    assert possible_ends(tokens, short, taken) == [4]


def test_the_end_that_the_regression_prefers_is_taken(nlp: Language) -> None:
    tokens, draft = parsed(nlp)
    settle_ends(tokens, load_cues(), [draft], ContentIndex(), certainty(tokens), Regression({"after ,": 3.0}, 0.0))
    assert [tokens.words[i] for i in draft.content] == ["the", "plan"]


def test_where_the_tagger_is_sure_its_end_stays(nlp: Language) -> None:
    tokens, draft = parsed(nlp)
    sure = certainty(tokens, 1.0)
    sure["content"][-1] = 0.0
    before = list(draft.content)
    settle_ends(tokens, load_cues(), [draft], ContentIndex(), sure, Regression({"after ,": 3.0}, 0.0))
    assert draft.content == before


def test_a_new_end_cuts_or_adds_whole_tokens(nlp: Language) -> None:
    tokens, _ = parsed(nlp)
    assert with_end(tokens, [3, 4, 5, 6], 4) == [3, 4]
    assert with_end(tokens, [3, 4], 6) == [3, 4, 5, 6]
