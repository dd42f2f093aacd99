"""Family names that come first: «Сюн Цицзюнь», «Ким Чен Ын», «Нгуен Фу Чонг»."""

from __future__ import annotations

from functools import lru_cache

from nlp.mentions.keys import word_keys
from nlp.morphology.person.families import families

LENGTHS = {"korean": 3, "chinese": 2}
"""Words of a full name, as the Russian press mostly writes it."""
_ENDINGS = ("ом", "а", "у", "е")


@lru_cache(maxsize=1 << 12)
def opens(word: str, length: int) -> bool:
    """Whether a name of so many words may begin with this one: «Ким», «Кима» of three, «Сюн» of two.

    Only Koreans' family names take endings before a given name, and Chinese ones must be nothing else besides.
    """
    rows = [row for form in undeclined(word) for row in families().get(form, ())]
    return any(
        LENGTHS.get(row.tradition) == length
        and (row.tradition == "korean" or (row.distinct == "yes" and row.surname == word))
        for row in rows
    )


def undeclined(word: str) -> set[str]:
    """What a man's name may be without its ending, itself among it: «Ламу» → Лам, Ламу."""
    stems = (word.removesuffix(ending) for ending in _ENDINGS)
    return {word, *stems, *(key.capitalize() for key in word_keys(word))}
