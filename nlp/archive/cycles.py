"""Python's search for cycles of objects, made rare in a process that only annotates.

The search walks over every object that is kept, a model's half a million among them, each time that many new ones are
there: one part in fourteen of a worker's time. What a document leaves holds hardly any cycles, and is gone without it.
"""

from __future__ import annotations

import gc

YOUNG, OFTEN = 20_000, 20
"""New objects between two searches among these, and searches of one age between two of the next."""


def hold_back() -> None:
    """What is there now is never searched again, what comes later seldom; for processes of our own, when ready."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, OFTEN, OFTEN)
