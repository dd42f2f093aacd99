"""What the networks saw of each word, left on a document for the component that reads it next.

A row of `doc.tensor` for each token, in half precision: navec's vector of the word, then the outputs of the three
encoders, morphology, syntax, names. Tokens that are no words have zeros. `take` empties it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc

from nlp.morphology.addends import Halves

__all__ = ["LONGEST", "Halves", "leave", "peek", "take"]

LONGEST = 1 << 17
"""Tokens of the longest document that gets its rows: 130 MB of them."""


def leave(doc: Doc, places: Sequence[int], rows: Halves) -> None:
    """Set the rows of the words at `places`, of the other tokens to zeros; a document that is too long gets none."""
    if len(doc) > LONGEST:
        return
    every = np.zeros((len(doc), rows.shape[1]), dtype=np.float16)
    every[list(places)] = rows
    _keep(doc, every)


def take(doc: Doc) -> Halves | None:
    """The rows, which the document then no longer holds; `None` when it had none."""
    rows = peek(doc)
    _keep(doc, np.zeros((0,), dtype=np.float32))
    return rows


def peek(doc: Doc) -> Halves | None:
    """The same rows, which stay for the component after this one."""
    rows: Any = doc.tensor
    return cast("Halves", rows) if len(rows) else None


def _keep(doc: Doc, rows: Any) -> None:
    """The declaration that spaCy has of the attribute knows doubles alone."""
    doc.tensor = rows
