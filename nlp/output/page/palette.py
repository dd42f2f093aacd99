"""How each label looks on a page: a short name and a rich style, shared by labels that a reader takes as one kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Look(NamedTuple):
    """The word in the legend and the rich style: «person», green."""

    name: str
    style: str


PERSON, POST = Look("person", "bold green"), Look("post", "green")
ORGANISATION, PLACE = Look("org", "bright_blue"), Look("place", "magenta")
TIME, SUM = Look("date", "yellow"), Look("number", "cyan")
DOCUMENT, GATHERING, OTHER = (
    Look("document", "bright_red"),
    Look("gathering", "bright_cyan"),
    Look("other", "underline"),
)

TRIGGER = Look("event", "bold reverse")
DIM, HEADING, TITLE, NOTE = "bright_black", "bold", "bold", "italic bright_black"

LOOKS: Mapping[str, Look] = {
    "PERSON": PERSON,
    "PROFESSION": POST,
    "ORGANIZATION": ORGANISATION,
    "COUNTRY": PLACE,
    "STATE_OR_PROVINCE": PLACE,
    "CITY": PLACE,
    "DISTRICT": PLACE,
    "LOCATION": PLACE,
    "FACILITY": PLACE,
    "DATE": TIME,
    "TIME": TIME,
    "AGE": TIME,
    "MONEY": SUM,
    "PERCENT": SUM,
    "NUMBER": SUM,
    "ORDINAL": SUM,
    "LAW": DOCUMENT,
    "EVENT": GATHERING,
}


def look(label: str) -> Look:
    """How a label looks; labels without a look of their own are «other»."""
    return LOOKS.get(label, OTHER)
