"""Label Studio: tasks as a JSON array with what was found as predictions, and the labelling configuration beside it.

`tasks.json` is imported, `tasks.xml` pasted under Settings → Labeling Interface. Mentions are regions of `label`, the
words that tell an event regions of `event` with its status and phase; arguments are relations from the one to the
others. A region may lie in another. Offsets count code points, as Label Studio's do since version 1.5.
Format: https://labelstud.io/guide/predictions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

from nlp.output.exports.brat_configuration import Seen
from nlp.output.exports.label_studio_configuration import EVENT, LABEL, PHASE, STATUS, TEXT, configuration
from nlp.output.whole import whole_text
from nlp.schema import Event, Record


def write(records: Iterable[Record], target: Path) -> list[str]:
    """Write the tasks, one by one, and the configuration."""
    seen, before = Seen(), "[\n"
    with whole_text(target) as stream:
        for record in records:
            seen.take(record)
            stream.write(before + msgspec.json.encode(task(record)).decode())
            before = ",\n"
        stream.write("[]\n" if before == "[\n" else "\n]\n")
    beside = target.with_suffix(".xml")
    with whole_text(beside) as stream:
        stream.write(configuration(seen))
    return [f"label-studio: the labelling configuration is {beside}; values, entities and rules are not in it"]


def task(record: Record) -> dict[str, Any]:
    """One document to label."""
    told = {"source": record.source, "title": record.title, "published": record.published, "record": record.id}
    known = {name: value for name, value in told.items() if value is not None}
    prediction = {"model_version": f"letopis {version('letopis')}", "result": list(results(record))}
    return {"data": {TEXT: record.text, **known}, "predictions": [prediction]}


def results(record: Record) -> Iterator[dict[str, Any]]:
    """Regions, then what they are told of, then what joins them."""
    for at in record.mentions:
        yield _region(at.id, LABEL, "labels", at.label, at.start, at.end, record.text) | {"score": at.score}
    for event in record.events:
        word = event.trigger
        yield _region(event.id, EVENT, "labels", event.type, word.start, word.end, record.text) | {"score": event.score}
        for name, value in ((STATUS, event.status), (PHASE, event.phase)):
            if value:
                yield _region(event.id, name, "choices", value, word.start, word.end, record.text)
    for event in record.events:
        yield from (_tie(event.id, mention, role) for role, mention in _roles(event))
    for tie in record.relations:
        yield _tie(tie.source, tie.target, tie.type)


def _region(own: str, name: str, kind: str, label: str, start: int, end: int, text: str) -> dict[str, Any]:  # noqa: PLR0913
    value = {"start": start, "end": end, "text": text[start:end], kind: [label]}
    return {"id": own, "from_name": name, "to_name": TEXT, "type": kind, "value": value}


def _roles(event: Event) -> Iterator[tuple[str, str]]:
    """Each role and its mention once."""
    filled = {(each.role, each.mention): None for each in event.arguments}
    for role, at in (("date", event.date), ("place", event.place)):
        if at and at.mention:
            filled[role, at.mention] = None
    yield from filled


def _tie(source: str, target: str, label: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": source, "to_id": target, "direction": "right", "labels": [label]}
