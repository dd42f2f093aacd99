"""Every format gives the text that was put into it, with its title, its day and its path."""

import bz2
import gzip
import io
import json
import lzma
import sys

import pytest

from nlp.archive.documents import answers
from nlp.archive.read import fingerprint, read
from nlp.archive.source import Document, Failure, Item, Reason, WalkOptions
from nlp.archive.walk import walk
from tests.archive import samples
from tests.archive.samples import DAY, FIRST, SECOND, TEXT, TITLE


def answered(folder, name, data, **options):
    """What a file of this name and content gives."""
    (folder / name).write_bytes(data)
    return list(answers([folder / name], WalkOptions(**options)))


def document(folder, name, data, **options):
    (found,) = answered(folder, name, data, **options)
    assert isinstance(found, Document), found
    return found


def words(text):
    return " ".join(text.split())


FORMATS = {
    "a.html": (samples.html, "text/html"),
    "b.htm": (lambda: samples.html(encoding="cp1251"), "text/html"),
    "a.docx": (samples.docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "a.odt": (samples.odt, "application/vnd.oasis.opendocument.text"),
    "a.rtf": (samples.rtf, "application/rtf"),
    "a.pdf": (samples.pdf, "application/pdf"),
    "a.eml": (samples.letter, "message/rfc822"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_with_its_title_and_day(tmp_path, name):
    make, media = FORMATS[name]
    found = document(tmp_path, name, make())
    assert words(FIRST) in words(found.text)
    assert words(SECOND) in words(found.text)
    assert (found.title, found.published, found.media, found.language) == (TITLE, DAY, media, "ru")
    assert (found.path, found.source) == (str(tmp_path / name),) * 2
    assert found.size == len(make()) or name in {"a.docx", "a.odt", "a.eml"}


@pytest.mark.parametrize("name", FORMATS)
def test_what_bytes_are_goes_before_the_name(tmp_path, name):
    make, media = FORMATS[name]
    assert document(tmp_path, "wrong.txt", make()).media == media


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866", "iso8859-5"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "без окончания"])
def test_plain_text_in_every_encoding(tmp_path, name, encoding):
    found = document(tmp_path, name, TEXT.encode(encoding))
    assert (found.text, found.encoding) == (TEXT, encoding.removesuffix("-sig"))
    assert document(tmp_path, name, TEXT.encode(encoding), encoding=encoding).text == TEXT


def test_a_page_without_its_menu(tmp_path):
    text = document(tmp_path, "a.html", samples.html()).text
    assert text.startswith(f"{TITLE}\n")
    assert text.count(TITLE) == 1
    assert "Реклама" not in text
    assert "Главная" not in text


def test_a_page_of_a_few_words_is_read_as_it_is(tmp_path):
    assert words(
        document(tmp_path, "a.html", b"<html><body>" + "Министр прибыл.".encode() + b"</body></html>").text
    ) == ("Министр прибыл.")


def test_tables_and_notes_of_word(tmp_path):
    assert "| Министр | Павел Ткач |" in document(tmp_path, "a.docx", samples.docx()).text


def test_what_was_struck_out_in_word_stays_out(tmp_path):
    from docx import Document as Word
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    word, out = Word(), io.BytesIO()
    paragraph = word.add_paragraph("Министр ")
    paragraph._p.append(parse_xml(f"<w:del {space}><w:r><w:delText>уволен</w:delText><w:t>уволен</w:t></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {space}><w:r><w:t>назначен послом</w:t></w:r></w:ins>"))
    box = f"<w:sdt {space}><w:sdtContent><w:p><w:r><w:t>Указ подписан.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    word.element.body.insert(0, parse_xml(box))
    word.save(out)
    assert document(tmp_path, "a.docx", out.getvalue()).text == "Указ подписан.\n\nМинистр назначен послом"


def test_a_scan_is_said_to_be_one(tmp_path):
    (failure,) = answered(tmp_path, "a.pdf", samples.pdf(drawn=False))
    assert failure.reason is Reason.NO_TEXT
    assert "pictures" in failure.detail


def test_a_letter_with_what_came_with_it(tmp_path):
    inner = samples.letter(SECOND, attached=(("b.txt", FIRST.encode("cp1251")),))
    packed = samples.zipped({"d.txt": TEXT.encode()})
    attached = (("a.docx", samples.docx()), ("b.eml", inner), ("c.zip", packed), ("e.gif", b"GIF89a"))
    found = answered(tmp_path, "a.eml", samples.letter(attached=attached))
    places = [each.path.removeprefix(f"{tmp_path}/a.eml") for each in found]
    assert places == ["", "!/a.docx", "!/b.eml", "!/b.eml!/b.txt", "!/c.zip!/d.txt", "!/e.gif"]
    assert [each.reason for each in found if isinstance(each, Failure)] == [Reason.NOT_TEXT]
    assert found[0].extra["from"] == "Пресс-служба <press@example.by>"
    assert found[3].text == FIRST


@pytest.mark.parametrize(
    "name", ["a.csv", "b.csv", "a.tsv", "a.jsonl", "wide.jsonl", "a.parquet", "a.jsonl.gz", "a.csv.xz"]
)
def test_rows_are_documents(tmp_path, name):
    data = {
        "a.csv": samples.csv(),
        "b.csv": samples.csv(";", "cp1251"),
        "a.tsv": samples.csv("\t"),
        "a.jsonl": samples.jsonl(),
        "wide.jsonl": samples.jsonl("utf-16"),
        "a.parquet": samples.parquet(),
        "a.jsonl.gz": gzip.compress(samples.jsonl()),
        "a.csv.xz": lzma.compress(samples.csv()),
    }[name]
    first, second = answered(tmp_path, name, data)
    assert (first.text, first.id, first.title, first.published) == (FIRST, "7", TITLE, DAY)
    assert (second.text, second.id, second.title, second.published) == (SECOND, "8", "Итоги", "2025-06-18")
    start = 2 if ".csv" in name or ".tsv" in name else 1
    assert [first.path, second.path] == [f"{tmp_path / name}:{start}", f"{tmp_path / name}:{start + 1}"]
    assert first.extra == {"section": "Связь"}


def test_columns_asked_for(tmp_path):
    row = {"лид": FIRST, "номер": 7, "когда": "17 июня 2025", "имя": TITLE, "text": "другое"}
    asked = {"text_column": "лид", "id_column": "номер", "date_column": "когда", "title_column": "имя"}
    found = document(tmp_path, "a.jsonl", json.dumps(row).encode(), **asked)
    assert (found.text, found.id, found.published, found.title) == (FIRST, "7", DAY, TITLE)
    assert found.extra == {"text": "другое"}


LINES = """\
{"text": "Первый", "id": 7, "published": "2025-06-17", "title": "Т", "source": "a.by"}

{"text": "Второй", "publisher": "БЕЛТА"}
{"title": "нет текста"}
не JSON
{"text": "Пятый", "published": "17.06.2025"}
{"text": "Шестой", "published": "2025-02-30"}
{"text": 8}
["text"]
{"text": "Последний", "published": "2025"}"""


def test_json_lines_one_by_one(tmp_path):
    found = answered(tmp_path, "a.jsonl", LINES.encode())
    texts = {each.path.rpartition(":")[2]: each for each in found if isinstance(each, Document)}
    failures = {each.path.rpartition(":")[2]: each for each in found if isinstance(each, Failure)}
    assert {number: each.text for number, each in texts.items()} == {
        "1": "Первый",
        "3": "Второй",
        "6": "Пятый",
        "7": "Шестой",
        "10": "Последний",
    }
    assert texts["3"].extra == {"publisher": "БЕЛТА"}
    assert (texts["6"].published, texts["10"].published) == (DAY, "2025")
    assert (texts["7"].published, texts["7"].extra) == (None, {"published": "2025-02-30"})
    reasons = {number: each.reason for number, each in failures.items()}
    assert reasons == {"4": Reason.COLUMNS, "5": Reason.SYNTAX, "8": Reason.SYNTAX, "9": Reason.SYNTAX}
    assert "its columns are title" in failures["4"].detail
    assert "is no JSON" in failures["5"].detail
    assert "text is int, and no string" in failures["8"].detail
    assert "is list; expected an object" in failures["9"].detail


def test_a_table_without_texts_names_its_columns(tmp_path):
    (failure,) = answered(tmp_path, "a.csv", b"x,y\n1,2\n")
    assert failure.reason is Reason.COLUMNS
    assert failure.detail.endswith("its columns are x, y")
    (failure,) = answered(tmp_path, "b.csv", b"text,y\n1,2\n", text_column="z")
    assert failure.detail == "no column 'z'; its columns are text, y"


def test_mailboxes(tmp_path):
    found = answered(tmp_path, "a.mbox", samples.mbox(f"From the start\n\n{FIRST}", SECOND))
    assert [each.path.rpartition(":")[2] for each in found] == ["1", "2"]
    assert FIRST in found[0].text
    assert SECOND in found[1].text


@pytest.mark.parametrize("gzipped", [False, True])
def test_warc(tmp_path, gzipped):
    data = samples.warc(
        ("http://a.by/1", "text/html", samples.html()),
        ("http://a.by/2", "image/png", b"\x89PNG"),
        ("http://a.by/3", "text/plain", TEXT.encode("koi8-r")),
        gzipped=gzipped,
    )
    first, picture, last = answered(tmp_path, "a.warc" + ".gz" * gzipped, data)
    assert (first.title, first.published, first.extra["address"]) == (TITLE, DAY, "http://a.by/1")
    assert picture.reason is Reason.NOT_TEXT
    assert (last.text, last.encoding) == (TEXT, "koi8-r")


ARCHIVES = {
    "a.zip": samples.zipped,
    "a.tar": samples.tarred,
    "a.tar.gz": lambda members: samples.tarred(members, "w:gz"),
    "a.tgz": lambda members: samples.tarred(members, "w:gz"),
    "a.tar.bz2": lambda members: samples.tarred(members, "w:bz2"),
    "a.tar.xz": lambda members: samples.tarred(members, "w:xz"),
    "a.tar.zst": lambda members: samples.zstd(samples.tarred(members)),
    "a.7z": samples.seven,
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_archives_and_archives_in_them(tmp_path, name):
    packed = samples.tarred({"4.txt": SECOND.encode()}, "w:gz")
    members = {
        "n/1.txt": FIRST.encode(),
        "n/2.html": samples.html(),
        "in.zip": samples.zipped({"3.docx": samples.docx(), "in.tar.gz": packed}),
        "5.jsonl": samples.jsonl(),
    }
    found = answered(tmp_path, name, ARCHIVES[name](members))
    inside = [each.path.removeprefix(f"{tmp_path / name}!/") for each in found]
    assert inside == ["n/1.txt", "n/2.html", "in.zip!/3.docx", "in.zip!/in.tar.gz!/4.txt", "5.jsonl:1", "5.jsonl:2"]
    assert [FIRST in found[0].text, SECOND in found[3].text] == [True, True]


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.txt.gz", gzip.compress), ("a.txt.bz2", bz2.compress), ("a.md.xz", lzma.compress), ("a.zst", samples.zstd)],
)
def test_one_file_under_compression_keeps_its_path(tmp_path, name, pack):
    found = document(tmp_path, name, pack(TEXT.encode("cp866")))
    assert (found.text, found.path) == (TEXT, str(tmp_path / name))


def test_names_in_an_old_page(tmp_path):
    data = samples.zipped({"Zadach/Novost.txt": TEXT.encode()})
    data = data.replace(b"Zadach/Novost.txt", "Задача/Новост.txt".encode("cp866"))
    assert document(tmp_path, "a.zip", data).path == f"{tmp_path / 'a.zip'}!/Задача/Новост.txt"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2014-06-17_форум.txt", "2014-06-17"),
        ("20140617.txt", "2014-06-17"),
        ("n_20140617123000.txt", "2014-06-17"),
        ("17.06.2014.txt", "2014-06-17"),
        ("2014-06.txt", "2014-06"),
        ("20141399.txt", None),
        ("12345678.txt", None),
        ("форум.txt", None),
    ],
)
def test_days_in_names(tmp_path, name, day):
    assert document(tmp_path, "a.zip", samples.zipped({f"x/{name}": TEXT.encode()})).published == day
    assert document(tmp_path, "b.zip", samples.zipped({f"x/{name}": TEXT.encode()}), published="2000").published == (
        day or "2000"
    )


def test_the_name_of_a_container_tells_no_day(tmp_path):
    assert document(tmp_path, "dump-2014-06-17.zip", samples.zipped({"a.txt": TEXT.encode()})).published is None
    assert document(tmp_path, "dump-2014-06-17.jsonl", json.dumps({"text": TEXT}).encode()).published is None


def test_the_language_is_not_looked_at_unless_asked_for(tmp_path, monkeypatch):
    monkeypatch.delattr("nlp.archive.read.language_of")
    assert document(tmp_path, "a.txt", b"The minister met the ambassador.", languages=None).language == "ru"


def test_days_by_a_pattern_of_ones_own(tmp_path):
    found = document(tmp_path, "n2014d17m06.txt", TEXT.encode(), date_pattern=r"n(?P<y>\d{4})d(?P<d>\d\d)m(?P<m>\d\d)")
    assert found.published == "2014-06-17"


def test_what_the_document_tells_goes_before_its_name(tmp_path):
    assert document(tmp_path, "2014-01-01.html", samples.html()).published == DAY


FOREIGN = {
    "uk": "Міністр закордонних справ зустрівся з послом у Києві та обговорив співробітництво двох країн.",
    "be": "Міністр замежных спраў сустрэўся з паслом у Мінску і абмеркаваў супрацоўніцтва дзвюх краін.",
    "bg": "Министърът на външните работи се срещна с посланика в София и обсъди сътрудничеството.",
    "en": "The foreign minister met the ambassador and discussed the cooperation of the two countries.",
    "kk": "Қазақстан Республикасының сыртқы істер министрі елшімен кездесіп, ынтымақтастықты талқылады.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_are_recorded_and_passed_over(tmp_path, language):
    (failure,) = answered(tmp_path, "a.txt", FOREIGN[language].encode())
    assert (failure.reason, failure.is_error) == (Reason.FOREIGN, False)
    assert f"its language is {language}" in failure.detail
    assert document(tmp_path, "a.txt", FOREIGN[language].encode(), languages=()).language == language
    assert document(tmp_path, "a.txt", FOREIGN[language].encode(), languages=("ru", language)).language == language


@pytest.mark.parametrize(
    "text",
    ["МИД", "Минск, БЕЛТА", "МИНИСТР ВСТРЕТИЛСЯ С ПОСЛОМ", "12.05.2014", FIRST + " The minister met the ambassador."],
)
def test_short_texts_count_as_russian(tmp_path, text):
    assert document(tmp_path, "a.txt", text.encode()).language == "ru"


def test_a_long_text_is_looked_at_in_three_places(tmp_path):
    text = FOREIGN["en"] * 200 + TEXT * 30
    assert document(tmp_path, "a.txt", text.encode()).language == "ru"


def test_fingerprints_are_of_bytes(tmp_path):
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    (tmp_path / "b.zip").write_bytes(samples.zipped({"c.txt": TEXT.encode(), "d.txt": b"x"}))
    first, second, third = walk([tmp_path], WalkOptions())
    assert fingerprint(first) == fingerprint(second) != fingerprint(third)
    (found,) = read(first, WalkOptions())
    assert found.sha256 == fingerprint(first)


def test_fingerprints_of_rows_do_not_depend_on_order():
    one = Item(path="a", size=1, row={"text": "т", "id": 1})
    two = Item(path="b", size=1, row={"id": 1, "text": "т"})
    assert fingerprint(one) == fingerprint(two)


EXTRAS = {
    "a.pdf": ("pypdf", samples.pdf),
    "a.odt": ("odfdo", samples.odt),
    "a.rtf": ("striprtf", samples.rtf),
    "a.warc": ("warcio.archiveiterator", lambda: samples.warc(("http://a.by", "text/plain", TEXT.encode()))),
    "a.7z": ("py7zr", lambda: samples.seven({"a.txt": TEXT.encode()})),
    "a.txt.zst": ("backports.zstd", lambda: samples.zstd(TEXT.encode())),
}


@pytest.mark.parametrize("name", EXTRAS)
def test_a_missing_extra_is_named(tmp_path, monkeypatch, name):
    package, make = EXTRAS[name]
    data = make()
    monkeypatch.setitem(sys.modules, package, None)
    (failure,) = answered(tmp_path, name, data)
    assert failure.reason is Reason.MISSING_EXTRA
    assert f"needs the package {package.removesuffix('.archiveiterator')}" in failure.detail
    assert "pip install letopis[formats]" in failure.detail
