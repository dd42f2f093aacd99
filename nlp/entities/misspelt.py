"""A surname with a slip of the pen: «Силуанву» is the «Силуанов» that the text names in full.

Short surnames differ by a letter and are two people, and so may long ones at their beginnings and ends: only a letter
in the middle of a long surname is taken for a slip.
"""

from __future__ import annotations

from collections.abc import Iterator

SHORTEST, HEAD, TAIL = 7, 3, 1
"""Letters of a surname that may hold a slip, and how many at its ends must be right."""


def slips(surname: str) -> Iterator[str]:
    """The surname without a letter, with two letters in each other's place, with one doubled; none of a short one."""
    for place in range(HEAD, len(surname) - TAIL) if len(surname) >= SHORTEST else ():
        yield surname[:place] + surname[place + 1 :]
        yield surname[:place] + surname[place + 1] + surname[place] + surname[place + 2 :]
        yield surname[:place] + surname[place] + surname[place:]
