"""Parts of a document that is a zip of XML files, read with a bound on what they unpack to and without entities."""

from __future__ import annotations

import io
import zipfile

from nlp.text.content import Hints
from nlp.text.reasons import Reason, UnreadableError

MEMBERS = 20_000
"""Parts of one document; Word and LibreOffice write a few dozen."""


def opened(data: bytes, hints: Hints) -> zipfile.ZipFile:
    """The zip; raises `UnreadableError` when it is none, is encrypted or claims to unpack to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise UnreadableError(hints.source, Reason.DAMAGED, f"its zip is damaged: {error}") from error
    every = archive.infolist()
    size = sum(each.file_size for each in every)
    if any(each.flag_bits & 1 for each in every):
        raise UnreadableError(hints.source, Reason.ENCRYPTED, "asks for a password")
    if len(every) > MEMBERS or size > 4 * hints.max_size:
        raise UnreadableError(hints.source, Reason.BOMB, f"unpacks to {len(every)} parts of {size} bytes")
    return archive


def checked(archive: zipfile.ZipFile, name: str, hints: Hints) -> bytes:
    """The bytes of a part of XML; raises `UnreadableError` when it is too large, no XML or declares entities."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    data = part(archive, name, hints)
    try:
        for _, element in iterparse(io.BytesIO(data), events=("end",), forbid_dtd=True):
            element.clear()
    except DefusedXmlException as error:
        raise UnreadableError(hints.source, Reason.BOMB, f"{name} declares entities or a document type") from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableError(hints.source, Reason.DAMAGED, f"{name} is no XML: {error}") from error
    return data


def part(archive: zipfile.ZipFile, name: str, hints: Hints) -> bytes:
    """The bytes of a part, as many as a document may have."""
    try:
        with archive.open(name) as stream:
            data = stream.read(hints.max_size + 1)
    except KeyError as error:
        raise UnreadableError(hints.source, Reason.DAMAGED, f"has no part {name}") from error
    except Exception as error:  # zlib, lzma, bz2 and zipfile raise errors of their own kinds
        raise UnreadableError(hints.source, Reason.DAMAGED, f"{name} cannot be unpacked: {error}") from error
    if len(data) > hints.max_size:
        raise UnreadableError(hints.source, Reason.TOO_LARGE, f"{name} unpacks to more than {hints.max_size} bytes")
    return data
