"""The walk as a whole: what is in it, that it survives disk and other processes, and what one bad document does."""

from __future__ import annotations

import multiprocessing
from itertools import count, islice

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

import nlp
from nlp import pipeline as walk
from nlp.errors import InputError, ModelError
from nlp.text.sources import SourceText

TEXTS = (
    "Павел Ткач провёл переговоры с Ли Цяном в Минске 16 июня 2025 г.",
    "",
    " \n\n\t",
    "# Итоги\n\nРоссия и Китай подписали **договор** о поставках газа 21 мая 2014 года.",
)


def source(text: str, **known: str | None) -> SourceText:
    return SourceText(text=text, **{"id": None, "published": None, "source": None, "title": None, **known})


def records(pipeline, texts=TEXTS, **options):
    return [doc._.record for doc in pipeline.pipe(texts, **options)]


def test_the_model_holds_the_components_in_order(pipeline):
    assert tuple(pipeline.pipe_names) == walk.COMPONENTS


def test_a_pipeline_survives_the_disk(pipeline, tmp_path):
    pipeline.to_disk(tmp_path / "model")
    assert records(spacy.load(tmp_path / "model")) == records(pipeline)
    assert records(nlp.load(tmp_path / "model")) == records(pipeline)


def test_a_pipeline_works_in_spawned_processes(pipeline):
    before = multiprocessing.get_start_method()
    multiprocessing.set_start_method("spawn", force=True)
    try:
        assert records(pipeline, n_process=2, batch_size=1) == records(pipeline)
    finally:
        multiprocessing.set_start_method(before, force=True)


def test_batches_change_nothing(pipeline):
    assert records(pipeline, batch_size=4) == [pipeline(text)._.record for text in TEXTS]


def test_many_texts_are_read_lazily(monkeypatch, pipeline):
    monkeypatch.setattr(walk, "_default", lambda: pipeline)
    endless = nlp.extract(f"Документ {number}." for number in count())
    assert [record.text for record in islice(endless, 2)] == ["Документ 0.", "Документ 1."]


def test_what_a_source_says_goes_before_the_arguments(monkeypatch, pipeline):
    monkeypatch.setattr(walk, "_default", lambda: pipeline)
    sources = [source("Вчера.", published="2020-02-02", id="x7"), source("Вчера.")]
    said, given_ = nlp.extract(sources, published="2025-06-17", source="файл")
    assert (said.id, said.published, said.dates[0].value) == ("x7", "2020-02-02", "2020-02-01")
    assert (given_.source, given_.dates[0].value) == ("файл", "2025-06-16")


class Trap:
    """A component that one text breaks."""

    def __call__(self, doc):
        if "ловушка" in doc.text:
            raise ValueError("сломано")
        return doc


def test_one_bad_document_is_named_and_the_others_stay():
    pipeline = nlp.load()
    spacy.Language.component("trap", func=Trap())
    pipeline.add_pipe("trap", before="letopis_record")
    texts = [source("Раз."), source("ловушка", source="b.txt"), InputError("c.txt", "нет такого файла"), source("Два.")]
    first, trapped, missing, last = walk.records(pipeline, texts)
    assert (first.text, last.text) == ("Раз.", "Два.")
    assert str(trapped) == "b.txt: cannot be annotated: ValueError: сломано"
    assert str(missing) == "c.txt: нет такого файла"


def test_a_missing_model_is_named():
    with pytest.raises(ModelError, match=r"no model 'nosuch': looked for config\.cfg in "):
        nlp.load("nosuch")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
@example("H\U00017000")
def test_any_text_has_a_record_over_its_own_letters(pipeline, text):
    record = pipeline(text)._.record
    assert record.text == text
    assert all(text[each.start : each.end] == each.text for each in record.mentions)
