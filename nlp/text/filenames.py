"""Dates that names tell: «2014-06-17_форум.html», «20140617.txt», «2014/06/17/1.html»."""

from __future__ import annotations

import re
from datetime import date

USUAL = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sign>[-_./])(?P<m>\d\d)(?P=sign)(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d\d)(?P<sign>[-_.])(?P<m>\d\d)(?P=sign)(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19[89]|20[0-4])\d)(?P<m>\d\d)(?P<d>\d\d)(?:(?=T?\d{4}(?:\d\d)?(?!\d))|(?!\d))"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sign>[-_/])(?P<m>\d\d)(?![\d-])"),
)
"""In the order tried; the last place in a name that fits counts, since folders stand before files."""


def date_in(name: str, pattern: str | None = None) -> str | None:
    """The EDTF date that a name tells; `pattern` has the groups y, and perhaps m and d. `None` for none."""
    for each in USUAL if pattern is None else (re.compile(pattern),):
        for found in reversed(list(each.finditer(name))):
            if told := _edtf(found):
                return told
    return None


def checked(pattern: str) -> str:
    """A pattern as it is; raises `ValueError` when it is no regular expression or names no year."""
    try:
        groups = re.compile(pattern).groupindex
    except re.error as error:
        raise ValueError(f"{pattern!r} is no regular expression: {error}") from error
    if "y" not in groups or ("d" in groups and "m" not in groups):
        raise ValueError(f"{pattern!r} needs the groups (?P<y>…), and perhaps (?P<m>…), (?P<d>…)")
    return pattern


def _edtf(found: re.Match[str]) -> str | None:
    parts = [int(value) for name in ("y", "m", "d") if (value := found.groupdict().get(name))]
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return None
    return "-".join(f"{part:0{4 if index == 0 else 2}}" for index, part in enumerate(parts))
