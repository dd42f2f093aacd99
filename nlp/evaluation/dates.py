"""The score on phrases with known values: `letopis evaluate dates dates-public.tsv --out out/dates`.

The table is tab-separated: source, anchor, phrase, value, kind, convention, note, sentence. A sentence is read whole,
with the anchor as its day of publication; right is the value (or the note's `alt=`) of what overlaps the phrase most. A
negative is right when nothing is found. The goal counts the kinds that news are made of, where the source does not
prefer the future.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from nlp.entities.temporal.dates import FoundDate, dates
from nlp.errors import InputError, KnowledgeError
from nlp.knowledge.reader import read_table

GOAL_KINDS = ("absolute", "partial", "relative", "interval")
GOAL_CONVENTIONS = ("neutral", "past")
PART_OF_RANGE = "part of a range"
"""The note of a case whose source lists the two ends of one range apart: such an end is right inside the range."""
_ALTERNATIVE = re.compile(r"alt=(\S+)")


class Case(msgspec.Struct, frozen=True):
    """One row: a phrase, where it stands, and what it is worth."""

    source: str
    anchor: str | None
    phrase: str
    value: str | None
    kind: str
    convention: str
    note: str | None
    sentence: str

    def accepted(self) -> tuple[str, ...]:
        """The values that count as right; none for a negative."""
        return tuple(value for value in (self.value, *_ALTERNATIVE.findall(self.note or "")) if value)


class Outcome(msgspec.Struct, frozen=True):
    """A case and what was found for it; `found` is "" for nothing."""

    case: Case
    found: str
    right: bool


class Report(msgspec.Struct, frozen=True):
    """The outcomes, and how many are right by kind and convention."""

    outcomes: tuple[Outcome, ...]

    def table(self) -> list[dict[str, Any]]:
        """One row a kind and convention: cases, right, share."""
        total = Counter((each.case.kind, each.case.convention) for each in self.outcomes)
        right = Counter((each.case.kind, each.case.convention) for each in self.outcomes if each.right)
        return [
            {"kind": kind, "convention": convention, "cases": count, "right": right[kind, convention],
             "share": round(right[kind, convention] / count, 4)}
            for (kind, convention), count in sorted(total.items())
        ]  # fmt: skip

    def goal(self) -> float:
        """The share right of the kinds and conventions that count, 0–1."""
        counted = [
            each.right
            for each in self.outcomes
            if each.case.kind in GOAL_KINDS and each.case.convention in GOAL_CONVENTIONS
        ]
        return sum(counted) / len(counted) if counted else 0.0

    def __str__(self) -> str:
        rows = [f"{row['kind']:<10}{row['convention']:<9}{row['right']:>4} /{row['cases']:>4}" for row in self.table()]
        kinds = f"{', '.join(GOAL_KINDS)}, convention {' or '.join(GOAL_CONVENTIONS)}"
        return "\n".join([*rows, f"{self.goal():.1%} of {kinds}"])


def evaluate(path: Path, out: Path) -> Report:
    """Score a table and write `out/metrics.json` and `out/outcomes.tsv`; `out` is made when it is not there."""
    report = Report(tuple(outcome(case) for case in _cases(path)))
    out.mkdir(parents=True, exist_ok=True)
    metrics = {"goal": round(report.goal(), 4), "kinds": report.table()}
    (out / "metrics.json").write_text(json.dumps(metrics, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    (out / "outcomes.tsv").write_text("\n".join(_lines(report)) + "\n", encoding="utf-8")
    return report


def _cases(path: Path) -> tuple[Case, ...]:
    try:
        return read_table(path, Case)
    except KnowledgeError as error:
        raise InputError(error.path, error.reason, error.line) from error


def outcome(case: Case) -> Outcome:
    """What is found for one case."""
    read = dates(case.sentence, published=case.anchor)
    if case.kind == "negative":
        found = ";".join(each.value for each in read)
        return Outcome(case, found, not read)
    several = ";" in (case.value or "")
    found = ";".join(each.value for each in _over(read, case, several))
    ends = found.split("/") if PART_OF_RANGE in (case.note or "") else []
    return Outcome(case, found, any(value in case.accepted() for value in (found, *ends)))


def _over(read: tuple[FoundDate, ...], case: Case, several: bool) -> list[FoundDate]:
    """What overlaps the phrase: all of it when the value has several parts, else the longest overlap."""
    start = max(case.sentence.find(case.phrase), 0)
    end = start + len(case.phrase)
    overlaps = [(min(each.end, end) - max(each.start, start), each) for each in read]
    standing = [(size, each) for size, each in overlaps if size > 0]
    if several or not standing:
        return [each for _, each in standing]
    return [max(standing, key=_size)[1]]


def _size(item: tuple[int, FoundDate]) -> int:
    return item[0]


def _lines(report: Report) -> Iterator[str]:
    yield "right\tkind\tconvention\tanchor\tphrase\tvalue\tfound\tnote"
    for each in report.outcomes:
        case = each.case
        cells = (
            str(each.right),
            case.kind,
            case.convention,
            case.anchor,
            case.phrase,
            case.value,
            each.found,
            case.note,
        )
        yield "\t".join(cell or "" for cell in cells)
