"""What patterns match against: the words, the list items found among them, and the mentions proposed so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from nlp.mentions.gazetteer import Hit
from nlp.mentions.view import View

NO_NAME = "no-name"
HELD = ("post", "occupation")
"""Classes of items that one person holds: «генерал» after «министерства обороны» is no part of its name."""


class Board:
    """Items and mentions by the word they start at and by the word they end before."""

    __slots__ = ("blocked", "ending", "holders", "kinds", "starting", "view")

    def __init__(self, view: View) -> None:
        self.view = view
        self.starting: dict[tuple[str, int], list[int]] = defaultdict(list)
        self.ending: dict[tuple[str, int], list[int]] = defaultdict(list)
        self.kinds: dict[str, list[int]] = defaultdict(list)
        self.blocked: set[int] = set()
        self.holders: set[int] = set()
        for place, (lemma, text) in enumerate(zip(view.lemmas, view.folded, strict=True)):
            for form in (lemma,) if lemma == text else (lemma, text):
                self.kinds[f"={form}"].append(place)

    def items(self, hits: Iterable[Hit]) -> None:
        """List items, under their class and every class above it: «organisation.bare», «organisation»."""
        found = list(hits)
        barred = {place for hit in found if hit.entry.kind == NO_NAME for place in range(hit.start, hit.end)}
        for hit in found:
            if barred.isdisjoint(range(hit.start, hit.end)) and not self._is_many(hit):
                self._post_item(hit)

    def _post_item(self, hit: Hit) -> None:
        for kind in _lineage(hit.entry.kind):
            self._post(f"@{kind}", hit.start, hit.end)
        if hit.entry.kind.startswith(HELD) and self.view.features[hit.start].number == "sing":
            self.holders.update(range(hit.start, hit.end))

    def _is_many(self, hit: Hit) -> bool:
        """«министерств и ведомств»: bodies in general, none in particular."""
        is_body = hit.entry.kind.startswith("organisation") and hit.end - hit.start == 1
        plural = self.view.features[hit.start].number == "plur"
        return is_body and plural and not self.view.capital(hit.start)

    def mention(self, label: str, start: int, end: int) -> None:
        """A proposed mention; the words of a person can be matched by <PERSON> only."""
        self._post(f"<{label}>", start, end)
        if label == "PERSON":
            self.blocked.update(range(start, end))

    def places(self, kind: str) -> list[int]:
        """Where something of a class or label starts: «@post», «<COUNTRY>»; for «=слово», where that word stands."""
        return self.kinds.get(kind, [])

    def _post(self, kind: str, start: int, end: int) -> None:
        ends, starts = self.starting[kind, start], self.ending[kind, end]
        if not ends:
            self.kinds[kind].append(start)
        if end not in ends:
            ends.append(end)
            ends.sort(reverse=True)
            starts.append(start)
            starts.sort()


def _lineage(kind: str) -> list[str]:
    parts = kind.split(".")
    return [".".join(parts[: n + 1]) for n in range(len(parts))]
