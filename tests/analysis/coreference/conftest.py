"""A text and a word of it in; the actor that the word is a mention of out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

Who = Callable[[str, str], str | None]


@pytest.fixture
def who(nlp: Language) -> Who:
    """The name of the actor that a word of the text is a mention of (its last occurrence)."""

    def who(text: str, word: str) -> str | None:
        doc = nlp.make_doc(text)
        for name, component in nlp.pipeline:
            doc = component(doc)
            if name == "briefing_coreference":
                break
        start = text.rindex(word)
        for actor in doc._.briefing_actors:
            if any(mention.start <= start and start + len(word) <= mention.end for mention in actor.mentions):
                return str(actor.name)
        return None

    return who
