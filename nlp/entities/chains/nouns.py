"""Common nouns that take up what was named: «террористы» again, «этот дом», «компания» for «компания «Русал»».

A phrase goes to the nearest thing of its head word and number that nothing said of it contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator

from nlp.entities.chains.clusters import Item, Thing, capitals, modifiers
from nlp.entities.nominals import nominals
from nlp.knowledge import lists

_ABSTRACT = ("ние", "тие", "ость", "ство", "изм", "ция")
ENOUGH = 1
"""How many more reasons there must be for than against."""
FAR_BARE, FAR_SAID = 12, 60
"""How many sentences back a bare noun, and one with words of its own, is looked for."""


class Nouns:
    """The things so far by the head words that named them, and entities by kind."""

    def __init__(self) -> None:
        self._by_head: dict[str, list[Thing]] = {}
        self._by_kind: dict[str, list[Thing]] = {}

    def enter(self, thing: Thing, item: Item) -> None:
        """Remember what was just named, the latest last."""
        for index, key in ((self._by_head, item.head.lemma), (self._by_kind, thing.kind)):
            row = index.setdefault(key, [])
            if key and thing in row[-8:]:
                row.remove(thing)
            row.append(thing)

    def find(self, item: Item) -> Thing | None:
        """What the phrase takes up, `None` for something new."""
        if not _points(item.head.lemma) or _new(item):
            return None
        return next((thing for thing in self._same_head(item) if _fits(item, thing)), None) or self._of_kind(item)

    def _same_head(self, item: Item) -> Iterator[Thing]:
        rows = reversed(self._by_head.get(item.head.lemma, ()))
        far = FAR_SAID if modifiers(item) or pointed(item) else FAR_BARE
        return (thing for thing in rows if item.head.sentence - thing.last.head.sentence <= far)

    def _of_kind(self, item: Item) -> Thing | None:
        """«компания» for the only company of the last sentences."""
        kinds = nominals().get(item.head.lemma, ())
        if item.head.plural or modifiers(item) - _light():
            return None
        near = [
            thing
            for kind in kinds
            for thing in self._by_kind.get(kind, ())[-6:]
            if thing.entity and item.head.sentence - thing.last.head.sentence <= 2
        ]
        return max(near, key=_latest, default=None)


def _latest(thing: Thing) -> int:
    return thing.last.start


def _fits(item: Item, thing: Thing) -> bool:
    """The same number, and no word that was not said of the thing; a name must be its name."""
    if item.head.plural != thing.plural or _inside(item, thing.last):
        return False
    said = modifiers(item) - _light()
    agree = said <= thing.said | thing.heads and capitals(item) - _light() <= thing.names | thing.said
    return agree and _prominence(item, thing) >= ENOUGH


def _prominence(item: Item, thing: Thing) -> int:
    """Reasons to think of one thing less reasons to think of two of a kind.

    For: either is a subject, is alive, is pointed at, is spoken of again, in the same words, is known by name. Against:
    several are meant, or one stands in a row with others. Each counts one: Dawes, The robust beauty of improper linear
    models in decision making, 1979.
    """
    last = thing.last.head
    alive = item.head.features.get("Animacy") == "Anim"
    same = modifiers(item) == modifiers(thing.last)
    reasons = item.head.subject or last.subject, alive, pointed(item), len(thing.items) > 1, same, bool(thing.entity)
    return sum(reasons) - item.head.plural - ("conj" in {item.head.relation, last.relation})


def _inside(item: Item, other: Item) -> bool:
    return other.start <= item.start < other.end


def _new(item: Item) -> bool:
    """«другой дом», «один из», «его дом»: not the one spoken of before."""
    own = [child for child in item.head.children if child.place < item.head.place]
    return any(child.lemma in _fresh() for child in own)


def pointed(item: Item) -> bool:
    """«этот дом», «данная компания»."""
    return any(child.lemma in {"этот", "данный", "тот"} for child in item.head.children)


def _points(lemma: str) -> bool:
    """Whether the noun names a thing one can point at again: «дом», «министерство», but not «авария», «развитие»."""
    return lemma not in _never() and (not lemma.endswith(_ABSTRACT) or lemma in _concrete())


def _concrete() -> frozenset[str]:
    return lists.words("identity/concrete_nouns.txt")


def _never() -> frozenset[str]:
    return lists.words("identity/no_links.txt")


def _fresh() -> frozenset[str]:
    return lists.words("identity/fresh.txt")


def _light() -> frozenset[str]:
    return lists.words("identity/bare_modifiers.txt")
