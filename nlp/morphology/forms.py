"""The nominatives that one word of a phrase may have, given the phrase's case and number: what phrases choose from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from nlp.knowledge.dictionary import Reading, parse
from nlp.morphology.endings import guesses
from nlp.morphology.readings import agreement, split, tables

NOUNS = frozenset({"NOUN", "NPRO", "NUMR"})
MODIFIERS = frozenset({"ADJF", "PRTF", "NUMR"})
GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
NUMBERS = {"Sing": "sing", "Plur": "plur"}
UNREAD = -2.0
"""The score of a word that cannot be in this case, as far as we know; it is left as it is."""
DOUBT = 0.5
"""Tags of words that no dictionary has count for half."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its part of speech and its features (UD, «Case=Gen|Number=Sing») as the network saw them."""

    text: str
    part: str
    features: str


@dataclass(frozen=True, slots=True)
class Form:
    """A nominative, in lower case; `gender` is `None` where it does not show."""

    text: str
    gender: str | None
    score: float


def as_is(word: Word) -> Form:
    """The word unchanged, for want of a better form."""
    return Form(word.text, None, UNREAD)


@lru_cache(maxsize=1 << 14)
def noun_forms(word: Word, case: str, number: str) -> tuple[Form, ...]:
    """What a noun may be in the nominative, best first: «Цяна» Gen Sing → цян, цяна."""
    readings = [each for each in parse(word.text.lower()) if _stands(each, case, number)]
    forms = [_form(each, word, {"nomn"}) for each in readings if each.tag.POS in NOUNS or _substantive(each, word)]
    if number == "Sing" and not any(each.is_known and each.tag.POS in NOUNS for each in readings):
        forms += _guessed(word, case)
    return tuple(sorted(forms, key=_score, reverse=True))


@lru_cache(maxsize=1 << 14)
def modifier_forms(word: Word, case: str, number: str, gender: str | None) -> tuple[Form, ...]:
    """What an adjective, participle or ordinal may be in the nominative: «первого» Gen Sing Masc → первый."""
    kinds = [each for each in parse(word.text.lower()) if each.tag.POS in MODIFIERS and _stands(each, case, number)]
    fitting = [each for each in kinds if each.tag.gender is None or gender in (None, GENDERS[each.tag.gender])]
    forms = [_form(each, word, {"nomn", *_target(each, number, gender)}) for each in fitting]
    return tuple(sorted(forms, key=_score, reverse=True))


def _target(reading: Reading, number: str, gender: str | None) -> set[str]:
    if number == "Plur" or reading.tag.POS == "NUMR":
        return {"plur"} if reading.tag.number else set()
    own = reading.tag.gender or next((key for key, value in GENDERS.items() if value == gender), "masc")
    return {"sing", own}


def _substantive(reading: Reading, word: Word) -> bool:
    """Adjectives as surnames and nouns: «Троцкого», «заведующей»."""
    return reading.tag.POS in {"ADJF", "PRTF"} and word.part in {"NOUN", "PROPN", "ADJ", "DET", "PRON", "VERB"}


def _stands(reading: Reading, case: str, number: str) -> bool:
    """Whether the reading is in this case and number."""
    tag = reading.tag
    cases = [row.value for row in tables().features.get(str(tag.case), ())]
    return case in cases and (tag.number is None or tag.number == NUMBERS[number])


def _form(reading: Reading, word: Word, target: set[str]) -> Form:
    number = {reading.tag.number} if reading.tag.number else set()
    inflected = reading.inflect(target | number) or reading.inflect(target)
    text = str(inflected.word) if inflected else word.text.lower()
    gender = None if "ms-f" in reading.tag else GENDERS.get(str(reading.tag.gender))
    return Form(text, gender, agreement(reading, word.part, split(word.features)))


def _guessed(word: Word, case: str) -> list[Form]:
    found = split(word.features)
    fits = 2.0 if found.get("Case") == case else -2.0
    return [
        Form(text, gender, weight + DOUBT * (fits + _gender_fits(found.get("Gender"), gender)))
        for text, gender, weight in guesses(word.text.lower(), case)
    ]


def _gender_fits(found: str | None, gender: str | None) -> float:
    if found is None or gender is None:
        return 0.0
    return 1.5 if found == gender else -1.5


def _score(form: Form) -> float:
    return form.score
