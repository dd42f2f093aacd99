"""brat standoff: a folder with `.txt` and `.ann` for each document, and the configuration that brat asks for.

Mention m7 is T7, event e2 is E2 with its trigger as a text-bound annotation of its own; arguments, date and place are
roles («party», «party2»), status and phase attributes, names and values notes. A mention over a line end is written in
one piece a line, as brat itself does. A folder that holds anything is left alone: it may have been corrected by hand.
Format: https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from nlp.output.exports.brat_configuration import Seen, configuration
from nlp.output.exports.names import file_name
from nlp.output.whole import whole_folder
from nlp.schema import Event, Record
from nlp.tables.view import View

TOGETHER = 1000
"""Documents in one folder; brat lists a folder whole."""
_LINES = re.compile(r"[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def write(records: Iterable[Record], target: Path) -> list[str]:
    """Fill the folder; what brat has no place for are offsets of sentences, scores and rules."""
    seen = Seen()
    with whole_folder(target) as folder:
        for number, record in enumerate(records):
            inside = folder / f"{number // TOGETHER:04}" if number >= TOGETHER else folder
            inside.mkdir(exist_ok=True)
            path = inside / f"{file_name(record)}.txt"
            path.write_text(record.text, encoding="utf-8", newline="")
            path.with_suffix(".ann").write_text("".join(f"{line}\n" for line in lines(record)), encoding="utf-8")
            seen.take(record)
        for name, content in configuration(seen).items():
            (folder / name).write_text(content, encoding="utf-8")
    return ["brat: scores, rules and sentences of events are not in it"]


def lines(record: Record) -> Iterator[str]:
    """The lines of the `.ann`: marks, triggers, events, attributes, relations, notes."""
    triggers = _triggers(record)
    for at in record.mentions:
        yield _mark(f"T{at.id[1:]}", at.label, record.text, at.start, at.end)
    for (kind, start, end), mark in triggers.items():
        yield _mark(mark, kind, record.text, start, end)
    for event in record.events:
        mark = triggers[event.type, event.trigger.start, event.trigger.end]
        yield f"E{event.id[1:]}\t" + " ".join((f"{event.type}:{mark}", *_roles(event)))
    for number, (name, event_id, value) in enumerate(_attributes(record), 1):
        yield f"A{number}\t{name} {event_id} {value}"
    for number, tie in enumerate(record.relations, 1):
        yield f"R{number}\t{tie.type} Arg1:T{tie.source[1:]} Arg2:T{tie.target[1:]}"
    for number, (of, note) in enumerate(_notes(record), 1):
        yield f"#{number}\tAnnotatorNotes {of}\t{' '.join(note.split())}"


def _triggers(record: Record) -> dict[tuple[str, int, int], str]:
    """Each word that tells an event of a type, once, numbered after the mentions."""
    places = dict.fromkeys((each.type, each.trigger.start, each.trigger.end) for each in record.events)
    first = 1 + max((int(each.id[1:]) for each in record.mentions), default=0)
    return {place: f"T{number}" for number, place in enumerate(places, first)}


def _mark(mark: str, label: str, text: str, start: int, end: int) -> str:
    extents = list(pieces(text, start, end))
    place = ";".join(f"{first} {last}" for first, last in extents)
    return f"{mark}\t{label} {place}\t{' '.join(text[first:last] for first, last in extents)}"


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without its line ends and the blanks about them: brat's files hold an annotation in one line."""
    for gap in _LINES.finditer(text, start, end):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < end:
        yield start, end


def _roles(event: Event) -> Iterator[str]:
    """«party:T3 party2:T4»: one mention plays a role once, whomever it stands for."""
    filled = [(each.role, each.mention) for each in event.arguments]
    for role, at in (("date", event.date), ("place", event.place)):
        if at and at.mention:
            filled.append((role, at.mention))
    used: Counter[str] = Counter()
    for role, mention in dict.fromkeys(filled):
        used[role] += 1
        yield f"{role}{used[role] if used[role] > 1 else ''}:T{mention[1:]}"


def _attributes(record: Record) -> Iterator[tuple[str, str, str]]:
    for event in record.events:
        yield "Status", f"E{event.id[1:]}", event.status
        if event.phase:
            yield "Phase", f"E{event.id[1:]}", event.phase


def _notes(record: Record) -> Iterator[tuple[str, str]]:
    """Normal forms, values of dates and sums, and which event tells the same as an earlier one."""
    view = View(record)
    for at in record.mentions:
        if at.entity:
            yield f"T{at.id[1:]}", f"{at.entity} {view.names[at.entity]}"
    for date in record.dates:
        yield f"T{date.mention[1:]}", date.value
    for amount in record.amounts:
        yield f"T{amount.mention[1:]}", " ".join(filter(None, (str(amount.value), amount.unit)))
    for event in record.events:
        if event.same_as:
            yield f"E{event.id[1:]}", f"same as E{event.same_as[1:]}"
