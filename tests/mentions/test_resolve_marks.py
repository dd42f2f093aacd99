"""The parser of the tables is strict and the inverse of `show`."""

import pytest

from tests.mentions.marked_names import MarkError, parse, show


@pytest.mark.parametrize("line", ["[а", "а]", "[]", "[а]]", "[[а]"])
def test_broken_marks_are_refused(line):
    with pytest.raises(MarkError):
        parse(line)


@pytest.mark.parametrize("line", ["[Минск] растёт.", "Ушёл [[мэр] Минска].", "[а][б]", "нет имён"])
def test_show_is_the_inverse(line):
    marked = parse(line)
    assert show(marked.text, marked.extents) == line
