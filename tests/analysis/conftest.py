"""The pipeline that the tests of the analysis share: loaded once, since loading takes longer than the tests."""

from __future__ import annotations

import pytest
from hypothesis import settings
from spacy.language import Language

from briefing.analysis import load_pipeline

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")  # How long an example takes says more about the machine than about the code.


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline with the default model."""
    return load_pipeline()
