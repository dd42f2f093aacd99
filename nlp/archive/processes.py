"""Workers as processes of this machine, each with a model and one thread.

They are spawned, not forked: a fork would take over the locks of libraries that run threads. A worker whose parent is
gone ends by itself.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait

import msgspec

from nlp.archive.cycles import hold_back
from nlp.archive.memory import TIRED, beyond, cap, taken, worked
from nlp.archive.source import WalkOptions
from nlp.archive.work import Batch, Broken, Event, Gone, Ready
from nlp.errors import LetopisError

PINNED = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "ARROW_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}
"""One thread for every library that would take all cores; and sets in one order, whoever works on a document."""


class Setup(msgspec.Struct, frozen=True):
    """What a worker needs to begin."""

    model: str
    options: WalkOptions
    frames: str | None = None
    memory: int = 0
    """Megabytes that it may take; 0 for no limit."""


class ProcessWorker:
    """The parent's end of a worker."""

    def __init__(self, setup: Setup) -> None:
        context = get_context("spawn")
        self.limit = setup.memory
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, setup), name="letopis-worker", daemon=True)
        with pinned():
            self.process.start()
        theirs.close()

    def give(self, batch: Batch) -> None:
        """Hand over a batch; a worker that has just died is noticed when it is waited for."""
        try:
            self.pipe.send(batch)
        except OSError:
            return

    def take(self) -> Event:
        """What the worker says next, or that it is no more."""
        try:
            event: Event = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join(1)
            return Gone(f"died with exit code {self.process.exitcode}")
        return event

    def is_tired(self) -> bool:
        """Whether it has come near its limit of memory, and a new one would do better."""
        return bool(self.limit) and taken(self.process.pid or 0) > self.limit * TIRED

    def spent(self) -> float:
        """Processor seconds that it has had."""
        return worked(self.process.pid or 0)

    def kill(self) -> None:
        """End it, whatever it does."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Processes:
    """The crew of one machine."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup

    def room(self) -> int:
        """How many workers fit: one a core that this process may use."""
        if hasattr(os, "sched_getaffinity"):
            return len(os.sched_getaffinity(0))
        return os.cpu_count() or 1

    def hire(self) -> ProcessWorker:
        """Start a worker."""
        return ProcessWorker(self.setup)

    def wait(self, workers: list[ProcessWorker], seconds: float) -> Iterator[tuple[ProcessWorker, Event]]:
        """What workers say within this time."""
        by_pipe = {worker.pipe: worker for worker in workers}
        for pipe in wait(list(by_pipe), seconds):
            worker = by_pipe[pipe]  # type: ignore[index]  # it is one of those that were passed
            yield worker, worker.take()

    def close(self) -> None:
        """Nothing is left when every worker was killed."""


def serve(pipe: Connection, setup: Setup) -> None:
    """The whole life of a worker: load, then answer one batch after the other until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    threading.Thread(target=_end_with_parent, daemon=True).start()
    cap(setup.memory)
    try:
        from nlp.archive.annotator import Annotator
        from nlp.pipeline import load

        annotator = Annotator(load(setup.model, setup.frames), setup.options)
    except (LetopisError, MemoryError) as error:
        pipe.send(Broken(str(error) or f"the model alone needs more than {setup.memory} MB of memory"))
        return
    hold_back()
    pipe.send(Ready())
    try:
        while (batch := _next(pipe)) is not None:
            for event in annotator.work(batch):
                pipe.send(event)
    except MemoryError:
        pipe.send(beyond(setup.memory))


def _next(pipe: Connection) -> Batch | None:
    try:
        batch: Batch = pipe.recv()
    except EOFError:
        return None
    return batch


def _end_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


@contextmanager
def pinned() -> Iterator[None]:
    """The environment that a worker is born with: libraries read it as they are loaded."""
    former = {name: os.environ.get(name) for name in PINNED}
    os.environ.update(PINNED)
    try:
        yield
    finally:
        for name, value in former.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
