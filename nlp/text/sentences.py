"""The component that says where sentences start, on the clean text, one block of the document after another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.attrs import IDX, POS, SENT_START
from spacy.language import Language
from spacy.symbols import SPACE
from spacy.tokens import Doc

from nlp.text.breaks import sentences
from nlp.text.offsets import Clean
from nlp.text.tokenizer import get_clean


class Sentences:
    """`find` reads a document, the call writes `token.is_sent_start` on every token."""

    def find(self, doc: Doc) -> list[int]:
        """The indices of the words that begin a sentence: blanks and markup belong to the sentence before them."""
        columns: Any = doc.to_array([POS, IDX])
        parts, offsets = columns.T
        spoken = np.flatnonzero(parts != SPACE)
        places = np.searchsorted(offsets[spoken], np.array(list(_starts(get_clean(doc))), dtype=np.uint64))
        found: list[int] = np.unique(spoken[places[places < len(spoken)]]).tolist()
        return found

    def __call__(self, doc: Doc) -> Doc:
        """Write what `find` found; the first sentence takes in what stands before it."""
        flags = np.full(len(doc), -1, dtype=np.int64)
        flags[self.find(doc)[1:]] = 1
        flags[:1] = 1
        return doc.from_array([SENT_START], flags.view(np.uint64))  # type: ignore[arg-type]  # one column is 1-D


@Language.factory("letopis_sentences", assigns=["token.is_sent_start", "doc.sents"])
def create_sentences(nlp: Language, name: str) -> Sentences:
    """The factory that a config names."""
    return Sentences()


def _starts(clean: Clean) -> Iterator[int]:
    """Original offsets at which sentences begin."""
    offset = 0
    for line in clean.text.split("\n"):
        for start, end in sentences(line):
            yield clean.original(offset + start, offset + end)[0]
        offset += len(line) + 1
