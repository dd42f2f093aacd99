"""A post by its whole name, of one person and without the words for acting."""

import pytest

from nlp.entities.titles import one_post

POSTS = {
    "мэр": ("мэр", None),
    "врио спецпредставитель": ("спецпредставитель", "acting"),
    "исполняющий обязанности генерального директора": ("генеральный директор", "acting"),
    "Временно исполняющий обязанности главы района": ("глава района", "acting"),
    "и. о. ректора": ("ректор", "acting"),
    "первые заместители председателя": ("первый заместитель председателя", None),
    "вице-президенты": ("вице-президент", None),
    "временный поверенный в делах": ("временный поверенный в делах", None),
}


@pytest.mark.parametrize(("name", "expected"), POSTS.items())
def test_one_post(name, expected):
    assert one_post(name) == expected
