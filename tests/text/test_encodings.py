"""Encodings are found on short texts, texts once read wrongly are repaired, and doubt is said."""

import pytest

from nlp.errors import InputError
from nlp.text.encodings import decode, is_wide
from nlp.text.mojibake import repaired
from nlp.text.reasons import Reason

TEXTS = ["Министр прибыл в Минск", "МИНСК, 17 июня. Форум открылся", "«Связь» – почта № 5", "ЁЖ ещё идёт, а зря"]
WIDE = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", *WIDE, "cp1251"])
@pytest.mark.parametrize("text", TEXTS)
def test_found(text, encoding):
    assert decode(text.encode(encoding), "a.txt") == (text, encoding.removesuffix("-sig"), False)


NEWS = "Министерство связи и информатизации сообщило, что форум по вопросам цифрового развития пройдёт в Минске."
SHAPES = {"mixed": str, "capitals": str.upper, "small": str.lower}


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("length", [20, 40, 60, 104])
def test_pages_are_told_apart(length, shape, encoding):
    text = shape(NEWS[:length])
    assert decode(text.encode(encoding), "a.txt") == (text, encoding, False)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
def test_the_page_of_a_file_that_begins_in_latin(encoding):
    text = "<html><head><title>News</title></head>\n" * 500 + NEWS
    assert decode(text.encode(encoding), "a.html").encoding == encoding


@pytest.mark.parametrize("encoding", ["cp1251", "iso8859-5"])
def test_a_neighbour_of_russian_is_decoded(encoding):
    text = "Міністр закордонних справ зустрівся з послом у Києві та обговорив співробітництво."
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("encoding", WIDE)
def test_lines_of_wide_signs_end_in_no_single_byte(encoding):
    assert is_wide("Министр связи\n".encode(encoding))
    assert is_wide(b"any", encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r"])
def test_other_lines_do(encoding):
    assert not is_wide("Министр связи\n".encode(encoding))


@pytest.mark.parametrize("encoding", ["UTF-8", "utf8", "utf-8-sig"])
def test_mark_is_dropped_when_the_encoding_is_given(encoding):
    assert decode(b"\xef\xbb\xbf\xd0\x9c", "a.txt", encoding).text == "М"


@pytest.mark.parametrize("data", [b"", b"plain text", b"\n", b"a"])
def test_ascii(data):
    assert decode(data, "a.txt").text == data.decode()


ERRORS = {
    "damaged": (
        "Министр связи ".encode() * 5 + b"\n\xff\xfe\n",
        None,
        Reason.DAMAGED,
        "a.txt:2: is UTF-8, but byte 131 is not",
    ),
    "unknown name": (b"a", "utf-9", Reason.ENCODING, "a.txt: no encoding is called 'utf-9'; try utf-8, cp1251, koi8-r"),
    "wrong name": ("Минск".encode("cp1251"), "utf-8", Reason.DAMAGED, "a.txt: is not utf-8: byte 0 does not fit"),
    "western": (
        "café au lait, déjà vu".encode("latin-1"),
        None,
        Reason.ENCODING,
        "no encoding that gives Russian words",
    ),
    "no text": (bytes(range(1, 256)), None, Reason.BINARY, "is no text: 25 of its first 255 bytes are control signs"),
    "zeros": (b"text " * 300 + b"\0\0", None, Reason.BINARY, "is no text"),
    "too short a word": ("ад".encode("cp1251"), None, Reason.ENCODING, "too short to tell"),
}


@pytest.mark.parametrize(("data", "encoding", "reason", "message"), ERRORS.values(), ids=ERRORS)
def test_refused(data, encoding, reason, message):
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt", encoding)
    assert caught.value.code is reason
    assert message in str(caught.value)


MISREAD = [
    ("utf-8", "sloppy-windows-1252"),
    ("utf-8", "latin-1"),
    ("utf-8", "sloppy-windows-1251"),
    ("utf-8", "koi8-r"),
    ("utf-8", "cp866"),
    ("cp1251", "sloppy-windows-1252"),
    ("cp1251", "latin-1"),
    ("cp1251", "koi8-r"),
    ("cp1251", "cp866"),
    ("koi8-r", "latin-1"),
    ("koi8-r", "sloppy-windows-1251"),
    ("koi8-r", "cp866"),
    ("cp866", "latin-1"),
    ("cp866", "sloppy-windows-1251"),
    ("cp866", "koi8-r"),
]


@pytest.mark.parametrize(("meant", "read_as"), MISREAD)
def test_a_text_read_wrongly_once_is_repaired(meant, read_as):
    import ftfy.bad_codecs  # noqa: F401  registers the codecs called sloppy

    text = f"{NEWS}\nСтороны подписали меморандум."
    assert decode(text.encode(meant).decode(read_as).encode(), "a.txt") == (text, "utf-8", True)


def test_only_the_odd_lines_are_repaired():
    odd = NEWS.encode("cp1251").decode("latin-1")
    assert repaired(f"Минск, 17 июня.\n{odd}\n{odd}") == f"Минск, 17 июня.\n{NEWS}\n{NEWS}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(NEWS, id="Russian"),
        pytest.param(NEWS.upper(), id="capitals"),
        pytest.param("Міністр закордонних справ зустрівся з послом.", id="Ukrainian"),
        pytest.param("Le déjà vu d'un café à Besançon", id="French"),
        pytest.param("ООО «IT-парк», iPhone и HTML5", id="mixed"),
        pytest.param("Р. С. Иванов; СССР; РСФСР", id="Р and С"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_sound_text_is_left_alone(text):
    assert repaired(text) is None
