"""What is read aloud of a text: one case a line, hits beside near-misses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.text.cleaning import clean

CASES = {
    # emphasis
    "bold": ("**Минск** принял делегацию.", "Минск принял делегацию."),
    "italic over a comma": ("*Справочно.* Форум прошёл", "Справочно. Форум прошёл"),
    "bold inside a word": ("**Бел**арусь", "Беларусь"),
    "underscores": ("_Справочно_ и __важно__", "Справочно и важно"),
    "struck": ("~~вчера~~ сегодня", "вчера сегодня"),
    "code": ("ключ `id` записи", "ключ id записи"),
    "product is no emphasis": ("5 * 3 = 15", "5 * 3 = 15"),
    "product without blanks": ("2*2", "2*2"),
    "masked letter": ("ч*рт", "ч*рт"),
    "snake case": ("поле first_name_ru", "поле first_name_ru"),
    "dunder": ("метод a__b__c", "метод a__b__c"),
    "escaped": (r"пункт 1\. и звезда \*", "пункт 1. и звезда *"),
    # links
    "link": ("[Минсвязи](https://mpt.gov.by) сообщило", "Минсвязи сообщило"),
    "link with brackets": ("[закон](https://a.by/x_(y)) принят", "закон принят"),
    "autolink": ("на сайте <https://a.by/x>", "на сайте https://a.by/x"),
    "image in a line": ("До ![подпись](a.png) после", "До после"),
    "footnote": ("объём вырос[2] вдвое", "объём вырос вдвое"),
    "footnote in a list of years": ("годы [2023] и далее", "годы [2023] и далее"),
    "brackets without address": ("слово [так в тексте] ещё", "слово [так в тексте] ещё"),
    "angle quotes": ("завод <Заря> закрыт", "завод «Заря» закрыт"),
    "angle quotes without the outer closing": ("ООО <Дом <Заря>, ОАО <Юг>.", "ООО «Дом «Заря», ОАО «Юг»."),
    "an angle alone": ("итог <Заря закрыт", "итог <Заря закрыт"),
    "less and more": ("при x < 5 и y > 3", "при x < 5 и y > 3"),
    "wiki link": ("в [[Минск]]е и [[Гомель|Гомеле]]", "в Минске и Гомеле"),
    "wiki address": ("они [https://a.by/x сыграли два сета] в клубе", "они сыграли два сета в клубе"),
    "wiki emphasis": ("глава ''Samsung'' и д'Артаньян", "глава Samsung и д'Артаньян"),
    # lines
    "heading": ("## **Форум в Минске**\n\nПрошёл форум.", "Форум в Минске\nПрошёл форум."),
    "heading closed": ("# Форум #\nТекст.", "Форум\nТекст."),
    "hashtag is no heading": ("#форум прошёл", "#форум прошёл"),
    "underlined heading": ("Форум в Минске\n===\n\nПрошёл форум.", "Форум в Минске\nПрошёл форум."),
    "rule": ("Первое.\n\n---\n\nВторое.", "Первое.\nВторое."),
    "list": ("- Минск\n- Гомель", "Минск\nГомель"),
    "numbered": ("1. Минск\n2. Гомель", "Минск\nГомель"),
    "numbered twice": ("2.1. Цели программы", "Цели программы"),
    "lettered": ("а) связь;\nб) почта.", "связь;\nпочта."),
    "one line of bullets": ("• Минск • Гомель • Брест", "Минск\nГомель\nБрест"),
    "town is no lettered item": ("г. Минск, ул. Ленина", "г. Минск, ул. Ленина"),
    "hour is no number of an item": ("10.15. Открытие", "10.15. Открытие"),
    "sum is no number of an item": ("2.5 млн рублей", "2.5 млн рублей"),
    "date is no number of an item": ("17.06.2025. Минск", "17.06.2025. Минск"),
    "speech with a long dash": ("— Мы подписали, — сказал он.", "— Мы подписали, — сказал он."),
    "quote": ("> Мы подписали\n> меморандум.", "Мы подписали меморандум."),
    "table": ("| Страна | Год |\n|---|---|\n| Китай | 2024 |", "Страна\nГод\nКитай\n2024"),
    "bar in a sentence": ("Связь | Почта", "Связь | Почта"),
    "fence": ("До.\n\n```\nx = 1\n```\n\nПосле.", "До.\nПосле."),
    "open fence": ("До.\n\n```\nПосле.", "До.\nПосле."),
    "front matter": ("---\ntitle: Форум\n---\n\nПрошёл форум.", "Прошёл форум."),
    "rule first": ("---\n\nПрошёл форум.\n\n---\n", "Прошёл форум."),
    "tags": ("Первое<br/>второе <b>третье</b> H<sub>2</sub>O", "Первое второе третье H2O"),
    "entities": ("&laquo;Связь&raquo;&nbsp;&mdash; AT&T", "«Связь» — AT&T"),
    # paragraphs
    "broken at a conjunction": (
        "*между Министерством связи и*\n\nинформатизации Беларуси.",
        "между Министерством связи и информатизации Беларуси.",
    ),
    "broken before a small letter": ("Меморандум подписан\n\nв Минске.", "Меморандум подписан в Минске."),
    "broken before a name": ("Меморандум между\n\nМинсвязи и почтой.", "Меморандум между Минсвязи и почтой."),
    "broken after a shortened word": ("Подписан 17 июня 2025 г.\n\nв Минске.", "Подписан 17 июня 2025 г. в Минске."),
    "broken by a picture": ("Меморандум между связью и\n\nИзображение\n\nпочтой.", "Меморандум между связью и почтой."),
    "broken at a comma": (
        "от 26.12.2016 № 437,\nПостановлений от 15.03.2017",
        "от 26.12.2016 № 437, Постановлений от 15.03.2017",
    ),
    "numbered after a stop": ("Риски таковы.\n2. Рост цен", "Риски таковы.\nРост цен"),
    "number in a sentence": ("принят в размере\n15. Затем", "принят в размере\n15. Затем"),
    "whole sentence": ("Меморандум подписан.\n\nв Минске.", "Меморандум подписан.\nв Минске."),
    "new paragraph": ("Меморандум подписан\n\nВ Минске прошёл форум.", "Меморандум подписан\nВ Минске прошёл форум."),
    "list without marks": ("Темы:\n\nсвязь\n\nпочта", "Темы:\nсвязь\nпочта"),
    "list with semicolons": ("Темы:\nсвязь;\nпочта.", "Темы:\nсвязь;\nпочта."),
    "heading stays apart": ("## Форум в\n\nминске", "Форум в\nминске"),
    "greeting": ("Уважаемый Иван Иванович,\n\nНаправляем ответ.", "Уважаемый Иван Иванович,\nНаправляем ответ."),
    "one paragraph a line": (
        "Короткий заголовок\nДлинная строка, которая рассказывает обо всём.\nЕщё одна строка.",
        "Короткий заголовок\nДлинная строка, которая рассказывает обо всём.\nЕщё одна строка.",
    ),
    # hyphens
    "hyphenated": ("инфор-\nмации", "информации"),
    "soft hyphen at the end": ("инфор\u00ad\nмации", "информации"),
    "particle": ("кто-\nто", "кто-то"),
    "two words": ("инженер-\nпрограммист", "инженер-программист"),
    "unknown name": ("Мельникевичусо-\nвым", "Мельникевичусовым"),
    "capital": ("Нью-\nЙорк", "Нью-Йорк"),
    "dash": ("Минск -\nстолица", "Минск - столица"),
    # characters
    "soft hyphen": ("ми\u00adнистр", "министр"),
    "zero width": ("ми\u200bнистр\ufeff", "министр"),
    "byte order mark": ("\ufeffМинск", "Минск"),
    "no-break": ("17\u00a0июня 2025\u2009г.", "17 июня 2025 г."),
    "blanks": ("Минск   и \t Гомель", "Минск и Гомель"),
    "stress": ("за́мок и замо́к", "замок и замок"),
    "stress on io": ("тё́лка", "тёлка"),
    "composed": ("и\u0306од е\u0308ж И\u0306", "йод ёж Й"),
    "latin accent": ("cafe\u0301", "café"),
    "line ends": ("Первое.\r\n\r\nВторое.\rТретье.", "Первое.\nВторое.\nТретье."),
    "no-break hyphen": ("когда\u2011то", "когда-то"),
    # alphabets
    "latin M": ("Mосква", "Москва"),
    "latin in the middle": ("Бeлapycь", "Беларусь"),
    "cyrillic S": ("\u0421OVID-19", "COVID-19"),
    "two alphabets by a hyphen": ("IT-компания и COVID-19", "IT-компания и COVID-19"),
    "no look-alike": ("PRщик", "PRщик"),
    "latin preposition": ("встретился c министром", "встретился с министром"),
    "latin opening": ("C 17 по 18 июня", "С 17 по 18 июня"),
    "vitamin": ("витамин C, витамин B", "витамин C, витамин B"),
    "english": ("a case of IBM", "a case of IBM"),
    # boilerplate
    "caption": ("Прошёл форум.\n\nФото: Анна Иванова\n\nКонец.", "Прошёл форум.\nКонец."),
    "caption word in a sentence": ("Фото показали министру.", "Фото показали министру."),
    "share": ("Форум.\n\nПоделиться: ВКонтакте Telegram", "Форум."),
    "network in a sentence": ("Telegram оштрафован.", "Telegram оштрафован."),
    "read also": ("Форум.\n\nЧитайте также:\n\n[Другой форум](/2)\n\nКонец.", "Форум.\nКонец."),
    "link with an arrow": ("Форум.\n\nГлавные новости на портале >>\n\nКонец.", "Форум.\nКонец."),
    "long line with an arrow": (
        "Форум открылся в Минске. Его открыл министр >>",
        "Форум открылся в Минске. Его открыл министр >>",
    ),
    "link alone": ("Форум.\n\n[Другой форум](/2)\n\nКонец.", "Форум.\nДругой форум\nКонец."),
    "source": ("Форум.\n\n---\n\n**Source URL:** <https://a.by/x>", "Форум."),
    "source that speaks": ("Источник: в правительстве не исключают", "Источник: в правительстве не исключают"),
    # nothing
    "empty": ("", ""),
    "blank": (" \n\t\n", ""),
    "only markup": ("## ** **\n\n---\n", ""),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_clean(text, expected):
    assert clean(text).text.strip() == expected


WRAPPED = """\
Министерство связи и информатизации Беларуси сообщает, что семнадцатого
июня в городе Минске состоялось совместное заседание двух комиссий,
Белорусской и Китайской, на котором стороны обсудили дальнейшие планы
Парка высоких технологий.
Второй абзац начинается с новой строки и тоже перенесён по ширине, как
Парк и остальной текст письма.
"""


def test_lines_wrapped_by_width_are_paragraphs():
    lines = clean(WRAPPED).text.split("\n")
    assert [line.split()[0] for line in lines] == ["Министерство", "Второй"]
    assert "комиссий, Белорусской" in lines[0]
    assert "как Парк" in lines[1]


METADATA = {
    "heading": ("# **Форум** в Минске\n\nТекст.", ("Форум в Минске", None, None)),
    "first heading": ("Текст.\n\n## Первый\n\n## Второй", ("Первый", None, None)),
    "source address": ("**Source URL:** <https://a.by/x>", (None, "https://a.by/x", None)),
    "source link": ("Источник: [Минсвязи](https://a.by/x)", (None, "https://a.by/x", None)),
    "source name": ("Источник: БЕЛТА", (None, "БЕЛТА", None)),
    "source in small letters": ("Источник: в правительстве", (None, None, None)),
    "published": ("Опубликовано 17.06.2025", (None, None, "2025-06-17")),
    "published in words": ("Опубликовано: 17 июня 2025 г., 14:10", (None, None, "2025-06-17")),
    "published, labelled": ("*Дата публикации:* 2025-06-17", (None, None, "2025-06-17")),
    "bare date": ("Форум\n\n17/06/2025 12:08\n\nТекст.", (None, None, "2025-06-17")),
    "bare date far down": ("А.\n\nБ.\n\nВ.\n\nГ.\n\n17.06.2025\n", (None, None, None)),
    "date in a sentence": ("Опубликовано в газете 17.06.2025", (None, None, None)),
    "no such day": ("Опубликовано 31.02.2025", (None, None, None)),
    "front matter": (
        '---\ntitle: "Форум"\ndate: 2025-06-17\nurl: https://a.by\n---\nТекст.',
        ("Форум", "https://a.by", "2025-06-17"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), METADATA.values(), ids=METADATA)
def test_metadata(text, expected):
    found = clean(text).metadata
    assert (found.title, found.source, found.published) == expected


def test_published_line_stays_in_the_text():
    assert clean("Опубликовано 17.06.2025\n\nТекст.").text == "Опубликовано 17.06.2025\nТекст."


def test_blocks_lie_in_the_original():
    text = "# Форум\n\nПрошёл форум.\n\n- связь\n\nИзображение\n"
    found = [(block.kind, text[block.start : block.end]) for block in clean(text).blocks]
    assert found == [
        ("heading", "Форум"),
        ("paragraph", "Прошёл форум."),
        ("item", "связь"),
        ("boilerplate", "Изображение"),
    ]


SPANS = {
    "bold inside a word": ("**Бел**арусь", "Беларусь", "Бел**арусь"),
    "hyphenated": ("об инфор-\nмации", "информации", "инфор-\nмации"),
    "broken": ("связи и*\n\nинформатизации", "и информатизации", "и*\n\nинформатизации"),
    "composed": ("мои\u0306 дом", "мой", "мои\u0306"),
    "link": ("[Минсвязи](a.by) сообщило", "Минсвязи сообщило", "Минсвязи](a.by) сообщило"),
    "entity": ("&laquo;Связь&raquo;", "«Связь»", "&laquo;Связь&raquo;"),
    "look-alike": ("Mосква", "Москва", "Mосква"),
}


@pytest.mark.parametrize(("text", "words", "expected"), SPANS.values(), ids=SPANS)
def test_original(text, words, expected):
    cleaned = clean(text)
    start = cleaned.text.index(words)
    first, last = cleaned.original(start, start + len(words))
    assert text[first:last] == expected
    assert cleaned.clean(first) == start


def test_original_refuses_what_is_outside():
    with pytest.raises(IndexError, match="no span 0:9 in a clean text of 5"):
        clean("Минск").original(0, 9)


SIGNS = "*_#>-|`~[]()!<>\\=+.: \t\n\r\u00a0\u00ad\u200b\u0301абвАB1"
ANY = st.text(max_size=80) | st.text(st.sampled_from(SIGNS), max_size=150)


@given(ANY)
@settings(deadline=None, max_examples=200)
def test_offsets_rise_and_come_back(text):
    cleaned = clean(text)
    last = 0
    for position in range(len(cleaned.text)):
        start, end = cleaned.original(position, position + 1)
        assert 0 <= start <= end <= len(text)
        assert start >= last or cleaned.clean(start) <= position
        assert end >= last
        last = start
        if start < end:
            assert cleaned.clean(start) <= position


@given(ANY)
@settings(deadline=None, max_examples=100)
def test_letters_are_never_invented(text):
    import unicodedata

    def folded(each):
        plain = unicodedata.normalize("NFC", each)
        return {sign for sign in plain if sign.isalnum()}

    lookalikes = set("АаВСсЕеНКкМОоРрТХхУуІіAaBCcEeHKkMOoPpTXxYyIi")
    assert folded(clean(text).text) - folded(text) <= lookalikes | set("йЙёЁ")


@given(st.text(st.sampled_from("абв гд.,!?«» "), max_size=80))
@settings(deadline=None, max_examples=100)
def test_plain_text_keeps_its_letters(text):
    assert clean(text).text.split() == text.split()


@given(st.text("аб \n*_[](й\u0306\u00ad&#160;-", max_size=40))
@settings(deadline=None)
def test_many_stretches_are_as_each_alone(text):
    cleaned = clean(text)
    size = len(cleaned.text)
    extents = [(start, end) for start in range(size) for end in range(start + 1, size + 1)]
    assert cleaned.originals(extents) == [cleaned.original(*extent) for extent in extents]
