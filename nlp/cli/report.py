"""`letopis report`: pages to read in a browser."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlp.cli.console import Tally, complain, with_progress
from nlp.cli.options import Encoding, Frames, Model, Published

if TYPE_CHECKING:
    from nlp.schema import Record

EXAMPLES = (
    "letopis report article.md --published 2025-06-17 -o report.html",
    "letopis report news/*.md -o report.html",
)


class Lang(StrEnum):
    """What `--lang` takes."""

    ru = "ru"
    en = "en"


Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Files, folders, patterns.", show_default=False),
]
Output = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The page.")]
InLanguage = Annotated[Lang, typer.Option("--lang", help="The language of the page itself.")]


def report(  # noqa: PLR0913  one parameter an option
    inputs: Inputs,
    output: Output = Path("report.html"),
    lang: InLanguage = Lang.ru,
    published: Published = None,
    encoding: Encoding = None,
    frames: Frames = None,
    model: Model = None,
) -> None:
    """Make a page of texts, to be read in any browser without a network.

    The text with its names coloured and its events underlined, tables to sort and filter, a timeline, and who met whom.
    """
    from nlp.archive.documents import documents
    from nlp.archive.source import WalkOptions
    from nlp.pipeline import MODEL, load, records

    tally = Tally()
    options = WalkOptions(encoding, published, languages=None)
    found = tally.good(records(load(model=model or MODEL, frames=frames), documents(inputs, options)))
    read = list(with_progress(found, shown=True))
    if read:
        _write(read, output, lang)
    tally.finish()


def _write(read: list[Record], output: Path, lang: Lang) -> None:
    from nlp.report.write import write_page

    try:
        write_page(read, output, lang.value)
    except OSError as error:
        complain(f"{output}: cannot be written: {error.strerror or error}")
        raise typer.Exit(2) from error
