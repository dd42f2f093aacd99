"""Mentions and events against an export of Label Studio: `letopis evaluate label-studio export.json --out out/ls`.

The JSON export, not JSON-MIN. Of each task the first annotation that was not cancelled counts; a task without one is
read and not scored. Regions of the tag `event` are the words that tell events, relations from them their arguments;
all other labelled regions are mentions. Labels are those of the record, or PER, LOC and ORG when the export uses them.
Format: https://labelstud.io/guide/export
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from spacy.language import Language

from nlp.errors import InputError
from nlp.evaluation.brat import measured, of_labels
from nlp.evaluation.corpus import Document, collect, read_text
from nlp.evaluation.guide import Frame, Role
from nlp.evaluation.report import Report
from nlp.evaluation.standoff import Mark
from nlp.evaluation.standoff_events import BESIDE
from nlp.output.exports.label_studio_configuration import EVENT, STATUS, TEXT

WANTED = 'expected Label Studio\'s JSON export: [{"data": {"text": "…"}, "annotations": [{"result": […]}]}]'


class Annotation(msgspec.Struct):
    """One person's work on a task; `result` holds regions, choices and relations."""

    result: list[dict[str, Any]] = []
    was_cancelled: bool = False


class Task(msgspec.Struct):
    """One text; tasks that nobody labelled have no annotations."""

    data: dict[str, Any]
    annotations: list[Annotation] = []
    id: int | None = None


class Answer(NamedTuple):
    """What stands in an annotation."""

    marks: tuple[Mark, ...]
    frames: tuple[Frame, ...]


def evaluate(data: Path, out: Path, pipeline: Language) -> Report:
    """Score every task that was labelled, and write brat's `.ann` for each."""
    documents, skipped = read(data)
    marked = [Document(each.name, each.text, each.answer and each.answer.marks) for each in documents]
    frames = {each.name: each.answer.frames for each in documents if each.answer}
    wanted = {mark.label for each in marked for mark in each.answer or ()}
    return measured("label-studio", marked, pipeline, out, partial(of_labels, wanted=wanted), frames).telling(skipped)


def read(path: Path) -> tuple[list[Document[Answer]], list[str]]:
    """The tasks, and one line for each that is broken; raises `InputError` for a file that is no export."""
    try:
        tasks = msgspec.json.decode(read_text(path), type=list[Task])
    except msgspec.DecodeError as error:
        raise InputError(path, f"{error}; {WANTED}") from error
    return collect(enumerate(tasks, 1), partial(_document, path))


def _document(path: Path, numbered: tuple[int, Task]) -> Document[Answer]:
    number, task = numbered
    place, text = f"{path.name}:{task.id or number}", task.data.get(TEXT)
    if not isinstance(text, str):
        raise InputError(path, f"task {task.id or number} has no {TEXT!r} among its data; {WANTED}")
    kept = next((each for each in task.annotations if not each.was_cancelled), None)
    answer = None if kept is None else _answer(kept.result, text, path, place)
    return Document(f"{place.replace(':', '-')}.txt", text, answer)


def _answer(result: list[dict[str, Any]], text: str, path: Path, place: str) -> Answer:
    """Raises `InputError` with the region that is none of this text."""
    try:
        regions = {each["id"]: each for each in result if each.get("type") == "labels"}
        marks = dict.fromkeys(_mark(each, text) for each in regions.values() if each["from_name"] != EVENT)
        events = [each for each in regions.values() if each["from_name"] == EVENT]
        return Answer(tuple(marks), tuple(_frame(each, regions, result, text) for each in events))
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(path, f"task {place}: {error!r} in a region; {WANTED}") from error


def _mark(region: dict[str, Any], text: str) -> Mark:
    value = region["value"]
    start, end = int(value["start"]), int(value["end"])
    (label,) = value["labels"]
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start}:{end} lies outside the text, which has {len(text)} characters")
    return Mark(label, ((start, end),))


def _frame(event: dict[str, Any], regions: dict[str, Any], result: list[dict[str, Any]], text: str) -> Frame:
    kind, ((start, end),) = _mark(event, text)
    chosen = [each for each in result if each.get("from_name") == STATUS and each["id"] == event["id"]]
    status = chosen[0]["value"]["choices"][0] if chosen else "actual"
    return Frame(kind, status, start, end, tuple(_roles(event, regions, result, text)), None)


def _roles(event: dict[str, Any], regions: dict[str, Any], result: list[dict[str, Any]], text: str) -> Iterator[Role]:
    for tie in result:
        if tie.get("type") == "relation" and tie["from_id"] == event["id"]:
            _, ((start, end),) = _mark(regions[tie["to_id"]], text)
            yield from (Role(role, start, end, "") for role in tie.get("labels", ()) if role not in BESIDE)
