"""Lists of words and names matched in a document by dictionary form: «Китайской Народной Республикой»."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nlp.knowledge.dictionary import fold
from nlp.mentions.keys import abbreviation, is_plural, item_keys, word_keys
from nlp.mentions.typos import Typos
from nlp.mentions.view import View


class Entry(NamedTuple):
    """An item of a list; `kind` is its class, with sub-classes after dots: «organisation.bare»."""

    item: str
    kind: str
    label: str = ""


class Hit(NamedTuple):
    """An item found: words `start` to `end`."""

    start: int
    end: int
    entry: Entry


Candidate = tuple[tuple[frozenset[str], ...], Entry]
"""An item by the keys of its words after the first."""
Written = tuple[str, str]
"""A word and the lemma of its context."""
FORMER = re.compile("(?i)экс-")
"""A word with it is looked up without it too: «экс-председатель»."""
REMEMBERED = 1 << 14


class Gazetteer:
    """Looks up every word once: a name under the dictionary forms of all its readings, since taggers know few names.

    `words` is for lists of common words: they are looked up by the lemma of their context («премьера» is no «премьер»),
    and a misspelt one counts as itself.
    """

    def __init__(self, entries: Iterable[Entry], *, words: bool = False) -> None:
        self._index: dict[str, list[Candidate]] = defaultdict(list)
        self._abbreviations: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._add(entry)
        self._seen: dict[Written, tuple[Candidate, ...]] = {}
        self._typos = Typos(self._single_words()) if words else None

    def find(self, view: View) -> list[Hit]:
        """All items, overlapping ones too, by start and then the longest first."""
        found: list[Hit] = []
        for place, word in enumerate(zip(view.texts, view.lemmas, strict=True)):
            candidates = self._seen.get(word)
            if candidates is None:
                candidates = self._remembered(word)
            if candidates:
                found += self._at(view, place, candidates)
        return found

    def _add(self, entry: Entry) -> None:
        if entry.item.isupper() and len(entry.item) > 1 and " " not in entry.item:
            self._abbreviations[entry.item].append(entry)
            return
        first, *rest = item_keys(entry.item)
        for key in first:
            self._index[key].append((tuple(rest), entry))

    def _single_words(self) -> Iterator[str]:
        return (entry.item for items in self._index.values() for rest, entry in items if not rest)

    def _at(self, view: View, place: int, candidates: tuple[Candidate, ...]) -> list[Hit]:
        fitting = [
            Hit(place, place + 1 + len(rest), entry)
            for rest, entry in candidates
            if self._is_form(entry.item, view, place) and (not rest or self._fits(view, place, rest))
        ]
        return sorted(set(fitting), key=_longest)

    def _is_form(self, item: str, view: View, place: int) -> bool:
        """Is the word here one the item can stand for? «управлять» is no form of «управляющий»."""
        caseless = self._typos is not None and view.parts[place] == "VERB" and not view.features[place].case
        return not caseless and _spelt(item, view, place) and _counted(item, view, place)

    def _remembered(self, word: Written) -> tuple[Candidate, ...]:
        """The items that can begin with a word; most words begin none, and the answer is remembered."""
        if len(self._seen) >= REMEMBERED:
            self._seen.clear()
        return self._seen.setdefault(word, tuple(self._look_up(*word)))

    def _look_up(self, text: str, lemma: str) -> Iterator[Candidate]:
        yield from (((), entry) for entry in self._abbreviations.get(abbreviation(text) or "", ()))
        keys = self._keys(text, lemma)
        if "-" in text and FORMER.match(text):
            keys = keys | self._keys(FORMER.sub("", text), FORMER.sub("", lemma))
        if self._typos is not None and self._index.keys().isdisjoint(keys):
            meant = self._typos.meant(text)
            keys = frozenset({meant} if meant else ())
        for key in keys:
            yield from self._index.get(key, ())

    def _keys(self, text: str, lemma: str) -> frozenset[str]:
        if self._typos is None and text[:1].isupper():
            return word_keys(text)
        return frozenset({fold(text), lemma})

    def _fits(self, view: View, place: int, rest: tuple[frozenset[str], ...]) -> bool:
        places = range(place + 1, place + 1 + len(rest))
        if places.stop > len(view):
            return False
        return all(
            not keys.isdisjoint(self._keys(view.texts[each], view.lemmas[each]))
            for keys, each in zip(rest, places, strict=True)
        )


def _spelt(item: str, view: View, place: int) -> bool:
    """A name needs its capital letter; a common word may have one or not."""
    return not item[:1].isupper() or view.capital(place)


def _counted(item: str, view: View, place: int) -> bool:
    """What is listed in the plural is looked for in the plural: «выборы», not «выбор»."""
    return view.features[place].number != "sing" or not is_plural(item)


def _longest(hit: Hit) -> tuple[int, str, str]:
    return -hit.end, hit.entry.kind, hit.entry.item
