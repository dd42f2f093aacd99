"""A record whose every string tries to be more than text."""

from nlp import schema

NAUGHTY = "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>\x00\u202e&amp;<b>&\u05d0\u200f"
TAIL = "<!-- <script> \ud800 'и\" </style> --> ]]> {{ 7*7 }}"
TEXT = f"{NAUGHTY}\n\nИван Петров встретился с {NAUGHTY} в Минске.\n\n{TAIL}"
WORD = "встретился"


def _mention(number: int, text: str, label: str, entity: str | None, nth: int = 0) -> schema.Mention:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return schema.Mention(f"m{number}", start, start + len(text), text, label, entity, "</script>", 0.5)


MENTIONS = (_mention(1, "Иван Петров", "PERSON", "p1"), _mention(2, NAUGHTY, "ORGANIZATION", "o1", nth=1))
AT = TEXT.index(WORD)
RECORD = schema.Record(
    id="0" * 16,
    source=f"{NAUGHTY}.md",
    title=NAUGHTY,
    published=None,
    language="ru",
    text=TEXT,
    mentions=MENTIONS,
    people=(schema.Person("p1", f"Иван {NAUGHTY}", "Иван", None, "Петров", None, (), (), ("m1",)),),
    organisations=(schema.Organisation("o1", NAUGHTY, NAUGHTY, (), None, NAUGHTY, None, ("m2",)),),
    events=(
        schema.Event(
            "e1", NAUGHTY, NAUGHTY, "actual", schema.Trigger(AT, AT + len(WORD), WORD),
            (schema.Argument(NAUGHTY, "m1", "p1", NAUGHTY), schema.Argument("participant", "m2", "o1", NAUGHTY)),
            schema.EventDate("2024-05-01", None), None, None, None,
            schema.Extent(TEXT.index("Иван"), AT + 40), 0.5, NAUGHTY,
        ),
        schema.Event(
            "e2", "meeting", "talks", "actual", schema.Trigger(AT, AT + len(WORD), WORD),
            (schema.Argument("participant", "m1", "p1", "Иван"), schema.Argument("participant", "m2", "o1", NAUGHTY)),
            None, None, None, None, schema.Extent(TEXT.index("Иван"), AT + 40), 0.5, "meeting/talks",
        ),
    ),
)  # fmt: skip
