"""What a reader makes of the bytes of one document."""

from __future__ import annotations

from typing import Any

import msgspec


class Hints(msgspec.Struct, frozen=True):
    """What is known before reading: the name for messages, the encoding and media type told from outside, limits."""

    source: str
    encoding: str | None = None
    media: str | None = None
    max_size: int = 64 * 2**20
    """Bytes that a part of a compressed document may unpack to."""
    max_text: int = 20_000_000
    """Characters of the text."""


class Attachment(msgspec.Struct, frozen=True):
    """A document that came with another one: its name, its bytes, the media type it was sent with."""

    name: str
    data: bytes
    media: str | None = None


class Content(msgspec.Struct, frozen=True):
    """A text and what its format says of it; `published` is EDTF, `extra` holds plain values by name."""

    text: str
    title: str | None = None
    published: str | None = None
    id: str | None = None
    """The key that a table gives its row."""
    encoding: str | None = None
    extra: dict[str, Any] = msgspec.field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
