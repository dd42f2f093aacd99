"""The timeline of a page: distinct events whose days are known, in lanes by type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nlp.report.days import extent
from nlp.report.grids import Source
from nlp.report.names import day, happening, line
from nlp.report.words import Words
from nlp.tables.distinct import distinct
from nlp.tables.view import View

NAMES = 3
"""So many of those who take part are named beside a point."""


def chronicle(sources: list[Source], words: Words) -> list[list[Any]]:
    """Lane, first and last day, date in words, what, who, status, anchor; in the order of time."""
    return sorted((point for source in sources for point in _points(source, words)), key=lambda point: point[1:3])


def _points(source: Source, words: Words) -> Iterator[list[Any]]:
    view = View(source.record)
    for event, _ in distinct(source.record):
        days = extent(event.date.value) if event.date else None
        if days and event.date:
            names = list(dict.fromkeys(line(item.name) for item in event.arguments))
            who = ", ".join(names[:NAMES]) + ("…" if len(names) > NAMES else "") or f"«{line(event.trigger.text)}»"
            written, what = day(view.date(event), words), happening(event, words)
            ends = (days.first.isoformat(), days.last.isoformat())
            anchor = source.prefix + event.id
            yield [words.type(event.type), *ends, written, what, who, event.status, anchor]
