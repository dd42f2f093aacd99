"""The commands of `letopis` put together."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from nlp.cli import annotate, evaluate, explain, extract, frames, query, report, schema, train
from nlp.cli.console import complain
from nlp.cli.options import examples
from nlp.errors import LetopisError


class Commands(TyperGroup):
    """The commands; whatever the package raises on purpose is one line on stderr and exit code 2."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except LetopisError as error:
            complain(error)
            raise typer.Exit(2) from error


app = typer.Typer(
    cls=Commands,
    name="letopis",
    help="Russian news and press releases to structured records: people, organisations, dates, agreements, events.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("extract", epilog=examples(*extract.EXAMPLES))(extract.extract)
app.command("annotate", epilog=examples(*annotate.EXAMPLES))(annotate.annotate)
app.command("query", epilog=examples(*query.EXAMPLES))(query.query)
app.command("report", epilog=examples(*report.EXAMPLES))(report.report)
app.command("explain", epilog=examples(*explain.EXAMPLES))(explain.explain)
app.command("schema", epilog=examples(*schema.EXAMPLES))(schema.schema)
app.command("train", epilog=examples(*train.EXAMPLES))(train.train)
app.add_typer(evaluate.app, name="evaluate")
app.add_typer(frames.app, name="frames")


def version(asked: bool) -> None:
    """Print the version and stop."""
    if asked:
        from importlib.metadata import version as installed

        typer.echo(f"letopis {installed('letopis')}")
        raise typer.Exit


@app.callback()
def letopis(
    _version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Take the options that come before a command."""


def main() -> None:
    """Run the command."""
    app(prog_name="letopis")
