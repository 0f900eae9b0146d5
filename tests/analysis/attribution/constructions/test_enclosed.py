"""Who speaks where a clause or an apposition stands between subject and verb."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.analysis.attribution.constructions.enclosed import leave_enclosed
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import read_tokens


@pytest.mark.parametrize(
    ("text", "wrong", "cue", "right"),
    [
        ("The guild, an opponent of the fee, says it would pay.", "an opponent of the fee", "says", "The guild"),
        ("Mayor Piet Maas, who called such wells unsafe, said little.", "such wells unsafe", "said", "Mayor Piet Maas"),
        ("The mayor of Lund said little.", "The mayor of Lund", "said", "The mayor of Lund"),
        ("On Monday the guild, an old one, said little.", "the guild", "said", "the guild"),
    ],
)
def test_speaker(nlp: Language, text: str, wrong: str, cue: str, right: str) -> None:
    tokens = read_tokens(nlp(text))

    def place(words: str) -> list[int]:
        start = text.index(words)
        return tokens.between(start, start + len(words))

    draft = Draft(place(wrong), place(cue), [len(tokens) - 2])
    leave_enclosed(tokens, [draft])
    assert draft.source == place(right)
