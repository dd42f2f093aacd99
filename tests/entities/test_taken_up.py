"""Common nouns that mean the one organisation of their kind that was named before."""

import pytest

from nlp.entities.taken_up import taken_up
from tests.entities.marked import read

TEXTS = {
    "Банк [«Восход»](ORGANIZATION) опубликовал отчёт. Банк увеличил капитал.": ["Банк"],
    "[Сбербанк](ORGANIZATION) опубликовал отчёт. Акции банка подорожали.": ["банка"],
    "[Сбербанк](ORGANIZATION) и [ВТБ](ORGANIZATION) опубликовали отчёты. Банк увеличил капитал.": [],
    "Компания [«Ромашка»](ORGANIZATION) ответила. Любая компания платит налоги. Новая компания ушла.": [],
    "Компания [«Ромашка»](ORGANIZATION) ответила. Этой компании нет равных.": ["компании"],
    "[ООО «Ромашка»](ORGANIZATION) купила компанию.": [],
    "[ООО «Ромашка»](ORGANIZATION) стала компанией года.": [],
    "[Сбербанк](ORGANIZATION) растёт. Банки довольны. Банк «Юг» закрыт.": [],
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_which_nouns_are_mentions(text, expected):
    assert [span.text for span in taken_up(read(text))] == expected


def test_the_mention_is_of_the_body():
    doc = read("[Сбербанк](ORGANIZATION) опубликовал отчёт. Банк увеличил капитал.")
    assert [(span.kb_id_, span.label_) for span in taken_up(doc)] == [("o1", "ORGANIZATION")]
