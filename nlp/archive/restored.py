"""The records of an annotated archive, put together again from its tables, one shard in memory at a time.

The tables tell an event's sentence, date, place and agreement by their words. Where those stand more than once in a
text, the place nearest to the trigger is meant: the ids of mentions are those of the record, up to that choice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from msgspec.structs import replace

from nlp import schema
from nlp.archive.shards import LIST
from nlp.archive.store import Store
from nlp.schema import Record
from nlp.tables.frames import TABLES
from nlp.tables.view import PART

Row = dict[str, Any]
Tables = Mapping[str, list[Row]]
"""The rows of one record, by table."""


def records(store: Store) -> Iterator[Record]:
    """Every record of an archive, in the order of its shards."""
    for name in store.names(LIST):
        found = {table: _grouped(store, table, name) for table in TABLES}
        for document in _rows(store, "documents", name):
            key = document["item"], document["record"]
            yield record(document, {table: rows.get(key, []) for table, rows in found.items()})


def record(document: Row, tables: Tables) -> Record:
    """One record from its row of `documents` and its rows of all tables."""
    mentions = tuple(_mention(row) for row in tables["mentions"])
    of: dict[str | None, list[str]] = defaultdict(list)
    for each in mentions:
        of[each.entity].append(each.id)
    bare = Record(
        id=document["record"],
        source=document["source"] or None,
        title=document["title"],
        published=document["published"],
        language=document["language"],
        text=document["text"],
        mentions=mentions,
        people=tuple(_person(row, tables["positions"], of) for row in tables["people"]),
        organisations=_organisations(tables["organisations"], of),
        places=tuple(_place(row, of) for row in tables["places"]),
        dates=tuple(_date(row) for row in tables["dates"]),
        amounts=tuple(_amount(row) for row in tables["amounts"]),
        relations=tuple(_relation(row) for row in tables["relations"]),
    )
    return _told(bare, tables, of)


def _told(bare: Record, tables: Tables, of: Mapping[str | None, list[str]]) -> Record:
    """The record with its agreements and events, which name the places of the others."""
    agreements = tuple(_agreement(row, tables["parties"], bare, of) for row in tables["agreements"])
    whole = replace(bare, agreements=agreements)
    arguments: dict[str, list[schema.Argument]] = defaultdict(list)
    for row in tables["arguments"]:
        arguments[row["event"]].append(schema.Argument(row["role"], row["mention"], row["entity"], row["name"]))
    finder = Finder(whole)
    return replace(whole, events=tuple(finder.event(row, tuple(arguments[row["event"]])) for row in tables["events"]))


class Finder:
    """Finds again in a record what the table of events tells by its words."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.mentions = {each.id: each for each in record.mentions}

    def event(self, row: Row, arguments: tuple[schema.Argument, ...]) -> schema.Event:
        """The event of a row."""
        sentence = self.sentence(row)
        return schema.Event(
            id=row["event"], type=row["type"], phase=row["phase"], status=row["status"],
            trigger=schema.Trigger(row["start"], row["end"], row["trigger"]), arguments=arguments,
            date=self.date(row, sentence), place=self.place(row, sentence), agreement=self.agreement(row, sentence),
            same_as=row["same_as"], sentence=sentence, score=row["score"], rule=row["rule"],
        )  # fmt: skip

    def sentence(self, row: Row) -> schema.Extent:
        """Where its words stand around the trigger, whatever the blanks between them."""
        words = re.compile(r"\s+".join(map(re.escape, row["sentence"].split())))
        first = max(0, row["start"] - 2 * len(row["sentence"]) - 200)
        for at in range(first, row["start"] + 1):
            found = words.match(self.record.text, at)
            if found and found.end() >= row["end"]:
                return schema.Extent(*found.span())
        return schema.Extent(row["start"], row["end"])

    def date(self, row: Row, sentence: schema.Extent) -> schema.EventDate | None:
        """Its value, and the mention of the sentence that states it."""
        if row["date"] is None:
            return None
        stated = [self.mentions[each.mention] for each in self.record.dates if each.value == row["date"]]
        nearest = self.nearest(stated, row, sentence)
        return schema.EventDate(row["date"], nearest.id if nearest else None)

    def place(self, row: Row, sentence: schema.Extent) -> schema.EventPlace | None:
        """The place of that name, and its mention in the sentence; without one, a mention of just those words."""
        if row["place"] is None:
            return None
        named = {each.id for each in self.record.places if each.name == row["place"]}
        meant = [each for each in self.record.mentions if each.entity in named]
        written = [each for each in self.record.mentions if each.entity is None and each.text == row["place"]]
        nearest = self.nearest(meant or written, row, sentence)
        entity = nearest.entity if nearest else min(named, default=None)
        return schema.EventPlace(entity, nearest.id if nearest else None)

    def agreement(self, row: Row, sentence: schema.Extent) -> str | None:
        """The agreement of that title; of several the one that the sentence names."""
        titled = [each for each in self.record.agreements if each.title == row["agreement"]]
        meant = [self.mentions[mention] for each in titled for mention in each.mentions]
        nearest = self.nearest(meant, row, sentence) if len(titled) > 1 else None
        return nearest.entity if nearest else next((each.id for each in titled), None)

    def nearest(self, found: Iterable[schema.Mention], row: Row, sentence: schema.Extent) -> schema.Mention | None:
        """The one nearest to the trigger, of those in the sentence."""
        inside = [each for each in found if sentence.start <= each.start and each.end <= sentence.end]
        return min(inside, key=lambda each: abs(each.start - row["start"]), default=None)


