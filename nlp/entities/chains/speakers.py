"""Who says «я» and «мы»: the speaker of the quotation, «Я доволен, — сказал Ткач. — Мой визит удался».

What one says in neighbouring sentences is said by one; the speaker is the person who is subject of the words around.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.entities.chains.clusters import Item, Thing

SELF, GROUP = frozenset({"я", "мой"}), frozenset({"мы", "наш"})
NEAR = 2
"""How many sentences may lie between two words of one speech."""


def speeches(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The runs of «я», «мой» and of «мы», «наш», each of one speaker."""
    for words in (SELF, GROUP):
        run: list[Item] = []
        for item in items:
            if not item.pronoun or item.head.lemma not in words:
                continue
            if run and item.head.sentence - run[-1].head.sentence > NEAR:
                yield run
                run = []
            run.append(item)
        if run:
            yield run


def speaker(run: Sequence[Item], items: Sequence[Item]) -> Thing | None:
    """The person who is subject in a sentence of the speech, else in the sentence before it."""
    if run[0].head.lemma not in SELF:
        return None
    own = {item.head.sentence for item in run}
    for sentences in (own, {min(own) - 1}):
        found = [
            item.thing
            for item in items
            if item.head.sentence in sentences and item.thing is not None and item.thing.person and item.head.subject
        ]
        if found:
            return found[0]
    return None
