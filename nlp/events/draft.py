"""An event on its way to the record: everything is still a span of the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from nlp.events.conditions import Trigger
from nlp.events.filler import Filled, Filler
from nlp.events.names import Named
from nlp.schema import Status


@dataclass(slots=True)
class Draft:
    """One event of one sentence; `cue` is the word that tells its status, `near` the roles that nearness has filled."""

    trigger: Trigger
    status: Status
    cue: Token | None
    filled: Filled
    date: Named | None
    place: Named | None
    near: tuple[str, ...] = field(default=())

    @property
    def fillers(self) -> Iterator[tuple[str, Filler]]:
        """Role and filler, in the order of the frame."""
        return ((role, filler) for role, found in self.filled.items() for filler in found)
