"""Pairs of an event and who, when or where, against relations."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.errors import InputError
from nlp.evaluation.nerel_events import Triple, agreeing, evaluate, read
from nlp.evaluation.scores import Score, Share

TEXT = "Анна Орлова посетила Казань 3 мая 2020 года. Дождь залил Тверь."
ANN = """T1\tPERSON 0 11\tАнна Орлова
T2\tEVENT 12 20\tпосетила
T3\tCITY 21 27\tКазань
T4\tDATE 28 43\t3 мая 2020 года
T5\tEVENT 45 50\tДождь
T6\tCITY 57 62\tТверь
R1\tPARTICIPANT_IN Arg1:T1 Arg2:T2
R2\tTAKES_PLACE_IN Arg1:T2 Arg2:T3
R3\tPOINT_IN_TIME Arg1:T2 Arg2:T4
R4\tTAKES_PLACE_IN Arg1:T5 Arg2:T6
R5\tWORKS_AS Arg1:T1 Arg2:T3
"""


def corpus(folder: Path, ann: str = ANN) -> Path:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.ann").write_text(ann, encoding="utf-8")
    return folder


def test_relations_of_events_are_read(tmp_path: Path) -> None:
    folder = corpus(tmp_path)
    assert read(folder / "a.txt", folder).answer == (
        Triple("participant", (12, 20), (0, 11)),
        Triple("place", (12, 20), (21, 27)),
        Triple("date", (12, 20), (28, 43)),
        Triple("place", (45, 50), (57, 62)),
    )


def test_the_pipeline_is_scored(tmp_path: Path, pipeline) -> None:
    """A city visited is a host, and so takes part; the rain is no event of a record."""
    report = evaluate(corpus(tmp_path), tmp_path / "out", pipeline)
    assert report.tables["triples"] == {
        "date": Score(1, 1, 1),
        "participant": Score(1, 2, 1),
        "place": Score(0, 0, 2),
        "all": Score(2, 3, 4),
    }
    assert report.shares == {"events met": Share(1, 2)}
    assert (
        (tmp_path / "out" / "a.triples").read_text(encoding="utf-8").splitlines()[0].startswith("participant\tпосетила")
    )


def test_a_pair_agrees_once() -> None:
    gold = [Triple("date", (0, 5), (9, 12)), Triple("date", (0, 5), (10, 14))]
    assert agreeing(gold, [Triple("date", (0, 5), (9, 14))]) == gold[:1]
    assert agreeing(gold, [Triple("place", (0, 5), (9, 14)), Triple("date", (5, 8), (9, 14))]) == []


@pytest.mark.parametrize("line", ["R6\tAGENT Arg1:T1", "R6\tAGENT Arg1:T1 Arg2:T99"])
def test_a_broken_relation_is_told(tmp_path: Path, line: str) -> None:
    folder = corpus(tmp_path, ANN + line + "\n")
    with pytest.raises(InputError, match="is no relation") as raised:
        read(folder / "a.txt", folder)
    assert raised.value.line == 12
