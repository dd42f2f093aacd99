"""What an expression is counted from: the day of publication, else the text's own dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nlp.entities.temporal.stamp import Stamp, read_edtf

Source = Literal["published", "context"]
NEAR = 400
"""How many characters back «в этот же день» may look for its day."""


@dataclass(slots=True)
class Anchors:
    """The days known so far while a text is read from its beginning.

    `opening` is the first day the text states in full: its own «now» when no publication date was given. `spoken` is
    the day that was spoken of last, `latest` the last date of any grain.
    """

    published: Stamp | None = None
    opening: Stamp | None = None
    spoken: Stamp | None = None
    spoken_at: int = 0
    latest: Stamp | None = None

    @classmethod
    def of(cls, published: str | None) -> Anchors:
        """At the beginning of a text: all that is known is when it was published."""
        return cls(published=read_edtf(published) if published else None)

    def now(self) -> tuple[Stamp, Source] | None:
        """What «вчера» and «в этом году» count from."""
        if self.published:
            return self.published, "published"
        if self.opening:
            return self.opening, "context"
        return (self.latest, "context") if self.latest else None

    def then(self, at: int) -> tuple[Stamp, Source] | None:
        """What «в тот же день» and «накануне» count from."""
        if self.spoken and at - self.spoken_at <= NEAR:
            return self.spoken, "context"
        return self.now()

    def year(self) -> tuple[Stamp, Source] | None:
        """What the year of «16 июня» is taken from: without a publication date, the last day or year spoken of."""
        if self.published:
            return self.published, "published"
        return (self.latest, "context") if self.latest else None

    def note(self, stamp: Stamp, at: int, said_in_full: bool) -> None:
        """Remember a date that was resolved."""
        if stamp.year is None:
            return
        self.latest = stamp
        if stamp.day is not None:
            self.spoken, self.spoken_at = stamp, at
            if said_in_full and self.opening is None:
                self.opening = stamp
