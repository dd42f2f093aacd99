"""Text that was once read in a wrong encoding and saved so: «Ìèíèñòð», «РњРёРЅРёСЃС‚СЂ», «лХМХЯРП» for «Министр».

One mistake is looked for in a document, the one whose undoing makes its odd lines Russian; lines that are well stay.
ftfy finds twofold mistakes and those of single words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from nlp.text.code_pages import SURE, cost

READ_AS = ("sloppy-windows-1252", "latin-1", "sloppy-windows-1251", "koi8-r", "cp866")
MEANT = ("utf-8", "cp1251", "koi8-r", "cp866", "iso8859-5")
GATE, ODD_LINE, GAIN = 0.9, 5.2, 2.0
"""Share of well-shaped letters below which a text is looked at; bits a sign above which a line is odd; bits to gain."""
SAMPLE = 20_000

_LETTER = re.compile(r"[^\x00-\x7f«»“”„…–—№§°\u00a0]")
_SHAPED = re.compile(r"(?<!\w)(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]{1,5})(?![^\W_])")
_DOUBLE = re.compile(r"(?:[РС][\u0080-\u00bf\u0400-\u040f\u0450-\u045f\u2010-\u2122]){2}|(?:[ÐÑ].){2}|(?:[╨╤].){2}")


def repaired(text: str) -> str | None:
    """The text with its mistake undone; `None` when there is none, or none that can be undone."""
    sample = text[:SAMPLE]
    if _share(sample) >= GATE and not _DOUBLE.search(sample):
        return None
    lines = text.split("\n")
    odd = [number for number, line in enumerate(lines) if _each(line) > ODD_LINE]
    if (mistake := _mistake([lines[number] for number in odd])) is not None:
        for number in odd:
            lines[number] = _better(lines[number], *mistake)
    from ftfy import fix_encoding

    new = fix_encoding("\n".join(lines)) if _DOUBLE.search("\n".join(lines)[:SAMPLE]) else "\n".join(lines)
    return new if new != text else None


def _share(text: str) -> float:
    """The share of letters beyond ASCII that stand in words as Russian writes them; 1 without any."""
    letters = len(_LETTER.findall(text))
    return sum(map(len, _SHAPED.findall(text))) / letters if letters else 1.0


def _mistake(lines: Sequence[str]) -> tuple[str, str] | None:
    """The pair of encodings, read as and meant, whose undoing costs least; `None` when none gives Russian."""
    sample = "\n".join(line for line in lines if line.strip())[: SAMPLE // 5]
    before = _each(sample)
    tried = ((_each(new), pair) for pair in product(READ_AS, MEANT) if (new := _undone(sample, *pair)))
    best = min(tried, default=None)
    if best is None or best[0] > SURE - 1 or best[0] > before - GAIN:
        return None
    return best[1]


def _better(line: str, read_as: str, meant: str) -> str:
    new = _undone(line, read_as, meant)
    return new if new is not None and _each(new) < _each(line) else line


def _undone(text: str, read_as: str, meant: str) -> str | None:
    import ftfy.bad_codecs  # noqa: F401  registers the codecs called sloppy

    try:
        return text.encode(read_as).decode(meant)
    except UnicodeError:
        return None


def _each(text: str) -> float:
    bits, signs = cost(text)
    return bits / signs if signs else 0.0
