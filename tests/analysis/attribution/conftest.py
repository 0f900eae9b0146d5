"""A trained spaCy pipeline with nothing but our structure and attribution steps: what anyone can put together."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from briefing.analysis.models import DEFAULT_MODEL, installed_package


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline; loaded once for all tests of this folder."""
    nlp = spacy.load(installed_package(DEFAULT_MODEL))
    nlp.add_pipe("briefing_structure", first=True)
    nlp.add_pipe("briefing_attribution")
    return nlp
