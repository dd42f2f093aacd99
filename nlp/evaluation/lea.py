"""LEA, the link-based entity-aware measure of coreference, summed over documents.

A chain counts by its length times the share of its links that are found: of «Орлова … она … мэр» (3 links) a chain of
two resolves one, 3 × 1/3. A chain of one has one link, to itself.
Paper: Moosavi and Strube, Which Coreference Evaluation Metric Do You Trust?, 2016.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

Chain = frozenset[Hashable]


class Lea(NamedTuple):
    """Sums of what is resolved and of what there is, in both directions."""

    recalled: float = 0.0
    gold: float = 0.0
    confirmed: float = 0.0
    found: float = 0.0

    def __or__(self, other: Lea) -> Lea:
        return Lea(*map(sum, zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """How much of the chains found is so in the corpus, 0–1."""
        return self.confirmed / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """How much of the corpus's chains is found, 0–1."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def lea(gold: Sequence[Chain], found: Sequence[Chain]) -> Lea:
    """The sums of one document."""
    return Lea(_resolved(gold, found), sum(map(len, gold)), _resolved(found, gold), sum(map(len, found)))


def _resolved(chains: Sequence[Chain], others: Sequence[Chain]) -> float:
    return sum(len(chain) * sum(_common(chain, each) for each in others) / _links(len(chain)) for chain in chains)


def _common(one: Chain, other: Chain) -> int:
    """A link of a chain to itself is found in a chain of the same one mention only."""
    if len(one) == 1:
        return int(one == other)
    shared = len(one & other)
    return _links(shared) if shared > 1 else 0


def _links(size: int) -> int:
    return size * (size - 1) // 2 if size > 1 else 1
