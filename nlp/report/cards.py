"""What a page tells of a marked word when it is asked: plain lists, that the page's script makes a card of.

Of «Павла Ткача»: человек, «Павел Ткач», his posts, rule "ner", 0.98, and where else he is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nlp.report.names import amount, day, document, happening, line, post
from nlp.report.words import Words
from nlp.schema import Event, Mention, Record
from nlp.tables.view import View

Card = dict[str, Any]


def cards(record: Record, words: Words) -> Card:
    """Entities, mentions and events of one document, by their ids."""
    view = View(record)
    values = dict(_values(record, words))
    return {
        "entities": dict(_entities(view, words)),
        "mentions": {at.id: _mention(at, values, words) for at in record.mentions},
        "events": {event.id: _event(view, event, words) for event in record.events},
    }


def _entities(view: View, words: Words) -> Iterator[tuple[str, list[Any]]]:
    """Name, what else is known, and the mentions."""
    record = view.record
    for person in record.people:
        posts = list(dict.fromkeys(post(view, held, words) for held in person.positions))
        yield person.id, [line(person.name), posts, person.mentions]
    for body in record.organisations:
        yield body.id, [line(body.name), list(filter(None, (body.short, body.country))), body.mentions]
    for place in record.places:
        country = [place.country] if place.country and place.kind != "country" else []
        yield place.id, [line(place.name), country, place.mentions]
    for item in record.agreements:
        about = filter(None, (document(item, words), day(item.date, words)))
        yield item.id, [line(item.title), list(about), item.mentions]


def _values(record: Record, words: Words) -> Iterator[tuple[str, list[str]]]:
    """What dates and sums are worth, by their mentions: in words, and as EDTF."""
    for date in record.dates:
        inferred = f" ({words.page['inferred']})" if date.inferred else ""
        yield date.mention, [day(date.value, words), line(date.value) + inferred]
    for sum_ in record.amounts:
        yield sum_.mention, [line(amount(sum_))]


def _mention(at: Mention, values: dict[str, list[str]], words: Words) -> list[Any]:
    """Label, entity, value, rule, score."""
    return [words.label(at.label), at.entity, values.get(at.id, []), at.rule, at.score]


def _event(view: View, event: Event, words: Words) -> list[Any]:
    """What, when, where, who, status, rule, score."""
    roles = [[words.role(role), list(map(line, names))] for role, names in view.roles(event).items()]
    when, where = day(view.date(event), words), line(view.place(event) or "")
    return [happening(event, words), when, where, roles, words.status(event.status), event.rule, event.score]