def _mention(row: Row) -> schema.Mention:
    place = (row["mention"], row["start"], row["end"], row["text"])
    return schema.Mention(*place, row["label"], row["entity"], row["rule"], row["score"])


def _person(row: Row, positions: list[Row], of: Mapping[str | None, list[str]]) -> schema.Person:
    held = tuple(
        schema.Position(each["title"], each["organisation"], each["start"], each["end"], each["mention"], each["phase"])
        for each in positions
        if each["person"] == row["person"]
    )
    named = (row["person"], row["name"], row["given"], row["patronymic"], row["surname"], row["gender"])
    return schema.Person(*named, _parted(row["aliases"]), held, tuple(of.get(row["person"], ())))


def _organisations(rows: list[Row], of: Mapping[str | None, list[str]]) -> tuple[schema.Organisation, ...]:
    ids = {row["name"]: row["organisation"] for row in reversed(rows)}
    return tuple(
        schema.Organisation(
            row["organisation"], row["name"], row["short"], _parted(row["aliases"]), row["kind"], row["country"],
            ids.get(row["part_of"]), tuple(of.get(row["organisation"], ())),
        )
        for row in rows
    )  # fmt: skip


def _place(row: Row, of: Mapping[str | None, list[str]]) -> schema.Place:
    named = (row["place"], row["name"], row["kind"], row["country"])
    return schema.Place(*named, _parted(row["aliases"]), tuple(of.get(row["place"], ())))


def _date(row: Row) -> schema.Date:
    return schema.Date(row["mention"], row["value"], row["part"], _parted(row["inferred"]), row["anchor"])


def _amount(row: Row) -> schema.Amount:
    return schema.Amount(row["mention"], _number(row["value"]), row["unit"], _number(row["upper"]))


def _relation(row: Row) -> schema.Relation:
    return schema.Relation(row["type"], row["source_mention"], row["target_mention"], row["score"])


def _agreement(row: Row, bound: list[Row], bare: Record, of: Mapping[str | None, list[str]]) -> schema.Agreement:
    sides: dict[str, list[str]] = {"party": [], "signatory": []}
    for each in bound:
        if each["agreement"] == row["agreement"]:
            sides[each["role"]].append(each["entity"])
    place = next((each.id for each in bare.places if each.name == row["place"]), None)
    told = (row["agreement"], row["kind"], row["title"], row["subject"], row["number"], row["date"], place)
    who = (tuple(sides["party"]), tuple(sides["signatory"]))
    return schema.Agreement(*told, row["status"], *who, tuple(of.get(row["agreement"], ())))


def _parted(cell: str | None) -> tuple[str, ...]:
    return tuple(cell.split(PART)) if cell else ()


def _number(value: float | None) -> Any:
    """Whole numbers stay whole in a record."""
    return int(value) if value is not None and value.is_integer() else value


def _grouped(store: Store, table: str, name: str) -> dict[tuple[str, str], list[Row]]:
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in _rows(store, table, name):
        groups[row["item"], row["record"]].append(row)
    return groups


def _rows(store: Store, table: str, name: str) -> list[Row]:
    content = store.get(f"{table}/{name}")
    rows: list[Row] = [] if content is None else pq.read_table(pa.BufferReader(content)).to_pylist()
    return rows
