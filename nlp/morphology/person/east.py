"""Names whose family name comes first: «Сюн Цицзюнь», «Ким Чен Ын», «Нгуен Фу Чонг»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.knowledge.dictionary import parse
from nlp.morphology.person.families import Family, families
from nlp.morphology.person.forms import kinds, readings

_INITIAL = "(?:чж|цз|[бпмфдтнлгкхцчшсжвй])?"
_FINAL = (
    "(?:уань|уан|уай|юань|юнь|юн|юэ|янь|яо|ян|инь|ин|иу|ия|ань|ан|ай|ао|"
    "энь|эн|эр|эй|уэй|оу|унь|ун|уй|уэ|уа|уо|а|э|о|у|и|я|е|ю)"
)
PALLADIUS = re.compile(f"(?:{_INITIAL}{_FINAL}){{1,2}}")
"""One or two syllables of the transcription of Chinese by Palladius (Kafarov), as Russian writes a given name."""


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
    return all(PALLADIUS.fullmatch(word.lower()) for word in given[:-1]) and any(map(PALLADIUS.fullmatch, last))


def _european(word: str) -> bool:
    return bool(kinds(word)) and not PALLADIUS.fullmatch(word.lower())
