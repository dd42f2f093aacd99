"""Mentions against a folder of brat's standoff files: `letopis evaluate brat my-texts/ --out out/brat`.

Strict: a mention is right when all its offsets and its label are; marks nest. Labels are those of the record, or PER,
LOC and ORG when the folder uses them; labels that the folder never uses are left out. A text without `.ann` is read all
the same. Where the folder has events, those of its types are compared as `letopis evaluate events` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

import msgspec
from spacy.language import Language

from nlp.evaluation.corpus import Document, annotate, collect, files, write
from nlp.evaluation.events import Tally
from nlp.evaluation.guide import Frame, from_record
from nlp.evaluation.labels import seen_as
from nlp.evaluation.report import Report
from nlp.evaluation.scores import Counts
from nlp.evaluation.standoff import Mark, document, lines
from nlp.evaluation.standoff_events import frames
from nlp.schema import Record

Finder = Callable[[Record], Iterable[Mark]]


def evaluate(data: Path, out: Path, pipeline: Language) -> Report:
    """Score every `.txt` that has an `.ann`, and write an `.ann` for each."""
    documents, skipped = collect(files(data, "*.txt"), partial(document, folder=data))
    wanted = {mark.label for each in documents for mark in each.answer or ()}
    told, broken = collect(documents, partial(_told, data))
    find = partial(of_labels, wanted=wanted)
    return measured("brat", documents, pipeline, out, find, dict(told)).telling([*skipped, *broken])


def _told(data: Path, given: Document[tuple[Mark, ...]]) -> tuple[str, tuple[Frame, ...]]:
    return given.name, frames((data / PurePosixPath(given.name)).with_suffix(".ann"), given.text)


def of_labels(record: Record, wanted: set[str]) -> list[Mark]:
    """The mentions of a record under labels that a corpus uses; all where it uses none."""
    named = [Mark(label, ((start, end),)) for start, end, label in seen_as(record, wanted)]
    return [mark for mark in named if mark.label in wanted] if wanted else named


def measured(  # noqa: PLR0913  what is compared with what
    task: str,
    documents: Sequence[Document[tuple[Mark, ...]]],
    pipeline: Language,
    out: Path,
    find: Finder,
    events: Mapping[str, Sequence[Frame]],
) -> Report:
    """The walk that brat and Label Studio share; `find` tells which mentions of a record count."""
    counts, tally, read, scored, skipped = Counts(), Tally(), 0, 0, list[str]()
    types = {each.type for told in events.values() for each in told}
    for given, record in annotate(pipeline, documents, skipped):
        found = sorted(set(find(record)), key=_place)
        write(out / PurePosixPath(given.name).with_suffix(".ann"), lines(found, given.text))
        read += 1
        if given.answer is not None:
            scored += 1
            compare(counts, set(given.answer), set(found))
            own = [each for each in from_record(record) if each.type in types]
            tally.add(given.text, events.get(given.name, ()), own)
    tables = {"mentions": counts.scores()} if scored else {}
    report = Report(task=task, documents=read, scored=scored, tables=tables, skipped=tuple(skipped))
    return _with_events(report, tally) if types else report


def _with_events(report: Report, tally: Tally) -> Report:
    """Beside the mentions the events, their arguments and their status; dates are not annotated as values."""
    told = tally.report(report.documents, [])
    status = {"status": told.shares["status"]}
    return msgspec.structs.replace(report, tables={**report.tables, **told.tables}, shares=status)


def compare(counts: Counts, gold: set[Mark], found: set[Mark]) -> None:
    """Add one document's marks: right is what stands in both."""
    counts.add(*([mark.label for mark in marks] for marks in (gold, found, gold & found)))


def _place(mark: Mark) -> tuple[int, int, str]:
    return mark.pieces[0][0], -mark.pieces[-1][1], mark.label
