"""Encodings are found on short texts, and doubt is said."""

import pytest

from nlp.errors import InputError
from nlp.text.encodings import decode

TEXTS = ["Министр прибыл в Минск", "МИНСК, 17 июня. Форум открылся", "«Связь» – почта № 5", "ЁЖ ещё идёт, а зря"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"])
@pytest.mark.parametrize("text", TEXTS)
def test_found(text, encoding):
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866"])
@pytest.mark.parametrize(
    "text",
    [
        "Министр прибыл в Минск",
        "МИНСК, 17 июня. Форум открылся",
        "второй этап",
        "ФОРУМ ПРОШЁЛ В МИНСКЕ, ГДЕ ВСТРЕТИЛИСЬ МИНИСТРЫ СВЯЗИ ДВУХ СТРАН",
    ],
)
def test_found_in_old_pages(text, encoding):
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["UTF-8", "utf8", "utf-8-sig"])
def test_mark_is_dropped_when_the_encoding_is_given(encoding):
    assert decode(b"\xef\xbb\xbf\xd0\x9c", "a.txt", encoding) == "М"


@pytest.mark.parametrize("data", [b"", b"plain text", b"\n", b"a"])
def test_ascii(data):
    assert decode(data, "a.txt") == data.decode()


ERRORS = {
    "damaged": ("Министр связи ".encode() * 5 + b"\n\xff\xfe\n", None, "a.txt:2: is UTF-8, but byte 131 is not"),
    "unknown name": (b"a", "utf-9", "a.txt: no encoding is called 'utf-9'; try utf-8, cp1251, koi8-r, cp866"),
    "wrong name": ("Минск".encode("cp1251"), "utf-8", "a.txt: is not utf-8: byte 0 does not fit"),
    "western": ("café au lait, déjà vu".encode("latin-1"), None, "is in no encoding that gives Russian words"),
    "no text": (bytes(range(1, 256)), None, "is in no encoding that gives Russian words"),
    "too short": ("МИД".encode("cp1251"), None, "too short to tell"),
    "too short a word": ("ад".encode("cp1251"), None, "too short to tell"),
}


@pytest.mark.parametrize(("data", "encoding", "message"), ERRORS.values(), ids=ERRORS)
def test_refused(data, encoding, message):
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt", encoding)
    assert message in str(caught.value)
