"""What a container gives out: a member whose bytes are read before the next one is asked for."""

from __future__ import annotations

from typing import NamedTuple

from nlp.archive.budget import Budget
from nlp.archive.source import Item, WalkOptions
from nlp.archive.streams import Readable
from nlp.text.reasons import Reason


class Member(NamedTuple):
    """Something inside a container: its path, its own name, its bytes still to come."""

    path: str
    name: str
    stream: Readable
    size: int
    media: str | None = None
    published: str | None = None


class Bad(NamedTuple):
    """A member that is not read, and why."""

    path: str
    reason: Reason
    detail: str


class Context(NamedTuple):
    """Where a container stands and what it may cost."""

    path: str
    name: str
    size: int
    options: WalkOptions
    budget: Budget


Found = Member | Item | Bad
