"""Analyses written on a `Doc`: the tokens that are no words find their place in the trees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from nlp.morphology.analysis import Analysis
from nlp.morphology.tags import possible
from nlp.morphology.weights import Integers, Weights

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
    starts = [token.i for token in doc if token.i == 0 or token.is_sent_start]
    return [_sentence(doc, start, end) for start, end in pairwise([*starts, len(doc)])]


def _sentence(doc: Doc, start: int, end: int) -> Sentence:
    words = [token for token in doc[start:end] if token.pos_ != "SPACE" and not token.is_space]
    return Sentence(start, end, [token.i for token in words], [form(token) for token in words])


def form(token: Token) -> str:
    """The cleaned form with its letter case: «Республики» for a word with a soft hyphen in it.

    spaCy's own norm of a word is in lower case: then nothing was cleaned.
    """
    return token.text if token.norm_ == token.lower_ else token.norm_


class Annotator:
    """Writes analyses; knows the numbers that the vocabulary has for tags and relations."""

    def __init__(self, vocab: Vocab, weights: Weights) -> None:
        self.vocab = vocab
        self.tags, relations, self.names = weights.tags
        self.deps = np.array(
            [vocab.strings.add("ROOT" if each == "root" else each) for each in relations], dtype=np.uint64
        )
        self.space, self.aside = vocab.strings.add("SPACE"), vocab.strings.add("dep")
        self.numbers: dict[str, tuple[int, int]] = {}

    def numbered(self, tag: str) -> tuple[int, int]:
        """The vocabulary's numbers of the part of speech and the features of «NOUN|Case=Loc»."""
        if tag not in self.numbers:
            part, _, features = tag.partition("|")
            self.numbers[tag] = self.vocab.strings.add(part), self.vocab.morphology.add(features or "_")
        return self.numbers[tag]

    def annotate(self, doc: Doc, found: Sequence[tuple[Sentence, Analysis]]) -> None:
        """Set all attributes at once: a tree is valid only as a whole."""
        values: Any = np.zeros((len(doc), 4), dtype=np.uint64)
        for sentence, analysis in found:
            self._fill(values, sentence, analysis)
        if len(doc):
            doc.from_array(["POS", "MORPH", "HEAD", "DEP"], values)
        doc.spans[RAW_NAMES] = [span for sentence, analysis in found for span in self._spans(doc, sentence, analysis)]

    def _fill(self, values: Any, sentence: Sentence, analysis: Analysis) -> None:
        own = np.arange(sentence.start, sentence.end)
        words = np.array(sentence.words, dtype=np.int64)
        heads = _neighbours(own, words)
        values[own, 0], values[own, 3] = self.space, self.aside
        if len(words):
            heads[words - sentence.start] = np.where(analysis.heads > 0, words[analysis.heads - 1], words)
            tags = [self.tags[tag] for tag in analysis.tags.tolist()]
            checked = [
                possible(word, tag, initial=not place)
                for place, (word, tag) in enumerate(zip(sentence.forms, tags, strict=True))
            ]
            values[words, :2] = [self.numbered(tag) for tag in checked]
            values[words, 3] = self.deps[analysis.relations]
        values[own, 2] = (heads - own).astype(np.uint64)

    def _spans(self, doc: Doc, sentence: Sentence, analysis: Analysis) -> list[Span]:
        tags = [self.names[tag] for tag in analysis.names.tolist()]
        return [
            Span(doc, sentence.words[start], sentence.words[end - 1] + 1, label=label)
            for start, end, label in chunks(tags)
        ]


def _neighbours(own: Integers, words: Integers) -> Integers:
    """For every token the word before it, or the first word; without any word, the first token."""
    if not len(words):
        return np.full(len(own), own[0])
    before = np.searchsorted(words, own, side="right") - 1
    return words[np.maximum(before, 0)]


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
