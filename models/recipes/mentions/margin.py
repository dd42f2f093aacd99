"""Between export and evaluation: by how much a label must beat «no mention», chosen on the held-out slice.

A span is scored with all that were proposed beside it, most of them wrong; those that barely win are wrong more often
than right, although each probability taken alone is fair.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from models.recipes.mentions.corpus import Example, Gold
from models.recipes.mentions.evaluate import context_of
from nlp.evaluation.scores import Score
from nlp.mentions.spans.decode import Floats, Integers, decode
from nlp.mentions.spans.features import Forms
from nlp.mentions.spans.tables import Tables
from nlp.mentions.spans.tagger import Tagger

STEPS = tuple(round(0.05 * step, 2) for step in range(21))
"""Margins tried, 0 to 1: natural logarithms of the odds against «no mention»."""
AS_GOOD = 0.001
"""The slice is small: of margins that differ in F1 by no more the smallest is taken, which loses fewest mentions."""


class _Scored(NamedTuple):
    """A document of the slice: its spans with their scores, its marks, and how many marks are no run of words."""

    first: Integers
    last: Integers
    scores: Floats
    gold: frozenset[Gold]
    missed: int


def margin(tagger: Tagger, tables: Tables, names: Sequence[str], forms: Forms, examples: Iterable[Example]) -> float:
    """The smallest of `STEPS` whose micro F1 is as good as the best; `tables` have their temperature already."""
    found = [_scored(tagger, names, forms, each) for each in examples]
    f1 = {step: _score(msgspec.structs.replace(tables, margin=step), found).f1 for step in STEPS}
    return min(step for step in STEPS if f1[step] >= max(f1.values()) - AS_GOOD)


def _scored(tagger: Tagger, names: Sequence[str], forms: Forms, example: Example) -> _Scored:
    words, context = context_of(example, names, forms)
    rows, edges = tagger.rows(words, context, example.hints, example.groups)
    first, last, scores = tagger.scores(rows, edges, example.ends)
    fine = scores[:, : len(tagger.tables.labels) + 1]
    return _Scored(first, last, fine, frozenset(Gold(*mark) for mark in example.gold), example.missed)


def _score(tables: Tables, found: Iterable[_Scored]) -> Score:
    """Strict spans and labels."""
    right = proposed = gold = 0
    for each in found:
        decoded = decode(tables, each.first, each.last, each.scores)
        marks = {Gold(one.start, one.end, one.label) for one in decoded if one.clear}
        right, proposed = right + len(marks & each.gold), proposed + len(marks)
        gold += len(each.gold) + each.missed
    return Score(right, proposed, gold)
