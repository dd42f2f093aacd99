"""Rows of forms are kept while they are met, and computed again when they were forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from nlp.mentions.spans import known
from nlp.mentions.spans.known import Known


class _Told(NamedTuple):
    lengths: NDArray[np.float32]


class _Reader:
    """A form brings its length; what was asked is remembered."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def read(self, forms: Sequence[str], vectors: NDArray[Any]) -> _Told:
        self.asked += dict.fromkeys(forms)
        return _Told(np.array([[len(form)] * 2 for form in forms], dtype=np.float32))


def _session(lengths: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    return [lengths]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Known:
    """Room for six forms."""
    monkeypatch.setattr(known, "ROOM", 4)
    monkeypatch.setattr(known, "BUDGET", 2)
    return Known(_Reader(), _session)  # type: ignore[arg-type]


def _asked(kept: Known, *forms: str) -> list[str]:
    """What had to be computed for these forms, whose rows must be right."""
    reader: Any = kept.reader
    reader.asked.clear()
    rows = kept(forms, np.zeros((len(forms), 1), dtype=np.float32))
    assert rows.tolist() == [[len(form)] * 2 for form in forms]
    return list(reader.asked)


def test_a_form_is_computed_once(kept: Known) -> None:
    assert _asked(kept, "мост", "река", "мост") == ["мост", "река"]
    assert _asked(kept, "река", "дом") == ["дом"]


def test_what_was_unmet_for_longest_is_forgotten(kept: Known) -> None:
    _asked(kept, "а", "бе")
    _asked(kept, "вег", "где", "даже", "ещё")
    assert _asked(kept, "а") == []
    assert _asked(kept, "жизнь", "заря") == ["жизнь", "заря"]
    assert len(kept.places) == len(kept.rows) == 6
    assert _asked(kept, "а", "бе") == ["бе"]
    assert _asked(kept, "вег") == ["вег"]
