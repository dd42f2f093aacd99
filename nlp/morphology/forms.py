"""The nominatives that one word of a phrase may have, given the phrase's case and number: what phrases choose from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from nlp.knowledge.dictionary import Reading, parse
from nlp.morphology.endings import guesses
from nlp.morphology.readings import agreement, split, tables

NOUNS = frozenset({"NOUN", "NPRO", "NUMR"})
MODIFIERS = frozenset({"ADJF", "PRTF", "NUMR"})
GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
NUMBERS = {"Sing": "sing", "Plur": "plur"}
UNREAD = -6.0
"""The score of a word that cannot be in this case, as far as we know; it is left as it is."""
DOUBT = 0.5
"""Tags of words that no dictionary has count for half."""
RARE = 1.5
"""What it costs a name to be odd: «Русала» is hardly from «Русало», «Шольцем» from «Шолец», «Анне» from Анне."""

SHORT = 4

_ORDINAL = re.compile(r"\d+(-[а-яё]+)")
_ABBREVIATION = re.compile(r"([А-ЯЁ]{2,})[а-яё]{1,3}")
_MIXED = re.compile(r"[а-яё][А-ЯЁ]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its part of speech and its features (UD, «Case=Gen|Number=Sing») as the network saw them."""

    text: str
    part: str
    features: str


