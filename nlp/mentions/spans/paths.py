"""How two mentions hang together in the tree of their sentence.

«Министр прилетел в Минск»: from «министр» one arc up (nsubj) to «прилетел», from there one down (obl) to «Минск».
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
FARTHEST_UP = 4
"""Arcs from a mention up to where two meet, at most."""
APART = (FARTHEST_UP + 1) ** 2
"""The class of two mentions that do not meet: in different sentences, or farther up."""


class Tree(NamedTuple):
    """The head of each row's word, a root's being itself, and the number of the relation between them."""

    heads: Integers
    arcs: Integers


class Paths(NamedTuple):
    """A row a pair: class of arcs up and down, relation of the last arc on either side (0: none), the row on top."""

    steps: Integers
    ups: Integers
    downs: Integers
    tops: Integers


def tops(tree: Tree, first: Integers, last: Integers) -> Integers:
    """The row of each mention's head: from the first word up, as long as that stays in the mention."""
    found = first
    for _ in range(int((last - first).max(initial=0))):
        above = tree.heads[found]
        found = np.where((first <= above) & (above <= last), above, found)
    return found


def paths(tree: Tree, heads: Integers, sources: Integers, targets: Integers) -> Paths:
    """`heads` are the mentions' head rows, `sources` and `targets` the mentions' numbers."""
    chains = _chains(tree, heads)
    ups, downs = chains[sources], chains[targets]
    steps = np.full(len(sources), APART, dtype=np.int64)
    for rise, fall in _nearest_first():
        met = (steps == APART) & (ups[:, rise] == downs[:, fall])
        steps[met] = rise * (FARTHEST_UP + 1) + fall
    up, down = np.divmod(np.where(steps == APART, 0, steps), FARTHEST_UP + 1)
    pair = np.arange(len(sources))
    return Paths(
        steps=steps,
        ups=np.where(up > 0, tree.arcs[ups[pair, up - 1]], 0),
        downs=np.where(down > 0, tree.arcs[downs[pair, down - 1]], 0),
        tops=ups[pair, up],
    )


def _chains(tree: Tree, heads: Integers) -> Integers:
    """Mentions × (1 + arcs): the head, its head, and so on; a root stays itself."""
    chain = [heads]
    for _ in range(FARTHEST_UP):
        chain.append(tree.heads[chain[-1]])
    return np.stack(chain, axis=1)


def _nearest_first() -> list[tuple[int, int]]:
    """Arcs up and down, the fewest together first: a root that stays itself is met on the shortest way."""
    every = [(up, down) for up in range(FARTHEST_UP + 1) for down in range(FARTHEST_UP + 1)]
    return sorted(every, key=sum)
