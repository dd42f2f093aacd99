"""What the networks saw of each word, left on a document for the component that reads it next.

A row of `doc.tensor` for each token, in half precision: navec's vector of the word, then the outputs of the three
encoders, morphology, syntax, names. Tokens that are no words have zeros. `take` empties it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from nlp.morphology.encoder import word_id, word_vectors
from nlp.morphology.weights import Vectors

Halves: TypeAlias = NDArray[np.float16]
LONGEST = 1 << 17
"""Tokens of the longest document that gets its rows: 130 MB of them."""


def joined(vectors: Vectors, forms: Sequence[str], rows: Halves) -> Halves:
    """The words' vectors beside what the encoders made of them: 300 and 192 numbers a word."""
    ids = np.array([word_id(vectors, form) for form in forms], dtype=np.int64)
    return cast("Halves", np.concatenate([word_vectors(vectors, ids).astype(np.float16), rows], axis=1))


def leave(doc: Doc, parts: Sequence[tuple[Sequence[int], Halves]]) -> None:
    """Set the rows of each sentence's words, whose places in the document come first; a longer document gets none."""
    if not len(doc) or len(doc) > LONGEST:
        return
    rows = np.zeros((len(doc), parts[0][1].shape[1]), dtype=np.float16)
    for places, own in parts:
        rows[list(places)] = own
    _keep(doc, rows)


def take(doc: Doc) -> Halves | None:
    """The rows, which the document then no longer holds; `None` when it had none."""
    rows: Any = doc.tensor
    _keep(doc, np.zeros((0,), dtype=np.float32))
    return cast("Halves", rows) if len(rows) else None


def _keep(doc: Doc, rows: Any) -> None:
    """The declaration that spaCy has of the attribute knows doubles alone."""
    doc.tensor = rows
