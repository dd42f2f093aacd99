"""The formats by name: their writer, what they need beside letopis, and what a target is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from nlp.errors import OutputError
from nlp.schema import Record

Write = Callable[[Iterable[Record], Path], list[str]]
COMMAND = "pip install 'letopis[export]'"


class Format(NamedTuple):
    """One way out: a module beside this one, and the suffix of its file, `None` where it fills a folder."""

    module: str
    suffix: str | None
    needs: str | None = None


FORMATS = {
    "brat": Format("brat", None),
    "conll": Format("conll", ".conll"),
    "csv": Format("tables", ".csv"),
    "docbin": Format("docbin", ".spacy"),
    "ftm": Format("followthemoney", ".ftm.json"),
    "graphml": Format("graphml", ".graphml", "networkx"),
    "jsonl": Format("jsonl", ".jsonl"),
    "jsonld": Format("jsonld", ".jsonld"),
    "label-studio": Format("label_studio", ".json"),
    "plover": Format("plover", ".jsonl"),
    "xlsx": Format("xlsx", ".xlsx", "xlsxwriter"),
}


def writer(name: str) -> Write:
    """The writer of a format; raises `OutputError` that names the extra where its package is missing."""
    form = FORMATS[name]
    if form.needs and find_spec(form.needs) is None:
        raise OutputError(f"{name} needs {form.needs}, not installed here: {COMMAND}")
    write: Write = import_module(f"nlp.output.exports.{form.module}").write
    return write
