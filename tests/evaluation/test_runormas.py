"""RuNormAS: phrases in, forms out, compared by the rule of its scorer and letter for letter."""

import pytest

from nlp.errors import InputError
from nlp.evaluation.habits import gap, lettered, load
from nlp.evaluation.runormas import evaluate, form, in_dev, read
from nlp.evaluation.sameness import same
from nlp.evaluation.scores import Share

TEXT = 'Директора завода "Вектор" Анну Орлову видели в Казани.'


def put(folder, name="1", ann="26 37\n47 53", norm="Анна Орлова\nКазани", text=TEXT):
    (folder / "texts_and_ann").mkdir(parents=True, exist_ok=True)
    (folder / "norm").mkdir(exist_ok=True)
    (folder / "texts_and_ann" / f"{name}.txt").write_text(text, encoding="utf-8")
    if ann is not None:
        (folder / "texts_and_ann" / f"{name}.ann").write_text(ann, encoding="utf-8")
    if norm is not None:
        (folder / "norm" / f"{name}.norm").write_text(norm, encoding="utf-8")
    return folder


def test_forms_are_written_and_compared(tmp_path, pipeline):
    put(tmp_path / "data" / "named")
    put(tmp_path / "data" / "generic", "2", "0 9\n10 25\n0 9 38 44", 'директор\nЗавод  "Вектор"\nx')
    report = evaluate(tmp_path / "data", tmp_path / "out", pipeline)
    assert (report.documents, report.scored, report.skipped) == (2, 2, ())
    assert report.shares == {
        "generic": Share(1, 3), "named": Share(1, 2), "all": Share(2, 5),
        "generic-exact": Share(0, 3), "named-exact": Share(1, 2), "all-exact": Share(1, 5),
    }  # fmt: skip
    assert (tmp_path / "out" / "named" / "1.norm").read_text(encoding="utf-8") == "Анна Орлова\nКазань\n"
    assert 'завод "Вектор"\n' in (tmp_path / "out" / "generic" / "2.norm").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "norm"), [("Федоров", "Фёдоров"), ("Королёв", "Королёв"), ("Вектор", "Вектор"), ("Сергей", "Сергей")]
)
def test_yo_is_restored_in_names(pipeline, text, norm):
    assert form(pipeline(text), ((0, len(text)),)) == norm


def test_the_whole_pipeline_is_back_afterwards(tmp_path, pipeline):
    names = list(pipeline.pipe_names)
    evaluate(put(tmp_path / "data"), tmp_path / "out", pipeline)
    assert pipeline.pipe_names == names


def test_without_norms_nothing_is_scored(tmp_path, pipeline):
    report = evaluate(put(tmp_path / "data", norm=None), tmp_path / "out", pipeline)
    assert (report.documents, report.scored, report.shares) == (1, 0, {"all": Share(0, 0), "all-exact": Share(0, 0)})
    assert (tmp_path / "out" / "1.norm").exists()


def test_norms_may_stand_beside_the_text(tmp_path):
    put(tmp_path, norm=None)
    (tmp_path / "texts_and_ann" / "1.norm").write_text("Анна Орлова\nКазань", encoding="utf-8")
    document = read(tmp_path / "texts_and_ann" / "1.txt")
    assert document.norms == ("Анна Орлова", "Казань")
    assert document.phrases == (((26, 37),), ((47, 53),))


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ({"ann": "26 37\n47"}, r"1\.ann:2: '47' is no phrase"),
        ({"ann": "26 37\n47 99"}, r"1\.ann:2: '47 99' is no phrase"),
        ({"ann": "26 37\n\n"}, r"1\.ann:2: '' is no phrase"),
        ({"norm": "Анна Орлова"}, r"1\.norm: 1 lines for 2 phrases"),
        ({"ann": None}, r"1\.ann: No such file"),
    ],
)
def test_a_broken_file_is_named(tmp_path, broken, why):
    with pytest.raises(InputError, match=why):
        read(put(tmp_path, **broken) / "texts_and_ann" / "1.txt")


def test_what_is_broken_is_skipped_and_the_rest_scored(tmp_path, pipeline):
    put(tmp_path / "data")
    put(tmp_path / "data", "2", ann="x")
    report = evaluate(tmp_path / "data", tmp_path / "out", pipeline)
    assert report.shares["all"] == Share(1, 2)
    assert [line.split(":")[0].rsplit("/", 1)[1] for line in report.skipped] == ["2.ann"]


def test_the_tenth_is_about_a_tenth_and_is_kept(tmp_path, pipeline):
    names = [f"{number}.txt" for number in range(2000)]
    kept = [name for name in names if in_dev(name)]
    assert 150 < len(kept) < 250
    put(tmp_path / "data", kept[0].removesuffix(".txt"))
    put(tmp_path / "data", next(name for name in names if not in_dev(name)).removesuffix(".txt"))
    assert evaluate(tmp_path / "data", tmp_path / "out", pipeline, dev=True).documents == 1


@pytest.mark.parametrize(
    ("text", "pieces", "norm"),
    [
        ('Встреча с "Вектором" прошла.', ((10, 20),), '"Вектор"'),
        ("Работы закончены.", ((7, 16),), "закончить"),
    ],
)
def test_the_corpus_has_habits_of_its_own(pipeline, text, pieces, norm):
    assert form(pipeline(text), pieces) == norm


def test_a_word_cut_in_two_keeps_its_half(pipeline):
    assert form(pipeline("Рейс Минск-Казань отложен."), ((5, 10),)) == "Минск"


@pytest.mark.parametrize("text", ["{}", "[1]", ""])
def test_broken_habits_are_named(tmp_path, text):
    (tmp_path / "habits.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"habits\.json: holds no habits"):
        load(tmp_path / "habits.json")


@pytest.mark.parametrize(
    ("text", "way", "changed"),
    [
        (" , ", "tidy", ", "),
        ("  ", "tidy", " "),
        (" - ", "hyphen", "-"),
        (" ", "joined", ""),
        (" - ", "dash", " – "),
        (" « ", "tidy", " «"),
        ("  ", "same", "  "),
    ],
)
def test_gaps(text, way, changed):
    assert gap(text, way) == changed


@pytest.mark.parametrize(
    ("form", "way", "changed"),
    [
        ("РАЗВИТИЕ", "title", "Развитие"),
        ("Объем", "lower", "объем"),
        ("МИД", "keep", "МИД"),
        ("СОЦИАЛЬНО-ВАЖНЫЙ", "title", "Социально-Важный"),
    ],
)
def test_letter_case(form, way, changed):
    assert lettered(form, way) == changed


@pytest.mark.parametrize(
    ("form", "norm", "part", "right"),
    [
        ("Объём  услуг", "объем услуг", "generic", True),
        ("Объём услуг", "Объем  услуг ", "named", True),
        ("Объем услуг", "объем услуг", "named", False),
        ("объем услуги", "объем услуг", "generic", False),
        ("сель хоз", "сельхоз", "generic", False),
        ("АО « Мир »", "АО «Мир»", "generic", False),
    ],
)
def test_what_the_shared_task_takes_for_the_same(form, norm, part, right):
    assert same(form, norm, part) == right
