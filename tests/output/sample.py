"""A record written by hand, with every kind of part in it, for the tests of what comes after the pipeline."""

from nlp import schema

TITLE = "Минтранс и «Волжские верфи» договорились о паромах"
TEXT = f"""# {TITLE}

16 июня т.г. министр транспорта Анна Орлова провела в Самаре переговоры с главой АО «Волжские верфи» Ильёй Дроздом.

По итогам встречи *подписан* меморандум о строительстве паромов между Министерством транспорта
Республики Татарстан и АО «Волжские верфи» на 4,5 млрд рублей. Орлова планирует в июле посетить Казань.
"""


def mention(number, text, label, entity=None, *, nth=0, rule="ner"):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return schema.Mention(f"m{number}", start, start + len(text), text, label, entity, rule, 0.9)


MENTIONS = (
    mention(1, "Минтранс", "ORGANIZATION", "o1"),
    mention(2, "«Волжские верфи»", "ORGANIZATION", "o2"),
    mention(3, "16 июня т.г.", "DATE", rule="dates/day"),
    mention(4, "министр транспорта", "PROFESSION", rule="pattern/post"),
    mention(5, "Анна Орлова", "PERSON", "p1"),
    mention(6, "Самаре", "CITY", "l1"),
    mention(7, "главой", "PROFESSION", rule="pattern/post"),
    mention(8, "АО «Волжские верфи»", "ORGANIZATION", "o2"),
    mention(9, "Ильёй Дроздом", "PERSON", "p2"),
    mention(10, "меморандум о строительстве паромов", "LAW", "a1", rule="pattern/agreement"),
    mention(11, "Министерством транспорта\nРеспублики Татарстан", "ORGANIZATION", "o1", rule="pattern/ministry"),
    mention(12, "Республики Татарстан", "STATE_OR_PROVINCE", "l2", rule="lexicon/region"),
    mention(13, "АО «Волжские верфи»", "ORGANIZATION", "o2", nth=1),
    mention(14, "4,5 млрд рублей", "MONEY", rule="amounts/money"),
    mention(15, "Орлова", "PERSON", "p1", nth=1),
    mention(16, "июле", "DATE", rule="dates/month"),
    mention(17, "Казань", "CITY", "l3"),
)


def trigger(text):
    start = TEXT.index(text)
    return schema.Trigger(start, start + len(text), text)


def sentence(first, last):
    return schema.Extent(TEXT.index(first), TEXT.index(last) + len(last))


def argument(role, number, name):
    at = MENTIONS[number - 1]
    return schema.Argument(role, at.id, at.entity, name)


MINISTRY, YARD = "Министерство транспорта Республики Татарстан", "АО «Волжские верфи»"
PAPER = "меморандум о строительстве паромов"
EVENTS = (
    schema.Event(
        "e1", "agreement", "reached", "actual", trigger("договорились"),
        (argument("party", 1, MINISTRY), argument("party", 2, YARD)),
        None, None, None, None, sentence("# Мин", "паромах"), 0.8, "agreement/reached",
    ),
    schema.Event(
        "e2", "meeting", "talks", "actual", trigger("переговоры"),
        (argument("participant", 5, "Анна Орлова"), argument("participant", 9, "Илья Дрозд")),
        schema.EventDate("2025-06-16", "m3"), schema.EventPlace("l1", "m6"), None, None,
        sentence("16 июня", "Дроздом."), 0.9, "meeting/talks",
    ),
    schema.Event(
        "e3", "agreement", "signed", "actual", trigger("подписан"),
        (argument("party", 11, MINISTRY), argument("party", 13, YARD), argument("document", 10, PAPER)),
        schema.EventDate("2025-06-16", None), schema.EventPlace(None, "m6"), "a1", "e1",
        sentence("По итогам", "рублей."), 0.95, "agreement/signed",
    ),
    schema.Event(
        "e4", "visit", None, "planned", trigger("посетить"),
        (argument("visitor", 15, "Анна Орлова"), argument("host", 17, "Казань")),
        schema.EventDate("2025-07", "m16"), None, None, None,
        sentence("Орлова планирует", "Казань."), 0.9, "visit/visit",
    ),
)  # fmt: skip

RECORD = schema.Record(
    id=schema.record_id("паромы.md", TEXT),
    source="паромы.md",
    title=TITLE,
    published="2025-06-17",
    language="ru",
    text=TEXT,
    mentions=MENTIONS,
    people=(
        schema.Person(
            "p1", "Анна Орлова", "Анна", None, "Орлова", "female", ("Орлова",),
            (schema.Position("министр транспорта", "l2", None, None, "m4"),), ("m5", "m15"),
        ),
        schema.Person(
            "p2", "Илья Дрозд", "Илья", None, "Дрозд", "male", (),
            (schema.Position("глава", "o2", None, None, "m7", "former"),), ("m9",),
        ),
    ),
    organisations=(
        schema.Organisation("o1", MINISTRY, "Минтранс", (), "ministry", "RU", None, ("m1", "m11")),
        schema.Organisation("o2", YARD, None, ("«Волжские верфи»",), "company", "RU", None, ("m2", "m8", "m13")),
    ),
    places=(
        schema.Place("l1", "Самара", "city", "RU", (), ("m6",)),
        schema.Place("l2", "Республика Татарстан", "region", "RU", ("Татарстан",), ("m12",)),
        schema.Place("l3", "Казань", "city", "RU", (), ("m17",)),
    ),
    dates=(
        schema.Date("m3", "2025-06-16", None, ("year",), "published"),
        schema.Date("m16", "2025-07", None, ("year",), "published"),
    ),
    amounts=(schema.Amount("m14", 4_500_000_000, "RUB"),),
    relations=(schema.Relation("WORKS_AS", "m5", "m4", 0.9),),
    agreements=(
        schema.Agreement(
            "a1", "memorandum", "Меморандум о строительстве паромов", "строительство паромов", None, "2025-06-16", None,
            "signed", ("o1", "o2"), (), ("m10",),
        ),
    ),
    events=EVENTS,
)  # fmt: skip

EMPTY = schema.Record(id=schema.record_id(None, ""), source=None, title=None, published=None, language="ru", text="")
