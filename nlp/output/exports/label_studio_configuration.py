"""The labelling configuration of Label Studio: which labels, relations and choices are offered.

Format: https://labelstud.io/tags/
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, get_args
from xml.sax.saxutils import quoteattr

from nlp.output.exports.brat_configuration import COLOURS, TRIGGER, Seen
from nlp.schema import Status

LABEL: Final = "label"
EVENT: Final = "event"
STATUS: Final = "status"
PHASE: Final = "phase"
TEXT: Final = "text"
USUAL = "#cccccc"


def configuration(seen: Seen) -> str:
    """All that a record may hold is offered, and what the records hold beyond it."""
    roles = dict.fromkeys(role for filled in seen.roles.values() for role in (*filled, "date", "place"))
    return "\n".join(
        [
            "<View>",
            "  <Relations>",
            *(f"    <Relation value={quoteattr(name)}/>" for name in (*roles, *seen.relations)),
            "  </Relations>",
            *_labels(LABEL, seen.labels, COLOURS),
            *_labels(EVENT, seen.roles, dict.fromkeys(seen.roles, TRIGGER)),
            f'  <Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>',
            *_choices(STATUS, get_args(Status)),
            *_choices(PHASE, seen.phases),
            "</View>",
            "",
        ]
    )


def _labels(name: str, labels: Iterable[str], colours: dict[str, str]) -> list[str]:
    offered = [
        f'    <Label value={quoteattr(label)} background="{colours.get(label, USUAL)}"/>' for label in labels
    ]  # fmt: skip
    return [f'  <Labels name="{name}" toName="{TEXT}">', *offered, "  </Labels>"]


def _choices(name: str, values: Iterable[str]) -> list[str]:
    """Asked of a region of `event` alone."""
    head = f'  <Choices name="{name}" toName="{TEXT}" perRegion="true" whenTagName="{EVENT}" choice="single-radio">'
    return [head, *(f"    <Choice value={quoteattr(value)}/>" for value in values), "  </Choices>"]
