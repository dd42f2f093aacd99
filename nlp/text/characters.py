"""Characters that are written but not read: soft hyphens, stress marks, zero-width signs, odd blanks.

`EDITS` finds those that change the number of characters; `even` replaces the others one for one on the clean text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
MARKS = "\u0300-\u036f"
BLANKS = "\t\x0b\x0c\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
STRESS = ("\u0300", "\u0301")

INVISIBLES = re.compile(f"[{INVISIBLE}{CONTROL}]+")
_MARKED = re.compile(f"[^\\W\\d_][{MARKS}]+")
_WIDE = re.compile(f"[ {BLANKS}]{{2,}}")
_EVEN = {ord(sign): " " for sign in re.findall(f"[{BLANKS}]", "".join(map(chr, range(0x3001))))}
_EVEN |= {0x0450: "е", 0x045D: "и", 0x0400: "Е", 0x040D: "И", 0x2010: "-", 0x2011: "-"}
_ODD = re.compile(f"[{''.join(map(chr, _EVEN))}]+")
_SILENT = re.compile(f"[{INVISIBLE}{CONTROL}{MARKS}]")
_ANGLE_OPENING = re.compile(r"(?:^|(?<=[\s(]))<(?=[А-ЯЁа-яёA-Z][^>\n]{0,300}>)", re.MULTILINE)
_ANGLE_CLOSING = re.compile(r"(?<=[\w.!?»)])>(?=[\s,.;:)!?-]|$)", re.MULTILINE)


def edits(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Replacements inside `text[start:end]`: «за́мок» without its stress mark, «и» + U+0306 as «й»."""
    if _SILENT.search(text, start, end):
        for found in INVISIBLES.finditer(text, start, end):
            yield found.start(), found.end(), ""
        for found in _MARKED.finditer(text, start, end):
            yield found.start(), found.end(), composed(found[0])
    for found in _WIDE.finditer(text, start, end):
        yield found.start(), found.end(), " "


def composed(letter: str) -> str:
    """A letter with its marks as one character, a Cyrillic one without stress: «и» + U+0306 → «й»."""
    if "Ѐ" <= letter[0] <= "ӿ":
        letter = "".join(sign for sign in letter if sign not in STRESS)
    return unicodedata.normalize("NFC", letter)


def even(text: str) -> str:
    """Odd blanks and hyphens as the plain ones: «17\u00a0июня» → «17 июня»; as long as `text`."""
    return _quoted(_ODD.sub(_plain, text))


def _plain(odd: re.Match[str]) -> str:
    return odd[0].translate(_EVEN)


def _quoted(text: str) -> str:
    """Angle brackets for quotes, as old agency feeds have them: <Заря> → «Заря»; signs of comparison stay."""
    if "<" not in text:
        return text
    opened, times = _ANGLE_OPENING.subn("«", text)
    return _ANGLE_CLOSING.sub("»", opened) if times else text
