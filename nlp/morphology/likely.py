"""How likely each dictionary form of a word is, by the ranker: «Цяна» → Цян 0.9, Цяна 0.1."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import exp

from spacy.tokens import Token

from nlp.morphology.foresight import ranked
from nlp.morphology.options import DROP, SHORT, VERB, Option
from nlp.morphology.sums import Floats

REFUSED = frozenset({DROP, SHORT, VERB})
"""What a register never does: «подписанный» stays a participle."""
PERSON_CLUE = "label=PER"


def shares_of(options: Sequence[Option], scores: Floats) -> dict[str, float]:
    """Form → the share of all its options together."""
    told: list[float] = scores.tolist()
    most = max(told)
    weights = [exp(score - most) for score in told]
    whole = sum(weights)
    shares = dict.fromkeys((option.text for option in options), 0.0)
    for option, weight in zip(options, weights, strict=True):
        shares[option.text] += weight / whole
    return shares


def shares(words: Sequence[Token], label: str | None, refused: Collection[str] = REFUSED) -> list[Mapping[str, float]]:
    """For every word of a phrase its forms in lower case, each with its share; `label` is a clue of what is named."""
    return [shares_of(each, scores) for each, scores in zip(*ranked(words, label, frozenset(refused)), strict=True)]
