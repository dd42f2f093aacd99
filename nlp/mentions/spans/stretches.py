"""A document in stretches that the span model can read: words, not tokens, and whole sentences if possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, NORM, POS, SENT_START
from spacy.tokens import Doc

from nlp.mentions.spans.features import groups
from nlp.mentions.spans.paths import Tree
from nlp.morphology.annotate import Sentence, sentences

BUDGET = 1024
"""Words in one pass of the model: the bound on memory, whatever the document."""


class Stretch(NamedTuple):
    """Words of a document: their places in it, forms, numbers of lemma groups, and the word after their sentence."""

    places: list[int]
    forms: list[str]
    groups: NDArray[np.int64]
    ends: NDArray[np.int64]


_KEPT: WeakKeyDictionary[Doc, tuple[bytes, list[Stretch]]] = WeakKeyDictionary()
"""Each document's own, as long as it lives and has the same words and sentences."""


def stretches(doc: Doc) -> list[Stretch]:
    """None for a document without words."""
    columns: Any = doc.to_array([POS, SENT_START, NORM])
    told = columns.tobytes()
    known, found = _KEPT.get(doc, (b"", []))
    if known != told:
        found = _stretches(sentences(doc))
        _KEPT[doc] = told, found
    return found


def _stretches(read: list[Sentence]) -> list[Stretch]:
    places = [place for sentence in read for place in sentence.words]
    forms = [form for sentence in read for form in sentence.forms]
    ends = _ends(read)
    return [
        _stretch(places[start:end], forms[start:end], np.minimum(ends[start:end], end) - start)
        for start, end in cut([len(sentence.words) for sentence in read])
    ]


def _stretch(places: list[int], forms: list[str], ends: NDArray[np.int64]) -> Stretch:
    return Stretch(places, forms, np.array(groups(forms), dtype=np.int64), ends)


def _ends(read: list[Sentence]) -> NDArray[np.int64]:
    """For every word the place after its sentence's last."""
    lengths = np.array([len(sentence.words) for sentence in read], dtype=np.int64)
    return np.repeat(np.cumsum(lengths), lengths)


def tree(doc: Doc, places: Sequence[int], arcs: Mapping[str, int]) -> Tree:
    """The words' heads among them, by `arcs`' numbers; a head that is not among them is no head."""
    own, words = np.array(places, dtype=np.int64), np.arange(len(places))
    columns: Any = doc.to_array([HEAD, DEP])[own]
    known = np.full(len(doc), -1)
    known[own] = words
    heads = known[own + columns[:, 0].astype(np.int64)]
    deps, numbers = np.unique(columns[:, 1], return_inverse=True)
    kinds = np.array([arcs.get(doc.vocab.strings[dep], 0) for dep in deps.tolist()], dtype=np.int64)
    return Tree(np.where(heads < 0, words, heads), kinds[numbers])


def cut(lengths: Sequence[int]) -> list[tuple[int, int]]:
    """Sentences' lengths → words `start`:`end` of each stretch: whole sentences, up to `BUDGET` words together.

    A longer sentence is cut; the empty document has no stretch.
    """
    found: list[tuple[int, int]] = []
    start = end = 0
    for length in lengths:
        if end > start and end + length - start > BUDGET:
            found.append((start, end))
            start = end
        end += length
        while end - start > BUDGET:
            found.append((start, start + BUDGET))
            start += BUDGET
    return [*found, (start, end)] if end > start else found
