"""A folder of files that break readers, each with what must be said of it: a reason, or "read" for a document.

`python -m tests.archive.hostile FOLDER` makes it for a look by hand.
"""

import gzip
import io
import json
import lzma
import os
import socket
import struct
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from nlp.archive.source import Reason, WalkOptions
from tests.archive import samples
from tests.archive.samples import FIRST, SECOND, TEXT

OPTIONS = WalkOptions(max_document=2**20, free=2**23, max_ratio=100, max_members=500)
"""Bounds small enough for files small enough to be made in a test."""
READ = "read"
ZEROS = bytes(2**24)
PLAIN = TEXT.encode()


def make(folder: Path) -> dict[str, set[str]]:
    """Make the files; name → the reasons that must be among what is said of it."""
    expected = {}
    for name, data, *said in files():
        (folder / name).write_bytes(data)
        expected[name] = set(said)
    return expected | special(folder)


def files() -> Iterator[tuple[str | bytes, ...]]:
    """Name, bytes, what must be said."""
    yield from plain()
    yield from documents()
    yield from tables()
    yield from letters()
    yield from archives()
    yield from bombs()


def plain() -> Iterator[tuple[str | bytes, ...]]:
    """Texts, and what is none."""
    yield "empty.txt", b"", Reason.EMPTY
    yield "blank.txt", b" \n\t\r\n" * 100, Reason.NO_TEXT
    yield "binary.txt", bytes(range(256)) * 40, Reason.BINARY
    yield "no suffix", os.urandom(5_000).replace(b"PK", b"..") + bytes(200), Reason.BINARY
    yield "cut.txt", PLAIN + "ю".encode()[:1], Reason.DAMAGED
    yield "western.txt", "Le déjà vu d'un café à Besançon".encode("latin-1"), Reason.ENCODING
    yield "odd.txt", TEXT.encode("utf-16") + b"\x04", Reason.DAMAGED
    yield "ukrainian.txt", "Міністр закордонних справ зустрівся з послом у Києві.".encode(), Reason.FOREIGN
    yield "large.txt", PLAIN * 5_000, Reason.TOO_LARGE
    yield "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), Reason.NOT_TEXT
    yield "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Reason.BINARY
    yield "page.pdf", samples.html(), READ
    yield "deep.html", b"<div>" * 50_000 + PLAIN + b"</div>" * 50_000, READ
    yield "open.html", b"<html><body><p" + b" a" * 50_000 + b">" + PLAIN, READ
    yield "charset.html", b"<html><meta charset=utf-99><body>" + TEXT.encode("cp1251") + b"</body></html>", READ
    yield "deep.rtf", b"{\\rtf1\\ansi " + b"{" * 20_000 + b"text" + b"}" * 20_000 + b"}", Reason.FOREIGN
    yield "cut.rtf", samples.rtf()[:-40], Reason.DAMAGED


def documents() -> Iterator[tuple[str | bytes, ...]]:
    """PDF, Word and OpenDocument files."""
    laughs = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
    yield "cut.docx", samples.docx()[:2_000], Reason.DAMAGED
    yield "text.docx", PLAIN, READ
    yield "entities.docx", with_member(samples.docx(), "word/document.xml", laughs), Reason.BOMB
    yield "entities.odt", with_member(samples.odt(), "content.xml", laughs), Reason.BOMB
    yield "bomb.docx", with_member(samples.docx(), "word/document.xml", ZEROS), Reason.BOMB
    yield "large.docx", with_member(samples.docx(), "word/document.xml", bytes(2**21)), Reason.TOO_LARGE
    yield "no xml.docx", with_member(samples.docx(), "word/document.xml", b"<a>"), Reason.DAMAGED
    yield "sheet.xlsx", samples.zipped({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}), Reason.BINARY
    yield "cut.pdf", samples.pdf()[:300], Reason.DAMAGED
    yield "scan.pdf", samples.pdf(drawn=False), Reason.NO_TEXT
    yield "encrypted.pdf", encrypted_pdf(), Reason.ENCRYPTED


