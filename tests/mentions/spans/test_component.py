"""The span model in a pipeline: the same result alone, together, again, in another process, after a journey to disk."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from nlp.document import DROPPED, MENTIONS
from nlp.errors import ModelError
from nlp.mentions.spans.component import LEARNED, Spans
from nlp.mentions.spans.relater import RELATIONS as RELATIONS_FILE
from nlp.mentions.spans.relater import Relater
from nlp.mentions.spans.relations import Relations
from nlp.mentions.spans.stretches import BUDGET
from nlp.mentions.spans.tagger import FILES, ROWS, Tagger
from nlp.morphology.context import Sheet, take
from tests.mentions.spans.conftest import RELATIONS, SPANS

TEXT = "Министр связи Павел Ткач прилетел в Минск 16 июня 2025 года и встретился с главой «Белтелекома»."
TEXTS = [TEXT, "", " \n ", "Да.", "Ли Цян прилетел в Беларусь.\n\nВизит продлится два дня.", "**Минск** ждёт."]


def seen(doc: Doc) -> list[tuple[int, int, str, str, float]]:
    return [(each.start, each.end, each.label_, each.id_, each._.score) for each in doc.spans[MENTIONS]]


def named(doc: Doc) -> set[tuple[str, str]]:
    return {(each.text, each.label_) for each in doc.spans[MENTIONS]}


@pytest.mark.parametrize(
    "mention",
    [
        pytest.param(("Павел Ткач", "PERSON"), id="person"),
        pytest.param(("Минск", "CITY"), id="city"),
        pytest.param(("16 июня 2025 года", "DATE"), id="date"),
        pytest.param(("«Белтелекома»", "ORGANIZATION"), id="a name with its quotes"),
        pytest.param(("Министр связи", "PROFESSION"), id="post"),
    ],
)
def test_mentions(spans, mention):
    assert mention in named(spans(TEXT))


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param("Завод продан.", ("продан", "EVENT"), id="an act"),
        pytest.param("Он будет послом в Индии.", ("послом в Индии", "PROFESSION"), id="a post with its place"),
        pytest.param("Делегация Ирана прибыла в Женеву.", ("Делегация Ирана", "ORGANIZATION"), id="people, not a body"),
        pytest.param(
            "Прошло заседание российско-казахстанской комиссии по сотрудничеству.",
            ("российско-казахстанской", "COUNTRY"),
            id="two countries in a word",
        ),
        pytest.param("Литва подпишет договор с Польшей.", ("договор с Польшей", "LAW"), id="a document without a name"),
    ],
)
def test_what_the_record_does_not_call_a_mention(spans, text, mention):
    assert mention not in named(spans(text))


def test_what_is_refused_is_kept_with_its_reason(spans):
    doc = spans("Николай Орлов будет назначен послом в Индии.")
    reasons = dict(zip([each.text for each in doc.spans[DROPPED]], doc._.reasons, strict=True))
    assert reasons["послом в Индии"] == "a post with its place"


def test_the_rule_and_a_probability(spans):
    assert all(rule == "spans" and 0 < score <= 1 for *_, rule, score in seen(spans(TEXT)))


def test_many_together_are_as_each_alone(spans):
    assert [seen(doc) for doc in spans.pipe(TEXTS)] == [seen(spans(text)) for text in TEXTS]


def test_two_threads_see_the_same(spans, monkeypatch):
    texts = [*TEXTS, *(TEXT.replace("Минск", city) for city in ("Брест", "Гродно", "Орёл", "Пекин", "Тверь"))]
    one = [(seen(doc), doc._.relations) for doc in spans.pipe(texts)]
    for name in ("letopis_spans", "letopis_relations"):
        monkeypatch.setattr(spans.get_pipe(name), "threads", 2)
    assert [(seen(doc), doc._.relations) for doc in spans.pipe(texts)] == one


@pytest.mark.parametrize("component", [Spans, Relations])
def test_threads_are_counted_from_one(component):
    with pytest.raises(ModelError, match=f"{component.NAME} has threads = 0; it takes 1 or more"):
        component(threads=0)


def test_again(spans):
    assert seen(spans(TEXT)) == seen(spans(TEXT))


def test_two_processes(spans):
    texts = [TEXT, "Минск ждёт гостей."]
    assert [seen(doc) for doc in spans.pipe(texts, n_process=2)] == [seen(spans(text)) for text in texts]


def test_the_context_is_taken_away(spans):
    assert spans(TEXT).tensor.size == 0


def test_a_long_document_is_read_in_parts(spans):
    doc = spans(f"{TEXT}\n\n" * (BUDGET // 15))
    people = [each for each in doc.spans[MENTIONS] if each.text == "Павел Ткач"]
    assert len(people) == BUDGET // 15


def test_without_the_context_nothing_is_proposed():
    vocab = spacy.blank("ru").vocab
    doc = Spans().from_disk(SPANS)(Doc(vocab, words=["Минск"], sent_starts=[True]))
    assert "candidates" not in doc.spans


def test_the_context_is_left_and_taken():
    doc = Doc(spacy.blank("ru").vocab, words=["Минск", "ждёт"])
    sheet = Sheet([doc], [(0, [1])])
    sheet.put(0, 0, np.ones((1, 492), dtype=np.float16))
    sheet.leave()
    rows = take(doc)
    assert rows is not None
    assert rows.sum(axis=1).tolist() == [0, 492]
    assert take(doc) is None


def test_a_pickle_carries_the_folder_not_the_weights():
    component = Spans().from_disk(SPANS)
    assert len(pickle.dumps(component)) < 1000
    assert pickle.loads(pickle.dumps(component)).folder == SPANS.resolve()


def test_to_disk_and_bytes(tmp_path):
    component = Spans().from_disk(SPANS)
    component.to_disk(tmp_path / "copy")
    Spans().from_bytes(component.to_bytes()).to_disk(tmp_path / "again")
    for name in FILES:
        original = (SPANS / name).read_bytes()
        assert (tmp_path / "copy" / name).read_bytes() == (tmp_path / "again" / name).read_bytes() == original


def test_without_weights():
    with pytest.raises(ModelError, match="has no weights"):
        Spans().prepared()


def test_a_folder_that_lacks_a_file(tmp_path):
    with pytest.raises(ModelError, match=r"misses .*spans\.onnx"):
        Spans().from_disk(tmp_path)


def test_a_damaged_model():
    files = {name: (SPANS / name).read_bytes() for name in FILES}
    with pytest.raises(ModelError, match="damaged"):
        Tagger({**files, ROWS: b"nothing"})


def test_damaged_relations():
    files = {RELATIONS_FILE: b"nothing", "spans.json": (SPANS / "spans.json").read_bytes()}
    with pytest.raises(ModelError, match="damaged"):
        Relater(files)


def tied(doc: Doc) -> set[tuple[str, str, str]]:
    mentions = {f"m{number}": each.text for number, each in enumerate(doc.spans[MENTIONS], 1)}
    return {(mentions[each.source], each.type, mentions[each.target]) for each in doc._.relations}


def test_relations(spans):
    assert ("Павел Ткач", "WORKS_AS", "Министр связи") in tied(spans(TEXT))


def test_relations_do_not_depend_on_company(spans):
    assert [tied(doc) for doc in spans.pipe(TEXTS)] == [tied(spans(text)) for text in TEXTS]


def test_relations_have_probabilities(spans):
    assert all(0 < each.score <= 1 for each in spans(TEXT)._.relations)


def test_no_relations_without_the_rows_of_the_span_model():
    doc = Doc(spacy.blank("ru").vocab, words=["Минск"], sent_starts=[True])
    doc.spans[MENTIONS] = [doc[0:1]]
    assert Relations().from_disk(RELATIONS)(doc)._.relations == ()


def test_the_mentions_as_the_corpus_has_them(spans):
    doc = spans(TEXT)
    assert ("прилетел", "EVENT") in {(each.text, each.label_) for each in doc.spans[LEARNED]}


def test_forms_forgotten_and_met_again_give_the_same(spans):
    tagger = spans.get_pipe("letopis_spans").prepared()
    before = seen(spans(TEXT))
    tagger.known.places.clear()
    assert seen(spans(TEXT)) == before


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param("Документ подписали Н.В. Орлова и А.П. Сидоров.", "Н.В. Орлова и А.П. Сидоров", id="two people"),
        pytest.param("Переговоры вела не Тереза Мэй, а Борис Джонсон.", "не Тереза Мэй", id="a negation"),
        pytest.param("Показатель Чзи найден: Чзи = Н х К, где Чзи - доля.", "Чзи", id="a sign of a formula"),
    ],
)
def test_what_is_no_person(pipeline, text, mention):
    assert (mention, "PERSON") not in named(pipeline(text))


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param("Он имеет опыт руководства Волгоградом.", "руководства Волгоградом", id="руководство"),
        pytest.param("Управление Программой осуществляет заказчик.", "Управление Программой", id="управление"),
    ],
)
def test_an_act_is_no_body(pipeline, text, mention):
    assert mention not in {each for each, _ in named(pipeline(text))}


def test_signs_joined_by_operators(pipeline):
    found = named(pipeline("Показатель находится по формуле Эб = Зф / Зп, где Зф – факт, Зп – план."))
    assert not {"Эб", "Зф", "Зп"} & {each for each, _ in found}


def test_what_is_put_in_belongs_to_the_name(pipeline):
    assert ("[Алексей] Орлов", "PERSON") in named(pipeline("[Алексей] Орлов заявил об этом в суде."))


def test_several_of_one_name_are_a_family(pipeline):
    assert ("Сёстры Ерёменко", "FAMILY") in named(pipeline("Сёстры Ерёменко открыли кафе."))
