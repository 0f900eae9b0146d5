"""The environment in; the folders in which the program keeps its files out.

Follows the XDG Base Directory Specification 0.8 (https://specifications.freedesktop.org/basedir-spec/latest/) on every
system, macOS included, so that one path in the documentation is right for everyone.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from briefing.errors import NoOutputError

APPLICATION = "briefing"
PRIVATE_FOLDER = 0o700


class Places(Struct, frozen=True, kw_only=True):
    """Four folders, each for files of one kind; none of them needs to exist."""

    config: Path
    """What she writes and the program only reads: config.toml, themes, codebooks, actors, templates."""
    cache: Path
    """What can be computed again; always safe to delete."""
    data: Path
    """What cannot be computed again: corrections, the library."""
    state: Path
    """Where she was: reading positions, the log, the last copied text."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Places:
        """The folders that the variables HOME and XDG_*_HOME name.

        A relative path in an XDG variable is ignored, as the specification demands.
        """
        home = Path(environment.get("HOME") or Path("~").expanduser())

        def folder(variable: str, default: str) -> Path:
            named = environment.get(variable, "")
            base = Path(named) if named and Path(named).is_absolute() else home / default
            return base / APPLICATION

        return cls(
            config=folder("XDG_CONFIG_HOME", ".config"),
            cache=folder("XDG_CACHE_HOME", ".cache"),
            data=folder("XDG_DATA_HOME", ".local/share"),
            state=folder("XDG_STATE_HOME", ".local/state"),
        )

    @property
    def config_file(self) -> Path:
        """The configuration file."""
        return self.config / "config.toml"

    @property
    def themes(self) -> Path:
        """Folder of her own themes."""
        return self.config / "themes"

    @property
    def codebooks(self) -> Path:
        """Folder of her codebooks of issues."""
        return self.config / "issues"

    @property
    def actors(self) -> Path:
        """Folder of her dictionaries of actors."""
        return self.config / "actors"

    @property
    def templates(self) -> Path:
        """Folder of her export templates."""
        return self.config / "templates"

    @property
    def analyses(self) -> Path:
        """Folder of cached results."""
        return self.cache / "analyses"

    @property
    def pages(self) -> Path:
        """Folder of fetched pages, kept as they came."""
        return self.cache / "pages"

    @property
    def corrections(self) -> Path:
        """Folder of what she corrected; it cannot be computed again."""
        return self.data / "corrections"

    @property
    def reading_positions(self) -> Path:
        """Folder of reading positions."""
        return self.state / "positions"

    @property
    def log(self) -> Path:
        """Where an unexpected error is written."""
        return self.state / "briefing.log"

    @property
    def worker_log(self) -> Path:
        """Where the analysis process writes what libraries print."""
        return self.state / "worker.log"

    @property
    def clipboard(self) -> Path:
        """Where every copied text is also written, for terminals that refuse it."""
        return self.state / "clipboard.txt"


def make_private_folder(folder: Path) -> None:
    """Create a folder that only its owner can enter, with its parents; an existing one is left as it is.

    Raises:
        NoOutputError: it cannot be created.
    """
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        raise NoOutputError(
            f"{folder}: this folder cannot be created ({error.strerror or error}); make it, or choose another place "
            f"with the XDG variables ('briefing paths' lists them)"
        ) from error
