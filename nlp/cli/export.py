"""`letopis export`: what was found, in the formats of other programs."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlp.cli.console import Tally, complain, with_progress
from nlp.cli.language import say
from nlp.cli.options import Encoding, Frames, Least, Model, Published
from nlp.cli.reading import Reading, surer

if TYPE_CHECKING:
    from nlp.schema import Record

EXAMPLES = (
    "letopis export article.md --to xlsx -o article.xlsx",
    "letopis export out --to ftm -o entities.ftm.json",
    "letopis export news/ --to brat -o to-correct",
)


class To(StrEnum):
    """What `--to` takes."""

    brat = "brat"
    conll = "conll"
    csv = "csv"
    docbin = "docbin"
    ftm = "ftm"
    graphml = "graphml"
    jsonl = "jsonl"
    jsonld = "jsonld"
    label_studio = "label-studio"
    plover = "plover"
    xlsx = "xlsx"


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="What letopis annotate wrote, JSON Lines of letopis extract, or texts: files, folders, archives, -.",
        show_default=False,
    ),
]
Kind = Annotated[To, typer.Option("--to", help="The format.", show_default=False)]
Output = Annotated[
    Path, typer.Option("-o", "--output", metavar="PATH", help="A file, or a new folder.", show_default=False)
]


def export(  # noqa: PLR0913  one parameter an option
    inputs: Inputs,
    to: Kind,
    output: Output,
    published: Published = None,
    encoding: Encoding = None,
    frames: Frames = None,
    model: Model = None,
    min_score: Least = 0.0,
) -> None:
    """Write what was found in a format of other programs.

    To correct by hand: brat (a folder), label-studio (JSON). For models: conll, docbin (spaCy). For analysts: xlsx,
    csv (one file of events, or a folder of all tables), graphml (who met whom). For data sets: ftm (FollowTheMoney),
    jsonld (schema.org), plover (event data), jsonl (the records).

    An annotated archive is read shard by shard; texts are annotated on the way. What a format cannot hold is told.
    xlsx and graphml need pip install 'letopis[export]'. Exit code 2 when a document could not be read.
    """
    from nlp.output.exports.formats import writer

    write, tally = writer(to), Tally()
    found = surer(_records(inputs, tally, Reading(published, encoding, frames, model)), min_score)
    try:
        remarks = write(with_progress(found, shown=True), output)
    except OSError as error:
        complain(say("{output}: cannot be written: {why}", output=output, why=error.strerror or error))
        raise typer.Exit(2) from error
    for line in (say("{output}: {number} documents", output=output, number=tally.records), *remarks):
        complain(line)
    tally.finish()


def _records(inputs: list[str], tally: Tally, reading: Reading) -> Iterator[Record]:
    """Records that are there, then those of texts; no model is loaded without a text."""
    from nlp.archive.finished import finished

    made = {one: finished(one) for one in inputs}
    for known in made.values():
        yield from tally.good(known or ())
    texts = [one for one, known in made.items() if known is None]
    if texts:
        yield from tally.good(reading.records(texts))
