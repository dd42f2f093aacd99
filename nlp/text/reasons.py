"""Why something gives no document: the closed list, and the error that carries one of it."""

from __future__ import annotations

from enum import StrEnum

from nlp.errors import InputError


class Reason(StrEnum):
    """The code that stands in the table `errors`, whatever the words beside it say."""

    MISSING = "missing"  # no such file
    UNREADABLE = "unreadable"  # permission, input/output error
    NOT_REGULAR = "not-regular"  # device, pipe, socket: never opened
    LINK = "link"  # a link in an archive; a link to nothing or in a circle
    REPEATED = "repeated"  # a link to what is read under its own name
    UNSAFE_NAME = "unsafe-name"  # a member called ../x or /x: it would leave the archive
    EMPTY = "empty"  # no bytes, or no members
    TOO_LARGE = "too-large"  # more bytes or characters than the options allow
    BOMB = "bomb"  # an archive that unpacks to far more than it is
    TOO_DEEP = "too-deep"  # archives in archives, parts in parts beyond what is followed
    TOO_MANY = "too-many"  # more members than the options allow
    ENCRYPTED = "encrypted"  # a password is asked for
    DAMAGED = "damaged"  # truncated, or not what its format prescribes
    BINARY = "binary"  # bytes that are no text, in no format that has a reader
    NOT_TEXT = "not-text"  # a picture, sound, film, font, program
    ENCODING = "encoding"  # text whose encoding cannot be told
    SYNTAX = "syntax"  # a line of JSON Lines, a row of a table
    COLUMNS = "columns"  # a table without the column of texts
    NO_TEXT = "no-text"  # a scanned PDF, a page of pictures
    MISSING_EXTRA = "missing-extra"  # the format needs letopis[formats]
    TIME_OUT = "time-out"  # the time for one document is over
    CRASHED = "crashed"  # the process that worked on it died, twice
    OUT_OF_MEMORY = "out-of-memory"  # it needs more memory than a worker may take, twice
    NOT_ANNOTATED = "not-annotated"  # the pipeline raised
    FOREIGN = "not-russian"  # read, and in another language
    HIDDEN = "hidden"  # a name that begins with a dot, in a folder
    ANNOTATION = "annotation"  # what stands beside a text and tells of it: brat, CoNLL
    EXCLUDED = "excluded"  # a name that the caller does not want read


PASSED_OVER = frozenset(
    {Reason.FOREIGN, Reason.HIDDEN, Reason.NOT_TEXT, Reason.REPEATED, Reason.ANNOTATION, Reason.EXCLUDED}
)
"""Recorded like the others, but no error: they leave the exit code alone."""


class UnreadableError(InputError):
    """A document that cannot be read, with the code of its reason: «a.pdf: asks for a password»."""

    def __init__(self, source: str, code: Reason, detail: str, line: int | None = None) -> None:
        self.code = code
        super().__init__(source, detail, line)
