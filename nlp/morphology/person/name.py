"""A person's name read from one mention: «Павла Николаевича Ткача» gives Павел, Николаевич, Ткач."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nlp.morphology.person.choice import CHINESE, Choice, Context, Word, choose
from nlp.morphology.person.east import declined_surname
from nlp.morphology.person.endings import VOWELS
from nlp.morphology.person.order import PIECE, Order, initial, order, particles, pieces


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts in the nominative, `None` when absent; `name` is the whole in the order written."""

    name: str
    given: str | None
    patronymic: str | None
    surname: str | None
    gender: str | None

    @property
    def parts(self) -> int:
        """How many of the three parts are given, an initial counting half: for comparing which form is fuller."""
        return sum(1 if initial(part) else 2 for part in (self.given, self.patronymic, self.surname) if part)


def read_name(text: str, context: Context | None = None) -> PersonName | None:
    """The name written as `text`, `None` when no word is there."""
    words = pieces(text)
    if not words:
        return None
    places = order(words)
    choice = choose(_roles(words, places), context or Context())
    return PersonName(
        name=_whole(text, words, choice),
        given=_part(choice, places.given),
        patronymic=_part(choice, places.patronymic),
        surname=_part(choice, places.surname),
        gender=_gender(choice, places),
    )


def _roles(words: Sequence[str], places: Order) -> list[Word]:
    return [Word(word, _role(place, words, places), _fixed(place, words, places)) for place, word in enumerate(words)]


def _role(place: int, words: Sequence[str], places: Order) -> str:
    if places.eastern and place == 1 and len(words) == 2:
        return CHINESE
    parts = (("Name", places.given), ("Patr", places.patronymic), ("Surn", places.surname))
    return next((role for role, held in parts if place in held), "")


def _fixed(place: int, words: Sequence[str], places: Order) -> bool:
    """Initials, particles, and all but the last word of an Eastern name: «Ким Чен Ына»."""
    before_last = places.eastern and place < len(words) - 1 and not (place == 0 and declined_surname(words))
    father = place in places.patronymic and len(places.patronymic) > 1
    return before_last or father or initial(words[place]) or words[place].lower() in particles()


def _whole(text: str, words: Sequence[str], choice: Choice) -> str:
    """The written name with its words replaced, so that spaces and full stops stay as they are."""
    bases = iter(choice.bases)
    replaced = PIECE.sub(lambda _: next(bases), text)
    return " ".join(replaced.split()) if words else text


def _part(choice: Choice, places: Sequence[int]) -> str | None:
    return " ".join(choice.bases[place] for place in places) or None


def _gender(choice: Choice, places: Order) -> str | None:
    """None for a name whose form does not tell: initials with an indeclinable surname, most Eastern names."""
    if places.eastern:
        return choice.gender if choice.case != "Nom" and _declined(choice, places) else None
    return choice.gender


def _declined(choice: Choice, places: Order) -> bool:
    """A consonant-ending name that takes endings is a man's: «Цицзюнем», «Ли Цяна»."""
    return choice.gender == "male" and choice.bases[places.given[-1]][-1] not in VOWELS
