"""A part of the corpus as arrays on disk: the features of every document end to end, and its gold spans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from nlp.mentions.spans.features import Features


class Gold(NamedTuple):
    """Words `start` to `end` (not included) of a document are annotated with `label`."""

    start: int
    end: int
    label: str


class Example(NamedTuple):
    """One document; `ends` has for each word the place where its sentence ends.

    `missed` counts marks that are no run of whole words of one sentence: nothing can find them.
    """

    name: str
    features: Features
    ends: np.ndarray
    gold: tuple[Gold, ...]
    missed: int


class _Head(msgspec.Struct):
    name: str
    words: int
    gold: list[Gold]
    missed: int


def write(path: Path, examples: Sequence[Example]) -> None:
    """One `.npz` of arrays and a `.json` of the rest beside it."""
    columns = {name: [getattr(each.features, name) for each in examples] for name in Features._fields}
    arrays = {name: np.concatenate(column) for name, column in columns.items()}
    np.savez(path.with_suffix(".npz"), ends=np.concatenate([each.ends for each in examples]), **arrays)
    heads = [_Head(each.name, len(each.ends), list(each.gold), each.missed) for each in examples]
    path.with_suffix(".json").write_bytes(msgspec.json.encode(heads))


def read(path: Path) -> list[Example]:
    """The inverse of `write`."""
    heads = msgspec.json.decode(path.with_suffix(".json").read_bytes(), type=list[_Head])
    with np.load(path.with_suffix(".npz")) as stored:
        arrays = {name: stored[name] for name in stored.files}
    bounds = np.cumsum([0, *(head.words for head in heads)]).tolist()
    return [
        _example(head, {name: column[start : start + head.words] for name, column in arrays.items()})
        for head, start in zip(heads, bounds[:-1], strict=True)
    ]


def _example(head: _Head, arrays: dict[str, np.ndarray]) -> Example:
    ends = arrays.pop("ends")
    return Example(head.name, Features(**arrays), ends, tuple(head.gold), head.missed)
