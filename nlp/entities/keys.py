"""Keys under which the entities of many documents meet: the same letters for what is written in many ways.

«Пётр Ильич Ковалёв» and «Петр Ковалев» → "person/ковалев петр"; «ОАО «Ромашка»» and «Ромашка» → "organisation/ромашка".
A key groups what is spelled alike and says nothing of identity: namesakes share theirs, and «П. Ковалёв», who may be
Павел, has one of his own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from nlp.entities.gazetteer import countries
from nlp.entities.words import canonical
from nlp.knowledge import lexicons
from nlp.knowledge.dictionary import fold
from nlp.schema import Organisation, Person, Place, Record

_WORD = re.compile(r"[^\W_]+(?:[-–—'’][^\W_]+)*")


def person_key(person: Person) -> str:
    """Surname and given name, folded: «Иванова А. П.» → "person/иванова а"; the whole name where no surname is known.

    The patronymic stays out: news name the same man with it and without.
    """
    if person.surname is None:
        return f"person/{_folded(person.name)}"
    return f"person/{_folded(' '.join(filter(None, (person.surname, person.given))))}"


def organisation_key(organisation: Organisation) -> str:
    """The words of the name by their dictionary forms, countries last by code, quotes and legal forms left out.

    «Министерство финансов Китайской Народной Республики», «Министерство финансов КНР» → "…/министерство финансы @CN".
    """
    return f"organisation/{_named(organisation.name)}"


def place_key(place: Place) -> str:
    """The words of the name by their dictionary forms; a country by its code: «Китай», «КНР» → "place/@CN"."""
    return f"place/{_named(place.name)}"


def entity_keys(record: Record) -> dict[str, str]:
    """The key of every person, organisation and place of a record: "p1" → "person/ткач павел"."""
    return {
        **{person.id: person_key(person) for person in record.people},
        **{organisation.id: organisation_key(organisation) for organisation in record.organisations},
        **{place.id: place_key(place) for place in record.places},
    }


def _folded(name: str) -> str:
    return " ".join(map(fold, _WORD.findall(name)))


@lru_cache(maxsize=1 << 11)
def _named(name: str) -> str:
    parts = list(_parts([canonical(word) for word in _WORD.findall(name)]))
    lands = sorted({part for part in parts if part.startswith("@")})
    own = [part for part in parts if not part.startswith("@")]
    return " ".join(_without_form(own) + lands) or fold(name)


def _parts(words: list[str]) -> Iterator[str]:
    """The words, every name or adjective of a country as its code: «беларусь» → "@BY"."""
    lands, start = countries(), 0
    while start < len(words):
        ends = range(min(len(words), start + lands.longest), start, -1)
        end = next((end for end in ends if tuple(words[start:end]) in lands), None)
        spot = lands[tuple(words[start:end])] if end is not None else None
        yield words[start] if spot is None else f"@{spot.country or fold(spot.name)}"
        start = end or start + 1


def _without_form(words: list[str]) -> list[str]:
    """The words without a legal form in front; a form alone stays."""
    forms = _forms()
    ends = (end for end in range(len(words) - 1, 0, -1) if tuple(words[:end]) in forms)
    return words[next(ends, 0) :]


@cache
def _forms() -> frozenset[tuple[str, ...]]:
    written = [form for row in lexicons.legal_forms() for form in (row.form, row.name)]
    return frozenset(tuple(map(canonical, _WORD.findall(form))) for form in written)
