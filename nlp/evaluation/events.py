"""Events against the annotation guide's: `letopis evaluate events events-dev.jsonl --texts texts/ --out out/events`.

Two events are the same when their types are, and their triggers overlap or stand in one sentence; each has one partner,
chosen by overlap of the triggers, then by how many arguments agree. Arguments agree in role, and in place or name.
Status and date are counted on the events that have a partner; dates where the guide's file gives a value.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from razdel import sentenize
from spacy.language import Language

from nlp.errors import InputError
from nlp.evaluation.corpus import Document, annotate, collect, read_text, write
from nlp.evaluation.guide import Frame, Line, Role, from_line, from_record
from nlp.evaluation.report import Report
from nlp.evaluation.scores import TOTAL, Counts, Score, Share

PREDICTIONS = "predictions.jsonl"
Pair = tuple[Frame, Frame]


class Row(NamedTuple):
    """A line of the guide's file and where it stands."""

    path: Path
    number: int
    line: str


class Tally:
    """Adds up documents."""

    def __init__(self) -> None:
        self.events = Counts()
        self.counts: Counter[str] = Counter()

    def add(self, text: str, gold: Sequence[Frame], found: Sequence[Frame]) -> None:
        """Count one document."""
        pairs = partners(text, gold, found)
        self.events.add((g.type for g in gold), (f.type for f in found), (g.type for g, _ in pairs))
        self.counts["args gold"] += sum(len(each.roles) for each in gold)
        self.counts["args found"] += sum(len(each.roles) for each in found)
        self.counts["args right"] += sum(agreeing(g.roles, f.roles) for g, f in pairs)
        self.counts["status"] += sum(g.status == f.status for g, f in pairs)
        dated = [(g, f) for g, f in pairs if g.date]
        self.counts["dated"] += len(dated)
        self.counts["date"] += sum(g.date == f.date for g, f in dated)

    def report(self, documents: int, skipped: list[str]) -> Report:
        """The tables and shares."""
        counts, events = self.counts, self.events.scores()
        arguments = Score(counts["args right"], counts["args found"], counts["args gold"])
        status = Share(counts["status"], int(events[TOTAL].right))
        return Report(
            task="events", documents=documents, scored=documents,
            tables={"events": events, "arguments": {TOTAL: arguments}},
            shares={"status": status, "date": Share(counts["date"], counts["dated"])}, skipped=tuple(skipped),
        )  # fmt: skip


def evaluate(data: Path, out: Path, pipeline: Language, texts: Path) -> Report:
    """Read the guide's lines and `texts/DOC.txt`, write the records to `out/predictions.jsonl`, and score them."""
    lines = enumerate(read_text(data).splitlines(), 1)
    rows = [Row(data, number, line) for number, line in lines if line.strip()]
    documents, skipped = collect(rows, _Reader(texts))
    tally, records = Tally(), []
    for document, record in annotate(pipeline, documents, skipped):
        tally.add(document.text, document.answer or (), from_record(record))
        records.append(record.to_json())
    write(out / PREDICTIONS, records)
    return tally.report(len(records), skipped)


class _Reader:
    """Reads a row and its text."""

    def __init__(self, texts: Path) -> None:
        self.texts = texts

    def __call__(self, row: Row) -> Document[tuple[Frame, ...]]:
        try:
            line = msgspec.json.decode(row.line, type=Line)
        except msgspec.DecodeError as error:
            raise InputError(row.path, f"not the guide's form: {error}", row.number) from error
        name = f"{line.doc}.txt"
        text = read_text(self.texts / name)
        return Document(name, text, from_line(line, text))


def partners(text: str, gold: Sequence[Frame], found: Sequence[Frame]) -> list[Pair]:
    """One to one, the best pair first; of equals the later one in the text."""
    starts = [each.start for each in sentenize(text)]
    possible = [
        (_overlap(g, f), agreeing(g.roles, f.roles), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.type == f.type and (_overlap(g, f) or bisect_right(starts, g.start) == bisect_right(starts, f.start))
    ]
    chosen: dict[int, int] = {}
    for _, _, i, j in sorted(possible, reverse=True):
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return [(gold[i], found[j]) for i, j in chosen.items()]


def agreeing(gold: Sequence[Role], found: Sequence[Role]) -> int:
    """How many arguments agree, each used once."""
    left, agreed = list(found), 0
    for own in gold:
        other = next((each for each in left if _same(own, each)), None)
        if other is not None:
            left.remove(other)
            agreed += 1
    return agreed


def _same(one: Role, other: Role) -> bool:
    return one.role == other.role and (_overlap(one, other) or (one.name != "" and one.name == other.name))


def _overlap(one: Frame | Role, other: Frame | Role) -> bool:
    return one.start < other.end and other.start < one.end
