"""Her folders in; the codebooks and actor dictionaries that the analysis is to use out.

A codebook (`issues/*.toml`, `issues/*.csv`) names issues, an actor dictionary (`actors/*.toml`) names people and
bodies. Their contents are read by the steps that use them; here they are only found and fingerprinted, because a
result that was made with other dictionaries must not come from the cache.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from briefing.errors import ConfigurationError


class Dictionaries(Struct, frozen=True, kw_only=True):
    """The user's own files that change what the analysis finds; both empty by default."""

    codebooks: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()

    @classmethod
    def in_folders(cls, codebooks: Path, actors: Path) -> Dictionaries:
        """The dictionaries in two folders, in the order of their names; a folder that does not exist holds none."""
        return cls(codebooks=_files(codebooks, ("*.toml", "*.csv")), actors=_files(actors, ("*.toml",)))

    def __bool__(self) -> bool:
        return bool(self.codebooks or self.actors)

    def fingerprint(self) -> str:
        """SHA-256 of names and contents, in hexadecimal; empty if there are no dictionaries.

        Raises:
            ConfigurationError: a file cannot be read.
        """
        if not self:
            return ""
        digest = hashlib.sha256()
        for kind, files in (("issues", self.codebooks), ("actors", self.actors)):
            for file in files:
                try:
                    content = file.read_bytes()
                except OSError as error:
                    raise ConfigurationError(f"{file}: cannot be read ({error.strerror or error})") from error
                digest.update(f"{kind}\0{file.name}\0{len(content)}\0".encode())
                digest.update(content)
        return digest.hexdigest()


def _files(folder: Path, patterns: Iterable[str]) -> tuple[Path, ...]:
    return tuple(sorted(file.resolve() for pattern in patterns for file in folder.glob(pattern) if file.is_file()))
