"""Who holds which post where, as factRuEval counts it: posts of the record, and what its relations add.

«координатор Удальцов … «Левого фронта»»: WORKS_AS and WORKPLACE give a post that no rule has joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nlp.evaluation.fact_bodies import Bodies, alike
from nlp.evaluation.fact_words import first_noun, split_title, without_body, words
from nlp.schema import Mention, Person, Record

EX = "экс-"


class Post(NamedTuple):
    """One fact; the task counts no post that is held nowhere."""

    who: str
    title: str
    where: str


class _Told(NamedTuple):
    """A post as the text tells it, by its title and mention; `body` is what the record joins with it.

    A post that only a relation tells is not `recorded`.
    """

    title: str
    body: str | None
    mention: Mention | None
    recorded: bool


def posts(record: Record) -> list[Post]:
    """Every post of everyone, those of the record first; no post of a person twice."""
    return [post for post in _all(record) if not first_noun(post.title) & (words()["no"] | words()["own"])]


def owners(record: Record) -> list[Post]:
    """Who founded or owns what by their title («основатель «Волны»»), which the task takes for ownership."""
    return [post for post in _all(record) if first_noun(post.title) & words()["own"]]


def _all(record: Record) -> list[Post]:
    bodies = Bodies(record)
    return [post for person in record.people for post in _of(person, bodies)]


def _of(person: Person, bodies: Bodies) -> Iterator[Post]:
    """Relations add what the record has under no like title."""
    known = set()
    for told in (*_held(person, bodies), *_related(person, bodies)):
        post, head = _post(person, told, bodies), _head(told.title)
        if post is not None and (told.recorded or head not in known):
            known.add(head)
            yield post


def _held(person: Person, bodies: Bodies) -> Iterator[_Told]:
    """The posts of the record."""
    for held in person.positions:
        mention, body = bodies.mentions.get(held.mention or ""), bodies.names.get(held.organisation or "")
        title = held.title if body or split_title(held.title).body else _mentioned(held.title, mention, bodies)
        yield _Told(_former(title, mention) + title, body, mention, recorded=True)


def _related(person: Person, bodies: Bodies) -> Iterator[_Told]:
    """Those that only a relation tells."""
    for mention in bodies.works_as(person):
        body = bodies.within(mention)
        text = mention.text[: body.start - mention.start] if body is not None else mention.text
        if title := text.strip(' «"').lower():
            yield _Told(title, bodies.name(body) if body is not None else None, mention, recorded=False)


def _post(person: Person, told: _Told, bodies: Bodies) -> Post | None:
    """«глава правительства» in «Израиль» → глава in «правительства Израиля»."""
    where = told.body or bodies.beside(person, told.mention)
    title, noun = split_title(told.title)
    if noun and (whole := _whole(noun, where, bodies) if where else noun if told.recorded else None):
        return Post(person.name, title, whole)
    where = where or (_guessed(told, bodies) if told.recorded else None)
    return Post(person.name, without_body(told.title), where) if where else None


def _whole(noun: str, where: str, bodies: Bodies) -> str | None:
    """The body with the noun that a title has of it, when it is that body's noun: «фракции «Лад»», «фракции»."""
    return where if alike(noun, " ".join(where.split()[: len(noun.split())])) else bodies.behind(noun, where)


def _guessed(told: _Told, bodies: Bodies) -> str | None:
    """What else the text tells of a body: «глава партии» is of the party named before."""
    noun = told.title.rpartition(" ")[2]
    known = bodies.meant(noun, told.mention) if without_body(told.title) != told.title else None
    return known or bodies.whose(told.title) or _state(told.title, bodies)


def _state(title: str, bodies: Bodies) -> str | None:
    """«Премьер-министр Котова» is one of the country that the text is about."""
    return bodies.state() if title.split(maxsplit=1)[0] in words()["state"] else None


def _former(title: str, post: Mention | None) -> str:
    """«экс-премьер» keeps its prefix in the task's answers."""
    said = post is not None and post.text.lower().startswith(EX)
    return EX if said and not title.lower().startswith(EX) else ""


def _mentioned(title: str, post: Mention | None, bodies: Bodies) -> str:
    """As far as the mention goes before its body; the task takes no unnamed one: «командир» of «командир корабля»."""
    if post is None:
        return title
    body = bodies.within(post)
    text = post.text[: body.start - post.start] if body is not None else post.text
    return " ".join(title.split()[: len(text.split())]) or title


def _head(title: str) -> str:
    """What two spellings of one post share: its beginning, without the ending of a case."""
    return title.lower().split(" ")[0][:6]
