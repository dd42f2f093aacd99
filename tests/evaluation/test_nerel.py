"""NEREL's task: mentions and relations in the corpus's manner, and relations between its own mentions."""

from __future__ import annotations

import pytest

from nlp.errors import InputError, ModelError
from nlp.evaluation.nerel import evaluate, unquoted
from nlp.evaluation.standoff import Mark, Tie, related, ties

TEXT = "Министр связи Павел Ткач прилетел в Минск."
LINES = (
    "T1\tPROFESSION 0 13\tМинистр связи",
    "T2\tPERSON 14 24\tПавел Ткач",
    "T3\tCITY 36 41\tМинск",
    "R1\tWORKS_AS Arg1:T2 Arg2:T1",
    "N1\tReference T3 Wikidata:Q2280\tМинск",
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "1.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "1.ann").write_text("".join(f"{line}\n" for line in LINES), encoding="utf-8")
    return tmp_path


def test_relations_are_read(folder):
    answer = related(folder / "1.txt", folder).answer
    assert answer.ties == (Tie("WORKS_AS", Mark("PERSON", ((14, 24),)), Mark("PROFESSION", ((0, 13),))),)


@pytest.mark.parametrize("line", ["R1\tWORKS_AS Arg1:T1 Arg2:T9", "R1\tWORKS_AS", "R1"])
def test_a_line_that_is_no_relation(tmp_path, line):
    path = tmp_path / "1.ann"
    path.write_text(f"T1\tCITY 0 5\tМинск\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"1\.ann.*2.*is no relation"):
        ties(path, "Минск")


def test_predictions_and_scores(folder, pipeline):
    report = evaluate(folder, folder / "out", pipeline)
    assert {"mentions", "mentions of the record", "relations", "relations in one sentence"} == set(report.tables)
    assert report.tables["mentions"]["PERSON"].right == 1
    found = related(folder / "out/1.ann", folder / "out") if (folder / "out/1.txt").exists() else None
    assert found is None
    assert "PERSON 14 24\tПавел Ткач" in (folder / "out/1.ann").read_text(encoding="utf-8")


def test_gold_mentions(folder, pipeline):
    report = evaluate(folder, folder / "out", pipeline, gold_mentions=True)
    assert set(report.tables) == {"relations", "relations in one sentence"}
    assert report.tables["relations"]["WORKS_AS"] == (1, 1, 1)
    assert "WORKS_AS Arg1:T2 Arg2:T1" in (folder / "out/1.ann").read_text(encoding="utf-8")


def test_a_broken_file_is_named_and_skipped(folder, pipeline):
    (folder / "2.txt").write_text(TEXT, encoding="utf-8")
    (folder / "2.ann").write_text("T1\tCITY 0 500\tМинск\n", encoding="utf-8")
    report = evaluate(folder, folder / "out", pipeline)
    assert report.scored == 1
    assert any("2.ann" in line for line in report.skipped)


def test_a_model_without_the_span_model(folder, pipeline):
    with pipeline.select_pipes(disable=["letopis_spans"]), pytest.raises(ModelError, match="letopis_spans"):
        evaluate(folder, folder / "out", pipeline)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        pytest.param("«Вектор»", "Вектор", id="quoted"),
        pytest.param("завод «Вектор»", "завод «Вектор»", id="a part is quoted"),
        pytest.param("«А» и «Б»", "«А» и «Б»", id="two"),
    ],
)
def test_unquoted(text, inner):
    start, end = unquoted(text, 0, len(text))
    assert text[start:end] == inner