@dataclass(frozen=True, slots=True)
class Form:
    """A way to understand a word; `gender` is `None` where it does not show.

    `base` is the nominative in lower case when it was guessed; else `reading` is inflected to `target` when asked.
    """

    gender: str | None
    score: float
    base: str = ""
    reading: Reading | None = None
    target: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The nominative, in lower case."""
        return self.base if self.reading is None else _inflected(self.reading, self.target)


@dataclass(frozen=True, slots=True)
class _Scored:
    """A reading with what the choice needs of it: its cases and number in UD, how well it agrees with the tag."""

    reading: Reading
    cases: frozenset[str]
    number: str | None
    gender: str | None
    score: float


def as_is(word: Word) -> Form:
    """The word unchanged, for want of a better form."""
    return Form(None, UNREAD, word.text.lower())


@lru_cache(maxsize=1 << 14)
def noun_forms(word: Word, case: str, number: str) -> tuple[Form, ...]:
    """What a noun may be in the nominative, best first: «Цяна» Gen Sing → цян, цяна."""
    if _fixed(word.text):
        return (_unchanging(word, case),)
    readings = [each for each in _scored(word) if each.reading.tag.POS in NOUNS or _substantive(each, word)]
    forms = [_noun(each, word) for each in readings if case in each.cases and each.number in {None, number}]
    known = any(each.reading.is_known and each.reading.tag.POS in NOUNS and each.number != "Plur" for each in readings)
    if number == "Sing" and (word.part == "PROPN" or not known):
        forms += [replace(form, score=form.score - RARE * known) for form in _guessed(word, case)]
    return tuple(sorted(forms, key=_rank))


@lru_cache(maxsize=1 << 14)
def modifier_forms(word: Word, case: str, number: str, gender: str | None) -> tuple[Form, ...]:
    """What an adjective, participle or ordinal may be in the nominative: «первого» Gen Sing Masc → первый."""
    fitting = [
        each
        for each in _scored(word)
        if each.reading.tag.POS in MODIFIERS and case in each.cases and each.number in {None, number}
        if each.gender is None or gender in {None, each.gender}
    ]
    forms = [Form(each.gender, each.score, "", each.reading, _target(each, gender)) for each in fitting]
    return tuple(sorted(forms, key=_rank))


def _rank(form: Form) -> tuple[float, int]:
    """The best first; of equals the shorter word, which is the commoner: «полка» is of полк rather than полок."""
    return -form.score, len(form.reading.normal_form if form.reading else form.base)


@lru_cache(maxsize=1 << 13)
def _scored(word: Word) -> tuple[_Scored, ...]:
    """Every reading of a word; an ordinal of any number is read as 4 is: «138-го» like «4-го»."""
    ordinal = _ORDINAL.fullmatch(word.text.lower())
    return tuple(
        _Scored(
            reading,
            frozenset(row.value for row in tables().features.get(str(reading.tag.case), ())),
            next((name for name, own in NUMBERS.items() if own == reading.tag.number), None),
            None if "ms-f" in reading.tag else GENDERS.get(str(reading.tag.gender)),
            agreement(reading, word.part, word.features),
        )
        for reading in parse(f"4{ordinal[1]}" if ordinal else word.text.lower())
        if reading.is_known or "Abbr" not in reading.tag
    )


def spell(form: Form, word: str) -> str:
    """The nominative with the digits of the word, «4-й» for «138-го» → 138-й, and with no ё that is only predicted."""
    ordinal = _ORDINAL.fullmatch(word.lower())
    if ordinal is not None:
        return word[: -len(ordinal[1])] + form.text.lstrip("0123456789")
    predicted = form.reading is not None and not form.reading.is_known
    return form.text.replace("ё", "е") if predicted and "ё" not in word.lower() else form.text


def _fixed(text: str) -> bool:
    """«НССА», «ДАПе», «АМиК»: abbreviations that the dictionary lacks, and all short ones: «ИГ» is not иго."""
    if text.isupper() and 1 < len(text) <= SHORT:
        return True
    capitals = _MIXED.search(text) or _ABBREVIATION.fullmatch(text) or (len(text) > 1 and text.isupper())
    return bool(capitals) and not any(each.is_known for each in parse(text.lower()))


def _unchanging(word: Word, case: str) -> Form:
    ending = _ABBREVIATION.fullmatch(word.text)
    fits = 2.0 if split(word.features).get("Case") == case else 0.0
    return Form(None, fits, (ending[1] if ending else word.text).lower())


def _target(each: _Scored, gender: str | None) -> frozenset[str]:
    """Nominative, in its own number; in the gender of the noun where its own does not show."""
    tag = each.reading.tag
    if each.number != "Sing" or tag.POS == "NUMR":
        return frozenset({"nomn", "plur"} if tag.number else {"nomn"})
    wanted = next((own for own, name in GENDERS.items() if name == (each.gender or gender)), "masc")
    return frozenset({"nomn", "sing", wanted})


def _substantive(each: _Scored, word: Word) -> bool:
    """Adjectives as surnames and nouns: «Троцкого», «заведующей»."""
    adjectival = each.reading.tag.POS in {"ADJF", "PRTF"}
    return adjectival and word.part in {"NOUN", "PROPN", "ADJ", "DET", "PRON", "VERB"}


def _noun(each: _Scored, word: Word) -> Form:
    tag = each.reading.tag
    if tag.POS in {"ADJF", "PRTF"}:
        target = _target(each, each.gender)
    else:
        target = frozenset({"nomn", tag.number} if tag.number else {"nomn"})
    score = each.score if each.reading.is_known else _doubted(each, word)
    if {"Fixd", "Name"} <= tag.grammemes:
        score -= RARE
    return Form(each.gender, score, "", each.reading, target)


def _doubted(each: _Scored, word: Word) -> float:
    """Predicted readings of names: neuters and fleeting vowels are rare in them."""
    name = word.part == "PROPN"
    neuter = name and each.gender == "Neut"
    base = each.reading.normal_form
    fleeting = name and base[-2:] in {"ец", "ок", "ек"} and not word.text.lower().startswith(base[:-1])
    return DOUBT * each.score - RARE * (neuter + fleeting)


def _guessed(word: Word, case: str) -> list[Form]:
    found = split(word.features)
    fits = 2.0 if found.get("Case") == case else -2.0
    return [
        Form(gender, weight + DOUBT * (fits + _gender_fits(found.get("Gender"), gender)), text)
        for text, gender, weight in guesses(word.text.lower(), case)
    ]


def _gender_fits(found: str | None, gender: str | None) -> float:
    if found is None or gender is None:
        return 0.0
    return 1.5 if found == gender else -1.5


@lru_cache(maxsize=1 << 13)
def _inflected(reading: Reading, target: frozenset[str]) -> str:
    inflected = reading.inflect(set(target))
    return str(inflected.word if inflected else reading.word)
