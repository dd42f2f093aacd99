"""Dates that say when a text appeared: read from its metadata lines, checked when a caller gives them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import msgspec

from nlp.knowledge.dictionary import parse
from nlp.knowledge.reader import read_table, resource

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})(?:-(?P<d>\d{2}))?(?:[T ]\d{2}:\d{2}\S*)?")
_DOTTED = re.compile(r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})\b")
_NAMED = re.compile(r"(?P<d>\d{1,2})\s+(?P<name>[а-яё]{3,8})\s+(?P<y>\d{4})\b", re.IGNORECASE)
_EDTF = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{2})(?:-(?P<d>\d{2}))?)?")


class Word(msgspec.Struct, frozen=True):
    """A row of the calendar's words; of them only months are read here."""

    word: str
    kind: str
    value: str | None
    forms: str | None


def find_date(value: str) -> str | None:
    """The date that begins what follows «Опубликовано»: «17 июня 2025, 14:10» → "2025-06-17"; `None` for no date."""
    for pattern in (_ISO, _DOTTED):
        if found := pattern.match(value):
            day = found["d"]
            return _edtf(int(found["y"]), int(found["m"]), int(day) if day else None)
    found = _NAMED.match(value)
    number = months().get(parse(found["name"].lower())[0].normal_form) if found else None
    return _edtf(int(found["y"]), number, int(found["d"])) if found and number else None


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Lemma of a month → its number."""
    rows = read_table(resource("calendar/words.tsv"), Word)
    return {row.word: int((row.value or "").partition("=")[2]) for row in rows if row.kind == "month"}


def _edtf(year: int, month: int, day: int | None) -> str | None:
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")


def checked(value: str) -> str:
    """An EDTF date given from outside, as it is; raises `ValueError` that says what was expected."""
    found = _EDTF.fullmatch(value)
    if found is None:
        raise ValueError(f"published is {value!r}; expected a date as 2025, 2025-06 or 2025-06-17")
    try:
        date(int(found["y"]), int(found["m"] or 1), int(found["d"] or 1))
    except ValueError as error:
        raise ValueError(f"published is {value!r}: there is no such date ({error})") from error
    return value
