"""Inputs for the tests of archives, and how their outputs are compared."""

import duckdb

from nlp.archive.annotate import Limits, annotate
from nlp.archive.columns import SCHEMAS
from nlp.archive.job import Job
from nlp.archive.source import WalkOptions
from tests.archive.conftest import Inline

WORDS = ("Орлова", "Дрозд", "Ковалёв", "Ткач", "Седых", "Черных", "Гусь", "Лис", "Волк", "Жук", "Сорока", "Рак")


def texts(folder, number=12):
    """A folder of small documents: «01.txt» begins with «Орлова»."""
    folder.mkdir(exist_ok=True)
    for place in range(number):
        text = f"{WORDS[place % len(WORDS)]} посетила Казань {place + 1} марта 2025 года."
        (folder / f"{place + 1:02}.txt").write_text(text, encoding="utf-8")
    return folder


def asked(*inputs, **options):
    return Job(inputs=tuple(map(str, inputs)), options=WalkOptions(**options))


def run(job, out, crew=None, **limits):
    """All steps of a run."""
    return list(annotate(job, out, Limits(**{"shard": 5, **limits}), crew or Inline()))


def rows(out, table):
    """The rows of a table in one order."""
    with duckdb.connect() as connection:
        return connection.sql(f"FROM read_parquet('{out}/{table}/*.parquet') ORDER BY ALL").fetchall()


def tables(out):
    return {table: rows(out, table) for table in SCHEMAS}
