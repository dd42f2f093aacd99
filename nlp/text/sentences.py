"""The component that says where sentences start, on the clean text, one block of the document after another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from nlp.text.breaks import sentences
from nlp.text.offsets import Clean
from nlp.text.tokenizer import get_clean
from nlp.text.words import words


class Sentences:
    """`find` reads a document, the call writes `token.is_sent_start` on every token."""

    def find(self, doc: Doc) -> list[int]:
        """The indices of the words that begin a sentence: blanks and markup belong to the sentence before them."""
        spoken = words(doc)
        offsets = [token.idx for token in spoken]
        places = (bisect_left(offsets, start) for start in _starts(get_clean(doc)))
        return sorted({spoken[place].i for place in places if place < len(spoken)})

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
