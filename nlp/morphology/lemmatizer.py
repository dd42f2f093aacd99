"""The component `letopis_lemmatizer`: the dictionary form of every word, in lower case.

Participles and gerunds have the infinitive of their verb: «подписан», «подписавший» → подписать. Surnames keep their
gender: «Ивановой» → иванова. ё is written where the dictionary writes it («приема» → приём): compare with
`nlp.knowledge.dictionary.fold` what people may have spelt with е.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.language import Language
from spacy.strings import StringStore
from spacy.symbols import SPACE
from spacy.tokens import Doc

from nlp.knowledge.dictionary import Reading, inflected
from nlp.morphology.annotate import spellings
from nlp.morphology.readings import best

NAME = "letopis_lemmatizer"
NAMES = frozenset({"Surn", "Name", "Patr"})
NOMINATIVE = frozenset({"nomn"})
UNREAD = frozenset({"LATN", "UNKN"})


class Lemmatizer:
    """Sets `token.lemma_` from the word and its tag alone, so that it needs no state."""

    def __call__(self, doc: Doc) -> Doc:
        """Needs the tags of `letopis_network`."""
        columns: Any = doc.to_array([ORTH, POS, MORPH])
        texts, parts, features = columns.T.tolist()
        words = list(zip(texts, spellings(doc).tolist(), parts, features, strict=True))
        strings, lemmas = doc.vocab.strings, dict.fromkeys(words, 0)
        for word in lemmas:
            lemmas[word] = strings.add(_lemma(strings, *word))
        numbers: Any = np.fromiter(map(lemmas.__getitem__, words), dtype=np.uint64, count=len(words))
        return doc.from_array([LEMMA], numbers[:, None])


def _lemma(strings: StringStore, text: int, word: int, part: int, features: int) -> str:
    """From the vocabulary's numbers; a token that is no word is itself."""
    return strings[text] if part == SPACE else lemma(strings[word], strings[part], strings[features])


@lru_cache(maxsize=1 << 14)
def lemma(word: str, part: str, features: str) -> str:
    """`lemma("подписан", "VERB", "VerbForm=Part|Voice=Pass")` → «подписать»; an unread abbreviation is itself."""
    lowered = word.lower()
    if not lowered.isalpha() and not any(letter.isalpha() for letter in lowered):
        return lowered
    reading = best(lowered, part, features)
    if reading is None or _is_itself(word, part, reading):
        return lowered
    return _dictionary_form(reading)


def _is_itself(word: str, part: str, reading: Reading) -> bool:
    """Initials, Latin words, and abbreviations that the dictionary lacks: «А», «IT», «ШОС»."""
    if not UNREAD.isdisjoint(reading.tag.grammemes) or (len(word) == 1 and part == "PROPN"):
        return True
    return bool(not reading.is_known and len(word) > 1 and word.isupper())


def _dictionary_form(reading: Reading) -> str:
    if "sing" in reading.tag and not NAMES.isdisjoint(reading.tag.grammemes):
        return inflected(reading, NOMINATIVE) or str(reading.normal_form)
    return str(reading.normal_form)


@Language.factory(NAME, requires=["token.pos", "token.morph"], assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """A component without data of its own: the dictionary is the process's."""
    return Lemmatizer()
