"""Every frame reads the sentences of its table as a linguist does: one id a line."""

from pathlib import Path

import pytest

from nlp.events.frame_files import frames
from nlp.knowledge.reader import resource
from nlp.pipeline import records
from nlp.text.sources import SourceText
from tests.tables import assert_agrees, cases

TABLES = Path(__file__).parent
FRAMES = sorted(path.stem for path in resource("frames").glob("*.toml"))
LINES = [
    pytest.param(frame, *case.values, id=f"{frame}-{case.id}")
    for frame in FRAMES
    for case in cases(TABLES / f"{frame}.txt")
]


@pytest.mark.parametrize(("frame", "sentence"), LINES)
def test_sentence(frame, sentence, pipeline):
    [record] = records(pipeline, [SourceText(text=sentence.text, id=None, published=None, source=None, title=None)])
    assert_agrees(sentence, record, frame)


def test_every_frame_is_the_file_of_its_type():
    assert sorted(frame.type for frame in frames()) == FRAMES


@pytest.mark.parametrize("frame", FRAMES)
def test_a_table_holds_hits_and_near_misses(frame):
    marks = [bool(case.values[0].marks) for case in cases(TABLES / f"{frame}.txt")]
    assert marks.count(True) >= 5
    assert marks.count(False) >= 3
