"""A label is learned from forty texts, and the model that knows it goes wherever the shipped one does."""

from __future__ import annotations

import json
import pickle

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from typer.testing import CliRunner

import nlp
from nlp.cli import app
from nlp.errors import ModelError, TrainingError
from nlp.mentions.own.component import NAME, Own
from nlp.mentions.own.head import EDGES, FILES, Head
from nlp.training import needs
from nlp.training.plan import Asked, Plan
from tests.contract import faults
from tests.training.conftest import LABEL

TEXT = "Мэрия Казани объявила тендер на поставку топлива за 5 млн рублей. Павел Ткач приехал в Минск."


def found(record) -> list[tuple[str, str]]:
    return [(each.text, each.rule) for each in record.mentions if each.label == LABEL]


@pytest.fixture(scope="module")
def model(taught):
    return nlp.load(taught[0])


def test_a_new_label_is_learned(taught):
    _, report, _ = taught
    assert report.marks == {LABEL: 40}
    assert len(report.held_out) == 8
    assert report.measured[LABEL].after.gold == 8
    assert report.measured[LABEL].after.f1 >= 0.8
    assert report.measured[LABEL].before is None


def test_it_stands_beside_what_the_shipped_model_finds(model, pipeline):
    own, shipped = (each(TEXT)._.record for each in (model, pipeline))
    assert found(own) == [("тендер на поставку топлива", "own")]
    assert [each.text for each in own.mentions if each.label != LABEL] == [each.text for each in shipped.mentions]
    assert faults(own) == []


def test_every_component_says_what_it_needs(model):
    names = model.pipe_names
    assert names[names.index("letopis_spans") + 1] == NAME
    assert model.analyze_pipes()["problems"][NAME] == []


def test_two_processes_and_many_together(model):
    texts = [TEXT, "", "Завод готовит закупку мебели."]
    alone = [model(text)._.record for text in texts]
    assert [doc._.record for doc in model.pipe(texts)] == alone
    assert [doc._.record for doc in model.pipe(texts, n_process=2, batch_size=1)] == alone


def test_disk_bytes_and_pickle(taught, model, tmp_path):
    folder = taught[0] / NAME
    component = Own().from_disk(folder)
    assert pickle.loads(pickle.dumps(component)).folder == folder.resolve()
    Own().from_bytes(component.to_bytes()).to_disk(tmp_path / "copy")
    assert all((tmp_path / "copy" / name).read_bytes() == (folder / name).read_bytes() for name in FILES)
    model.to_disk(tmp_path / "model")
    assert found(nlp.load(tmp_path / "model")(TEXT)._.record) == found(model(TEXT)._.record)


def test_without_rows_the_labels_are_left_to_the_shipped_model(taught):
    doc = Own().from_disk(taught[0] / NAME)(Doc(spacy.blank("ru").vocab, words=["Минск"], sent_starts=[True]))
    assert "candidates" not in doc.spans


def test_a_damaged_head(taught):
    files = {name: (taught[0] / NAME / name).read_bytes() for name in FILES}
    with pytest.raises(ModelError, match="damaged"):
        Head({**files, EDGES: b"nothing"})


def test_every_step_is_told(taught):
    assert taught[2][0] == ("reading", 1, 40)
    assert [each for each in taught[2] if each[0] == "measuring"][-1] == ("measuring", 8, 8)
    assert [each for each in taught[2] if each[0] == "learning"][-1] == ("learning", 15, 15)


def test_the_card_and_the_numbers_are_in_the_folder(taught):
    folder, report, _ = taught
    numbers = json.loads((folder / NAME / "metrics.json").read_text(encoding="utf-8"))
    assert numbers["measured"][LABEL]["f1"] == round(report.measured[LABEL].after.f1, 4)
    assert f"| {LABEL} | 40 | 8 |" in (folder / NAME / "CARD.md").read_text(encoding="utf-8")


def test_equal_plans_give_equal_heads():
    pytest.importorskip("torch", reason="torch is the extra «train»")
    pytest.importorskip("onnx", reason="onnx is part of the extra «train»")
    from nlp.training.examples import Part
    from nlp.training.head import to_files
    from nlp.training.learn import learn

    chance = np.random.default_rng(0)
    rows = [chance.normal(size=(9, 16)).astype(np.float32) for _ in range(6)]
    parts = [Part(each, np.full(9, 9), {(1, 2): "A", (4, 4): "B"}) for each in rows]

    def files(seed: int) -> dict[str, bytes]:
        return dict(to_files(learn(parts, ["A", "B"], Plan(seed=seed, epochs=2), lambda _: None), ("A", "B")))

    assert files(0) == files(0)
    assert files(0) != files(1)


def test_a_model_that_was_taught_is_no_base(taught, purchases, tmp_path):
    from nlp.training.train import train

    with pytest.raises(ModelError, match="taught labels already"):
        train(Asked(purchases, tmp_path / "model", str(taught[0])), Plan(), lambda *_: None)


def run(*arguments: object):
    return CliRunner().invoke(app, ["train", *map(str, arguments)])


def test_an_earlier_model_is_replaced_only_when_told_so(taught, purchases):
    result = run(purchases, "-o", taught[0])
    assert result.exit_code == 2
    assert "say --overwrite" in result.output


def test_another_folder_is_never_replaced(purchases, tmp_path):
    pytest.importorskip("torch", reason="torch is the extra «train»")
    pytest.importorskip("onnx", reason="onnx is part of the extra «train»")
    (tmp_path / "письмо.txt").write_text("Важное.", encoding="utf-8")
    result = run(purchases, "-o", tmp_path, "--overwrite")
    assert result.exit_code == 2
    assert "is no model taught by" in result.output
    assert [each.name for each in tmp_path.iterdir()] == ["письмо.txt"]


def test_nothing_marked(tmp_path):
    pytest.importorskip("torch", reason="torch is the extra «train»")
    pytest.importorskip("onnx", reason="onnx is part of the extra «train»")
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Да.", "spans": []}\n', encoding="utf-8")
    result = run(path, "-o", tmp_path / "model")
    assert result.exit_code == 2
    assert "nothing to learn" in result.output


def test_without_torch_the_command_says_what_to_install(monkeypatch, purchases, tmp_path):
    monkeypatch.setattr(needs, "find_spec", lambda name: None if name == "torch" else object())
    with pytest.raises(TrainingError, match="torch, not installed"):
        needs.check()
    result = run(purchases, "-o", tmp_path / "model")
    assert result.exit_code == 2
    assert "pip install 'letopis[train]'" in result.output
    assert len(result.output.splitlines()) == 1


def test_the_command_trains_and_extract_uses_the_model(purchases, tmp_path):
    pytest.importorskip("torch", reason="torch is the extra «train»")
    pytest.importorskip("onnx", reason="onnx is part of the extra «train»")
    few = tmp_path / "few.jsonl"
    few.write_text("".join(purchases.read_text(encoding="utf-8").splitlines(keepends=True)[:12]) + "{\n", "utf-8")
    trained = run(few, "-o", tmp_path / "model", "--epochs", 12, "--held", 0)
    assert trained.exit_code == 2
    assert "few.jsonl:13" in trained.output
    assert "nothing was held out" in trained.output
    text = tmp_path / "a.txt"
    text.write_text(TEXT, encoding="utf-8")
    read = CliRunner().invoke(app, ["extract", str(text), "--model", str(tmp_path / "model"), "--format", "json"])
    assert read.exit_code == 0
    assert LABEL in {each["label"] for each in json.loads(read.stdout)["mentions"]}
