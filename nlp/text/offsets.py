"""The clean text of a document and the map between its offsets and those of the original.

A clean text is put together from *pieces*: stretches of the original, copied or replaced, in their order. What lies
between two pieces was taken out. One block of the document (a heading, a paragraph, a list item) is one line of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

import msgspec
import numpy as np

BlockKind = Literal["heading", "paragraph", "item", "cell", "boilerplate"]


class Block(msgspec.Struct, frozen=True):
    """A part of the document's layout; `start` and `end` are offsets of the *original* text, markup included."""

    kind: BlockKind
    start: int
    end: int


class Metadata(msgspec.Struct, frozen=True):
    """What a text says of itself («Опубликовано 17.06.2025»); `published` is an EDTF date."""

    title: str | None = None
    source: str | None = None
    published: str | None = None


class Clean(msgspec.Struct, frozen=True):
    """A text without its markup: «**Бе́ларусь**» → «Беларусь».

    `text` holds one block a line; boilerplate is in `blocks` but not in `text`. `at`, `begin` and `end` describe the
    pieces: clean offset of the piece, then where it lies in the original. A piece as long as its original maps letter
    by letter, any other as a whole.
    """

    text: str
    at: tuple[int, ...] = ()
    begin: tuple[int, ...] = ()
    end: tuple[int, ...] = ()
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = Metadata()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Clean offsets → original ones: the shortest stretch that holds all of it; an empty span stays empty."""
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"no span {start}:{end} in a clean text of {len(self.text)} characters")
        first = self._origin(start)
        return first, (first if start == end else self._last(end))

    def originals(self, extents: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """`original` of many stretches at once; none of them is empty."""
        if not extents:
            return []
        clean, at = np.array(extents, dtype=np.int64), np.array(self.at, dtype=np.int64)
        begin, end = np.array(self.begin, dtype=np.int64), np.array(self.end, dtype=np.int64)
        literal = np.diff(at, append=len(self.text)) == end - begin
        first, last = (np.searchsorted(at, place, side="right") - 1 for place in (clean[:, 0], clean[:, 1] - 1))
        starts = begin[first] + np.where(literal[first], clean[:, 0] - at[first], 0)
        ends = np.where(literal[last], begin[last] + clean[:, 1] - at[last], end[last])
        return list(zip(starts.tolist(), ends.tolist(), strict=True))

    def clean(self, position: int) -> int:
        """Original offset → clean one; inside something taken out, the offset of what follows it."""
        index = bisect_right(self.begin, position) - 1
        if index < 0:
            return 0
        step, size = position - self.begin[index], self._size(index)
        if position >= self.end[index]:
            return self.at[index] + size
        return self.at[index] + (step if self._literal(index) else 0)

    def _origin(self, start: int) -> int:
        index = bisect_right(self.at, start) - 1
        if index < 0:
            return 0
        if start >= len(self.text):
            return self.end[index]
        return self.begin[index] + (start - self.at[index] if self._literal(index) else 0)

    def _last(self, end: int) -> int:
        index = bisect_right(self.at, end - 1) - 1
        return self.begin[index] + end - self.at[index] if self._literal(index) else self.end[index]

    def _size(self, index: int) -> int:
        follows = self.at[index + 1] if index + 1 < len(self.at) else len(self.text)
        return follows - self.at[index]

    def _literal(self, index: int) -> bool:
        return self._size(index) == self.end[index] - self.begin[index]


class Builder:
    """Puts a clean text together, piece by piece in the order of the original; runs of blanks become one."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.parts: list[str] = []
        self.at: list[int] = []
        self.begin: list[int] = []
        self.end: list[int] = []
        self.size = 0
        self.blank = True

    def copy(self, start: int, end: int) -> None:
        """Keep a stretch as it is."""
        if self.blank and start < end and self.source[start].isspace():
            start += 1
        if start < end:
            self._add(self.source[start:end], start, end)

    def put(self, new: str, start: int, end: int) -> None:
        """Write `new` in the place of a stretch: «и» + U+0306 → «й»."""
        if new and not (self.blank and new.isspace()):
            self._add(new, start, end)

    def newline(self, before: int) -> None:
        """End the block; the next one begins at `before`."""
        if self.parts:
            self._add("\n", self.end[-1], max(before, self.end[-1]))
        self.blank = True

    def _add(self, new: str, start: int, end: int) -> None:
        self.parts.append(new)
        self.at.append(self.size)
        self.begin.append(start)
        self.end.append(end)
        self.size += len(new)
        self.blank = new[-1].isspace()

    def text(self) -> str:
        """All that was kept so far."""
        return "".join(self.parts)
