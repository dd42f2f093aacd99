"""The whole command over the hostile folder: a row for every file, nothing outside OUT, bounded time and memory."""

import subprocess
import sys

import duckdb
import pytest

from tests.archive import hostile

MEMORY, SECONDS = 1_500, 30
"""What a worker may take, in MB, and the time for one file."""
WATCHED = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10)
sys.exit(code)
"""
"""Runs a command in a process of its own, so that no other test's children count, and prints the most MB of any."""


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """The folder, what must be said of its files, OUT, what the command said, and what it used."""
    top = tmp_path_factory.mktemp("hostile")
    (top / "in").mkdir()
    expected = hostile.make(top / "in")
    before = {path.name for path in (top / "in").iterdir()}
    python = [sys.executable, "-c"]
    command = [*python, WATCHED, *python, "from nlp.cli import main; main()", "annotate", "in", "-o", "out"]
    limits = ["--workers", "1", "--memory-limit", str(MEMORY), "--time-limit", str(SECONDS)]
    said = subprocess.run([*command, *limits], cwd=top, capture_output=True, text=True, check=False, timeout=1_200)
    assert {path.name for path in (top / "in").iterdir()} == before
    return top, expected, said, int(said.stdout.split()[-1])


def test_every_file_has_a_row(ran):
    top, expected, _, _ = ran
    with duckdb.connect() as connection:
        rows = connection.sql(
            f"SELECT source FROM read_parquet('{top}/out/errors/*.parquet') "
            f"UNION ALL SELECT source FROM read_parquet('{top}/out/documents/*.parquet')"
        ).fetchall()
    told = {source.removeprefix("in/").partition("!/")[0] for (source,) in rows}
    told |= {name.rpartition(":")[0] for name in told}
    assert len(expected) >= 80
    assert expected.keys() - told == set()


def test_the_exit_code_and_the_last_lines_tell(ran):
    _, _, said, _ = ran
    assert said.returncode == 1
    assert "errors, " in said.stderr
    assert "Traceback" not in said.stderr
    assert said.stderr.rstrip().endswith('letopis query out "FROM errors WHERE error"')


def test_no_file_is_outside_out(ran):
    top, _, _, _ = ran
    assert sorted(path.name for path in top.iterdir()) == ["in", "out"]
    kinds = {path.suffix for path in (top / "out").rglob("*") if path.is_file()}
    assert kinds <= {".parquet", ".json", ".duckdb", ".lock", ""}


def test_memory_is_bounded(ran):
    assert ran[3] < MEMORY
