"""Documents with their answers, and the walk through the pipeline: what is broken is told and left out.

answers, skipped = collect(paths, read)      every path read, errors kept as lines
for document, record in annotate(pipeline, answers, skipped): …
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from nlp.errors import InputError
from nlp.pipeline import as_doc, records
from nlp.schema import Record
from nlp.text.source import SourceText

Answer = TypeVar("Answer")
Source = TypeVar("Source")
Result = TypeVar("Result")


class Document(NamedTuple, Generic[Answer]):
    """A text and its annotation; `name` is its path below the corpus, `answer` `None` when the corpus has none."""

    name: str
    text: str
    answer: Answer | None


def files(folder: Path, pattern: str) -> list[Path]:
    """The files of a corpus, in subfolders too, in the order of their names; raises `InputError` when there is none."""
    found = sorted(path for path in folder.rglob(pattern) if path.is_file())
    if not found:
        raise InputError(folder, f"holds no {pattern} files")
    return found


def read_text(path: Path) -> str:
    """The text as it stands, line ends kept, since offsets count them; a byte order mark is no part of it."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(path, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise InputError(path, f"not UTF-8 at byte {error.start}") from error


def collect(sources: Iterable[Source], read: Callable[[Source], Result]) -> tuple[list[Result], list[str]]:
    """What could be read, and one line for each of what could not."""
    good, skipped = [], []
    for source in sources:
        try:
            good.append(read(source))
        except InputError as error:
            skipped.append(str(error))
    return good, skipped


def annotate(
    pipeline: Language, documents: Iterable[Document[Answer]], skipped: list[str]
) -> Iterator[tuple[Document[Answer], Record]]:
    """Each document with its record; one that cannot be annotated is added to `skipped`."""
    kept = list(documents)
    sources = (SourceText(text=each.text, source=each.name) for each in kept)
    for document, result in zip(kept, records(pipeline, sources), strict=True):
        if isinstance(result, InputError):
            skipped.append(str(result))
        else:
            yield document, result


def docs(
    pipeline: Language, documents: Iterable[Document[Answer]], skipped: list[str]
) -> Iterator[tuple[Document[Answer], Doc]]:
    """The same with the `Doc`, for tasks that ask for more than a record holds."""
    for document in documents:
        read, wrong = collect([document], partial(_doc, pipeline))
        skipped += wrong
        for doc in read:
            yield document, doc


def _doc(pipeline: Language, document: Document[Answer]) -> Doc:
    try:
        return pipeline(as_doc(pipeline, SourceText(text=document.text, source=document.name)))
    except Exception as error:  # whatever a document can provoke: it is named, the others go on
        raise InputError(document.name, f"cannot be annotated: {type(error).__name__}: {error}") from error


def write(path: Path, lines: Iterable[str]) -> None:
    """One file of predictions, its folders made; an empty one for no lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
