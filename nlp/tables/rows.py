"""The rows of every table: one function a table, one tuple a row, cells in the order that `nlp.tables.frames` names."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.tables.view import PART, View

Cell = str | int | float | None
Rows = Iterator[tuple[Cell, ...]]


def events(view: View) -> Rows:
    """One row an event: «подписан» → e1, agreement, signed, actual."""
    for item in view.record.events:
        told = (item.id, item.type, item.phase, item.status, item.trigger.text)
        where = (view.date(item), view.place(item), view.participants(item), view.name(item.agreement))
        found = (item.same_as, view.sentence(item), item.trigger.start, item.trigger.end, item.score, item.rule)
        yield *told, *where, *found


def arguments(view: View) -> Rows:
    """One row a role filled: «с Сюн Цицзюнем» → e3, meeting, participant, Сюн Цицзюнь."""
    for event in view.record.events:
        for item in event.arguments:
            at = view.mentions[item.mention]
            yield event.id, event.type, item.role, item.name, item.entity, at.id, at.text, at.start, at.end


def people(view: View) -> Rows:
    """One row a person: «Павла Ткача» → p1, Павел Ткач, Павел."""
    for item in view.record.people:
        written = (item.id, item.name, item.given, item.patronymic, item.surname, item.gender)
        yield *written, PART.join(view.positions(item)), PART.join(item.aliases), len(item.mentions)


def organisations(view: View) -> Rows:
    """One row an organisation: «(ШОС)» → o1, Шанхайская организация сотрудничества, ШОС."""
    for item in view.record.organisations:
        what = (item.id, item.name, item.short, item.kind, item.country, view.name(item.part_of))
        yield *what, PART.join(item.aliases), len(item.mentions)


def places(view: View) -> Rows:
    """One row a place: «в г. Карамай» → l1, Карамай, city, CN."""
    for item in view.record.places:
        yield item.id, item.name, item.kind, item.country, PART.join(item.aliases), len(item.mentions)


def agreements(view: View) -> Rows:
    """One row a document: «Меморандума о взаимопонимании» → a1, memorandum, Меморандум о взаимопонимании."""
    for item in view.record.agreements:
        what = (item.id, item.kind, item.title, item.subject, item.number, item.status, item.date)
        who = (view.name(item.place), view.joined(item.parties), view.joined(item.signatories))
        yield *what, *who, len(item.mentions)


def positions(view: View) -> Rows:
    """One row a post held: «министр Павел Ткач» → p1, Павел Ткач, министр."""
    for person in view.record.people:
        for held in person.positions:
            what = (held.title, held.organisation, view.name(held.organisation))
            yield person.id, person.name, *what, held.start, held.end, held.phase, held.mention


def parties(view: View) -> Rows:
    """One row a party or signatory: «между Минсвязи и верфями» → a1, memorandum, …, party, o1, Минсвязи."""
    for item in view.record.agreements:
        bound = (("party", item.parties), ("signatory", item.signatories))
        for role, entity in ((role, entity) for role, entities in bound for entity in entities):
            yield item.id, item.kind, item.title, item.status, item.date, role, entity, view.names[entity]


def mentions(view: View) -> Rows:
    """One row a mention: «Павла Ткача» → m1, PERSON."""
    for at in view.record.mentions:
        name = view.name(at.entity)
        yield at.id, at.label, at.text, at.start, at.end, at.entity, name, at.score, at.rule


def dates(view: View) -> Rows:
    """One row a date: «16 июня т.г.» → m6, 2025-06-16, inferred: year."""
    for item in view.record.dates:
        at = view.mentions[item.mention]
        yield at.id, at.text, item.value, item.part, PART.join(item.inferred), item.anchor, at.start, at.end


def amounts(view: View) -> Rows:
    """One row a sum, share or count: «£469 млн» → m7, 469000000, GBP."""
    for item in view.record.amounts:
        at = view.mentions[item.mention]
        yield at.id, at.text, _double(item.value), _double(item.upper), item.unit, at.start, at.end


def _double(value: float | None) -> float | None:
    """As columns of numbers hold it, to sixteen digits; a number with hundreds of them is in the text alone."""
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None


def relations(view: View) -> Rows:
    """One row a relation: «министр Иванов» → WORKS_AS from «Иванов» to «министр»."""
    for item in view.record.relations:
        source, target = view.mentions[item.source], view.mentions[item.target]
        yield item.type, source.id, source.text, target.id, target.text, item.score
