"""A woman's name in the nominative or a man's in the genitive: «Исполнитель: Н. В. Концова» is hers."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from nlp.entities.spans import feature, letters
from nlp.text.words import words

_HERS = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая")
_LINKS = frozenset({",", "и", ".", ";", "(", "-", "–", "—"})


def hers(span: Span) -> bool:
    """Whether the form is a woman's nominative and nothing in its sentence asks for a man's genitive."""
    said = letters(span)
    return any(word.norm_.lower().endswith(_HERS) for word in said) and (_subject(said) or _alone(span))


def _subject(said: Sequence[Token]) -> bool:
    """The subject of «подписали», by the tree and by the tag of its first word."""
    return any(word.dep_ == "nsubj" and feature(word, "Case") == "Nom" for word in said)


def _alone(span: Span) -> bool:
    """In a sentence without a verb, at its start or after a colon, with names alone before it."""
    own = words(span.sent)
    if any(word.pos_ in {"VERB", "AUX"} for word in own):
        return False
    left = [word for word in own if word.i < span.start]
    colon = max((place for place, word in enumerate(left) if word.norm_ == ":"), default=-1)
    return all(word.pos_ == "PROPN" or word.norm_ in _LINKS for word in left[colon + 1 :])
