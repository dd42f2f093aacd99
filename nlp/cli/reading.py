"""How texts are read by the commands that end in records: `extract`, `export`, `report`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlp.errors import InputError
    from nlp.schema import Record


@dataclass(frozen=True)
class Reading:
    """What the options say of texts that are still to be read, and of the model that reads them."""

    published: str | None
    encoding: str | None
    frames: Path | None
    model: str | None

    def records(self, places: Sequence[str]) -> Iterator[Record | InputError]:
        """Annotate the texts at some places; the model is loaded when the first record is asked for."""
        from nlp.archive.documents import documents
        from nlp.archive.source import WalkOptions
        from nlp.pipeline import MODEL, load, records

        options = WalkOptions(self.encoding, self.published, languages=None)
        yield from records(load(model=self.model or MODEL, frames=self.frames), documents(places, options))


def surer(records: Iterable[Record], min_score: float) -> Iterator[Record]:
    """The same records without events below `--min-score`."""
    from nlp.tables.surer import surer as without

    return (without(record, min_score) for record in records) if min_score > 0 else iter(records)
