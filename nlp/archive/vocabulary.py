"""The words that a pipeline learns from texts, forgotten from time to time.

spaCy's vocabulary keeps every word that it has met, about 300 bytes each, and some sixty new ones a document: over a
million documents that is a leak (its issues #3618, #3623). Its memory zones forget, but the two tables of hashes behind
them grow with every word that is entered (`preshed` counts the places of deleted keys as full, and doubles): 34 MB a
million words. So they are made anew when a zone is left, which takes some milliseconds: not after every document.
"""

from __future__ import annotations

from contextlib import ExitStack

from spacy.language import Language
from spacy.vocab import Vocab

from nlp.archive.memory import give_back

PARTS = ("strings", "vectors", "lookups")
"""All that a vocabulary writes: without these it only lets its words go."""
MOST = 50_000
"""Strings learned before they are forgotten: about 15 MB, some 800 documents."""


class Vocabulary:
    """What lies in the zone: call `rest` only when no `Doc` is alive that will be asked again."""

    def __init__(self, pipeline: Language, most: int = MOST) -> None:
        self.pipeline, self.most = pipeline, most
        self.zone = ExitStack()
        pipeline("Слово.")  # what components make at the first word, they keep
        self._enter()

    @property
    def learned(self) -> int:
        """Strings that are not yet forgotten."""
        return len(self.pipeline.vocab.strings) - self.known

    def rest(self) -> None:
        """Forget, when there is much to forget."""
        if self.learned > self.most:
            self.close()
            self._enter()

    def close(self) -> None:
        """Forget everything that was learned."""
        self.zone.close()
        _made_anew(self.pipeline.vocab)
        give_back()

    def _enter(self) -> None:
        self.known = len(self.pipeline.vocab.strings)
        self.zone.enter_context(self.pipeline.memory_zone())


def _made_anew(vocab: Vocab) -> None:
    """Its tables without the places of what was forgotten: spaCy makes new ones when it reads a vocabulary."""
    vocab.strings.from_bytes(vocab.strings.to_bytes())
    vocab.from_bytes(vocab.to_bytes(exclude=PARTS), exclude=PARTS)
