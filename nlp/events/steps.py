"""The notation of a slot in a frame: steps from word to word, each with the words that it may lead over.

"object/genitive" is whose object it is; "по+Dat[указ|приказ]/genitive" is whose decree, and nobody else behind «по»;
"Ins[!указ|приказ]" is anything but that.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_STEP = re.compile(r"(?P<slot>[^\[\]/]+)(?:\[(?P<no>!?)(?P<words>[^\[\]/]+)\])?")

_LIST = re.compile(r"\[!?@([^\[\]/|]+)\]")


class Step(NamedTuple):
    """One slot; `words` are the dictionary forms that may, or when `refused` must not, stand in it, none for any."""

    slot: str
    words: tuple[str, ...]
    refused: bool = False

    def takes(self, word: str) -> bool:
        """Whether a dictionary form may stand in the slot."""
        return not self.words or (word in self.words) != self.refused


@lru_cache(maxsize=4096)
def steps(path: str) -> tuple[Step, ...]:
    """The steps of a path in order, () when it is not written as one."""
    found = [_STEP.fullmatch(part) for part in path.split("/")]
    return () if None in found else tuple(_step(each) for each in found if each is not None)


def _step(found: re.Match[str]) -> Step:
    return Step(found["slot"], tuple(found["words"].split("|")) if found["words"] else (), bool(found["no"]))


def listed(path: str) -> list[str]:
    """The lists of words that a path names: "Ins[@orders]/genitive" → orders."""
    return _LIST.findall(path)
