"""The people known so far, found by a word of their names: a name costs the same in a text of any length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from nlp.entities.misspelt import slips
from nlp.entities.person_mentions import NamedPerson
from nlp.knowledge.dictionary import fold
from nlp.morphology.person.name import PersonName


@dataclass(slots=True, eq=False)
class PersonGroup:
    """The mentions of one person; `full` is the reading with most parts, `nominal` are mentions by post."""

    full: PersonName
    named: list[NamedPerson]
    nominal: list[int] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The number of the earliest mention."""
        return min(each.index for each in self.named)

    @property
    def fullest(self) -> PersonName:
        """The reading with most parts; among equals the most frequent, then the earliest."""
        counted = Counter(each.name for each in self.named)
        most = max(name.parts for name in counted)
        return max((name for name in counted if name.parts == most), key=counted.__getitem__)

    @property
    def gender(self) -> str | None:
        """What the readings and the verbs agree on, `None` when nothing tells."""
        told = [each.name.gender for each in self.named if each.name.gender]
        told += [each.spoken for each in self.named if each.spoken]
        return max(dict.fromkeys(told), key=told.count) if told else None


class Known:
    """The groups by given name and by surname."""

    def __init__(self) -> None:
        self.groups: list[PersonGroup] = []
        self._by_word: dict[str, list[PersonGroup]] = {}
        self._by_slip: dict[str, list[PersonGroup]] = {}

    def add(self, group: PersonGroup) -> None:
        """Another person."""
        self.groups.append(group)
        for word in _words(group.full):
            self._by_word.setdefault(word, []).append(group)
        if group.full.given and group.full.surname:
            for slip in dict.fromkeys(slips(fold(group.full.surname))):
                self._by_slip.setdefault(slip, []).append(group)

    def named_like(self, name: PersonName) -> Iterator[PersonGroup]:
        """Those who share a given name or a surname with this one."""
        return self.called(_words(name))

    def called(self, words: Iterable[str]) -> Iterator[PersonGroup]:
        """Those with one of these folded words, each once."""
        return _each_once(self._by_word, words)

    def misspelt(self, words: Iterable[str]) -> Iterator[PersonGroup]:
        """Those named in full whose surname is one of these folded words with a slip of the pen."""
        return _each_once(self._by_slip, words)


def _each_once(index: Mapping[str, list[PersonGroup]], words: Iterable[str]) -> Iterator[PersonGroup]:
    found = (group for word in words for group in index.get(word, ()))
    return iter({id(group): group for group in found}.values())


def _words(name: PersonName) -> Iterator[str]:
    return iter({fold(part): None for part in (name.given, name.surname) if part})
