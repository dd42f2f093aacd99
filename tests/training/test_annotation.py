"""What analysts annotate, in three forms; what is broken is named and left out."""

from __future__ import annotations

import json

import pytest

from nlp.errors import InputError
from nlp.evaluation.standoff import Mark
from nlp.training.annotation import parts, read

TEXT, MARK = "Объявлена закупка мебели.", Mark("TENDER", ((10, 24),))


def put(path, content):
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def line(**changed) -> str:
    return json.dumps({"text": TEXT, "spans": [[10, 24, "TENDER"]], **changed}, ensure_ascii=False)


def test_brat(tmp_path):
    put(tmp_path / "a.txt", TEXT)
    put(tmp_path / "a.ann", "T1\tTENDER 10 24\tзакупка мебели\n")
    put(tmp_path / "b.txt", TEXT)
    put(tmp_path / "c.txt", TEXT)
    put(tmp_path / "c.ann", "T1\tTENDER 10 240\tзакупка мебели\n")
    found, skipped = read(tmp_path)
    assert [(each.name, each.text, each.answer) for each in found] == [("a.txt", TEXT, (MARK,))]
    assert [("c.ann:1" in each, "b.txt: no annotation" in each) for each in skipped] == [(True, False), (False, True)]


def test_json_lines(tmp_path):
    found, skipped = read(put(tmp_path / "a.jsonl", f"{line()}\n\n{line(id='x', spans=[], extra=1)}\n"))
    assert [(each.name, each.answer) for each in found] == [("a.jsonl:1", (MARK,)), ("x", ())]
    assert skipped == []


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        pytest.param("{", "expected", id="no JSON"),
        pytest.param('{"text": "а"}', "spans", id="no spans"),
        pytest.param(line(spans=[[10, 240, "TENDER"]]), "25 characters", id="past the end"),
        pytest.param(line(spans=[[3, 3, "TENDER"]]), "lies outside", id="empty"),
        pytest.param(line(spans=[[3, 5, "MY TENDER"]]), "blank", id="a label with a blank"),
        pytest.param(line(spans=[[3, "TENDER"]]), "expected", id="no end"),
    ],
)
def test_a_broken_line_is_named_and_left_out(tmp_path, broken, told):
    found, skipped = read(put(tmp_path / "a.jsonl", f"{line()}\n{broken}\n{line()}\n"))
    assert [each.name for each in found] == ["a.jsonl:1", "a.jsonl:3"]
    assert len(skipped) == 1
    assert "a.jsonl:2: " in skipped[0]
    assert told in skipped[0]


ROWS = "Объявлена O\nзакупка B-TENDER\nмебели I-TENDER\n"


def test_token_lines(tmp_path):
    found, skipped = read(put(tmp_path / "a.conll", f"-DOCSTART- O\n\n{ROWS}\n-DOCSTART- O\n\nДа O\n"))
    assert [(each.name, each.text.strip(), each.answer) for each in found] == [
        ("a.conll:1", "Объявлена закупка мебели", (MARK,)),
        ("a.conll:7", "Да", ()),
    ]
    assert skipped == []


def test_a_broken_document_of_token_lines_is_named_with_its_line(tmp_path):
    found, skipped = read(put(tmp_path / "a.conll", f"-DOCSTART- O\n{ROWS}-DOCSTART- O\nДа ПУСТО\n"))
    assert len(found) == 1
    assert "a.conll:6: " in skipped[0]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(["а O", "", "б O"], [(0, 3)], id="few sentences"),
        pytest.param(["а O", ""] * 12, [(0, 20), (20, 24)], id="ten sentences together"),
        pytest.param(["-DOCSTART- O", "а O", "-DOCSTART- O", "б O"], [(0, 2), (2, 4)], id="told apart"),
        pytest.param(["# а", "", "а O"], [(0, 3)], id="a remark before"),
    ],
)
def test_documents_of_token_lines(lines, found):
    assert list(parts(lines)) == found


def test_something_else(tmp_path):
    with pytest.raises(InputError, match=r"a\.csv: no annotation: .*jsonl"):
        read(put(tmp_path / "a.csv", "а"))
    with pytest.raises(InputError, match=r"no \*\.txt"):
        read(tmp_path)
