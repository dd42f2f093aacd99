"""`letopis.duckdb`: views over the Parquet files, and questions that are often asked.

The views name the files by their way from the archive's folder, so that the folder can be moved; `connect` tells DuckDB
where it is. By hand: start `duckdb` inside the folder.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
from pyarrow import dataset

from nlp.archive.columns import SCHEMAS
from nlp.archive.store import Folder, Remote, Store
from nlp.errors import ArchiveError

DATABASE = "letopis.duckdb"
QUERIES = Path(__file__).parent / "queries"


def queries() -> dict[str, str]:
    """The ready queries by the name of their view: "who_met_whom"."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(QUERIES.glob("*.sql"))}


def build(store: Store) -> None:
    """Write the database of an archive; it is made beside empty tables, since views know only where files may be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for table, schema in SCHEMAS.items():
            (folder / table).mkdir()
            pq.write_table(schema.empty_table(), folder / table / "empty.parquet")
        with duckdb.connect(str(folder / DATABASE)) as connection:
            _search(connection, folder)
            create(connection)
        store.put(DATABASE, (folder / DATABASE).read_bytes())


def create(connection: duckdb.DuckDBPyConnection, root: str = "") -> None:
    """The views of all tables, with their files under `root`, and of the ready queries."""
    quoted = root.replace("'", "''")
    for table in SCHEMAS:
        connection.execute(f"CREATE VIEW {table} AS FROM read_parquet('{quoted}{table}/*.parquet')")
    _create_queries(connection)


def connect(store: Store) -> duckdb.DuckDBPyConnection:
    """A connection that finds the files of this archive, wherever it is; raises `ArchiveError` when there is none."""
    if store.get(DATABASE) is None:
        raise ArchiveError(f"{store.place}: no {DATABASE} here; letopis annotate makes one")
    if isinstance(store, Folder):
        return _local(store.root)
    if isinstance(store, Remote):
        return _remote(store)
    raise TypeError(f"no store that DuckDB could read: {store!r}")


def _local(folder: Path) -> duckdb.DuckDBPyConnection:
    """The database of a folder; DuckDB takes a comma in its search path for the end of a folder, so views are made."""
    if "," in str(folder):
        connection = duckdb.connect()
        create(connection, f"{folder}/")
        return connection
    connection = duckdb.connect(str(folder / DATABASE), read_only=True)
    _search(connection, folder)
    return connection


def _remote(store: Remote) -> duckdb.DuckDBPyConnection:
    """The tables of another machine's files, read by Arrow as they are asked for."""
    connection = duckdb.connect()
    for table in SCHEMAS:
        connection.register(table, dataset.dataset(f"{store.root}/{table}", filesystem=store.files, format="parquet"))
    _create_queries(connection)
    return connection


def _create_queries(connection: duckdb.DuckDBPyConnection) -> None:
    for name, query in queries().items():
        connection.execute(f"CREATE VIEW {name} AS {query}")


def _search(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Let relative names begin at a folder."""
    connection.execute("SET file_search_path = ?", [str(folder)])
