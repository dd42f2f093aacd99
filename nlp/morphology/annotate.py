"""Analyses written on a `Doc`: the tokens that are no words find their place in the trees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise, repeat
from typing import Any

import numpy as np
from spacy.attrs import IS_SPACE, LOWER, NORM, ORTH, POS, SENT_START
from spacy.symbols import SPACE
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from nlp.morphology.analysis import Analysis
from nlp.morphology.tags import possible
from nlp.morphology.weights import Integers

RAW_NAMES = "ner"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `start`:`end` of a doc; `words` are the places in the doc of those that are words, `forms` their forms."""

    start: int
    end: int
    words: list[int]
    forms: list[str]


def sentences(doc: Doc) -> list[Sentence]:
    """The sentences as the sentence component marked them; the whole doc is one when nothing is marked."""
    columns: Any = doc.to_array([POS, IS_SPACE, SENT_START])
    parts, blanks, begins = columns.T
    places = np.flatnonzero((parts != SPACE) & (blanks == 0))
    spelt = spellings(doc)[places].tolist()
    words, forms = places.tolist(), [doc.vocab.strings[number] for number in spelt]
    starts = np.union1d(np.flatnonzero(begins == 1), [0][: len(doc)])
    cuts = [*np.searchsorted(places, starts).tolist(), len(words)]
    bounds = zip(pairwise([*starts.tolist(), len(doc)]), pairwise(cuts), strict=True)
    return [Sentence(start, end, words[first:last], forms[first:last]) for (start, end), (first, last) in bounds]


def spellings(doc: Doc) -> Any:
    """The vocabulary's number of the `form` of every token."""
    columns: Any = doc.to_array([ORTH, LOWER, NORM])
    texts, lows, norms = columns.T
    return np.where(norms == lows, texts, norms)


def form(token: Token) -> str:
    """The cleaned form with its letter case: «Республики» for a word with a soft hyphen in it.

    spaCy's own norm of a word is in lower case: then nothing was cleaned.
    """
    return token.text if token.norm_ == token.lower_ else token.norm_


class Annotator:
    """Writes analyses; knows the numbers that the vocabulary has for tags and relations."""

    def __init__(self, vocab: Vocab, tags: tuple[list[str], ...]) -> None:
        self.vocab = vocab
        self.tags, relations, names = tags
        self.names, self.outside = np.array(names), names.index("O")
        self.deps = np.array([self._kept("ROOT" if each == "root" else each) for each in relations], dtype=np.uint64)
        self.aside = self._kept("dep")
        self.numbers = {tag: self._entered(tag) for tag in self.tags}
        self.checked = lru_cache(maxsize=1 << 14)(self._checked)

    def _checked(self, word: str, tag: int, initial: bool) -> tuple[int, int]:
        """The vocabulary's numbers of the part of speech and the features of «NOUN|Case=Loc», if the word can be so."""
        found = possible(word, self.tags[tag], initial=initial)
        if found not in self.numbers:
            self.numbers[found] = self._entered(found)
        return self.numbers[found]

    def _entered(self, tag: str) -> tuple[int, int]:
        part, _, features = tag.partition("|")
        features = self.vocab.morphology.normalize_features(features)
        self._kept(features)
        return self._kept(part), self.vocab.morphology.add(features)

    def _kept(self, name: str) -> int:
        """Its number, which outlives spaCy's memory zones: the numbers are kept here."""
        strings: Any = self.vocab.strings  # whose types lack the argument
        number: int = strings.add(name, allow_transient=False)
        return number

    def annotate(self, doc: Doc, found: Sequence[Sentence], read: Sequence[Analysis]) -> None:
        """Set all attributes at once, for a tree is valid only as a whole; `read` are the sentences that have words."""
        spoken = [sentence for sentence in found if sentence.words]
        if len(doc):
            doc.from_array(["POS", "MORPH", "HEAD", "DEP"], self._values(doc, found, spoken, read))
        doc.spans[RAW_NAMES] = list(self._spans(doc, spoken, read))

    def _values(self, doc: Doc, found: Sequence[Sentence], spoken: Sequence[Sentence], read: Sequence[Analysis]) -> Any:
        values = np.zeros((len(doc), 4), dtype=np.uint64)
        values[:, 0], values[:, 3] = SPACE, self.aside
        heads = _beside(len(doc), found)
        if spoken:
            words = np.fromiter(chain.from_iterable(each.words for each in spoken), dtype=np.int64)
            heads[words] = _hung(words, read)
            values[words, :2] = self._numbers(spoken, read)
            values[words, 3] = self.deps[np.concatenate([each.relations for each in read])]
        values[:, 2] = (heads - np.arange(len(doc))).astype(np.uint64)
        return values

    def _numbers(self, spoken: Sequence[Sentence], read: Sequence[Analysis]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for sentence, analysis in zip(spoken, read, strict=True):
            found.extend(map(self.checked, sentence.forms, analysis.tags.tolist(), chain((True,), repeat(False))))
        return found

    def _spans(self, doc: Doc, spoken: Sequence[Sentence], read: Sequence[Analysis]) -> Iterator[Span]:
        for sentence, analysis in zip(spoken, read, strict=True):
            named = (analysis.names != self.outside).any()
            for start, end, label in chunks(self.names[analysis.names].tolist()) if named else ():
                yield Span(doc, sentence.words[start], sentence.words[end - 1] + 1, label=label)


def _hung(words: Integers, read: Sequence[Analysis]) -> Integers:
    """The places in the doc of the heads of its words: a root is its own."""
    lengths = [len(each.heads) for each in read]
    first = np.repeat(np.cumsum([0, *lengths[:-1]]), lengths)
    heads = np.concatenate([each.heads for each in read])
    return np.where(heads > 0, words[first + heads - 1], words)


def _beside(size: int, found: Sequence[Sentence]) -> Integers:
    """For every token of a doc the word before it in its sentence, or the first word; without any, the first token."""
    beside = np.zeros(size, dtype=np.int64)
    for sentence in found:
        words = np.array(sentence.words or [sentence.start], dtype=np.int64)
        own = np.arange(sentence.start, sentence.end)
        beside[own] = words[np.maximum(np.searchsorted(words, own, side="right") - 1, 0)]
    return beside


def chunks(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """(start, end, label) of every name in BIO tags; an I without a B opens one, an I of another label goes on."""
    found: list[tuple[int, int, str]] = []
    for index, tag in enumerate(tags):
        part, _, label = tag.partition("-")
        if part == "I" and found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1, found[-1][2])
        elif part != "O":
            found.append((index, index + 1, label))
    return found
