"""The door of this room: a source as the reader names it in, finished articles out.

A source is a path, an http or https address, "-" for standard input, a folder, or a pattern with `*`. Its bytes are
read (`sources`, `fetching`), its format is recognised (`detection`), the module of that format gives Documents, and
here their text is cleaned and the Article is put together.
"""

from __future__ import annotations

import glob
import hashlib
import os
import re
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from briefing.articles.characters import clean, without_hidden
from briefing.articles.detection import detect_format
from briefing.articles.document import MAXIMUM_CHARACTERS, Document
from briefing.articles.language import detect_language
from briefing.articles.metadata import metadata
from briefing.articles.parsing import parse
from briefing.articles.sources import Source, read_file, read_stream
from briefing.errors import NoInputError, UndecodableError
from briefing.model import Article
from briefing.structure import find_blocks, name_blocks

_MOJIBAKE = re.compile(r"â€[œ™˜“\x9d\x9c\x99]|Ã[©¨¡¼¶¤±³]")
"""UTF-8 that was read as windows-1252."""

_OTHER_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.I)

MOST_FILES = 10_000
"""Files that one folder or pattern may bring."""


def read_article(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    cache: Path | None = None,
    fresh: bool = False,
    mend: bool = False,
    separator: str | None = None,
) -> Article:
    """Read one article.

    Args:
        source: a path, an http or https address, or "-" for standard input.
        stdin: where "-" reads from, if not the standard input of the process.
        cache: folder that keeps fetched pages as they were; without it every address is fetched anew.
        fresh: whether to fetch anew what the cache has, and keep the new page in its place.
        mend: whether to mend mojibake ("â€œ" for a quotation mark); offsets then refer to the mended text.
        separator: regular expression of the line between the articles of a database's dump; known ones need none.

    Returns:
        The article; the first one, with a note, where the source holds several.

    Raises:
        NoInputError: there is no such source, or it is of a kind that is never read.
        UndecodableError: it is not text, or not the format it claims to be.
        InputOutputError: reading or fetching failed.
    """
    for article in read_articles(source, stdin=stdin, cache=cache, fresh=fresh, mend=mend, separator=separator):
        return article
    raise NoInputError(f"{source}: holds no article")


def read_articles(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    cache: Path | None = None,
    fresh: bool = False,
    mend: bool = False,
    separator: str | None = None,
) -> Iterator[Article]:
    """Read all articles of a source, one by one: several for folders, patterns, mailboxes, feeds and dumps.

    The arguments and errors are those of `read_article`. The first document that fails ends the iteration; to go on
    after a failure, expand the source with `expand_source` and read each on its own.
    """
    for single in expand_source(source):
        origin = _open(single, stdin, cache, fresh=fresh)
        form = detect_format(origin.data, origin.name, origin.media_type)
        documents = parse(origin, form, separator)
        sha256 = hashlib.sha256(origin.data).hexdigest()
        total = len(documents)
        for number, document in enumerate(documents, 1):
            note = (f"article {number} of {total} in this source",) if total > 1 else ()
            yield finish(document, origin, sha256, note, mend=mend)


def expand_source(source: str) -> list[str]:
    """The files that a folder or pattern stands for, in the order of their names; any other source as it is.

    Hidden files and folders are left out, links to folders are not followed.

    Raises:
        NoInputError: the folder or pattern holds no file, or too many; or the name is empty.
    """
    if source == "-" or is_address(source):
        return [source]
    if not source:
        # As a path it would be the present folder, with every article in it: a variable in a script was empty.
        raise NoInputError("an empty name names no article; name a file, an address, or - for standard input")
    path = Path(source)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError):
        return [source]
    if is_folder:
        files = sorted(islice(_files_in(path), MOST_FILES + 1))
    elif not exists and glob.has_magic(source):
        found = (p for p in glob.iglob(source, recursive=True) if _is_file(Path(p)))  # noqa: PTH207
        files = sorted(islice(found, MOST_FILES + 1))
    else:
        return [source]
    if not files:
        raise NoInputError(f"{source}: holds no files")
    if len(files) > MOST_FILES:
        raise NoInputError(f"{source}: holds more than {MOST_FILES} files; name fewer")
    return files


def is_address(source: str) -> bool:
    """Whether the source is an address on the web."""
    return source.lower().startswith(("http://", "https://"))


def finish(
    document: Document, origin: Source, sha256: str, notes: tuple[str, ...] = (), *, mend: bool = False
) -> Article:
    """Clean the text of a Document and put the Article together.

    Raises:
        UndecodableError: there is no text, or too much for one article.
    """
    if len(document.text) > MAXIMUM_CHARACTERS:
        raise UndecodableError(
            f"{origin.name}: has more than {MAXIMUM_CHARACTERS:,} characters; split it into single articles"
        )
    if not document.text.strip():
        raise UndecodableError(f"{origin.name}: holds no text")
    text, blocks = document.text, document.blocks
    if mend:
        text, blocks = _mended(text), None
    elif len(_MOJIBAKE.findall(text)) > 1:
        notes = (*notes, "some characters look garbled, as if the text had been decoded wrongly before")
    cleaned = clean(text)
    blocks = find_blocks(cleaned.text) if blocks is None else name_blocks(cleaned.text, blocks)
    known, origins = metadata(document, cleaned.text, blocks)
    # Templates say "en" above texts in any language, so what the words show outranks what the document says.
    if (language := detect_language(cleaned.text)) and language != known.get("language"):
        known["language"], origins["language"] = language, "inferred"
    if origin.url:
        known["url"], origins["url"] = origin.url, "document"
    known = {name: clean(without_hidden(value)).text.replace("\n", " ") for name, value in known.items()}
    return Article(
        **known,
        path=origin.path,
        words=len(cleaned.text.split()),
        sha256=sha256,
        text=cleaned.text,
        blocks=blocks,
        origins=origins,
        notes=(*origin.notes, *notes, *document.notes, *cleaned.notes),
    )


def _open(source: str, stdin: BinaryIO | None, cache: Path | None, *, fresh: bool) -> Source:
    if source == "-":
        return read_stream(stdin if stdin is not None else sys.stdin.buffer)
    if is_address(source):
        from briefing.articles.fetching import fetch

        return fetch(source, cache, fresh=fresh)
    if _OTHER_ADDRESS.match(source) and not Path(source).exists():
        raise NoInputError(f"{source}: only http and https addresses are fetched; give one, or a file")
    return read_file(source)


def _mended(text: str) -> str:
    from ftfy import fix_encoding

    return fix_encoding(text)


def _files_in(folder: Path) -> Iterator[str]:
    """The files in a folder and those below it that may be looked into."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(place, name)
            if not name.startswith(".") and _is_file(path):
                yield str(path)


def _is_file(path: Path) -> bool:
    """Whether there is a file; what may not be looked at is none."""
    try:
        return path.is_file()
    except OSError:
        return False
