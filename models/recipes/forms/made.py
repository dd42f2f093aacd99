"""Phrases made by rule, with their dictionary forms: foreign names above all, in all cases and in plain sentences.

«Визит Чжан Гаомина в Минск отложен.» Equal seeds make equal phrases. The words are in `made.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec

from nlp.knowledge.dictionary import Reading, parse
from nlp.knowledge.reader import read_toml

CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
MALE, FEMALE = 0, 1
VOWELS = "аеёиоуыэюя"
UNDECLINED = frozenset({"Дюма", "Золя"})
FLEETING = {
    "Пётр": "Петр",
    "Лев": "Льв",
    "Павел": "Павл",
    "Бобёр": "Бобр",
    "Орёл": "Орл",
    "Стрелец": "Стрельц",
    "Жаворонок": "Жаворонк",
    "Чапек": "Чапек",
}


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Given names and surnames that go together."""

    men: list[str]
    women: list[str]
    surnames: list[str]


class Syllables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Surnames and the syllables of what follows them."""

    surnames: list[str]
    syllables: list[str]


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that are no names."""

    keep: list[str]
    between: list[list[str]]
    apart: list[list[str]]
    numerals: list[str]
    counted: list[str]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`made.toml`."""

    names: list[Group]
    chinese: Syllables
    korean: Syllables
    japanese: Group
    phrases: Phrases
    sentences: dict[str, list[str]]


class Made(NamedTuple):
    """A text, the phrase at `start`:`end` of it, its dictionary form, the clue of its label or `None`."""

    text: str
    start: int
    end: int
    norm: str
    label: str | None


def made(count: int, seed: int) -> Iterator[Made]:
    """`count` phrases, one a text; every third person stands in two sentences, in two cases."""
    words = read_toml(Path(__file__).with_name("made.toml"), Words)
    draw = Random(seed)  # noqa: S311  nothing here is a secret
    for _ in range(count):
        way = draw.random()
        if way < 0.15:
            yield _sentence(words, draw, *_phrase(words.phrases, draw), MALE, draw.choice([None, "label=other"]))
        elif way < 0.2:
            yield _sentence(words, draw, *_family(words, draw), MALE, draw.choice([None, "label=other"]))
        else:
            gender = FEMALE if draw.random() < 0.3 else MALE
            forms = _person(words, draw, gender)
            yield _sentence(words, draw, *_written(forms, draw), gender, draw.choice([None, "label=PER"]))


def _sentence(  # noqa: PLR0913  what a sentence is made of
    words: Words, draw: Random, case: str, forms: dict[str, str], gender: int, label: str | None
) -> Made:
    before, after = _template(words, draw, case, gender).split("{}")
    phrase, tail = forms[case], ""
    if draw.random() < 0.3:
        other = draw.choice(list(CASES))
        tail = " " + _capital(_template(words, draw, other, gender).replace("{}", forms[other]))
    text = before + phrase + (after if not phrase.endswith(".") or after != "." else "")
    return Made(text + tail, len(before), len(before) + len(phrase), forms["Nom"], label)


def _template(words: Words, draw: Random, case: str, gender: int) -> str:
    chosen = draw.choice(words.sentences[case])
    return " ".join(_gendered(word, gender) for word in chosen.split(" "))


def _gendered(word: str, gender: int) -> str:
    return word.split("|")[gender] if "|" in word else word


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _written(forms: dict[str, list[str]], draw: Random) -> tuple[str, dict[str, str]]:
    """A case, and the name in every case: mostly in full, else with initials, the surname alone or in capitals."""
    way = draw.random()
    case = draw.choice(list(CASES))
    if way < 0.08 and len(forms["Nom"]) == 2:
        return case, {each: _initialled(own, way < 0.04, blank=way < 0.06) for each, own in forms.items()}
    if way < 0.11:
        return case, {each: " ".join(own).upper() for each, own in forms.items()}
    return case, {each: " ".join(own) for each, own in forms.items()}


def _initialled(own: Sequence[str], before: bool, *, blank: bool) -> str:
    initials = f"{own[0][0]}." + (" " if blank else "") + "А."
    return f"{initials} {own[1]}" if before else f"{own[1]} {initials}"


def _person(words: Words, draw: Random, gender: int) -> dict[str, list[str]]:
    way = draw.random()
    if way < 0.2:
        own = "".join(draw.sample(words.chinese.syllables, draw.choice((1, 2, 2))))
        return _east([draw.choice(words.chinese.surnames)], own.title(), gender)
    if way < 0.3:
        first, last = draw.sample(words.korean.syllables, 2)
        return _east([draw.choice(words.korean.surnames), first], last, gender)
    group = words.japanese if way < 0.36 else draw.choice(words.names)
    given, surname = draw.choice(group.women if gender else group.men), draw.choice(group.surnames)
    pairs = {case: [_given(given, case, gender), _surname(surname, case, gender)] for case in CASES}
    if draw.random() < 0.06:
        second = draw.choice(group.women if gender else group.men)
        pairs = {case: [pair[0], _given(second, case, gender), pair[1]] for case, pair in pairs.items()}
    elif draw.random() < 0.07:
        other = draw.choice(group.surnames)
        for case, pair in pairs.items():
            pair[-1] += "-" + _surname(other, case, gender)
    return pairs


def _family(words: Words, draw: Random) -> tuple[str, dict[str, str]]:
    """«братья Островские», «Рихтеры»: names that have a plural."""
    name = draw.choice(
        [
            each
            for each in draw.choice(words.names).surnames
            if each[-1] not in VOWELS + "йьхО" or each[-2:] in {"ий", "ый", "ой"}
        ]
    )
    head = draw.choice(["", "", "братья", "супруги", "сёстры"])
    forms = {case: _plural(name.rpartition(" ")[2], case) for case in CASES}
    if head:
        forms = {case: f"{_inflected(head, case)} {own}" for case, own in forms.items()}
    return draw.choice(list(CASES)), forms


def _plural(name: str, case: str) -> str:
    if name.endswith(("ий", "ый", "ой")):
        own = {"Nom": "е", "Dat": "м", "Ins": "ми"}.get(case, "х")
        return name[:-2] + ("и" if name.endswith("ий") or name[-3] in "гкх" else "ы") + own
    if name.endswith(("ов", "ев", "ёв", "ин")):
        return name + {"Nom": "ы", "Dat": "ым", "Ins": "ыми"}.get(case, "ых")
    stem = FLEETING.get(name, name)
    many = "и" if name[-1] in "гкхжшчщ" else "ы"
    genitive = "ей" if name[-1] in "жшчщ" else "ов"
    return stem + {"Nom": many, "Dat": "ам", "Ins": "ами", "Loc": "ах"}.get(case, genitive)


def _east(before: list[str], last: str, gender: int) -> dict[str, list[str]]:
    return {case: [*before, last if gender else _masculine(last, case)] for case in CASES}


def _given(name: str, case: str, gender: int) -> str:
    first, _, last = name.rpartition(" ")
    changed = (_feminine if gender else _masculine)(last, case)
    return f"{first} {changed}" if first else changed


def _surname(name: str, case: str, gender: int) -> str:
    """The last part alone changes: «ван дер Ваальса»; a woman's changes in -ова, -ская and -а."""
    first, blank, last = name.rpartition(" ")
    if last.endswith(("ов", "ев", "ёв", "ин")):
        changed = last + {"Nom": "а", "Acc": "у"}.get(case, "ой") if gender else last + _ENDINGS["ов"][case]
    elif last.endswith(("кий", "ый", "ой")):
        changed = _adjectival(last, case, gender)
    elif gender and last[-1] not in "ая":
        changed = last
    else:
        changed = _masculine(last, case)
    return first + blank + changed


