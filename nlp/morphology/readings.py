"""Which dictionary reading of a word agrees with its tag: «стали» as a verb is стать, as a noun сталь."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from nlp.knowledge.dictionary import Reading, Tag, parse
from nlp.knowledge.reader import read_table, resource

PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Init"})
WRONG_PART = -4.0
"""Heavier than any one feature, lighter than several: the networks err on parts of speech too."""


class FeatureRow(msgspec.Struct, frozen=True):
    """A grammeme, what it is in Universal Dependencies, and how much an agreement counts."""

    grammeme: str
    feature: str
    value: str
    weight: float


class PartRow(msgspec.Struct, frozen=True):
    """A part of speech and its nearest counterparts."""

    part: str
    grammemes: tuple[str, ...]


class FullRow(msgspec.Struct, frozen=True):
    """A grammeme and the part of speech that it is."""

    grammeme: str
    part: str


@dataclass(frozen=True, slots=True)
class Tables:
    """`features`: grammeme → rows; `parts`: part of speech → grammemes, the nearest first; `full`: the way back."""

    features: dict[str, tuple[FeatureRow, ...]]
    parts: dict[str, tuple[str, ...]]
    full: dict[str, str]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Read from `knowledge/morphology`."""
    rows = read_table(resource("morphology/features.tsv"), FeatureRow)
    features = {row.grammeme: tuple(each for each in rows if each.grammeme == row.grammeme) for row in rows}
    parts = read_table(resource("morphology/parts.tsv"), PartRow)
    full = read_table(resource("morphology/full.tsv"), FullRow)
    return Tables(features, {row.part: row.grammemes for row in parts}, {row.grammeme: row.part for row in full})


@lru_cache(maxsize=1 << 11)
def split(features: str) -> Mapping[str, str]:
    """«Case=Gen|Number=Sing» as a mapping: there are some hundred such strings."""
    return dict(feature.split("=", 1) for feature in features.split("|") if "=" in feature)


def best(word: str, part: str, features: str) -> Reading | None:
    """The reading that agrees best, `None` when the dictionary makes nothing of the word.

    What the tag leaves open is decided by how frequent a reading is.
    """
    readings = parse(word)
    if len(readings) == 1:
        return readings[0]
    ranked = [(agreement(reading, part, features), -index) for index, reading in enumerate(readings)]
    return readings[-max(ranked)[1]] if ranked else None


def agreement(reading: Reading, part: str, features: str) -> float:
    """How well a reading fits a tag, «NOUN», «Case=Gen|Number=Sing»: higher is better, comparable within one word."""
    known = 0.3 if reading.is_known else 0.0
    return _fit(reading.tag, part, features) + float(reading.score) + known


@lru_cache(maxsize=1 << 14)
def _fit(tag: Tag, part: str, features: str) -> float:
    """What does not depend on the word: there are some hundred tags of either kind."""
    found = split(features)
    agrees = sum(_weigh(row, found) for name in tag.grammemes for row in tables().features.get(name, ()))
    return _part(tag, part) + agrees + _proper(tag, part)


def _weigh(row: FeatureRow, features: Mapping[str, str]) -> float:
    found = features.get(row.feature)
    if found is None:
        return 0.0
    return row.weight if found == row.value else -row.weight


def _part(tag: Tag, part: str) -> float:
    nearest = tables().parts.get(part)
    if nearest is None:
        return 0.0
    own = tag.POS
    return 1.0 - 0.5 * nearest.index(own) if own in nearest else WRONG_PART


def _proper(tag: Tag, part: str) -> float:
    if PROPER.isdisjoint(tag.grammemes):
        return 0.0
    return 0.6 if part == "PROPN" else -0.3
