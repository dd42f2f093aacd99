"""`annotation.conf` and `visual.conf`: which marks, events, roles and attributes brat offers, and their colours.

All that a record may hold is offered, so that an annotator can add what was missed.
Format: https://brat.nlplab.org/configuration.html
"""

from __future__ import annotations

from functools import lru_cache
from typing import get_args

from nlp.events.frame_files import frames
from nlp.knowledge.reader import read_lines, resource
from nlp.schema import Label, Record, Status

COLOURS = {
    "PERSON": "#ffccaa", "PROFESSION": "#ffe6b3", "ORGANIZATION": "#8fb2ff", "COUNTRY": "#b4e6b4", "CITY": "#b4e6b4",
    "STATE_OR_PROVINCE": "#b4e6b4", "LOCATION": "#b4e6b4", "DATE": "#e0e0e0", "MONEY": "#d9c3f0", "LAW": "#f0c3d9",
}  # fmt: skip
TRIGGER = "#ffdd55"


@lru_cache(maxsize=1)
def relations() -> tuple[str, ...]:
    """NEREL's types of relations: WORKS_AS, LOCATED_IN and 47 more."""
    return read_lines(resource("lexicon/relations.txt"))


class Seen:
    """Labels and event types of an analyst's own, gathered from the records."""

    def __init__(self) -> None:
        self.labels: dict[str, None] = dict.fromkeys(get_args(Label))
        self.relations: dict[str, None] = dict.fromkeys(relations())
        self.roles: dict[str, dict[str, None]] = {each.type: dict.fromkeys(each.roles) for each in frames()}
        self.phases: dict[str, None] = {phase: None for each in frames() for phase in each.phases}

    def take(self, record: Record) -> None:
        """Remember what a record uses."""
        self.labels.update(dict.fromkeys(each.label for each in record.mentions))
        self.relations.update(dict.fromkeys(each.type for each in record.relations))
        for event in record.events:
            roles = self.roles.setdefault(event.type, {})
            roles.update(dict.fromkeys(each.role for each in event.arguments))
            if event.phase:
                self.phases[event.phase] = None


def configuration(seen: Seen) -> dict[str, str]:
    """The files by name."""
    return {"annotation.conf": _annotation(seen), "visual.conf": _visual(seen)}


def _annotation(seen: Seen) -> str:
    events = [
        f"{kind}\t" + ", ".join(f"{role}*:<ENTITY>" for role in (*roles, "date", "place"))
        for kind, roles in seen.roles.items()
    ]
    relations = ["<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"]
    relations += [f"{name}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in seen.relations]
    attributes = [
        f"Status\tArg:<EVENT>, Value:{'|'.join(get_args(Status))}",
        f"Phase\tArg:<EVENT>, Value:{'|'.join(seen.phases)}",
    ]
    return _sections(entities=list(seen.labels), relations=relations, events=events, attributes=attributes)


def _visual(seen: Seen) -> str:
    drawing = ["SPAN_DEFAULT\tfgColor:black, bgColor:#eeeeee, borderColor:darken"]
    drawing += [f"{label}\tbgColor:{colour}" for label, colour in COLOURS.items()]
    drawing += [f"{kind}\tbgColor:{TRIGGER}" for kind in seen.roles]
    titles = [f"{each.type} | {each.title}" for each in frames()]
    return _sections(labels=titles, drawing=drawing)


def _sections(**sections: list[str]) -> str:
    return "\n".join(line for name, lines in sections.items() for line in (f"[{name}]", *lines, ""))
