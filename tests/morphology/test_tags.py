import pytest

from nlp.morphology.tags import possible

CASES = [
    # word, tag, first of its sentence, what it becomes
    ("Соглашении", "VERB|Case=Loc|VerbForm=Part", False, "NOUN|Animacy=Inan|Case=Loc|Gender=Neut|Number=Sing"),
    ("встрече", "NOUN|Case=Gen|Gender=Fem|Number=Sing", False, "NOUN|Animacy=Inan|Case=Loc|Gender=Fem|Number=Sing"),
    ("Презентуя", "PROPN|Case=Ins|Gender=Masc|Number=Sing", True, "VERB|Aspect=Imp|Tense=Pres|VerbForm=Conv"),
    ("голосовать", "NOUN|Case=Nom|Number=Plur", False, "VERB|Aspect=Imp|VerbForm=Inf"),
    ("сегодня", "NOUN|Case=Nom|Number=Sing", False, "ADV"),
]  # fmt: skip
KEPT = [
    ("встрече", "NOUN|Animacy=Inan|Case=Loc|Gender=Fem|Number=Sing", False),
    ("Шнуров", "PROPN|Animacy=Anim|Case=Nom|Gender=Masc|Number=Sing", True),
    ("Ли", "PROPN|Animacy=Anim|Case=Gen|Gender=Masc|Number=Sing", False),
    ("Цяна", "PROPN|Animacy=Anim|Case=Nom|Gender=Masc|Number=Sing", False),
    ("ШОС", "PROPN|Animacy=Inan|Case=Gen|Gender=Fem|Number=Sing", False),
    ("цифровизатор", "NOUN|Case=Gen|Number=Plur", False),
    ("в", "ADP", False),
    ("2024", "ADJ", False),
]


@pytest.mark.parametrize(("word", "tag", "initial", "expected"), CASES, ids=[case[0] for case in CASES])
def test_impossible(word, tag, initial, expected):
    assert possible(word, tag, initial=initial) == expected


@pytest.mark.parametrize(("word", "tag", "initial"), KEPT, ids=[case[0] for case in KEPT])
def test_possible(word, tag, initial):
    assert possible(word, tag, initial=initial) == tag
