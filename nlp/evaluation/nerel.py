"""Mentions against NEREL's standoff files: strict spans and labels, per label.

Quotes at the edges count for nothing: the corpus leaves those of a quoted name outside, this project keeps them.
Paper: Loukachevitch et al., NEREL: A Russian Dataset with Nested Named Entities, Relations and Events, 2021.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from nlp.document import MENTIONS
from nlp.errors import InputError

QUOTES = "«»“”„\"'"


class Extent(NamedTuple):
    """A labelled stretch of a text in code points."""

    start: int
    end: int
    label: str


class Score(NamedTuple):
    """Counts of one label: right, proposed, in the corpus."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """How much of what was found is right; 0 when nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """How much of the corpus was found; 0 when it has none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def documents(folder: Path) -> Iterator[tuple[str, set[Extent]]]:
    """Texts with their spans, discontinuous ones left out; raises `InputError` when the folder holds none."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise InputError(folder, "holds no .txt files of NEREL")
    for path in files:
        text = path.read_text(encoding="utf-8")
        lines = path.with_suffix(".ann").read_text(encoding="utf-8").splitlines()
        yield text, {_trimmed(text, extent) for extent in _extents(lines)}


def score(pipeline: Language, folder: Path) -> dict[str, Score]:
    """Every label's counts over a folder, and their sum under "all"."""
    texts, gold = zip(*documents(folder), strict=True)
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for doc, spans in zip(pipeline.pipe(texts), gold, strict=True):
        seen = mentions(doc)
        _count(right, seen & spans)
        _count(found, seen)
        _count(wanted, spans)
    return {label: Score(right[label], found[label], wanted[label]) for label in sorted(wanted | found)}


def mentions(doc: Doc) -> set[Extent]:
    """What the pipeline found, quotes at the edges left out."""
    spans = doc.spans.get(MENTIONS, ())
    return {_trimmed(doc.text, Extent(span.start_char, span.end_char, span.label_)) for span in spans}


def _extents(lines: Iterable[str]) -> Iterator[Extent]:
    for line in lines:
        if line.startswith("T"):
            label, place = line.split("\t")[1].split(" ", 1)
            if ";" not in place:
                start, end = place.split()
                yield Extent(int(start), int(end), label)


def _trimmed(text: str, extent: Extent) -> Extent:
    start, end, label = extent
    while start < end - 1 and text[start] in QUOTES:
        start += 1
    while start < end - 1 and text[end - 1] in QUOTES:
        end -= 1
    return Extent(start, end, label)


def _count(counter: Counter[str], spans: Iterable[Extent]) -> None:
    for span in spans:
        counter[span.label] += 1
        counter["all"] += 1
