"""When and where: dates and places that hang on the trigger, else those of its clause.

«в ходе визита в Минск 22 августа 2024 г. подписан меморандум» gives both events the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from nlp import schema
from nlp.events.clauses import clause
from nlp.events.conditions import Trigger
from nlp.events.names import PLACES, Named, Names
from nlp.events.words import feature, is_verb, slot_name

INSIDE = ("ORGANIZATION", "LAW", "EVENT", "FACILITY", "AWARD", "WORK_OF_ART", "PRODUCT", "DATE")
WHERE = frozenset({"в+Loc", "на+Loc", "под+Ins", "близ+Gen", "около+Gen", "возле+Gen", "недалеко от+Gen", "в+", "на+"})
LINKED = frozenset({"flat", "flat:name", "appos", "nmod"})
CLAUSE_ENDS = frozenset(",;:()—–")
ELSEWHERE = 9
_YEAR = re.compile(r"(?<![\d-])\d{4}(?=-)")
WIDE = frozenset({"COUNTRY", "STATE_OR_PROVINCE", "LOCATION"})
SPECIFIC = ("FACILITY", "CITY", "DISTRICT", "STATE_OR_PROVINCE", "LOCATION", "COUNTRY")


def date(names: Names, trigger: Trigger) -> Named | None:
    """The DATE mention of an event: the nearest of those that hang on the trigger, its support, or their clause."""
    found = [n for n in _inside(names, trigger, ("DATE",)) if not names.is_inner(n, INSIDE) and _is_calendar(names, n)]
    return _best(found, trigger)


def place(names: Names, trigger: Trigger, taken: set[int]) -> Named | None:
    """The place of an event: a free name of a place behind «в», «на», «под», the most specific of the nearest."""
    found = [n for n in _inside(names, trigger, tuple(PLACES)) if _is_where(names, n, taken)]
    found = [n for n in found if not _is_of_another(n, trigger)]
    best = _best(found, trigger)
    if best is None:
        return None
    close = [n for n in found if abs(n.span.start - best.span.start) <= 4]
    return min(close, key=lambda named: (SPECIFIC.index(named.label), named.span.start))


def stated(date: schema.Date) -> str:
    """The value of a date as far as the text tells it: a year that only its neighbours suggest is left open.

    «23 декабря» in a text of 2007 that has just spoken of 2006 is XXXX-12-23: the year before last, or the last? The
    suggestion itself stays among the dates of the record.
    """
    guessed = date.anchor == "context" and date.inferred == ("year",)
    return _YEAR.sub("XXXX", date.value) if guessed else date.value


def _inside(names: Names, trigger: Trigger, labels: tuple[str, ...]) -> list[Named]:
    sentence = trigger.token.sent
    return names.within(sentence.start, sentence.end, labels)


def _best(found: list[Named], trigger: Trigger) -> Named | None:
    """By how directly it hangs on the trigger, then by distance."""
    ranked = [(_rank(n, trigger), abs(n.span.start - trigger.token.i), n.number, n) for n in found]
    return min(ranked)[3] if ranked and min(ranked)[0] < ELSEWHERE else None


def _rank(named: Named, trigger: Trigger) -> int:
    """0 below the trigger, 1 below its light verb, 2 in its clause, 3 in the clause above it, else `ELSEWHERE`."""
    root = named.span.root
    heads = {root.i, *(each.i for each in root.ancestors)}
    same = clause(root)
    if trigger.token.i in heads and same.i in (clause(trigger.token).i, trigger.token.i):
        return 0
    if trigger.support is not None and same.i == clause(trigger.support).i:
        return 1
    own = clause(trigger.token)
    if same.i == own.i or _runs_on(own, named):
        return 2
    return 3 if same.i in [each.i for each in _above(own)] else ELSEWHERE


def _runs_on(verb: Token, named: Named) -> bool:
    """Whether nothing ends the clause between its verb and a name behind it, whatever the tree makes of the name."""
    between = verb.doc[verb.i + 1 : named.span.start]
    return verb.i < named.span.start and not any(is_verb(token) or token.text in CLAUSE_ENDS for token in between)


def _above(own: Token) -> Iterator[Token]:
    """The clause above a participle or converb, and the first of coordinated clauses; never that of a report."""
    while own.dep_ in ("conj", "advcl") and own.head.i != own.i:
        own = clause(own.head)
        yield own


def _is_calendar(names: Names, named: Named) -> bool:
    """Durations («девять месяцев») do not say when."""
    value = names.date(named)
    return value is None or not value.value.startswith("P")


def _is_where(names: Names, named: Named, taken: set[int]) -> bool:
    if any(token.i in taken for token in named.span) or names.is_inner(named, INSIDE):
        return False
    return any(slot_name(each) in WHERE for each in _carriers(named))


def _is_of_another(named: Named, trigger: Trigger) -> bool:
    """«посол ООН на Гаити», «обстановка в Сирии»: a land or region belongs to the noun that it stands behind."""
    outer = list(_carriers(named))[-1]
    before = named.span.doc[max(0, outer.left_edge.i - 1)]
    own = {trigger.token.i, trigger.support.i if trigger.support is not None else -1}
    noun = before.pos_ in ("NOUN", "PROPN") and before.i not in own and outer.head.i not in own
    return named.label in WIDE and noun and outer.head.pos_ in ("NOUN", "PROPN")


def _carriers(named: Named) -> Iterator[Token]:
    """The name's head and the common noun that it may follow: «в г. Шанхае», «в городе Карамай».

    Never somebody whose country it is: «в лице президента Беларуси» tells no place.
    """
    root = named.span.root
    yield root
    while root.dep_ in LINKED and named.span.start - root.head.i in (1, 2, 3) and not _is_somebody(root.head):
        root = root.head
        yield root
    yield from _abbreviated(named)


def _is_somebody(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and feature(noun, "Animacy") == "Anim"


def _abbreviated(named: Named) -> Iterator[Token]:
    """The «г.» in front of a name, which the tree may have torn from it."""
    doc, start = named.span.doc, named.span.start
    if start > 1 and doc[start - 1].text == "." and doc[start - 2].pos_ == "NOUN" and len(doc[start - 2]) <= 3:
        yield doc[start - 2]
