"""`letopis query`: SQL over an annotated archive."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlp.cli.language import say
from nlp.cli.suffixes import by_suffix

if TYPE_CHECKING:
    import duckdb

EXAMPLES = (
    'letopis query out "SELECT name, count(*) AS times FROM people GROUP BY name ORDER BY times DESC LIMIT 10"',
    'letopis query out "FROM who_met_whom" --format csv > meetings.csv',
    "letopis query out \"FROM events WHERE type = 'agreement'\" -o agreements.parquet",
    "letopis query out distinct_events",
)
MOST = 200
"""Rows that a table on the terminal shows."""


class Answer(StrEnum):
    """What `--format` takes."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"


SUFFIXES = {".csv": Answer.csv, ".json": Answer.json, ".jsonl": Answer.json, ".parquet": Answer.parquet}

Out = Annotated[str, typer.Argument(metavar="OUT", help="What letopis annotate wrote.", show_default=False)]
Sql = Annotated[
    str, typer.Argument(metavar="SQL", help="A query in DuckDB's SQL, or the name of a table.", show_default=False)
]
As = Annotated[
    Answer | None,
    typer.Option("--format", help="table on a terminal, csv in a pipe, unless you choose.", show_default=False),
]
To = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here: .csv .json .parquet.")]


def query(out: Out, sql: Sql, format: As = None, output: To = None) -> None:  # noqa: A002  the option's name
    """Ask an annotated archive.

    Tables: documents, mentions, people, organisations, places, dates, amounts, agreements, parties, positions, events,
    arguments, relations, errors. Ready queries: distinct_events, who_met_whom, agreements_by_party,
    occupations_over_time.
    """
    from nlp.archive.opened import open_archive

    kind = _chosen(format, output)
    with open_archive(out) as archive:
        _write(archive.table(sql) if sql.isidentifier() else archive.sql(sql), kind, output)


def _chosen(asked: Answer | None, output: Path | None) -> Answer:
    if asked is not None:
        if asked is Answer.parquet and output is None:
            raise typer.BadParameter(say("parquet goes to a file: say -o FILE"), param_hint="--format")
        return asked
    if output is None:
        return Answer.table if sys.stdout.isatty() else Answer.csv
    return by_suffix(output, SUFFIXES)


def _write(answer: duckdb.DuckDBPyRelation, kind: Answer, output: Path | None) -> None:
    """Through a file beside it, so that an output is there whole or not at all."""
    if kind is Answer.table:
        _table(answer)
        return
    from nlp.archive.answers import save

    save(answer, str(kind), output)


def _table(answer: duckdb.DuckDBPyRelation) -> None:
    """A table on the terminal, cut after some rows, which is said."""
    from rich.console import Console
    from rich.table import Table

    table = Table(*answer.columns)
    rows = answer.limit(MOST + 1).fetchall()
    for row in rows[:MOST]:
        table.add_row(*("" if cell is None else str(cell) for cell in row))
    console = Console(markup=False)
    console.print(table)
    if len(rows) > MOST:
        console.print(say("the first {number} rows; --format csv gives them all", number=MOST))
