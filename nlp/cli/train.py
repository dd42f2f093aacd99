"""`letopis train`: an analyst's annotation in, a model that knows its labels out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlp.cli.console import complain
from nlp.cli.language import say
from nlp.cli.options import Model

if TYPE_CHECKING:
    from nlp.training.report import Report
    from nlp.training.train import Told

EXAMPLES = (
    "letopis train tenders/ -o tender-model",
    "letopis train corrected/ -o tender-model --label TENDER",
    "letopis train names.conll -o my-model --epochs 20 --seed 1",
    "letopis extract news/ --model tender-model -o out.jsonl",
)

Data = Annotated[
    Path,
    typer.Argument(
        metavar="DATA",
        help="A folder of brat's .txt and .ann, a .conll or .jsonl file, or Label Studio's .json.",
        exists=True,
    ),
]
Out = Annotated[Path, typer.Option("-o", "--output", metavar="MODEL", help="The folder of the new model.")]
Epochs = Annotated[int, typer.Option("--epochs", min=1, help="How often every document is learned from.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Chooses the documents held out and all that is random.")]
Held = Annotated[
    float,
    typer.Option("--held", min=0.0, max=0.9, help="The share of the documents kept to measure on; 0 for none."),
]
Final = Annotated[
    bool, typer.Option("--final/--no-final", help="Once measured, learn anew from all documents, held out or not.")
]
Only = Annotated[
    list[str] | None,
    typer.Option("--label", metavar="LABEL", help="Learn this label alone; may be repeated.", show_default=False),
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace a model that this command made before.")]


def train(  # noqa: PLR0913  every option is a parameter
    data: Data,
    output: Out,
    epochs: Epochs = 30,
    seed: Seed = 0,
    held: Held = 0.2,
    final: Final = True,
    model: Model = None,
    overwrite: Overwrite = False,
    label: Only = None,
) -> None:
    """Teach the model labels by your own annotation.

    New labels («TENDER») are found beside what the model finds already; for a label that it has (PERSON, ORGANIZATION,
    …) your annotation decides from then on. Annotate a text whole: what is not marked in it counts as no mention.

    Some documents are held out, by a hash of their names and near-duplicates together; the scores are those on them,
    each with the range in which 95 of 100 such measurements would fall. Equal annotation, seed and options give an
    equal model. MODEL/letopis_own/ has the scores, CARD.md and metrics.json.

    A line of JSON Lines: {"text": "Закупка серверов", "spans": [[0, 16, "TENDER"]]}; offsets count characters.

    Needs pip install 'letopis[train]'. Exit code: 0 done, 2 with broken files left out, or nothing learned.
    """
    from nlp.training.needs import check

    check()
    from nlp.pipeline import MODEL
    from nlp.training.plan import Asked, Plan
    from nlp.training.train import train as run

    asked = Asked(data, output, model or MODEL, final, overwrite, tuple(label or ()))
    try:
        with _bars() as told:
            report = run(asked, Plan(seed, epochs, held), told)
    except OSError as error:
        complain(f"{error.filename or output}: {error.strerror or error}")
        raise typer.Exit(2) from error
    _finish(report, output)


@contextmanager
def _bars() -> Iterator[Told]:
    """A bar a step on a terminal, nothing elsewhere."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True, markup=False)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("")

        def told(what: str, done: int, of: int) -> None:
            progress.update(task, description=what, completed=done, total=of)

        yield told


def _finish(report: Report, output: Path) -> None:
    """The scores and what makes them uncertain; exit code 2 when something was left out."""
    marks, form = ", ".join(report.marks), "{output}: {marks} from {documents} documents."
    typer.echo(f"{say(form, output=output, marks=marks, documents=report.documents)} {report.told()}")
    if report.measured:
        typer.echo("\n".join(["", *report.table(), ""]))
    for line in (*report.warnings(), *report.skipped):
        complain(line)
    if report.skipped:
        raise typer.Exit(2)
