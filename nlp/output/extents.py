"""A record's mentions as labelled stretches: fine as they are, or PER, LOC and ORG without nesting."""

from __future__ import annotations

from typing import NamedTuple

from nlp.entities.taken_up import RULE as COMMON_NOUN
from nlp.mentions.resolve import COARSE
from nlp.schema import Record


class Extent(NamedTuple):
    """A labelled stretch of a text in code points."""

    start: int
    end: int
    label: str


def fine(record: Record) -> list[Extent]:
    """All mentions, nested, each place and label once."""
    found = dict.fromkeys(Extent(each.start, each.end, each.label) for each in record.mentions)
    return list(found)


def coarse(record: Record) -> list[Extent]:
    """The outermost people, places and bodies, «правительство» too: «Совет Казани» is one ORG, «банк» alone is none."""
    flat: list[Extent] = []
    for each in record.mentions:
        label = COARSE.get(each.label)
        said = not each.rule.endswith("-adjective") and each.rule != COMMON_NOUN
        if label and said and (not flat or each.start >= flat[-1].end):
            flat.append(Extent(each.start, each.end, label))
    return flat
