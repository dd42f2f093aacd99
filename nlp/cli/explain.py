"""`letopis explain`: why a place of a text was read as it was."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from nlp.cli.language import say
from nlp.cli.options import Encoding, Frames, Model, Published
from nlp.cli.sink import Format, opened
from nlp.errors import InputError

if TYPE_CHECKING:
    from nlp.text.source import SourceText

EXAMPLES = (
    "letopis explain article.md --at 812",
    'letopis explain article.md --at "Павла Ткача" --published 2025-06-17',
)

File = Annotated[str, typer.Argument(metavar="FILE", help="One document, or - for standard input.", show_default=False)]
At = Annotated[
    str,
    typer.Option(
        "--at", metavar="OFFSET", help="The place: code points from the start of the text, or words that stand there."
    ),
]


def explain(  # noqa: PLR0913  one parameter an option
    file: File,
    at: At,
    published: Published = None,
    encoding: Encoding = None,
    frames: Frames = None,
    model: Model = None,
) -> None:
    """Tell why a place was read as it was.

    Which rule or model made what stands there, what was made of it, and what was dropped and why.
    """
    from nlp.archive.documents import documents
    from nlp.archive.source import WalkOptions

    source = only(list(islice(documents([file], WalkOptions(encoding, published, languages=None)), 1_000)), file)
    place = offset(at, source.text)
    from nlp.output import explain as page
    from nlp.pipeline import MODEL, as_doc, load

    pipeline = load(model=model or MODEL, frames=frames)
    doc = pipeline(as_doc(pipeline, source))
    with opened(None, Format.text) as stream:
        page.write(doc, place, stream)


def only(sources: Sequence[SourceText | InputError], file: str) -> SourceText:
    """The one document of a file; raises `InputError` when there is none, or several."""
    if len(sources) != 1:
        raise InputError(file, say("explain takes one document, this holds {number}", number=len(sources)))
    if isinstance(sources[0], InputError):
        raise sources[0]
    return sources[0]


def offset(at: str, text: str) -> int:
    """An offset as it is, or where words first stand: «Ткача» → 17."""
    if at.isdecimal():
        if int(at) < len(text):
            return int(at)
        raise typer.BadParameter(
            say("{at} lies outside the text, which ends at {end}", at=at, end=len(text)), param_hint="--at"
        )
    if (found := text.find(at)) >= 0 and at:
        return found
    raise typer.BadParameter(say("{at} does not stand in the text", at=repr(at)), param_hint="--at")
