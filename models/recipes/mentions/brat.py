"""NEREL's standoff files: texts and their spans."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nlp.errors import InputError


class Mark(NamedTuple):
    """Code points `start` to `end` are annotated; `whole` is false for a span in several pieces."""

    start: int
    end: int
    label: str
    whole: bool


class Annotated(NamedTuple):
    """A document and its marks; `name` is the file's, without the ending."""

    name: str
    text: str
    marks: tuple[Mark, ...]


def documents(folder: Path) -> Iterator[Annotated]:
    """Every `.txt` with its `.ann`, by name; raises `InputError` when there is none or an annotation is missing."""
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise InputError(folder, "holds no .txt files: unpack NEREL there, one folder a part")
    for path in paths:
        try:
            lines = path.with_suffix(".ann").read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise InputError(path.with_suffix(".ann"), "is missing beside its text") from error
        text = path.read_bytes().decode("utf-8")
        yield Annotated(path.stem, text, tuple(mark(line) for line in lines if line.startswith("T")))


def mark(line: str) -> Mark:
    """T1, PERSON 0 4, «Пётр», parted by tabs → (0, 4, PERSON); pieces are parted by semicolons: LAW 0 4;9 12."""
    label, _, places = line.split("\t")[1].partition(" ")
    pieces = [tuple(map(int, piece.split())) for piece in places.split(";")]
    return Mark(pieces[0][0], pieces[-1][1], label, whole=len(pieces) == 1)
