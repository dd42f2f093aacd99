"""A record in the submission formats of factRuEval's three tracks.

book_1.task1   PER 0 12                                    type, first character, length
book_1.task2   per / firstname : Анна / lastname : Орлова  one entity a block
book_1.task3   occupation / who : … / position : …         one fact a block
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nlp.evaluation.fact_posts import posts
from nlp.evaluation.labels import coarse
from nlp.schema import Event, Person, Record

Block = list[str]
FIELDS = {"firstname": "given", "patronymic": "patronymic", "lastname": "surname"}
DEALS = {"purchase": "купля/продажа", "investment": "инвестиции", "loan": "займ/возвращение займа", "supply": "услуги"}
TRADERS = {"buyer", "seller", "investor", "lender", "borrower", "supplier", "customer"}


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
    told = [_fact(event) for event in record.events if event.status != "negated" and event.same_as is None]
    return _lines([*_occupations(record), *(block for block in told if len(block) > 2)])


def _occupations(record: Record) -> Iterator[Block]:
    for post in posts(record):
        block = ["occupation", _field("who", post.who), _field("position", post.title)]
        yield [*block, _field("where", post.where)] if post.where else block


def _fact(event: Event) -> Block:
    """Two lines at most stand for what is no fact of the task."""
    if event.type == "meeting":
        return ["meeting", *_all(event, {"participant"}, "participant")]
    if event.type == "ownership":
        return ["ownership", *_all(event, {"owner"}, "owner"), *_all(event, {"asset"}, "property")]
    if event.type == "deal":
        kind = [_field("type", DEALS[event.phase])] if event.phase in DEALS else []
        return ["deal", *_all(event, TRADERS, "participant"), *kind]
    return []


def _all(event: Event, roles: set[str], key: str) -> Block:
    return [_field(key, name) for name in dict.fromkeys(each.name for each in event.arguments if each.role in roles)]


def _field(key: str, value: str) -> str:
    """A colon parts key and value, so that there is none in the value."""
    return f"{key} : {' '.join(value.replace(':', ' ').split())}"


def _lines(blocks: Iterable[Block]) -> list[str]:
    return [line for block in blocks for line in (*block, "")]
