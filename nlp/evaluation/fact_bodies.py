"""Where a post is held: the body that its words, a relation or the text around names.

«лидер фракции «Лад» Пётр Сомов» → фракции «Лад»; «Орлова, директор … «Зари»» → «Заря» by WORKPLACE.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from nlp.evaluation.fact_words import first_noun, kind_of, words
from nlp.schema import Mention, Person, Record, Relation

SURE = 0.5
"""A relation scored less is left out: the middle of the scale, not fitted."""
PLACES = ("ORGANIZATION", "COUNTRY", "STATE_OR_PROVINCE", "CITY")
BREAK = re.compile(r"[.!?]»?\s+[«\"А-ЯЁA-Z]|\n")
"""What parts two sentences of a text."""
SOUGHT = re.compile(r"\b(?:на пост|на должность|в кресло)\s+$", re.IGNORECASE)
"""What stands before a post that somebody is only to get: «кандидат на пост главы»."""


class Bodies:
    """A record's mentions, names and relations, by what they are looked up by."""

    def __init__(self, record: Record) -> None:
        self.mentions = {each.id: each for each in record.mentions}
        self.names = {each.id: each.name for part in (record.organisations, record.places) for each in part}
        self._record = record
        self._spelt = spelt(record, self.names)
        self._inner = [each for each in record.mentions if each.label in PLACES or each.text in self._spelt]
        self._relations = sorted((each for each in record.relations if each.score >= SURE), key=_surest)
        self._holders: dict[str | None, Relation | None] = {
            each.target: each for each in reversed(self._relations) if each.type == "WORKS_AS"
        }
        self._holders |= {held.mention: None for each in record.people for held in each.positions}

    def works_as(self, person: Person) -> Iterator[Mention]:
        """The posts that relations give to a person and to nobody else with more right; the surest first."""
        for relation in self._of(person.mentions, "WORKS_AS"):
            post = self.mentions[relation.target]
            if self._holders[post.id] is relation and not SOUGHT.search(self._record.text[: post.start]):
                yield post

    def name(self, mention: Mention) -> str:
        """The name of what is mentioned, in the same words elsewhere if need be: «Сириус» the product and the firm."""
        return self.names.get(mention.entity or "") or self._spelt.get(mention.text, mention.text)

    def within(self, mention: Mention) -> Mention | None:
        """The first body or place that a title names: «России» of «президент России»."""
        inside = (n for n in self._inner if mention.start < n.start and n.end <= mention.end)
        return next(inside, None)

    def beside(self, person: Person, post: Mention | None) -> str | None:
        """The workplace of the post, else the nearest one that the person has in its sentence."""
        if post is None:
            return next((self.name(each) for each in self._targets(person.mentions)), None)
        own = next(self._targets((post.id,)), None)
        if own is not None or first_noun(post.text) & words()["free"]:
            return self.name(own) if own is not None else None
        near = [each for each in self._targets(person.mentions) if not self._apart(post, each)]
        ranked = sorted((abs(each.start - post.start), number, each) for number, each in enumerate(near))
        return self.name(ranked[0][2]) if ranked else None

    def behind(self, noun: str, name: str) -> str | None:
        """The body with its noun, where they stand together: «фракции «Лад»»."""
        named = (each for each in self._inner if self.name(each) == name)
        ahead = ((each, self._record.text[: each.start].rstrip()) for each in named)
        return next((f"{noun} {each.text}" for each, text in ahead if text.lower().endswith(noun.lower())), None)

    def meant(self, noun: str, post: Mention | None) -> str | None:
        """The last body of the kind that is named before a post: «партия «Лад» … глава партии»."""
        kind = kind_of(noun)
        if kind is None or post is None:
            return None
        bodies = [each for each in self._record.organisations if each.kind == kind]
        told = [(self.mentions[key].start, each.name) for each in bodies for key in each.mentions]
        return max((each for each in told if each[0] < post.start), default=(0, None))[1]

    def whose(self, title: str) -> str | None:
        """The one body that the text joins with the title: «президент Франции» for «президент»."""
        titles = [m for m in self.mentions.values() if m.label == "PROFESSION"]
        found = [(each, body) for each in titles if (body := self.within(each)) is not None]
        bodies = {self.name(body) for each, body in found if alike(_before(each, body), title)}
        return bodies.pop() if len(bodies) == 1 else None

    def state(self) -> str | None:
        """The country that the text names most, when it is one: where its president is president."""
        countries = [each for each in self._record.places if each.kind == "country"]
        told = Counter({each.name: len(each.mentions) for each in countries}).most_common(2)
        return told[0][0] if told and told[0][1] > told[-1][1] * (len(told) - 1) else None

    def _of(self, mentions: tuple[str, ...], kind: str) -> Iterator[Relation]:
        return (each for each in self._relations if each.type == kind and each.source in mentions)

    def _targets(self, mentions: tuple[str, ...]) -> Iterator[Mention]:
        return (self.mentions[each.target] for each in self._of(mentions, "WORKPLACE"))

    def _apart(self, one: Mention, other: Mention) -> bool:
        first, last = sorted((one, other), key=_start)
        return BREAK.search(self._record.text, first.end, last.start + 1) is not None


def spelt(record: Record, names: Mapping[str, str]) -> dict[str, str]:
    """The names of bodies and places by the words that the text has for them."""
    return {each.text: names[each.entity] for each in record.mentions if each.entity and each.entity in names}


def alike(one: str, other: str) -> bool:
    """Whether two spellings are of one title: word by word the same, without the endings of cases."""
    return [each[:6] for each in one.lower().split()] == [each[:6] for each in other.lower().split()]


def _before(post: Mention, body: Mention) -> str:
    return post.text[: body.start - post.start].strip(' «"')


def _surest(relation: Relation) -> float:
    return -relation.score


def _start(mention: Mention) -> int:
    return mention.start
