"""What an evaluation tells: tables of scores, shares, and what could not be read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from nlp.evaluation.scores import Score, Share

METRICS = "metrics.json"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a task over a folder of documents.

    `documents` were predicted, `scored` of them had an answer to compare with; `tables` are named, the sum stands last
    in each; `values` are other measures, 0–1; `skipped` tells of every broken file in a line that begins with its name.
    """

    task: str
    documents: int
    scored: int
    tables: Mapping[str, Mapping[str, Score]] = {}
    shares: Mapping[str, Share] = {}
    values: Mapping[str, float] = {}
    skipped: tuple[str, ...] = ()

    def telling(self, skipped: Iterable[str]) -> Report:
        """The same, with what was skipped before."""
        return msgspec.structs.replace(self, skipped=(*skipped, *self.skipped))

    def metrics(self) -> dict[str, Any]:
        """The same as plain dicts and numbers, rounded to four digits."""
        return {
            "task": self.task,
            "documents": self.documents,
            "scored": self.scored,
            "skipped": list(self.skipped),
            **{name: {label: _numbers(score) for label, score in table.items()} for name, table in self.tables.items()},
            **{name: {"share": round(each.value, 4), **each._asdict()} for name, each in self.shares.items()},
            **{name: round(value, 4) for name, value in self.values.items()},
        }

    def write(self, out: Path) -> None:
        """Put the numbers beside the predictions, as `metrics.json`."""
        out.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.metrics(), ensure_ascii=False, indent=2)
        (out / METRICS).write_text(text + "\n", encoding="utf-8")

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"{self.task}: {self.documents} documents, {self.scored} scored"
        for name, table in self.tables.items():
            yield f"\n{name:<20}{'P':>8}{'R':>8}{'F1':>8}{'right':>9}{'found':>8}{'gold':>8}"
            yield from (_line(label, score) for label, score in table.items())
        if self.shares or self.values:
            yield ""
        yield from (f"{name:<20}{value:>8.3f}" for name, value in self.values.items())
        for name, share in self.shares.items():
            yield f"{name:<20}{share.value:>8.3f}  {share.right} of {share.total}"


def _line(label: str, score: Score) -> str:
    shares = f"{score.precision:>8.3f}{score.recall:>8.3f}{score.f1:>8.3f}"
    return f"  {label:<18}{shares}{score.right:>9g}{score.found:>8g}{score.gold:>8g}"


def _numbers(score: Score) -> dict[str, float]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {name: round(value, 4) for name, value in shares.items()} | score._asdict()
