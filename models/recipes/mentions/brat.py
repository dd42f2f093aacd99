"""Standoff files: texts, their spans and the relations between these; NEREL's and Collection5's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from nlp.errors import InputError


class Mark(NamedTuple):
    """Code points `start` to `end` are annotated; `whole` is false for a span in several pieces."""

    start: int
    end: int
    label: str
    whole: bool


class Link(NamedTuple):
    """A relation between two marks, by their places among the document's."""

    source: int
    target: int
    label: str


class Annotated(NamedTuple):
    """A document, its marks and their relations; `name` is the file's, without the ending."""

    name: str
    text: str
    marks: tuple[Mark, ...]
    links: tuple[Link, ...] = ()


def documents(folder: Path) -> Iterator[Annotated]:
    """Every `.txt` with its `.ann`, by name; raises `InputError` when there is none or an annotation is missing."""
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise InputError(folder, "holds no .txt files: unpack the corpus there, one folder a part")
    for path in paths:
        text = path.read_bytes().decode("utf-8")
        yield _annotated(path.stem, text, _lines(path.with_suffix(".ann")))


def with_line_feeds(folder: Path) -> Iterator[Annotated]:
    """Collection5: its offsets count a line end as two, its files have one; what still does not fit is left out."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        shift = _shifts(text)
        lines = _lines(path.with_suffix(".ann"))
        found = _annotated(path.stem, text, lines)
        marks = tuple(each._replace(start=shift[each.start], end=shift[each.end]) for each in found.marks)
        said = [line.split("\t")[2] for line in lines if line.startswith("T")]
        if all(_fits(text, mark, own) for mark, own in zip(marks, said, strict=True)):
            yield found._replace(marks=marks)


def _shifts(text: str) -> list[int]:
    """Offset with two-letter line ends → offset in the text; past the end it stays at the end."""
    found = [place for place, letter in enumerate(text) for _ in range(2 if letter == "\n" else 1)]
    return found + [len(text)] * 1000


def _fits(text: str, mark: Mark, said: str) -> bool:
    return "".join(text[mark.start : mark.end].split()) == "".join(said.split())


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(path, "is missing beside its text") from error


def _annotated(name: str, text: str, lines: list[str]) -> Annotated:
    spans = [line for line in lines if line.startswith("T")]
    places = {line.split("\t")[0]: place for place, line in enumerate(spans)}
    links = [link(line, places) for line in lines if line.startswith("R")]
    return Annotated(name, text, tuple(map(mark, spans)), tuple(each for each in links if each))


def mark(line: str) -> Mark:
    """T1, PERSON 0 4, «Пётр», parted by tabs → (0, 4, PERSON); pieces are parted by semicolons: LAW 0 4;9 12."""
    label, _, places = line.split("\t")[1].partition(" ")
    pieces = [tuple(map(int, piece.split())) for piece in places.split(";")]
    return Mark(pieces[0][0], pieces[-1][1], label, whole=len(pieces) == 1)


def link(line: str, places: Mapping[str, int]) -> Link | None:
    """R1, WORKS_AS Arg1:T1 Arg2:T3, parted by a tab; `None` when a mark of it is missing."""
    label, one, other = line.split("\t")[1].split()
    source, target = (places.get(each.partition(":")[2]) for each in (one, other))
    return None if source is None or target is None else Link(source, target, label)
