"""`letopis evaluate TASK`: every task is a command with an example; what is skipped is told and the exit code is 2."""

import json

import pytest
from typer.testing import CliRunner

import nlp.pipeline
from nlp.cli import app

TASKS = [
    *("brat", "conll", "dates", "events", "factrueval", "label-studio"),
    *("nerel", "nerel-events", "rucoco", "runormas", "slavicner"),
]


@pytest.fixture
def run(monkeypatch, small):
    monkeypatch.setattr(nlp.pipeline, "load", lambda **_: small)
    return lambda *arguments: CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


@pytest.mark.parametrize("task", TASKS)
def test_every_task_is_a_command_with_an_example(run, task):
    result = run(task, "--help")
    assert result.exit_code == 0
    assert f"    letopis evaluate {task} " in result.stdout


def test_there_are_no_others(run):
    listed = run("--help").stdout.split("Commands:")[1].split("\n")
    assert sorted(line.split()[0] for line in listed if line[:2] == "  " and line[2:3].strip()) == TASKS


def put(folder, **files):
    folder.mkdir()
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def test_scores_are_printed_and_kept(run, tmp_path):
    data = put(tmp_path / "data", a_txt="Орлова", a_ann="T1\tPERSON 0 6\tОрлова")
    result = run("brat", data, "--out", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "brat: 1 documents, 1 scored" in result.stdout
    assert json.loads((tmp_path / "out" / "metrics.json").read_text(encoding="utf-8"))["mentions"]["all"]["f1"] == 1


def test_what_is_skipped_is_told(run, tmp_path):
    data = put(tmp_path / "data", a_txt="Орлова", a_ann="T1\tPERSON 0 6\tОрлова", b_txt="Орлова", b_ann="T1\tx")
    result = run("brat", data, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "brat: 1 documents, 1 scored" in result.stdout
    (line,) = result.stderr.splitlines()
    assert line.startswith("letopis: ")
    assert "b.ann:1: " in line


@pytest.mark.parametrize("task", ["brat", "factrueval", "nerel", "rucoco", "runormas", "slavicner", "conll"])
def test_an_empty_folder_is_one_line(run, tmp_path, task):
    result = run(task, put(tmp_path / "data"), "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "holds no" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_output_that_cannot_be_written_is_one_line(run, tmp_path):
    data = put(tmp_path / "data", a_txt="Орлова")
    result = run("brat", data, "--out", data / "a.txt" / "out")
    assert result.exit_code == 2
    assert "Not a directory" in result.stderr
