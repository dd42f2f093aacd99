"""What nominative a name's word may come from: «Ткача» is «Ткач» in the genitive, or «Ткача» herself.

A word has several readings, each a base form with the gender and the case that would give the word. The dictionary
knows common names; endings cover the rest, foreign and rare names included. Nothing is decided here: a whole name, its
context and its document choose (`nlp.entities.name_choice`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from nlp.knowledge.dictionary import fold, parse

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
GENDERS = ("male", "female")
VOWELS = "аеёиоуыэюя"
_CASE_OF = {
    "nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc",
    "gen2": "Gen", "acc2": "Acc", "loc2": "Loc",
}  # fmt: skip
_NAMES = ("Name", "Surn", "Patr")
_KNOWN_NAME, _KNOWN_WORD, _BY_ENDING, _RARE = 3.0, 1.2, 1.0, 0.4


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a word; `weight` says how far to trust it, `kind` is Name, Surn, Patr or ""."""

    base: str
    gender: str
    case: str
    weight: float
    kind: str = ""


@lru_cache(maxsize=4096)
def readings(word: str) -> tuple[Reading, ...]:
    """Every reading of one word, the letters' case kept: «Ткачом» → «Ткач» male Ins."""
    if not _cyrillic(word):
        return tuple(Reading(word, gender, case, _BY_ENDING) for gender, case in product(GENDERS, CASES))
    if "-" in word.strip("-"):
        return _hyphenated(word)
    best: dict[tuple[str, str, str], Reading] = {}
    for reading in (*_from_dictionary(word), *_from_endings(word)):
        key = (reading.base, reading.gender, reading.case)
        if key not in best or best[key].weight < reading.weight:
            best[key] = reading
    return tuple(best.values())


def kinds(word: str) -> frozenset[str]:
    """What the dictionary knows the word to be: `Name` (given), `Surn`, `Patr`."""
    known = (each.tag for each in parse(word.lower()) if each.is_known)
    return frozenset(kind for tag in known for kind in _NAMES if kind in tag)


def known_noun(word: str) -> bool:
    """Whether the dictionary has the word as a surname or another noun: «Ткач», but not «Франсуа»."""
    return any(each.is_known and each.tag.POS == "NOUN" for each in parse(word.lower()))


def _cyrillic(word: str) -> bool:
    return any("а" <= letter <= "я" or letter == "ё" for letter in word.lower())


def _hyphenated(word: str) -> tuple[Reading, ...]:
    """Each part for itself, or only the last one declined: «Жан-Клода», «Салтыкова-Щедрина»."""
    head, _, tail = word.rpartition("-")
    found = [Reading(f"{head}-{last.base}", last.gender, last.case, last.weight * 0.7) for last in readings(tail)]
    for first, last in product(readings(head), readings(tail)):
        if (first.gender, first.case) == (last.gender, last.case):
            weight = (first.weight + last.weight) / 2
            found.append(Reading(f"{first.base}-{last.base}", last.gender, last.case, weight, last.kind))
    return tuple(found)


def _from_dictionary(word: str) -> list[Reading]:
    found = []
    for each in parse(word.lower()):
        tag = each.tag
        if not each.is_known or "sing" not in tag or tag.case not in _CASE_OF or tag.POS not in {"NOUN", "ADJF"}:
            continue
        kind = next((name for name in _NAMES if name in tag), "")
        for gender in _genders("ms-f" if "ms-f" in tag else tag.gender):
            base = each.inflect({"sing", "nomn"})
            if base is not None and not (tag.POS == "ADJF" and base.word.endswith("ое")):
                weight = (_KNOWN_NAME if kind else _KNOWN_WORD) + 0.5 * float(each.score)
                found.append(Reading(_cased(base.word, word), gender, _CASE_OF[tag.case], weight, kind))
    return found


def _genders(grammeme: str | None) -> tuple[str, ...]:
    return {"masc": ("male",), "femn": ("female",), "ms-f": GENDERS}.get(str(grammeme), ())


def _from_endings(word: str) -> list[Reading]:
    low = word.lower()
    rules = (_unchanged, _male_consonant, _soft, _adjective, _possessive, _a_stem)
    return [
        Reading(_cased(base, word), gender, case, weight) for rule in rules for base, gender, case, weight in rule(low)
    ]


_Rules = list[tuple[str, str, str, float]]


def _unchanged(low: str) -> _Rules:
    """Indeclinable: «Шойгу», «Меркель» of a woman; and every word in the nominative."""
    likely = 0.5 if low.endswith("ы") else 0.9 if low.endswith(("а", "я", "ом", "ем", "ым")) else _BY_ENDING
    found = [(low, gender, "Nom", likely) for gender in GENDERS if _may_be_nominative(low, gender)]
    oblique = CASES[1:]
    if low[-1] in "оуэеиыюё":
        weight = _RARE if low[-1] == "ы" else 0.8
        return found + [(low, gender, case, weight) for gender in GENDERS for case in oblique]
    if low[-1] not in VOWELS and not low.endswith(("ом", "ем", "ым", "ой", "ей")):
        return found + [(low, "female", case, 0.9) for case in oblique]
    return found + [(low, gender, case, _RARE / 2) for gender in GENDERS for case in oblique]


