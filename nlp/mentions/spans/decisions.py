"""What the corpus calls a mention and the record does not: left out of what the model proposes, each with its reason.

«купила завод» EVENT              what happens is told by the frames of events, not by mentions
«делегация Ирана» ORGANIZATION    who acts is the state that sent it
«договор с Польшей» LAW           a document without a name is a noun, its parties are mentions
«китайско-белорусский» COUNTRY    one adjective of two countries is neither
«послом в Индии» PROFESSION       a post is its title; the longer form stands only around one
«А. Орлова и Б. Сомов» PERSON     are two, each with a mention of their own
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from nlp.knowledge import lexicons, lists
from nlp.knowledge.dictionary import fold
from nlp.mentions.kin import kinds_of_kin
from nlp.mentions.quotes import OPENING
from nlp.mentions.view import View

VERBAL = frozenset({"VERB", "AUX"})
UNSPOKEN = frozenset({"EVENT", "PROFESSION", "ORGANIZATION", "AWARD"})
"""Labels whose mentions hold no verb; names in quotes may."""
PEOPLE = frozenset({"ORGANIZATION", "PROFESSION"})
EVENT = "EVENT"
NAMED = frozenset({EVENT, "LAW"})
"""Labels of what counts only under a name of its own."""
Placed = tuple[int, int, str]
"""Words of a view from the first to the last, not included; label."""


def refusal(view: View, start: int, end: int, label: str, titles: Collection[int]) -> str | None:
    """Why the record has no such mention, `None` when it has; `titles` are the words at which a shorter post begins."""
    if label in UNSPOKEN and _tells(view, start, end, label):
        return "an act, not a name"
    if label in NAMED and _bare(view, start, end, label):
        return "no name in it"
    if label == "PROFESSION" and _is_placed(view, start, end, titles):
        return "a post with its place"
    if label == "PERSON":
        return _more_than_one(view, start, end) or _unnamed(view, start, end)
    if label in PEOPLE and not no_bodies().isdisjoint(view.lemmas[start:end]):
        return "people, not a body or a post"
    return _unnamed(view, start, end)


def _is_placed(view: View, start: int, end: int, titles: Collection[int]) -> bool:
    parts = frozenset(view.parts[start:end])
    return "PROPN" in parts and ("ADP" in parts or start not in titles)


def _tells(view: View, start: int, end: int, label: str) -> bool:
    """A verb, or a noun with its object in the instrumental: «руководства городом», «управление программой»."""
    if not OPENING.isdisjoint(view.texts[start:end]):
        return False
    if not VERBAL.isdisjoint(view.parts[start:end]):
        return True
    if label != "ORGANIZATION" or view.lemmas[start] not in acts():
        return False
    object_ = next((place for place in range(start + 1, end) if view.parts[place] in {"NOUN", "PROPN"}), None)
    return object_ is not None and view.features[object_].case == "ins"


def acts() -> frozenset[str]:
    """Nouns that name a body or what it does."""
    return lists.folded("lexicon/acts.txt")


def meant(view: View, start: int, end: int, label: str) -> str:
    """The label of the record: «Сёстры Ерёменко» are a family, not a woman."""
    kin = label == "PERSON" and end - start > 1 and kinds_of_kin(view.texts[start])
    return "FAMILY" if kin and any(row.means == "plural" for row in kin) else label


def _more_than_one(view: View, start: int, end: int) -> str | None:
    """«А. Орлова и Б. Сомов» are two people, «не Анна Орлова» holds a negation; «Ортега и Гассет» may be one."""
    if view.texts[start] == "не":
        return "a negation before a name"
    link = next((place for place in range(start + 1, end - 1) if view.texts[place] == "и"), None)
    if link is None:
        return None
    one, two = (sum(map(view.capital, part)) for part in (range(start, link), range(link + 1, end)))
    return "two people" if two > 1 or one == two == 1 else None


def _unnamed(view: View, start: int, end: int) -> str | None:
    """Why nothing is named so, whatever the label."""
    if not any(len(text) > 2 or text[:1].isupper() or text[:1].isdigit() for text in view.texts[start:end]):
        return "no word in it"
    return "two countries in one word" if end - start == 1 and _of_two(view.lemmas[start]) else None


def _bare(view: View, start: int, end: int, label: str) -> bool:
    """No capital letter, quote or number but for names of others: «договор с Польшей», not «закон № 5».

    What opens a sentence names no event by its capital: «Пуск завода»; it may name a law: «Конституция».
    """
    others = [place for place in range(start, end) if place == start or view.parts[place] != "PROPN"]
    if label == EVENT and view.opens(start) and len(others) > 1:
        others.remove(start)
    return not any(view.capital(place) or not view.texts[place].isalpha() for place in others)


def _of_two(lemma: str) -> bool:
    """«китайско-белорусский», not «либерально-демократический», not «Буркина-Фасо»."""
    first, _, second = lemma.rpartition("-")
    return first.endswith("о") and second in _national()


@lru_cache(maxsize=1)
def _national() -> frozenset[str]:
    """«белорусский», «китайский» and the adjectives of all other countries."""
    return frozenset(fold(each) for row in lexicons.countries() for each in row.adjectives or ())


def titles(found: Iterable[Placed]) -> frozenset[int]:
    """The words at which one post begins inside another: «заместителем министра» in «заместителем министра КНР»."""
    posts = {(start, end) for start, end, label in found if label == "PROFESSION"}
    return frozenset(start for start, end in posts if any(start == other and end < last for other, last in posts))


def no_bodies() -> frozenset[str]:
    """Words of what is called a body or a post and is none: «делегация Ирана», «туристы»."""
    return lists.folded("lexicon/no_bodies.txt")
