"""A document that is a ZIP archive of XML files in; single members and their trees out, never more than is safe.

A "zip bomb" is small on the disk and huge when unpacked; entities in XML can do the same or fetch other files. Sizes
are counted while unpacking (what the archive says about them is not trusted), and entities are not expanded.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from briefing.errors import UndecodableError

LARGEST_MEMBER = 24 * 1024 * 1024
"""Most bytes of one unpacked member; its tree takes about ten times as much memory."""

MOST_MEMBERS = 10_000


class Package:
    """The members of one archive."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise UndecodableError(f"{name}: is a damaged archive; get the file again") from error
        if len(self._archive.namelist()) > MOST_MEMBERS:
            raise UndecodableError(f"{name}: holds more than {MOST_MEMBERS} files; not read")

    def __contains__(self, member: str) -> bool:
        return member in self._archive.NameToInfo

    def read(self, member: str) -> bytes:
        """The bytes of a member.

        Raises:
            UndecodableError: it is missing, damaged, encrypted, or larger than any document's text.
        """
        try:
            with self._archive.open(member) as file:
                data = file.read(LARGEST_MEMBER + 1)
        except KeyError as error:
            raise UndecodableError(f"{self.name}: lacks {member}; get the file again") from error
        except RuntimeError as error:
            raise UndecodableError(f"{self.name}: is protected by a password; save it without one") from error
        except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError) as error:
            raise UndecodableError(f"{self.name}: is a damaged archive; get the file again") from error
        if len(data) > LARGEST_MEMBER:
            raise UndecodableError(f"{self.name}: unpacks to more than {LARGEST_MEMBER // 2**20} MiB; not read")
        return data

    def tree(self, member: str) -> Any:
        """The XML tree of a member (see `read` for the errors)."""
        return parse_xml(self.read(member), self.name)


def parse_xml(data: bytes, name: str) -> Any:
    """The root element of an XML document; entities are not expanded, nothing is fetched, small faults are mended.

    Raises:
        UndecodableError: there is no element in it.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UndecodableError(f"{name}: holds damaged XML; get the file again") from error
    if root is None:
        raise UndecodableError(f"{name}: holds damaged XML; get the file again")
    return root


def texts_of(root: Any, name: str) -> str | None:
    """The texts of all elements of a local name, whatever their namespace, with commas between; None without any."""
    texts = ("".join(element.itertext()).strip() for element in root.xpath(f".//*[local-name()='{name}']"))
    return ", ".join(dict.fromkeys(text for text in texts if text)) or None


def text_of(root: Any, path: str) -> str | None:
    """The text of the first element at a path of local names, whatever their namespaces."""
    steps = "".join(f"/*[local-name()='{step}']" for step in path.split("/"))
    for element in root.xpath(f".{steps if steps.startswith('//') else '/' + steps}"):
        return "".join(element.itertext()).strip() or None
    return None