def _may_be_nominative(low: str, gender: str) -> bool:
    if low.endswith(("ого", "его", "ому", "ему", "ую")):
        return len(low) < 5
    return not (gender == "female" and low.endswith(("ский", "цкий", "ов", "ев", "ёв")))


def _male_consonant(low: str) -> _Rules:
    """«Ткач», «Олланд»: -а, -у, -ом (-ем after a hissing consonant), -е."""
    found: _Rules = []
    for ending, cases in (("а", ("Gen", "Acc")), ("у", ("Dat",)), ("ом", ("Ins",)), ("ем", ("Ins",)), ("е", ("Loc",))):
        stem = low.removesuffix(ending)
        if stem == low or len(stem) < 2 or stem[-1] in VOWELS + "ьй":
            continue
        if ending == "ем" and stem[-1] not in "жшчщц":
            continue
        found += [(stem, "male", case, _BY_ENDING) for case in cases]
    return found


def _soft(low: str) -> _Rules:
    """«Цицзюнь», «Гайдай», «Андрей»: -я, -ю, -ем, -е; «Любовь» and its like are in the dictionary."""
    found: _Rules = []
    for ending, cases in (("я", ("Gen", "Acc")), ("ю", ("Dat",)), ("ем", ("Ins",)), ("е", ("Loc",)), ("ём", ("Ins",))):
        stem = low.removesuffix(ending)
        if stem == low or len(stem) < 2 or stem[-1] in "жшчщцкгхьй":
            continue
        base = stem + ("й" if stem[-1] in VOWELS else "ь")
        weight = _BY_ENDING if ending in {"я", "ем"} else 0.7
        found += [(base, "male", case, weight) for case in cases]
    return found


def _adjective(low: str) -> _Rules:
    """«Дзержинский», «Ковалевская»."""
    male = (("ого", ("Gen", "Acc")), ("ому", ("Dat",)), ("им", ("Ins",)), ("ом", ("Loc",)))
    female = (("ой", ("Gen", "Dat", "Ins", "Loc")), ("ую", ("Acc",)), ("ою", ("Ins",)))
    found: _Rules = []
    for table, gender, nominative in ((male, "male", "ий"), (female, "female", "ая")):
        for ending, cases in table:
            stem = low.removesuffix(ending)
            if stem != low and stem.endswith(("ск", "цк")):
                found += [(stem + nominative, gender, case, 1.5) for case in cases]
    return found


def _possessive(low: str) -> _Rules:
    """«Путин», «Алиев»: instrumental -ым; «Путина», «Алиева»: -ой, -у."""
    found: _Rules = []
    for ending, gender, cases, tail in (
        ("ым", "male", ("Ins",), ""),
        ("ой", "female", ("Gen", "Dat", "Ins", "Loc"), "а"),
        ("у", "female", ("Acc",), "а"),
    ):
        stem = low.removesuffix(ending)
        if stem != low and stem.endswith(("ов", "ев", "ёв", "ин", "ын")):
            found += [(stem + tail, gender, case, 1.5) for case in cases]
    return found


def _a_stem(low: str) -> _Rules:
    """«Обама», «Бербока», «Гарсия»: -ы/-и, -е, -у/-ю, -ой/-ей."""
    table = (
        ("ы", "а", ("Gen",)), ("и", "а", ("Gen",)), ("е", "а", ("Dat", "Loc")), ("у", "а", ("Acc",)),
        ("ой", "а", ("Ins",)), ("ей", "а", ("Ins",)), ("и", "я", ("Gen", "Dat", "Loc")), ("е", "я", ("Dat", "Loc")),
        ("ю", "я", ("Acc",)), ("ей", "я", ("Ins",)),
    )  # fmt: skip
    found: _Rules = []
    for ending, nominative, cases in table:
        stem = low.removesuffix(ending)
        if stem != low and len(stem) > 1 and _joins(stem, ending, nominative):
            found += [(stem + nominative, gender, case, 0.8) for gender in GENDERS for case in cases]
    return found


def _joins(stem: str, ending: str, nominative: str) -> bool:
    velar = stem[-1] in "кгхжшчщ"
    if nominative == "а":
        return stem[-1] not in VOWELS + "ьй" and (ending not in {"ы", "и"} or (ending == "и") == velar)
    return not velar and stem[-1] != "й" and (stem[-1] in VOWELS + "ь" or ending != "и" or len(stem) > 2)


def _cased(base: str, pattern: str) -> str:
    """Write `base` with the capitals and the е of `pattern`: «ткач» as «Ткач», «ковалёва» as «Ковалева»."""
    if pattern.isupper() and len(pattern) > 1:
        return base.upper()
    pairs = zip(fold(base), fold(pattern), strict=False)
    common = next((place for place, (one, two) in enumerate(pairs) if one != two), min(len(base), len(pattern)))
    if not common:
        return base[:1].upper() + base[1:] if pattern[:1].isupper() else base
    return pattern[:common] + base[common:]
