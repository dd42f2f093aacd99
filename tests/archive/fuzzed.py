"""Files with a few bytes changed, cut or said twice, and what must hold of every answer to them."""

import gzip
import io
from collections.abc import Callable

from hypothesis import strategies as st

from nlp.archive.containers.member import Member
from nlp.archive.read import read
from nlp.archive.source import Document, Failure, Item, WalkOptions
from nlp.archive.unpack import unpack
from tests.archive import samples
from tests.archive.samples import TEXT

__all__ = ["OPTIONS", "SEEDS", "answered", "check", "mutations", "texts"]

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


PIECES = (
    *(
        "Министр иностранных дел Павел Ткач",
        "12 мая 2025 года",
        "в Минске",
        "подписал меморандум с",
        "ООО «Заря»",
        "А.С. Орлова",
    ),
    *(
        "стороны",
        "он",
        "посетила",
        "договор № 5",
        "«",
        "»",
        '"',
        "(",
        ")",
        "—",
        "-",
        ".",
        "...",
        "г.",
        "т. д.",
        "с 5 по 8 марта",
    ),
    *(
        "1,5 млрд руб.",
        "$3",
        "XX век",
        "0",
        "31.02.2025",
        "99:99",
        "вчера",
        "не",
        "\u0301",
        "\u00ad",
        "\u200b",
        "\ufeff",
        "\u202e",
    ),
    *(
        "\x00",
        "\x1b",
        "\r",
        "\t",
        "\n",
        "\n\n",
        "\u2028",
        "\x85",
        "\U0001f600",
        "ﬁ",
        "Ⅻ",
        "İ",
        "ß",
        "日本",
        "a",
        "ё",
        "й",
        "и\u0306",
    ),
    *(
        "<b>",
        "</",
        "&amp;",
        "&#0;",
        "[a](b)",
        "| a | b |",
        "---",
        "# ",
        "* ",
        "http://a.by/?q=1",
        "a@b.by",
        "Published: 2025-06-17",
    ),
)
"""What trips parsers: names, dates, quotes that do not close, marks that join, letters that grow in lower case."""


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Pieces and any characters, joined by blanks, lines or nothing."""
    piece = st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), st.text(max_size=5))
    found = draw(st.lists(st.tuples(piece, st.sampled_from([" ", " ", "", "\n", ", "])), max_size=40))
    return "".join(part for pair in found for part in pair)


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
