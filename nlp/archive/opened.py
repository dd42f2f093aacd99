"""An annotated archive to ask questions of, in SQL or as pandas frames."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

import duckdb

from nlp.archive.columns import SCHEMAS
from nlp.archive.database import connect, queries
from nlp.archive.job import Manifest, read_manifest
from nlp.archive.store import open_store
from nlp.errors import ArchiveError

if TYPE_CHECKING:
    import pandas as pd


def open_archive(out: str | Path) -> Archive:
    """Open what `letopis annotate` wrote, a folder or an address.

    `open_archive("out").sql("SELECT name, count(*) FROM people GROUP BY name")`. Raises `ArchiveError` when it is none.
    """
    store = open_store(out)
    return Archive(connect(store), read_manifest(store))


class Archive:
    """Tables and ready queries, read only; also a context manager that closes the connection."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, manifest: Manifest) -> None:
        self.connection = connection
        self.manifest = manifest

    @property
    def tables(self) -> list[str]:
        """documents, events, …, errors."""
        return list(SCHEMAS)

    @property
    def queries(self) -> list[str]:
        """What is often asked, by the name of its view: distinct_events, who_met_whom and so on."""
        return list(queries())

    def sql(self, query: str) -> duckdb.DuckDBPyRelation:
        """The answer to a question: a relation, with `.df()`, `.arrow()`, `.fetchall()`.

        Raises `ArchiveError` for what DuckDB does not understand.
        """
        try:
            return self.connection.sql(query)
        except duckdb.Error as error:
            raise ArchiveError(f"SQL: {error}") from error

    def table(self, name: str) -> duckdb.DuckDBPyRelation:
        """A table or ready query whole; raises `ArchiveError` for another name."""
        if name not in (known := [*self.tables, *self.queries]):
            raise ArchiveError(f"no table {name!r} in an archive; it has {', '.join(known)}")
        return self.connection.table(name)

    def frame(self, name: str) -> pd.DataFrame:
        """A table or ready query as a pandas frame: `archive.frame("who_met_whom")`."""
        frame: pd.DataFrame = self.table(name).df()
        return frame

    def close(self) -> None:
        """Let go of the files."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
