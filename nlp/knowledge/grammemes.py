"""The dictionary's tags, which answer at once what they are asked again and again.

pymorphy3's own tag looks for its case among its grammemes at every question, and there are few tags and many words.
"""

from __future__ import annotations

from typing import Any

from pymorphy3.tagset import OpencorporaTag

CATEGORIES = ("POS", "animacy", "aspect", "case", "gender", "mood", "number", "person", "tense", "voice")


class Tag(OpencorporaTag):  # type: ignore[misc]
    """«NOUN,inan,masc sing,gent»; an answer is found when it is first asked, and kept: a plain string or `None`."""

    __slots__ = (*CATEGORIES, "grammemes")
    typed_grammemes = False
    __hash__ = object.__hash__
    """There is one object for each tag: no need to go through its grammemes."""

    @classmethod
    def like(cls, other: OpencorporaTag) -> Tag:
        """The same tag: its grammemes were looked up when the other was made."""
        made: Tag = cls.__new__(cls)
        for name in OpencorporaTag.__slots__:
            setattr(made, name, getattr(other, name))
        return made

    def __getattr__(self, name: str) -> Any:
        """What fills a slot: called once for each."""
        if name not in self.__slots__:
            raise AttributeError(name)
        found = vars(OpencorporaTag)[name].__get__(self, Tag)
        setattr(self, name, found)
        return found

    def __contains__(self, grammeme: str | set[str] | frozenset[str]) -> bool:
        """Whether it has the grammeme, or all of several; raises `ValueError` for one that there is not."""
        if isinstance(grammeme, str) and grammeme in self.KNOWN_GRAMMEMES:
            return grammeme in self.grammemes
        return bool(super().__contains__(grammeme))
