"""What archives are made of before anything is annotated: items found, documents read, failures told.

    nlp.archive.walk:  walk(inputs, options) -> Iterator[Item | Failure]       cheap, in one process, in one order
    nlp.archive.read:  read(item, options)   -> Iterator[Document | Failure]   costly, in any process
                       fingerprint(item)     -> str                            sha256 of the item's raw bytes

An item is one file, one archive member, one line or row of a table, one message of a mailbox, one record of a WARC:
what stands in something else brings its bytes along, so that no other process opens an archive again. `read` gives one
answer for an item, more only for a letter with attachments, and never none. Neither raises for what an input can hold.

`walk` and `read` take the same options; both can be pickled. The order depends on names and bytes alone.
"""

from __future__ import annotations

from typing import Any

import msgspec

from nlp.errors import InputError
from nlp.text import filenames, published
from nlp.text.printable import printable
from nlp.text.reasons import PASSED_OVER, Reason
from nlp.text.source import SourceText

__all__ = ["INSIDE", "PASSED_OVER", "Document", "Failure", "Item", "Reason", "WalkOptions"]

INSIDE = "!/"
"""Enters an archive: «новости.zip!/2014/17.html»; a line, row or message follows a colon: «новости.jsonl:17»."""


class Item(msgspec.Struct, frozen=True):
    """Something to read: a file on disk, or bytes from inside one."""

    path: str
    """The whole way to it, printable, as the record's `source`."""
    size: int
    """Raw bytes, as they are after unpacking."""
    file: bytes | None = None
    """The file to open, as the system names it; `None` when the bytes are in `data` or the cells in `row`."""
    data: bytes | None = None
    media: str | None = None
    """The media type its container tells («text/html» of a WARC record); `None` to look at name and bytes."""
    row: dict[str, Any] | None = None
    """Cells of a table by column."""
    published: str | None = None
    """The date its container tells."""
    address: str | None = None
    """Where it was fetched from, as a WARC tells."""


class Document(SourceText, frozen=True, kw_only=True):
    """A text that was read; `source` is the item's path, so that the pipeline takes it as it is."""

    language: str = "ru"
    media: str
    encoding: str | None = None
    """`None` for formats that say it themselves."""
    size: int
    sha256: str
    """Of the raw bytes of the item (of a row: of its cells), as `fingerprint` gives it."""
    extra: dict[str, Any] = msgspec.field(default_factory=dict)
    """What else is known, plain values by name: columns of a table, author, address, sender."""

    @property
    def path(self) -> str:
        """The way to it, for joins with failures."""
        return self.source or ""


class Failure(msgspec.Struct, frozen=True):
    """Something that gives no document: «архив.zip!/a.pdf», "encrypted", "asks for a password"."""

    path: str
    reason: Reason
    detail: str
    size: int | None = None
    sha256: str | None = None
    """Of the raw bytes where they were read; `None` where they were not."""

    def __post_init__(self) -> None:
        """Keep what libraries say of bytes on one line, and such that it can be written down."""
        msgspec.structs.force_setattr(self, "detail", printable(" ".join(self.detail.split())))

    @property
    def is_error(self) -> bool:
        """Whether the exit code tells of it."""
        return self.reason not in PASSED_OVER

    def error(self) -> InputError:
        """As the error that the other commands report."""
        return InputError(self.path, self.detail)


class WalkOptions(msgspec.Struct, frozen=True):
    """What the caller says of the inputs, and how much they may hold; sizes are in bytes."""

    encoding: str | None = None
    """Of all texts; `None` to find out for each."""
    published: str | None = None
    """For documents that tell no date themselves."""
    date_pattern: str | None = None
    """A regular expression with the groups y, m, d for names; `None` for the usual ones: 2014-06-17_…, 20140617."""
    text_column: str | None = None
    """Column of a table, or key of JSON Lines; `None` for the first of the usual names that is there."""
    id_column: str | None = None
    date_column: str | None = None
    title_column: str | None = None
    languages: tuple[str, ...] | None = ("ru",)
    """What counts as a document; empty for any language, `None` not to look which one it is."""
    exclude: tuple[str, ...] = ()
    """Patterns of names that are not read: «*.tsv», «*/черновики/*»."""
    max_document: int = 64 * 2**20
    """Raw bytes of one document."""
    max_text: int = 20_000_000
    """Characters of one text."""
    max_ratio: float = 250.0
    """How many times its size on disk an archive may unpack to, beyond `free`."""
    free: int = 256 * 2**20
    """What every archive may unpack to, whatever its ratio."""
    max_total: int = 2**40
    """What one archive on disk may unpack to."""
    max_depth: int = 8
    """Archives within archives; tar.gz are two."""
    max_members: int = 5_000_000
    """Members of one archive on disk, those of nested ones included."""

    def __post_init__(self) -> None:
        """Raise `ValueError` for a day, a pattern or an encoding that is none: it would fail with every document."""
        if self.published is not None:
            published.checked(self.published)
        if self.date_pattern is not None:
            filenames.checked(self.date_pattern)
        if self.encoding is not None:
            "Текст".encode(self.encoding)
