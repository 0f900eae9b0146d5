"""Imports spaCy without its command line, which makes up a third of the time that `import spacy` takes.

`spacy/__init__.py` imports `spacy.cli` (typer, weasel, jinja2, requests, httpx …) for the one name `spacy.info`. While
spaCy is imported here, a small stand-in answers to `spacy.cli.info`; it fetches the real function when it is called.
Afterwards the stand-in is gone and `import spacy.cli` works as ever.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

STAND_INS = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Import spaCy, by the short way if this version of spaCy allows it and by the usual one if not."""
    if "spacy" in sys.modules:
        return
    for name in STAND_INS:
        stand_in = ModuleType(name)
        stand_in.__path__ = []
        sys.modules[name] = stand_in
    setattr(sys.modules["spacy.cli.info"], "info", _info)  # noqa: B010
    try:
        import spacy
    except ImportError:
        _forget(*[name for name in sys.modules if name == "spacy" or name.startswith("spacy.")])
        import spacy
    else:
        _forget(*STAND_INS)
        for attribute in ("cli",):
            spacy.__dict__.pop(attribute, None)


def _forget(*names: str) -> None:
    for name in names:
        sys.modules.pop(name, None)


def _info(*arguments: Any, **options: Any) -> Any:
    """Stands in for `spacy.info`."""
    from spacy.cli.info import info

    return info(*arguments, **options)
