"""Who holds which post where, as factRuEval counts it: posts of the record, and what its relations add.

«координатор Удальцов … «Левого фронта»»: WORKS_AS and WORKPLACE give a post that no rule has joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from nlp.knowledge.reader import read_lines
from nlp.schema import Mention, Person, Record, Relation

SURE = 0.5
"""A relation scored less is left out: the middle of the scale, not fitted."""
PLACES = ("ORGANIZATION", "COUNTRY", "STATE_OR_PROVINCE", "CITY")


class Post(NamedTuple):
    """One fact."""

    who: str
    title: str
    where: str | None


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """What is no occupation here («основатель»), and nouns that a title ends in when the body is named («глава партии»)."""
    lines = read_lines(Path(__file__).with_name("fact_posts.txt"))
    return (
        frozenset(line.removeprefix("no ") for line in lines if line.startswith("no ")),
        frozenset(line.removeprefix("end ") for line in lines if line.startswith("end ")),
    )


def posts(record: Record) -> list[Post]:
    """Every post of everyone, those of the record first; no post of a person twice."""
    table = _Table(record)
    found = [post for person in record.people for post in _of(person, table)]
    return [post for post in found if post.title.split(" ")[0] not in _words()[0]]


class _Table:
    """A record's mentions, names and relations, by what they are looked up by."""

    def __init__(self, record: Record) -> None:
        self.mentions = {each.id: each for each in record.mentions}
        self.names = {each.id: each.name for part in (record.organisations, record.places) for each in part}
        self.inner = [each for each in record.mentions if each.label in PLACES]
        self.relations = [each for each in record.relations if each.score >= SURE]

    def of(self, person: Person, kind: str) -> list[tuple[Relation, Mention]]:
        """The relations of a kind that a person's mentions have, and where they lead; the surest first."""
        own = set(person.mentions)
        found = [(r, self.mentions[r.target]) for r in self.relations if r.type == kind and r.source in own]
        return sorted(found, key=_surest)

    def name(self, mention: Mention) -> str:
        """The name of what is mentioned."""
        return self.names.get(mention.entity or "", mention.text)

    def within(self, mention: Mention) -> Mention | None:
        """The first body or place that a title names: «России» of «президент России»."""
        inside = (n for n in self.inner if mention.start < n.start and n.end <= mention.end)
        return next(inside, None)


def _surest(found: tuple[Relation, Mention]) -> float:
    return -found[0].score


def _of(person: Person, table: _Table) -> Iterator[Post]:
    known = set()
    workplaces = table.of(person, "WORKPLACE")
    for held in person.positions:
        mention = table.mentions.get(held.mention or "")
        where = table.names.get(held.organisation or "") or _near(table, workplaces, mention)
        known.add(_head(held.title))
        yield Post(person.name, _bare(held.title) if where else held.title, where)
    for _, mention in table.of(person, "WORKS_AS"):
        body = table.within(mention)
        title = (mention.text[: body.start - mention.start] if body else mention.text).strip(" «\"").lower()
        where = table.name(body) if body else _near(table, workplaces, mention)
        if title and where and _head(title) not in known:
            known.add(_head(title))
            yield Post(person.name, _bare(title), where)


def _near(table: _Table, workplaces: list[tuple[Relation, Mention]], post: Mention | None) -> str | None:
    """The workplace that is named closest to the post, the surest when the post stands nowhere."""
    if not workplaces:
        return None
    at = post.start if post is not None else None
    ranked = [(abs(place.start - at) if at is not None else 0, n, place) for n, (_, place) in enumerate(workplaces)]
    return table.name(min(ranked)[2])


def _head(title: str) -> str:
    """What two spellings of one post share: its beginning, without the ending of a case."""
    return title.lower().split(" ")[0][:6]


def _bare(title: str) -> str:
    """«глава партии» → «глава» where the party is named."""
    head, _, last = title.rpartition(" ")
    return head if head and last.lower() in _words()[1] else title
