"""The recipe of the span model: what is read from a corpus, what is left out, what is learned and exported."""

from __future__ import annotations

import numpy as np
import pytest

from models.recipes.mentions import corpus
from models.recipes.mentions.brat import Annotated, Link, Mark, documents, mark, with_line_feeds
from models.recipes.mentions.corpus import Example, Gold, Tie
from models.recipes.mentions.prepare import gathered
from nlp.errors import InputError
from nlp.evaluation.scores import Score
from nlp.mentions.spans.features import Forms, Reader, groups
from nlp.mentions.spans.pairs import DISTANCES
from nlp.mentions.spans.relater import RELATIONS, Relater
from nlp.mentions.spans.tables import Tables, dumps
from nlp.mentions.spans.tagger import FORMS, ROWS, SPANS, Tagger
from nlp.training.shingles import containment, duplicates, shingles

EVERY = (1 << DISTANCES) - 1
TABLES = Tables(
    labels=("CITY", "PERSON"),
    coarse=("LOC",),
    relations=("LIVES",),
    likely=(((EVERY, EVERY), (EVERY, EVERY)), ((EVERY, EVERY), (EVERY, EVERY))),
    letters="аинкМПвелТч",
    shapes=("<pad>", "RU_Xx", "RU_x", "RU_xx", "PUNCT_."),
    readings=("NOUN|nomn|sing", "NOUN|gent|sing"),
    arcs=("nsubj", "obl"),
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
    (tmp_path / "1.ann").write_text("T1\tPERSON 0 4\tПётр\n#1\tNote T1\tкто это\n", encoding="utf-8")
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


def corpus_folder(path, name, text, *lines):
    path.mkdir(parents=True, exist_ok=True)
    (path / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    (path / f"{name}.ann").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def test_near_duplicates_of_what_is_measured_on_are_in_no_part_of_training(tmp_path):
    for number in range(60):
        corpus_folder(tmp_path / "nerel/train", str(number), f"{OTHER} {number} " * 2)
    corpus_folder(tmp_path / "nerel/train", "copy", STORY)
    corpus_folder(tmp_path / "nerel/dev", "dev", f"{STORY} вчера")
    corpus_folder(tmp_path / "collection5", "coarse", f"{STORY}!")
    corpus_folder(tmp_path / "runormas-train", "raw", STORY)
    parts: dict[str, set[str]] = {}
    for source in gathered(tmp_path):
        parts.setdefault(source.part, set()).add(source.document.name)
    assert parts["dev"] == {"dev"}
    assert parts["train"] | parts["held"] == {str(number) for number in range(60)}
    assert parts["held"]
    assert parts["train"].isdisjoint(parts["held"])


def test_relations_and_those_that_miss_a_mark(tmp_path):
    lines = ["T1\tPERSON 0 4\tПётр", "T2\tCITY 7 13\tМинске", "R1\tLIVES Arg1:T1 Arg2:T2", "R2\tLIVES Arg1:T1 Arg2:T9"]
    corpus_folder(tmp_path, "1", "Пётр в Минске", *lines)
    (found,) = documents(tmp_path)
    assert found.links == (Link(0, 1, "LIVES"),)


def test_offsets_that_count_a_line_end_as_two(tmp_path):
    corpus_folder(tmp_path, "1", "Пётр\nв Минске", "T1\tPER 0 4\tПётр", "T2\tLOC 8 14\tМинске")
    corpus_folder(tmp_path, "2", "Пётр\nв Минске", "T1\tLOC 7 13\tМинске")
    (found,) = with_line_feeds(tmp_path)
    assert [found.text[each.start : each.end] for each in found.marks] == ["Пётр", "Минске"]


@pytest.fixture
def torch():
    return pytest.importorskip("torch", reason="torch is the extra «train»")


@pytest.fixture
def onnx():
    return pytest.importorskip("onnx", reason="onnx is part of the extra «train»")


TEXTS = {
    "1": (["Павел", "Ткач", "в", "Минске", "."], [Gold(0, 2, "PERSON"), Gold(3, 4, "CITY")], [Tie(0, 1, "LIVES")]),
    "2": (["Минск", "."], [Gold(0, 1, "CITY")], []),
}
NAMES = sorted({word for words, _, _ in TEXTS.values() for word in words})


def forms() -> Forms:
    return Reader(TABLES).read(NAMES, np.random.default_rng(0).normal(size=(len(NAMES), 300)))


def example(name: str, origin: str = "nerel") -> Example:
    words, gold, ties = TEXTS[name]
    size = len(words)
    return Example(
        name=name,
        corpus=origin,
        forms=np.array([NAMES.index(word) for word in words], dtype=np.int64),
        encoders=np.random.default_rng(size).normal(size=(size, 192)).astype(np.float16),
        hints=np.zeros((size, 3 * len(TABLES.labels)), dtype=np.uint8),
        groups=np.array(groups(words), dtype=np.int64),
        ends=np.full(size, size),
        heads=np.minimum(np.arange(size) + 1, size - 1),
        arcs=np.ones(size, dtype=np.int64),
        gold=tuple(gold),
        ties=tuple(ties),
    )


def test_arrays_survive_the_disk(tmp_path):
    examples = [example("1"), example("2")]
    corpus.write(tmp_path / "train", examples)
    for one, other in zip(corpus.read(tmp_path / "train"), examples, strict=True):
        assert [np.asarray(each).tolist() for each in one] == [np.asarray(each).tolist() for each in other]


def test_the_table_of_forms_survives_the_disk(tmp_path):
    corpus.write_forms(tmp_path / "forms", NAMES, forms())
    names, found = corpus.read_forms(tmp_path / "forms")
    assert names == NAMES
    assert all((one == other).all() for one, other in zip(found, forms(), strict=True))


def test_the_table_begins_with_the_sum(torch):
    from models.recipes.mentions.evaluate import table

    lines = table({"CITY": Score(1, 2, 1), "all": Score(1, 2, 1)})
    assert [line.split(" | ")[0] for line in lines[2:]] == ["| all", "| CITY"]


def material(taught=()):
    from models.recipes.mentions.train import Material

    plain = [example("1"), example("2")]
    raw = [example("1", "collection5")._replace(gold=(), ties=())]
    return Material(TABLES, NAMES, forms(), plain, [], [], raw, dict(taught))


def training(epochs: int, taught=(), **plan):
    from models.recipes.mentions.train import Plan, Training

    small = {"documents": 1, "threads": 1, "hidden": 16, "span": 8, "raw": 1.0}
    return Training(material(taught), Plan(epochs=epochs, **{**small, **plan}))


def lesson():
    from models.recipes.mentions.teach import Lesson

    return Lesson(TABLES, NAMES, forms(), np.array(TABLES.likely, dtype=np.int64))


@pytest.mark.parametrize("small", [pytest.param(False, id="floats"), pytest.param(True, id="eight bits")])
def test_the_exported_model_is_the_trained_one(torch, onnx, small):
    from models.recipes.mentions.batches import as_inputs, batch, marked, paired, tensor
    from models.recipes.mentions.export import to_onnx

    run = training(1)
    run.run_epoch()
    model = run.model.eval()
    files = {name: to_onnx(model, name, small) for name in (FORMS, ROWS, SPANS, RELATIONS)}
    tagger = Tagger({**files, "spans.json": dumps(TABLES)})
    relater = Relater({**files, "spans.json": dumps(TABLES)})
    each = example("1")
    context = np.concatenate([forms().vectors[each.forms], each.encoders], axis=1).astype(np.float16)
    rows, edges = tagger.rows(TEXTS["1"][0], context, each.hints, each.groups)
    own = batch([each], forms())
    near = 0.1 if small else 2e-2  # vectors travel in half precision
    with torch.no_grad():
        expected, logits = model.rows(**{**own.inputs, "own": model.forms(**own.forms)[own.inputs["own"]]})
        assert np.abs(rows - expected.numpy()).max() < near
        assert np.abs(edges - logits.numpy()).max() < near
        first, last, scores = tagger.scores(rows, np.full_like(edges, 9.0), each.ends)
        wanted = model.spans(tensor(rows), tensor(first), tensor(last)).numpy()
        assert np.abs(scores - wanted).max() < near
        mentions, _ = marked(own, TABLES)
        found = paired(own, mentions, lesson().likely, NAMES)
        scored = model.relations(tensor(rows), **as_inputs(mentions), **as_inputs(found)).numpy()
    (relations,) = relater._relations(rows=rows, **mentions._asdict(), **found._asdict())
    assert np.abs(relations - scored).max() < near


def test_equal_plans_give_equal_weights_also_after_a_break(torch):
    whole = training(2)
    whole.run_epoch()
    whole.run_epoch()
    broken = training(2)
    broken.run_epoch()
    state = broken.state()
    resumed = training(2)
    resumed.resume(state)
    resumed.run_epoch()
    for one, other in zip(whole.average.values(), resumed.average.values(), strict=True):
        assert torch.equal(one, other)


def test_the_state_of_another_plan(torch):
    with pytest.raises(ValueError, match="another plan"):
        training(2).resume(training(3).state())


def test_learning_lowers_the_loss(torch):
    run = training(40, warm_up=1, rate=5e-3)
    losses = [sum(run.run_epoch().values()) for _ in range(40)]
    assert losses[-1] < losses[0] / 2


def test_what_teachers_believe_survives_the_disk_and_is_learned_from(torch, tmp_path):
    from models.recipes.mentions.teach import read, taught, teach

    run = training(1)
    teachers = [run.model.eval()]
    raw = run.material.raw
    teach(tmp_path, teachers, lesson(), raw)
    ((name, found),) = read(tmp_path)
    expected = taught(teachers, lesson(), raw[0])
    assert name == raw[0].name
    assert all(
        np.asarray(one).tolist() == np.asarray(other).tolist() for one, other in zip(found, expected, strict=True)
    )
    told = training(1, [(name, found)]).run_epoch()
    assert {"believed spans", "believed relations", "edges", "spans", "relations"} == set(told)


def test_pairs_worth_a_look(torch):
    from models.recipes.mentions.likely import likely

    bits = likely(TABLES, NAMES, forms(), [example("1"), example("2")])
    city, person = TABLES.labels.index("CITY"), TABLES.labels.index("PERSON")
    assert bits.shape == (2, 2, 2)
    assert bits[0, person, city] > 0
    assert bits[0, city, person] == bits[1].sum() == 0


def test_rounds_stand_on_rounds_before_them(torch):
    from models.recipes.mentions.plans import ROUNDS

    done: list[str] = []
    for name, own in ROUNDS.items():
        assert {*own.teachers, *({own.start} - {None})} <= set(done)
        done.append(name)


def test_a_round_that_goes_on_keeps_the_sizes(torch):
    from models.recipes.mentions.plans import ROUNDS

    for own in ROUNDS.values():
        before = ROUNDS[own.start].plan if own.start else own.plan
        assert (before.hidden, before.span, before.dilations) == (own.plan.hidden, own.plan.span, own.plan.dilations)
