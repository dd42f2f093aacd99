"""The frames that a pipeline looks for: those of the package, and an analyst's own from a folder.

«plant_opening.toml» in the folder adds a type of event; a file called as a shipped frame takes that one's place.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from nlp.errors import KnowledgeError
from nlp.events.frame_files import frames, read_frame
from nlp.events.frames import AgreementLink, Frame, Sense
from nlp.mentions.typos import Typos

PARTS = ("verbs", "nouns", "adjectives")
Entry = tuple[str, Frame, Sense]


class Inventory:
    """Frames by type, and their senses by trigger word."""

    def __init__(self, found: tuple[Frame, ...]) -> None:
        self.frames = {frame.type: frame for frame in found}
        self.by_word: dict[str, list[Entry]] = {}
        for frame in found:
            for sense in frame.sense:
                for part in PARTS:
                    for word in getattr(sense, part):
                        self.by_word.setdefault(word, []).append((part, frame, sense))
        self._typos = Typos(word for word, senses in self.by_word.items() if any(p == "nouns" for p, _, _ in senses))
        self._meant: dict[str, str] = {}

    def senses(self, word: str) -> list[Entry]:
        """The senses that a dictionary form may open, each with the part of speech it asks for."""
        return self.by_word.get(word, [])

    def meant(self, text: str) -> str:
        """The trigger noun that a misspelt word stands for, "" for none; a word is looked at once."""
        if text not in self._meant:
            if len(self._meant) > _REMEMBERED:
                self._meant.clear()
            self._meant[text] = self._typos.meant(text) or ""
        return self._meant[text]

    def same(self, event_type: str) -> tuple[str, ...]:
        """What two tellings of one event of a type must both have."""
        frame = self.frames.get(event_type)
        return frame.same if frame is not None else ()

    def links(self) -> dict[str, AgreementLink]:
        """What events tell about documents, by their type."""
        return {name: frame.agreement for name, frame in self.frames.items() if frame.agreement is not None}


_REMEMBERED = 1 << 13


@lru_cache(maxsize=1)
def shipped() -> Inventory:
    """The frames of the package alone."""
    return Inventory(frames())


def with_folder(folder: str | Path) -> Inventory:
    """The frames of the package and of a folder; raises `KnowledgeError` for a wrong file, or for none."""
    own = {path.stem: read_frame(path) for path in frame_files(folder)}
    return Inventory((*(frame for frame in frames() if frame.type not in own), *own.values()))


def frame_files(folder: str | Path) -> list[Path]:
    """The frame files of a folder by name; raises `KnowledgeError` when there is none."""
    if not Path(folder).is_dir():
        raise KnowledgeError(folder, "no such folder; expected one with frames, TYPE.toml")
    if not (found := sorted(Path(folder).glob("*.toml"))):
        raise KnowledgeError(folder, "holds no frames; expected files TYPE.toml, one type of event each")
    return found
