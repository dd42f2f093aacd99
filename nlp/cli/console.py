"""What the command says beside its output: errors, one line each, and progress, both on stderr."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator

import typer

from nlp.cli.language import say, told
from nlp.cli.logs import SAID
from nlp.errors import InputError
from nlp.schema import Record


def complain(error: Exception | str) -> None:
    """One line on stderr, in the language in use, and in the log: «letopis: новости.txt: not UTF-8 …»."""
    from nlp.output.page.plain import one_line

    line = one_line(told(error) if isinstance(error, Exception) else error)
    logging.getLogger(SAID).warning("%s", line)
    typer.echo(f"letopis: {line}", err=True)


class Tally:
    """Lets records through, reports each error as it comes, and counts both."""

    def __init__(self) -> None:
        self.records = self.errors = 0

    def good(self, results: Iterable[Record | InputError]) -> Iterator[Record]:
        """The records alone; errors go to stderr."""
        for result in results:
            if isinstance(result, InputError):
                self.errors += 1
                complain(result)
            else:
                self.records += 1
                yield result

    def finish(self) -> None:
        """Exit code 2 when anything failed, with the sum when there was more than one document."""
        if not self.errors:
            return
        if self.records + self.errors > 1:
            complain(say("{errors} of {all} documents failed", errors=self.errors, all=self.records + self.errors))
        raise typer.Exit(2)


def with_progress(records: Iterable[Record], shown: bool) -> Iterator[Record]:
    """The same records; `shown` draws a line on stderr that counts them and goes away at the end."""
    if not (shown and sys.stderr.isatty()):
        yield from records
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn(say("documents") + ": {task.completed}"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True, markup=False), transient=True) as progress:
        task = progress.add_task("", total=None)
        for record in records:
            progress.update(task, advance=1, description=record.source or "")
            yield record
