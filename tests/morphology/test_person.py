"""A name as written, and its parts in the nominative: text | case | given | patronymic | surname | gender."""

import pytest

from nlp.morphology.person.choice import Context, votes
from nlp.morphology.person.forms import listed
from nlp.morphology.person.name import read_name
from nlp.morphology.person.phrase import respelt

CASES = """
Павел Ткач            | Nom | Павел | - | Ткач | male
Павла Ткача           | Gen | Павел | - | Ткач | male
Павлу Ткачу           | Dat | Павел | - | Ткач | male
Павлом Ткачом         | Ins | Павел | - | Ткач | male
Ткача Павла           | Gen | Павел | - | Ткач | male
Ткача Павла Николаевича | Gen | Павел | Николаевич | Ткач | male
Владимиром Владимировичем Путиным | Ins | Владимир | Владимирович | Путин | male
Анной Сергеевной Ковалевой | Ins | Анна | Сергеевна | Ковалева | female
П.Н. Ткача            | Gen | П. | Н. | Ткач | male
П. Н. Ткачом          | Ins | П. | Н. | Ткач | male
Ткачу П.Н.            | Dat | П. | Н. | Ткач | male
А. Лукашенко          | Nom | А. | - | Лукашенко | -
Дж. Байденом          | Ins | Дж. | - | Байден | male
Джорджа У. Буша       | Gen | Джордж У. | - | Буш | male
Путина                | Gen | - | - | Путин | male
Путина                | Nom | - | - | Путина | female
Лавровым              | Ins | - | - | Лавров | male
Захаровой             | Ins | - | - | Захарова | female
Обамой                | Ins | - | - | Обама | -
Марии Захаровой       | Dat | Мария | - | Захарова | female
Натальи Эйсмонт       | Gen | Наталья | - | Эйсмонт | female
Ангелы Меркель        | Gen | Ангела | - | Меркель | female
Анной Зинькович       | Ins | Анна | - | Зинькович | female
Дмитрием Зиньковичем  | Ins | Дмитрий | - | Зинькович | male
Дмитрия Чернышенко    | Gen | Дмитрий | - | Чернышенко | male
Валентины Матвиенко   | Gen | Валентина | - | Матвиенко | female
Сергею Шойгу          | Dat | Сергей | - | Шойгу | male
Любови Соболь         | Gen | Любовь | - | Соболь | female
Игоря Черных          | Gen | Игорь | - | Черных | male
Никиту Белых          | Acc | Никита | - | Белых | male
Льва Толстого         | Gen | Лев | - | Толстой | male
Софьи Ковалевской     | Gen | Софья | - | Ковалевская | female
Феликсу Дзержинскому  | Dat | Феликс | - | Дзержинский | male
Михаила Салтыкова-Щедрина | Gen | Михаил | - | Салтыков-Щедрин | male
Юрия Шулейко          | Gen | Юрий | - | Шулейко | male
Павла Латушко         | Gen | Павел | - | Латушко | male
Евгения Петросяна     | Gen | Евгений | - | Петросян | male
Касым-Жомарта Токаева | Gen | Касым-Жомарт | - | Токаев | male
Шавкатом Мирзиёевым   | Ins | Шавкат | - | Мирзиёев | male
Садыра Жапарова       | Gen | Садыр | - | Жапаров | male
Ильхама Алиева        | Gen | Ильхам | - | Алиев | male
Ильхама Гейдар оглы Алиева | Gen | Ильхам | Гейдар оглы | Алиев | male
Сюн Цицзюнем          | Ins | Цицзюнь | - | Сюн | male
Сюн Цицзюнь           | Nom | Цицзюнь | - | Сюн | -
Ли Цяна               | Gen | Цян | - | Ли | male
Си Цзиньпину          | Dat | Цзиньпин | - | Си | male
Си Цзиньпином         | Ins | Цзиньпин | - | Си | male
Ван И                 | Nom | И | - | Ван | -
Чжан Вэньчуаня        | Gen | Вэньчуань | - | Чжан | male
Се Сяоюном            | Ins | Сяоюн | - | Се | male
Ху Цзиньтао           | Nom | Цзиньтао | - | Ху | -
Ким Чен Ына           | Gen | Чен Ын | - | Ким | male
Кима Чен Ира          | Gen | Чен Ир | - | Ким | male
Мун Чжэ Ином          | Ins | Чжэ Ин | - | Мун | male
Пан Ги Мун            | Nom | Ги Мун | - | Пан | -
Нгуен Фу Чонга        | Gen | Фу Чонг | - | Нгуен | male
Фам Минь Тинем        | Ins | Минь Тинь | - | Фам | male
Ли Харви Освальда     | Gen | Ли Харви | - | Освальд | male
Синдзо Абэ            | Gen | Синдзо | - | Абэ | male
Реджепа Тайипа Эрдогана | Gen | Реджеп Тайип | - | Эрдоган | male
Реджепом Тайипом Эрдоганом | Ins | Реджеп Тайип | - | Эрдоган | male
Урсулы фон дер Ляйен  | Gen | Урсула | - | фон дер Ляйен | female
Шарля де Голля        | Gen | Шарль | - | де Голль | male
Мухаммеда бен Салмана | Gen | Мухаммед | - | бен Салман | male
Жан-Клода Юнкера      | Gen | Жан-Клод | - | Юнкер | male
Эммануэля Макрона     | Gen | Эммануэль | - | Макрон | male
Франсуа Олланду       | Dat | Франсуа | - | Олланд | male
Виктора Орбана        | Gen | Виктор | - | Орбан | male
Фиделя Кастро         | Gen | Фидель | - | Кастро | male
Уго Чавесом           | Ins | Уго | - | Чавес | male
Хиллари Клинтон       | Gen | Хиллари | - | Клинтон | female
Терезы Мэй            | Gen | Тереза | - | Мэй | female
Нарендры Моди         | Gen | Нарендра | - | Моди | male
Йорана Перссона       | Gen | Йоран | - | Перссон | male
Тони Блэру            | Dat | Тони | - | Блэр | male
Дональдом Трампом     | Ins | Дональд | - | Трамп | male
Tim Cook              | -   | Tim | - | Cook | -
фон Рихтера           | Gen | - | - | фон Рихтер | male
Юко Танакой           | Ins | Юко | - | Танака | female
Айгуль Омаровой       | Ins | Айгуль | - | Омарова | female
Шаоми Чжуаня          | Gen | Шаоми | - | Чжуань | male
Цэнь Вэйуэя           | Gen | Вэйуэй | - | Цэнь | male
Бай Лишвена           | Gen | Лишвен | - | Бай | male
Олега Белова-Сан-Донато | Gen | Олег | - | Белов-Сан-Донато | male
"""


