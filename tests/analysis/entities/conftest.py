"""A text in; the named actors that the step briefing_entities finds out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from briefing.analysis.layers import Actor

Find = Callable[[str], dict[str, Actor]]


@pytest.fixture
def find(nlp: Language) -> Find:
    """The named actors of a text, by name."""

    def find(text: str) -> dict[str, Actor]:
        doc = nlp.make_doc(text)
        for name, component in nlp.pipeline:
            doc = component(doc)
            if name == "briefing_entities":
                break
        return {actor.name: actor for actor in doc._.briefing_actors}

    return find
