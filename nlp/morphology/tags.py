"""Tags that the dictionary knows to be impossible, replaced by the nearest possible one.

The networks see three words around; the dictionary sees none, but it knows that «Соглашении» is no participle and that
«презентуя» is no name. Words it lacks, and capitalised words that may be somebody's name, keep their tags.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nlp.knowledge.dictionary import Reading, parse
from nlp.morphology.readings import PROPER, agreement, split, tables

OPEN = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
"""The parts of speech that are checked; the small words are a closed list that the network knows by heart."""
_SHOWN = ("Case", "Number", "Gender")


@lru_cache(maxsize=1 << 15)
def possible(word: str, tag: str, *, initial: bool) -> str:
    """The tag itself, «NOUN|Case=Loc|…», or the nearest that the dictionary allows; `initial`: first of a sentence."""
    part, _, features = tag.partition("|")
    known = [reading for reading in parse(word.lower()) if reading.is_known]
    if part not in OPEN or not known or not _checked(word, part, initial=initial):
        return tag
    fitting = [
        reading for reading in known if reading.tag.POS in tables().parts[part] and reading.tag.POS in tables().full
    ]
    if part == "PROPN" and not fitting and not initial:
        return tag
    found = split(features)
    shown = ("Case",) if part == "PROPN" else _SHOWN
    if any(_allows(reading, found, shown) for reading in fitting):
        return tag
    if part == "PROPN" and fitting:
        fitting = [reading for reading in fitting if _renames(reading, found)]
        if not fitting:
            return tag
    pool = fitting or [reading for reading in known if reading.tag.POS in tables().full]
    return _nearest(pool, part, found) if pool else tag


def _checked(word: str, part: str, *, initial: bool) -> bool:
    """Abbreviations and initials are left alone, and names of which the dictionary knows only a common word."""
    if len(word) < 3 or not word.isalpha() or word.isupper():
        return False
    return initial or part != "PROPN" or word[:1].isupper()


def _allows(reading: Reading, found: dict[str, str], shown: Sequence[str]) -> bool:
    """Whether the tag's features are those of the reading, where both show them; of a name, only the case counts."""
    own = _features(reading)
    return all(own.get(name) == found[name] for name in shown if name in found and own.get(name))


def _renames(reading: Reading, found: dict[str, str]) -> bool:
    """Whether a reading may correct a name's: a name too, of that number and gender («Шнуров» is not «шнуры»)."""
    own = _features(reading)
    same = all(own.get(name) in {None, found.get(name)} for name in ("Number", "Gender"))
    return same and not PROPER.isdisjoint(reading.tag.grammemes)


def _nearest(pool: list[Reading], part: str, found: dict[str, str]) -> str:
    """A name stays a name, if a noun; everything else is what the dictionary says."""
    best = max(pool, key=_Agreement(part, found))
    own = _features(best)
    own_part = part if tables().parts[part][0] == best.tag.POS else tables().full[best.tag.POS]
    return f"{own_part}|{'|'.join(f'{name}={own[name]}' for name in sorted(own))}".rstrip("|")


class _Agreement:
    """A sort key: how well a reading agrees with a tag."""

    def __init__(self, part: str, found: dict[str, str]) -> None:
        self.part, self.found = part, found

    def __call__(self, reading: Reading) -> float:
        return agreement(reading, self.part, self.found)


def _features(reading: Reading) -> dict[str, str]:
    """The reading's features in the terms of Universal Dependencies; a fixed word has no case of its own."""
    rows = [row for name in reading.tag.grammemes for row in tables().features.get(name, ())]
    return {row.feature: row.value for row in rows}
