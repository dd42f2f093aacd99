import numpy as np
import pytest

from nlp.errors import ModelError
from nlp.morphology.clues import shape
from nlp.morphology.options import KEEP, VERB
from nlp.morphology.ranker import Ranker, ranker
from nlp.morphology.ranking import question
from nlp.morphology.sight import sight


def test_every_option_of_every_word_gets_a_score(pipeline):
    asked = question(list(pipeline("Встреча с Павлом Ткачом прошла."))[2:4], None)
    scores = ranker().scores(asked)
    assert [len(each) for each in scores] == [len(each) for each in asked.options]
    assert all(np.isfinite(each).all() for each in scores)


def test_scores_are_the_same_every_time(pipeline):
    asked = question(list(pipeline("Встреча с Павлом Ткачом прошла."))[2:4], "label=PER")
    first, second = ranker().scores(asked), ranker().scores(asked)
    assert all((one == other).all() for one, other in zip(first, second, strict=True))


def test_phrases_asked_together_get_the_scores_that_each_gets_alone(pipeline):
    words = list(pipeline("Встреча министра связи Белоруссии с Павлом Ткачом прошла в городе-порте."))
    asked = [question(words[start:end], None) for start, end in ((1, 4), (0, 1), (5, 7), (9, 10))]
    for own, together in zip(asked, ranker().all(asked), strict=True):
        for one, other in zip(ranker().scores(own), together, strict=True):
            assert other == pytest.approx(one, abs=1e-4)


def test_what_is_refused_is_not_offered(pipeline):
    words = list(pipeline("Подписанный договор."))[:1]
    assert VERB in {each.kind for each in question(words, None).options[0]}
    assert VERB not in {each.kind for each in question(words, None, {VERB}).options[0]}


def test_signs_and_digits_stay(pipeline):
    words = list(pipeline("Завод № 5"))
    assert [len(each) == 1 for each in question(words, None).options] == [False, True, True]
    assert question(words, None).options[1][0].kind == KEEP


def test_neighbours_are_seen_inside_the_sentence_alone(pipeline):
    doc = pipeline("Он уехал. Вчера утром в Минске прошла большая встреча. Всё.")
    place = next(token.i for token in doc if token.text == "Минске")
    seen = sight([doc[place]])
    assert [token.text for token in seen.words] == ["Вчера", "утром", "в", "Минске", "прошла", "большая"]
    assert [token.text for token in seen.own] == ["Минске"]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Совет", "Aa"),
        ("МИДа", "AAa"),
        ("А", "A"),
        ("совет", "a"),
        ("NASA", "LAA"),
        ("5", "9"),
        ("5-й", "9a"),
        ("«", "«"),
    ],
)
def test_shapes(word, form):
    assert shape(word) == form


def test_broken_weights_are_named(tmp_path):
    path = tmp_path / "forms.npz"
    with pytest.raises(ModelError, match=r"forms\.npz: the weights of the forms cannot be read"):
        Ranker(path)
    np.savez(path, rows=np.zeros((1, 2)))
    with pytest.raises(ModelError, match=r"forms\.npz"):
        Ranker(path)
