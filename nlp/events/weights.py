"""What was learned from annotated texts: weights of logistic regressions, one over events, one over who fills a role.

`models/recipes/events` learns them; a model without them goes by grammar alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

import msgspec


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights by feature, a word each, and the event types that they were learned from."""

    bias: float = 0.0
    weights: dict[str, float] = {}
    types: tuple[str, ...] = ()

    def chance(self, words: Iterable[str]) -> float:
        """Between 0 and 1: how likely that is of which these are known; words never learned count nothing."""
        return logistic(self.bias + sum(self.weights.get(word, 0.0) for word in words))


class Learned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weights of events (`confidence`) and of the fillers of their roles (`choice`)."""

    events: Weights = Weights()
    roles: Weights = Weights()


def logistic(logit: float) -> float:
    """The logistic function."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, logit))))
