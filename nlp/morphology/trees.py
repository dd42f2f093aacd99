"""From scores of heads to one tree: the maximum spanning tree with a single root.

Heads count from 1, as in CoNLL-U; 0 is the root. Within one root the algorithm is Chu and Liu's and Edmonds'; the roots
are tried from the most promising on, until no other can be better.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nlp.morphology.weights import Floats, Integers

Scores = NDArray[np.float64]


def decode(scores: Floats) -> Integers:
    """The heads of the best tree; `scores[i, h]` tells how well word i + 1 hangs on word h, h = 0 being the root.

    No tree under a root is better than that in which every other word has its best head: mostly that is a tree already.
    """
    words = np.arange(len(scores))
    arcs = scores.astype(np.float64)
    arcs[words, words + 1] = -np.inf
    dearest = arcs[:, 1:].max(1) if len(scores) > 1 else np.zeros(1)
    bounds = arcs[:, 0] - dearest + dearest.sum()
    best, reached = np.zeros(len(scores), dtype=np.int64), -np.inf
    for root in np.argsort(-bounds, kind="stable"):
        if bounds[root] <= reached:
            break
        heads = _under(arcs, int(root))
        found = float(arcs[words, heads].sum())
        if found > reached:
            best, reached = heads, found
    return best


def _under(arcs: Scores, root: int) -> Integers:
    """The best tree in which the word at place `root` is the only one on the root."""
    full = np.full((len(arcs) + 1, len(arcs) + 1), -np.inf)
    full[1:, 1:] = arcs[:, 1:]
    full[root + 1] = -np.inf
    full[root + 1, 0] = arcs[root, 0]
    return _spanning(full)[1:]


def cycles(heads: Integers) -> list[list[int]]:
    """The nodes of every cycle, none in a tree; node 0 is the root and `heads[0]` is not looked at."""
    found = []
    first_walk = [0] * len(heads)
    first_walk[0] = -1
    parents = heads.tolist()
    for walk in range(1, len(heads)):
        node = walk
        while not first_walk[node]:
            first_walk[node] = walk
            node = parents[node]
        if first_walk[node] == walk:
            found.append(_around(parents, node))
    return found


def _around(parents: list[int], node: int) -> list[int]:
    cycle = [node]
    while parents[cycle[-1]] != node:
        cycle.append(parents[cycle[-1]])
    return cycle


def _spanning(scores: Scores) -> Integers:
    """Chu–Liu–Edmonds over a square matrix dependant × head in which node 0 is the root."""
    heads = np.concatenate(([0], scores[1:].argmax(1)))
    found = cycles(heads)
    if not found:
        return heads
    cycle = _Cycle(scores, heads, np.array(found[0]))
    return cycle.expand(_spanning(cycle.contract()))


class _Cycle:
    """A cycle seen as one node of a smaller graph, the last; `gains` is what each arc into it brings and breaks."""

    def __init__(self, scores: Scores, heads: Integers, inside: Integers) -> None:
        self.scores, self.heads, self.inside = scores, heads, inside
        others = np.ones(len(scores), dtype=bool)
        others[inside] = False
        self.outside = np.flatnonzero(others)
        self.gains = scores[inside] - scores[inside, heads[inside]][:, None]

    def contract(self) -> Scores:
        """The scores of the smaller graph."""
        size = len(self.outside)
        smaller = np.full((size + 1, size + 1), -np.inf)
        smaller[:-1, :-1] = self.scores[np.ix_(self.outside, self.outside)]
        smaller[-1, :-1] = self.gains[:, self.outside].max(0)
        smaller[:-1, -1] = self.scores[np.ix_(self.outside, self.inside)].max(1)
        return smaller

    def expand(self, contracted: Integers) -> Integers:
        """The whole tree from that of the smaller graph: one arc of the cycle gives way."""
        result = self.heads.copy()
        nodes, heads = self.outside[1:], contracted[1:-1]
        nearest = self.inside[self.scores[np.ix_(nodes, self.inside)].argmax(1)]
        result[nodes] = np.where(heads == len(self.outside), nearest, np.append(self.outside, 0)[heads])
        entering = self.outside[contracted[-1]]
        result[self.inside[self.gains[:, entering].argmax()]] = entering
        return result


def repair(heads: Integers) -> list[int]:
    """Make heads from several windows one tree, in place, and return the words (from 0) that were moved.

    A cycle opens at its first word; of several roots the first stays, and the others hang on it.
    """
    padded = np.concatenate(([0], heads))
    for cycle in cycles(padded):
        padded[min(cycle)] = 0
    roots = np.flatnonzero(padded[1:] == 0)
    padded[roots[1:] + 1] = roots[0] + 1
    moved: list[int] = np.flatnonzero(padded[1:] != heads).tolist()
    heads[:] = padded[1:]
    return moved
