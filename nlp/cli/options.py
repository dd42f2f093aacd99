"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nlp.cli.language import say, told

EXAMPLES = "Examples:"


def examples(*lines: str) -> str:
    """What stands under the help of a command, each example on a line of its own."""
    unwrapped = "\b"  # the mark by which a paragraph of help keeps its lines
    return "\n".join((unwrapped, EXAMPLES, *(f"  {line}" for line in lines)))


def published_date(value: str | None) -> str | None:
    """Check `--published` before anything is read: «2025-06-17»."""
    if value is None:
        return None
    from nlp.text.published import checked

    try:
        return checked(value)
    except ValueError as error:
        raise typer.BadParameter(told(str(error))) from error


def known_encoding(value: str | None) -> str | None:
    """Check `--encoding`: «cp1251», «koi8-r»."""
    if value is None:
        return None
    try:
        "Текст".encode(value)
    except (LookupError, ValueError) as error:
        raise typer.BadParameter(
            say(
                "{name} is no encoding of Russian text; common ones are utf-8, cp1251, koi8-r, cp866",
                name=repr(value),
            )
        ) from error
    return value


Frames = Annotated[
    Path | None,
    typer.Option("--frames", metavar="DIR", help="A folder with event types of your own, beside the shipped ones."),
]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="The name or folder of a model; the shipped one unless you say."),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="NAME", callback=known_encoding, help="How files are encoded; found out unless you say."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        callback=published_date,
        help="When the text appeared: 2025, 2025-06 or 2025-06-17. Anchors «вчера» and «16 июня». "
        "A document that tells its own date keeps it.",
    ),
]
Least = Annotated[
    float,
    typer.Option(
        "--min-score", metavar="SCORE", min=0.0, max=1.0, help="Leave out events less certain than this, 0–1.",
        show_default=False,
    ),
]  # fmt: skip
