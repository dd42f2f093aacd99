"""Letters of the wrong alphabet that look right: «Mосква» with a Latin M, «СOVID» with a Cyrillic С."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from nlp.knowledge.reader import read_table, resource

_MEETING = re.compile(r"[A-Za-z](?:(?=[Ѐ-ӿ])|(?<=[Ѐ-ӿ].))")
_WORD = re.compile(r"[A-Za-zЀ-ӿ]+")
_ALONE = re.compile(
    r"""[acoykCBOKY](?:(?<=[а-яё]\ [acoyk])|(?<=[а-яё],\ [acoyk])|(?<=[.!?»]\ [CBOKY])|(?<=^[CBOKY]))
       (?=\ [«"(]?[А-Яа-яЁё\d])""",
    re.MULTILINE | re.VERBOSE,
)  # a preposition or conjunction alone: «встретился c министром»; «витамин C» is none; letters first, which are rare


class Pair(msgspec.Struct, frozen=True):
    """A Latin letter and the Cyrillic one that looks like it."""

    latin: str
    cyrillic: str


class Letters(msgspec.Struct, frozen=True):
    """The table of look-alikes, ready for `str.translate`."""

    to_cyrillic: dict[int, str]
    to_latin: dict[int, str]


@lru_cache(maxsize=1)
def letters() -> Letters:
    """Read the table once a process."""
    pairs = read_table(resource("text/lookalikes.tsv"), Pair)
    return Letters({ord(p.latin): p.cyrillic for p in pairs}, {ord(p.cyrillic): p.latin for p in pairs})


def one_alphabet(text: str) -> str:
    """Every word in one alphabet, where all letters of the other can be its look-alikes; as long as `text`.

    «Mосква» becomes Cyrillic, «СOVID» Latin; «IT-компания» is two words, «PRщик» stays as it is.
    """
    if _MEETING.search(text):
        text = _WORD.sub(_mixed, text)
    return _ALONE.sub(_alone, text)


def _alone(found: re.Match[str]) -> str:
    return found[0].translate(letters().to_cyrillic)


def _mixed(found: re.Match[str]) -> str:
    word, table = found[0], letters()
    if not _MEETING.search(word):
        return word
    latin = [sign for sign in word if sign.isascii()]
    cyrillic = [sign for sign in word if not sign.isascii()]
    can_be_cyrillic = all(ord(sign) in table.to_cyrillic for sign in latin)
    can_be_latin = all(ord(sign) in table.to_latin for sign in cyrillic)
    if can_be_cyrillic and (not can_be_latin or len(cyrillic) >= len(latin)):
        return word.translate(table.to_cyrillic)
    return word.translate(table.to_latin) if can_be_latin else word
