"""spaCy's DocBin: words, sentences, `doc.ents` (PER, LOC, ORG), `doc.spans["mentions"]` (all labels, nested).

`docs.spacy` is one file and is held in memory until it is written; any other target is a folder of files with a
thousand documents each, as `spacy train --paths.train` reads them. `doc._.record` is there after `import nlp.document`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from spacy.tokens import Doc, DocBin

from nlp import document
from nlp.output.exports.tokens import docs
from nlp.output.whole import whole, whole_folder
from nlp.schema import Record

SUFFIX = ".spacy"
TOGETHER = 1000


def write(records: Iterable[Record], target: Path) -> list[str]:
    """Write a file or a folder; nothing is lost."""
    made = _made(records)
    if target.suffix == SUFFIX:
        with whole(target) as path:
            path.write_bytes(_binary(made))
        return []
    with whole_folder(target) as folder:
        for number, part in enumerate(_parts(made), 1):
            (folder / f"{number:05}{SUFFIX}").write_bytes(_binary(part))
    return []


def _made(records: Iterable[Record]) -> Iterator[Doc]:
    for record, doc in docs(records):
        document.set_record(doc, record)
        yield doc


def _parts(made: Iterator[Doc]) -> Iterator[list[Doc]]:
    while part := list(islice(made, TOGETHER)):
        yield part


def _binary(found: Iterable[Doc]) -> bytes:
    return DocBin(store_user_data=True, docs=found).to_bytes()
