"""Sentences as lists of words in; tags, one tree and names for each out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from nlp.morphology import trees, viterbi
from nlp.morphology.addends import Halves
from nlp.morphology.networks import Networks, Seen
from nlp.morphology.threads import alone
from nlp.morphology.weights import Integers, Weights
from nlp.morphology.windows import Window, windows

BUDGET = 4096
"""Words in one pass of the networks: the bound on memory, whatever the documents."""
Part = tuple[Window, Seen]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One sentence, read, an entry a word: the numbers of its tags and relation; its head from 1, 0: the root.

    `context` is what the networks made of each word, 492 numbers, `None` when nobody asked for it.
    """

    tags: Integers
    heads: Integers
    relations: Integers
    names: Integers
    context: Halves | None


class Analyser:
    """The networks over sentences of any length; it is used by one thread at a time, the others wait."""

    def __init__(self, weights: Weights, *, threads: int = 1) -> None:
        self.networks = Networks(weights, threads=threads)
        self.labels = weights.tags[1]
        self.transitions = weights.heads[2].head.crf.transitions.array[1:, 1:]
        self._lock = Lock()

    def analyse(self, sentences: Sequence[Sequence[str]], *, context: bool = False) -> list[Analysis]:
        """What the three networks see in each sentence: «Павел Ткач провёл переговоры .»; one has a word at least."""
        with self._lock, alone():
            seen = self._seen(sentences, context=context)
        names = viterbi.decode([each.emissions for each in seen], self.transitions)
        return [
            Analysis(each.tags, each.heads, each.relations, own + 1, each.context)
            for each, own in zip(seen, names, strict=True)
        ]

    def _seen(self, sentences: Sequence[Sequence[str]], *, context: bool) -> list[Seen]:
        parts: list[list[Part]] = [[] for _ in sentences]
        cut = [window for index, sentence in enumerate(sentences) for window in windows(index, len(sentence))]
        for batch in _batches(cut):
            texts = [sentences[window.sentence][window.start : window.end] for window in batch]
            for window, seen in zip(batch, self.networks.read(texts, context=context), strict=True):
                parts[window.sentence].append((window, seen))
        return [self._joined(own) for own in parts]

    def _joined(self, parts: list[Part]) -> Seen:
        """The cores of a sentence's windows, end to end, as one tree."""
        if len(parts) == 1:
            return parts[0][1]
        cores = [seen.part(slice(each.core_start - each.start, each.core_end - each.start)) for each, seen in parts]
        heads = np.concatenate([_shifted(own.heads, each.start) for own, (each, _) in zip(cores, parts, strict=True)])
        relations = np.concatenate([own.relations for own in cores])
        relations[trees.repair(heads)] = self.labels.index("parataxis")
        relations[heads == 0] = self.labels.index("root")
        contexts = [own.context for own in cores if own.context is not None]
        return Seen(
            np.concatenate([own.tags for own in cores]),
            heads,
            relations,
            np.concatenate([own.emissions for own in cores]),
            np.concatenate(contexts) if contexts else None,
        )


def _batches(cut: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows in order, up to `BUDGET` words together."""
    batch: list[Window] = []
    words = 0
    for window in cut:
        words += window.end - window.start
        if batch and words > BUDGET:
            yield batch
            batch, words = [], window.end - window.start
        batch.append(window)
    if batch:
        yield batch


def _shifted(heads: Integers, start: int) -> Integers:
    """Heads inside a window as heads inside its sentence: a window's own root has none yet."""
    return np.where(heads > 0, heads + start, heads)
