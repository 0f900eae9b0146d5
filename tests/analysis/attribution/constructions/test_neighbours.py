"""Given a draft whose cue is a border of clauses, it is none; every other draft stays."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.analysis.attribution.constructions.neighbours import without_borders
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import read_tokens

TEXT = "The clerk said little; nobody knows where the ferry will land."


@pytest.mark.parametrize(("cue", "kept"), [(";", False), ("where", False), ("knows", True)])
def test_a_semicolon_or_where_is_no_cue(nlp: Language, cue: str, kept: bool) -> None:
    tokens = read_tokens(nlp(TEXT))
    draft = Draft([], [tokens.words.index(cue)], [tokens.words.index("ferry")])
    assert without_borders(tokens, [draft]) == ([draft] if kept else [])
