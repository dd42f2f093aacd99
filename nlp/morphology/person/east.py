"""Names whose family name comes first: «Сюн Цицзюнь», «Ким Чен Ын», «Нгуен Фу Чонг»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nlp.knowledge.dictionary import parse
from nlp.knowledge.reader import read_lines, resource
from nlp.morphology.person.families import Family, families
from nlp.morphology.person.forms import kinds, readings


def surname_first(words: Sequence[str]) -> bool:
    """Whether these words are a family name and its given name in the Eastern order: «Си», «Цзиньпина»."""
    if len(words) not in {2, 3}:
        return False
    return any(_fits(row, words[1:]) for row in families().get(words[0], ())) or declined_surname(words)


def declined_surname(words: Sequence[str]) -> bool:
    """A Korean name whose every word takes endings: «Кима Чен Ира»."""
    bases = {reading.base for reading in readings(words[0])}
    rows = [row for base in bases for row in families().get(base, ()) if row.tradition == "korean"]
    return len(words) == 3 and words[0] not in families() and any(_fits(row, words[1:]) for row in rows)


def _fits(row: Family, given: Sequence[str]) -> bool:
    if any("Patr" in kinds(word) for word in given):
        return False
    if row.tradition == "chinese":
        if row.distinct == "yes" and len(given) == 1 and not parse(given[0].lower())[0].is_known:
            return True  # older spellings: «Сунь Ятсен»
        return _palladius(given) and (row.distinct == "yes" or not _european(given[-1]))
    short = all(len(word) <= 7 and not (len(word) > 4 and _european(word)) for word in given)
    return short and (row.distinct == "yes" or len(given) == 2)


def _palladius(given: Sequence[str]) -> bool:
    """«Цицзюнем» is given by its base «Цицзюнь»; each word but the last stands undeclined."""
    last = {reading.base.lower() for reading in readings(given[-1])}
    return all(palladius(word.lower()) for word in given[:-1]) and any(map(palladius, last))


def palladius(word: str) -> bool:
    """One or two syllables of the transcription of Chinese, in which Russian writes a given name: «цзиньпин»."""
    return _two().fullmatch(word) is not None


@cache
def _two() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(read_lines(resource('identity/palladius.txt')))}){{1,2}}")


def _european(word: str) -> bool:
    return bool(kinds(word)) and not palladius(word.lower())
