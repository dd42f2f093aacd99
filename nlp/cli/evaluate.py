"""`letopis evaluate`: how good the results are, measured on annotated texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Measure the results on annotated texts.", no_args_is_help=True, rich_markup_mode=None)

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the report goes.", file_okay=False)]
Data = Annotated[Path, typer.Argument(metavar="DATA", help="Annotated expressions.", exists=True)]
Gold = Annotated[
    Path, typer.Argument(metavar="GOLD", help="Annotated events, JSON Lines.", exists=True, dir_okay=False)
]
Texts = Annotated[Path, typer.Option("--texts", metavar="DIR", help="The texts they come from.", exists=True)]


@app.command()
def dates(data: Data, out: Out) -> None:
    r"""Compare the values of dates with annotated ones.

    \b
    Example:
      letopis evaluate dates dates-public.tsv --out out/dates
    """
    from nlp.evaluation.dates import evaluate

    typer.echo(evaluate(data, out))


@app.command()
def events(gold: Gold, texts: Texts, out: Out) -> None:
    r"""Compare events, their roles, dates and places with annotated ones.

    \b
    Example:
      letopis evaluate events events-dev.jsonl --texts texts/ --out out/events
    """
    from nlp.evaluation.events import evaluate

    typer.echo(evaluate(gold, texts, out))
