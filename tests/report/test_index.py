"""The index of many documents as files: what is written where, and what it knows."""

import base64
import gzip
import json
import re
from pathlib import Path

import pytest

from nlp.errors import OutputError
from nlp.report import assets
from nlp.report.index.folder import MARK, place, write_index
from nlp.report.index.table import Table
from nlp.report.index.texts import Texts
from nlp.report.names import counted
from nlp.report.words import words
from nlp.report.write import MOST, write_report
from tests.output.sample import EMPTY, RECORD
from tests.report import hostile
from tests.report.many import documents


def test_an_index_stands_beside_its_folder(tmp_path: Path) -> None:
    assert write_index(documents(3), tmp_path / "a.html", "ru") == 3
    assert {path.name for path in tmp_path.iterdir()} == {"a.html", "a_files"}
    html = (tmp_path / "a_files" / place(2)).read_text(encoding="utf-8")
    assert '<a href="../../../a.html"' in html
    assert "default-src &#39;none&#39;; style-src &#39;self&#39; file:" in html


def test_every_link_of_the_list_leads_to_a_page(tmp_path: Path) -> None:
    write_index(documents(3), tmp_path / "a.html", "ru")
    links = re.findall(r'<li><a href="([^"]+)"', (tmp_path / "a_files" / "list.html").read_text(encoding="utf-8"))
    assert len(links) == 3
    assert all((tmp_path / "a_files" / link).is_file() for link in links)


def test_another_run_takes_its_place(tmp_path: Path) -> None:
    write_index(documents(3), tmp_path / "a.html", "ru")
    write_index(documents(2), tmp_path / "a.html", "ru")
    assert not (tmp_path / "a_files" / place(2)).exists()


def test_a_folder_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "a_files" / "own.txt"
    own.parent.mkdir()
    own.write_text("моё")
    with pytest.raises(OutputError, match="was not made by letopis"):
        write_index(documents(2), tmp_path / "a.html", "ru")
    assert own.read_text() == "моё"
    assert not (tmp_path / "a.html").exists()


def test_a_run_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def broken():
        yield RECORD
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_index(broken(), tmp_path / "a.html", "ru")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("count", "archive", "index"), [(1, False, False), (MOST, False, False), (MOST + 1, False, True), (1, True, True)]
)
def test_few_documents_are_one_page(tmp_path: Path, count: int, archive: bool, index: bool) -> None:
    assert write_report([EMPTY] * count, tmp_path / "a.html", "en", archive=archive) == count
    assert (tmp_path / "a_files" / MARK).exists() is index


def test_no_documents_no_page(tmp_path: Path) -> None:
    assert write_report([], tmp_path / "a.html", "ru") == 0
    assert list(tmp_path.iterdir()) == []


def test_actors_of_many_documents_are_one() -> None:
    table = Table(words("ru"))
    for record in (RECORD, RECORD):
        table.add(record)
    data = table.data()
    assert [name for name, kind in data["actors"] if kind == "person"] == ["Анна Орлова", "Илья Дрозд"]
    assert [row[:2] for row in data["events"]] == [[0, "e3"], [0, "e2"], [0, "e4"], [1, "e3"], [1, "e2"], [1, "e4"]]


def test_what_is_packed_can_be_unpacked(tmp_path: Path) -> None:
    write_index([hostile.RECORD], tmp_path / "a.html", "ru")
    html = (tmp_path / "a.html").read_text(encoding="utf-8")
    (packed,) = re.findall(r'<script type="text/plain" id="packed">([A-Za-z0-9+/=]+)</script>', html)
    data = json.loads(gzip.decompress(base64.b64decode(packed)))
    assert len(data["documents"]) == 1
    assert html.lower().count("<script") == 3


def test_texts_are_found_by_the_beginnings_of_words() -> None:
    texts = Texts()
    for number, text in enumerate(["Переговоры в Минске", "переговорщик", "Ёлка </script>"]):
        texts.add(number, text)
    files = dict(texts.files())
    assert files["043f-0435"] == 'letopis.texts.got("пе",{"перегово":"0 1"})\n'
    assert "елка" in files["0435-043b"]
    assert not any("</" in script for script in files.values())


@pytest.mark.parametrize(
    ("number", "russian", "english"),
    [
        (1, "1 документ", "1 document"),
        (3, "3 документа", "3 documents"),
        (11, "11 документов", "11 documents"),
        (121, "121 документ", "121 documents"),
        (10_000, "10\N{NO-BREAK SPACE}000 документов", "10\N{NO-BREAK SPACE}000 documents"),
    ],
)
def test_numbers_with_their_nouns(number: int, russian: str, english: str) -> None:
    forms = [words(language).page["documents_n"] for language in ("ru", "en")]
    assert [counted(number, each) for each in forms] == [russian, english]


USED = re.compile(r"""\b(?:words\.page|words|page)\[?[.'"]+(\w+)""")


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    files = [
        path for kind in ("py", "js", "html") for path in assets.FOLDER.rglob(f"*.{kind}") if "d3-" not in path.name
    ]
    content = "\n".join(path.read_text(encoding="utf-8") for path in files)
    known = set(words("ru").page)
    assert known - set(USED.findall(content)) - set(re.findall(r'"(\w+)"', content)) == set()
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in files if path.suffix == ".js")
    assert set(re.findall(r"(?<!\.)words\.([a-z_]+)\b", scripts)) <= known | {"indexOf"}
