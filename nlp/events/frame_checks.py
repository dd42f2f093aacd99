"""What a frame file may say beyond its form: names that fit each other, slots that exist.

A sense that requires a role the frame lacks, «на+Abl», a phase that is none: each is told with the line it stands on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from nlp.errors import KnowledgeError
from nlp.events.frames import Frame, Sense
from nlp.events.steps import steps

CIRCUMSTANCES = ("date", "place")
"""What may be required beside roles."""
_CASES = "Nom|Gen|Dat|Acc|Ins|Loc"
_NAMES = ("subject", "object", "agent", "genitive", "adjective", "apposition", "noun", "clause", "head")
_STEP = re.compile(rf"{'|'.join(_NAMES)}|{_CASES}|[а-я][а-я -]*\+({_CASES})")


def check(path: str | Path, frame: Frame) -> None:
    """Raises `KnowledgeError` for the first thing that does not fit the rest of the file."""
    if frame.type != Path(path).stem:
        _refuse(path, frame.type, f"the type is {frame.type}; expected {Path(path).stem}, as the file is called")
    names = [sense.name for sense in frame.sense]
    if len(set(names)) != len(names):
        twice = next(name for name in names if names.count(name) > 1)
        _refuse(path, twice, f"two senses share a name; the names are {', '.join(names)}")
    for name in frame.same:
        _check_role(path, "same: ", name, (*frame.roles, *CIRCUMSTANCES))
    for name in frame.loose:
        _check_role(path, "loose: ", name, tuple(frame.roles))
    for sense in frame.sense:
        _check_sense(path, frame, sense)
    for word in _repeated(msgspec.to_builtins(frame)):
        raise KnowledgeError(path, f"{word} stands twice in one list", _line_with_two(path, word))


def _repeated(part: Any) -> Iterator[str]:
    """The strings that a list of the file holds more than once."""
    if isinstance(part, dict):
        yield from (word for value in part.values() for word in _repeated(value))
    elif isinstance(part, list | tuple):
        strings = [each for each in part if isinstance(each, str)]
        yield from (each for place, each in enumerate(strings) if each in strings[:place])
        yield from (word for value in part for word in _repeated(value))


def _line_with_two(path: str | Path, word: str) -> int | None:
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.count(f'"{word}"') > 1), None)


def _check_sense(path: str | Path, frame: Frame, sense: Sense) -> None:
    where = f"sense {sense.name}: "
    if not (sense.verbs or sense.nouns or sense.adjectives):
        _refuse(path, sense.name, f"{where}no trigger words; expected verbs, nouns or adjectives")
    if sense.phase is not None and sense.phase not in frame.phases:
        allowed = ", ".join(frame.phases) or "none"
        _refuse(path, sense.phase, f"{where}unknown phase {sense.phase}; allowed: {allowed}")
    for name in (*sense.roles, *(role.of for role in (*sense.roles.values(), *frame.roles.values()) if role.of)):
        _check_role(path, where, name, tuple(frame.roles))
    for name in (part for group in sense.required for part in group.split("|")):
        _check_role(path, where, name, (*frame.roles, *CIRCUMSTANCES))
    for slot in _slots(frame, sense):
        way = steps(slot)
        if not way or not all(_STEP.fullmatch(step.slot) for step in way):
            allowed = ", ".join((*_NAMES, "a case", "preposition+case"))
            _refuse(path, slot, f"{where}unknown slot {slot}; allowed: {allowed}, joined by «/», words in «[]»")


def check_list(path: str | Path, name: str, known: Collection[str]) -> None:
    """Raises `KnowledgeError` for «@documents» when there is no such list."""
    if name not in known:
        _refuse(path, f"@{name}", f"unknown list @{name}; allowed: {', '.join(known) or 'none'}")


def _check_role(path: str | Path, where: str, name: str, allowed: tuple[str, ...]) -> None:
    if name not in allowed:
        _refuse(path, name, f"{where}unknown role {name}; allowed: {', '.join(allowed)}")


def _slots(frame: Frame, sense: Sense) -> list[str]:
    """Every slot that a sense names, with those of the frame's roles."""
    roles = [slot for role in (*frame.roles.values(), *sense.roles.values()) for slot in role.slots]
    return roles + [slot for condition in (*sense.needs, *sense.refuses) for slot in condition.slots]


def _refuse(path: str | Path, word: str, reason: str) -> NoReturn:
    """With the line on which the word stands last, which is where a repeated name is wrong."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    whole = re.compile(rf"(?<![\w+/-]){re.escape(word)}(?![\w+/-])")
    found = [number for number, line in enumerate(lines, 1) if whole.search(line.partition("#")[0])]
    raise KnowledgeError(path, reason, found[-1] if found else None)
