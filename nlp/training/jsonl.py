"""Annotation in JSON Lines: `{"text": "Закупка серверов", "spans": [[0, 16, "TENDER"]]}`, one document a line.

Offsets count code points, the end is not included. `"id"` names a document, its line does otherwise; other keys are
passed over.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from nlp.errors import InputError
from nlp.evaluation.corpus import Document, collect, read_text
from nlp.evaluation.standoff import Mark

WANTED = 'expected {"text": "…", "spans": [[start, end, "LABEL"]]}'
Marks = tuple[Mark, ...]


class _Line(msgspec.Struct):
    text: str
    spans: list[tuple[int, int, str]]
    id: str | int | None = None


def documents(path: Path) -> tuple[list[Document[Marks]], list[str]]:
    """What could be read, and one line for each of what could not."""
    numbered = [(number, line) for number, line in enumerate(read_text(path).split("\n"), 1) if line.strip()]
    return collect(numbered, lambda each: document(each[1], path, each[0]))


def document(line: str, path: Path, number: int) -> Document[Marks]:
    """Raises `InputError` for a line that is none, and for offsets outside its text."""
    try:
        read = msgspec.json.decode(line, type=_Line)
    except msgspec.DecodeError as error:
        raise InputError(path, f"{error}; {WANTED}", number) from error
    marks = tuple(_mark(each, len(read.text), path, number) for each in read.spans)
    return Document(f"{path.name}:{number}" if read.id is None else str(read.id), read.text, marks)


def _mark(span: tuple[int, int, str], length: int, path: Path, number: int) -> Mark:
    start, end, label = span
    if not 0 <= start < end <= length:
        raise InputError(path, f"{list(span)} lies outside the text, which has {length} characters", number)
    if len(label.split()) != 1 or label != label.strip():
        raise InputError(path, f"{label!r} is no label: one word without a blank, such as TENDER", number)
    return Mark(label, ((start, end),))
