"""A part of a corpus as arrays on disk: its words, its gold spans and relations; and the table of all word forms."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from nlp.mentions.spans.features import Forms


class Gold(NamedTuple):
    """Words `start` to `end` (not included) of a document are annotated with `label`."""

    start: int
    end: int
    label: str


class Tie(NamedTuple):
    """The gold span number `source` stands in the relation `label` to number `target`."""

    source: int
    target: int
    label: str


class Example(NamedTuple):
    """One document, a row a word.

    `forms` are rows of the table of forms; `encoders` 192 numbers; `hints` what the rules propose; `groups` as in
    `nlp.mentions.spans.features`; `ends` the place where the word's sentence ends; `heads` and `arcs` its tree, as in
    `nlp.mentions.spans.paths`. `missed` counts marks, `untied` relations that no run of whole words of one sentence
    holds: nothing can find them. `corpus` names the labels' inventory.
    """

    name: str
    corpus: str
    forms: np.ndarray
    encoders: np.ndarray
    hints: np.ndarray
    groups: np.ndarray
    ends: np.ndarray
    heads: np.ndarray
    arcs: np.ndarray
    gold: tuple[Gold, ...] = ()
    ties: tuple[Tie, ...] = ()
    missed: int = 0
    untied: int = 0


ARRAYS = ("forms", "encoders", "hints", "groups", "ends", "heads", "arcs")


class _Head(msgspec.Struct):
    name: str
    corpus: str
    words: int
    gold: list[Gold]
    ties: list[Tie]
    missed: int
    untied: int


def write(path: Path, examples: Sequence[Example]) -> None:
    """One `.npz` of arrays and a `.json` of the rest beside it."""
    arrays = {name: np.concatenate([getattr(each, name) for each in examples]) for name in ARRAYS}
    np.savez(path.with_suffix(".npz"), **arrays)
    heads = [
        _Head(each.name, each.corpus, len(each.ends), list(each.gold), list(each.ties), each.missed, each.untied)
        for each in examples
    ]
    path.with_suffix(".json").write_bytes(msgspec.json.encode(heads))


def read(path: Path) -> list[Example]:
    """The inverse of `write`."""
    heads = msgspec.json.decode(path.with_suffix(".json").read_bytes(), type=list[_Head])
    with np.load(path.with_suffix(".npz")) as stored:
        arrays = {name: stored[name] for name in ARRAYS}
    bounds = np.cumsum([0, *(head.words for head in heads)]).tolist()
    return [
        _example(head, {name: column[start : start + head.words] for name, column in arrays.items()})
        for head, start in zip(heads, bounds[:-1], strict=True)
    ]


def _example(head: _Head, arrays: dict[str, np.ndarray]) -> Example:
    return Example(
        name=head.name,
        corpus=head.corpus,
        gold=tuple(head.gold),
        ties=tuple(head.ties),
        missed=head.missed,
        untied=head.untied,
        **arrays,
    )


def write_forms(path: Path, names: Sequence[str], forms: Forms) -> None:
    """All forms of all parts, and their spellings beside them."""
    np.savez(path.with_suffix(".npz"), **forms._asdict())
    path.with_suffix(".json").write_bytes(msgspec.json.encode(list(names)))


def read_forms(path: Path) -> tuple[list[str], Forms]:
    """The inverse of `write_forms`."""
    names = msgspec.json.decode(path.with_suffix(".json").read_bytes(), type=list[str])
    with np.load(path.with_suffix(".npz")) as stored:
        return names, Forms(**{name: stored[name] for name in Forms._fields})
