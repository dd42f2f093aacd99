"""`letopis evaluate`: how good the results are, measured on annotated texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nlp.cli.console import complain
from nlp.cli.options import examples

DATES = examples("letopis evaluate dates dates-public.tsv --out out/dates")

app = typer.Typer(help="Measure the results on annotated texts.", no_args_is_help=True, rich_markup_mode=None)

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the report goes.", file_okay=False)]
Data = Annotated[Path, typer.Argument(metavar="DATA", help="Annotated expressions, tab-separated.", exists=True)]


@app.callback()
def evaluate() -> None:
    """Keep `letopis evaluate dates` a command of its own while it is the only one."""


@app.command(epilog=DATES)
def dates(data: Data, out: Out) -> None:
    """Compare the values of dates with annotated ones."""
    from nlp.evaluation.dates import evaluate

    try:
        typer.echo(evaluate(data, out))
    except OSError as error:
        complain(f"{error.filename or out}: {error.strerror or error}")
        raise typer.Exit(2) from error
