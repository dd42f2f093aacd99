"""Dates put into words, by the dictionary and not by the grammar under test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from nlp.knowledge.dictionary import analyzer

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
ORDINALS = (
    "первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой", "девятый", "десятый",
    "одиннадцатый", "двенадцатый", "тринадцатый", "четырнадцатый",
    "пятнадцатый", "шестнадцатый", "семнадцатый", "восемнадцатый",
    "девятнадцатый", "двадцатый",
)  # fmt: skip
TENS = dict(
    zip(
        range(20, 100, 10),
        ("двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"),
        strict=True,
    ),
)
ROUND = dict(
    zip(
        range(30, 100, 10),
        ("тридцатый", "сороковой", "пятидесятый", "шестидесятый", "семидесятый", "восьмидесятый", "девяностый"),
        strict=True,
    ),
)


@lru_cache(maxsize=4096)
def inflected(word: str, *grammemes: str) -> str:
    """A word in a case; the dictionary's own form, so «среда» and «понедельник» come out right."""
    parses = [each for each in analyzer().parse(word) if each.normal_form == word]
    form = parses[0].inflect(set(grammemes))
    return word if form is None else str(form.word)


def ordinal(number: int, case: str, gender: str) -> str:
    """22, gent, neut → «двадцать второго»; up to 99."""
    if number <= 20:
        return inflected(ORDINALS[number - 1], case, gender)
    if number in ROUND:
        return inflected(ROUND[number], case, gender)
    return f"{TENS[number - number % 10]} {inflected(ORDINALS[number % 10 - 1], case, gender)}"


def year_in_words(year: int, case: str) -> str:
    """2024, loct → «две тысячи двадцать четвёртом»; 1900–1999 and 2001–2099."""
    if year < 2000:
        return f"тысяча девятьсот {ordinal(year - 1900, case, 'masc')}"
    return f"две тысячи {ordinal(year - 2000, case, 'masc')}"


def month(day: date, case: str) -> str:
    return inflected(MONTHS[day.month - 1], case)


def weekday(day: date, case: str) -> str:
    return inflected(WEEKDAYS[day.weekday()], case)


def of_day(day: date) -> Iterator[str]:
    """The wordings of one day that have no case of their own."""
    of_month = month(day, "gent")
    yield f"{day.day} {of_month} {day.year} года"
    yield f"{day.day:02} {of_month} {day.year} г."
    yield f"{day.day:02}.{day.month:02}.{day.year}"
    yield f"{day.day}.{day.month}.{day.year}"
    yield f"{day:%Y-%m-%d}"
    yield f"{day.day}-го {of_month} {day.year}-го"
    yield f"{day.day} {of_month} {day.year} г. ({weekday(day, 'nomn')})"


def of_day_in(day: date, case: str) -> Iterator[str]:
    """Those in which the weekday, or the number in words, stands in a case."""
    yield f"{weekday(day, case)}, {day.day} {month(day, 'gent')} {day.year} года"
    yield f"{ordinal(day.day, case, 'neut')} {month(day, 'gent')} {day.year} года"


def in_words(day: date, case: str) -> str:
    """«двадцать второго августа две тысячи двадцать четвёртого года»."""
    return f"{ordinal(day.day, case, 'neut')} {month(day, 'gent')} {year_in_words(day.year, 'gent')} года"


def of_month(day: date, case: str) -> Iterator[str]:
    yield f"{month(day, case)} {day.year} года"
    yield f"{month(day, case)} {day.year} г."
    yield f"{month(day, case)} {day.year}"
    yield f"{month(day, case)} {year_in_words(day.year, 'gent')} года"


def of_range(first: date, last: date) -> Iterator[str]:
    """The wordings of a range of days."""
    ends = f"{first.day} {month(first, 'gent')}", f"{last.day} {month(last, 'gent')} {last.year} года"
    yield f"с {first.day} {month(first, 'gent')} {first.year} года по {ends[1]}"
    yield f"{first.day} {month(first, 'gent')} {first.year} года – {ends[1]}"
    if (first.year, first.month) == (last.year, last.month):
        yield f"с {first.day} по {ends[1]}"
        yield f"{first.day}–{ends[1]}"
        days = f"с {ordinal(first.day, 'gent', 'neut')} по {ordinal(last.day, 'accs', 'neut')}"
        yield f"{days} {month(last, 'gent')} {last.year} г."
    elif first.year == last.year:
        yield f"с {ends[0]} по {ends[1]}"
        yield f"{ends[0]} – {ends[1]}"
