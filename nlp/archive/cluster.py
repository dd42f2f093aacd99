"""Workers as actors of a Ray cluster: the same supervisor over other machines.

Ray's own data pipelines (`map_batches` over a pool of actors) try a block whose worker died again as a whole, and give
up or drop it when it dies again. Which of its documents did it they cannot tell, nor stop one that hangs, nor go on
with what a killed driver left. So plain actors are supervised here as processes are: an actor streams what it turns to,
and one that dies or hangs is replaced.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from nlp.archive.blocks import Block
from nlp.archive.cycles import hold_back
from nlp.archive.memory import beyond, cap, mapped
from nlp.archive.processes import PINNED, Setup, pinned
from nlp.archive.work import Batch, Begun, Broken, Event, Gone, Ready
from nlp.errors import ArchiveError, LetopisError


class Actor:
    """What runs on a node; made remote by `Cluster`."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.annotator: Any = None

    def load(self) -> Iterator[Event]:
        """Take the model; a broken one is told, because a worker that only dies would be tried again."""
        from nlp.archive.annotator import Annotator
        from nlp.pipeline import load

        cap(self.setup.memory, besides=mapped())
        try:
            self.annotator = Annotator(load(self.setup.model, self.setup.frames), self.setup.options)
        except LetopisError as error:
            yield Broken(str(error))
        else:
            hold_back()
            yield Ready()

    def work(self, batch: Batch) -> Iterator[Begun | Block | Gone]:
        """Stream what the annotator says of a batch."""
        try:
            yield from self.annotator.work(batch)
        except MemoryError:
            yield beyond(self.setup.memory)


class RayWorker:
    """The driver's end of an actor."""

    def __init__(self, ray: Any, actor: Any) -> None:
        self.ray, self.actor = ray, actor
        self.events = actor.load.options(num_returns="streaming").remote()

    def give(self, batch: Batch) -> None:
        """Hand over a batch."""
        self.events = self.actor.work.options(num_returns="streaming").remote(batch)

    def take(self) -> Event:
        """What the actor says next, or that it is no more."""
        try:
            event: Event = self.ray.get(next(self.events))
        except (self.ray.exceptions.RayError, StopIteration) as error:
            return Gone(f"died: {str(error).splitlines()[0] if str(error) else type(error).__name__}")
        return event

    def is_tired(self) -> bool:
        """What an actor takes is looked at by its node."""
        return False

    def spent(self) -> float:
        """Seconds by the clock: an actor may be on another machine."""
        return time.monotonic()

    def kill(self) -> None:
        """End it, whatever it does."""
        self.ray.kill(self.actor)


class Cluster:
    """The crew of a Ray cluster: the one at `address`, the one that runs here already, or one of this machine."""

    def __init__(self, setup: Setup, address: str | None = None, **options: Any) -> None:
        self.ray = _ray()
        self.setup = setup
        self.own = not self.ray.is_initialized()
        if self.own:
            self._join(address, options)
        self.kind = self.ray.remote(num_cpus=1, max_restarts=0)(Actor)

    def _join(self, address: str | None, options: dict[str, Any]) -> None:
        """A cluster of this machine takes its environment from here, another one is told."""
        known = {"env_vars": PINNED} if address else None
        try:
            with pinned():
                self.ray.init(address=address, runtime_env=known, log_to_driver=False, logging_level="error", **options)
        except (ConnectionError, OSError, ValueError, RuntimeError) as error:
            raise ArchiveError(f"Ray {address or 'on this machine'}: cannot be reached: {error}") from error

    def room(self) -> int:
        """How many workers fit: one a core."""
        return max(1, int(self.ray.cluster_resources().get("CPU", 1)))

    def hire(self) -> RayWorker:
        """Start an actor."""
        return RayWorker(self.ray, self.kind.remote(self.setup))

    def wait(self, workers: list[RayWorker], seconds: float) -> Iterator[tuple[RayWorker, Event]]:
        """What actors say within this time."""
        if not workers:
            time.sleep(seconds)
            return
        by_stream = {worker.events: worker for worker in workers}
        ready, _ = self.ray.wait(list(by_stream), num_returns=1, timeout=seconds, fetch_local=True)
        for stream in ready:
            yield by_stream[stream], by_stream[stream].take()

    def close(self) -> None:
        """Leave the cluster, or stop the one that was started here."""
        if self.own:
            self.ray.shutdown()


def _ray() -> Any:
    try:
        import ray
    except ImportError as error:
        raise ArchiveError("--engine ray needs Ray: pip install 'letopis[ray]'") from error
    return ray
