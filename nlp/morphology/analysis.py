"""Sentences as lists of words in; tags, one tree and names for each out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from nlp.morphology import trees, viterbi
from nlp.morphology.context import Sheet
from nlp.morphology.networks import Networks, Seen
from nlp.morphology.threads import alone
from nlp.morphology.weights import Integers, Weights
from nlp.morphology.windows import Window, windows

BUDGET = 4096
"""Words in one pass of the networks: the bound on memory, whatever the documents."""
Part = tuple[Window, Seen]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One sentence, read, an entry a word: the numbers of its tags and relation; its head from 1, 0: the root."""

    tags: Integers
    heads: Integers
    relations: Integers
    names: Integers


class Analyser:
    """The networks over sentences of any length; it is used by one thread at a time, the others wait."""

    def __init__(self, weights: Weights, *, threads: int = 1) -> None:
        self.networks = Networks(weights, threads=threads)
        self.labels = weights.tags[1]
        self.transitions = weights.heads[2].head.crf.transitions.array[1:, 1:]
        self._lock = Lock()

    def analyse(self, sentences: Sequence[Sequence[str]], sheet: Sheet | None = None) -> list[Analysis]:
        """What the three networks see in each sentence: «Павел Ткач провёл переговоры .»; one has a word at least.

        What the encoders made of each word is put on the `sheet`, a part for each sentence.
        """
        with self._lock, alone():
            seen = self._seen(sentences, sheet)
        names = viterbi.decode([each.emissions for each in seen], self.transitions)
        return [Analysis(each.tags, each.heads, each.relations, own + 1) for each, own in zip(seen, names, strict=True)]

    def _seen(self, sentences: Sequence[Sequence[str]], sheet: Sheet | None) -> list[Seen]:
        parts: list[list[Part]] = [[] for _ in sentences]
        cut = [window for index, sentence in enumerate(sentences) for window in windows(index, len(sentence))]
        for batch in _batches(cut):
            texts = [sentences[window.sentence][window.start : window.end] for window in batch]
            for window, seen in zip(batch, self.networks.read(texts, context=sheet is not None), strict=True):
                if sheet is not None and seen.context is not None:
                    sheet.put(window.sentence, window.core_start, seen.context[_core(window)])
                parts[window.sentence].append((window, seen.without_context()))
        return [self._joined(own) for own in parts]

    def _joined(self, parts: list[Part]) -> Seen:
        """The cores of a sentence's windows, end to end, as one tree."""
        if len(parts) == 1:
            return parts[0][1]
        cores = [seen.part(_core(each)) for each, seen in parts]
        heads = np.concatenate([_shifted(own.heads, each.start) for own, (each, _) in zip(cores, parts, strict=True)])
        relations = np.concatenate([own.relations for own in cores])
        relations[trees.repair(heads)] = self.labels.index("parataxis")
        relations[heads == 0] = self.labels.index("root")
        return Seen(
            np.concatenate([own.tags for own in cores]),
            heads,
            relations,
            np.concatenate([own.emissions for own in cores]),
            None,
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


def _core(window: Window) -> slice:
    return slice(window.core_start - window.start, window.core_end - window.start)


def _shifted(heads: Integers, start: int) -> Integers:
    """Heads inside a window as heads inside its sentence: a window's own root has none yet."""
    return np.where(heads > 0, heads + start, heads)
