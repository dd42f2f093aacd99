"""The frames as they are read from `nlp/knowledge/frames`, each checked, the names of its word lists filled in."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec

from nlp.events.frame_checks import check, check_list
from nlp.events.frames import Condition, Frame, Role, Sense
from nlp.events.steps import listed
from nlp.knowledge.reader import read_toml, resource


def read_frame(path: str | Path) -> Frame:
    """One frame file, checked; raises `KnowledgeError` for a role, phase or sense that does not fit the rest."""
    frame = read_toml(path, Frame)
    check(path, frame)
    senses = tuple(_expanded(path, frame, sense) for sense in frame.sense)
    return msgspec.structs.replace(frame, sense=senses, roles=_spelt_out(path, frame, frame.roles))


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """Every frame of the package, by file name."""
    return tuple(read_frame(path) for path in sorted(resource("frames").glob("*.toml")))


@lru_cache(maxsize=1)
def shared_lists() -> dict[str, tuple[str, ...]]:
    """Words that frames of several types name: "orders" are «указ», «приказ» and their like."""
    return read_toml(resource("grammar/lists.toml"), dict[str, tuple[str, ...]])


def _expanded(path: str | Path, frame: Frame, sense: Sense) -> Sense:
    """The sense with the words of each list in the place of its name."""
    needs, refuses = (tuple(_filled(path, frame, each) for each in part) for part in (sense.needs, sense.refuses))
    return msgspec.structs.replace(sense, needs=needs, refuses=refuses, roles=_spelt_out(path, frame, sense.roles))


def _spelt_out(path: str | Path, frame: Frame, roles: dict[str, Role]) -> dict[str, Role]:
    """The roles with the words of each list in their slots: "Ins[@orders]/genitive"."""
    return {
        name: msgspec.structs.replace(role, slots=tuple(_words_of(path, frame, slot) for slot in role.slots))
        for name, role in roles.items()
    }


def _words_of(path: str | Path, frame: Frame, slot: str) -> str:
    for name in listed(slot):
        slot = slot.replace(f"@{name}]", f"{'|'.join(_list(path, frame, name))}]")
    return slot


def _list(path: str | Path, frame: Frame, name: str) -> tuple[str, ...]:
    """A list of the frame, else one that all frames share."""
    known = frame.lists | {each: words for each, words in shared_lists().items() if each not in frame.lists}
    check_list(path, name, known)
    return known[name]


def _filled(path: str | Path, frame: Frame, condition: Condition) -> Condition:
    words: list[str] = []
    for lemma in condition.lemmas:
        words += _list(path, frame, lemma[1:]) if lemma.startswith("@") else (lemma,)
    return msgspec.structs.replace(condition, lemmas=tuple(words))
