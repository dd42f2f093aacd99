"""Token-per-line files: schemes of tags, comments, what is written, what is broken."""

import pytest

from nlp.errors import InputError
from nlp.evaluation.conll import evaluate, read
from nlp.evaluation.labels import Extent
from nlp.evaluation.scores import Score

LINES = "Орлова\tB-PER\nпосетила\tO\nКазань\tB-LOC\n\n# конец\nЗдесь\tO\nПётр\tB-PER\nПервый\tI-PER\n"


def put(folder, text=LINES, name="a.conll"):
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("tags", ["B-PER I-PER O", "I-PER I-PER O", "B-PER E-PER O", "B-PER L-PER O"])
def test_schemes_of_tags(tmp_path, tags):
    rows = "\n".join(map(" ".join, zip(("Пётр", "Первый", "пришёл"), tags.split(), strict=True)))
    document = read(put(tmp_path, rows), tmp_path)
    assert document.answer.names == {Extent(0, 11, "PER")}
    assert document.text.strip() == "Пётр Первый пришёл"


def test_a_file_is_scored_and_written_with_a_column_more(tmp_path, small):
    report = evaluate(put(tmp_path / "data"), tmp_path / "out", small)
    assert report.tables["names"] == {"LOC": Score(1, 1, 1), "PER": Score(1, 1, 2), "all": Score(2, 2, 3)}
    assert (tmp_path / "out" / "a.conll").read_text(encoding="utf-8").splitlines() == [
        "Орлова\tB-PER\tB-PER",
        "посетила\tO\tO",
        "Казань\tB-LOC\tB-LOC",
        "",
        "# конец",
        "Здесь\tO\tO",
        "Пётр\tB-PER\tO",
        "Первый\tI-PER\tO",
    ]


def test_universal_ner(tmp_path):
    text = (
        "# sent_id = 1\n# text = «Вектор» (Казань).\n1\t«\tO\t-\t-\n2\tВектор\tB-ORG\t-\t-\n3\t»\tO\t-\t-\n"
        "4\t(\tO\t-\tanna\n5\tКазань\tB-LOC\t-\tanna\n6\t)\tO\t-\t-\n7\t.\tO\t-\t-\n\n1\tДа\tO\t-\t-\n"
    )
    document = read(put(tmp_path, text, "a.iob2"), tmp_path)
    assert document.text.strip() == "«Вектор» (Казань). Да"
    assert document.answer.names == {Extent(1, 7, "ORG"), Extent(10, 16, "LOC")}


def test_words_that_differ_from_what_was_said_keep_a_blank_each(tmp_path):
    assert read(put(tmp_path, "# text = Да, так.\nДа O\nнет O\n"), tmp_path).text.strip() == "Да нет"


def test_files_of_both_layouts_are_found(tmp_path, small):
    put(tmp_path / "data", "1\tОрлова\tB-PER\t-\t-\n", "b.iob2")
    put(tmp_path / "data")
    report = evaluate(tmp_path / "data", tmp_path / "out", small)
    assert report.tables["names"]["PER"] == Score(2, 2, 3)
    assert (tmp_path / "out" / "b.iob2").read_text(encoding="utf-8") == "1\tОрлова\tB-PER\t-\t-\tB-PER\n"


def test_fine_labels_and_a_folder(tmp_path, small):
    put(tmp_path / "data", "Орлова S-PERSON\nв O\nКазани O\n", "b.conll")
    report = evaluate(tmp_path / "data", tmp_path / "out", small)
    assert report.tables["names"] == {"PERSON": Score(1, 1, 1), "all": Score(1, 1, 1)}


@pytest.mark.parametrize("line", ["Орлова", "Орлова PER", "Орлова B-", "Орлова O-PER", "Орлова X-PER"])
def test_a_broken_line_is_named(tmp_path, line):
    with pytest.raises(InputError, match=r"a\.conll:3: .* is no word and tag"):
        read(put(tmp_path, f"# 1\nв O\n{line}\n"), tmp_path)


def test_what_is_broken_is_skipped_and_the_rest_scored(tmp_path, small):
    put(tmp_path / "data")
    put(tmp_path / "data", "x", "b.conll")
    report = evaluate(tmp_path / "data", tmp_path / "out", small)
    assert (report.documents, len(report.skipped)) == (1, 1)
