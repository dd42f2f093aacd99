"""`letopis annotate` and `letopis query` on real processes and a real model; killed and stopped in the middle."""

import json
import os
import signal
import subprocess
import sys
import time

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from nlp.cli import app
from tests.archive.archives import tables, texts

LETOPIS = [sys.executable, "-c", "from nlp.cli import main; main()"]
SMALL_SHARDS = (
    "import nlp.archive.annotate as run; run.SECONDS = 0.0\nimport nlp.archive.work as work; work.COUNT = 2\n"
    "if __name__ == '__main__':\n    from nlp.cli import main; main()"
)
"""The command with a shard for every batch of two, so that a short run can be killed between two shards."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Twelve letters, one empty file and one that is no text."""
    folder = texts(tmp_path_factory.mktemp("in") / "новости")
    (folder / "пусто.txt").write_bytes(b"")
    (folder / "шум.bin").write_bytes(bytes(range(256)))
    return folder


def annotated(folder, out, *options):
    command = [*LETOPIS, "annotate", str(folder), "-o", str(out), "--workers", "1", *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def done(folder, tmp_path_factory):
    """An archive, and what the command said as it made it."""
    out = tmp_path_factory.mktemp("out") / "out"
    return out, annotated(folder, out)


def ask(*arguments):
    return CliRunner().invoke(app, ["query", *map(str, arguments)])


def test_errors_are_told_and_are_no_failure_of_the_run(done):
    out, said = done
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.splitlines()[0].endswith("out: 12 documents, 2 errors, 0 passed over")
    assert json.loads((out / "manifest.json").read_text())["complete"] is True


def test_people_and_events_are_in_the_tables(done):
    asked = "SELECT key, type, date FROM people JOIN events USING (item, record) WHERE key = 'person/орлова'"
    assert ask(done[0], asked).stdout == "key,type,date\nperson/орлова,visit,2025-03-01\n"


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    """Letters enough that a signal after the first shard comes before the last, and their archive."""
    folder, out = texts(tmp_path_factory.mktemp("in") / "письма", 60), tmp_path_factory.mktemp("out") / "out"
    annotated(folder, out)
    return folder, out


@pytest.mark.parametrize("signal_sent", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_ended_in_the_middle_is_taken_up(long, tmp_path, signal_sent):
    folder, whole = long
    command = [
        sys.executable,
        "-c",
        SMALL_SHARDS,
        "annotate",
        str(folder),
        "-o",
        str(tmp_path / "out"),
        "--workers",
        "1",
    ]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not list((tmp_path / "out" / "done").glob("*.parquet")) and run.poll() is None:
        time.sleep(0.02)
    os.kill(run.pid, signal_sent)
    _, said = run.communicate()
    assert run.returncode == (130 if signal_sent == signal.SIGINT else -signal.SIGKILL)
    assert ("the same command goes on from there" in said) == (signal_sent == signal.SIGINT)
    again = annotated(folder, tmp_path / "out")
    assert "items were finished before" in again.stderr
    assert tables(tmp_path / "out") == tables(whole)


def test_a_document_beyond_its_time_is_recorded(tmp_path):
    said = annotated(texts(tmp_path / "in", 1), tmp_path / "out", "--time-limit", "0.001")
    assert said.returncode == 1
    answer = ask(tmp_path / "out", "SELECT reason, detail FROM errors", "--format", "json")
    assert answer.stdout == '{"reason":"time-out","detail":"not done after 0.001 seconds, twice"}\n'


def test_a_model_that_is_none_ends_the_run(folder, tmp_path):
    said = annotated(folder, tmp_path / "out", "--model", "нет")
    assert (said.returncode, said.stderr.count("\n")) == (2, 1)
    assert "no model 'нет'" in said.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(("--format", "csv"), "reason,n\nbinary,1\nempty,1\n", id="csv"),
        pytest.param(("--format", "json"), '{"reason":"binary","n":1}\n{"reason":"empty","n":1}\n', id="json"),
        pytest.param((), "reason,n\nbinary,1\nempty,1\n", id="in a pipe"),
    ],
)
def test_answers(done, options, told):
    asked = "SELECT reason, count(*) AS n FROM errors GROUP BY reason ORDER BY reason"
    answer = ask(done[0], asked, *options)
    assert (answer.stdout, answer.exit_code) == (told, 0)


def test_the_name_of_a_table_is_answered_with_all_of_it(done):
    assert ask(done[0], "who_met_whom").stdout == ask(done[0], "FROM who_met_whom").stdout
    assert "no table 'persons' in an archive; it has documents" in ask(done[0], "persons").output


def test_no_cell_of_an_answer_runs_in_a_spreadsheet(done):
    assert ask(done[0], "SELECT '=1+1' AS told, -1 AS number", "--format", "csv").stdout == "told,number\n'=1+1,-1\n"


def test_an_answer_as_a_table_is_cut(done):
    answer = ask(done[0], "FROM range(300)", "--format", "table")
    assert "the first 200 rows" in answer.stdout


def test_an_answer_goes_to_a_file(done, tmp_path):
    for name in ("a.parquet", "a.csv", "a.json"):
        assert ask(done[0], "SELECT 'Орлова' AS who", "-o", tmp_path / name).exit_code == 0
    assert pq.read_table(tmp_path / "a.parquet").to_pylist() == [{"who": "Орлова"}]
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "\ufeffwho\nОрлова\n"
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == '{"who":"Орлова"}\n'


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("SELECT 1", "-o", "a.xls"), "no format has this suffix", id="suffix"),
        pytest.param(("SELECT 1", "--format", "parquet"), "parquet goes to a file", id="parquet to a pipe"),
        pytest.param(("SELECT nothing",), 'Referenced column "nothing"', id="sql"),
    ],
)
def test_what_cannot_be_answered_is_told(done, arguments, told):
    answer = ask(done[0], *arguments)
    assert answer.exit_code == 2
    assert told in answer.output


def test_an_answer_that_fails_leaves_no_file(done, tmp_path):
    assert ask(done[0], "SELECT error('нет') FROM errors", "-o", tmp_path / "a.csv").exit_code == 2
    assert list(tmp_path.iterdir()) == []
