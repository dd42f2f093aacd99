"""The command: what it reads, where it writes, what it says when something is wrong.

Most tests run it on a pipeline without a model, which gives every text a record with its first word as a mention.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from typer.testing import CliRunner

import nlp.pipeline
from nlp import document, schema
from nlp.cli import app
from nlp.tables.frames import columns
from tests.archive import samples

TEXT = "Орлова посетила Казань."


@Language.component("first_word")
def first_word(doc):
    doc.spans[document.MENTIONS] = (
        [spacy.tokens.Span(doc, 0, 1, label="PERSON", span_id="test/first")] if len(doc) else []
    )
    doc.spans[document.DROPPED] = [spacy.tokens.Span(doc, 0, 1, label="CITY", span_id="test/city")] if len(doc) else []
    doc._.reasons = ("shorter than m1",) * len(doc.spans[document.DROPPED])
    return doc


def small_pipeline():
    pipeline = spacy.blank("ru")
    pipeline.add_pipe("first_word")
    pipeline.add_pipe("letopis_record")
    return pipeline


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run the command in a folder of its own; returns what click's runner returns."""
    pipeline = small_pipeline()
    monkeypatch.setattr(nlp.pipeline, "load", lambda **_: pipeline)
    monkeypatch.chdir(tmp_path)

    def run(*arguments, stdin=None):
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


def file(name, text=TEXT):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def records(output):
    return [schema.Record.from_json(line) for line in output.splitlines()]


# What is read


def test_a_file(run):
    result = run("extract", file("a.txt"))
    (record,) = records(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert (record.source, record.text, record.mentions[0].text) == ("a.txt", TEXT, "Орлова")


def test_standard_input(run):
    (record,) = records(run("extract", "-", stdin=TEXT).stdout)
    assert record.text == TEXT


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "utf-16"])
def test_an_encoding_that_is_said(run, encoding):
    result = run("extract", file("a.txt", TEXT.encode(encoding)), "--encoding", encoding)
    assert [record.text for record in records(result.stdout)] == [TEXT]


@pytest.mark.parametrize("encoding", ["рус-8", "base64", "latin-1", ""])
def test_an_encoding_that_is_none_of_russian(run, encoding):
    result = run("extract", file("a.txt"), "--encoding", encoding)
    assert result.exit_code == 2
    assert "cp1251" in " ".join(result.stderr.split())


def test_files_and_folders_in_order(run):
    for name in ("б.md", "news/2.txt", "news/1.txt", "news/deep/3.md"):
        file(name)
    found = records(run("extract", "news", "б.md").stdout)
    assert [record.source for record in found] == ["news/1.txt", "news/2.txt", "news/deep/3.md", "б.md"]


HELD = {"in/a.html": samples.html()}
LINES = [
    {"text": "Раз.", "id": "n1", "published": "2020-02", "title": "Т", "source": "сайт"},
    {"text": "Два."},
]


def test_jsonl_lines_are_documents(run):
    path = file("two.jsonl", "\n".join(json.dumps(line) for line in LINES))
    first, second = records(run("extract", path).stdout)
    assert (first.id, first.published, first.title, first.source) == ("n1", "2020-02", "Т", "сайт")
    assert (second.text, second.published) == ("Два.", None)


def test_published_is_for_documents_without_a_date(run):
    path = file("two.jsonl", "\n".join(json.dumps(line) for line in LINES))
    result = run("extract", path, "--published", "2025-06-17")
    assert [record.published for record in records(result.stdout)] == ["2020-02", "2025-06-17"]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.html", samples.html),
        ("a.docx", samples.docx),
        ("a.csv", samples.csv),
        ("a.zip", lambda: samples.zipped(HELD)),
    ],
)
def test_other_formats_are_read(run, name, make):
    Path(name).write_bytes(make())
    first = records(run("extract", name).stdout)[0]
    assert samples.FIRST in first.text
    assert first.published == samples.DAY
    assert first.source.startswith(name)


def test_a_file_of_one_page_gives_one_object(run):
    Path("a.html").write_bytes(samples.html())
    assert json.loads(run("extract", "a.html", "--format", "json").stdout)["title"] == samples.TITLE


# Where it goes


def test_a_pipe_gets_jsonl(run):
    assert run("extract", file("a.txt")).stdout == run("extract", "a.txt", "--format", "jsonl").stdout


def test_json_of_one_file_is_an_object(run):
    assert json.loads(run("extract", file("a.txt"), "--format", "json").stdout)["text"] == TEXT


@pytest.mark.parametrize("paths", [["a.txt", "a.txt"], ["."], ["one.jsonl"]], ids=["files", "folder", "jsonl"])
def test_json_of_what_may_be_many_is_an_array(run, paths):
    file("a.txt") if paths != ["one.jsonl"] else file("one.jsonl", json.dumps({"text": TEXT}))
    parsed = json.loads(run("extract", *paths, "--format", "json").stdout)
    assert [item["text"] for item in parsed] == [TEXT] * (2 if len(paths) == 2 else 1)


def test_csv_has_its_header(run):
    assert run("extract", file("a.txt"), "--format", "csv").stdout == ",".join(columns("events")) + "\n"


