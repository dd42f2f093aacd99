"""What the numbers in the features and the scores of the span model stand for; stored beside its weights."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from nlp.errors import ModelError

Kind = TypeVar("Kind", bound="Tables")


class Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Place in a tuple ↔ meaning: `labels[0]` is what score 1 means, score 0 being «no mention».

    `coarse` are Collection5's labels, `relations` NEREL's; `arcs` the relations of a sentence's tree; `likely` which
    pairs of mentions to look at (see `nlp.mentions.spans.pairs`).
    `width` counts the words of the longest span; `temperature` divides scores so that they are probabilities;
    `margin` is by how much (natural logarithm of the odds) a clear mention beats «no mention».
    """

    labels: tuple[str, ...]
    coarse: tuple[str, ...]
    relations: tuple[str, ...]
    letters: str
    shapes: tuple[str, ...]
    readings: tuple[str, ...]
    arcs: tuple[str, ...] = ()
    likely: tuple[tuple[tuple[int, ...], ...], ...] = ()
    width: int = 24
    temperature: float = 1.0
    margin: float = 0.0

    def letter_ids(self) -> Mapping[str, int]:
        """0 is no letter, 1 any letter not listed."""
        return {letter: place + 2 for place, letter in enumerate(self.letters)}

    def shape_ids(self) -> Mapping[str, int]:
        """Slovnet's class of letters and case → its number."""
        return {shape: place for place, shape in enumerate(self.shapes)}

    def reading_ids(self) -> Mapping[str, int]:
        """«NOUN|gent|sing» → its column; the marks of proper names follow these."""
        return {reading: place for place, reading in enumerate(self.readings)}

    def arc_ids(self) -> Mapping[str, int]:
        """0 is a relation not listed."""
        return {arc: place + 1 for place, arc in enumerate(self.arcs)}


def dumps(tables: Tables) -> bytes:
    """JSON with an indent, so that versions can be compared."""
    return msgspec.json.format(msgspec.json.encode(tables), indent=1)


def loads(data: bytes) -> Tables:
    """Raises `ModelError` on anything else."""
    return read(data, Tables)


def read(data: bytes, kind: type[Kind]) -> Kind:
    """Tables that say more than these, in the same way."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError as error:
        raise ModelError(f"the tables of the span model are damaged: {error}") from error
