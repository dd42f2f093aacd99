"""Documents taken together, as many as memory and the patience of whoever waits for the first allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from nlp.morphology.analysis import BUDGET
from nlp.morphology.context import LONGEST

TOGETHER = 64
"""Documents in a batch, at most."""


def batches(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    """Up to `size` documents, of `BUDGET` tokens together or one more; one that is longer than `LONGEST` goes alone."""
    batch: list[Doc] = []
    words = 0
    for doc in stream:
        if batch and len(doc) > LONGEST:
            yield batch
            batch, words = [], 0
        batch.append(doc)
        words += len(doc)
        if words >= BUDGET or len(batch) >= size:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch
