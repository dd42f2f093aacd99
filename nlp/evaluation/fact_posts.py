"""Who holds which post where, as factRuEval counts it: posts of the record, and what its relations add.

«координатор Удальцов … «Левого фронта»»: WORKS_AS and WORKPLACE give a post that no rule has joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from nlp.knowledge.dictionary import parse
from nlp.knowledge.reader import read_lines
from nlp.schema import Mention, Person, Record, Relation

SURE = 0.5
"""A relation scored less is left out: the middle of the scale, not fitted."""
EX = "экс-"
PLACES = ("ORGANIZATION", "COUNTRY", "STATE_OR_PROVINCE", "CITY")


class Post(NamedTuple):
    """One fact."""

    who: str
    title: str
    where: str | None


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    """The words of `fact_posts.txt` by their kind: no, own, end."""
    lines = [line.split(" ", 1) for line in read_lines(Path(__file__).with_name("fact_posts.txt"))]
    return {kind: frozenset(word for each, word in lines if each == kind) for kind in ("no", "own", "end")}


def posts(record: Record) -> list[Post]:
    """Every post of everyone, those of the record first; no post of a person twice."""
    return [post for post in _all(record) if not _first(post) & (_words()["no"] | _words()["own"])]


def owners(record: Record) -> list[Post]:
    """Who founded or owns what by their title («основатель «Волны»»), which the task takes for ownership."""
    return [post for post in _all(record) if post.where and _first(post) & _words()["own"]]


def _all(record: Record) -> list[Post]:
    table = _Table(record)
    return [post for person in record.people for post in _of(person, table)]


def _first(post: Post) -> set[str]:
    """The dictionary forms of a title's first noun; none for a plural, which is nobody's own post."""
    for word in post.title.split():
        nouns = [each for each in parse(word) if "NOUN" in each.tag]
        if nouns and not any("sing" in each.tag for each in nouns):
            return set(_words()["no"])
        if nouns:
            return {each.normal_form for each in nouns}
    return set()


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

    def whose(self, head: str) -> str | None:
        """The one body that the text joins with a title of this beginning: «президент Франции» for «президент»."""
        titles = (m for m in self.mentions.values() if m.label == "PROFESSION" and _head(m.text) == head)
        bodies = {self.name(body) for each in titles if (body := self.within(each)) is not None}
        return bodies.pop() if len(bodies) == 1 else None


def _former(post: Mention | None) -> str:
    """«экс-премьер» keeps its prefix in the task's answers."""
    return EX if post is not None and post.text.lower().startswith(EX) else ""


def _surest(found: tuple[Relation, Mention]) -> float:
    return -found[0].score


def _of(person: Person, table: _Table) -> Iterator[Post]:
    known = set()
    workplaces = table.of(person, "WORKPLACE")
    for held in person.positions:
        mention = table.mentions.get(held.mention or "")
        near = _near(table, workplaces, mention)
        own = table.names.get(held.organisation or "")
        where = own or near or table.whose(_head(held.title))
        known.add(_head(held.title))
        said = held.title if own else _mentioned(held.title, mention, table)
        if where or said == held.title:
            yield Post(person.name, _former(mention) + (_bare(said) if where else said), where)
    for _, mention in table.of(person, "WORKS_AS"):
        body = table.within(mention)
        title = (mention.text[: body.start - mention.start] if body else mention.text).strip(' «"').lower()
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


def _mentioned(title: str, post: Mention | None, table: _Table) -> str:
    """As far as the mention goes before its body; the task takes no unnamed one: «командир» of «командир корабля»."""
    if post is None:
        return title
    body = table.within(post)
    text = post.text[: body.start - post.start] if body is not None else post.text
    return " ".join(title.split()[: len(text.split())]) or title


def _head(title: str) -> str:
    """What two spellings of one post share: its beginning, without the ending of a case."""
    return title.lower().split(" ")[0][:6]


def _bare(title: str) -> str:
    """«глава партии» → «глава» where the party is named."""
    head, _, last = title.rpartition(" ")
    return head if head and last.lower() in _words()["end"] else title
