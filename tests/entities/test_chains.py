"""What means the same in a text, common nouns and pronouns included: a small text, and the chains expected."""

import pytest

from nlp.entities.chains.find import chains
from nlp.entities.chains.nodes import nodes
from nlp.entities.chains.phrases import phrases
from tests.entities.marked import read, table, tagger


@pytest.mark.parametrize(("text", "expected"), table("chains"))
def test_chains(text, expected):
    doc = read(text)
    assert [", ".join(doc[start:end].text for start, end in sorted(chain)) for chain in chains(doc)] == expected


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        ("Он видел учителя физкультуры Павла Ткача.", "учителя", "учителя физкультуры Павла Ткача"),
        ("Он видел старый дом, построенный дедом.", "дом", "старый дом"),
        ("Вчера вышла газета «Заря».", "газета", "газета «Заря»"),
        ("Он читал декларацию России и Китая.", "декларацию", "декларацию России и Китая"),
        ("Он встретил отца и брата.", "отца", "отца"),
        ("Об этом писала только газета.", "газета", "газета"),
    ],
)
def test_a_noun_phrase_is_its_name_without_clauses(text, head, phrase):
    doc = tagger()(text)
    assert [doc[each.start : each.end].text for each in phrases(nodes(doc)) if each.head.text == head] == [phrase]


def test_an_empty_text_has_no_chains():
    assert chains(read("")) == []
