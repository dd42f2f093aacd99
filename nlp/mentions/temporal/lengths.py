"""Makers of lengths of time, as ISO 8601 durations, and of what is counted with them."""

from __future__ import annotations

from nlp.mentions.cascade.node import Node
from nlp.mentions.temporal.fields import Parts

_LETTERS = {
    "year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S",
}  # fmt: skip
_MULTIPLES = {"decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000), "quarter": ("month", 3),
              "half": ("month", 6), "weekend": ("week", 1), "tenday": ("day", 10)}  # fmt: skip
_HALVES = {"year": (6, "month"), "hour": (30, "minute"), "day": (12, "hour"), "minute": (30, "second")}
TIMES = "раз"
"""The word before which a number tells how often, not how long: «3 раза в неделю»."""
_CLOCK = ("hour", "minute", "second")


def length(said: Parts, nodes: list[Node]) -> Parts | None:
    """«1 год, 2 месяца и 3 дня» → P1Y2M3D; a unit without a number is one of it."""
    if isinstance(said.get("amount"), str):
        return {"amount": said["amount"]} | _about(said)
    found = _counts(nodes)
    return {"amount": written(found)} | _about(said) if found else None


def _about(said: Parts) -> Parts:
    return {"about": True} if said.get("about") else {}


def _counts(nodes: list[Node]) -> list[tuple[float | str, str]]:
    """Numbers with the units that follow them."""
    found: list[tuple[float | str, str]] = []
    number: float | str | None = None
    for node in nodes:
        unit = node.value.get("unit")
        number = None if node.kind == TIMES else node.value.get("number", number)
        if unit:
            found.append((1 if number is None else number, unit))
            number = None
    return found


def written(counts: list[tuple[float | str, str]]) -> str:
    """[(1.5, "year")] → "P1Y6M"; "X" is a number that is not told («несколько дней»)."""
    flat = [part for number, unit in counts for part in _plain(number, unit)]
    date = "".join(f"{_digits(number)}{_LETTERS[unit]}" for number, unit in flat if unit not in _CLOCK)
    clock = "".join(f"{_digits(number)}{_LETTERS[unit]}" for number, unit in flat if unit in _CLOCK)
    return f"P{date}" + (f"T{clock}" if clock else "")


def _plain(number: float | str, unit: str) -> list[tuple[float | str, str]]:
    """In units that ISO 8601 has, a half as the smaller unit."""
    base, factor = _MULTIPLES.get(unit, (unit, 1))
    if isinstance(number, str):
        return [(number if factor == 1 else f"{number}{'0' * (len(str(factor)) - 1)}", base)]
    number *= factor
    if number % 1 == 0.5 and base in _HALVES:
        whole = [(int(number), base)] if number >= 1 else []
        return [*whole, _HALVES[base]]
    return [(number, base)]


def _digits(number: float | str) -> str:
    return f"{number:g}" if isinstance(number, float) else str(number)


def length_range(said: Parts, nodes: list[Node]) -> Parts | None:
    """«от 3 до 5 лет» → P3Y to P5Y; the unit stands once."""
    first, last = said["first"], said["last"]
    unit = nodes[-1].value.get("unit")
    number = [node.value["number"] for node in nodes if "number" in node.value]
    if unit is None or len(number) < 2:
        return None
    del first, last
    return {"first": {"amount": written([(number[0], unit)])}, "last": {"amount": written([(number[-1], unit)])}}


def age(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«на 81-м году жизни»: eighty years and some months old."""
    return {"amount": written([(said["number"] - 1, "year")])}


def counted(said: Parts, nodes: list[Node]) -> Parts | None:
    """«три дня назад»: the length, the direction, and from where."""
    made = length(said, nodes)
    if made is None:
        return None
    made |= {field: value for field, value in said.items() if field in {"sign", "base"}}
    return made


def away(said: Parts, nodes: list[Node]) -> Parts | None:
    """«за два дня до 5 мая»: counted from a date that is said."""
    made = length({key: value for key, value in said.items() if key != "main"}, nodes[1:2])
    return {**made, "sign": said["sign"], "within": said["main"]} if made else None


def window(said: Parts, nodes: list[Node]) -> Parts | None:
    """«последние два года», «следующие 2 недели»: the stretch that ends or begins at the anchor."""
    made = length(said, [node for node in nodes if "shift" not in node.value])
    return {**made, "window": 1 if said.get("shift", -1) > 0 else -1} if made else None


def each(said: Parts, nodes: list[Node]) -> Parts | None:
    """«ежегодно» → every P1Y, «по понедельникам» → every weekday 1."""
    if "weekday" in said or "month" in said or "season" in said:
        return {field: said[field] for field in ("weekday", "month", "season") if field in said}
    return length(said, nodes)
