"""Tags that the dictionary knows to be impossible, replaced by the nearest possible one.

The networks see three words around; the dictionary sees none, but it knows that «Соглашении» is no participle and that
«презентуя» is no name. Words it lacks, and capitalised words that may be somebody's name, keep their tags.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from nlp.knowledge.dictionary import Reading, Tag, parse
from nlp.morphology.readings import PROPER, agreement, split, tables

OPEN = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
"""The parts of speech that are checked; the small words are a closed list that the network knows by heart."""
_SHOWN = ("Case", "Number", "Gender")


def possible(word: str, tag: str, *, initial: bool) -> str:
    """The tag itself, «NOUN|Case=Loc|…», or the nearest that the dictionary allows; `initial`: first of a sentence."""
    part, _ = _read(tag)
    if part not in OPEN or not _checked(word, part, initial=initial):
        return tag
    known = tuple([reading.tag for reading in parse(word.lower()) if reading.is_known])
    return tag if _stands(known, tag, initial) else _corrected(word, tag)


@lru_cache(maxsize=1 << 12)
def _stands(known: tuple[Tag, ...], tag: str, initial: bool) -> bool:
    """Whether the dictionary allows the tag for a word that has these there: many words have the same ones."""
    part, found = _read(tag)
    own = [_traits(each) for each in known]
    fitting = [traits for traits in own if traits.part in tables().parts[part] and traits.part in tables().full]
    if not own or (part == "PROPN" and not fitting and not initial):
        return True
    shown = ("Case",) if part == "PROPN" else _SHOWN
    return any(_allows(traits, found, shown) for traits in fitting)


def _corrected(word: str, tag: str) -> str:
    """The nearest tag of those that the dictionary knows; of a name, only of readings that may rename it."""
    part, found = _read(tag)
    known = [reading for reading in parse(word.lower()) if reading.is_known and reading.tag.POS in tables().full]
    fitting = [reading for reading in known if reading.tag.POS in tables().parts[part]]
    if part == "PROPN" and fitting:
        fitting = [reading for reading in fitting if _renames(reading, found)]
        if not fitting:
            return tag
    pool = fitting or known
    return _nearest(pool, tag) if pool else tag


@lru_cache(maxsize=1 << 11)
def _read(tag: str) -> tuple[str, Mapping[str, str]]:
    part, _, features = tag.partition("|")
    return part, split(features)


class _Traits(NamedTuple):
    """A tag of the dictionary in the terms of Universal Dependencies, but for its part of speech."""

    part: str | None
    features: dict[str, str]


@lru_cache(maxsize=1 << 12)
def _traits(tag: Tag) -> _Traits:
    """A fixed word has no case of its own."""
    rows = [row for name in tag.grammemes for row in tables().features.get(name, ())]
    return _Traits(tag.POS, {row.feature: row.value for row in rows})


def _checked(word: str, part: str, *, initial: bool) -> bool:
    """Abbreviations and initials are left alone, and names of which the dictionary knows only a common word."""
    if len(word) < 3 or not word.isalpha() or word.isupper():
        return False
    return initial or part != "PROPN" or word[:1].isupper()


def _allows(own: _Traits, found: Mapping[str, str], shown: Sequence[str]) -> bool:
    """Whether the tag's features are those of the reading, where both show them; of a name, only the case counts."""
    features = own.features
    return all(features.get(name) == found[name] for name in shown if name in found and features.get(name))


def _renames(reading: Reading, found: Mapping[str, str]) -> bool:
    """Whether a reading may correct a name's: a name too, of that number and gender («Шнуров» is not «шнуры»)."""
    own = _traits(reading.tag).features
    same = all(own.get(name) in {None, found.get(name)} for name in ("Number", "Gender"))
    return same and not PROPER.isdisjoint(reading.tag.grammemes)


def _nearest(pool: list[Reading], tag: str) -> str:
    """A name stays a name, if a noun; everything else is what the dictionary says."""
    part, _, features = tag.partition("|")
    scores = [agreement(reading, part, features) for reading in pool]
    own, found = _traits(pool[scores.index(max(scores))].tag)
    own_part = part if tables().parts[part][0] == own else tables().full[str(own)]
    return f"{own_part}|{'|'.join(f'{name}={found[name]}' for name in sorted(found))}".rstrip("|")
