"""What must hold of every record, beyond the types: offsets, ids, and what refers to what."""

from collections.abc import Iterable, Iterator

from jsonschema import Draft202012Validator

from nlp import schema
from nlp.schema import Record

VALIDATOR = Draft202012Validator(schema.json_schema())


def faults(record: Record) -> list[str]:
    """Everything wrong with a record, one line each; none for a good one."""
    return [*_form(record), *_offsets(record), *_ids(record), *_references(record)]


def _form(record: Record) -> Iterator[str]:
    errors = [f"schema: {error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(record.to_dict())]
    yield from errors
    if not errors and Record.from_json(record.to_json()) != record:
        yield "JSON and back is another record"


def _offsets(record: Record) -> Iterator[str]:
    for item in (*record.mentions, *(event.trigger for event in record.events)):
        if not item.start < item.end or record.text[item.start : item.end] != item.text:
            yield f"{item.start}–{item.end} is not {item.text!r}"
    for event in record.events:
        if (
            not event.sentence.start
            <= event.trigger.start
            < event.trigger.end
            <= event.sentence.end
            <= len(record.text)
        ):
            yield f"{event.id}: its trigger is outside its sentence"
    places = [(mention.start, -mention.end) for mention in record.mentions]
    if places != sorted(places):
        yield "mentions are not in the order of the text"


def _groups(record: Record) -> dict[str, list[str]]:
    named = {"m": record.mentions, "p": record.people, "o": record.organisations, "l": record.places}
    made = {"a": record.agreements, "e": record.events}
    return {letter: [item.id for item in items] for letter, items in (named | made).items()}


def _ids(record: Record) -> Iterator[str]:
    for letter, ids in _groups(record).items():
        if ids != [f"{letter}{number}" for number in range(1, len(ids) + 1)]:
            yield f"{letter}: ids are not numbered from 1: {ids}"


def _references(record: Record) -> Iterator[str]:
    known = {key for ids in _groups(record).values() for key in ids}
    for where, key in _named(record):
        if key is not None and key not in known:
            yield f"{where}: there is no {key}"
    for entity in (*record.people, *record.organisations, *record.places, *record.agreements):
        pointing = tuple(mention.id for mention in record.mentions if mention.entity == entity.id)
        if entity.mentions != pointing:
            yield f"{entity.id}: lists {entity.mentions}, but {pointing} point to it"


def _named(record: Record) -> Iterator[tuple[str, str | None]]:
    """Every id that stands anywhere in the record, with where it stands."""
    yield from _each("mention", (mention.entity for mention in record.mentions))
    yield from _each("date", (date.mention for date in record.dates))
    yield from _each("amount", (amount.mention for amount in record.amounts))
    yield from _each("relation", (end for item in record.relations for end in (item.source, item.target)))
    for person in record.people:
        yield from _each(person.id, (key for post in person.positions for key in (post.organisation, post.mention)))
    yield from _each("part_of", (item.part_of for item in record.organisations))
    for item in record.agreements:
        yield from _each(item.id, (item.place, *item.parties, *item.signatories))
    earlier: set[str] = set()
    for event in record.events:
        yield from _each(event.id, (key for item in event.arguments for key in (item.mention, item.entity)))
        yield from _each(event.id, (event.date.mention,) if event.date else ())
        yield from _each(event.id, (event.place.mention, event.place.entity) if event.place else ())
        yield from _each(event.id, (event.agreement,))
        yield f"{event.id}: same_as", event.same_as if event.same_as in {*earlier, None} else f"earlier {event.same_as}"
        earlier.add(event.id)


def _each(where: str, keys: Iterable[str | None]) -> Iterator[tuple[str, str | None]]:
    yield from ((where, key) for key in keys)
