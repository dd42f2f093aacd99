"""Workers kept at work: batches handed out, answers taken, the dead and the hanging replaced.

A worker says which unit it turns to. When it dies, or stays there beyond the time limit, that unit is tried once more,
alone; when that fails too, it is reported as an error. The others of its batch go round again. That is how the pipes
of Apache Tika keep one document from stopping a batch.

A worker is also replaced after so many units, and when it has taken much memory: whatever a library leaks goes with it.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator

import msgspec

from nlp.archive.blocks import Block, Rows
from nlp.archive.crew import Crew, Worker
from nlp.archive.source import Failure, Reason
from nlp.archive.work import Batch, Begun, Broken, Event, Gone, Ready, Unit
from nlp.errors import ArchiveError

STARTING = 600.0
"""Seconds for a worker to load its model: machines may be slow, and disks cold."""
ATTEMPTS = 3
"""How many workers in a row may die as they start."""
PULSE = 0.5
"""Seconds between two looks at the clock."""
PATIENCE = 4
"""Times its limit that a unit may take by the clock: others may have the processor, but nothing waits for ever."""


class Post(msgspec.Struct):
    """A worker and what it is at; `since` is when it turned to unit `index` of `batch`, or began to load.

    `spent` are the processor seconds that it had had by then.
    """

    worker: Worker
    since: float
    spent: float = 0.0
    ready: bool = False
    batch: Batch | None = None
    index: int = 0
    served: int = 0


class Supervisor:
    """At most `size` workers over any number of batches; memory holds what they work on and as much again.

    `limit` is the processor seconds that one unit may take, `renew` the units after which a worker is replaced.
    """

    def __init__(
        self, crew: Crew, size: int, limit: float, renew: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.crew, self.size, self.limit, self.renew, self.clock = crew, size, limit, renew, clock
        self.posts: list[Post] = []
        self.again: deque[Batch] = deque()
        self.suspects: set[str] = set()
        self.failed_starts = 0

    def run(self, batches: Iterable[Batch]) -> Iterator[Block]:
        """The answers to all batches, in no order; no worker is left when it ends, however it ends."""
        ahead = Ahead(batches, self.size)
        try:
            while self._hand_out(ahead) or self._busy():
                ahead.fill()
                yield from self._listen()
                yield from self._overdue()
        finally:
            for post in self.posts:
                post.worker.kill()
            self.crew.close()

    def _busy(self) -> list[Post]:
        return [post for post in self.posts if post.batch is not None]

    def _hand_out(self, ahead: Ahead) -> bool:
        """Give free workers batches, and hire while there are more of these; whether any was given."""
        given = False
        while len(self._busy()) < self.size and (batch := self._next(ahead)) is not None:
            given = True
            self._give(self._free(), batch)
        return given

    def _next(self, ahead: Ahead) -> Batch | None:
        return self.again.popleft() if self.again else ahead.take()

    def _free(self) -> Post:
        post = next((post for post in self.posts if post.batch is None), None)
        if post is None:
            post = Post(self.crew.hire(), self.clock())
            self.posts.append(post)
        return post

    def _give(self, post: Post, batch: Batch) -> None:
        """What is given to a worker that still loads waits for it."""
        post.batch = batch
        if post.ready:
            self._turn(post, 0)
            post.worker.give(batch)

    def _turn(self, post: Post, index: int) -> None:
        """From now on its time counts for this unit."""
        post.index, post.since, post.spent = index, self.clock(), post.worker.spent()

    def _listen(self) -> Iterator[Block]:
        busy = {id(post.worker): post for post in self._busy()}
        for worker, event in self.crew.wait([post.worker for post in busy.values()], PULSE):
            yield from self._heard(busy[id(worker)], event)

    def _heard(self, post: Post, event: Event) -> Iterator[Block]:
        match event:
            case Ready():
                post.ready, self.failed_starts = True, 0
                self._give(post, post.batch or ())
            case Begun():
                self._turn(post, event.index)
            case Block():
                self._finished(post)
                yield event
            case Gone():
                yield from self._lost(post, event.reason, f"the process that worked on it {event.why}")
            case Broken():
                raise ArchiveError(event.why)

    def _finished(self, post: Post) -> None:
        post.served += len(post.batch or ())
        post.batch = None
        if post.served >= self.renew or post.worker.is_tired():
            self._dismiss(post)

    def _overdue(self) -> Iterator[Block]:
        for post in self._busy():
            if self._is_late(post):
                yield from self._lost(post, Reason.TIME_OUT, f"not done after {self.limit:g} seconds")

    def _is_late(self, post: Post) -> bool:
        """By its processor's time; who hangs has none, and is late by the clock."""
        waited = self.clock() - post.since
        if not post.ready:
            return waited > STARTING
        worked = waited > self.limit and post.worker.spent() - post.spent > self.limit
        return worked or waited > self.limit * PATIENCE

    def _lost(self, post: Post, reason: Reason, why: str) -> Iterator[Block]:
        """Replace a worker; its unit is tried alone, or reported when it was alone already."""
        self._dismiss(post)
        batch = post.batch or ()
        if not post.ready:
            self._not_started(batch, why)
        elif batch[post.index].key in self.suspects:
            yield failed(batch[post.index], reason, f"{why}, twice")
        else:
            culprit = batch[post.index]
            self.suspects.add(culprit.key)
            others = tuple(unit for unit in batch if unit is not culprit)
            self.again.extend(part for part in ((culprit,), others) if part)

    def _not_started(self, batch: Batch, why: str) -> None:
        self.failed_starts += 1
        if self.failed_starts >= ATTEMPTS:
            raise ArchiveError(f"no worker can be started: {why} while loading, {ATTEMPTS} times in a row")
        self.again.append(batch)

    def _dismiss(self, post: Post) -> None:
        post.worker.kill()
        self.posts.remove(post)


class Ahead:
    """Batches read while the workers are busy, no more of them than there are workers."""

    def __init__(self, batches: Iterable[Batch], most: int) -> None:
        self.batches, self.most = iter(batches), most
        self.read: deque[Batch] = deque()

    def fill(self) -> None:
        """Read on as far as is allowed."""
        while len(self.read) < self.most and (batch := next(self.batches, None)) is not None:
            self.read.append(batch)

    def take(self) -> Batch | None:
        """The next batch, `None` at the end."""
        return self.read.popleft() if self.read else next(self.batches, None)


def failed(unit: Unit, reason: Reason, detail: str) -> Block:
    """The report of a unit that no worker could finish."""
    rows = Rows()
    rows.fail(unit.key, Failure(unit.what.path, reason, detail, unit.what.size))
    rows.close(unit.key)
    return rows.block()
