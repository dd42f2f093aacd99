"""Which nominatives the ending of a name allows, dictionary or not: «Цицзюнем» is «Цицзюнь», «Бербок» stays «Бербок».

Each rule takes a word in lower case and gives (nominative, gender, case, weight).
"""

from __future__ import annotations

from collections.abc import Callable

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
GENDERS = ("male", "female")
VOWELS = "аеёиоуыэюя"
BY_ENDING, RARE = 1.0, 0.4
"""Weights of a nominative that the ending suggests, and of one that few names have."""
_NO_ENDS = ("вц", "бц", "дц", "мц", "пц")
_WOMANLY = ("ова", "ева", "ёва")
Nominatives = list[tuple[str, str, str, float]]


def _unchanged(low: str) -> Nominatives:
    """Indeclinable: «Шойгу», «Меркель» of a woman; and every word in the nominative."""
    found = [(low, gender, "Nom", _nominative(low, gender)) for gender in GENDERS if _may_be_nominative(low, gender)]
    oblique = CASES[1:]
    if low[-1] in "оуэеиыюё":
        weight = RARE if low[-1] == "ы" else 0.8
        return found + [(low, gender, case, weight) for gender in GENDERS for case in oblique]
    if low[-1] not in VOWELS and not low.endswith(("ом", "ем", "ым", "ой", "ей")):
        return found + [(low, "female", case, 0.9) for case in oblique]
    return found + [(low, gender, case, RARE / 2) for gender in GENDERS for case in oblique]


def _nominative(low: str, gender: str) -> float:
    """How likely a name ends so in the nominative: «Концова» is a woman's, a man's is rare («Казанова»)."""
    if low.endswith(_WOMANLY) and len(low) > 4:
        return BY_ENDING if gender == "female" else RARE
    if low.endswith("ы"):
        return 0.5
    return 0.9 if low.endswith(("а", "я", "ом", "ем", "ым")) else BY_ENDING


def _may_be_nominative(low: str, gender: str) -> bool:
    if low.endswith(("ого", "его", "ому", "ему", "ую")):
        return len(low) < 5
    return not (gender == "female" and low.endswith(("ский", "цкий", "ов", "ев", "ёв")))


def _male_consonant(low: str) -> Nominatives:
    """«Ткач», «Олланд»: -а, -у, -ом (-ем after a hissing consonant), -е."""
    found: Nominatives = []
    for ending, cases in (("а", ("Gen", "Acc")), ("у", ("Dat",)), ("ом", ("Ins",)), ("ем", ("Ins",)), ("е", ("Loc",))):
        stem = low.removesuffix(ending)
        if stem == low or len(stem) < 2 or stem[-1] in VOWELS + "ьй" or stem.endswith(_NO_ENDS):
            continue
        if ending == "ем" and stem[-1] not in "жшчщц":
            continue
        found += [(stem, "male", case, BY_ENDING) for case in cases]
    return found


def _fleeting(low: str) -> Nominatives:
    """«Кравцом» is of «Кравец»: after these consonants -ц is none of a name in the nominative."""
    table = (("а", ("Gen", "Acc")), ("у", ("Dat",)), ("ом", ("Ins",)), ("ем", ("Ins",)), ("е", ("Loc",)))
    stems = ((low.removesuffix(ending), cases) for ending, cases in table if low.endswith(ending))
    return [(stem[:-1] + "ец", "male", case, 3.0) for stem, cases in stems if stem.endswith(_NO_ENDS) for case in cases]


def _soft(low: str) -> Nominatives:
    """«Цицзюнь», «Гайдай», «Андрей»: -я, -ю, -ем, -е; «Любовь» and its like are in the dictionary."""
    found: Nominatives = []
    for ending, cases in (("я", ("Gen", "Acc")), ("ю", ("Dat",)), ("ем", ("Ins",)), ("е", ("Loc",)), ("ём", ("Ins",))):
        stem = low.removesuffix(ending)
        if stem == low or len(stem) < 2 or stem[-1] in "жшчщцкгхьй":
            continue
        base = stem + ("й" if stem[-1] in VOWELS else "ь")
        weight = BY_ENDING if ending in {"я", "ем"} else 0.7
        found += [(base, "male", case, weight) for case in cases]
    return found


def _adjective(low: str) -> Nominatives:
    """«Дзержинский», «Ковалевская»."""
    male = (("ого", ("Gen", "Acc")), ("ому", ("Dat",)), ("им", ("Ins",)), ("ом", ("Loc",)))
    female = (("ой", ("Gen", "Dat", "Ins", "Loc")), ("ую", ("Acc",)), ("ою", ("Ins",)))
    found: Nominatives = []
    for table, gender, nominative in ((male, "male", "ий"), (female, "female", "ая")):
        for ending, cases in table:
            stem = low.removesuffix(ending)
            if stem != low and stem.endswith(("ск", "цк")):
                found += [(stem + nominative, gender, case, 1.5) for case in cases]
    return found


def _possessive(low: str) -> Nominatives:
    """«Путин», «Алиев»: instrumental -ым; «Путина», «Алиева»: -ой, -у."""
    found: Nominatives = []
    for ending, gender, cases, tail in (
        ("ым", "male", ("Ins",), ""),
        ("ой", "female", ("Gen", "Dat", "Ins", "Loc"), "а"),
        ("у", "female", ("Acc",), "а"),
    ):
        stem = low.removesuffix(ending)
        if stem != low and stem.endswith(("ов", "ев", "ёв", "ин", "ын")):
            found += [(stem + tail, gender, case, 1.5) for case in cases]
    return found


def _a_stem(low: str) -> Nominatives:
    """«Обама», «Бербока», «Гарсия»: -ы/-и, -е, -у/-ю, -ой/-ей."""
    table = (
        ("ы", "а", ("Gen",)), ("и", "а", ("Gen",)), ("е", "а", ("Dat", "Loc")), ("у", "а", ("Acc",)),
        ("ой", "а", ("Ins",)), ("ей", "а", ("Ins",)), ("и", "я", ("Gen", "Dat", "Loc")), ("е", "я", ("Dat", "Loc")),
        ("ю", "я", ("Acc",)), ("ей", "я", ("Ins",)),
    )  # fmt: skip
    found: Nominatives = []
    for ending, nominative, cases in table:
        stem = low.removesuffix(ending)
        if stem != low and len(stem) > 1 and _joins(stem, ending, nominative):
            found += [(stem + nominative, gender, case, 0.8) for gender in GENDERS for case in cases]
    return found


def _joins(stem: str, ending: str, nominative: str) -> bool:
    velar = stem[-1] in "кгхжшчщ"
    if nominative == "а":
        return stem[-1] not in VOWELS + "ьй" and (ending not in {"ы", "и"} or (ending == "и") == velar)
    return not velar and (stem[-1] in VOWELS + "ьй" or ending != "и" or len(stem) > 2)


RULES: tuple[Callable[[str], Nominatives], ...] = (
    _unchanged, _male_consonant, _fleeting, _soft, _adjective, _possessive, _a_stem,
)  # fmt: skip
