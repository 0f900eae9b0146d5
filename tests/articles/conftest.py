"""The makers of documents, for all tests of this folder."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")  # How long an example takes says more about the machine than about the code.


def load_makers() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_documents", Path(__file__).with_name("make_documents.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def make() -> ModuleType:
    return load_makers()
