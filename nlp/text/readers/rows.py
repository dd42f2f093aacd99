"""A row of a table or an object of JSON: which of its columns is the text, the id, the day, the title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Literal

import msgspec

from nlp.knowledge.reader import read_table, resource
from nlp.text.content import Content, Hints
from nlp.text.published import checked, find_date
from nlp.text.reasons import Reason, UnreadableError

Field = Literal["text", "id", "published", "title"]
FIELDS: tuple[Field, ...] = ("text", "id", "published", "title")
SHOWN, LONGEST = 20, 500
"""Columns, and letters of their names, that an error shows."""


class Name(msgspec.Struct, frozen=True):
    """A usual name of a column."""

    field: Field
    name: str


class Columns(msgspec.Struct, frozen=True):
    """The column of each field; `None` to look for the usual names."""

    text: str | None = None
    id: str | None = None
    published: str | None = None
    title: str | None = None


def read(row: Mapping[str, Any], hints: Hints, asked: Columns) -> Content:
    """The document of a row; other columns stay in `extra`. Raises `UnreadableError` without a text."""
    chosen = {field: column(row, field, getattr(asked, field)) for field in FIELDS}
    text = _text(row, text_column(row, asked.text, hints.source), hints.source)
    day, raw = _day(row.get(chosen["published"] or ""))
    used = {name for field, name in chosen.items() if name is not None and (field != "published" or day or raw is None)}
    return Content(
        text=text,
        title=_plain(row.get(chosen["title"] or "")),
        published=day,
        id=_plain(row.get(chosen["id"] or "")),
        extra={name: value for name, value in row.items() if name not in used and value is not None},
    )


def text_column(names: Iterable[str], asked: str | None, source: str) -> str:
    """The column of texts; raises `UnreadableError`, which says what is there, when none can be it."""
    names = list(names)
    found = column(names, "text", asked)
    if found is not None:
        return found
    there, wanted = ", ".join(names[:SHOWN])[:LONGEST] or "none", ", ".join(usual()["text"])
    if asked:
        raise UnreadableError(source, Reason.COLUMNS, f"no column {asked!r}; its columns are {there}")
    raise UnreadableError(
        source, Reason.COLUMNS, f"no column of texts; usual names are {wanted}; its columns are {there}"
    )


def column(names: Iterable[str], field: Field, asked: str | None = None) -> str | None:
    """The column asked for, else the first usual one that is there; `None` when neither is."""
    if asked is not None:
        return asked if asked in names else None
    folded = {name.strip().casefold(): name for name in reversed(list(names))}
    return next((folded[name] for name in usual()[field] if name in folded), None)


@lru_cache(maxsize=1)
def usual() -> dict[Field, tuple[str, ...]]:
    """Field → the usual names of its column, folded, the likeliest first."""
    rows = read_table(resource("text/columns.tsv"), Name)
    return {field: tuple(row.name for row in rows if row.field == field) for field in FIELDS}


def _text(row: Mapping[str, Any], name: str, source: str) -> str:
    value = row[name]
    if not isinstance(value, str):
        raise UnreadableError(source, Reason.SYNTAX, f"{name} is {type(value).__name__}, and no string")
    return value


def _day(value: Any) -> tuple[str | None, str | None]:
    """The EDTF date of a cell, and what is written there."""
    if value is None or value == "":
        return None, None
    raw = str(value).strip()
    try:
        return checked(raw), raw
    except ValueError:
        return find_date(raw), raw


def _plain(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)
