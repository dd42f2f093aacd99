"""`letopis frames`: what it says of frames and tables that are right, and of those that are not."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

import nlp.pipeline
from nlp.cli import app

FRAME = """
type = "tasting"
title = "Дегустация"
example = "Орлова попробовала сыр."
[roles.taster]
slots = ["subject"]
labels = ["PERSON"]
[[sense]]
name = "tasted"
verbs = ["попробовать"]
required = ["taster"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tasting.toml").write_text(FRAME, encoding="utf-8")
    return tmp_path


def run(*arguments: object):
    return CliRunner().invoke(app, ["frames", *map(str, arguments)])


def test_a_right_frame_is_told(folder: Path) -> None:
    result = run("check", folder)
    assert (result.exit_code, result.output) == (0, "tasting.toml: 1 senses, 1 trigger words, roles taster\n")


def test_every_wrong_frame_is_told_with_its_line(folder: Path) -> None:
    (folder / "smelling.toml").write_text(FRAME.replace("tasting", "smelling").replace('["subject"]', '["на+Abl"]'))
    (folder / "visit.toml").write_text(FRAME.replace("tasting", "visit"))
    result = run("check", folder)
    assert result.exit_code == 2
    assert "smelling.toml:6: sense tasted: unknown slot на+Abl; allowed: subject" in result.output
    assert "visit.toml: 1 senses, 1 trigger words, roles taster; takes the place of the shipped frame" in result.output


def table(folder: Path, line: str) -> Path:
    path = folder / "tasting.txt"
    path.write_text(f"# таблица\n{line}\n", encoding="utf-8")
    return path


@pytest.fixture
def tasting(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    loaded = nlp.pipeline.load(frames=folder)
    monkeypatch.setattr(nlp.pipeline, "load", lambda **_: loaded)
    return folder


def test_a_table_agrees(tasting: Path) -> None:
    result = run("test", table(tasting, "[Анна Орлова](taster) [попробовала](!) сыр."), "--frames", tasting)
    assert (result.exit_code, result.output) == (0, "tasting.txt: 1 of 1 sentences agree\n")


def test_a_difference_shows_both_readings(tasting: Path) -> None:
    result = run("test", table(tasting, "Анна Орлова [попробовала](! planned) сыр."), "--frames", tasting)
    assert result.exit_code == 2
    assert "tasting.txt:2\n" in result.output
    assert "expected  Анна Орлова [попробовала](! planned) сыр." in result.output
    assert "found     [Анна Орлова](taster Анна Орлова) [попробовала](! actual) сыр." in result.output


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param("[Орлова](eater) [попробовала](!) сыр.", "is called eater; allowed: !, taster, date", id="role"),
        pytest.param("[Орлова](taster попробовала(!) сыр.", "tasting.txt:2", id="mark"),
    ],
)
def test_a_wrong_table_is_told(tasting: Path, line: str, says: str) -> None:
    result = run("test", table(tasting, line), "--frames", tasting)
    assert result.exit_code == 2
    assert says in result.output


def test_a_table_without_a_frame(folder: Path) -> None:
    path = folder / "smelling.txt"
    path.write_text("Орлова понюхала сыр.", encoding="utf-8")
    result = run("test", path)
    assert result.exit_code == 2
    assert "no frame is called smelling; the frames are agreement," in result.output
