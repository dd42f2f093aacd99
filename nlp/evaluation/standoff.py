"""brat's standoff files: `T1<tab>PERSON 0 6<tab>Орлова`, offsets in code points, one file beside each text.

A mark may have several pieces, `0 6;12 18`; those that only a line end parts are one, since brat writes a mark over two
lines so. A relation joins two marks, `R1<tab>WORKS_AS Arg1:T1 Arg2:T2`. The words that tell events, `E1<tab>visit:T9`,
are no marks of names; `nlp.evaluation.standoff_events` reads them. Notes are passed over.
Format: https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from nlp.errors import InputError
from nlp.evaluation.corpus import Document, read_text

Pieces = tuple[tuple[int, int], ...]


class Mark(NamedTuple):
    """A labelled stretch of a text, in one piece or several."""

    label: str
    pieces: Pieces


class Tie(NamedTuple):
    """A relation from one mark to another."""

    label: str
    source: Mark
    target: Mark


class Answer(NamedTuple):
    """Everything that is annotated in a text."""

    marks: tuple[Mark, ...]
    ties: tuple[Tie, ...]


def document(path: Path, folder: Path) -> Document[tuple[Mark, ...]]:
    """The text at `path` and the marks of the `.ann` beside it; no answer when there is no such file."""
    text, beside = read_text(path), path.with_suffix(".ann")
    answer = marks(beside, text) if beside.exists() else None
    return Document(path.relative_to(folder).as_posix(), text, answer)


def related(path: Path, folder: Path) -> Document[Answer]:
    """The same with the relations between the marks."""
    text, beside = read_text(path), path.with_suffix(".ann")
    answer = Answer(marks(beside, text), ties(beside, text)) if beside.exists() else None
    return Document(path.relative_to(folder).as_posix(), text, answer)


def ties(path: Path, text: str) -> tuple[Tie, ...]:
    """Raises `InputError` with the line that joins no two marks of this text."""
    numbered = list(enumerate(read_text(path).splitlines(), 1))
    found = [(number, line) for number, line in numbered if line.startswith("T")]
    known = {line.split("\t")[0]: mark_of(line, text, path, number) for number, line in found}
    return tuple(_tie(line, known, path, number) for number, line in numbered if line.startswith("R"))


def _tie(line: str, known: Mapping[str, Mark], path: Path, number: int) -> Tie:
    try:
        label, source, target = line.split("\t")[1].split()
        return Tie(label, known[source.removeprefix("Arg1:")], known[target.removeprefix("Arg2:")])
    except (ValueError, IndexError, KeyError) as error:
        wanted = "expected «R1<tab>LABEL Arg1:T1 Arg2:T2», both marks of this file"
        raise InputError(path, f"{line!r} is no relation: {wanted}", number) from error


def marks(path: Path, text: str) -> tuple[Mark, ...]:
    """Raises `InputError` with the line that is no mark of this text."""
    lines = read_text(path).splitlines()
    told = triggers(lines)
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.startswith("T")]
    return tuple(mark_of(line, text, path, number) for number, line in numbered if line.split("\t")[0] not in told)


def triggers(lines: Iterable[str]) -> set[str]:
    """The numbers of the words that tell events: «E1<tab>visit:T9 visitor:T1» → T9."""
    events = (line.split("\t")[1:2] for line in lines if line.startswith("E"))
    return {head.split(" ")[0].rpartition(":")[2] for (head,) in filter(None, events)}


def lines(found: Iterable[Mark], text: str) -> Iterator[str]:
    """The marks as brat writes them, numbered from T1."""
    for number, (label, pieces) in enumerate(found, 1):
        place = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(" ".join(text[start:end].split()) for start, end in pieces)
        yield f"T{number}\t{label} {place}\t{words}"


def tie_lines(found: Iterable[Tie], marks: Sequence[Mark]) -> Iterator[str]:
    """The relations as brat writes them; `marks` in the order in which `lines` numbered them."""
    numbers = {mark: number for number, mark in enumerate(marks, 1)}
    for number, (label, source, target) in enumerate(found, 1):
        yield f"R{number}\t{label} Arg1:T{numbers[source]} Arg2:T{numbers[target]}"


def mark_of(line: str, text: str, path: Path, number: int) -> Mark:
    """The mark of a line; raises `InputError` for a line that is none of this text."""
    try:
        label, place = line.split("\t")[1].split(" ", 1)
        pieces = joined(pieces_of(place.replace(";", " "), len(text)), text)
    except (ValueError, IndexError) as error:
        wanted = "expected «T1<tab>LABEL start end<tab>words», the offsets inside the text"
        raise InputError(path, f"{line!r} is no mark: {wanted}", number) from error
    return Mark(label, pieces)


def joined(pieces: Pieces, text: str) -> Pieces:
    """Pieces with nothing but a line end and blanks between them are one."""
    whole = [pieces[0]]
    for start, end in pieces[1:]:
        gap = text[whole[-1][1] : start]
        if gap and not gap.strip() and len(f"{gap}.".splitlines()) > 1:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return tuple(whole)


def pieces_of(offsets: str, length: int) -> Pieces:
    """«0 6 12 18» as pairs; raises `ValueError` unless they are ordered pairs inside a text of that length."""
    numbers = [int(each) for each in offsets.split()]
    pieces = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    if not pieces or any(not 0 <= start < end <= length for start, end in pieces):
        raise ValueError(offsets)
    return pieces
