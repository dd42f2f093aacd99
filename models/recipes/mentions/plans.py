"""What the trainings of the recipe do; the numbers of epochs are part of the plans, dev chose none of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from models.recipes.mentions.train import Plan

TEACHERS: Final[Mapping[str, Plan]] = {
    "unhinted": Plan(seed=0, epochs=14, rate=1.5e-3, unhinted=1.0, dropout=0.33, coarse=0.12, span=128),
    "hinted": Plan(seed=1, epochs=12, rate=1.5e-3, dropout=0.33, coarse=0.12, span=128),
}
"""Two that see different things: one without the rules' hints, one with them."""
SHIPPED: Final = Plan(seed=2, epochs=14, raw=0.3)
AGAIN: Final = Plan(seed=3, epochs=7, raw=0.35, rate=1e-3, warm_up=100, dropout=0.15)
"""From the weights of the last on, with what that model believes in place of its teachers."""


def shortened(plan: Plan, epochs: int | None, threads: int) -> Plan:
    """The plan on so many threads; with `epochs`, a trial of it."""
    return replace(plan, threads=threads, epochs=epochs or plan.epochs)
