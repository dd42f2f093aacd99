"""One file under compression: gzip, bzip2, xz, zstd."""

from __future__ import annotations

import bz2
import gzip
import lzma
from typing import Any

from nlp.archive.streams import Readable
from nlp.text.formats import Format
from nlp.text.reasons import Reason, UnreadableError

SUFFIXES = {
    Format.GZIP: (".gz", ".tgz"),
    Format.BZIP2: (".bz2", ".tbz2", ".tbz"),
    Format.XZ: (".xz", ".txz"),
    Format.ZSTD: (".zst", ".zstd", ".tzst"),
}


def unpacked(kind: Format, stream: Any, path: str) -> Readable:
    """The bytes under the compression; raises `UnreadableError` when the package for it is missing."""
    if kind is Format.GZIP:
        return gzip.GzipFile(fileobj=stream)
    if kind is Format.BZIP2:
        return bz2.BZ2File(stream)
    if kind is Format.XZ:
        return lzma.LZMAFile(stream)
    try:
        from backports.zstd import ZstdFile
    except ImportError as error:
        detail = "zstd needs the package backports.zstd: pip install letopis[formats]"
        raise UnreadableError(path, Reason.MISSING_EXTRA, detail) from error
    return ZstdFile(stream)


def bare(name: str, kind: Format) -> str:
    """A name without the suffix of its compression: «новости.jsonl.gz» → «новости.jsonl»."""
    for suffix in SUFFIXES[kind]:
        if name.lower().endswith(suffix):
            return name[: -len(suffix)]
    return name
