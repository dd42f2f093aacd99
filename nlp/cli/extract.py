"""`letopis extract`: texts in, records out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from nlp.cli.console import Tally, with_progress
from nlp.cli.options import Encoding, Frames, Least, Model, Published
from nlp.cli.reading import Reading, surer
from nlp.cli.sink import Format, chosen, opened

EXAMPLES = (
    "letopis extract article.md --published 2025-06-17",
    "letopis extract news/ -o events.csv",
    "cat article.txt | letopis extract - --format json",
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders, patterns such as 'news/*.zip', or - for standard input.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Write here; the suffix chooses the format: .txt .json .jsonl .csv."
    ),
]
ALONE = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".odt", ".rtf", ".pdf")
"""What a file of one document is called."""
AsFormat = Annotated[
    Format | None,
    typer.Option("--format", help="text on a terminal, jsonl in a pipe, unless you choose.", show_default=False),
]


def extract(  # noqa: PLR0913  one parameter an option
    paths: Paths,
    published: Published = None,
    format: AsFormat = None,  # noqa: A002  the option's name
    output: Output = None,
    encoding: Encoding = None,
    frames: Frames = None,
    model: Model = None,
    min_score: Least = 0.0,
) -> None:
    """Read texts and write what they tell.

    People, organisations, places, dates, sums, agreements and events, as one record for every document.

    Read are text, Markdown, HTML, docx, odt, rtf, PDF, e-mail, JSON Lines, CSV, Parquet, WARC and mbox, and archives of
    them: zip, tar, 7z, gz, bz2, xz, zst. A document that cannot be read is reported on stderr, the others go on, and
    the exit code is 2. A line of JSON Lines is one document: {"text", "id"?, "published"?, "title"?, "source"?, …}.
    """
    kind = chosen(format, output)
    with opened(output, kind) as stream:
        from nlp.output.formats import writer

        tally = Tally()
        found = surer(tally.good(Reading(published, encoding, frames, model).records(paths)), min_score)
        shown = output is not None or not sys.stdout.isatty()
        writer(kind, alone=_alone(paths))(with_progress(found, shown), stream)
    tally.finish()


def _alone(paths: list[str]) -> bool:
    """Whether the arguments name one document for certain: one file that is no list of documents, or standard input."""
    if len(paths) != 1 or (paths[0] != "-" and not Path(paths[0]).is_file()):
        return False
    return Path(paths[0]).suffix.lower() in {"", *ALONE}
