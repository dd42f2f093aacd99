"""Files, folders, standard input and JSON Lines; a bad one is reported in its place."""

import io
import sys

import pytest

from nlp.errors import InputError
from nlp.text.sources import SourceText, read


def test_files_and_folders_in_order(tmp_path):
    (tmp_path / "b.txt").write_text("второй")
    (tmp_path / "a.md").write_text("# первый")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.TXT").write_text("третий")
    (tmp_path / "e.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "f.txt").write_text("скрытый")
    (tmp_path / ".g.txt").write_text("скрытый")
    assert [each.text for each in read([tmp_path])] == ["# первый", "второй", "третий"]
    assert next(read([tmp_path / "a.md"])).source == str(tmp_path / "a.md")


def test_it_is_lazy(tmp_path):
    (tmp_path / "a.txt").write_text("первый")
    found = read([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert next(found).text == "первый"
    (tmp_path / "b.txt").write_text("второй")
    assert next(found).text == "второй"


def test_missing_file_does_not_stop_the_rest(tmp_path):
    (tmp_path / "a.txt").write_text("первый")
    missing, there = read([tmp_path / "none.txt", tmp_path / "a.txt"])
    assert isinstance(missing, InputError)
    assert str(missing) == f"{tmp_path / 'none.txt'}: cannot be read: No such file or directory"
    assert there.text == "первый"


def test_folder_without_documents(tmp_path):
    (error,) = read([tmp_path])
    assert "no document in this folder; expected files that end in .txt" in str(error)


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Минск".encode("cp1251"))))
    assert list(read(["-"], encoding="cp1251")) == [SourceText(text="Минск", source="standard input")]


LINES = """\
{"text": "Первый", "id": 7, "published": "2025-06-17", "title": "Т", "source": "a.by"}

{"text": "Второй"}
{"text": "Третий", "publisher": "БЕЛТА"}
{"title": "нет текста"}
не JSON
{"text": "Шестой", "published": "17.06.2025"}
{"text": "Седьмой", "published": "2025-02-30"}
{"text": 8}
{"text": "Последний", "published": "2025"}"""


def test_json_lines(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(LINES)
    found = list(read([path]))
    assert found[0] == SourceText("Первый", source="a.by", id="7", title="Т", published="2025-06-17")
    assert found[1] == SourceText("Второй", source=f"{path}:3")
    assert found[-1] == SourceText("Последний", source=f"{path}:10", published="2025")
    errors = {each.line: each.reason for each in found if isinstance(each, InputError)}
    assert list(errors) == [4, 5, 6, 7, 8, 9]
    assert "`publisher`" in errors[4]
    assert "the keys text, id, published, title, source" in errors[4]
    assert "`text`" in errors[5]
    assert "malformed" in errors[6]
    assert errors[7] == "published is '17.06.2025'; expected a date as 2025, 2025-06 or 2025-06-17"
    assert errors[8].startswith("published is '2025-02-30': there is no such date")
    assert "Expected `str`, got `int`" in errors[9]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1251"])
def test_json_lines_in_other_encodings(tmp_path, encoding):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Министр связи"}\n{"text": "прибыл в Минск"}\n', encoding=encoding)
    assert [each.text for each in read([path])] == ["Министр связи", "прибыл в Минск"]
    assert [each.text for each in read([path], encoding=encoding)] == ["Министр связи", "прибыл в Минск"]


@pytest.mark.parametrize("published", ["2025", "2025-06", "2025-06-17", None])
def test_published_is_kept(published):
    assert SourceText("т", published=published).published == published


@pytest.mark.parametrize("published", ["", "25", "2025-6-1", "2025-13", "2025-06-31", "2025/06/17", "0000"])
def test_published_is_checked(published):
    with pytest.raises(InputError, match="text: published is"):
        SourceText("т", published=published)
