"""Two names that stand side by side are cut, and one that begins with the family name and is told again is sure.

«к фигурам Кима Чен Ира Ким Ир Сен отношения не имел»: two people. «указом Марата Ахметова Ковалёв награждён»: two where
the text has «Пётр Ковалёв» too. «пресс-секретарь Сомова Анна Белова»: his name and hers. «То Ламу вручили орден»: «То»
is no particle where the text has «То Лам» too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nlp.mentions.families import LENGTHS, opens, undeclined
from nlp.mentions.keys import word_keys
from nlp.mentions.view import View
from nlp.morphology.person.families import families
from nlp.morphology.person.forms import kinds

Place = tuple[int, int]
RULE = "names/adjoined"
"""Of the names found here: the span model has no say against them."""
_BARE = re.compile("[оеё]в$|[иы]н$")
_DECLINED = re.compile("(?:[оеё]в|[иы]н)(?:а|у|ым|ой|е)$")


def parted(view: View, start: int, end: int, people: Sequence[Place]) -> Iterator[Place]:
    """Two full names as two, else the name as it is; `people` are all that the network calls so."""
    cut = end - 1
    if end - start > 2 and _clash(view.texts[cut - 1], view.texts[cut]) and _is_another(view, (start, end), people):
        yield from ((start, cut), (cut, end))
    elif end - start == 3 and _is_owner(view, start):
        yield from ((start, start + 1), (start + 1, end))
    else:
        yield from _families_first(view, start, end)


def _is_owner(view: View, start: int) -> bool:
    """«(пресс-секретарь) Сомова Анна Белова»: a family name before a given name and no father's name behind."""
    owner, given, family = (kinds(view.texts[place]) for place in range(start, start + 3))
    full = "Name" in given and "Surn" not in given and "Patr" not in family and "Name" not in family
    declined = "Surn" in owner or _DECLINED.search(view.texts[start]) is not None
    return full and declined and "Name" not in owner and all(map(view.capital, range(start, start + 3)))


def owned(view: View, people: Sequence[Place]) -> frozenset[Place]:
    """Those of the names that are read apart as an owner's and another's: «Сомова» and «Анна Белова»."""
    own = set(people)
    pairs = [((start, start + 1), (start + 1, end)) for start, end in
             ((each[0] - 1, each[1]) for each in people if each[1] - each[0] == 2 and each[0])]  # fmt: skip
    return frozenset(place for pair in pairs if pair[0] in own and _is_owner(view, pair[0][0]) for place in pair)


def _clash(surname: str, other: str) -> bool:
    """Family names that agree in no case and gender: «Токаева Ковалёв»; «Токаева Ковалёва» may be one woman's."""
    return bool(_DECLINED.search(surname) and _BARE.search(other))


def _is_another(view: View, place: Place, people: Sequence[Place]) -> bool:
    """Does the last word end a full name elsewhere that begins with none of the words here?"""
    start, end = place
    here = {key for word in view.texts[start:end] for key in word_keys(word)}
    surname = word_keys(view.texts[end - 1])
    return any(
        other != place
        and other[1] - other[0] > 1
        and not surname.isdisjoint(word_keys(view.texts[other[1] - 1]))
        and here.isdisjoint(word_keys(view.texts[other[0]]))
        for other in people
    )


def _families_first(view: View, start: int, end: int) -> Iterator[Place]:
    """Two full names whose family names come first, one after another."""
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
