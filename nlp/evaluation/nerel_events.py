"""Who took part, when and where, by NEREL's relations: `letopis evaluate nerel-events NEREL/dev --out out/nerel`.

«Орлова посетила Казань 3 мая» → (посетила, Орлова), (посетила, 3 мая), (посетила, Казань): PARTICIPANT_IN and AGENT,
POINT_IN_TIME with START_TIME and END_TIME, TAKES_PLACE_IN. A pair is right when both its ends overlap those of the
corpus, each pair once. NEREL marks events of every kind, of which a record holds some: `events met` tells how many of
those with relations have a trigger at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from spacy.language import Language

from nlp.errors import InputError
from nlp.evaluation.corpus import Document, annotate, collect, files, read_text, write
from nlp.evaluation.report import Report
from nlp.evaluation.scores import Counts, Share
from nlp.evaluation.standoff import marks
from nlp.schema import Event, Record

KINDS = {
    "PARTICIPANT_IN": "participant", "AGENT": "participant", "POINT_IN_TIME": "date", "START_TIME": "date",
    "END_TIME": "date", "TAKES_PLACE_IN": "place",
}  # fmt: skip
ACTORS = frozenset({
    "PERSON", "ORGANIZATION", "COUNTRY", "CITY", "STATE_OR_PROVINCE", "PROFESSION", "NATIONALITY", "FAMILY",
})  # fmt: skip
"""Labels of arguments that take part; an asset or a sum does not."""
Extent = tuple[int, int]


class Triple(NamedTuple):
    """An event's word and what stands in a relation with it."""

    kind: str
    event: Extent
    other: Extent


def evaluate(data: Path, out: Path, pipeline: Language) -> Report:
    """Score every `.txt` that has an `.ann`, and write the pairs found, one a line."""
    documents, skipped = collect(files(data, "*.txt"), partial(read, folder=data))
    counts, met, known, scored, done = Counts(), 0, 0, 0, 0
    for given, record in annotate(pipeline, documents, skipped):
        found = list(dict.fromkeys(of_record(record)))
        write(out / PurePosixPath(given.name).with_suffix(".triples"), (_line(each, record.text) for each in found))
        done += 1
        if given.answer is not None:
            scored += 1
            right = agreeing(given.answer, found)
            counts.add((each.kind for each in given.answer), (each.kind for each in found), (e.kind for e in right))
            events = {each.event for each in given.answer}
            known += len(events)
            met += sum(any(_overlap(event, _place(told)) for told in record.events) for event in events)
    tables = {"triples": counts.scores()} if scored else {}
    shares = {"events met": Share(met, known)} if scored else {}
    return Report(
        task="nerel-events", documents=done, scored=scored, tables=tables, shares=shares, skipped=tuple(skipped)
    )


def read(path: Path, folder: Path) -> Document[tuple[Triple, ...]]:
    """A text with the relations of its `.ann`; raises `InputError` for a line that is no relation between marks."""
    text, beside = read_text(path), path.with_suffix(".ann")
    answer = tuple(dict.fromkeys(_relations(beside, text))) if beside.exists() else None
    return Document(path.relative_to(folder).as_posix(), text, answer)


def _relations(path: Path, text: str) -> Iterator[Triple]:
    lines = read_text(path).splitlines()
    keys = [line.split("\t")[0] for line in lines if line.startswith("T")]
    named = dict(zip(keys, marks(path, text), strict=True))
    for number, line in enumerate(lines, 1):
        if not line.startswith("R"):
            continue
        try:
            name, first, second = line.split("\t")[1].split()[:3]
            ends = [named[each.partition(":")[2]] for each in (first, second)]
        except (KeyError, ValueError, IndexError) as error:
            wanted = "expected «R1<tab>NAME Arg1:T1 Arg2:T2» with marks of this file"
            raise InputError(path, f"{line!r} is no relation: {wanted}", number) from error
        events = [each for each in ends if each.label == "EVENT"]
        if name in KINDS and len(events) == 1:
            event, other = (ends[0], ends[1]) if ends[0].label == "EVENT" else (ends[1], ends[0])
            yield Triple(KINDS[name], *((each.pieces[0][0], each.pieces[-1][1]) for each in (event, other)))


def of_record(record: Record) -> Iterator[Triple]:
    """The pairs that the events of a record tell."""
    at = {each.id: each for each in record.mentions}
    for event in record.events:
        word = _place(event)
        for argument in event.arguments:
            mention = at[argument.mention]
            if mention.label in ACTORS:
                yield Triple("participant", word, (mention.start, mention.end))
        for kind, told in (("date", event.date), ("place", event.place)):
            if told is not None and told.mention is not None:
                yield Triple(kind, word, (at[told.mention].start, at[told.mention].end))


def agreeing(gold: Iterable[Triple], found: Iterable[Triple]) -> list[Triple]:
    """The gold pairs that have been found, each by a pair of its own."""
    left, agreed = list(found), []
    for own in gold:
        other = next((each for each in left if _same(own, each)), None)
        if other is not None:
            left.remove(other)
            agreed.append(own)
    return agreed


def _same(one: Triple, other: Triple) -> bool:
    return one.kind == other.kind and _overlap(one.event, other.event) and _overlap(one.other, other.other)


def _overlap(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _place(event: Event) -> Extent:
    return event.trigger.start, event.trigger.end


def _line(each: Triple, text: str) -> str:
    words = (" ".join(text[start:end].split()) for start, end in (each.event, each.other))
    return "\t".join((each.kind, *words))
