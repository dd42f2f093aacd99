"""Walking and reading in one go, for commands that do one thing after another."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from nlp.archive.read import read
from nlp.archive.source import Document, Failure, Item, WalkOptions
from nlp.archive.walk import walk
from nlp.errors import InputError


def answers(inputs: Sequence[str | os.PathLike[str]], options: WalkOptions) -> Iterator[Document | Failure]:
    """Every document under the inputs, or why there is none, in order."""
    for each in walk(inputs, options):
        if isinstance(each, Item):
            yield from read(each, options)
        else:
            yield each


def documents(inputs: Sequence[str | os.PathLike[str]], options: WalkOptions) -> Iterator[Document | InputError]:
    """The same as errors to report; what is passed over in a folder is told only when it was asked for by name.

    A row that names its own source keeps it.
    """
    asked = {os.fspath(each) for each in inputs}
    for each in answers(inputs, options):
        if isinstance(each, Document):
            own = each.extra.get("source")
            yield replace(each, source=own) if isinstance(own, str) and own else each
        elif each.is_error or each.path in asked:
            yield each.error()
