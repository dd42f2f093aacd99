"""Which documents are held out, and which tell one story."""

from __future__ import annotations

import pytest

from nlp.errors import TrainingError
from nlp.evaluation.corpus import Document
from nlp.training.shingles import groups
from nlp.training.split import split

NEWS = "Завод в Туле начал выпуск новых насосов для шахт и рудников Сибири."
OTHERS = [f"{word} " * 6 for word in ("дом", "лес", "снег", "мост", "сад", "пар", "мак", "рис", "лён", "мёд")]


def documents(texts: list[str]) -> list[Document]:
    return [Document(f"{number}.txt", text, ()) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        pytest.param([], [], id="none"),
        pytest.param([NEWS, "Да.", NEWS], [0, 1, 0], id="the same"),
        pytest.param([NEWS, NEWS + " Об этом сообщили в среду утром."], [0, 0], id="with a tail"),
        pytest.param(["а б в г д", "е ж з и к", "а б в г д е ж з и к"], [0, 0, 0], id="through a third"),
        pytest.param(["", ""], [0, 1], id="empty"),
    ],
)
def test_stories(texts, numbers):
    assert groups(texts) == numbers


@pytest.mark.parametrize("seed", range(5))
def test_a_share_is_held_out_the_same_way_every_time(seed):
    given = documents(OTHERS)
    kept, held = split(given, 0.2, seed)
    assert (len(kept), len(held)) == (8, 2)
    assert sorted(kept + held) == list(range(10))
    assert split(given, 0.2, seed) == (kept, held)


def test_the_seed_chooses():
    assert len({tuple(split(documents(OTHERS), 0.2, seed)[1]) for seed in range(8)}) > 1


@pytest.mark.parametrize("seed", range(5))
def test_near_duplicates_stay_on_one_side(seed):
    given = documents([*OTHERS[:6], NEWS, NEWS + " Об этом сообщили вчера."])
    for side in split(given, 0.3, seed):
        assert len({6, 7} & set(side)) != 1


def test_none_held_out():
    assert split(documents([NEWS]), 0, 0) == ([0], [])


def test_one_story_cannot_be_split():
    with pytest.raises(TrainingError, match="--held 0"):
        split(documents([NEWS, NEWS]), 0.2, 0)
