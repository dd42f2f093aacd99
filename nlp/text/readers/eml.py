"""A letter, by Python's own e-mail package: subject, day, what it says, and what came with it."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from nlp.text.content import Attachment, Content, Hints
from nlp.text.encodings import Decoded, decode
from nlp.text.readers import html
from nlp.text.reasons import Reason, UnreadableError

PARTS = 1_000
"""Parts of one letter."""


def read(data: bytes, hints: Hints) -> Content:
    """The plain text of the letter, that of its HTML when there is no other; the rest are attachments."""
    message = message_from_bytes(data, policy=policy.default)
    if sum(1 for _, _ in zip(message.walk(), range(PARTS + 1), strict=False)) > PARTS:
        raise UnreadableError(hints.source, Reason.TOO_MANY, f"more than {PARTS} parts")
    body = message.get_body(preferencelist=("plain", "html"))
    said = _said(body, hints) if body is not None else Decoded("", "")
    title = _header(message, "subject")
    extra = {
        name.replace("-", "_"): value for name in ("from", "to", "message-id") if (value := _header(message, name))
    }
    return Content(
        text=html.titled(said.text, title),
        title=title,
        published=_day(_header(message, "date")),
        encoding=said.encoding or None,
        extra=extra,
        attachments=tuple(_attachments(message, body)),
    )


def _header(message: EmailMessage, name: str) -> str | None:
    """A header in readable form; a malformed one as it is written."""
    try:
        value = message[name]
    except Exception:  # noqa: BLE001  the parser of headers raises IndexError and others on malformed ones
        value = dict(message.raw_items()).get(name)
    return " ".join(str(value).split()) or None if value is not None else None


def _day(value: str | None) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat() if value else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _said(part: MIMEPart, hints: Hints) -> Decoded:
    """The words of a part; a charset that does not fit is found out."""
    data = _bytes(part)
    if part.get_content_subtype() == "html":
        page = html.read(data, Hints(source=hints.source, media=f"text/html; charset={part.get_content_charset()}"))
        return Decoded(page.text, page.encoding or "")
    try:
        return decode(data, hints.source, hints.encoding or part.get_content_charset())
    except UnreadableError:
        return decode(data, hints.source)


def _bytes(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attachments(message: EmailMessage, body: MIMEPart | None) -> list[Attachment]:
    """Every part that holds bytes and is not the body or another form of it."""
    if not message.is_multipart():
        return []
    found = []
    for number, part in enumerate(message.iter_attachments(), 1):
        if part is body:
            continue
        kind = part.get_content_type()
        name = part.get_filename() or f"{number}"
        data = _forwarded(part) if kind == "message/rfc822" else _bytes(part)
        found.append(Attachment(name=name, data=data, media=kind))
    return found


def _forwarded(part: MIMEPart) -> bytes:
    inner = part.get_payload()
    first = inner[0] if isinstance(inner, list) and inner else None
    return first.as_bytes() if isinstance(first, EmailMessage) else b""
