"""The rounds of training, in their order; the numbers of epochs are part of the plans.

The first two models learn from the annotation alone and see different things. What they believe of texts without
annotation is learned from in the rounds that follow, each with better teachers: born again, Furlanello et al.,
Born-again neural networks, 2018.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from models.recipes.mentions.train import Plan


@dataclass(frozen=True)
class Round:
    """One training: its plan, the rounds whose models are its teachers, the round whose weights are its first."""

    plan: Plan
    teachers: tuple[str, ...] = ()
    start: str | None = None


_HEAVY: Final = Plan(rate=1.5e-3, dropout=0.33, coarse=0.12, span=128)
ROUNDS: Final[Mapping[str, Round]] = {
    "unhinted": Round(replace(_HEAVY, seed=0, epochs=14, unhinted=1.0)),
    "hinted": Round(replace(_HEAVY, seed=1, epochs=12)),
    "taught": Round(Plan(seed=2, epochs=14, raw=0.16), ("unhinted", "hinted")),
    "again": Round(Plan(seed=3, epochs=7, raw=0.18, rate=1e-3, warm_up=100, dropout=0.15), ("taught",), "taught"),
    "other": Round(Plan(seed=5, epochs=11, raw=0.14, dilations=(1, 2, 4, 2, 1)), ("taught", "again")),
    "shipped": Round(
        Plan(seed=6, epochs=7, raw=0.2, rate=1e-3, warm_up=100, dropout=0.15, dilations=(1, 2, 4, 2, 1)),
        ("taught", "again", "other"),
        "other",
    ),
}
"""The last is exported."""
SHIPPED: Final = tuple(ROUNDS)[-1]


def shortened(plan: Plan, epochs: int | None, threads: int) -> Plan:
    """The plan on so many threads; with `epochs`, a trial of it."""
    return replace(plan, threads=threads, epochs=epochs or plan.epochs)
