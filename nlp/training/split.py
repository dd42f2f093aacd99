"""Which documents are kept from the training, to measure on: by a hash of their names, near-duplicates together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256

from nlp.errors import TrainingError
from nlp.training.annotation import Annotated
from nlp.training.shingles import groups


def split(documents: Sequence[Annotated], share: float, seed: int) -> tuple[list[int], list[int]]:
    """Places of the documents to learn from, and of those held out: about `share` of all, at least one unless it is 0.

    Raises `TrainingError` when all documents tell one story.
    """
    stories: dict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(groups([each.text for each in documents])):
        stories[group].append(place)
    if share and len(stories) < 2:
        raise TrainingError(
            f"{len(documents)} documents are not enough, or too alike, to hold one out: "
            "give more, or train without a measurement with --held 0"
        )
    drawn = sorted(stories.values(), key=lambda story: min(_hash(documents[place].name, seed) for place in story))
    held = _fitting(drawn, round(share * len(documents)) or 1) if share else []
    return sorted(set(range(len(documents))) - {*held}), sorted(held)


def _fitting(drawn: Sequence[list[int]], wanted: int) -> list[int]:
    """Stories in their order as long as they fit; the smallest when none does."""
    held: list[int] = []
    for story in drawn:
        if len(held) + len(story) <= wanted:
            held += story
    return held or min(drawn, key=len)


def _hash(name: str, seed: int) -> bytes:
    return sha256(f"{seed} {name}".encode("utf-8", "surrogatepass")).digest()
