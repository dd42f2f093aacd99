"""The page of one document or several: texts, tables, timeline and ties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from nlp.output.page.palette import look
from nlp.report import assets
from nlp.report.cards import cards
from nlp.report.chronicle import chronicle
from nlp.report.grids import Source, grids
from nlp.report.marks import blocks
from nlp.report.names import counted, day, headline, source
from nlp.report.templates import render
from nlp.report.ties import network, ties
from nlp.report.words import Language, Words, words
from nlp.schema import Record

KINDS = ("person", "post", "org", "place", "date", "number", "document", "gathering", "other")


class Beside(NamedTuple):
    """Where a page of an archive stands: the way from it to the index, and to the folder of styles and scripts."""

    to_index: str
    assets: str


def page(
    records: Sequence[Record],
    language: Language,
    unread: Sequence[str] = (),
    title: str | None = None,
    at: Beside | None = None,
) -> str:
    """One page of HTML; `unread` are lines about what could not be read, `at` is for a page of an archive."""
    known, sources = words(language), [Source(each, f"d{n}-", headline(each)) for n, each in enumerate(records, 1)]
    style, script = assets.style(), assets.script()
    return render(
        "page.html",
        words=known.page,
        language=language,
        title=title or (sources[0].headline if len(sources) == 1 else counted(len(sources), known.page["documents_n"])),
        policy=assets.policy_beside() if at else assets.policy_inside(style, script),
        style=style,
        script=script,
        at=at,
        documents=[_document(each, known) for each in sources],
        grids=grids(sources, known),
        timeline=(timeline := chronicle(sources, known)),
        network=(links := _links(sources)),
        unread=unread,
        ties=known.ties,
        data={
            **({} if at else shared(language)),
            "documents": {each.prefix: cards(each.record, known) for each in sources},
            "timeline": timeline,
            "network": links,
        },
    )


def shared(language: Language) -> dict[str, Any]:
    """What the scripts of all pages of a language know."""
    known = words(language)
    return {
        "words": known.page,
        "language": language,
        "months": known.calendar.short_months,
        "ties": known.ties,
    }


def _links(sources: list[Source]) -> dict[str, Any]:
    found = ((tie, each.prefix + tie.event.id) for each in sources for tie in ties(each.record))
    return network(found)


def _document(each: Source, known: Words) -> dict[str, Any]:
    record = each.record
    present = {look(mention.label).name for mention in record.mentions}
    return {
        "anchor": each.prefix.rstrip("-"),
        "headline": each.headline,
        "published": day(record.published, known),
        "source": source(record),
        "characters": len(record.text),
        "blocks": list(blocks(record, each.prefix)),
        "kinds": [(kind, known.kinds[kind]) for kind in KINDS if kind in present],
    }
