"""Everything this package raises on purpose.

    LetopisError
    ├── ArchiveError     an annotated archive cannot be written, read or gone on with: the place and what is wrong
    ├── ConfigError      a file of defaults is wrong: the file, the line, the key, what was allowed
    ├── InputError       a document cannot be read: the file, the place, what was expected
    ├── KnowledgeError   a knowledge file is wrong: the file, the line, the key, what was allowed
    ├── ModelError       the model is missing, incomplete or of another version
    ├── OutputError      what was found cannot be written so: the place or the package that is missing
    ├── RecordError      JSON that is no record of this schema: where it departs from it
    └── TrainingError    nothing can be learned: what is missing, and what to do

Every message stands on one line and is fit to be shown to the person who typed the command.
"""

from __future__ import annotations

from pathlib import Path


class LetopisError(Exception):
    """The root: catch this one to catch them all."""


class InputError(LetopisError):
    """A document cannot be read.

    `source` names it as the record would («archive.zip!news/17.html»); `line` counts from 1, `None` for the whole file.
    """

    def __init__(self, source: str | Path, reason: str, line: int | None = None) -> None:
        self.source, self.reason, self.line = str(source), reason, line
        super().__init__(_located(self.source, line, reason))


class KnowledgeError(LetopisError):
    """A knowledge file breaks its format; `line` counts from 1, `None` when the place is the whole file."""

    def __init__(self, path: str | Path, reason: str, line: int | None = None) -> None:
        self.path, self.reason, self.line = str(path), reason, line
        super().__init__(_located(self.path, line, reason))


class ArchiveError(LetopisError):
    """An annotated archive cannot be written, read or gone on with; whatever was finished stays as it is."""


class ConfigError(LetopisError):
    """A file of defaults breaks its format; `line` counts from 1, `None` when the place is the whole file."""

    def __init__(self, path: str | Path, reason: str, line: int | None = None) -> None:
        self.path, self.reason, self.line = str(path), reason, line
        super().__init__(_located(self.path, line, reason))


class ModelError(LetopisError):
    """The model folder is missing, incomplete or made for another version."""


class OutputError(LetopisError):
    """What was found cannot be written: the place is taken, or a package of the extra `export` is missing."""


class RecordError(LetopisError):
    """JSON that does not follow the record's schema."""


class TrainingError(LetopisError):
    """The annotation is not enough to learn from, or a package that training needs is missing."""


def _located(place: str, line: int | None, reason: str) -> str:
    where = place if line is None else f"{place}:{line}"
    return " ".join(f"{where}: {reason}".split())
