"""Names of files and members: readable whatever their bytes are, refused when they lead out of their archive."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

from nlp.archive.source import INSIDE
from nlp.text.code_pages import rank
from nlp.text.printable import printable

_DRIVE = re.compile(r"[A-Za-z]:")


def is_excluded(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether a pattern fits the whole path or the name at its end: «новости.zip!/2014/17.tsv», («*.tsv»,)."""
    name = path.rpartition("/")[2]
    return any(fnmatchcase(path, each) or fnmatchcase(name, each) for each in patterns)


def inner(outer: str, name: str) -> str:
    """«новости.zip», «2014/17.html» → «новости.zip!/2014/17.html»."""
    return f"{outer}{INSIDE}{name}"


def readable(name: bytes) -> str:
    """A name in UTF-8, or in the code page of DOS or Windows that gives Russian words."""
    try:
        return printable(name.decode("utf-8"))
    except UnicodeDecodeError:
        page = rank(name, ("cp866", "cp1251", "koi8-r"))[0].page
        return printable(name.decode(page, "backslashreplace"))


def is_unsafe(name: str) -> bool:
    r"""Whether a member's name leads out of its archive: «../x», «/etc/x», «C:\x»."""
    steps = name.replace("\\", "/").split("/")
    return not steps[0] or _DRIVE.match(steps[0]) is not None or ".." in steps
