"""The measures that all tasks share: precision, recall, F1 and plain shares, out of counts.

Three of four names found, one of them wrong: precision 2/3, recall 2/4, F1 0.571.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar

TOTAL = "all"
Item = TypeVar("Item", bound=Hashable)


class Score(NamedTuple):
    """Counts of one label: right, proposed, in the corpus."""

    right: float
    found: float
    gold: float

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


class Share(NamedTuple):
    """How many of those counted are right: «статус: 37 из 40»."""

    right: int
    total: int

    @property
    def value(self) -> float:
        """0–1; 0 when there was nothing to count."""
        return self.right / self.total if self.total else 0.0


class Counts:
    """Adds up what is right, found and in the corpus, by label."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()

    def add(self, gold: Iterable[str], found: Iterable[str], right: Iterable[str]) -> None:
        """Labels of one document, one for every thing of that label."""
        self.gold.update(gold)
        self.found.update(found)
        self.right.update(right)

    def total(self) -> Score:
        """All labels together: micro-averaged."""
        return Score(self.right.total(), self.found.total(), self.gold.total())

    def scores(self) -> dict[str, Score]:
        """Every label's own, and the sum under "all" at the end."""
        labels = sorted(self.gold | self.found)
        own = {label: Score(self.right[label], self.found[label], self.gold[label]) for label in labels}
        return own | {TOTAL: self.total()}


def paired(gold: Sequence[Item], found: Sequence[Item]) -> list[Item]:
    """What stands in both, each as often as in the one that has it more rarely."""
    return list((Counter(gold) & Counter(found)).elements())
