"""What is done, written down: nothing unless asked for, on stderr with -v, in a file with --log-file."""

import logging
import re
from pathlib import Path

import pytest

from tests.floors import SOURCES
from tests.test_cli import TEXT, file, run

__all__ = ["run"]
PRINTS = re.compile(r"(?m)^\s*print\(|sys\.stderr\b|\brich\b.*Console|typer\.echo|basicConfig")
ALLOWED = ("cli", "output")
"""Floors that write to a stream: the command, and writers that are given theirs."""


def test_nothing_is_said_unless_asked(run) -> None:
    assert run("extract", file("a.txt")).stderr == ""


def test_documents_are_told(run) -> None:
    said = run("extract", file("a.txt"), "-vv").stderr
    assert re.search(r"^letopis: \d+ ms letopis extract a\.txt$", said, re.MULTILINE)
    assert re.search(r"^letopis: \d+ ms a\.txt: 1 mentions, 0 events$", said, re.MULTILINE)


def test_one_v_tells_less(run) -> None:
    assert "mentions" not in run("-v", "extract", file("a.txt")).stderr


def test_a_file_is_added_to(run) -> None:
    for _ in range(2):
        assert run("extract", file("a.txt"), "--log-file", "log.txt").stderr == ""
    lines = Path("log.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    assert all(
        re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} INFO nlp\.cli\.app: letopis extract", line) for line in lines
    )


def test_errors_stand_in_the_file_and_once_on_stderr(run) -> None:
    said = run("extract", file("a.txt"), "нет.txt", "-v", "--log-file", "log.txt").stderr
    assert said.count("нет.txt: cannot be read") == 1
    assert "WARNING nlp.cli.said: нет.txt: cannot be read" in Path("log.txt").read_text(encoding="utf-8")


def test_a_line_cannot_be_forged(run) -> None:
    run("extract", file("a.txt", TEXT), "b\n2025-01-01 ERROR x: y\x1b[31m", "--log-file", "log.txt")
    lines = Path("log.txt").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if line.startswith("2025-01-01") or "\x1b" in line]


def test_a_file_that_cannot_be_written(run) -> None:
    result = run("extract", file("a.txt"), "--log-file", "no/log.txt")
    assert (result.exit_code, result.stderr) == (
        2,
        "letopis: no/log.txt: cannot be written: No such file or directory\n",
    )


def test_the_loggers_are_left_as_they_were(run) -> None:
    log = logging.getLogger("nlp")
    before = log.level, [each for each in log.handlers if not isinstance(each, logging.NullHandler)]
    run("extract", file("a.txt"), "-vv", "--log-file", "log.txt")
    assert (log.level, [each for each in log.handlers if not isinstance(each, logging.NullHandler)]) == before


@pytest.mark.parametrize("path", [path for path in SOURCES if not {*ALLOWED} & {*path.parts}], ids=str)
def test_the_library_never_prints(path: Path) -> None:
    assert PRINTS.findall(path.read_text(encoding="utf-8")) == []
