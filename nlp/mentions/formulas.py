"""Signs of formulas, which look like names: «Чзи» in «Чзи = Н / К, где Чзи — численность»."""

from __future__ import annotations

from nlp.mentions.view import View

_EQUALS = "="
_OPERATORS = frozenset("/*+×·")


def signs(view: View) -> frozenset[str]:
    """The words right before «=», and right after it where an operator follows: Эб, Зф and Зп of «Эб = Зф / Зп»."""
    found: set[str] = set()
    for place, text in enumerate(view.texts):
        if text == _EQUALS and place:
            found.update(view.texts[place - 1 : place])
            found.update(_right(view, place + 1))
    return frozenset(each for each in found if each.isalpha() and each[0].isupper())


def _right(view: View, start: int) -> list[str]:
    """The words that operators join: «Зф», «Зп»; a word alone may be anything."""
    end = start
    while end + 2 < len(view) and view.texts[end + 1] in _OPERATORS:
        end += 2
    return view.texts[start : end + 1 : 2] if end > start else []


def places(view: View) -> frozenset[int]:
    """Wherever one of these words stands."""
    known = signs(view)
    return frozenset(place for place, text in enumerate(view.texts) if text in known) if known else frozenset()
