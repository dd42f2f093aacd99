"""`letopis report`: pages to read in a browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nlp.cli.console import Tally, complain, with_progress
from nlp.cli.language import say
from nlp.cli.options import Encoding, Frames, Model, Published
from nlp.cli.reading import Reading

if TYPE_CHECKING:
    from nlp.errors import InputError
    from nlp.schema import Record

EXAMPLES = (
    "letopis report article.md --published 2025-06-17 -o report.html",
    "letopis report news/*.md --lang en -o report.html",
    "letopis report out -o archive.html",
)


class Lang(StrEnum):
    """What `--lang` takes."""

    ru = "ru"
    en = "en"


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Texts: files, folders, archives; or what letopis annotate or letopis extract wrote.",
        show_default=False,
    ),
]
Output = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The page; pages beside it: FILE_files.")]
InLanguage = Annotated[Lang, typer.Option("--lang", help="The language of the page itself.")]
Title = Annotated[
    str | None, typer.Option("--title", metavar="WORDS", help="The head of the page.", show_default=False)
]


def report(  # noqa: PLR0913  one parameter an option
    inputs: Inputs,
    output: Output = Path("report.html"),
    lang: InLanguage = Lang.ru,
    title: Title = None,
    published: Published = None,
    encoding: Encoding = None,
    frames: Frames = None,
    model: Model = None,
) -> None:
    """Make pages of what was found, to be read in any browser without a network.

    Up to 40 documents are one page: the texts with names coloured and events underlined, tables to sort and filter, a
    timeline, and who met whom. More of them, or an annotated archive, are an index to search, with a folder of pages
    beside it: report.html and report_files.
    """
    from nlp.report.write import write_report

    tally, many, reading = Tally(), False, Reading(published, encoding, frames, model)
    sources: list[Iterable[Record | InputError]] = []
    for place in inputs:
        found, is_archive = _found(place, reading)
        many = many or is_archive
        sources.append(found)
    unread: list[str] = []
    records = tally.good(_noted((each for source in sources for each in source), unread))
    try:
        written = write_report(with_progress(records, shown=True), output, lang.value, title, unread, archive=many)
    except OSError as error:
        complain(say("{output}: cannot be written: {why}", output=output, why=error.strerror or error))
        raise typer.Exit(2) from error
    if not written:
        complain(say("{output}: not written, since there is no document to show", output=output))
    tally.finish()


def _noted(found: Iterable[Record | InputError], unread: list[str]) -> Iterator[Record | InputError]:
    """The same; the lines of errors are kept for the page."""
    for each in found:
        if isinstance(each, Exception):
            unread.append(str(each))
        yield each


def _found(place: str, reading: Reading) -> tuple[Iterable[Record | InputError], bool]:
    """The records of one input, and whether it is an annotated archive."""
    from nlp.archive.finished import finished

    done = finished(place)
    if done is not None:
        return done, not Path(place).is_file()
    return reading.records([place]), False