def test_text_marks_mentions(run):
    assert "[Орлова|person] посетила Казань." in run("extract", file("a.txt"), "--format", "text").stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("o.json", '{\n  "schema"'),
        ("o.jsonl", '{"schema"'),
        ("o.csv", "\ufeffrecord,source"),
        ("o.txt", "──"),
        ("O.JSONL", "{"),
    ],
)
def test_the_suffix_chooses_the_format(run, name, start):
    result = run("extract", file("a.txt"), "-o", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path(name).read_text(encoding="utf-8").startswith(start)


def test_format_goes_before_the_suffix(run):
    run("extract", file("a.txt"), "-o", "o.csv", "--format", "jsonl")
    assert records(Path("o.csv").read_text(encoding="utf-8"))[0].text == TEXT


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(run):
    file("out/o.jsonl", "old")
    run("extract", file("a.txt"), "-o", "out/o.jsonl")
    assert [path.name for path in Path("out").iterdir()] == ["o.jsonl"]
    assert len(records(Path("out/o.jsonl").read_text(encoding="utf-8"))) == 1


def test_a_run_that_breaks_leaves_the_old_file(run, monkeypatch):
    def broken(*_):
        raise KeyboardInterrupt
        yield

    file("out/o.jsonl", "old")
    monkeypatch.setattr(nlp.pipeline, "records", broken)
    assert run("extract", file("a.txt"), "-o", "out/o.jsonl").exit_code != 0
    assert [path.read_text(encoding="utf-8") for path in Path("out").iterdir()] == ["old"]


def test_a_link_is_written_through(run):
    file("real.jsonl", "old")
    Path("link.jsonl").symlink_to("real.jsonl")
    run("extract", file("a.txt"), "-o", "link.jsonl")
    assert Path("link.jsonl").is_symlink()
    assert len(records(Path("real.jsonl").read_text(encoding="utf-8"))) == 1


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device file")
def test_a_device_stays_a_device(run):
    assert run("extract", file("a.txt"), "-o", "/dev/null", "--format", "jsonl").exit_code == 0
    assert not Path("/dev/null").is_file()


# What is said when something is wrong


def one_line(result):
    (line,) = result.stderr.splitlines()
    assert line.startswith("letopis: ")
    return line


def test_a_missing_file(run):
    result = run("extract", "нет.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert one_line(result) == "letopis: нет.txt: cannot be read: No such file or directory"


def test_one_bad_document_does_not_stop_the_others(run):
    result = run("extract", "нет.txt", file("a.txt"), "и этого нет.md", file("b.txt"))
    assert [record.source for record in records(result.stdout)] == ["a.txt", "b.txt"]
    assert result.exit_code == 2
    first, second, total = result.stderr.splitlines()
    assert "нет.txt" in first
    assert "и этого нет.md" in second
    assert total == "letopis: 2 of 4 documents failed"


def test_a_bad_line_of_jsonl_is_named(run):
    result = run("extract", file("two.jsonl", '{"text": "Раз."}\n{"txt": 1}\n{"text": "Три."}\n'))
    assert [record.text for record in records(result.stdout)] == ["Раз.", "Три."]
    assert result.stderr.startswith("letopis: two.jsonl:2: ")
    assert result.exit_code == 2


def test_a_document_that_breaks_the_pipeline_is_named(run, monkeypatch):
    pipeline = small_pipeline()
    monkeypatch.setattr(nlp.pipeline, "load", lambda **_: pipeline)

    @Language.component("breaks", retokenizes=False)
    def breaks(doc):
        if "плохой" in doc.text:
            raise ZeroDivisionError("так вышло")
        return doc

    pipeline.add_pipe("breaks", first=True)
    result = run("extract", file("a.txt"), file("b.txt", "плохой"), file("c.txt"))
    assert [record.source for record in records(result.stdout)] == ["a.txt", "c.txt"]
    assert result.stderr.startswith("letopis: b.txt: cannot be annotated: ZeroDivisionError: так вышло\n")
    assert result.exit_code == 2


@pytest.mark.parametrize("wrong", ["вчера", "17.06.2025", "2025-13-01", "2025-02-30", "", "2025-6-1"])
def test_a_wrong_date_says_what_is_allowed(run, wrong):
    result = run("extract", file("a.txt"), "--published", wrong)
    said = " ".join(result.stderr.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert "2025-06-17" in said or "no such date" in said


@pytest.mark.parametrize("right", ["2025", "2025-06", "2025-06-17"])
def test_right_dates(run, right):
    assert records(run("extract", file("a.txt"), "--published", right).stdout)[0].published == right


@pytest.mark.parametrize("output", ["нет/o.jsonl", "folder.jsonl", "a.txt/o.jsonl"])
def test_a_file_that_cannot_be_written(run, output):
    Path("folder.jsonl").mkdir()
    result = run("extract", file("a.txt"), "-o", output)
    assert result.exit_code == 2
    assert one_line(result).startswith(f"letopis: {output}: cannot be written: ")


def test_a_suffix_without_a_format(run):
    result = run("extract", file("a.txt"), "-o", "o.docx")
    assert result.exit_code == 2
    assert ".txt, .json, .jsonl, .csv" in " ".join(result.stderr.split())
    assert not Path("o.docx").exists()


def test_a_file_name_cannot_steer_the_terminal(run):
    assert "\x1b" not in run("extract", "a\x1b[31m.txt").stderr


@given(
    data=st.binary(max_size=300),
    suffix=st.sampled_from([".txt", ".md", ".jsonl", "", ".html"]),
    form=st.sampled_from(["text", "json", "jsonl", "csv"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_give_a_record_or_one_clear_line(run, data, suffix, form):
    result = run("extract", file(f"bytes{suffix}", data), "--format", form)
    assert result.exit_code in (0, 2)
    assert (result.exit_code == 2) == bool(result.stderr)
    assert all(line.startswith("letopis: ") for line in result.stderr.splitlines())


# The other commands


def test_explain_names_the_rule_and_what_was_dropped(run):
    result = run("explain", file("a.txt"), "--at", "2")
    assert result.exit_code == 0
    assert "made by test/first, score 1.00, 0–6" in result.stdout
    assert "«Орлова» by test/city: shorter than m1" in result.stdout


def test_explain_finds_words(run):
    assert run("explain", file("a.txt"), "--at", "Казань").stdout == run("explain", "a.txt", "--at", "16").stdout


@pytest.mark.parametrize(
    ("at", "why"),
    [
        ("23", "which ends at 23"),
        ("Самара", "does not stand in the text"),
        ("-1", "does not stand"),
        ("", "does not stand"),
    ],
)
def test_explain_says_when_there_is_no_such_place(run, at, why):
    result = run("explain", file("a.txt"), "--at", at)
    assert result.exit_code == 2
    assert why in " ".join(result.stderr.split())


def test_explain_takes_one_document(run):
    result = run("explain", file("two.jsonl", '{"text": "Раз."}\n{"text": "Два."}'), "--at", "0")
    assert result.exit_code == 2
    assert one_line(result) == "letopis: two.jsonl: explain takes one document, this holds 2"


def test_explain_names_a_missing_file(run):
    result = run("explain", "нет.txt", "--at", "0")
    assert result.exit_code == 2
    assert "нет.txt" in one_line(result)


CASES = """source\tanchor\tphrase\tvalue\tkind\tconvention\tnote\tsentence
a\t2025-06-17\tвчера\t2025-06-16\trelative\tneutral\t\tОрлова приехала вчера
a\t2025-06-17\tвчера\t2025-06-15\trelative\tneutral\t\tОрлова приехала вчера
"""


def test_evaluate_dates_tells_the_share_and_writes_a_report(run):
    result = run("evaluate", "dates", file("cases.tsv", CASES), "--out", "out/dates")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 /   2" in result.stdout
    assert json.loads(Path("out/dates/metrics.json").read_text(encoding="utf-8"))["goal"] == 0.5


@pytest.mark.parametrize(
    ("table", "out", "why"), [("a\tb\n", "out", "cases.tsv:1: "), (CASES, "cases.tsv/out", "Not a directory")]
)
def test_evaluate_says_what_is_wrong(run, table, out, why):
    result = run("evaluate", "dates", file("cases.tsv", table), "--out", out)
    assert result.exit_code == 2
    assert why in one_line(result)


def test_schema_is_the_schema(run):
    assert json.loads(run("schema").stdout) == json.loads(json.dumps(schema.json_schema()))


def test_version(run):
    from importlib.metadata import version

    assert run("--version").stdout == f"letopis {version('letopis')}\n"


@pytest.mark.parametrize("command", ["extract", "explain", "schema", "evaluate dates"])
def test_every_help_has_an_example(run, command):
    result = run(*command.split(), "--help")
    assert result.exit_code == 0
    assert f"    letopis {command}" in result.stdout


# The real thing, in processes of its own


def started(*arguments, **how):
    command = [sys.executable, "-c", "from nlp.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, **how)


def test_help_imports_nothing_heavy():
    code = "import sys, nlp.cli; print(*{'spacy', 'pandas', 'numpy', 'rich', 'pymorphy3'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == ""


def test_nothing_to_do_shows_the_help():
    done = started()
    assert b"Usage: letopis" in done.stdout + done.stderr


def test_a_closed_pipe_is_silent(tmp_path):
    """`letopis schema | head -1`, with a reader that goes away at once."""
    code = "from nlp.cli import main; main()"
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-c", code, "schema"], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert done.stderr == b""


def test_the_shipped_model_reads_standard_input():
    done = started("extract", "-", "--published", "2025-06-17", input="Анна Орлова вчера посетила Казань.".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    (record,) = records(done.stdout.decode())
    assert record.published == "2025-06-17"
    assert [event.type for event in record.events] == ["visit"]


def test_a_closed_pipe_is_silent_in_the_middle_of_documents(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "Анна Орлова вчера посетила Казань."}\n' * 3, encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    code = "from nlp.cli import main; main()"
    command = [sys.executable, "-c", code, "extract", str(tmp_path / "a.jsonl")]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert done.stderr == b""
