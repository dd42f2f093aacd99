"""What a numeral asks of the noun it counts: «двадцатью процентами» → двадцать процентов, «двух стран» → две страны."""

from __future__ import annotations

from functools import lru_cache

from nlp.knowledge.dictionary import parse
from nlp.knowledge.reader import read_lines, resource


def counted(numeral: str) -> frozenset[str] | None:
    """The grammemes of a noun after the nominative of a numeral, `None` when it is no cardinal, or one."""
    if numeral.isdecimal():
        return _after_digits(int(numeral))
    lemmas = {each.normal_form for each in parse(numeral.lower()) if each.tag.POS == "NUMR" and each.is_known}
    if not lemmas:
        return None
    return frozenset({"gent", "sing" if lemmas & paucal() else "plur"})


def _after_digits(value: int) -> frozenset[str] | None:
    last = value % 10 if value % 100 not in range(11, 15) else 0
    return None if last == 1 else frozenset({"gent", "sing" if last in {2, 3, 4} else "plur"})


@lru_cache(maxsize=1)
def paucal() -> frozenset[str]:
    """«два», «три», «оба»."""
    return frozenset(read_lines(resource("morphology/paucal.txt")))
