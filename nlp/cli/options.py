"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from nlp.errors import InputError

if TYPE_CHECKING:
    from nlp.text.sources import SourceText


def published_date(value: str | None) -> str | None:
    """Check `--published` before anything is read: «2025-06-17»."""
    if value is None:
        return None
    from nlp.text.published import checked

    try:
        return checked(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        callback=published_date,
        help="When the text appeared: 2025, 2025-06 or 2025-06-17. Anchors «вчера» and «16 июня». "
        "A .jsonl line that has its own date keeps it.",
    ),
]


def dated(sources: Iterable[SourceText | InputError], published: str | None) -> Iterator[SourceText | InputError]:
    """The same documents, those without a date of their own with this one."""
    from msgspec.structs import replace

    for item in sources:
        undated = published is not None and not isinstance(item, InputError) and item.published is None
        yield replace(item, published=published) if undated else item
