"""How far a long run is: a bar on a terminal, a line now and then elsewhere; both on stderr."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import takewhile
from typing import TYPE_CHECKING, Protocol

from nlp.cli.console import complain
from nlp.cli.language import say

if TYPE_CHECKING:
    from collections.abc import Generator

    from nlp.archive.annotate import Step
    from nlp.archive.job import Job

EVERY = 30.0
"""Seconds between two lines."""
PATIENCE = 10.0
"""Seconds for the walk to come to its next item when it is no longer asked for."""


class Count:
    """How many items there are, known once a walk of its own is through: a walk reads no document."""

    def __init__(self, asked: Job) -> None:
        self.asked = asked
        self.total: int | None = None
        self._over = threading.Event()

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Count in the background; standard input cannot be walked twice.

        The walk is over before the process ends: a thread that is still inside a library written in C++ when Python
        shuts down aborts it (SIGABRT).
        """
        walk = threading.Thread(target=self._count, daemon=True)
        if "-" not in self.asked.inputs:
            walk.start()
        try:
            yield
        finally:
            self._over.set()
            if walk.is_alive():
                walk.join(PATIENCE)

    def _count(self) -> None:
        from nlp.archive.remote import everything

        walked = len([None for _ in takewhile(self._is_wanted, everything(self.asked.inputs, self.asked.options))])
        if not self._over.is_set():
            self.total = walked

    def _is_wanted(self, _item: object) -> bool:
        return not self._over.is_set()


class View(Protocol):
    """Something that is shown every step."""

    def show(self, step: Step) -> None:
        """Show how far the work is."""


def shown(steps: Generator[Step, None, None], count: Count) -> Step:
    """Go through all steps and show them; gives the last one."""
    with closing(steps), _bar(count) if sys.stderr.isatty() else _lines() as view:
        for step in steps:
            view.show(step)
    return step


class Lines:
    """A line every half minute: «1 200 items, 2 errors, 35.1 a second»."""

    def __init__(self) -> None:
        self.begun = self.last = time.monotonic()

    def show(self, step: Step) -> None:
        """Print when it is time."""
        now = time.monotonic()
        if now - self.last < EVERY:
            return
        self.last = now
        rate = step.items / (now - self.begun)
        form = "{items} items, {errors} errors, {rate} a second, {written} written"
        done, errors = step.kept + step.items, step.total.errors
        complain(say(form, items=done, errors=errors, rate=f"{rate:.1f}", written=step.written))


@contextmanager
def _lines() -> Iterator[View]:
    yield Lines()


@contextmanager
def _bar(count: Count) -> Iterator[View]:
    """A bar with the rate, the time left and the errors; the time left comes once the items are counted."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn(say("errors") + ": {task.fields[errors]}"),
    )
    console = Console(stderr=True, markup=False)
    with count.going_on(), Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=None, rate="", errors=0)

        class Bar:
            """The bar, told of a step."""

            begun = time.monotonic()

            def show(self, step: Step) -> None:
                """Move it on."""
                rate = f"{step.items / max(time.monotonic() - self.begun, 1e-3):.1f}/{say('s')}"
                done = step.kept + step.items
                progress.update(task, completed=done, total=count.total, rate=rate, errors=step.total.errors)

        yield Bar()
