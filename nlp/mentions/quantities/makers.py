"""How a rule of sums and counts makes its value out of its parts; a rule names its maker under `by`."""

from __future__ import annotations

import itertools
from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec

from nlp.knowledge.reader import read_table, resource
from nlp.mentions.cascade.node import Node
from nlp.mentions.cascade.numbers import spoken
from nlp.mentions.cascade.rules import Maker

Parts = dict[str, Any]


class National(msgspec.Struct, frozen=True):
    """«белорусский рубль»: a currency's code by the country named with it."""

    unit: str
    country: str
    code: str


@lru_cache(maxsize=1)
def _codes() -> dict[tuple[str, str], str]:
    rows = read_table(resource("quantities/national.tsv"), National)
    return {(row.unit, row.country): row.code for row in rows}


def total(_said: Parts, nodes: list[Node]) -> Parts | None:
    """«28 миллиардов 400 миллионов» → 28400000000; `scale` is the last scale, for «1,5–2 млн»."""
    values = [node.value["number"] for node in nodes]
    number = spoken([Decimal(str(value)) for value in values])
    if number is None:
        return None
    scale = values[-1] if nodes[-1].kind == "scale" and len(nodes) > 1 else 1
    return {"number": plain(number), "scale": scale}


def plain(number: Decimal | float) -> int | float:
    """An int when it is whole."""
    return int(number) if number == int(number) else float(number)


def parts(_said: Parts, _nodes: list[Node]) -> Parts | None:
    """Nothing is said: the number is a name."""
    return {}


def vague(_said: Parts, _nodes: list[Node]) -> Parts | None:
    """«несколько миллионов»: a sum that is not told."""
    return {}


def national(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«белорусских рублей» → BYN."""
    unit, country = said["unit"], said.get("country")
    return {"unit": _codes().get((unit, country), unit) if country else unit}


def interval(said: Parts, nodes: list[Node]) -> Parts | None:
    """«1,5–2 млн» → 1500000 and 2000000: a scale that stands once serves both."""
    numbers = [node.value for node in nodes if "number" in node.value]
    first, last = numbers[0], numbers[-1]
    scale = last.get("scale", 1) if first.get("scale", 1) == 1 else 1
    low = Decimal(str(first["number"]))
    low = low * scale if low * scale < Decimal(str(last["number"])) else low
    if low >= Decimal(str(last["number"])):
        return None
    return {"number": plain(low), "upper": last["number"]}


def ends(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«от 5 млн рублей до 7 млн рублей»."""
    return {"number": said["first"], "upper": said["last"], "unit": said["unit"]}


def amount(said: Parts, nodes: list[Node]) -> Parts | None:
    """A number, its other end, its unit; kopecks are hundredths."""
    if "first" in said and "last" in said:
        return ends(said, nodes)
    kopecks = next(
        (before.value["number"] for before, node in itertools.pairwise(nodes) if node.kind == "kopeck"), None
    )
    numbers = [node.value["number"] for node in nodes if "number" in node.value]
    made = {"number": numbers[0]} if numbers else {}
    if kopecks is not None:
        made["number"] = plain(Decimal(str(numbers[0])) + Decimal(str(kopecks)) / 100)
    return made | {field: said[field] for field in ("unit", "upper") if field in said}


def pounds(said: Parts, nodes: list[Node]) -> Parts | None:
    """«270 тысяч фунтов» are money, «8 фунтов» a weight."""
    made = amount(said, nodes)
    return {**made, "unit": "GBP"} if made and made["number"] >= 1000 else None


def small(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«50 копеек» → 0.5."""
    return {"number": plain(Decimal(str(said["number"])) / 100), "unit": said["unit"]}


MAKERS: dict[str, Maker] = {
    maker.__name__: maker for maker in (parts, total, vague, national, interval, ends, amount, pounds, small)
}
