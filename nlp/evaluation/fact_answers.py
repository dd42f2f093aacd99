"""A record in the submission formats of factRuEval's three tracks.

book_1.task1   PER 0 12                                    type, first character, length
book_1.task2   per / firstname : Анна / lastname : Орлова  one entity a block
book_1.task3   occupation / who : … / position : …         one fact a block
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nlp.evaluation.fact_events import facts
from nlp.evaluation.fact_posts import posts
from nlp.evaluation.labels import coarse
from nlp.schema import Person, Record

Block = list[str]
FIELDS = {"firstname": "given", "patronymic": "patronymic", "lastname": "surname"}


def task1(record: Record) -> list[str]:
    """The outermost names; places that act as bodies are LOC."""
    return [f"{label} {start} {end - start}" for start, end, label in coarse(record)]


def task2(record: Record) -> list[str]:
    """Everyone, every place and body, in the order of the record."""
    people = [["per", *_names(each)] for each in record.people]
    places = [["loc", _field("name", each.name)] for each in record.places]
    bodies = [["org", _field("name", each.name)] for each in record.organisations]
    return _lines([*people, *places, *bodies])


def _names(person: Person) -> Block:
    parts = [_field(key, value) for key, name in FIELDS.items() if (value := getattr(person, name))]
    return parts or [_field("nickname", person.name)]


def task3(record: Record) -> list[str]:
    """Posts held, meetings, deals and ownership; what was denied is no fact."""
    told = [[kind, *(_field(key, value) for key, value in pairs)] for kind, pairs in facts(record)]
    return _lines([*_occupations(record), *told])


def _occupations(record: Record) -> Iterator[Block]:
    for post in posts(record):
        yield ["occupation", _field("who", post.who), _field("position", post.title), _field("where", post.where)]


def _field(key: str, value: str) -> str:
    """A colon parts key and value, so that there is none in the value."""
    return f"{key} : {' '.join(value.replace(':', ' ').split())}"


def _lines(blocks: Iterable[Block]) -> list[str]:
    return [line for block in blocks for line in (*block, "")]
