"""What bytes are, by how they begin and what they are called: «PK» and word/document.xml inside is a docx.

How they begin goes before the name; a name decides among the formats that are all plain text.
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath

HEAD = 8_192
"""Bytes that tell."""


class Format(StrEnum):
    """Documents, then what holds documents, then what holds none; the value stands in messages."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    PDF = "PDF"
    EML = "e-mail"
    JSON = "JSON"

    ZIP = "zip"
    TAR = "tar"
    SEVEN_ZIP = "7z"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZSTD = "zstd"
    MBOX = "mbox"
    WARC = "WARC"
    JSONL = "JSON Lines"
    CSV = "CSV"
    PARQUET = "Parquet"

    PICTURE = "picture, sound or film"
    PROGRAM = "program, font or style"
    ANNOTATION = "file of annotations"
    OTHER = "format without a reader"


MAGIC: tuple[tuple[int, bytes, Format], ...] = (
    (0, b"PK\x03\x04", Format.ZIP),
    (0, b"PK\x05\x06", Format.ZIP),
    (0, b"PK\x07\x08", Format.ZIP),
    (0, b"\x1f\x8b", Format.GZIP),
    (0, b"BZh", Format.BZIP2),
    (0, b"\xfd7zXZ\x00", Format.XZ),
    (0, b"\x28\xb5\x2f\xfd", Format.ZSTD),
    (0, b"7z\xbc\xaf\x27\x1c", Format.SEVEN_ZIP),
    (257, b"ustar", Format.TAR),
    (0, b"PAR1", Format.PARQUET),
    (0, b"WARC/", Format.WARC),
    (0, b"%PDF-", Format.PDF),
    (0, b"{\\rtf", Format.RTF),
    (0, b"\x89PNG", Format.PICTURE),
    (0, b"\xff\xd8\xff", Format.PICTURE),
    (0, b"GIF8", Format.PICTURE),
    (0, b"II*\x00", Format.PICTURE),
    (0, b"MM\x00*", Format.PICTURE),
    (0, b"AT&TFORM", Format.PICTURE),
    (8, b"WEBP", Format.PICTURE),
    (8, b"WAVE", Format.PICTURE),
    (8, b"AVI ", Format.PICTURE),
    (4, b"ftyp", Format.PICTURE),
    (0, b"ID3", Format.PICTURE),
    (0, b"OggS", Format.PICTURE),
    (0, b"\x1aE\xdf\xa3", Format.PICTURE),
    (0, b"\x00\x00\x01\x00", Format.PICTURE),
    (0, b"\x7fELF", Format.PROGRAM),
    (0, b"\xca\xfe\xba\xbe", Format.PROGRAM),
    (0, b"wOF", Format.PROGRAM),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OTHER),
    (0, b"Rar!", Format.OTHER),
    (0, b"SQLite format 3\x00", Format.OTHER),
)
"""Offset, bytes, format. OLE2 (.doc, .xls), RAR and SQLite have no reader."""

SUFFIXES = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".shtml": Format.HTML,
    ".eml": Format.EML,
    ".mbox": Format.MBOX,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".tab": Format.CSV,
    ".tar": Format.TAR,
    ".svg": Format.PICTURE,
    ".css": Format.PROGRAM,
    ".js": Format.PROGRAM,
    **dict.fromkeys((".ann", ".a1", ".a2", ".conll", ".conllu", ".conllup", ".iob", ".bio"), Format.ANNOTATION),
    **dict.fromkeys((".spans", ".tokens", ".objects", ".coref", ".facts", ".norm"), Format.ANNOTATION),
}
"""What is text by its bytes. Of annotations the first line is brat's, BioNLP's and CoNLL's, the second that of the
shared tasks factRuEval and RuNormAS: offsets and tags that stand beside a text of the same name."""
MEDIA = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/plain": Format.TEXT,
    "text/markdown": Format.MARKDOWN,
    "message/rfc822": Format.EML,
    "application/json": Format.JSON,
    "text/css": Format.PROGRAM,
    "text/javascript": Format.PROGRAM,
    "application/javascript": Format.PROGRAM,
    "application/x-javascript": Format.PROGRAM,
    "image/svg+xml": Format.PICTURE,
}
"""Media types that say more than bytes do."""
TYPES = {
    Format.TEXT: "text/plain",
    Format.MARKDOWN: "text/markdown",
    Format.HTML: "text/html",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.ODT: "application/vnd.oasis.opendocument.text",
    Format.RTF: "application/rtf",
    Format.PDF: "application/pdf",
    Format.EML: "message/rfc822",
    Format.JSON: "application/json",
}
"""The media type that a document of a format gets."""

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_MBOX = re.compile(rb"From \S+.{0,60}\d{4}[^\n]{0,20}\r?\n[A-Za-z][\w-]{0,60}:")
_HEADER = re.compile(
    rb"^(?:from|to|cc|subject|date|message-id|received|return-path|mime-version|content-type|delivered-to|x-[\w-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_JSON_LINE = re.compile(rb'\s{0,10}\{\s{0,10}"')


def recognise(head: bytes, name: str, media: str | None = None) -> Format:
    """What bytes that begin with `head` are; a zip may still turn out to be a document, see `inside`."""
    for offset, magic, kind in MAGIC:
        if head.startswith(magic, offset):
            return kind
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    plain = head.removeprefix(b"\xef\xbb\xbf")
    suffix = PurePosixPath(name).suffix.lower()
    if media is not None and (told := _told(media)):
        return told
    return _texts(plain, suffix)


def _told(media: str) -> Format | None:
    name = media.partition(";")[0].strip().lower()
    if name.startswith(("image/", "audio/", "video/")):
        return Format.PICTURE
    return Format.PROGRAM if name.startswith("font/") else MEDIA.get(name)


def _texts(plain: bytes, suffix: str) -> Format:
    """Which of the formats that are text."""
    if _HTML.match(plain):
        return Format.HTML
    if _MBOX.match(plain):
        return Format.MBOX
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    if _is_mail(plain):
        return Format.EML
    return Format.JSONL if _JSON_LINE.match(plain) else Format.TEXT


def _is_mail(plain: bytes) -> bool:
    """Begins with the header of a letter, and has three lines of it."""
    top = plain.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return _HEADER.match(top) is not None and len(_HEADER.findall(top)) >= 3


def inside(names: list[str], mimetype: bytes | None) -> Format:
    """What a zip with these members and this content of its member `mimetype` is."""
    if mimetype is not None and mimetype.startswith(b"application/vnd.oasis.opendocument"):
        return Format.ODT if mimetype.startswith(b"application/vnd.oasis.opendocument.text") else Format.OTHER
    held = set(names)
    if "word/document.xml" in held or "word/document2.xml" in held:
        return Format.DOCX
    return Format.OTHER if "[Content_Types].xml" in held else Format.ZIP
