"""Which word of a person's name is the given name, the patronymic, the surname.

«Ткач Павел Николаевич» and «П. Н. Ткач» are the same three parts in another order. Rules are tried from the surest to
the default, in which the last word is the surname: «Реджеп Тайип Эрдоган».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nlp.knowledge import lists
from nlp.morphology.person.east import surname_first
from nlp.morphology.person.forms import kinds, known_noun

PIECE = re.compile(r"[A-ZА-ЯЁ](?:[а-я])?\.(?:-[A-ZА-ЯЁ]\.)?|[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*", re.UNICODE)
_INITIAL = re.compile(r"[A-ZА-ЯЁ][а-я]?\.(?:-[A-ZА-ЯЁ]\.)?|[A-ZА-ЯЁ]")
_NUMERAL = re.compile("[IVX]+")


@dataclass(frozen=True, slots=True)
class Order:
    """The places of the words in each part; words are numbered from 0, an absent part is empty."""

    given: tuple[int, ...] = ()
    patronymic: tuple[int, ...] = ()
    surname: tuple[int, ...] = ()
    eastern: bool = False


def pieces(text: str) -> list[str]:
    """The words and initials of a name as written: «П.И. Ткача» → «П.», «И.», «Ткача»."""
    return PIECE.findall(text)


def particles() -> frozenset[str]:
    """Small words inside a name: «фон», «де», «бен»."""
    return lists.words("identity/name_particles.txt")


def _after_father() -> frozenset[str]:
    return lists.words("identity/after_father.txt")


def initial(word: str) -> bool:
    """Whether the word is an initial, with or without its full stop: «П.», «Дж.», «П»."""
    return _INITIAL.fullmatch(word) is not None


def order(words: Sequence[str]) -> Order:
    """The parts of a name of at least one word."""
    for rule in RULES:
        if (found := rule(words)) is not None:
            return found
    return _last_is_surname(words)


def _single(words: Sequence[str]) -> Order | None:
    """«Путин» is a surname, «Павел» a given name."""
    if len(words) > 1:
        return None
    known = kinds(words[0])
    return Order(given=(0,)) if "Name" in known and "Surn" not in known else Order(surname=(0,))


def _numbered(words: Sequence[str]) -> Order | None:
    """«Елизавета II», «папа Иоанн Павел II»: a numeral is no surname."""
    last = len(words) - 1
    return Order(given=tuple(range(last))) if last and _NUMERAL.fullmatch(words[last]) else None


def _initials(words: Sequence[str]) -> Order | None:
    """«П. И. Ткач», «Ткач П.И.»: the first initial stands for the given name, the second for the patronymic."""
    short = [place for place, word in enumerate(words) if initial(word)]
    full = [place for place in range(len(words)) if place not in short]
    if not short or not full or (full[0] < short[0] < full[-1]):
        return _middle_initial(words, short) if short and full else None
    return Order(given=tuple(short[:1]), patronymic=tuple(short[1:2]), surname=tuple(full))


def _middle_initial(words: Sequence[str], short: Sequence[int]) -> Order:
    """«Джордж У. Буш»: the initial belongs to the given names."""
    given = tuple(range(short[-1] + 1))
    return Order(given=given, surname=tuple(range(short[-1] + 1, len(words))))


def _fathers_name(words: Sequence[str]) -> Order | None:
    """«Ильхам Гейдар оглы Алиев», «Алиев Ильхам Гейдар оглы»."""
    place = next((i for i, word in enumerate(words) if word.lower() in _after_father() and i >= 2), None)
    if place is None:
        return None
    patronymic, rest = (place - 1, place), [i for i in range(len(words)) if i not in {place - 1, place}]
    given, surname = ([rest[1]], [rest[0]]) if place == len(words) - 1 and len(rest) > 1 else (rest[:1], rest[1:])
    return Order(given=tuple(given), patronymic=patronymic, surname=tuple(surname))


def _patronymic(words: Sequence[str]) -> Order | None:
    """«Павел Николаевич (Ткач)», «Ткач Павел Николаевич»."""
    place = next((i for i, word in enumerate(words) if i and "Patr" in kinds(word)), None)
    if place is None or not (place + 1 < len(words) or "Name" in kinds(words[place - 1])):
        return None
    after = tuple(range(place + 1, len(words)))
    before = tuple(range(place - 1))
    return Order(given=(place - 1,), patronymic=(place,), surname=after or before)


def _eastern(words: Sequence[str]) -> Order | None:
    """«Ли Цян», «Ким Чен Ын»."""
    return Order(given=tuple(range(1, len(words))), surname=(0,), eastern=True) if surname_first(words) else None


def _particle(words: Sequence[str]) -> Order | None:
    """«Урсула фон дер Ляйен»: everything from the particle on is the surname."""
    place = next((i for i, word in enumerate(words) if i and word in particles()), None)
    return None if place is None else Order(given=tuple(range(place)), surname=tuple(range(place, len(words))))


def _bare_surname(words: Sequence[str]) -> Order | None:
    """«фон Беттихер», «ван дер Линден»: a surname alone, with what it begins with."""
    if len(words) < 2 or words[0].lower() not in particles() or not (words[0].islower() or words[1] in particles()):
        return None
    return Order(surname=tuple(range(len(words))))


def _surname_before(words: Sequence[str]) -> Order | None:
    """«Ткач Павел»: only the second word is known as a given name."""
    if len(words) != 2:
        return None
    first, second = kinds(words[0]), kinds(words[1])
    if "Name" in second and "Surn" not in second and "Name" not in first and known_noun(words[0]):
        return Order(given=(1,), surname=(0,))
    return None


def _last_is_surname(words: Sequence[str]) -> Order:
    last = len(words) - 1
    return Order(given=tuple(range(last)), surname=(last,))


RULES: tuple[Callable[[Sequence[str]], Order | None], ...] = (
    _single, _numbered, _initials, _fathers_name, _patronymic, _bare_surname, _eastern, _particle, _surname_before,
)  # fmt: skip
