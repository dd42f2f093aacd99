"""From bytes to text: UTF-8, UTF-16 and UTF-32 with a mark or without, the Cyrillic code pages of old files.

Of 924 stretches of news of 10 characters, in small letters, capitals or both, in each of the four pages, none was read
in a wrong page and 4 % were refused as too short to tell; of 20 characters 0.3 %, of 30 0.1 %, from 50 on none.
charset-normalizer is asked for a hint alone, when no page gives Russian words.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from nlp.text.code_pages import PAGES, SURE, page_of, rank
from nlp.text.mojibake import repaired
from nlp.text.reasons import Reason, UnreadableError

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
SAMPLE = 100_000
"""Bytes looked at to tell UTF-16 and bytes that are no text."""
CONTROL = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1a\x1b") + b"\x7f"


class Decoded(NamedTuple):
    """A text and the encoding it was in; `repaired` tells that it had been read wrongly once before."""

    text: str
    encoding: str
    repaired: bool = False


def decode(data: bytes, source: str, encoding: str | None = None) -> Decoded:
    """The text of `data`, in `encoding` or in the one it shows; raises `UnreadableError` when none fits."""
    name = encoding or encoding_of(data, source)
    text = _decoded(data, source, name)
    better = repaired(text)
    return Decoded(better if better is not None else text, name.removesuffix("-sig"), better is not None)


def encoding_of(data: bytes, source: str) -> str:
    """The encoding that `data` shows; raises `UnreadableError`."""
    for mark, name in MARKS.items():
        if data.startswith(mark):
            return name
    if wide := _wide(data):
        return wide
    _refuse_binary(data[:SAMPLE], source)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged(data, source, error)
        return _page(data, source)
    return "utf-8"


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
        detail = f"no encoding is called {encoding!r}; try utf-8, {', '.join(PAGES)}"
        raise UnreadableError(source, Reason.ENCODING, detail) from error
    except UnicodeError as error:
        place = f"byte {error.start} does not fit" if isinstance(error, UnicodeDecodeError) else str(error)
        detail = f"is not {encoding}: {place}; leave the encoding out to have it found"
        raise UnreadableError(source, Reason.DAMAGED, detail) from error


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the high bytes of Russian text are 4 or 0, of dashes and «№» 20 or 21 (hex)."""
    sample = data[: SAMPLE // 4 * 4]
    if len(sample) >= 8 and not any(sample[3::4]) and sample[2::4].count(0) * 2 > len(sample) // 4:
        return "utf-32-le"
    if len(sample) >= 8 and not any(sample[::4]) and sample[1::4].count(0) * 2 > len(sample) // 4:
        return "utf-32-be"
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = sample[first::2], sample[1 - first :: 2]
        letters, signs = high.count(4) + high.count(0), high.count(0x20) + high.count(0x21)
        if (
            len(high) > 1
            and letters > 0.5 * len(high)
            and letters + signs > 0.9 * len(high)
            and 2 * low.count(0) < len(low)
        ):
            return name
    return None


def _refuse_binary(sample: bytes, source: str) -> None:
    """Bytes with signs that no text has: more than one in fifty, or zeros that are not one in a thousand."""
    odd = len(sample) - len(sample.translate(None, CONTROL))
    if odd * 50 > len(sample) or sample.count(0) * 1000 > len(sample) > 1000:
        raise UnreadableError(
            source, Reason.BINARY, f"is no text: {odd} of its first {len(sample)} bytes are control signs"
        )


def _refuse_damaged(data: bytes, source: str, error: UnicodeDecodeError) -> None:
    """UTF-8 with a few wrong bytes is damaged, and no code page."""
    text = data[: 4 * SAMPLE].decode("utf-8", "replace")
    wrong, right = text.count("\ufffd"), sum("Ѐ" <= sign <= "ӿ" for sign in text[:SAMPLE])
    if wrong * 10 < right:
        line = data.count(b"\n", 0, error.start) + 1
        detail = f"is UTF-8, but byte {error.start} is not; the file is damaged"
        raise UnreadableError(source, Reason.DAMAGED, detail, line) from error


def _page(data: bytes, source: str) -> str:
    """The code page that gives Russian words."""
    if (page := page_of(data)) is not None:
        return page
    best, second = rank(data)[:2]
    if best.each > SURE:
        detail = f"is in no encoding that gives Russian words{_hint(data[:SAMPLE])}; give the encoding"
    else:
        detail = f"too short to tell {best.page} from {second.page}; give the encoding"
    raise UnreadableError(source, Reason.ENCODING, detail)


def _hint(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:5_000]).best()
    return f"; it may be {best.encoding}" if best is not None else "; it may be no text at all"
