"""Questions to an annotated archive."""

import shutil

import duckdb
import pytest

import nlp
from nlp import schema
from nlp.archive.blocks import Rows
from nlp.archive.columns import SCHEMAS
from nlp.archive.database import build, queries
from nlp.archive.job import Job, Manifest, keep
from nlp.archive.shards import Shards
from nlp.archive.source import Document
from nlp.archive.store import Folder, Remote
from nlp.errors import ArchiveError
from tests.output.sample import RECORD

OTHER = schema.Record(id="other", source="повтор.md", title=None, published="2025-07-01", language="ru", text="Орлова")


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """An archive with the sample record twice, under two names, and an empty one."""
    store = Folder(tmp_path_factory.mktemp("архив второй") / "out")
    shards, rows = Shards(store), Rows()
    shards.prepare()
    for number, source in enumerate(("паромы.md", "повтор.md")):
        record = schema.Record.from_json(RECORD.to_json().replace("паромы.md", source).replace(RECORD.id, f"r{number}"))
        document = Document(text=record.text, source=source, media="text/plain", size=1, sha256="ab")
        rows.add(f"{number:032}", document, record)
        rows.close(f"{number:032}")
    shards.write([rows.block()])
    build(store)
    keep(store, Manifest(Job(inputs=("in",))))
    return store.root


@pytest.fixture
def archive(out):
    with nlp.open_archive(out) as opened:
        yield opened


def test_every_table_is_there(archive):
    assert [archive.table(name).columns for name in archive.tables] == [schema.names for schema in SCHEMAS.values()]


def test_a_table_is_a_frame(archive):
    frame = archive.frame("people")
    assert sorted(frame["name"]) == ["Анна Орлова", "Анна Орлова", "Илья Дрозд", "Илья Дрозд"]
    assert "person/орлова анна" in set(frame["key"])


def test_sql_is_answered(archive):
    assert archive.sql("SELECT count(*) FROM documents").fetchall() == [(2,)]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        pytest.param("SELECT nam FROM people", 'SQL: .*"nam"', id="a column that is not there"),
        pytest.param("SELEC 1", "SQL: .*syntax error", id="no SQL"),
        pytest.param("CREATE TABLE a (b INT)", "SQL: .*read-only", id="writes"),
    ],
)
def test_what_is_wrong_with_a_question_is_told(archive, query, told):
    with pytest.raises(ArchiveError, match=told):
        archive.sql(query).fetchall()


def test_a_table_that_is_not_there_is_told(archive):
    with pytest.raises(ArchiveError, match=r"no table 'persons' in an archive; it has documents, .*who_met_whom"):
        archive.table("persons")


def test_the_ready_queries():
    assert list(queries()) == ["agreements_by_party", "distinct_events", "occupations_over_time", "who_met_whom"]


def test_events_that_two_documents_tell_are_one(archive):
    told = archive.sql("SELECT type, documents FROM distinct_events WHERE date IS NOT NULL ORDER BY type").fetchall()
    assert told == [("agreement", 2), ("meeting", 2), ("visit", 2)]


def test_events_told_again_in_one_document_are_one(archive):
    rows = archive.sql("SELECT DISTINCT record, event FROM events WHERE same_as IS NOT NULL").fetchall()
    assert len(rows) == 2
    assert archive.sql("SELECT sum(documents) FROM distinct_events").fetchall() == [(6,)]


def test_who_met_whom(archive):
    rows = archive.sql("SELECT one, other, documents, first FROM who_met_whom").fetchall()
    assert rows == [("Илья Дрозд", "Анна Орлова", 2, "2025-06-16")]


def test_agreements_by_party(archive):
    rows = archive.sql("SELECT DISTINCT party, kind, date FROM agreements_by_party ORDER BY party").fetchall()
    assert [row[0] for row in rows] == ["АО «Волжские верфи»", "Министерство транспорта Республики Татарстан"]
    assert {row[1] for row in rows} == {"memorandum"}


def test_occupations_over_time(archive):
    rows = archive.sql("SELECT person, title, documents FROM occupations_over_time ORDER BY person").fetchall()
    assert rows == [("Анна Орлова", "министр транспорта", 2), ("Илья Дрозд", "глава", 2)]


@pytest.mark.parametrize("name", ["moved", "and a blank", "a, comma", "it's"])
def test_an_archive_can_be_moved(out, tmp_path, name):
    shutil.copytree(out, tmp_path / name)
    with nlp.open_archive(tmp_path / name) as moved:
        assert len(moved.frame("people")) == 4
        assert len(moved.frame("who_met_whom")) == 1


def test_the_database_works_by_hand_inside_its_folder(out, monkeypatch):
    monkeypatch.chdir(out)
    with duckdb.connect("letopis.duckdb", read_only=True) as connection:
        assert connection.sql("SELECT count(*) FROM people").fetchall() == [(4,)]


def test_an_archive_behind_a_file_system(out):
    from nlp.archive.opened import open_archive

    with open_archive(out.as_uri()) as archive:
        assert archive.sql("SELECT count(*) FROM people").fetchall() == [(4,)]
        assert len(archive.frame("who_met_whom")) == 1


def test_a_folder_that_is_no_archive_is_told(tmp_path):
    with pytest.raises(ArchiveError, match=r"no letopis.duckdb here; letopis annotate makes one"):
        nlp.open_archive(tmp_path)


def test_a_broken_manifest_is_told(out, tmp_path):
    shutil.copytree(out, tmp_path / "broken")
    (tmp_path / "broken" / "manifest.json").write_text("{}")
    with pytest.raises(ArchiveError, match=r"manifest.json: no manifest of letopis"):
        nlp.open_archive(tmp_path / "broken")


def test_a_remote_store_is_read(out):
    assert Remote(out.as_uri()).names("people") == Folder(out).names("people")
