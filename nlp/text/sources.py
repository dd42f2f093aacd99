"""What is a document and where it comes from: files, folders, standard input, JSON Lines.

`read` is lazy and never stops at a bad document: it yields an `InputError` in its place and goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from nlp.errors import InputError
from nlp.text.readers import jsonl, markdown, text
from nlp.text.source import SourceText

__all__ = ["SourceText", "read"]

READERS = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".jsonl": jsonl.read,
}
"""Reader by ending; a file named by the caller that has none of these is read as text."""
STANDARD_INPUT = "-"


def read(paths: Iterable[str | Path], encoding: str | None = None) -> Iterator[SourceText | InputError]:
    """The documents of files, folders (all below them, sorted, hidden ones skipped) and "-", standard input.

    `encoding` is for all files; `None` finds it out for each one.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from text.read(sys.stdin.buffer, "standard input", encoding)
        elif Path(path).is_dir():
            yield from _folder(Path(path), encoding)
        else:
            yield from _file(Path(path), encoding)


def _folder(folder: Path, encoding: str | None) -> Iterator[SourceText | InputError]:
    """The files of a folder that have a reader."""
    empty = True
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.suffix.lower() in READERS and path.is_file():
            empty = False
            yield from _file(path, encoding)
    if empty:
        yield InputError(folder, f"no document in this folder; expected files that end in {', '.join(READERS)}")


def _file(path: Path, encoding: str | None) -> Iterator[SourceText | InputError]:
    try:
        with path.open("rb") as stream:
            yield from READERS.get(path.suffix.lower(), text.read)(stream, str(path), encoding)
    except OSError as error:
        yield InputError(path, f"cannot be read: {error.strerror or error}")
