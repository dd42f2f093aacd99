"""The recipe of the span model: what is read from a corpus, what is left out, what is learned and exported."""

from __future__ import annotations

import numpy as np
import pytest

from models.recipes.mentions import corpus
from models.recipes.mentions.brat import Annotated, Mark, documents, mark
from models.recipes.mentions.corpus import Example, Gold
from models.recipes.mentions.evaluate import table
from models.recipes.mentions.prepare import split_up
from models.recipes.mentions.shingles import containment, duplicates, shingles
from nlp.errors import InputError
from nlp.evaluation.nerel import Score
from nlp.mentions.spans.features import Reader
from nlp.mentions.spans.tables import Tables, dumps
from nlp.mentions.spans.tagger import Tagger

TABLES = Tables(
    labels=("CITY", "PERSON"),
    letters="аинкМПвелТч",
    shapes=("<pad>", "RU_Xx", "RU_x", "RU_xx", "PUNCT_."),
    readings=("NOUN|nomn|sing", "NOUN|gent|sing"),
    width=4,
)
STORY = "Павел Ткач прилетел в Минск утром и провёл переговоры с министром связи"
SHORT = "утром и провёл переговоры с министром"
OTHER = "Завод в Гомеле открыл новую линию и нанял сто рабочих из соседних районов области"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("T1\tPERSON 0 4\tПётр", Mark(0, 4, "PERSON", True), id="whole"),
        pytest.param("T2\tLAW 0 4;9 12\tзакон дом", Mark(0, 12, "LAW", False), id="in pieces"),
    ],
)
def test_marks(line, found):
    assert mark(line) == found


def test_documents(tmp_path):
    (tmp_path / "1.txt").write_text("Пётр\r\nв Минске", encoding="utf-8", newline="")
    (tmp_path / "1.ann").write_text("T1\tPERSON 0 4\tПётр\nR1\tX Arg1:T1 Arg2:T1\n", encoding="utf-8")
    assert list(documents(tmp_path)) == [Annotated("1", "Пётр\r\nв Минске", (Mark(0, 4, "PERSON", True),))]


def test_a_text_without_annotation(tmp_path):
    (tmp_path / "1.txt").write_text("Пётр", encoding="utf-8")
    with pytest.raises(InputError, match=r"1\.ann.*missing"):
        list(documents(tmp_path))


def test_an_empty_folder(tmp_path):
    with pytest.raises(InputError, match="holds no"):
        list(documents(tmp_path))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        pytest.param(STORY, STORY, 1.0, id="itself"),
        pytest.param(STORY, STORY.upper() + "!", 1.0, id="capitals and signs"),
        pytest.param(STORY, SHORT, 1.0, id="shortened"),
        pytest.param(STORY, OTHER, 0.0, id="another story"),
        pytest.param(STORY, "", 0.0, id="nothing"),
    ],
)
def test_containment(one, other, shared):
    assert containment(shingles(one), shingles(other)) == shared


def test_duplicates():
    assert duplicates([OTHER, f"{STORY}. {OTHER}", SHORT], [STORY]) == [1, 2]


def test_near_duplicates_of_dev_are_in_no_part_of_training():
    train = [Annotated(str(number), f"{OTHER} {number} " * 2, ()) for number in range(60)]
    split = split_up([*train, Annotated("copy", STORY, ())], [Annotated("dev", f"{STORY} вчера", ())])
    names = {part: {each.name for each in own} for part, own in split.items()}
    assert names["dev"] == {"dev"}
    assert names["train"] | names["held"] == {str(number) for number in range(60)}
    assert names["held"]
    assert names["train"].isdisjoint(names["held"])


def example(words: list[str], *gold: Gold) -> Example:
    chance = np.random.default_rng(0)
    context = chance.normal(size=(len(words), 492)).astype(np.float16)
    return Example("1", Reader(TABLES).read(words, context), np.full(len(words), len(words)), gold, 0)


def test_arrays_survive_the_disk(tmp_path):
    examples = [example(["Павел", "Ткач", "."], Gold(0, 2, "PERSON")), example([]), example(["Минск"])]
    corpus.write(tmp_path / "train", examples)
    for one, other in zip(corpus.read(tmp_path / "train"), examples, strict=True):
        assert (one.name, one.gold, one.missed) == (other.name, other.gold, other.missed)
        assert one.ends.tolist() == other.ends.tolist()
        assert all((own == its).all() for own, its in zip(one.features, other.features, strict=True))


def test_the_table_begins_with_the_sum():
    lines = table({"CITY": Score(1, 2, 1), "all": Score(1, 2, 1)})
    assert [line.split(" | ")[0] for line in lines[2:]] == ["| all", "| CITY"]


@pytest.fixture
def torch():
    return pytest.importorskip("torch", reason="torch is the extra «train»")


@pytest.fixture
def onnx():
    return pytest.importorskip("onnx", reason="onnx is part of the extra «train»")


def trained(epochs: int):
    from models.recipes.mentions.train import Plan, Training

    words = [["Павел", "Ткач", "в", "Минске", "."], ["Минск", "."]]
    examples = [
        example(words[0], Gold(0, 2, "PERSON"), Gold(3, 4, "CITY")),
        example(words[1], Gold(0, 1, "CITY")),
    ]
    return Training(examples, TABLES, Plan(epochs=epochs, documents=1, threads=1))


@pytest.mark.parametrize("small", [pytest.param(False, id="floats"), pytest.param(True, id="eight bits")])
def test_the_exported_model_is_the_trained_one(torch, onnx, small):
    from models.recipes.mentions.export import to_onnx
    from models.recipes.mentions.train import inputs
    from nlp.mentions.spans.sheets import lay

    run = trained(2)
    run.run_epoch()
    parts = [each.features for each in run.examples]
    tagger = Tagger({"spans.onnx": to_onnx(run.model, TABLES, small), "spans.json": dumps(TABLES)})
    with torch.no_grad():
        sheet = lay(parts)
        expected = run.model.eval()(**inputs(sheet)).numpy()
    for part, found, start in zip(parts, tagger.scores(parts), sheet.starts, strict=True):
        assert np.abs(found - expected[start : start + len(part.shapes)]).max() < (0.1 if small else 1e-4)


def test_equal_plans_give_equal_weights_also_after_a_break(torch):
    whole = trained(2)
    whole.run_epoch()
    whole.run_epoch()
    broken = trained(2)
    broken.run_epoch()
    state = broken.state()
    resumed = trained(2)
    resumed.resume(state)
    resumed.run_epoch()
    for one, other in zip(whole.average.values(), resumed.average.values(), strict=True):
        assert torch.equal(one, other)


def test_the_state_of_another_plan(torch):
    with pytest.raises(ValueError, match="another plan"):
        trained(2).resume(trained(3).state())


def test_what_is_learned_is_bounded_by_sentences(torch):
    from models.recipes.mentions.train import NOTHING, targets
    from nlp.mentions.spans.sheets import lay

    each = example(["Павел", "Ткач", "."], Gold(0, 2, "PERSON"))
    wanted = targets(TABLES, lay([each.features]), [each])
    assert wanted.tolist() == [[0, 2, 0, NOTHING], [0, 0, NOTHING, NOTHING], [0, NOTHING, NOTHING, NOTHING]]
