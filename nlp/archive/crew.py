"""What the supervisor asks of workers, and of where they come from: processes here, actors of a cluster elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from nlp.archive.work import Batch, Event


class Worker(Protocol):
    """Something that answers batches."""

    def give(self, batch: Batch) -> None:
        """Hand over a batch; the answers come through the crew."""

    def is_tired(self) -> bool:
        """Whether it should be replaced, because of the memory that it has taken."""

    def spent(self) -> float:
        """Processor seconds that it has had, or what comes nearest: differences count alone."""

    def kill(self) -> None:
        """End it, whatever it does."""


class Crew(Protocol):
    """Where workers come from; `wait` gives what they say within some seconds."""

    def room(self) -> int:
        """How many workers fit."""

    def hire(self) -> Any:
        """Start a worker."""

    def wait(self, workers: list[Any], seconds: float) -> Iterable[tuple[Any, Event]]:
        """What some of these workers say."""

    def close(self) -> None:
        """Give back what the crew holds beside its workers."""
