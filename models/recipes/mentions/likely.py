"""Which pairs of mentions are worth a look: by labels, distance, and whether they are alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from models.recipes.mentions.batches import batch, marked, paired
from models.recipes.mentions.corpus import Example
from nlp.mentions.spans.features import Forms
from nlp.mentions.spans.pairs import DISTANCES
from nlp.mentions.spans.tables import Tables

RARE = 0.005
"""The share of related pairs in a class below which the class is not looked at."""


def likely(tables: Tables, names: Sequence[str], forms: Forms, examples: Iterable[Example]) -> np.ndarray:
    """2 × labels × labels: not alike, alike; a bit for each class of distance."""
    labels = len(tables.labels)
    everything = np.full((2, labels, labels), (1 << DISTANCES) - 1, dtype=np.int64)
    seen = np.zeros((2, labels, labels, DISTANCES))
    related = np.zeros_like(seen)
    for each in examples:
        own = batch([each], forms)
        mentions, ties = marked(own, tables)
        found = paired(own, mentions, everything, names)
        alike = ((found.signs[:, 5] > 0) | (found.signs[:, 7] > 0) | (found.signs[:, 8] > 0)).astype(np.int64)
        cells = alike, mentions.labels[found.sources], mentions.labels[found.targets], found.distances
        joined = [pair in ties for pair in zip(found.sources.tolist(), found.targets.tolist(), strict=True)]
        np.add.at(seen, cells, 1)
        np.add.at(related, tuple(column[joined] for column in cells), 1)
    worth = related / np.maximum(seen, 1) > RARE
    bits: np.ndarray = (worth * (1 << np.arange(DISTANCES))).sum(axis=-1)
    return bits
