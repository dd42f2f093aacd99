"""Where long texts are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.windows import windows


def parts(text, most):
    return [text[start:end] for start, end in windows(text, most)]


@given(text=st.text(alphabet="ая .!\n\r\u2028", max_size=200), most=st.integers(2, 40))
def test_windows_make_up_the_text(text, most):
    found = parts(text, most)
    assert "".join(found) == text
    assert all(0 < len(part) <= most for part in found) or not text


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        pytest.param("один два.\nтри четыре\n\nпять. шесть\nсемь восемь", "пять. шесть\nсемь восемь", id="paragraph"),
        pytest.param("один два три четыре\nпять. шесть семь", "пять. шесть семь", id="line"),
        pytest.param("один два три «Да!» пять шесть семь", "пять шесть семь", id="sentence"),
        pytest.param("один два три четыре пять шестеро", "шестеро", id="word"),
        pytest.param("а" * 40, "а" * 10, id="nowhere"),
    ],
)
def test_they_end_at_the_best_place_of_their_second_half(text, cut):
    assert parts(text, 30)[-1] == cut


def test_a_short_text_is_one_window():
    assert list(windows("Орлова", 6)) == [(0, 6)]
    assert list(windows("", 6)) == [(0, 0)]
