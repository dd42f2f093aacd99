"""What nominative a name's word may come from: «Ткача» is «Ткач» in the genitive, or «Ткача» herself.

A word has several readings, each a base form with the gender and the case that would give the word. The dictionary
knows common names; endings cover the rest, foreign and rare names included. Nothing is decided here: a whole name, its
context and its document choose (`nlp.morphology.person.choice`).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from nlp.knowledge import lists
from nlp.knowledge.dictionary import Reading as Parsed
from nlp.knowledge.dictionary import fold, inflected, parse
from nlp.morphology.person.endings import BY_ENDING, CASES, GENDERS, RULES
from nlp.morphology.person.given import is_listed, recognised
from nlp.morphology.person.reading import Reading

_CASE_OF = {
    "nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc",
    "gen2": "Gen", "acc2": "Acc", "loc2": "Loc",
}  # fmt: skip
_NOMINATIVE = frozenset({"sing", "nomn"})
_NAMES = ("Name", "Surn", "Patr")
_KNOWN_NAME, _KNOWN_WORD = 3.0, 1.2


@lru_cache(maxsize=4096)
def readings(word: str) -> tuple[Reading, ...]:
    """Every reading of one word, the letters' case kept: «Ткачом» → «Ткач» male Ins."""
    if not _cyrillic(word):
        return tuple(Reading(word, gender, case, BY_ENDING) for gender, case in product(GENDERS, CASES))
    if "-" in word.strip("-"):
        article, _, name = word.partition("-")
        return _after_article(article, name) if article.lower() in _articles() else _hyphenated(word)
    best: dict[tuple[str, str, str], Reading] = {}
    for reading in (*_from_dictionary(word), *_from_endings(word)):
        key = (reading.base, reading.gender, reading.case)
        if key not in best or best[key].weight < reading.weight:
            best[key] = reading
    return tuple(recognised(word, best.values()))


@lru_cache(maxsize=4096)
def listed(word: str) -> bool:
    """Whether the list of given names has the word in one of its readings."""
    return any(is_listed(word, each) for each in readings(word))


@lru_cache(maxsize=4096)
def kinds(word: str) -> frozenset[str]:
    """What the dictionary knows the word to be: `Name` (given), `Surn`, `Patr`."""
    known = (each.tag for each in parse(word.lower()) if each.is_known)
    return frozenset(kind for tag in known for kind in _NAMES if kind in tag)


@lru_cache(maxsize=4096)
def known_noun(word: str) -> bool:
    """Whether the dictionary has the word as a surname or another noun: «Ткач», but not «Франсуа»."""
    return any(each.is_known and each.tag.POS == "NOUN" for each in parse(word.lower()))


def _cyrillic(word: str) -> bool:
    return any("а" <= letter <= "я" or letter == "ё" for letter in word.lower())


def _after_article(article: str, name: str) -> tuple[Reading, ...]:
    """«аль-Асада»: the article stays; names in -и, of places and tribes, take no endings: «аль-Малики»."""
    found = (each for each in readings(name) if each.base == name or not name.endswith("и"))
    return tuple(each._replace(base=f"{article}-{each.base}") for each in found)


def _articles() -> frozenset[str]:
    return lists.words("identity/arabic_articles.txt")


def _rare() -> frozenset[str]:
    return lists.words("identity/rare_given_names.txt")


def _hyphenated(word: str) -> tuple[Reading, ...]:
    """Each part for itself, or only the last one declined: «Жан-Клода», «Салтыкова-Щедрина»."""
    head, _, tail = word.rpartition("-")
    found = [Reading(f"{head}-{last.base}", last.gender, last.case, last.weight * 0.7) for last in readings(tail)]
    for first, last in product(_first_parts(head), readings(tail)):
        if (first.gender, first.case) == (last.gender, last.case):
            weight = (first.weight + last.weight) / 2
            found.append(Reading(f"{first.base}-{last.base}", last.gender, last.case, weight, last.kind))
    return tuple(found)


def _first_parts(head: str) -> list[Reading]:
    """«Семёнова-Тян(-Шанского)»: what stands in the middle may stay."""
    first, dash, middle = head.partition("-")
    found = [each._replace(base=f"{each.base}-{middle}") for each in readings(first)] if dash else []
    return [*found, *readings(head)]


def _from_dictionary(word: str) -> list[Reading]:
    found = []
    for each in parse(word.lower()):
        tag = each.tag
        if not each.is_known or "sing" not in tag or tag.case not in _CASE_OF or tag.POS not in {"NOUN", "ADJF"}:
            continue
        kind = next((name for name in _NAMES if name in tag), "") if each.normal_form not in _rare() else ""
        for gender in _genders("ms-f" if "ms-f" in tag else tag.gender):
            base = _nominative(each, kind)
            if base is not None and not (tag.POS == "ADJF" and base.endswith("ое")):
                weight = (_KNOWN_NAME if kind else _KNOWN_WORD) + 0.5 * float(each.score)
                found.append(Reading(_cased(base, word), gender, _CASE_OF[tag.case], weight, kind))
    return found


def _nominative(reading: Parsed, kind: str) -> str | None:
    """Inflected only where the dictionary form may have another gender: «Лужковой», «Марковны», «Дзержинской»."""
    if reading.tag.case == "nomn":
        return str(reading.word)
    if kind in {"", "Name"} and reading.tag.POS == "NOUN":
        return str(reading.normal_form)
    return inflected(reading, _NOMINATIVE)


def _genders(grammeme: str | None) -> tuple[str, ...]:
    return {"masc": ("male",), "femn": ("female",), "ms-f": GENDERS}.get(str(grammeme), ())


def _from_endings(word: str) -> list[Reading]:
    low = word.lower()
    found = [each for rule in RULES for each in rule(low)]
    cased = {base: _cased(base, word) for base, *_ in found}
    return [Reading(cased[base], gender, case, weight) for base, gender, case, weight in found]


def _cased(base: str, pattern: str) -> str:
    """Write `base` with the capitals and the е of `pattern`: «ткач» as «Ткач», «ковалёва» as «Ковалева»."""
    if pattern.isupper() and len(pattern) > 1:
        return base.upper()
    pairs = zip(fold(base), fold(pattern), strict=False)
    common = next((place for place, (one, two) in enumerate(pairs) if one != two), min(len(base), len(pattern)))
    if not common:
        return base[:1].upper() + base[1:] if pattern[:1].isupper() else base
    return pattern[:common] + base[common:]
