"""Makers of ranges and lists: what stands once serves both ends, «с 17 по 18 июня 2025 г.»."""

from __future__ import annotations

from itertools import pairwise

from nlp.mentions.cascade.node import Node
from nlp.mentions.temporal.fields import Parts, cleaned, inherited, possible

_LAST_DAYS = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}


def range(said: Parts, _nodes: list[Node]) -> Parts | None:  # noqa: A001  the name a rule file uses
    """Two ends, each with what it says and what stands for both."""
    first, last = said.pop("first"), said.pop("last")
    shared = {} if {"first", "last"} & said.keys() else cleaned(said)
    last = {**shared, **cleaned(last)}
    first = inherited(cleaned(first) | {k: v for k, v in shared.items() if k == "bce"}, last)
    first = _in_order(first, last)
    return {"first": first, "last": last} if possible(first) and possible(last) else None


def _in_order(first: Parts, last: Parts) -> Parts:
    """«28 декабря – 3 января 2025 года»: the year stands once and is that of the end."""
    keys = [(end.get("month", 0), end.get("day", 0)) for end in (first, last)]
    same_year = first.get("year") is not None and first.get("year") == last.get("year")
    return {**first, "year": first["year"] - 1} if same_year and keys[0] > keys[1] and last.get("month") else first


def written_days(said: Parts, nodes: list[Node]) -> Parts | None:
    """«с 17.06 по 18.06.2025»: what could be an hour and its minutes is a day and its month."""
    first = said["first"]
    day = {"day": first.get("day", first.get("hour")), "month": first.get("month", first.get("minute"))}
    return range({**said, "first": day}, nodes) if day["day"] and 1 <= day["month"] <= 12 else None


def range_day(said: Parts, nodes: list[Node]) -> Parts | None:
    """«в ночь с 11 на 12 сентября»: the first end may be a bare number."""
    first = said["first"]
    return range({**said, "first": {"day": first} if isinstance(first, int) else first}, nodes)


def short_range(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«2012–13 годов»."""
    first, short = said["first"]["year"], said["last"]["yy"]
    last = first - first % 100 + short
    return {"first": {"year": first}, "last": {"year": last}} if last > first else None


def two_years(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«2023/2024», «2023/24»: a school year, a season of games."""
    first, last = said["first"], said["last"]
    last += first - first % 100 if last < 100 else 0
    last += 100 if last == first - 99 else 0
    return {"first": {"year": first}, "last": {"year": last}} if last == first + 1 else None


def clock_range(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«с 5 до 7 вечера»: the part of the day stands for both, as long as the first hour comes first."""
    first, last = said["first"], clock(said["last"])
    shared = clock({"daypart": said["last"].get("daypart"), **first})
    alone = clock(first)
    return {"first": shared if shared["hour"] < last["hour"] else alone, "last": last}


def hours_of_day(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«20 июня с 10:00 до 18:00»: the day stands for both ends."""
    day, span = cleaned(said["day"]), said["span"]
    return {"first": {**day, **span["first"]}, "last": {**day, **span["last"]}}


def clock(said: Parts) -> Parts:
    """«11 вечера» → 23:00, «час дня» → 13:00, «12 ночи» → 0:00."""
    hour, daypart = said.get("hour", 1), said.get("daypart") or said.get("oclock")
    if (daypart == "evening" and 4 <= hour < 12) or (daypart == "day" and hour < 8):
        hour += 12
    elif daypart == "night" and hour == 12:
        hour = 0
    return {"hour": hour, "minute": said.get("minute", 0), **({"daypart": daypart} if daypart else {})}


def two(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«в июне и июле 2025 года» → a list of two."""
    last = cleaned(said["last"])
    return {"items": [inherited(cleaned(said["first"]), last), last]}


def day_list(said: Parts, nodes: list[Node]) -> Parts | None:
    """«1, 3 и 5–7 мая» → a list of days and ranges of days of one month."""
    count = len(said.pop("items"))
    shared = cleaned(said)
    days = [{**shared, "day": node.value["number"]} for node in nodes if "number" in node.value][:count]
    joined = _joined([node.kind for node in nodes if "number" in node.value or node.kind == "dash"][: 2 * count])
    rising = all(one["day"] < other["day"] for one, other in pairwise(days))
    if not rising or not all(map(possible, days)):
        return None
    items: list[Parts] = []
    for day, to in zip(days, joined, strict=False):
        if to and items:
            items[-1] = {"first": items[-1], "last": day}
        else:
            items.append(day)
    return {"items": items}


def _joined(kinds: list[str]) -> list[bool]:
    """For each number, whether a dash stands before it."""
    return [place > 0 and kinds[place - 1] == "dash" for place, kind in enumerate(kinds) if kind != "dash"]


def year_list(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«в 2014, 2016 и 2018 годах»."""
    last = said["last"]
    items = [{"year": item["number"]} for item in said["items"]]
    return {"items": [*items, {"year": last} if isinstance(last, int) else cleaned(last)]}


def ten_days(said: Parts, nodes: list[Node]) -> Parts | None:
    """«третья декада апреля» → 21–30 апреля."""
    number = said.pop("number", 3)
    number = 3 if not isinstance(number, int) else number
    if number > 3:
        return None
    last = _LAST_DAYS.get(said.get("month", 1), 31) if number == 3 else number * 10
    return _days(said, number * 10 - 9, last, nodes)


def week_of_month(said: Parts, nodes: list[Node]) -> Parts | None:
    """«первая неделя мая» → 1–7 мая, «последняя неделя мая» → 25–31 мая."""
    number = said.pop("number", 0)
    last = _LAST_DAYS.get(said.get("month", 1), 31)
    if not isinstance(number, int) or not number:
        return _days(said, last - 6, last, nodes)
    return _days(said, number * 7 - 6, number * 7, nodes) if number <= 4 else None


def tens_of_month(said: Parts, nodes: list[Node]) -> Parts | None:
    """«в двадцатых числах мая» → 20–29 мая."""
    number = said.pop("number")
    if number not in {10, 20}:
        return None
    return _days(said, number, number + 9, nodes)


def _days(said: Parts, first: int, last: int, nodes: list[Node]) -> Parts | None:
    return range({**said, "first": {"day": first}, "last": {"day": last}}, nodes)
