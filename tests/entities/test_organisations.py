"""Which mentions are one organisation: a small text, and «name | short: number of mentions» of each one expected."""

import pytest

from tests.entities.marked import read, table

MINISTRY = "[Министерство связи и информатизации [Республики Беларусь](COUNTRY)](ORGANIZATION)"


def organisations(doc):
    return [f"{each.name} | {each.short or '-'}: {len(each.mentions)}" for each in doc._.organisations]


@pytest.mark.parametrize(("text", "expected"), table("organisations"))
def test_which_is_which(text, expected):
    assert organisations(read(text)) == expected


FACTS = [
    (MINISTRY, "ministry", "BY"),
    ("[Госсовет [КНР](COUNTRY)](ORGANIZATION)", "government", "CN"),
    ("[Белорусская железная дорога](ORGANIZATION)", "company", "BY"),
    ("[ОАО «Маяк»](ORGANIZATION)", "company", None),
    ("[Белорусский государственный университет](ORGANIZATION)", "university", "BY"),
    ("[Правительство [Псковской области](STATE_OR_PROVINCE)](ORGANIZATION)", "government", "RU"),
    ("[ШОС](ORGANIZATION)", "international", None),
    ("[МИД [Франции](COUNTRY)](ORGANIZATION)", "ministry", "FR"),
    ("компания «[Ромашка](ORGANIZATION)»", "company", None),
    ("[Верховный суд](ORGANIZATION)", "court", None),
    ("завод [«Заря»](ORGANIZATION)", "company", None),
    ("журнал [«Заря»](ORGANIZATION)", "media", None),
    ("[Акционерное общество «Заря»](ORGANIZATION)", "company", None),
    ("[Минэкономразвития [России](COUNTRY)](ORGANIZATION)", "ministry", "RU"),
    ("[Минская ярмарка](ORGANIZATION)", None, None),
    ("[Huawei](ORGANIZATION)", None, None),
]


@pytest.mark.parametrize(("text", "kind", "country"), FACTS)
def test_kind_and_country(text, kind, country):
    doc = read(f"Об этом сообщает {text}.")
    assert [(each.kind, each.country) for each in doc._.organisations] == [(kind, country)]


def test_part_of_an_organisation_that_is_named_by_itself():
    doc = read("[Факультет журналистики [МГУ](ORGANIZATION)](ORGANIZATION) открыт. Ректор [МГУ](ORGANIZATION) доволен.")
    names = {each.id: each.name for each in doc._.organisations}
    assert [names.get(each.part_of) for each in doc._.organisations] == ["МГУ", None]
