"""Where the output goes: a terminal, a pipe, or a file that is written whole or not at all."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TextIO

import typer

from nlp.cli.console import complain
from nlp.cli.language import say
from nlp.cli.suffixes import by_suffix
from nlp.output.whole import whole_text


class Format(StrEnum):
    """What `--format` takes."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


SUFFIXES = {".txt": Format.text, ".json": Format.json, ".jsonl": Format.jsonl, ".csv": Format.csv}
ENCODINGS = {Format.csv: "utf-8-sig"}
"""Files that are not plain UTF-8: without the mark at the start of a CSV file, Excel garbles Cyrillic."""


def chosen(asked: Format | None, output: Path | None) -> Format:
    """The format that was asked for, else the one that the file's suffix or the kind of stdout calls for."""
    if asked is not None:
        return asked
    if output is None:
        return Format.text if sys.stdout.isatty() else Format.jsonl
    return by_suffix(output, SUFFIXES)


@contextmanager
def opened(output: Path | None, kind: Format) -> Iterator[TextIO]:
    """A stream to write to; a file appears under its name when everything has been written, and not before."""
    if output is None:
        yield _stdout()
        return
    try:
        with whole_text(output, ENCODINGS.get(kind, "utf-8")) as stream:
            yield stream
    except OSError as error:
        complain(say("{output}: cannot be written: {why}", output=output, why=error.strerror or error))
        raise typer.Exit(2) from error


def _stdout() -> TextIO:
    """Standard output, in UTF-8 wherever it is not a terminal."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", newline="", errors="backslashreplace")
    return sys.stdout