_ENDINGS = {
    "ов": {"Nom": "", "Gen": "а", "Dat": "у", "Acc": "а", "Ins": "ым", "Loc": "е"},
    "hard": {"Nom": "", "Gen": "а", "Dat": "у", "Acc": "а", "Ins": "ом", "Loc": "е"},
    "soft": {"Nom": "", "Gen": "я", "Dat": "ю", "Acc": "я", "Ins": "ем", "Loc": "е"},
    "а": {"Nom": "а", "Gen": "ы", "Dat": "е", "Acc": "у", "Ins": "ой", "Loc": "е"},
    "я": {"Nom": "я", "Gen": "и", "Dat": "е", "Acc": "ю", "Ins": "ей", "Loc": "е"},
    "ия": {"Nom": "я", "Gen": "и", "Dat": "и", "Acc": "ю", "Ins": "ей", "Loc": "и"},
    "his": {"Nom": "", "Gen": "ого", "Dat": "ому", "Acc": "ого", "Ins": "ым", "Loc": "ом"},
    "her": {"Nom": "ая", "Gen": "ой", "Dat": "ой", "Acc": "ую", "Ins": "ой", "Loc": "ой"},
}


def _masculine(name: str, case: str) -> str:
    if case == "Nom" or name in UNDECLINED or name.endswith(("их", "ых", "аа", "уа")):
        return name
    if name[-1] in "ая":
        return _feminine(name, case)
    if name[-1] in "ьй":
        stem = name[:-1]
        ending = _ENDINGS["soft"][case]
        return stem + ("и" if case == "Loc" and name.endswith("ий") else ending)
    if name[-1] in VOWELS or not name[-1].isalpha():
        return name
    ending = "ем" if case == "Ins" and name[-1] in "жшчщц" else _ENDINGS["hard"][case]
    stem = FLEETING.get(name, name)
    return stem + ending


