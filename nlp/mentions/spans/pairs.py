"""Which mentions may stand in a relation, and what is seen of a pair besides the rows of both.

Training and running choose pairs with this code alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlp.mentions.spans.paths import Tree, paths, tops

Integers = NDArray[np.int64]
Truths = NDArray[np.bool_]
FARTHEST = 120
"""Words between the two mentions of a pair, at most."""
_EDGES = (1, 2, 3, 4, 6, 9, 14, 22, 40, 80)
DISTANCES = 2 * (len(_EDGES) + 1)
"""Classes of distance: eleven each for a source before its target and after it."""
SIGNS = 13


class Mentions(NamedTuple):
    """Mentions by the rows of their first, last and head words, their labels' numbers, and their heads' arcs."""

    first: Integers
    last: Integers
    labels: Integers
    heads: Integers
    arcs: Integers


class Pairs(NamedTuple):
    """A row a pair: the numbers of its mentions, the rows between them (first, last), class of distance, 0/1 signs.

    The rest are the fields of `nlp.mentions.spans.paths.Paths`.
    """

    sources: Integers
    targets: Integers
    gaps: Integers
    distances: Integers
    signs: NDArray[np.float32]
    steps: Integers
    ups: Integers
    downs: Integers
    tops: Integers

    def part(self, start: int, end: int) -> Pairs:
        """The pairs from `start` to `end`, not included."""
        return self.where(slice(start, end))

    def where(self, chosen: slice | Truths) -> Pairs:
        """The chosen pairs."""
        return Pairs._make(column[chosen] for column in self)


def hung(tree: Tree, first: Integers, last: Integers, labels: Integers) -> Mentions:
    """Mentions with their heads."""
    heads = tops(tree, first, last)
    return Mentions(first, last, labels, heads, tree.arcs[heads])


def pairs(  # noqa: PLR0913  what is known of the rows, each of its own kind
    mentions: Mentions, likely: Integers, sentences: Integers, groups: Integers, forms: Sequence[str], tree: Tree
) -> Pairs:
    """Pairs of mentions that a relation joins often enough.

    `likely` is 2 × labels × labels: a bit for each class of distance, first for pairs that are not alike, then for
    those that are; `sentences` and `groups` have a number a row; `forms` are the words of the rows.
    """
    first, last, labels, heads, _ = mentions
    gap = np.maximum(first[:, None], first[None, :]) - np.minimum(last[:, None], last[None, :]) - 1
    distances = _distances(first[:, None] < first[None, :], gap)
    spelled = [_spelling(forms[start : end + 1]) for start, end in zip(first.tolist(), last.tolist(), strict=True)]
    abbreviates = _abbreviates(spelled)
    tails = groups[last]
    alike = abbreviates | abbreviates.T | (tails[:, None] == tails[None, :])
    possible = (likely[alike.astype(np.int64), labels[:, None], labels[None, :]] >> distances) & 1 > 0
    np.fill_diagonal(possible, False)
    sources, targets = np.nonzero(possible & (gap <= FARTHEST))
    gaps = [np.minimum(last[sources], last[targets]) + 1, np.maximum(first[sources], first[targets]) - 1]
    signs = _signs(mentions, sources, targets, sentences, groups)
    short = [abbreviates[sources, targets], abbreviates[targets, sources]]
    crowd = _crowd(mentions, sources, targets, *gaps)
    return Pairs(
        sources,
        targets,
        np.stack(gaps, axis=1),
        distances[sources, targets],
        np.stack([*signs, *short, *crowd], axis=1).astype(np.float32),
        *paths(tree, heads, sources, targets),
    )


def _distances(before: Truths, gap: Integers) -> Integers:
    found: Integers = np.searchsorted(_EDGES, gap, side="right") + np.where(before, len(_EDGES) + 1, 0)
    return found


def _signs(
    mentions: Mentions, sources: Integers, targets: Integers, sentences: Integers, groups: Integers
) -> list[Truths]:
    """The one inside the other, sentences apart, the same lemma at the end, at the beginning."""
    first, last = mentions.first, mentions.last
    begins, ends, other_begins, other_ends = first[sources], last[sources], first[targets], last[targets]
    apart = np.abs(sentences[begins] - sentences[other_begins])
    return [
        (other_begins <= begins) & (ends <= other_ends),
        (begins <= other_begins) & (other_ends <= ends),
        apart == 0,
        apart == 1,
        apart > 2,
        groups[ends] == groups[other_ends],
        groups[begins] == groups[other_begins],
    ]


def _crowd(mentions: Mentions, sources: Integers, targets: Integers, start: Integers, end: Integers) -> list[Truths]:
    """Do one or more mentions with the label of the source begin between the two? Of the target?"""
    before = _before(mentions)
    found = []
    for labels in (mentions.labels[sources], mentions.labels[targets]):
        between = before[labels, np.maximum(end + 1, start)] - before[labels, start]
        found += [between > 0, between > 1]
    return found


def _before(mentions: Mentions) -> Integers:
    """Labels × rows: the mentions with this label that begin before the row."""
    size = int(mentions.last.max(initial=0)) + 2
    begun = np.zeros((int(mentions.labels.max(initial=0)) + 1, size), dtype=np.int64)
    np.add.at(begun, (mentions.labels, mentions.first + 1), 1)
    counted: Integers = begun.cumsum(axis=1)
    return counted


def _spelling(words: Sequence[str]) -> tuple[str, str]:
    """A mention as one word, and its words' first letters: «Всемирный банк» → «всемирныйбанк», «вб»."""
    return "".join(words).lower(), "".join(word[0] for word in words if word[:1].isalpha()).lower()


def _abbreviates(spelled: Sequence[tuple[str, str]]) -> Truths:
    """Mentions × mentions: is the first written with the first letters of the second: «ВБ», «Всемирный банк»?"""
    found = np.zeros((len(spelled), len(spelled)), dtype=np.bool_)
    initials: dict[str, list[int]] = {}
    for place, (_, letters) in enumerate(spelled):
        if len(letters) > 1:
            initials.setdefault(letters, []).append(place)
    for place, (word, _) in enumerate(spelled):
        if word in initials:
            found[place, initials[word]] = True
    return found
