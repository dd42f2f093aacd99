"""`letopis export`: every format out of records, texts and archives; what cannot be done is one line."""

import json

import pytest
from typer.testing import CliRunner

from nlp.cli import app
from nlp.output.exports import formats
from nlp.output.exports.formats import FORMATS
from tests.archive.archives import asked, run, texts
from tests.output.sample import EMPTY, RECORD


def export(*arguments):
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text(f"{RECORD.to_json()}\n{EMPTY.to_json()}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_and_told_of(lines, tmp_path, name):
    target = tmp_path / f"out{FORMATS[name].suffix or ''}"
    result = export(lines, "--to", name, "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines()[0] == f"letopis: {target}: 2 documents"
    assert target.stat().st_size > 0


def test_an_archive(tmp_path):
    run(asked(texts(tmp_path / "in")), tmp_path / "archive")
    result = export(tmp_path / "archive", "--to", "jsonl", "-o", tmp_path / "a.jsonl")
    assert "a.jsonl: 12 documents" in result.stderr
    found = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {each["people"][0]["positions"][0]["title"] for each in found} == {"министр"}


def test_a_text_is_annotated_on_the_way(tmp_path):
    path = tmp_path / "а.txt"
    path.write_text("Анна Орлова посетила Казань 3 марта 2025 года.", encoding="utf-8")
    assert export(path, tmp_path / "нет.txt", "--to", "plover", "-o", tmp_path / "a.jsonl").exit_code == 2
    (event,) = map(json.loads, (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines())
    assert (event["event_type"], event["date"], event["actor"][0]["identifier_text"]) == (
        "CONSULT",
        "2025-03-03",
        "Анна Орлова",
    )


def test_less_certain_events_are_left_out(lines, tmp_path):
    export(lines, "--to", "jsonl", "-o", tmp_path / "a.jsonl", "--min-score", "0.92")
    first = json.loads((tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert [each["id"] for each in first["events"]] == ["e3"]


def test_a_broken_line_is_told_and_the_others_are_written(lines, tmp_path):
    with lines.open("a", encoding="utf-8") as stream:
        stream.write("{\n")
    result = export(lines, "--to", "csv", "-o", tmp_path / "a.csv")
    assert result.exit_code == 2
    assert "records.jsonl:3: not a letopis/1 record" in result.stderr
    assert "1 of 3 documents failed" in result.stderr


@pytest.mark.parametrize(("name", "package"), [("xlsx", "xlsxwriter"), ("graphml", "networkx")])
def test_a_missing_package_names_the_extra(lines, tmp_path, monkeypatch, name, package):
    monkeypatch.setattr(formats, "find_spec", lambda wanted: None if wanted == package else object())
    result = export(lines, "--to", name, "-o", tmp_path / "a")
    assert result.exit_code == 2
    assert result.stderr == f"letopis: {name} needs {package}, not installed here: pip install 'letopis[export]'\n"


def test_a_place_that_cannot_be_written(lines, tmp_path):
    result = export(lines, "--to", "jsonl", "-o", lines / "a.jsonl")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "cannot be written" in result.stderr


def test_a_folder_that_is_taken(lines, tmp_path):
    result = export(lines, "--to", "brat", "-o", tmp_path)
    assert result.exit_code == 2
    assert "not an empty folder" in result.stderr
    assert list(tmp_path.iterdir()) == [lines]


def test_a_format_that_is_none(lines, tmp_path):
    result = export(lines, "--to", "docx", "-o", tmp_path / "a")
    assert result.exit_code == 2
    assert "label-studio" in result.output
