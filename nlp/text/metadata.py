"""What a text says of itself in lines of their own: «Источник: БЕЛТА», «Опубликовано 17.06.2025», YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from nlp.knowledge.reader import read_table, resource
from nlp.text.published import find_date

Field = Literal["title", "source", "published"]

_MARKS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
_LINK = re.compile(r"<?\[(?P<text>[^\[\]]*)\]\((?P<to>[^()\s]*)\)>?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_NAME = re.compile(r"[A-ZА-ЯЁ«\"„“][^.!?]*(?:\.[^.!?]+)*")
_HOUR = r"\d{1,2}:\d{2}(?::\d{2})?"
_BARE = re.compile(
    rf"(?:{_HOUR},?\s+)?(?P<date>[\d./-]{{8,10}}|\d{{1,2}}\s+[а-яё]{{3,8}}\s+\d{{4}})(?:\s*г(?:\.|ода))?"
    rf"(?:[,T]?\s*(?:в\s+)?{_HOUR})?(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?P<key>[\w][\w .-]*?)\s*:\s+(?P<value>.*\S)")


class Label(msgspec.Struct, frozen=True):
    """A label and the field that follows it."""

    label: str
    field: Field
    key: Literal["line", "front"]


class Stated(NamedTuple):
    """What one line states; `None` for all it does not."""

    title: str | None = None
    source: str | None = None
    published: str | None = None

    @classmethod
    def merge(cls, every: Iterable[Stated]) -> Stated:
        """The first statement of each field."""
        merged = cls()
        for each in every:
            merged = cls(*(old or new for old, new in zip(merged, each, strict=True)))
        return merged


def stated(line: str) -> Stated | None:
    """What a line states of its document, `None` when it is a line like others («Источник: в правительстве…»)."""
    plain = _MARKS.sub("", line).strip()
    found = _labels("line").match(plain)
    if found is None:
        return None
    field, value = fields("line")[found[1].casefold()], plain[found.end() :].strip()
    if field == "published":
        date = find_date(value)
        return Stated(published=date) if date else None
    name = _source(value) if found[2].strip() else None
    return Stated(source=name) if name and field == "source" else None


def bare_date(line: str) -> Stated | None:
    """A line of nothing but a day and perhaps an hour, as news sites set under a title: «04/08/2008 12:08»."""
    found = _BARE.fullmatch(_MARKS.sub("", line).strip())
    date = find_date(found["date"]) if found else None
    return Stated(published=date) if date else None


def front_matter(rows: Sequence[str]) -> Stated:
    """The fields of YAML front matter: `title: "…"`, `date: 2025-06-17`; nested ones are passed over."""
    every = []
    for row in rows:
        found, known = _PAIR.fullmatch(row), fields("front")
        if found and (field := known.get(found["key"].casefold())):
            value = found["value"].strip("\"'")
            every.append(Stated(**{field: find_date(value) if field == "published" else value}))
    return Stated.merge(every)


def _source(value: str) -> str | None:
    """An address, or a name of a few words with a capital: «БЕЛТА», «Министерство связи»."""
    if link := _LINK.fullmatch(value):
        return link["to"] or link["text"]
    value = value.strip("<>")
    if _ADDRESS.fullmatch(value):
        return value
    return value if _NAME.fullmatch(value) and len(value.split()) <= 8 else None


@lru_cache(maxsize=2)
def fields(key: str) -> dict[str, Field]:
    """Label, folded → field, for lines of text or for front matter."""
    rows = read_table(resource("text/metadata.tsv"), Label)
    return {row.label.casefold(): row.field for row in rows if row.key == key}


@lru_cache(maxsize=2)
def _labels(key: str) -> re.Pattern[str]:
    every = sorted(fields(key), key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, every))})(\s*[:–—]|\s)\s*", re.IGNORECASE)
