"""Files with a few bytes changed, cut or said twice, and what must hold of every answer to them."""

import gzip
import io
import zipfile
from collections.abc import Callable

from hypothesis import strategies as st

from nlp.archive.containers.member import Member
from nlp.archive.read import read
from nlp.archive.source import Document, Failure, Item, WalkOptions
from nlp.archive.unpack import unpack
from tests.archive import samples
from tests.archive.samples import TEXT

__all__ = ["OPTIONS", "SEEDS", "answered", "check", "damaged"]

OPTIONS = WalkOptions(max_document=2**20, free=2**24, max_members=2_000)
FILES = {"a.txt": TEXT.encode(), "b/c.html": samples.html()}
SEEDS: dict[str, Callable[[], bytes]] = {
    "a.txt": TEXT.encode,
    "b.txt": lambda: TEXT.encode("utf-16"),
    "c.txt": lambda: TEXT.encode("koi8-r"),
    "a.html": samples.html,
    "a.docx": samples.docx,
    "a.odt": samples.odt,
    "a.rtf": samples.rtf,
    "a.pdf": samples.pdf,
    "a.eml": lambda: samples.letter(attached=(("b.txt", TEXT.encode()),)),
    "a.mbox": lambda: samples.mbox(TEXT, TEXT),
    "a.warc": lambda: samples.warc(("http://a.by", "text/html", samples.html())),
    "b.warc.gz": lambda: samples.warc(("http://a.by", "text/plain", TEXT.encode()), gzipped=True),
    "a.csv": samples.csv,
    "b.tsv": lambda: samples.csv("\t", "cp1251"),
    "a.json": lambda: b"[" + samples.jsonl().replace(b"\n", b",").rstrip(b",") + b"]",
    "a.md": f"# {samples.TITLE}\n\n**{TEXT}**\n\n| a | b |\n|---|---|\n| 1 | [2](3) |".encode,
    "a.jsonl": samples.jsonl,
    "a.parquet": samples.parquet,
    "a.zip": lambda: samples.zipped(FILES),
    "a.tar": lambda: samples.tarred(FILES),
    "b.tar.gz": lambda: samples.tarred(FILES, "w:gz"),
    "c.tar.bz2": lambda: samples.tarred(FILES, "w:bz2"),
    "d.tar.xz": lambda: samples.tarred(FILES, "w:xz"),
    "a.7z": lambda: samples.seven(FILES),
    "a.txt.gz": lambda: gzip.compress(TEXT.encode()),
    "b.txt.zst": lambda: samples.zstd(TEXT.encode()),
}
_BYTE = st.one_of(st.sampled_from([0, 1, 0x7F, 0x80, 0xFF]), st.integers(0, 255))
_EDIT = st.tuples(
    st.sampled_from(["set", "cut", "twice", "add"]), st.floats(0, 1), st.binary(min_size=1, max_size=8), _BYTE
)


@st.composite
def mutations(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes after one to six edits."""
    found = bytearray(data)
    for kind, where, piece, value in draw(st.lists(_EDIT, min_size=1, max_size=6)):
        place = int(where * max(len(found) - 1, 0))
        if kind == "set" and found:
            found[place] = value
        elif kind == "cut":
            del found[place : place + 1 + value * len(piece)]
        elif kind == "twice":
            found[place:place] = found[place : place + value]
        else:
            found[place:place] = piece
    return bytes(found)


@st.composite
def inside(draw: st.DrawFn, data: bytes) -> bytes:
    """A zip, as docx and odt are, with one member edited and the sums right again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(members)))
    return samples.zipped(members | {name: draw(mutations(members[name]))})


def damaged(name: str) -> st.SearchStrategy[bytes]:
    """A sample after edits, of its bytes or of what is packed in it."""
    data = SEEDS[name]()
    edited = mutations(data)
    return st.one_of(edited, inside(data)) if data.startswith(b"PK") else edited


def answered(name: str, data: bytes) -> list[Document | Failure]:
    """What is said of a file of this name and these bytes."""
    found: list[Document | Failure] = []
    for each in unpack(Member(name, name, io.BytesIO(data), len(data)), OPTIONS):
        found.extend(read(each, OPTIONS) if isinstance(each, Item) else [each])
    return found


def check(name: str, data: bytes) -> None:
    """Something is said, of places inside the file, in words that can be written down."""
    found = answered(name, data)
    assert found
    for each in found:
        assert each.path.startswith(name)
        assert each.path.isprintable()
        if isinstance(each, Document):
            assert each.text.strip()
            assert len(each.sha256) == 64
        else:
            assert each.detail.isprintable()
            each.detail.encode()
