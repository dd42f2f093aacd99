"""Inputs to an annotated archive: what is not finished yet is found, annotated, and written shard by shard.

    for step in annotate(job(("новости.zip",), WalkOptions()), "out"): print(step.documents)

Killed at any moment and run again, it gives the tables that one run would have given.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from nlp.archive.blocks import Block, Counts
from nlp.archive.crew import Crew
from nlp.archive.database import DATABASE, build
from nlp.archive.job import Job, Manifest, agree, keep
from nlp.archive.lock import held
from nlp.archive.processes import Processes, Setup
from nlp.archive.remote import everything
from nlp.archive.shards import Shards
from nlp.archive.store import Folder, Store, open_store
from nlp.archive.supervisor import Supervisor
from nlp.archive.work import batches, units
from nlp.errors import ArchiveError

SIZE, SECONDS = 64 << 20, 60.0
"""A shard is written at this many bytes of rows, or seconds, if it does not have its items before."""


class Limits(msgspec.Struct, frozen=True):
    """How the work is done; none of it changes the tables, but for what takes more than `seconds` or `memory`."""

    workers: int = 0
    """0 for one a core."""
    seconds: float = 300.0
    """For one document."""
    memory: int = 0
    """Megabytes for one worker; 0 for no limit."""
    renew: int = 10_000
    """Documents after which a worker is replaced."""
    shard: int = 2000
    """Items in a shard: a crash costs those that wait to be written."""


USUAL = Limits()


class Step(msgspec.Struct, frozen=True):
    """How far the work is: `kept` items are of earlier runs, and of this run's `items`, `written` are safe on disk."""

    kept: int
    before: Counts
    items: int = 0
    counts: Counts = Counts()
    written: int = 0

    @property
    def total(self) -> Counts:
        """Of all runs."""
        return self.before + self.counts

    def after(self, block: Block, written: int) -> Step:
        """With what a block adds."""
        return Step(self.kept, self.before, self.items + len(block.items), self.counts + block.counts, written)


def annotate(
    asked: Job, out: str | Path, limits: Limits = USUAL, crew: Crew | None = None
) -> Generator[Step, None, None]:
    """Annotate what is left; a step after every batch, the last one when the archive is complete.

    Raises `ArchiveError` when OUT cannot be written or was made for another job; what is finished stays.
    """
    store = open_store(out)
    _outside(asked, store)
    with held(store):
        agree(store, asked)
        shards = Shards(store)
        keep(store, Manifest(asked))
        shards.prepare()
        if store.get(DATABASE) is None:
            build(store)
        crew = crew or Processes(Setup(asked.model, asked.options, asked.frames, limits.memory))
        supervisor = Supervisor(crew, limits.workers or crew.room(), limits.seconds, limits.renew)
        yield from _work(asked, shards, supervisor, limits.shard)
        _, counts = shards.finished()
        keep(store, Manifest(asked, complete=True, counts=counts))


def _work(asked: Job, shards: Shards, supervisor: Supervisor, items: int) -> Iterator[Step]:
    finished, before = shards.finished()
    step = Step(len(finished), Counts.of(before))
    yield step
    pile = Pile(shards, items)
    left = batches(units(everything(asked.inputs, asked.options), asked, finished))
    try:
        for block in supervisor.run(left):
            pile.add(block)
            step = step.after(block, pile.written)
            yield step
    except BaseException:  # what is done is kept, also when Ctrl-C comes in the middle
        with suppress(ArchiveError):
            pile.write()
        raise
    pile.write()
    yield msgspec.structs.replace(step, written=pile.written)


class Pile:
    """Blocks that wait to become a shard."""

    def __init__(self, shards: Shards, most: int) -> None:
        self.shards, self.most = shards, most
        self.blocks: list[Block] = []
        self.items = self.size = self.written = 0
        self.since = time.monotonic()

    def add(self, block: Block) -> None:
        """Lay a block on the pile, and write it when it is high enough."""
        if not self.blocks:
            self.since = time.monotonic()
        self.blocks.append(block)
        self.items += len(block.items)
        self.size += block.size
        if self.items >= self.most or self.size >= SIZE or time.monotonic() - self.since >= SECONDS:
            self.write()

    def write(self) -> None:
        """Make a shard of what there is."""
        if self.blocks:
            self.shards.write(self.blocks)
        self.written += self.items
        self.blocks, self.items, self.size = [], 0, 0


def _outside(asked: Job, store: Store) -> None:
    """Refuse an OUT that a walk through the inputs would come upon."""
    if not isinstance(store, Folder):
        return
    for given in asked.inputs:
        folder = Path(given)
        if folder.is_dir() and store.root.resolve().is_relative_to(folder.resolve()):
            raise ArchiveError(f"{store.place}: lies inside the input {given}; choose a folder outside it")
