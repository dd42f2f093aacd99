"""brat folders, the users' own and NEREL's: strict marks, what is written, what is broken."""

import pytest

from nlp.errors import InputError
from nlp.evaluation import brat, nerel
from nlp.evaluation.scores import Score
from nlp.evaluation.standoff import Mark, lines, marks

TEXT = "Орлова посетила Казань."
WHO, WHERE = "T1\tPERSON 0 6\tОрлова", "T2\tCITY 16 22\tКазань"


def put(folder, name, text=TEXT, ann=None):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    if ann is not None:
        (folder / f"{name}.ann").write_text(ann, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        (WHO, Mark("PERSON", ((0, 6),))),
        ("T3\tCITY 0 3;4 6\tОрл ва", Mark("CITY", ((0, 3), (4, 6)))),
    ],
)
def test_a_mark_is_read(tmp_path, line, mark):
    put(tmp_path, "a", ann=f"{line}\nR1\tVISITS Arg1:T1 Arg2:T2\nN1\tReference T1 Wikidata:Q1\tx\n")
    assert marks(tmp_path / "a.ann", TEXT) == (mark,)


@pytest.mark.parametrize(
    "line",
    ["T1", "T1\tPERSON\tОрлова", "T1\tPERSON 0 x\tО", "T1\tPERSON 6 6\tО", "T1\tPERSON 0 99\tО", "T1\tPERSON 0\tО"],
)
def test_a_line_that_is_no_mark_is_named(tmp_path, line):
    put(tmp_path, "a", ann=f"{WHO}\n{line}\n")
    with pytest.raises(InputError, match=r"a\.ann:2: .* is no mark"):
        marks(tmp_path / "a.ann", TEXT)


def test_marks_are_written_as_they_are_read():
    text = "Орлова\nпосетила"
    found = [Mark("PERSON", ((0, 15),)), Mark("CITY", ((0, 3), (4, 6)))]
    assert list(lines(found, text)) == ["T1\tPERSON 0 15\tОрлова посетила", "T2\tCITY 0 3;4 6\tОрл ва"]


def test_scores_of_a_folder(tmp_path, small):
    data = put(tmp_path / "data", "a", ann=f"{WHO}\nT2\tCITY 16 21\tКазан\nT3\tCITY 0 3;4 6\tОрл ва")
    put(data, "b", "Орлова", "T1\tPERSON 0 6\tОрлова")
    report = brat.evaluate(data, tmp_path / "out", small)
    assert (report.task, report.documents, report.scored, report.skipped) == ("brat", 2, 2, ())
    assert report.tables["mentions"] == {"CITY": Score(0, 1, 2), "PERSON": Score(2, 2, 2), "all": Score(2, 3, 4)}
    assert (tmp_path / "out" / "a.ann").read_text(encoding="utf-8").splitlines() == [WHO, WHERE]


def test_a_text_without_marks_is_read_and_not_scored(tmp_path, small):
    report = brat.evaluate(put(tmp_path / "data", "a"), tmp_path / "out", small)
    assert (report.documents, report.scored, report.tables) == (1, 0, {})
    assert (tmp_path / "out" / "a.ann").read_text(encoding="utf-8").splitlines() == [WHO, WHERE]


def test_folders_are_kept(tmp_path, small):
    put(tmp_path / "data" / "below", "a")
    brat.evaluate(tmp_path / "data", tmp_path / "out", small)
    assert (tmp_path / "out" / "below" / "a.ann").exists()


def test_what_is_broken_is_named_and_the_rest_scored(tmp_path, small):
    data = put(tmp_path / "data", "a", ann=WHO)
    put(data, "b", ann="T1\tPERSON")
    put(data, "c", "Это сломано.", "")
    (data / "d.txt").write_bytes(b"\xff\xfe\xfd")
    report = brat.evaluate(data, tmp_path / "out", small)
    assert (report.documents, report.tables["mentions"]["all"]) == (1, Score(1, 1, 1))
    parts = [line.split(": ")[0].split("/")[-1] for line in report.skipped]
    assert parts == ["b.ann:1", "d.txt", "c.txt"]


def test_a_folder_without_texts_is_an_error(tmp_path, small):
    with pytest.raises(InputError, match=r"holds no \*\.txt files"):
        brat.evaluate(tmp_path, tmp_path / "out", small)


def test_labels_of_the_folder_decide_what_counts(tmp_path, small):
    """The folder marks no cities, so that the one found is no error."""
    report = brat.evaluate(put(tmp_path / "data", "a", ann=WHO), tmp_path / "out", small)
    assert report.tables["mentions"]["all"] == Score(1, 1, 1)


def test_coarse_labels_are_understood(tmp_path, small):
    ann = "T1\tPER 0 6\tОрлова\nT2\tLOC 16 22\tКазань"
    report = brat.evaluate(put(tmp_path / "data", "a", ann=ann), tmp_path / "out", small)
    assert report.tables["mentions"] == {"LOC": Score(1, 1, 1), "PER": Score(1, 1, 1), "all": Score(2, 2, 2)}


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("«Вектор»", "Вектор"),
        ("завод «Вектор»", None),
        ("«Вектор» и «Полёт»", None),
        ("«»", None),
        ('"А"', "А"),
        ("«А", None),
    ],
)
def test_enclosing_quotes_are_left_out(text, inner):
    start, end = nerel.unquoted(text, 0, len(text))
    assert text[start:end] == (inner or text)


def test_a_quoted_name_in_nerel(tmp_path, pipeline):
    data = put(tmp_path / "data", "a", "«Вектор» продал завод.", "T1\tORGANIZATION 1 7\tВектор")
    assert nerel.evaluate(data, tmp_path / "out", pipeline).tables["mentions of the record"]["ORGANIZATION"].right == 1


def test_a_date_takes_its_preposition_along(tmp_path, pipeline):
    data = put(tmp_path / "data", "a", "Орлова приехала в 2005 году.", "T1\tDATE 16 27\tв 2005 году")
    assert nerel.evaluate(data, tmp_path / "out", pipeline).tables["mentions of the record"]["DATE"] == Score(1, 1, 1)
