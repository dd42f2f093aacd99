"""One model at work: items in, blocks of rows out."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language

from nlp.archive.blocks import Block, Rows
from nlp.archive.read import read
from nlp.archive.source import Document, Failure, Item, Reason, WalkOptions
from nlp.archive.vocabulary import Vocabulary
from nlp.archive.work import Batch, Begun, Unit
from nlp.errors import InputError
from nlp.pipeline import records


class Annotator:
    """What runs in every worker; each document is annotated by itself, so that its neighbours never matter."""

    def __init__(self, pipeline: Language, options: WalkOptions) -> None:
        self.pipeline = pipeline
        self.options = options
        self.words = Vocabulary(pipeline)

    def work(self, batch: Batch) -> Iterator[Begun | Block]:
        """Say which unit comes next before each, and give the rows of all at the end."""
        rows = Rows()
        for index, unit in enumerate(batch):
            yield Begun(index)
            self._unit(rows, unit)
            rows.close(unit.key)
        yield rows.block()

    def _unit(self, rows: Rows, unit: Unit) -> None:
        if isinstance(unit.what, Failure):
            rows.fail(unit.key, unit.what)
            return
        try:
            for found in read(unit.what, self.options):
                self._found(rows, unit, found)
        except MemoryError:
            raise  # what is left of the process is not to be trusted
        except Exception as error:  # noqa: BLE001  a reader that breaks its promise must not stop a batch
            rows.fail(unit.key, _failure(unit.what, error))

    def _found(self, rows: Rows, unit: Unit, found: Document | Failure) -> None:
        if isinstance(found, Failure):
            rows.fail(unit.key, found)
            return
        record = next(records(self.pipeline, [found], self.words.rest))
        self.words.rest()
        if isinstance(record, InputError):
            if isinstance(record.__cause__, MemoryError):
                raise record.__cause__
            rows.fail(unit.key, Failure(found.path, Reason.NOT_ANNOTATED, record.reason, found.size, found.sha256))
        else:
            rows.add(unit.key, found, record)


def _failure(item: Item, error: Exception) -> Failure:
    return Failure(item.path, Reason.NOT_ANNOTATED, f"{type(error).__name__}: {error}", item.size)
