"""Documents → what one step of training sees: a sheet, spans with their right labels, pairs with their relations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from models.recipes.mentions.corpus import Example
from models.recipes.mentions.sheets import Sheet, Words, lay
from nlp.mentions.spans.features import Forms, together
from nlp.mentions.spans.pairs import Mentions, Pairs, hung, pairs
from nlp.mentions.spans.paths import Tree
from nlp.mentions.spans.tables import Tables

NOTHING = -100
"""The target of what is not learned from: torch's own number."""


@dataclass(frozen=True)
class Batch:
    """A sheet of documents; `ends` the row after each row's sentence; `forms` the rows of distinct forms."""

    sheet: Sheet
    forms: dict[str, Tensor]
    inputs: dict[str, Tensor]
    ends: np.ndarray
    sentences: np.ndarray
    tree: Tree
    examples: list[Example]


def batch(examples: list[Example], forms: Forms) -> Batch:
    """Distinct forms are computed once; `inputs["own"]` has their numbers among these."""
    sheet = lay([Words(each.forms, each.encoders, each.hints, each.groups) for each in examples])
    distinct, own = np.unique(sheet.words.own, return_inverse=True)
    repeated, numbers = together(np.where(sheet.mask > 0, sheet.words.groups, -1 - np.arange(len(sheet.mask))))
    inputs = {"own": own.ravel(), "encoders": sheet.words.encoders, "repeated": repeated, "numbers": numbers}
    inputs |= {"hints": sheet.words.hints.astype(np.float32), "mask": sheet.mask}
    ends = np.arange(len(sheet.mask))
    for start, each in zip(sheet.starts, examples, strict=True):
        ends[start : start + len(each.ends)] = each.ends + start
    return Batch(
        sheet=sheet,
        forms={name: tensor(column[distinct]) for name, column in forms._asdict().items()},
        inputs={name: tensor(value) for name, value in inputs.items()},
        ends=ends,
        sentences=np.cumsum(np.r_[0, ends[1:] != ends[:-1]]),
        tree=_forest(sheet, examples),
        examples=examples,
    )


def _forest(sheet: Sheet, examples: list[Example]) -> Tree:
    """The documents' trees on their sheet; an empty row hangs on itself."""
    heads, arcs = np.arange(len(sheet.mask)), np.zeros(len(sheet.mask), dtype=np.int64)
    for start, each in zip(sheet.starts, examples, strict=True):
        heads[start : start + len(each.heads)] = each.heads + start
        arcs[start : start + len(each.arcs)] = each.arcs
    return Tree(heads, arcs)


def tensor(value: np.ndarray) -> Tensor:
    """Numpy's numbers as torch's; halves become floats, as at run time."""
    return torch.from_numpy(value.astype(np.float32) if value.dtype == np.float16 else value)


def edges(own: Batch) -> tuple[Tensor, Tensor]:
    """Words × 2: does a gold mention begin, end here; and the words for which that is known."""
    found = np.zeros((len(own.ends), 2), dtype=np.float32)
    known = np.zeros(len(own.ends), dtype=np.float32)
    for start, each in zip(own.sheet.starts, own.examples, strict=True):
        known[start : start + len(each.ends)] = each.corpus == "nerel"
        for first, last, _ in each.gold:
            found[start + first, 0] = found[start + last - 1, 1] = 1
    return tensor(found), tensor(known)


def gold(own: Batch, tables: Tables) -> dict[tuple[int, int], int]:
    """(First row, last row) → the label's column among the scores of the document's corpus."""
    columns = {
        "nerel": {label: place + 1 for place, label in enumerate(tables.labels)},
        "collection5": {label: place + 1 for place, label in enumerate(tables.coarse)},
    }
    return {
        (start + first, start + last - 1): columns[each.corpus][label]
        for start, each in zip(own.sheet.starts, own.examples, strict=True)
        for first, last, label in each.gold
        if last - first <= tables.width
    }


def marked(own: Batch, tables: Tables) -> tuple[Mentions, dict[tuple[int, int], int]]:
    """NEREL's gold mentions of the sheet, and (source, target) → the relation's column."""
    numbers = {label: place for place, label in enumerate(tables.labels)}
    columns = {label: place + 1 for place, label in enumerate(tables.relations)}
    rows: list[tuple[int, int, int]] = []
    ties: dict[tuple[int, int], int] = {}
    for start, each in zip(own.sheet.starts, own.examples, strict=True):
        if each.corpus == "nerel":
            ties |= {(len(rows) + tie.source, len(rows) + tie.target): columns[tie.label] for tie in each.ties}
            rows += [(start + first, start + last - 1, numbers[label]) for first, last, label in each.gold]
    first, last, labels = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return hung(own.tree, first, last, labels), ties


def paired(own: Batch, mentions: Mentions, likely: np.ndarray, names: Sequence[str]) -> Pairs:
    """Pairs within one document: documents of a sheet stand farther apart than any pair may."""
    words = [""] * len(own.ends)
    for start, each in zip(own.sheet.starts, own.examples, strict=True):
        words[start : start + len(each.ends)] = [names[form] for form in each.forms.tolist()]
    found = pairs(mentions, likely, own.sentences, own.sheet.words.groups, words, own.tree)
    document = np.searchsorted(np.array(own.sheet.starts), mentions.first, side="right")
    together = document[found.sources] == document[found.targets]
    return found.where(together)


def as_inputs(found: Any) -> dict[str, Tensor]:
    """The fields of a named tuple as tensors."""
    return {name: tensor(value) for name, value in found._asdict().items()}