def _feminine(name: str, case: str) -> str:
    """Given names of women, and whatever ends as they do; consonants stay."""
    if name == "Любовь":
        return {"Nom": name, "Acc": name, "Ins": "Любовью"}.get(case, "Любови")
    if name[-1] not in "ая" or name.endswith(("аа", "уа")):
        return name
    stem, ending = name[:-1], _ENDINGS["ия" if name.endswith("ия") else name[-1]][case]
    if ending == "ы" and stem[-1] in "гкхжшчщ":
        ending = "и"
    return stem + ("ей" if ending == "ой" and stem[-1] in "жшчщц" else ending)


def _adjectival(name: str, case: str, gender: int) -> str:
    stem = name[:-2]
    if gender:
        return stem + _ENDINGS["her"][case]
    if case == "Nom":
        return name
    ending = _ENDINGS["his"][case]
    return stem + ("им" if ending == "ым" and stem[-1] in "гкх" else ending)


def _phrase(phrases: Phrases, draw: Random) -> tuple[str, dict[str, str]]:
    case = draw.choice(list(CASES))
    way = draw.choice(("keep", "between", "apart", "numeral"))
    if way == "keep":
        head, _, rest = draw.choice(phrases.keep).partition(" ")
        first, blank, tail = rest.partition(" ")
        return case, {each: _declined_post(head, first, blank + tail, each) for each in CASES}
    if way == "between":
        first, own, last = draw.choice(phrases.between)
        return case, {each: f"{_inflected(first, each)} {own} {_inflected(last, each)}" for each in CASES}
    if way == "apart":
        noun, own, participle, rest = draw.choice(phrases.apart)
        return case, {each: f"{_both(noun, own, each)}, {_inflected(participle, each)} {rest}" for each in CASES}
    numeral, things = draw.choice(phrases.numerals), draw.choice(phrases.counted)
    return case, {each: f"{_inflected(numeral, each)} {_counted(things, each)}" for each in CASES}


def _declined_post(head: str, second: str, rest: str, case: str) -> str:
    """«ведущий научный сотрудник»: adjectives before a noun change with it, what the first word governs does not."""
    words = [head, second, *rest.split()]
    changed: list[str] = []
    for place, word in enumerate(words):
        reading = _nominative(word)
        changed.append(_inflected(word, case))
        if reading is None or reading.tag.POS == "NOUN" or _governs(word):
            return " ".join([*changed[:-1], changed[-1] if reading else word, *words[place + 1 :]])
    return " ".join(changed)


def _governs(word: str) -> bool:
    return word in {"заведующий", "заведующая", "управляющий", "командующий", "исполняющий", "исполняющая"}


def _both(noun: str, own: str, case: str) -> str:
    """«рабочая группа»: both words change when the second can be a nominative of the first's gender."""
    reading = _nominative(noun)
    if reading is not None and reading.tag.POS == "ADJF":
        return f"{_inflected(noun, case)} {_inflected(own, case)}"
    return f"{_inflected(noun, case)} {own}"


def _counted(things: str, case: str) -> str:
    """After a numeral in the nominative or accusative the genitive plural, else its own case."""
    if case in {"Nom", "Acc"}:
        return things
    first, *rest = things.split(" ")
    reading = next((each for each in parse(first) if {"gent", "plur"} <= each.tag.grammemes), None)
    if reading is None:
        return things
    changed = [str(reading.inflect({CASES[case]}).word)]
    if reading.tag.POS == "ADJF":
        noun = next(each for each in parse(rest[0]) if {"gent", "plur"} <= each.tag.grammemes)
        changed.append(str(noun.inflect({CASES[case]}).word))
        rest = rest[1:]
    return " ".join([*changed, *rest])


def _nominative(word: str) -> Reading | None:
    return next((each for each in parse(word) if each.tag.case == "nomn"), None)


def _inflected(word: str, case: str) -> str:
    reading = _nominative(word)
    form = None if reading is None else reading.inflect({CASES[case]})
    return word if form is None else str(form.word)
