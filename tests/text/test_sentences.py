"""Where sentences end: «‖» stands before the first word of each but the first; one case a line."""

import pytest
import spacy

from nlp.text import sentences, tokenizer  # noqa: F401  they register themselves
from nlp.text.words import words

PIPELINE = spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": "letopis.Tokenizer.v1"}}})
PIPELINE.add_pipe("letopis_sentences")

CASES = [
    "Форум прошёл в Минске. ‖Его открыл министр.",
    "Кто подписал? ‖Министр! ‖И что?",
    # years
    "В июле 2024 г. Республика Беларусь вошла в состав ШОС.",
    "С 17 по 18 июня 2025 г. Минск принимал гостей.",
    "Напомним, в 2024 г. Беларусь вошла в ШОС.",
    "Меморандум подписан в 2024 г. ‖Документ предусматривает обмен опытом.",
    "Меморандум подписан в 2024 г. ‖Он предусматривает обмен опытом.",
    "Меморандум подписан в 2024г. ‖Также обсуждён план.",
    "Стороны подписали в 2024 г. Меморандум о взаимопонимании.",
    "Аренда длится до 2052–2053 гг. ‖Общая площадь лесов – 5,7 млн га.",
    "Накануне, 16 июня т.г., Павел Ткач провёл переговоры.",
    "Накануне, 16 июня т. г., прошли переговоры.",
    # shortened words
    "Делегация прибыла в г. Карамай и г. Шанхай.",
    "Делегация прибыла в г.Карамай. ‖Её встретил мэр.",
    "Завод им. Козлова расположен на ул. Уральской.",
    "Согласно ст. 5 и п. 3 Закона срок истёк.",
    "Выделено 5 млн. руб. на связь.",
    "Выделено 5 млн. руб. ‖Средства поступят в июле.",
    "Приехали А. Г. Петров, Б.В. Иванов и др. участники.",
    "Обсудили связь, почту и т. д. ‖Итоги подвёл министр.",
    "Перегрузка достигла 8 G. ‖На борту всё в порядке.",
    "В XX в. Минск вырос.",
    # quotes and brackets
    "«Мы подписали меморандум», – сказал министр. ‖Он уехал.",
    "«Подпишем ли мы? ‖Да», – сказал он.",
    "Компания «Связь.Ком» открыла офис.",
    "Министр заявил: «Да!» ‖Зал встал.",
    "Форум прошёл (г. Минск). ‖Его открыл министр.",
    "Уволили Кудрина.‖Также он покинул совет.",
    "Он работал в компании.‖Министр его уволил.",
    "Об этом пишет Лента.Ру.",
    "Завершены сделки M&A. ‖В преддверии слияния нужен советник.",
    "Приехал А. В. Петров.",
    "Приехали Э. По и В. Со.",
    'Главного редактора газеты "Городские вести. Минск" не пустили в зал.',
    'Министр сказал: "Мы согласны. ‖Подпишем в июне".',
    # lists in a line
    "Участвовали Беларусь; Россия; Китай.",
    # datelines
    "МИНСК, 17 июня. /БЕЛТА/. ‖Форум открылся.",
    "МИНСК, 17 июн. – РИА Новости. ‖Форум открылся.",
    # addresses
    "Подробности на mpt.gov.by. ‖Форум открылся.",
    # layout
    "## Форум в Минске\n\n‖Его открыл министр",
    "- связь\n- ‖почта",
    "между Министерством связи и*\n\nинформатизации. *‖Он уехал.*",
    "Меморандум подписан\n\nв Минске.",
]


@pytest.mark.parametrize("marked", CASES)
def test_breaks(marked):
    doc = PIPELINE(marked.replace("‖", ""))
    first = [words(each)[0].idx for each in doc.sents]
    assert _marked(doc.text, first[1:]) == marked


def _marked(text, places):
    for place in reversed(places):
        text = f"{text[:place]}‖{text[place:]}"
    return text


@pytest.mark.parametrize(("text", "count"), [("", 0), ("  \n", 1), ("Изображение", 1), ("***", 1)])
def test_texts_without_words(text, count):
    assert len(list(PIPELINE(text).sents)) == count


def test_every_token_has_a_sentence():
    doc = PIPELINE("# Форум\n\nОн **открыт**. Его ждали.\n")
    assert [token.is_sent_start for token in doc].count(True) == 3
    assert doc.has_annotation("SENT_START")


def test_component_is_complete():
    assert PIPELINE.analyze_pipes()["problems"] == {"letopis_sentences": []}


def test_disk(tmp_path):
    PIPELINE.to_disk(tmp_path)
    read = spacy.load(tmp_path)
    text = "# Форум\n\nОн открыт. Его ждали.\n"
    assert [each.text for each in read(text).sents] == [each.text for each in PIPELINE(text).sents]
    assert read(text)._.clean == PIPELINE(text)._.clean


def test_doc_bytes():
    doc = PIPELINE("**Ми\u00adнск** ждёт. Его ждали.")
    read = spacy.tokens.Doc(PIPELINE.vocab).from_bytes(doc.to_bytes())
    assert read._.clean == doc._.clean
    assert [token.norm_ for token in words(read)] == [token.norm_ for token in words(doc)]
    assert [each.start for each in read.sents] == [each.start for each in doc.sents]
