"""How a rule of the calendar makes its value out of its parts; a rule names its maker under `by`.

A maker takes the parts (named groups, merged with what the other words of the match say) and the matched nodes; it
returns what is said, or `None` when the calendar has no such thing («32 августа»).
"""

from __future__ import annotations

from nlp.mentions.cascade.node import Node
from nlp.mentions.cascade.numbers import number_kind, spoken
from nlp.mentions.cascade.rules import Maker
from nlp.mentions.temporal import ends, lengths
from nlp.mentions.temporal.fields import Parts, cleaned, possible


def parts(said: Parts, _nodes: list[Node]) -> Parts | None:
    """The parts as they are."""
    said = cleaned(said)
    return said if possible(said) else None


def keep(said: Parts, _nodes: list[Node]) -> Parts | None:
    """What the only node says, under another kind."""
    return dict(said)


def main(said: Parts, nodes: list[Node]) -> Parts | None:
    """The part named «main» alone: in «Накануне, 16 июня» the date says more."""
    return parts(dict(said["main"]), nodes)


def dated(said: Parts, nodes: list[Node]) -> Parts | None:
    """«приказ от 10 марта»: a document is older than the text."""
    return parts({**said["main"], "look": -1}, nodes)


def without_unit(said: Parts, nodes: list[Node]) -> Parts | None:
    """«завтра в час»: the hour is no unit to count in."""
    unit = next((node.value["unit"] for node in nodes[:-1] if "unit" in node.value), None)
    said.pop("unit", None)
    return parts({**said, "unit": unit} if unit else said, nodes)


def bare_year(said: Parts, _nodes: list[Node]) -> Parts | None:
    """A number alone is taken for a year from 1800 to 2100."""
    return {"year": said["year"]} if 1800 <= said["year"] <= 2100 else None


def part_of(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«начало июня»; a day has no beginning, so that «Начало 18 июня» says the day alone."""
    if "day" not in said and "hour" not in said:
        return said
    said.pop("part")
    return {**said, "skip": 1}


def part_of_unit(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«в конце года» is the end of this year."""
    return {"shift": 0, **said}


def half_of(said: Parts, nodes: list[Node]) -> Parts | None:
    """«первая половина мая»: EDTF has halves of years only, so it is the beginning or the end."""
    half = said.pop("number")
    if half > 2:
        return None
    whole = {"shift": 0, **said} if said.get("unit") and "shift" not in said and "year" not in said else said
    return parts({**whole, "part": "start" if half == 1 else "end"}, nodes)


def first_numbers(said: Parts, nodes: list[Node]) -> Parts | None:
    """«в первых числах июня», «в последних числах июня»."""
    return parts({**said, "part": "start" if said.get("number") == 1 else "end"}, nodes)


def nth(said: Parts, nodes: list[Node]) -> Parts | None:
    """«последнее воскресенье мая»; -1 is the last one."""
    number = said["nth"]
    return parts({**said, "nth": number if isinstance(number, int) else -1}, nodes)


def part_of_day(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«прошлым вечером» was yesterday, «прошлой ночью» ended today, «этим утром» is today."""
    shift = said.get("shift", 0)
    night = said.get("daypart") == "night" and shift < 0
    return {**said, "shift": 0 if night else shift, "unit": "day"}


def next_day(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«на следующий день» counts from the day spoken of, before «после аварии» from a day that is not told."""
    return {"shift": said["shift"], "unit": "day", "base": said.get("base", "then")}


def weekend(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«на выходных»: which, the tense tells; they are looked up as their Saturday."""
    return {**said, "weekday": 6, "unit": "weekend"}


def approximate(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«около 1995 года»."""
    return {**said, "about": True}


def bound(said: Parts, _nodes: list[Node]) -> Parts | None:
    """An open end: «до 1 июля»."""
    return {field: value for field, value in said.items() if field in {"first", "last", "look"}}


def clock(said: Parts, _nodes: list[Node]) -> Parts | None:
    """An hour by its part of the day."""
    about = {"about": True} if said.get("about") else {}
    return ends.clock(said) | about


def half_past(said: Parts, nodes: list[Node]) -> Parts | None:
    """«половина десятого» → 9:30."""
    return clock({**said, "hour": (said["hour"] - 1) or 12, "minute": 30}, nodes)


def spoken_ordinal(_said: Parts, nodes: list[Node]) -> Parts | None:
    """«двадцать второго» → 22."""
    value = spoken([node.value["number"] for node in nodes])
    if value is None:
        return None
    if nodes[-1].kind == "ords" and len(nodes) == 1:
        return {"number": value, "kind": "t2199" if value == 2000 else "t31" if 10 <= value <= 30 else "t99"}
    return {"number": value, "kind": number_kind(int(value), ordinal=True)}


def spoken_cardinal(_said: Parts, nodes: list[Node]) -> Parts | None:
    """«двадцать пять» → 25."""
    value = spoken([node.value["number"] for node in nodes])
    if value is None:
        return None
    return {"number": value, "kind": number_kind(int(value)) if value < 1000 else "nbig"}


MAKERS: dict[str, Maker] = {
    maker.__name__: maker
    for maker in (
        parts, keep, main, dated, without_unit, bare_year, part_of, part_of_unit, half_of, first_numbers, part_of_day,
        next_day, nth, weekend, approximate, bound, clock, half_past, spoken_ordinal, spoken_cardinal,
        ends.range, ends.range_day, ends.written_days, ends.short_range, ends.two_years, ends.clock_range,
        ends.hours_of_day, ends.two, ends.day_list, ends.year_list, ends.ten_days, ends.week_of_month,
        ends.tens_of_month, lengths.length, lengths.length_range, lengths.age, lengths.counted, lengths.away,
        lengths.window, lengths.each,
    )
}  # fmt: skip
