"""The dictionary read by paradigms gives what pymorphy3's own reading of it gives."""

import pymorphy3
import pytest

from nlp.knowledge.dictionary import analyzer, inflected, parse, place
from nlp.knowledge.grammemes import CATEGORIES, Tag

WORDS = [
    "стали", "приема", "ещё", "в", "минска", "Сяопина", "нанотехнологиями", "псевдоткачом",
    "города-порта", "лучшего", "наилучшего",
    "красивейшая", "шестью", "А", "24", "xiv", "кто-то", "по-русски", "людьми", "ткачом", "бербок", "подписавшего",
]  # fmt: skip


@pytest.fixture(scope="module")
def other():
    return pymorphy3.MorphAnalyzer(lang="ru")


@pytest.mark.parametrize("word", WORDS)
def test_readings_are_those_of_the_analyser_in_its_order(other, word):
    own, theirs = parse(word), other.parse(word)
    assert [(*map(str, each[:3]), each.score) for each in own] == [(*map(str, each[:3]), each.score) for each in theirs]
    assert [each.is_known for each in own] == [each.is_known for each in theirs]


@pytest.mark.parametrize("wanted", [{"nomn"}, {"sing", "nomn"}, {"gent", "plur"}, {"loc2"}], ids=sorted)
@pytest.mark.parametrize("word", WORDS)
def test_a_form_is_the_one_that_the_analyser_inflects_to(other, word, wanted):
    theirs = [each.inflect(set(wanted)) for each in other.parse(word)]
    own = [inflected(each, frozenset(wanted)) for each in parse(word)]
    assert own == [None if each is None else each.word for each in theirs]


@pytest.mark.parametrize(("word", "before", "stem"), [("ткачом", "", "ткач"), ("псевдоткачом", "псевдо", "ткач")])
def test_a_place_in_the_dictionary(word, before, stem):
    found = place(parse(word)[0])
    assert (found.before, found.stem) == (before, stem)


def test_a_number_has_no_place_in_the_dictionary():
    assert place(parse("24")[0]) is None


def test_a_tag_answers_as_the_tag_it_is_made_of(other):
    for theirs in other.dictionary.gramtab:
        own = Tag.like(theirs)
        assert own == theirs
        assert own.grammemes == theirs.grammemes
        assert [getattr(own, name) for name in CATEGORIES] == [getattr(theirs, name) for name in CATEGORIES]


def test_a_tag_tells_a_grammeme_from_a_slip_of_the_pen():
    tag = analyzer().parse("ткач")[0].tag
    assert "nomn" in tag
    assert "gent" not in tag
    assert {"nomn", "sing"} in tag
    with pytest.raises(ValueError, match="nomm"):
        _ = "nomm" in tag
    with pytest.raises(AttributeError, match="casus"):
        _ = tag.casus
