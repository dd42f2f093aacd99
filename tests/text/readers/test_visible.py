"""Words of a page without a tree of it."""

import pytest

from nlp.text.readers.html import depth, titled
from nlp.text.readers.visible import visible

PAGES = {
    "blocks": ("<div><p>Да.</p>Нет.</div>", "Да.\n\nНет."),
    "inline": ("<p>Министр <b>свя</b>зи\n прибыл</p>", "Министр связи прибыл"),
    "entities": ("<p>&laquo;Связь&raquo; &#1080; 5 &lt; 7</p>", "«Связь» и 5 < 7"),
    "script": ("<p>Да.<script>if (a < b) { '<p>нет' }</script></p><style>p { }</style>", "Да."),
    "head": ("<html><head><title>Т</title></head><body>Да.</body>", "Да."),
    "open head": ("<html><head><title>Т</title><body>Да.", "Да."),
    "no body": ("<html><head><title>Т</title><p>Да.", "Да."),
    "comment": ("<p>Да<!-- <p>нет</p> -->.</p>", "Да."),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("page", "text"), PAGES.values(), ids=PAGES)
def test_visible(page, text):
    assert visible(page) == text


@pytest.mark.parametrize(
    ("page", "deepest"),
    [
        ("<div><div></div></div><div></div>", 2),
        ("<p>a<p>b<br><img src=a><div/>", 0),
        ("</div></div><div>", 1),
        ("<" * 1000 + "a" * 1000, 0),
    ],
)
def test_depth(page, deepest):
    assert depth(page) == deepest


@pytest.mark.parametrize(
    ("text", "title", "whole"),
    [
        ("Текст.", "Форум", "Форум\n\nТекст."),
        ("Форум\nТекст.", " Форум ", "Форум\nТекст."),
        ("Текст.", None, "Текст."),
        ("Текст.", " ", "Текст."),
    ],
)
def test_a_title_stands_once_above_its_text(text, title, whole):
    assert titled(text, title) == whole
