"""Tables of sentences: the mentions of a table's labels, no more and no fewer."""

from pathlib import Path

import pytest

from tests.mentions.marked_names import parse, read, show

TABLES = Path(__file__).parent / "tables"
SEVERAL = {
    "PLACES": {"STATE_OR_PROVINCE", "DISTRICT", "LOCATION", "FACILITY"},
    "PEOPLES": {"NATIONALITY", "LANGUAGE"},
    "TITLES": {"WORK_OF_ART", "AWARD"},
}
CASES = [
    pytest.param(path.stem, line, id=f"{path.stem} {line[:50]}")
    for path in sorted(TABLES.glob("*.txt"))
    for line in read(path)
]


@pytest.mark.parametrize(("table", "line"), CASES)
def test_table(mentions, table, line):
    labels = SEVERAL.get(table, {table})
    doc = mentions(parse(line).text)
    spans = [span for span in doc.spans["mentions"] if span.label_ in labels]
    assert show(doc.text, frozenset((span.start_char, span.end_char) for span in spans)) == line


def test_there_are_enough_of_them():
    assert len(CASES) >= 200
    assert sum("[" not in case.values[1] for case in CASES) >= 50