def tables() -> Iterator[tuple[str | bytes, ...]]:
    """CSV, JSON Lines, Parquet."""
    long = b"a" * (2**20 + 10)
    yield "nul.csv", b"id,text\n1," + PLAIN.replace(b"\n", b" ") + b"\0\n", READ
    yield "wide.csv", b"text" + b",c" * 20_000 + b"\n" + PLAIN + b"\n", Reason.COLUMNS
    yield "open.csv", f'id,text\n1,{FIRST}\n2,"{SECOND}\n'.encode() * 3, READ
    yield "uneven.csv", f"id,text\n1,{FIRST.replace(',', '')}\n2,a,b,c\n".encode(), READ, Reason.SYNTAX
    yield "long.csv", f"id,text\n1,{FIRST}\n2,".encode() + long + b"\n", READ, Reason.TOO_LARGE
    yield "no text.csv", b"a,b\n1,2\n", Reason.COLUMNS
    yield "empty.csv", b"\n", Reason.COLUMNS
    line = json.dumps({"text": FIRST}).encode() + b"\n"
    yield "broken.jsonl", line + b'{"text": "cut\n' + line, READ, Reason.SYNTAX
    yield "long.jsonl", line + b'{"text": "' + long + b'"}\n' + line, READ, Reason.TOO_LARGE
    yield "deep.jsonl", b"[" * 100_000 + b"\n" + line, READ, Reason.SYNTAX
    yield "cut.parquet", samples.parquet()[:-20], Reason.DAMAGED
    yield "cut in front.parquet", b"PAR1" + samples.parquet()[200:], Reason.DAMAGED


def letters() -> Iterator[tuple[str | bytes, ...]]:
    """Letters, mailboxes, WARC."""
    inner = samples.letter()
    for _ in range(8):
        inner = samples.letter(attached=(("a.eml", inner),))
    yield "deep.eml", inner, READ, Reason.TOO_DEEP
    parts = b"".join(b"--x\r\nContent-Type: text/plain\r\n\r\na\r\n" for _ in range(2_000))
    yield (
        "parts.eml",
        b"From: a\r\nTo: b\r\nSubject: c\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + parts,
        (Reason.TOO_MANY),
    )
    yield "headers.eml", b"From: <<<@@\r\nTo: =?x?q?\r\nDate: 99 99 99\r\nSubject: =?utf-8?b?a\r\n\r\n" + PLAIN, READ
    yield "charset.eml", samples.letter().replace(b"koi8-r", b"x-none"), READ
    yield "letters.mbox", b"From a Tue Jun 17 10:00:00 2025\nFrom: a\n\n", Reason.NO_TEXT
    yield "cut.warc", samples.warc(("http://a.by", "text/plain", PLAIN))[:-101], Reason.DAMAGED
    yield "cut.warc.gz", samples.warc(("http://a.by", "text/plain", PLAIN), gzipped=True)[:-40], Reason.DAMAGED


def archives() -> Iterator[tuple[str | bytes, ...]]:
    """Archives that are damaged, locked, or lead elsewhere."""
    two = {"a.txt": PLAIN, "b.txt": PLAIN * 500}
    outside = {"../evil.txt": PLAIN, "/etc/evil.txt": PLAIN, "C:\\evil.txt": PLAIN, "a/../../b.txt": PLAIN}
    for name, pack in (("zip", samples.zipped), ("tar", samples.tarred)):
        yield f"empty.{name}", pack({}), Reason.EMPTY
        yield f"outside.{name}", pack(outside), Reason.UNSAFE_NAME
    yield "cut.zip", samples.zipped(two)[:-30], Reason.DAMAGED
    yield "cut.tar.gz", samples.tarred(two, "w:gz")[:700], READ, Reason.DAMAGED
    yield "cut.gz", gzip.compress(PLAIN * 100)[:-20], Reason.DAMAGED
    yield "cut.xz", lzma.compress(PLAIN * 100)[:-20], Reason.DAMAGED
    yield "cut.7z", samples.seven(two)[:-30], Reason.DAMAGED
    yield "cut.zst", samples.zstd(PLAIN * 100)[:-20], Reason.DAMAGED
    yield "locked.7z", samples.seven(two, "тайна"), Reason.ENCRYPTED
    yield "locked.zip", locked_zip(), Reason.ENCRYPTED
    yield "sum.zip", wrong_sum(), READ, Reason.DAMAGED
    yield "twice.zip", twice(), READ
    yield "page.zip", samples.zipped({"abcdef.txt": PLAIN}).replace(b"abcdef", "привет".encode("cp866")), READ
    yield "link.zip", linked_zip(), Reason.LINK
    yield "kinds.tar", kinds(), Reason.LINK, Reason.REPEATED, Reason.NOT_REGULAR, READ
    yield "header.tar", endless_header(), Reason.DAMAGED
    yield "holes.tar", holes(), Reason.NOT_REGULAR


