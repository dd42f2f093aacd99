"""What an expression of time says: the parts that stand in the text, and nothing else."""

from __future__ import annotations

from typing import Literal

import msgspec

Unit = Literal[
    "second", "minute", "hour", "day", "week", "weekend", "tenday", "month", "quarter", "half", "season", "year",
    "decade", "century", "millennium",
]  # fmt: skip
Label = Literal["DATE", "TIME", "AGE"]


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """«16 июня прошлого года» → day=16, month=6, shift=-1, unit="year".

    Named parts hold numbers as said (`yy` is a year of two digits, `season` the EDTF code 21–24, `decade` 90 or
    1990). `shift` counts `unit`s from `base`: "now" (when the text was published), "then" (the day spoken of) or
    "event" (no day); without a unit it turns to the previous, this or next month, weekday or season. `amount` is an
    ISO 8601 duration, away from the base in the direction of `sign`. `first` and `last` are the ends of a range,
    `None` for an open end; `items` is a list. `look` is where the wording itself looks: «до 1 июля» ahead unless its
    verb is past, «от 1 июля» always back.
    """

    year: int | None = None
    yy: int | None = None
    bce: bool = False
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    daypart: str | None = None
    quarter: int | None = None
    half: int | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    shift: int | None = None
    unit: Unit | None = None
    base: Literal["now", "then", "event"] = "now"
    amount: str | None = None
    sign: Literal[-1, 0, 1] = 0
    within: Said | None = None
    first: Said | None = None
    last: Said | None = None
    items: tuple[Said, ...] = ()
    nth: int | None = None
    window: Literal[-1, 0, 1] = 0
    part: Literal["start", "middle", "end"] | None = None
    about: bool = False
    look: Literal[-1, 0, 1] = 0


class Expression(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text that speaks of time; `label` is NEREL's, `kind` the output of the grammar."""

    start: int
    end: int
    label: Label
    kind: str
    rule: str
    said: Said
