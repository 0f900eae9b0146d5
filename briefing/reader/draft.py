"""What she chose about an export, and the small private file in which the last choice is kept."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from briefing.errors import NoOutputError
from briefing.files import write_atomically
from briefing.settings.places import make_private_folder


class Draft(Struct, frozen=True, kw_only=True):
    """An export that is not written yet."""

    format: str = "markdown"
    """Id of one of `briefing.exports.FORMATS`."""
    front_matter: str = ""
    """Of Markdown: flat or none; empty is the usual one."""
    template: str = ""
    """Name of a template of her own instead of the built-in layout of Markdown."""
    stakeholder: str | None = None
    """Id, if the export is of one stakeholder."""
    issue: str | None = None
    """Id, if it is of one issue."""
    compare: tuple[str, str] | None = None
    """Ids, if it compares two stakeholders."""
    reviewed_only: bool = False
    """Whether what no human has confirmed or corrected is left out."""
    tlp: str | None = None
    """Label of the Traffic Light Protocol, in small letters."""
    handling: str = ""
    """Handling marking in words."""
    folder: str = ""
    """Where the file goes; empty is the present folder."""
    name: str = ""
    """Name of the file; empty takes the one that `briefing.exports.file_name` makes."""

    def choices(self) -> dict[str, Any]:
        """The arguments of `briefing.exports.render` and `file_name`."""
        given = {
            "stakeholder": self.stakeholder,
            "issue": self.issue,
            "compare": self.compare,
            "reviewed_only": self.reviewed_only,
            "tlp": self.tlp,
            "handling": self.handling,
            "front_matter": self.front_matter,
            "template": self.template,
        }
        return {name: value for name, value in given.items() if value}

    def of_another_article(self) -> Draft:
        """The same without what belongs to one article only: scope and name."""
        return msgspec.structs.replace(self, stakeholder=None, issue=None, compare=None, reviewed_only=False, name="")


class LastExport:
    """The last choice, in a file; a damaged or absent file counts as none.

    Args:
        file: None keeps nothing.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def get(self) -> Draft:
        """The last choice."""
        if self._file is None:
            return Draft()
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Draft)
        except (OSError, msgspec.DecodeError):
            return Draft()

    def put(self, draft: Draft) -> None:
        """Keep a choice; that it cannot be written is not worth a message."""
        if self._file is not None:
            with suppress(NoOutputError):
                make_private_folder(self._file.parent)
                write_atomically(self._file, msgspec.json.encode(draft.of_another_article()))
