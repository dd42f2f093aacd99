"""Names that begin with the family name: two that stand side by side are cut, and one that is told again is sure.

«к фигурам Кима Чен Ира Ким Ир Сен отношения не имел»: two people. «То Ламу вручили орден»: «То» is no particle where
the text has «То Лам» too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from nlp.mentions.families import LENGTHS, families, opens, undeclined
from nlp.mentions.view import View

Place = tuple[int, int]
RULE = "names/east"
"""Of the names found here: the span model has no say against them."""


def parted(view: View, start: int, end: int) -> Iterator[Place]:
    """Two full names whose family names come first, one after another, as two; else the name as it is."""
    for length in LENGTHS.values():
        cut = start + length
        same = end - start == 2 * length and all(map(view.capital, range(start, end)))
        if same and opens(view.texts[start], length) and opens(view.texts[cut], length):
            yield from ((start, cut), (cut, end))
            return
    yield start, end


def told_again(view: View, people: Sequence[Place]) -> frozenset[Place]:
    """Names in two words, the first an Eastern family name, that the text has twice at least: «То Лам», «То Ламу»."""
    pairs = [each for each in people if each[1] - each[0] == 2 and view.texts[each[0]] in families()]
    counted = Counter(key for each in pairs for key in _keys(view, each))
    return frozenset(each for each in pairs if any(counted[key] > 1 for key in _keys(view, each)))


def _keys(view: View, place: Place) -> set[tuple[str, str]]:
    first, last = view.texts[place[0]], view.texts[place[1] - 1]
    return {(first, form) for form in undeclined(last)}
