"""An analyst's annotation as documents with marks: brat's folder, a `.conll` or `.jsonl` file, Label Studio's `.json`.

A file of token lines is one document for each -DOCSTART- line, or for every ten sentences when it has none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from nlp.errors import InputError
from nlp.evaluation import conll, label_studio, standoff
from nlp.evaluation.corpus import Document, collect, files, read_text
from nlp.evaluation.standoff import Mark
from nlp.evaluation.token_rows import is_row
from nlp.training import jsonl

TOGETHER = 10
"""Sentences in a document of token lines whose file does not tell its documents apart."""
START = "-DOCSTART-"
Marks = tuple[Mark, ...]
Annotated = Document[Marks]


def read(data: Path) -> tuple[list[Annotated], list[str]]:
    """Annotated documents, and one line for each that is broken or has no annotation; raises `InputError`."""
    if data.is_dir():
        return _brat(data)
    if data.suffix == ".conll":
        return _conll(data)
    if data.suffix == ".jsonl":
        return _whole(*jsonl.documents(data))
    if data.suffix == ".json":
        return _label_studio(data)
    raise InputError(data, "no annotation: brat's folder, a .conll or .jsonl file, Label Studio's .json is one")


def of_labels(given: Annotated, labels: Collection[str]) -> Annotated:
    """The same document with the marks of these labels alone."""
    return Document(given.name, given.text, tuple(mark for mark in given.answer or () if mark.label in labels))


def _brat(folder: Path) -> tuple[list[Annotated], list[str]]:
    return _whole(*collect(files(folder, "*.txt"), partial(standoff.document, folder=folder)))


def _label_studio(path: Path) -> tuple[list[Annotated], list[str]]:
    tasks, skipped = label_studio.read(path)
    return _whole([Document(each.name, each.text, each.answer and each.answer.marks) for each in tasks], skipped)


def _conll(path: Path) -> tuple[list[Annotated], list[str]]:
    lines = read_text(path).splitlines()
    found, skipped = collect(list(parts(lines)), partial(_part, lines, path))
    return _whole(found, skipped)


def _part(lines: Sequence[str], path: Path, part: tuple[int, int]) -> Annotated:
    start, end = part
    read = conll.tagged(lines[start:end], path, f"{path.name}:{start + 1}", before=start)
    names = read.answer.names if read.answer else frozenset()
    return Document(read.name, read.text, tuple(Mark(each.label, ((each.start, each.end),)) for each in sorted(names)))


def parts(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The lines `start`:`end` of each document."""
    starts = [place for place, line in enumerate(lines) if line.startswith(START)]
    cuts = starts or _sentences(lines)[::TOGETHER]
    for start, end in zip([0, *cuts], [*cuts, len(lines)], strict=True):
        if any(map(is_row, lines[start:end])):
            yield start, end


def _sentences(lines: Sequence[str]) -> list[int]:
    """The first lines of sentences, which empty lines part."""
    runs = groupby(range(len(lines)), key=lambda place: bool(lines[place].strip()))
    return [next(run) for filled, run in runs if filled]


def _whole(found: Sequence[Annotated], skipped: Sequence[str]) -> tuple[list[Annotated], list[str]]:
    """Only what has an answer: what is not annotated teaches nothing."""
    bare = [f"{each.name}: no annotation beside it" for each in found if each.answer is None]
    return [each for each in found if each.answer is not None], [*skipped, *bare]
