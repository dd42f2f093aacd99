"""Whether the mentions of a document are put together as in the corpus: B³ and the F1 of pairs, summed over documents.

«Орлова», «Орловой» are one and «Казань» another: a key for each mention on both sides, equal keys are one entity.
Paper: Bagga and Baldwin, Algorithms for Scoring Coreference Chains, 1998.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from nlp.evaluation.scores import Score


class Identity:
    """Adds up documents."""

    def __init__(self) -> None:
        self.precision = self.recall = 0.0
        self.mentions = self.pairs = self.found = self.gold = 0

    def add(self, gold: Sequence[Hashable], found: Sequence[Hashable]) -> None:
        """The keys of the same mentions of one document on both sides; raises `ValueError` when some lack a key."""
        both = Counter(zip(gold, found, strict=True))
        wanted, put = Counter(gold), Counter(found)
        self.precision += sum(count * count / put[key] for (_, key), count in both.items())
        self.recall += sum(count * count / wanted[key] for (key, _), count in both.items())
        self.mentions += len(gold)
        self.pairs += _pairs(both)
        self.gold += _pairs(wanted)
        self.found += _pairs(put)

    @property
    def b_cubed(self) -> float:
        """F1 of B³, 0–1."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total / self.mentions if total else 0.0

    @property
    def pairwise(self) -> float:
        """F1 of the pairs of mentions that are one entity, 0–1."""
        return Score(self.pairs, self.found, self.gold).f1


def _pairs(counted: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> int:
    return sum(size * (size - 1) // 2 for size in counted.values())