def bombs() -> Iterator[tuple[str | bytes, ...]]:
    """Archives that unpack to much more than they are; a good file beside them is read."""
    small = samples.zipped({"z.txt": ZEROS})
    two = samples.zipped({"a.txt": PLAIN, "z.txt": ZEROS, "y.txt": ZEROS})
    yield "bomb.zip", two, READ, Reason.TOO_LARGE
    yield "bombs of bombs.zip", samples.zipped({f"{number}.zip": small for number in range(20)}), Reason.BOMB
    yield "bomb.gz", gzip.compress(ZEROS), Reason.TOO_LARGE
    yield "bomb.tar.bz2", samples.tarred({"a.txt": PLAIN, "z.txt": ZEROS}, "w:bz2"), READ, Reason.BOMB
    yield "bomb.tar.xz", samples.tarred({"z.txt": ZEROS, "a.txt": PLAIN}, "w:xz"), Reason.BOMB
    yield "bomb.7z", samples.seven({"a.txt": PLAIN, "z.txt": ZEROS}), READ, Reason.BOMB
    yield "bombs.zip", samples.zipped({"b.zip": small, "a.txt": PLAIN}), READ, Reason.TOO_LARGE
    yield "many.zip", samples.zipped({f"{number}.txt": PLAIN for number in range(600)}), READ, Reason.TOO_MANY
    deep = packed = PLAIN
    for _ in range(20):
        deep, packed = samples.zipped({"a.zip": deep}), gzip.compress(packed)
    yield "deep.zip", deep, Reason.TOO_DEEP
    yield "deep.gz", packed, Reason.TOO_DEEP


def special(folder: Path) -> dict[str, set[str]]:
    """What is no file, or has an odd name or size."""
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(folder / "socket.txt"))
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "nowhere.txt").symlink_to("none")
    (folder / "up").symlink_to(".")
    (folder / "zero").symlink_to("/dev/zero")
    (folder / os.fsdecode(b"\xef\xf0\xe8.txt")).write_bytes(PLAIN)
    (folder / "a\n\x1b[31m.txt").write_bytes(PLAIN)
    with (folder / "terabyte.txt").open("wb") as stream:
        stream.truncate(2**40)
    return {
        "pipe.txt": {Reason.NOT_REGULAR},
        "socket.txt": {Reason.NOT_REGULAR},
        "zero": {Reason.NOT_REGULAR},
        "loop.txt": {Reason.LINK},
        "nowhere.txt": {Reason.LINK},
        "up": {Reason.REPEATED},
        "\\xef\\xf0\\xe8.txt": {READ},
        "a\\n\\x1b[31m.txt": {READ},
        "terabyte.txt": {Reason.TOO_LARGE},
    }


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """A zip with one member replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, content if info.filename == name else old.read(info))
    return out.getvalue()


def encrypted_pdf() -> bytes:
    """A PDF under a password."""
    from pypdf import PdfReader, PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    writer.append(PdfReader(io.BytesIO(samples.pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def locked_zip() -> bytes:
    """A zip whose member says that it is encrypted."""
    data = bytearray(samples.zipped({"a.txt": PLAIN}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def wrong_sum() -> bytes:
    """A zip whose first member is not what its sum says."""
    data = bytearray(samples.zipped({"a.txt": PLAIN, "b.txt": PLAIN}, zipfile.ZIP_STORED))
    data[data.index(PLAIN) + 1] ^= 1
    return bytes(data)


def twice() -> bytes:
    """A zip of two members of one name."""
    return samples.zipped({"a.txt": PLAIN, "b.txt": FIRST.encode()}).replace(b"b.txt", b"a.txt")


def linked_zip() -> bytes:
    """A zip with a link to /etc/passwd."""
    out, info = io.BytesIO(), zipfile.ZipInfo("passwd")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def kinds() -> bytes:
    """A tar with everything that is no file, and one that is."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"kind{kind.decode()}")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("a.txt")
        info.size = len(PLAIN)
        archive.addfile(info, io.BytesIO(PLAIN))
    return out.getvalue()


def endless_header() -> bytes:
    """A tar whose long name is said to take eight gigabytes, and takes four megabytes."""
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 2**33
    return info.tobuf(tarfile.GNU_FORMAT) + b"a" * 2**22


def holes() -> bytes:
    """A tar with a file of an exabyte, all of it holes."""
    info = tarfile.TarInfo("a.txt")
    head = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    head[156:157] = tarfile.GNUTYPE_SPARSE
    head[483:495] = b"\x80" + bytes(3) + struct.pack(">Q", 2**60)
    head[148:156] = b" " * 8
    head[148:156] = f"{sum(head):06o}\0 ".encode()
    return bytes(head) + bytes(1024)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True)
    print(*(f"{name}: {', '.join(sorted(said))}" for name, said in make(target).items()), sep="\n")
