"""The recipe of the ranker of forms: what it makes, aligns and learns; the network itself is torch's affair."""

import numpy as np
import pytest

from models.recipes.forms.align import aligned, squeezed
from models.recipes.forms.arrays import DEV, NAMED, TRAIN, Gatherer, read
from models.recipes.forms.export import arrays as exported
from models.recipes.forms.habits import example, learn
from models.recipes.forms.made import made
from nlp.evaluation.habits import Phrase, Piece, written
from nlp.morphology.ranker import BLOCKS, FILE, Ranker
from nlp.morphology.ranking import LABEL, question


def test_made_phrases_stand_in_their_texts_and_are_the_same_every_time():
    found = list(made(300, 7))
    assert found == list(made(300, 7))
    assert found != list(made(300, 8))
    assert all(each.text[each.start : each.end].split()[-1] in each.text for each in found)
    changed = sum(each.text[each.start : each.end] != each.norm for each in found)
    assert len(found) // 2 < changed < len(found)
    assert {each.label for each in found} == {None, "label=PER", "label=other"}


@pytest.mark.parametrize(
    ("offered", "norm", "path"),
    [
        ([["анти"], ["кризисных", "кризисные"]], "антикризисные", ["анти", "кризисные"]),
        ([["а", "аб"], ["б", "в"]], "абв", ["аб", "в"]),
        ([["", "будет"], ["строить", "строиться"]], "строиться", ["", "строиться"]),
        ([["а"], ["б"]], "ав", None),
        ([["а"]], "аб", None),
    ],
)
def test_the_answer_is_laid_out_over_the_words(offered, norm, path):
    assert aligned(offered, norm) == path


def test_what_spelling_does_not_touch():
    assert squeezed("«Военно - полевой» счёт") == "военнополевойсчет"


def test_arrays_are_written_and_read(pipeline, tmp_path):
    gatherer = Gatherer()
    words = list(pipeline("Встреча с Павлом Ткачом прошла."))[2:4]
    assert gatherer.add(question(words, "label=PER"), "Павел Ткач", TRAIN, NAMED) == ["павел", "ткач"]
    assert gatherer.add(question(words, None), "Пётр Ткач", DEV, NAMED) is None
    gatherer.write(tmp_path / "arrays.npz")
    names, arrays = read(tmp_path / "arrays.npz")
    assert len(arrays.phrases) == 2
    assert arrays.phrases[:, 3].tolist() == [1, 0]
    assert len(arrays.counts) == 4
    assert len(arrays.right) == arrays.counts.sum() == len(arrays.option_sizes)
    first = arrays.words[arrays.word_sizes[: arrays.phrases[0, 1]].sum()]
    assert names[first].startswith(LABEL)


def phrase(*pieces, tail=""):
    return Phrase([Piece(*each) for each in pieces], tail, True, ".", frozenset({"объем"}), False)


def test_habits_are_learned_and_followed():
    capital = phrase(("Объема", "Объем", "NOUN", ""), ("услуг", "услуг", "NOUN", "  "))
    name = phrase(("Алены", "Алена", "PROPN", ""), tail=" »")
    told = [example(capital, "объем услуг"), example(name, "Алёна»")] * 20
    habits = learn([each for each in told if each])
    assert written(capital, habits) == "объем услуг"
    assert written(name, habits) == "Алёна»"
    assert habits.dotted == {"алена": "алёна"}


def test_an_answer_of_other_letters_is_no_example():
    assert example(phrase(("Объема", "Объем", "NOUN", "")), "объемы") is None


WIDTH = 4


def learned(clues):
    """Weights of every layer under torch's names, small."""
    draw = np.random.default_rng(0)
    sizes = {"rows": (clues, WIDTH), "mix": (WIDTH, 2 * WIDTH), "out": (1, WIDTH)}
    sizes |= dict.fromkeys(("asked", "seen", "own"), (WIDTH, WIDTH))
    sizes |= dict.fromkeys(("words", "options", *(f"norms.{block}" for block in range(BLOCKS))), (WIDTH,))
    sizes |= {f"blocks.{block}": (2 * WIDTH, WIDTH, 3) for block in range(BLOCKS)}
    weights = {f"{name}.weight": draw.normal(size=size).astype(np.float32) for name, size in sizes.items()}
    return weights | {f"{name}.bias": np.zeros(size[0], np.float32) for name, size in sizes.items()}


def test_what_is_exported_is_small_and_is_read_back(tmp_path, pipeline):
    clues = ["kind=keep|", "part=PROPN", "known=True|noun"]
    weights = learned(len(clues) + 1)
    made = exported(weights, clues)
    assert {made[name].dtype for name in ("clues", "rows")} == {np.dtype(np.uint8), np.dtype(np.int8)}
    assert {each.dtype for name, each in made.items() if name not in {"clues", "rows"}} == {np.dtype(np.float16)}
    np.savez_compressed(tmp_path / FILE, **made)
    ranker = Ranker(tmp_path / FILE)
    assert list(ranker.rows.places) == ["", *clues]
    assert np.allclose(ranker.rows.rows[1:], weights["rows.weight"][1:], atol=0.03)
    assert not ranker.rows.rows[0].any()
    asked = question(list(pipeline("Встреча с Павлом Ткачом прошла."))[2:4], None)
    assert [len(scores) for scores in ranker.scores(asked)] == [len(each) for each in asked.options]