def rows():
    for line in CASES.strip().splitlines():
        text, *cells = (cell.strip() for cell in line.split("|"))
        yield pytest.param(text, *(None if cell == "-" else cell for cell in cells), id=f"{text} {cells[0]}")


@pytest.mark.parametrize(("text", "case", "given", "patronymic", "surname", "gender"), list(rows()))
def test_parts(text, case, given, patronymic, surname, gender):
    name = read_name(text, Context(case=case))
    assert (name.given, name.patronymic, name.surname, name.gender) == (given, patronymic, surname, gender)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("П.И. Ткача", "П.И. Ткач"),
        ("Ткача П. И.", "Ткач П. И."),
        ("Ткачом Павлом", "Ткач Павел"),
        ("Сюн Цицзюнем", "Сюн Цицзюнь"),
        ("Джорджа У. Буша", "Джордж У. Буш"),
    ],
)
def test_the_whole_keeps_its_order_and_spaces(text, name):
    case = "Ins" if text.endswith(("ом", "ем")) else "Gen"
    assert read_name(text, Context(case=case)).name == name


@pytest.mark.parametrize("text", ["", "—", "1812", "«»"])
def test_no_word_is_no_name(text):
    assert read_name(text) is None


def test_other_forms_in_the_document_decide():
    forms = ["Илона", "Маска", "Илон", "Маск", "Маску"]
    assert read_name("Илона Маска", Context(case="Gen", votes=votes(forms))).name == "Илон Маск"


def test_the_gender_of_the_verb_decides():
    assert read_name("Ковалева", Context(case="Nom", gender="female")).name == "Ковалева"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Петр Юдин", "Петра Юдина", "Пётр Юдин"),
        ("Петр Юдин", "Петр Юдин", "Петр Юдин"),
        ("Лев Алешин", "Льва Алешина", "Лев Алешин"),
    ],
)
def test_a_given_name_takes_its_dots_back_unless_written_without(name, text, expected):
    assert respelt(name, text) == expected


def test_the_ranker_speaks_of_unlisted_words_only():
    context = Context(case="Dat", shares={"мирзу": {"мирз": 0.9}, "талерову": {"талеров": 0.9}})
    assert read_name("Мирзу Талерову", context).name == "Мирз Талеров"
    assert not listed("Мирзу")
    assert listed("Акиру")
