"""Annotated documents as examples: each event that is found, each candidate for its roles, and whether it is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from models.recipes.events.reading import Read, argument
from nlp.evaluation.events import agreeing
from nlp.events import confidence, likeness
from nlp.events.candidates import candidates


class Example(NamedTuple):
    """One event, or one candidate for a role of an event of this type."""

    document: str
    type: str
    words: tuple[str, ...]
    right: bool


def events(documents: Iterable[Read]) -> list[Example]:
    """Every event that the frames find; right when it has a partner in the gold."""
    return [
        Example(each.document, draft.trigger.frame.type, tuple(confidence.features(draft)), number in each.partners)
        for each in documents
        for number, draft in enumerate(each.found.drafts)
    ]


def choices(documents: Iterable[Read]) -> list[Example]:
    """Every candidate for a role of an event that the gold has; right when the gold has it in that role."""
    return [example for each in documents for numbers in _tellings(each) for example in _choices(each, numbers)]


def _tellings(document: Read) -> Iterator[list[int]]:
    """The numbers of the events that one trigger tells: «назначил А и Б» makes two."""
    told: dict[tuple[str, int], list[int]] = {}
    for number, draft in enumerate(document.found.drafts):
        told.setdefault((draft.trigger.frame.type, draft.trigger.token.i), []).append(number)
    yield from told.values()


def _choices(document: Read, numbers: list[int]) -> Iterator[Example]:
    gold = [role for number in numbers if number in document.partners for role in document.partners[number].roles]
    if not any(number in document.partners for number in numbers):
        return
    drafts = [document.found.drafts[number] for number in numbers]
    trigger, filled = drafts[0].trigger, {}
    for role in drafts[0].filled:
        together = (filler for draft in drafts for filler in draft.filled[role])
        filled[role] = list(dict.fromkeys(together))
    found = candidates(document.found.names, trigger, filled)
    for each in found:
        words = tuple(likeness.features(trigger, each, found))
        right = agreeing(gold, [argument(document.found, each.role, each.filler)]) > 0
        yield Example(document.document, trigger.frame.type, words, right)
