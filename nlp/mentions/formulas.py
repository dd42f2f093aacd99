"""Signs of formulas, which look like names: «Чзи» in «Чзи = Н х К, где Чзи — численность»."""

from __future__ import annotations

from itertools import pairwise

from nlp.mentions.view import View


def signs(view: View) -> frozenset[str]:
    """The words that stand right before «=» somewhere in the text."""
    return frozenset(one for one, other in pairwise(view.texts) if other == "=" and one.isalpha())


def places(view: View) -> frozenset[int]:
    """Wherever one of these words stands."""
    known = signs(view)
    return frozenset(place for place, text in enumerate(view.texts) if text in known) if known else frozenset()
