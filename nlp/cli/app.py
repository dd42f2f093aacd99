"""The commands of `letopis` put together."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, NoReturn

import typer
from typer._click.exceptions import UsageError
from typer.core import TyperGroup

from nlp.cli import annotate, doctor, evaluate, explain, export, extract, frames, language, query, report, schema, train
from nlp.cli.common import Config, Language, LogFile, Verbose, hoisted, value_of
from nlp.cli.configuration import defaults, find
from nlp.cli.console import complain
from nlp.cli.ending import leave
from nlp.cli.logs import set_up
from nlp.cli.options import examples
from nlp.cli.wording import reworded, show
from nlp.errors import LetopisError


class Commands(TyperGroup):
    """The commands; whatever the package raises on purpose is one line on stderr and exit code 2."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Choose the language, read the defaults, and parse."""
        args = hoisted(args, self)
        language.use(_asked(args) or language.of_the_environment())
        with _answered():
            if (found := None if extra.get("resilient_parsing") else find(value_of("--config", args))) is not None:
                extra["default_map"] = defaults(found, self)
                language.use(_asked(args) or _asked(["--lang", found.data.get("lang", "")]) or language.current())
            reworded(self)
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        with _answered():
            ctx.call_on_close(set_up(ctx.params["verbose"], ctx.params["log_file"]))
            log.info("letopis %s", " ".join([*ctx._protected_args, *ctx.args]))
            return super().invoke(ctx)


def _asked(args: list[str]) -> language.Lang | None:
    named = value_of("--lang", args)
    return language.Lang(named) if named in tuple(language.Lang) else None


@contextmanager
def _answered() -> Iterator[None]:
    """Errors of the command line and of the package are told, and end the program with their exit code."""
    try:
        yield
    except UsageError as error:
        show(error)
        raise typer.Exit(error.exit_code) from error
    except LetopisError as error:
        complain(error)
        raise typer.Exit(2) from error


log = logging.getLogger(__name__)
app = typer.Typer(
    cls=Commands,
    name="letopis",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("extract", epilog=examples(*extract.EXAMPLES))(extract.extract)
app.command("annotate", epilog=examples(*annotate.EXAMPLES))(annotate.annotate)
app.command("query", epilog=examples(*query.EXAMPLES))(query.query)
app.command("report", epilog=examples(*report.EXAMPLES))(report.report)
app.command("export", epilog=examples(*export.EXAMPLES))(export.export)
app.command("explain", epilog=examples(*explain.EXAMPLES))(explain.explain)
app.command("schema", epilog=examples(*schema.EXAMPLES))(schema.schema)
app.command("train", epilog=examples(*train.EXAMPLES))(train.train)
app.command("doctor", epilog=examples(*doctor.EXAMPLES))(doctor.doctor)
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
    _lang: Language = None,
    verbose: Verbose = 0,
    log_file: LogFile = None,
    _config: Config = None,
    _version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Russian news and press releases to structured records: people, organisations, dates, agreements, events.

    The options --lang, -v, --log-file and --config may also stand after a command.
    """


def main() -> NoReturn:
    """Run the command, and end the process."""
    try:
        app(prog_name="letopis")
    except SystemExit as end:
        leave(end.code)
    leave(None)
