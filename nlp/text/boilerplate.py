"""Lines of a page that tell nothing: captions, share buttons, «Читайте также»."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from nlp.knowledge.reader import read_lines, resource

_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()]{0,2000}\)")
_LINK = re.compile(r"[*_]*\[[^\[\]]{1,500}\]\([^()]{0,2000}\)[*_]*")
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?")
_DEFINITION = re.compile(r"\[[^\[\]]{1,100}\]:\s*\S+.*")
_TEASER = re.compile(r"[^.!?\n]{1,100}(?:>>|→)")
_TEASES = (">>", "→")
_WORD = re.compile(r"[\w+]+(?:[.-]\w+)*")
_EDGES = ' \t\u00a0*_~`#|[]()<>«»"•·–—-…:.!'


def is_boilerplate(line: str) -> bool:
    """«Изображение», «Фото: Иван Иванов», «Поделиться ВКонтакте Telegram», an address alone on its line."""
    line = line.strip()
    if not line:
        return False
    if any(each.fullmatch(line) for each in (_IMAGE, _ADDRESS, _DEFINITION)) or _teases(line):
        return True
    plain = _folded(line)
    return plain.strip(_EDGES) in labels() or plain.lstrip(_EDGES).startswith(openings()) or _shares(plain)


def is_link(line: str) -> bool:
    """Nothing but one link, as under «Читайте также»."""
    return _LINK.fullmatch(line.strip()) is not None


def _teases(line: str) -> bool:
    return line.endswith(_TEASES) and _TEASER.fullmatch(line) is not None


def _shares(plain: str) -> bool:
    words = _WORD.finditer(plain)
    first = next(words, None)
    return first is not None and all(each[0] in share_words() for each in chain((first,), words))


def _folded(line: str) -> str:
    return " ".join(line.replace("*", "").casefold().replace("ё", "е").split())


@lru_cache(maxsize=1)
def labels() -> frozenset[str]:
    """Phrases that are boilerplate when they fill a line."""
    return frozenset(_folded(line) for line in read_lines(resource("text/boilerplate.txt")) if not line.endswith(":"))


@lru_cache(maxsize=1)
def openings() -> tuple[str, ...]:
    """Phrases, written with a colon, that make boilerplate of all that follows on their line."""
    return tuple(_folded(line) for line in read_lines(resource("text/boilerplate.txt")) if line.endswith(":"))


@lru_cache(maxsize=1)
def share_words() -> frozenset[str]:
    """The words of share buttons."""
    return frozenset(_folded(line) for line in read_lines(resource("text/share_buttons.txt")))
