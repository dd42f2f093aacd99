"""What a training tells of itself: on the terminal, as `metrics.json` and as `CARD.md` beside the weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from nlp.evaluation.scores import Score
from nlp.training.measure import Measured

CARD, METRICS = "CARD.md", "metrics.json"
FEW, FEW_DOCUMENTS = 30, 10
"""Marks of a label, documents held out, below which a score says little."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a training.

    `marks` counts the annotation by label, `lost` the marks that no run of words in one sentence holds: nothing can
    find them, and they count as missed. `measured` is empty when nothing was held out; `final` says whether the head
    in the model learned from the held-out documents as well, after it was measured.
    """

    base: str
    seed: int
    epochs: int
    final: bool
    documents: int
    held_out: tuple[str, ...]
    marks: Mapping[str, int]
    lost: int
    measured: Mapping[str, Measured]
    skipped: tuple[str, ...] = ()

    def write(self, folder: Path) -> None:
        """Both files, beside the weights."""
        metrics = msgspec.to_builtins(self) | {
            "measured": {label: _numbers(each) for label, each in self.measured.items()}
        }
        (folder / METRICS).write_bytes(msgspec.json.format(msgspec.json.encode(metrics), indent=1) + b"\n")
        (folder / CARD).write_text("\n".join(self.card()) + "\n", encoding="utf-8")

    def warnings(self) -> Iterator[str]:
        """What makes the scores uncertain, a line each."""
        for label, count in self.marks.items():
            if count < FEW:
                yield f"{label}: {count} marks; with fewer than {FEW} a score is a guess"
        if not self.measured:
            yield "nothing was held out: how good the model is on other texts is not known"
        elif len(self.held_out) < FEW_DOCUMENTS:
            yield f"{len(self.held_out)} documents held out: too few to tell chance from skill"
        if self.lost:
            yield f"{self.lost} marks are no run of whole words in one sentence: nothing was learned from them"

    def table(self) -> Iterator[str]:
        """Label by label, Markdown: marks in all, in the held-out texts; precision, recall, F1, its range, before."""
        yield "| label | marks | held out | precision | recall | F1 | 95 % range | F1 before |"
        yield "|---|---:|---:|---:|---:|---:|---:|---:|"
        for label, each in self.measured.items():
            own, count = each.after, self.marks.get(label, sum(self.marks.values()))
            shares = f"{own.precision:.3f} | {own.recall:.3f} | {own.f1:.3f}"
            before = f"{each.before.f1:.3f}" if each.before else "new" * (label in self.marks)
            yield (
                f"| {label} | {count} | {own.gold} | {shares} | {each.range.low:.2f}–{each.range.high:.2f} | {before} |"
            )

    def card(self) -> Iterator[str]:
        """The page of the model: what it learned, how it was measured, what to beware of."""
        yield from (f"# Labels taught: {', '.join(self.marks)}", "")
        yield f"Learned on top of `{self.base}`, whose weights stay as they were, by `letopis train`"
        yield from (f"(seed {self.seed}, {self.epochs} epochs), from {self.documents} documents.", "")
        yield from (self.told(), "")
        if self.measured:
            yield from (*self.table(), "")
        yield from (f"- {line}" for line in (*self.warnings(), *(f"left out: {each}" for each in self.skipped)))

    def told(self) -> str:
        """How it was measured, in a sentence or two."""
        if not self.measured:
            return "Not measured: the head learned from every document."
        held = (
            f"Measured on {len(self.held_out)} documents of {self.documents} that the measured head had not seen, "
            "chosen by a hash of their names, near-duplicates kept on one side; strict extents and labels."
        )
        last = "The head in the model then learned from all documents." if self.final else "It is the one in the model."
        return f"{held} {last}"


def _numbers(each: Measured) -> dict[str, Any]:
    return {
        **_score(each.after),
        "f1_range": [round(share, 4) for share in each.range],
        "before": None if each.before is None else _score(each.before),
    }


def _score(score: Score) -> dict[str, float]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {name: round(share, 4) for name, share in shares.items()} | score._asdict()
