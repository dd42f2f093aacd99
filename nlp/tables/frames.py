"""Every table's columns, and the pandas frames made of them.

The columns are the same when a table is empty. Every row begins with the `record` and the `source` it comes from, so
that the tables of many records can be put under one another. `pandas` is imported when the first frame is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from nlp.tables import rows
from nlp.tables.view import View

if TYPE_CHECKING:
    import pandas as pd

    from nlp.schema import Record

TEXT, INTEGER, NUMBER = "string", "int64", "float64"


class Table(NamedTuple):
    """What makes the rows of one record, and the columns: a name, or `name:dtype` for what is no text."""

    rows: Callable[[View], rows.Rows]
    spec: str

    @property
    def dtypes(self) -> dict[str, str]:
        """The pandas type of every column, in order: {"record": "string", …, "start": "int64"}."""
        parted = (column.partition(":") for column in f"record source {self.spec}".split())
        return {name: dtype or TEXT for name, _, dtype in parted}


AT = f"start:{INTEGER} end:{INTEGER}"
TABLES = {
    "events": Table(
        rows.events,
        f"event type phase status trigger date place participants agreement same_as sentence {AT} score:{NUMBER} rule",
    ),
    "arguments": Table(rows.arguments, f"event type role name entity mention text {AT}"),
    "people": Table(rows.people, f"person name given patronymic surname gender positions aliases mentions:{INTEGER}"),
    "organisations": Table(
        rows.organisations, f"organisation name short kind country part_of aliases mentions:{INTEGER}"
    ),
    "places": Table(rows.places, f"place name kind country aliases mentions:{INTEGER}"),
    "agreements": Table(
        rows.agreements,
        f"agreement kind title subject number status date place parties signatories mentions:{INTEGER}",
    ),
    "positions": Table(rows.positions, "person name title organisation organisation_name start end phase mention"),
    "parties": Table(rows.parties, "agreement kind title status date role entity name"),
    "mentions": Table(rows.mentions, f"mention label text {AT} entity name score:{NUMBER} rule"),
    "dates": Table(rows.dates, f"mention text value part inferred anchor {AT}"),
    "amounts": Table(rows.amounts, f"mention text value:{NUMBER} upper:{NUMBER} unit {AT}"),
    "relations": Table(rows.relations, f"type source_mention source_text target_mention target_text score:{NUMBER}"),
}


def columns(table: str) -> tuple[str, ...]:
    """The columns of a table, in order."""
    return tuple(TABLES[table].dtypes)


def cells(table: str, record: Record) -> Iterator[tuple[rows.Cell, ...]]:
    """The rows of one table of one record, each in the order of `columns`."""
    for row in TABLES[table].rows(View(record)):
        yield record.id, record.source, *row


def frame(table: str, records: Iterable[Record]) -> pd.DataFrame:
    """One table of many records as a pandas frame; `table` is a key of `TABLES`."""
    import pandas as pd

    dtypes = TABLES[table].dtypes
    found = [row for record in records for row in cells(table, record)]
    return pd.DataFrame(found, columns=list(dtypes)).astype(dtypes)


class Frames:
    """What a record gives to analysts: every table as a pandas frame, with its columns even when it is empty."""

    __slots__ = ()

    def _frame(self, table: str) -> pd.DataFrame:
        return frame(table, [cast("Record", self)])

    def events_frame(self) -> pd.DataFrame:
        """One row an event: «подписан» is agreement, signed, actual, its date, place, participants and sentence."""
        return self._frame("events")

    def arguments_frame(self) -> pd.DataFrame:
        """One row a role filled in an event: «Минсвязи» is a party of e1."""
        return self._frame("arguments")

    def people_frame(self) -> pd.DataFrame:
        """One row a person: «Павел Ткач» with his posts."""
        return self._frame("people")

    def organisations_frame(self) -> pd.DataFrame:
        """One row an organisation: «Шанхайская организация сотрудничества», short «ШОС»."""
        return self._frame("organisations")

    def places_frame(self) -> pd.DataFrame:
        """One row a place: «Карамай», city, CN."""
        return self._frame("places")

    def agreements_frame(self) -> pd.DataFrame:
        """One row a document: «Меморандум о взаимопонимании…», its parties and date."""
        return self._frame("agreements")

    def positions_frame(self) -> pd.DataFrame:
        """One row a post held: «Павел Ткач», первый заместитель министра, of o1."""
        return self._frame("positions")

    def parties_frame(self) -> pd.DataFrame:
        """One row a party or signatory of a document: a1, memorandum, party, «Минсвязи»."""
        return self._frame("parties")

    def mentions_frame(self) -> pd.DataFrame:
        """One row a stretch of text that names something: «Павла Ткача», PERSON."""
        return self._frame("mentions")

    def dates_frame(self) -> pd.DataFrame:
        """One row a date: «16 июня т.г.» is 2025-06-16, its year inferred."""
        return self._frame("dates")

    def amounts_frame(self) -> pd.DataFrame:
        """One row a sum, share or count: «£469 млн» is 469000000 GBP."""
        return self._frame("amounts")

    def relations_frame(self) -> pd.DataFrame:
        """One row a relation between two mentions: «Иванов» WORKS_AS «министр»."""
        return self._frame("relations")
