"""From the bytes of one document to its text: which reader reads which format, and what every text must be."""

from __future__ import annotations

import warnings
from importlib import import_module

from nlp.text.content import Content, Hints
from nlp.text.formats import Format
from nlp.text.reasons import Reason, UnreadableError
from nlp.text.source import SourceText

__all__ = ["READERS", "SourceText", "read"]

READERS = {
    Format.TEXT: "text",
    Format.MARKDOWN: "text",
    Format.HTML: "html",
    Format.DOCX: "docx",
    Format.ODT: "odt",
    Format.RTF: "rtf",
    Format.PDF: "pdf",
    Format.EML: "eml",
}
"""The module of `nlp.text.readers` that reads a format; tables have theirs in `readers.rows`."""

REFUSED = {
    Format.PICTURE: Reason.NOT_TEXT,
    Format.PROGRAM: Reason.NOT_TEXT,
    Format.ANNOTATION: Reason.ANNOTATION,
}


def read(data: bytes, kind: Format, hints: Hints) -> Content:
    """The document in `data`; raises `UnreadableError` with its reason, and nothing else, whatever the bytes are."""
    if kind not in READERS:
        raise UnreadableError(hints.source, REFUSED.get(kind, Reason.BINARY), f"is a {kind}; no text is read from it")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what libraries say of broken files; the failure says it better
            content: Content = import_module(f"nlp.text.readers.{READERS[kind]}").read(data, hints)
    except UnreadableError:
        raise
    except ImportError as error:
        detail = f"{kind} needs the package {error.name}: pip install letopis[formats]"
        raise UnreadableError(hints.source, Reason.MISSING_EXTRA, detail) from error
    except Exception as error:
        raise UnreadableError(hints.source, Reason.DAMAGED, f"is no sound {kind}: {_told(error)}") from error
    return checked(content, hints)


def checked(content: Content, hints: Hints) -> Content:
    """The content as it is, when it holds words and not too many; raises `UnreadableError`."""
    if len(content.text) > hints.max_text:
        detail = f"{len(content.text)} characters; at most {hints.max_text} are read"
        raise UnreadableError(hints.source, Reason.TOO_LARGE, detail)
    if not content.text.strip() and not content.attachments:
        raise UnreadableError(hints.source, Reason.NO_TEXT, "holds no text")
    return content


def _told(error: Exception) -> str:
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
