"""`letopis evaluate`: how good the results are, measured on annotated texts."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from nlp.cli.console import complain
from nlp.cli.options import Model, examples

if TYPE_CHECKING:
    from nlp.evaluation.report import Report


class Task(NamedTuple):
    """A command: its module below `nlp.evaluation`, what it does, and data for its example."""

    name: str
    help: str
    data: str


TASKS = (
    Task("brat", "Compare mentions and events with a folder of texts marked in brat.", "my-texts/"),
    Task("conll", "Compare names with token-per-line files: IOB, IOBES.", "my-names.conll"),
    Task("factrueval", "Names, entities and facts for factRuEval-2016; its first track is scored.", "devset/"),
    Task("label-studio", "Compare mentions and events with a JSON export of Label Studio.", "export.json"),
    Task("nerel-events", "Compare who took part in what, when and where with NEREL's relations.", "NEREL/dev"),
    Task("rucoco", "Compare coreference chains with RuCoCo, by LEA.", "RuCoCo/"),
    Task("slavicner", "Compare names with SlavicNER: PER, LOC, ORG and dictionary forms.", "SlavicNER/"),
)
"""Those that take a file or folder and nothing else."""

DATES = examples("letopis evaluate dates dates-public.tsv --out out/dates")
EVENTS = examples("letopis evaluate events events-dev.jsonl --texts texts/dev --out out/events")
NEREL = examples(
    "letopis evaluate nerel NEREL/dev --out out/nerel",
    "letopis evaluate nerel NEREL/dev --gold-mentions --out out/relations",
)
RUNORMAS = examples("letopis evaluate runormas RuNormAS/train --dev --out out/runormas")

app = typer.Typer(help="Measure the results on annotated texts.", no_args_is_help=True, rich_markup_mode=None)

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where predictions and report go.", file_okay=False)]
Data = Annotated[Path, typer.Argument(metavar="DATA", help="The annotated file or folder.", exists=True)]
Texts = Annotated[Path, typer.Option("--texts", metavar="DIR", help="Holds DOC.txt for every line.", exists=True)]
Gold = Annotated[
    bool, typer.Option("--gold-mentions", help="Give the corpus's mentions: relations alone are measured.")
]
Dev = Annotated[bool, typer.Option("--dev", help="Only a tenth of the texts, chosen by a hash of their names.")]


@app.command(epilog=DATES)
def dates(data: Data, out: Out) -> None:
    """Compare the values of dates with annotated ones."""
    from nlp.evaluation.dates import evaluate

    try:
        typer.echo(evaluate(data, out))
    except OSError as error:
        raise _unwritable(error, out) from error


@app.command(epilog=EVENTS)
def events(data: Data, texts: Texts, out: Out) -> None:
    """Compare events with those of the annotation guide, JSON Lines."""
    from nlp import pipeline
    from nlp.evaluation.events import evaluate

    try:
        _finish(evaluate(data, out, pipeline.load(), texts), out)
    except OSError as error:
        raise _unwritable(error, out) from error


@app.command(epilog=NEREL)
def nerel(data: Data, out: Out, gold_mentions: Gold = False) -> None:
    """Compare mentions and relations with NEREL: nested, 29 and 49 labels."""
    from nlp import pipeline
    from nlp.evaluation.nerel import evaluate

    try:
        _finish(evaluate(data, out, pipeline.load(), gold_mentions), out)
    except OSError as error:
        raise _unwritable(error, out) from error


@app.command(epilog=RUNORMAS)
def runormas(data: Data, out: Out, dev: Dev = False) -> None:
    """Compare the dictionary forms of marked phrases with RuNormAS."""
    from nlp import pipeline
    from nlp.evaluation.runormas import evaluate

    try:
        _finish(evaluate(data, out, pipeline.load(), dev), out)
    except OSError as error:
        raise _unwritable(error, out) from error


def _add(task: Task) -> None:
    example = examples(f"letopis evaluate {task.name} {task.data} --out out/{task.name}")

    @app.command(task.name, help=task.help, epilog=example)
    def command(data: Data, out: Out, model: Model = None) -> None:
        from nlp import pipeline

        module = import_module(f"nlp.evaluation.{task.name.replace('-', '_')}")
        try:
            _finish(module.evaluate(data, out, pipeline.load(model=model or pipeline.MODEL)), out)
        except OSError as error:
            raise _unwritable(error, out) from error


def _finish(report: Report, out: Path) -> None:
    """Print the scores; exit code 2 when something was skipped, as everywhere."""
    report.write(out)
    typer.echo(report)
    for line in report.skipped:
        complain(line)
    if report.skipped:
        raise typer.Exit(2)


def _unwritable(error: OSError, out: Path) -> typer.Exit:
    complain(f"{error.filename or out}: {error.strerror or error}")
    return typer.Exit(2)


for each in TASKS:
    _add(each)
