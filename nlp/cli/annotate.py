"""`letopis annotate`: archives in, tables out."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from nlp.cli.console import complain
from nlp.cli.language import say
from nlp.cli.options import Encoding, Frames, Model, Published
from nlp.cli.progress import Count, shown

if TYPE_CHECKING:
    from nlp.archive.annotate import Step
    from nlp.archive.crew import Crew
    from nlp.archive.job import Job

EXAMPLES = (
    "letopis annotate news/ archive.tar.gz -o out",
    "letopis annotate dump.jsonl --text-column body --date-column day -o out --workers 8",
    'letopis query out "SELECT * FROM who_met_whom ORDER BY documents DESC LIMIT 10"',
)
INTERRUPTED, FAILED = 130, 1


class Engine(StrEnum):
    """What `--engine` takes."""

    local = "local"
    ray = "ray"


Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Files, folders, patterns, archives within archives.", show_default=False),
]
Out = Annotated[str, typer.Option("-o", "--output", metavar="OUT", help="The folder of the tables.")]
Workers = Annotated[int, typer.Option("--workers", min=0, help="Processes; 0 for one a core.")]
TimeLimit = Annotated[float, typer.Option("--time-limit", min=0.001, metavar="SECONDS", help="For one document.")]
Column = Annotated[str | None, typer.Option(metavar="NAME", show_default=False)]
Languages = Annotated[
    list[str] | None, typer.Option("--language", help="What to annotate: ru unless you say; * for any.")
]
Exclude = Annotated[
    list[str] | None, typer.Option("--exclude", metavar="PATTERN", help="Names that are not read: *.tsv, */drafts/*.")
]
MemoryLimit = Annotated[int, typer.Option("--memory-limit", min=0, metavar="MB", help="For one worker; 0 for none.")]
DatePattern = Annotated[
    str | None, typer.Option("--date-pattern", metavar="REGEX", help="Groups y, m, d: the date in a file's name.")
]


def annotate(  # noqa: PLR0913  every option is a parameter
    inputs: Inputs,
    output: Out,
    published: Published = None,
    encoding: Encoding = None,
    text_column: Column = None,
    id_column: Column = None,
    date_column: Column = None,
    title_column: Column = None,
    date_pattern: DatePattern = None,
    language: Languages = None,
    exclude: Exclude = None,
    model: Model = None,
    frames: Frames = None,
    workers: Workers = 0,
    time_limit: TimeLimit = 300.0,
    memory_limit: MemoryLimit = 2048,
    engine: Engine = Engine.local,
    address: Annotated[str | None, typer.Option("--address", help="Of a Ray cluster; else one is started.")] = None,
) -> None:
    """Annotate whole archives into Parquet tables and a DuckDB database.

    Stopped or killed, the same command goes on where it was, and the tables end up the same. What cannot be read is a
    row in the table of errors, and never stops the others.

    Exit code: 0 all is done, 1 all is done with rows in the table of errors, 2 it cannot go on, 130 Ctrl-C.
    """
    from nlp.archive import annotate as run
    from nlp.archive.job import job
    from nlp.archive.source import WalkOptions
    from nlp.pipeline import MODEL

    options = WalkOptions(
        encoding=encoding,
        published=published,
        date_pattern=date_pattern,
        text_column=text_column,
        id_column=id_column,
        date_column=date_column,
        title_column=title_column,
        languages=_languages(language),
        exclude=tuple(exclude or ()),
    )
    asked = job(tuple(inputs), options, model or MODEL, frames)
    limits = run.Limits(workers=workers, seconds=time_limit, memory=memory_limit)
    crew = _crew(engine, address, asked, memory_limit)
    try:
        last = shown(run.annotate(asked, output, limits, crew), Count(asked))
    except KeyboardInterrupt:
        form = "stopped; what is finished is in {output}, and the same command goes on from there"
        complain(say(form, output=output))
        raise typer.Exit(INTERRUPTED) from None
    _finish(last, output)


def _languages(given: list[str] | None) -> tuple[str, ...]:
    """Russian unless others are named: "*" is any."""
    return ("ru",) if not given else () if "*" in given else tuple(given)


def _crew(engine: Engine, address: str | None, asked: Job, memory: int) -> Crew | None:
    """Who does the work: processes of this machine are what `annotate` takes when it is told of none."""
    if engine is Engine.local:
        if address is not None:
            raise typer.BadParameter(say("an address is for --engine ray"), param_hint="--address")
        return None
    from nlp.archive.cluster import Cluster
    from nlp.archive.processes import Setup

    return Cluster(Setup(asked.model, asked.options, asked.frames, memory), address)


def _finish(last: Step, output: str) -> None:
    """What was done, in one line; exit code 1 when something of it is an error."""
    total = last.total
    form = "{output}: {documents} documents, {errors} errors, {passed} passed over"
    found = say(form, output=output, documents=total.documents, errors=total.errors, passed=total.passed)
    complain(found + (say("; {kept} items were finished before", kept=last.kept) if last.kept else ""))
    if total.errors:
        complain(say('what went wrong: letopis query {output} "FROM errors WHERE error"', output=output))
        raise typer.Exit(FAILED)
