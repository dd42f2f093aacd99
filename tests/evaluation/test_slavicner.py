"""SlavicNER: strict names by topic and type, dictionary forms, broken lines."""

import pytest

from nlp.errors import InputError
from nlp.evaluation.labels import Extent
from nlp.evaluation.scores import Score, Share
from nlp.evaluation.slavicner import Name, evaluate, read

TEXT = "Орлову видели в Казани."
ROWS = "0\t6\tОрлову\tОрлова \tPER\tPER-Orlova\n16\t22\tКазани\tКазань\tLOC\tGPE-Kazan\n0\t6\tОрлову\tx\tEVT\tE\n"


def put(folder, name="a", text=TEXT, rows=ROWS, topic="форум"):
    raw, ner = folder / "raw" / topic / "ru", folder / "ner" / topic / "ru"
    raw.mkdir(parents=True, exist_ok=True)
    ner.mkdir(parents=True, exist_ok=True)
    (raw / f"{name}.txt").write_text(text, encoding="utf-8")
    if rows is not None:
        (ner / f"{name}.tsv").write_text(rows, encoding="utf-8")
    return folder


def test_names_are_read_and_other_types_left_out(tmp_path):
    document = read(put(tmp_path) / "raw" / "форум" / "ru" / "a.txt", tmp_path)
    assert document.name == "форум/ru/a.txt"
    assert document.answer == (
        Name(Extent(0, 6, "PER"), "Орлова", "PER-Orlova"),
        Name(Extent(16, 22, "LOC"), "Казань", "GPE-Kazan"),
    )


def test_scores_by_type_and_topic(tmp_path, small):
    put(tmp_path / "data")
    put(tmp_path / "data", "b", "Орлова", "0\t5\tОрлов\tОрлов\tPER\tx\n", topic="выборы")
    report = evaluate(tmp_path / "data", tmp_path / "out", small)
    assert report.tables["types"] == {"LOC": Score(1, 1, 1), "PER": Score(1, 2, 2), "all": Score(2, 3, 3)}
    assert report.tables["topics"]["выборы"] == Score(0, 1, 1)
    written = (tmp_path / "out" / "ner" / "форум" / "ru" / "a.tsv").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[:3] for line in written] == [["0", "6", "Орлову"], ["16", "22", "Казани"]]


def test_forms_are_counted_on_right_names(tmp_path, pipeline):
    text = "Анна Орлова встретила Павла Ткача в Казани."
    rows = (
        "0\t11\tАнна Орлова\tАнна Орлова\tPER\tx\n22\t33\tПавла Ткача\tПавел Ткач \tPER\tx\n36\t42\tКазани\t?\tLOC\tx"
    )
    report = evaluate(put(tmp_path / "data", text=text, rows=rows), tmp_path / "out", pipeline)
    assert report.shares == {"dictionary forms": Share(2, 3)}


def test_who_is_who_beside_equal_words(tmp_path, pipeline):
    text = "Анна Орлова посетила Казань. Орлову ждали в Казани."
    rows = (
        "0\t11\tАнна Орлова\tx\tPER\tP\n21\t27\tКазань\tx\tLOC\tK\n29\t35\tОрлову\tx\tPER\tP\n44\t50\tКазани\tx\tLOC\tK"
    )
    values = evaluate(put(tmp_path / "data", text=text, rows=rows), tmp_path / "out", pipeline).values
    assert (values["B³"], values["pairs F1"], values["pairs equal words"]) == (1, 1, 0)
    assert values["B³ equal words"] == pytest.approx(2 / 3)


def test_texts_alone_are_read_and_not_scored(tmp_path, small):
    report = evaluate(put(tmp_path / "data", rows=None), tmp_path / "out", small)
    assert (report.documents, report.scored, report.tables, report.shares) == (1, 0, {}, {})


@pytest.mark.parametrize(
    "rows", ["0\t6\tОрлову\tОрлова\tPER", "0\t5\tОрлову\tо\tPER\tx", "a\t6\tОрлову\tо\tPER\tx", "x"]
)
def test_a_broken_line_is_named_and_the_rest_scored(tmp_path, small, rows):
    put(tmp_path / "data", "b", rows=rows)
    report = evaluate(put(tmp_path / "data"), tmp_path / "out", small)
    assert report.scored == 1
    assert "b.tsv:1: " in report.skipped[0]


def test_a_text_that_breaks_the_pipeline_is_named(tmp_path, small):
    put(tmp_path / "data", "b", "Это сломано.", "")
    report = evaluate(put(tmp_path / "data"), tmp_path / "out", small)
    assert (report.documents, report.skipped) == (1, ("форум/ru/b.txt: cannot be annotated: ValueError: cannot",))


def test_a_folder_without_texts_is_an_error(tmp_path, small):
    with pytest.raises(InputError, match="holds no"):
        evaluate(tmp_path, tmp_path / "out", small)
