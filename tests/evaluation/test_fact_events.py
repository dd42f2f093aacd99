"""Meetings, deals and ownership as factRuEval counts them, from the events of a record."""

from __future__ import annotations

import pytest

from nlp.evaluation.fact_events import facts
from nlp.schema import Agreement, Argument, Event, Extent, Mention, Organisation, Record, Trigger

TEXT = "А Б ООН Лад доля в Лад Лад"
PLACES = {"А": (0, 1), "Б": (2, 3), "ООН": (4, 7), "Лад": (8, 11), "доля в Лад": (12, 22), "другой Лад": (23, 26)}
ENTITIES = {"А": "p1", "Б": "p2", "ООН": "o1", "Лад": "o2"}
BODIES = tuple(Organisation(key, name, None, (), None, None, None, ()) for key, name in (("o1", "ООН"), ("o2", "Лад")))
MENTIONS = (
    *(
        Mention(f"m {name}", *place, TEXT[slice(*place)], "PRODUCT", ENTITIES.get(name), "test", 1.0)
        for name, place in PLACES.items()
    ),
    Mention("m inner", 19, 22, "Лад", "ORGANIZATION", "o2", "test", 1.0),
)  # fmt: skip
CONTRACT = Agreement("a1", "contract", "контракт", None, None, None, None, None, (), (), ())
PACT = Agreement("a2", "treaty", "договор", None, None, None, None, None, (), (), ())


def event(rule, roles, *, phase=None, status="actual", key="e1", same=None, agreement=None):
    arguments = tuple(
        Argument(role, f"m {name}", ENTITIES.get(name), name)
        for role, _, name in (each.partition(" ") for each in roles)
    )
    kind = rule.partition("/")[0]
    place = Trigger(0, 1, "А"), arguments, None, None, agreement, same, Extent(0, 22)
    return Event(key, kind, phase, status, *place, 1.0, rule)


def told(*events):
    record = Record(
        "1", None, None, None, "ru", TEXT,
        mentions=MENTIONS, organisations=BODIES, agreements=(CONTRACT, PACT), events=events,
    )  # fmt: skip
    return [" ".join([kind, *(value for _, value in pairs)]) for kind, pairs in facts(record)]


@pytest.mark.parametrize(
    ("given", "fact"),
    [
        (event("meeting/met", ["participant А", "participant Б"]), "meeting А Б"),
        (event("meeting/met", ["participant А"]), None),  # alone
        (event("meeting/met", ["participant А", "participant А"]), None),
        (event("meeting/met", ["participant А", "participant ООН"]), None),  # among people
        (event("visit/visit", ["visitor А", "host Б"]), None),
        (event("ownership/owns", ["owner А", "asset Лад"]), "ownership А Лад"),
        (event("ownership/owns", ["owner А", "asset доля в Лад"]), "ownership А Лад"),
        (event("ownership/owns", ["owner А", "asset другой Лад"]), "ownership А Лад"),  # in the same words
        (event("ownership/owns", ["asset Лад"]), None),
        (event("founding/created", ["founder А", "organisation Лад"]), "ownership А Лад"),
        (event("deal/bought", ["buyer А", "asset доля в Лад"], phase="purchase"), "deal А Лад купля/продажа"),
        (event("deal/bought", ["buyer А", "seller Б"], phase="purchase", status="planned"), "deal А Б купля/продажа"),
        (event("deal/bought", ["buyer А", "seller Б"], phase="purchase", status="negated"), None),
        (event("deal/granted", ["lender А", "borrower Б"]), "deal А Б займ/возвращение займа"),
        (event("sanction/fined", ["target А"], phase="imposed"), "deal А наложение/выплата штрафа"),
        (event("sanction/imposed", ["imposer А", "target Б"]), "deal А Б наложение/выплата штрафа"),
        (event("sanction/imposed", ["imposer А"], phase="imposed"), None),  # against nobody named
        (event("sanction/lifted", ["imposer А", "target Б"], phase="lifted"), None),
        (event("agreement/signed", ["party А", "party Б"], agreement="a1"), "deal А Б"),
        (event("agreement/signed", ["party А", "party Б"], agreement="a2"), None),  # a treaty
        (event("agreement/signed", ["party А"], agreement="a1"), None),
    ],
)  # fmt: skip
def test_what_becomes_of_an_event(given, fact):
    assert told(given) == ([fact] if fact else [])


def test_tellings_of_one_event_are_one_fact():
    first = event("deal/bought", ["buyer А"], phase="purchase")
    again = event("deal/purchase", ["buyer А", "seller Б"], phase="purchase", key="e2", same="e1")
    other = event("deal/bought", ["buyer Б"], phase="purchase", key="e3")
    assert told(first, again, other) == ["deal А Б купля/продажа", "deal Б купля/продажа"]
