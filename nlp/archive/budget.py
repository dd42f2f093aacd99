"""How much an archive may unpack to: «42.zip» holds 42 kilobytes that become four petabytes.

Every archive has a budget of its own, and what a nested one unpacks to is spent from those around it too: a bomb among
good files is left alone, an archive of bombs is given up as a whole.
"""

from __future__ import annotations

from nlp.archive.source import WalkOptions
from nlp.text.reasons import Reason


class ExhaustedError(Exception):
    """A budget is spent; whoever made it gives up the archive it is for."""

    def __init__(self, budget: Budget, reason: Reason, detail: str) -> None:
        self.budget, self.reason, self.detail = budget, reason, detail
        super().__init__(detail)


class Budget:
    """Bytes and members of one archive, and of those around it."""

    def __init__(self, size: int, options: WalkOptions, outer: Budget | None = None) -> None:
        self.size, self.options, self.outer = size, options, outer
        self.allowed = int(min(options.max_total, options.free + options.max_ratio * size))
        self.depth: int = outer.depth + 1 if outer is not None else 1
        self.spent = self.members = 0

    def spend(self, size: int) -> None:
        """Count unpacked bytes; raises `ExhaustedError` when they are too many."""
        self.spent += size
        if self.spent > self.allowed:
            detail = f"{self.size} bytes unpack to more than {self.allowed}: the rest of it is not read"
            raise ExhaustedError(self, Reason.BOMB, detail)
        if self.outer is not None:
            self.outer.spend(size)

    def count(self) -> None:
        """Count a member; raises `ExhaustedError` when there are too many."""
        self.members += 1
        if self.members > self.options.max_members:
            detail = f"more than {self.options.max_members} members: the rest of it is not read"
            raise ExhaustedError(self, Reason.TOO_MANY, detail)
        if self.outer is not None:
            self.outer.count()
