"""Mentions against a folder of brat's standoff files: `letopis evaluate brat my-texts/ --out out/brat`.

Strict: a mention is right when all its offsets and its label are; marks nest. Labels are those of the record, or PER,
LOC and ORG when the folder uses them; labels that the folder never uses are left out. A text without `.ann` is read all
the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from spacy.language import Language

from nlp.evaluation.corpus import Document, annotate, collect, files, write
from nlp.evaluation.labels import seen_as
from nlp.evaluation.report import Report
from nlp.evaluation.scores import Counts
from nlp.evaluation.standoff import Mark, document, lines
from nlp.schema import Record

Finder = Callable[[Record], Iterable[Mark]]


def evaluate(data: Path, out: Path, pipeline: Language) -> Report:
    """Score every `.txt` that has an `.ann`, and write an `.ann` for each."""
    documents, skipped = collect(files(data, "*.txt"), partial(document, folder=data))
    wanted = {mark.label for each in documents for mark in each.answer or ()}
    return measured("brat", documents, pipeline, out, partial(_found, wanted=wanted)).telling(skipped)


def _found(record: Record, wanted: set[str]) -> list[Mark]:
    named = [Mark(label, ((start, end),)) for start, end, label in seen_as(record, wanted)]
    return [mark for mark in named if mark.label in wanted] if wanted else named


def measured(
    task: str, documents: Sequence[Document[tuple[Mark, ...]]], pipeline: Language, out: Path, find: Finder
) -> Report:
    """The walk that brat and NEREL share; `find` tells which mentions of a record count."""
    counts, read, scored, skipped = Counts(), 0, 0, list[str]()
    for given, record in annotate(pipeline, documents, skipped):
        found = sorted(set(find(record)), key=_place)
        write(out / PurePosixPath(given.name).with_suffix(".ann"), lines(found, given.text))
        read += 1
        if given.answer is not None:
            scored += 1
            compare(counts, set(given.answer), set(found))
    tables = {"mentions": counts.scores()} if scored else {}
    return Report(task=task, documents=read, scored=scored, tables=tables, skipped=tuple(skipped))


def compare(counts: Counts, gold: set[Mark], found: set[Mark]) -> None:
    """Add one document's marks: right is what stands in both."""
    counts.add(*([mark.label for mark in marks] for marks in (gold, found, gold & found)))


def _place(mark: Mark) -> tuple[int, int, str]:
    return mark.pieces[0][0], -mark.pieces[-1][1], mark.label
