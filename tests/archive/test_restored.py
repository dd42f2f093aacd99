"""An archive gives its records back, and so does what `letopis extract` wrote."""

import msgspec
import pyarrow as pa
import pytest

from nlp import schema
from nlp.archive.blocks import Rows
from nlp.archive.finished import finished
from nlp.archive.job import MANIFEST
from nlp.archive.restored import records
from nlp.archive.shards import Shards
from nlp.archive.source import Document
from nlp.archive.store import open_store
from nlp.errors import InputError
from tests.archive.archives import asked, run, texts
from tests.output.sample import EMPTY, RECORD


def archived(folder, *found):
    """A shard of these records."""
    rows = Rows()
    for number, record in enumerate(found):
        told = {"media": "text/plain", "size": 1, "sha256": "0"}
        rows.add(f"{number:032}", Document(text=record.text, source=record.source, **told), record)
        rows.close(f"{number:032}")
    store = open_store(folder)
    shards = Shards(store)
    shards.prepare()
    shards.write([rows.block()])
    return store


def test_every_part_comes_back(tmp_path):
    other = msgspec.structs.replace(EMPTY, id="другой", source="б.txt", text="Идёт дождь.")
    full, plain = records(archived(tmp_path, RECORD, other))
    place = schema.EventPlace("l1", "m6")  # the sample names the place of one event by its mention alone
    events = [msgspec.structs.replace(each, place=place) if each.id == "e3" else each for each in RECORD.events]
    outside = [each for each in full.events if each.id != "e3"]
    assert outside == [each for each in events if each.id != "e3"]
    assert msgspec.structs.replace(full, events=()) == msgspec.structs.replace(RECORD, events=())
    assert plain == other


def test_records_of_all_shards_come_one_by_one(tmp_path, quick_disk):
    run(asked(texts(tmp_path / "in")), tmp_path / "out")
    found = finished(str(tmp_path / "out"))
    assert (tmp_path / "out" / MANIFEST).exists()
    assert sorted(record.people[0].name for record in found)[:3] == ["Волк", "Гусь", "Дрозд"]


def test_a_shard_is_read_when_its_records_are_asked_for(tmp_path):
    store = archived(tmp_path, RECORD)
    (tmp_path / "done" / "zz.parquet").write_bytes(b"")
    (tmp_path / "documents" / "zz.parquet").write_bytes(b"broken")
    found = records(store)
    assert next(found).id == RECORD.id
    with pytest.raises(pa.ArrowInvalid):
        next(found)


def test_json_lines_of_records_are_known_by_their_first_line(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(f"{RECORD.to_json()}\n\n{{}}\n{EMPTY.to_json()}\n", encoding="utf-8")
    one, broken, two = finished(str(path))
    assert (one, two) == (RECORD, EMPTY)
    assert isinstance(broken, InputError)
    assert broken.line == 3


@pytest.mark.parametrize("whole", [True, False], ids=["array", "object"])
def test_json_of_records(tmp_path, whole):
    path = tmp_path / "a.json"
    path.write_text(f"[\n{RECORD.to_json()}]" if whole else RECORD.to_json(), encoding="utf-8")
    assert list(finished(str(path))) == [RECORD]


@pytest.mark.parametrize(("name", "text"), [("a.jsonl", '{"text": "Да."}\n'), ("a.txt", "Да."), ("b.json", "[]")])
def test_texts_are_no_records(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert finished(str(tmp_path / name)) is None
    assert finished(str(tmp_path)) is None
