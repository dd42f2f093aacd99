"""Texts that trip parsers: pieces of any kind put together, and good Russian that went through bad hands."""

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from nlp.events.tables import read

TESTS = Path(__file__).resolve().parents[1]
NAMES = ("Министр иностранных дел Павел Ткач", "ООО «Заря»", "А.С. Орлова", "стороны", "он", "посетила", "не")
TIMES = ("12 мая 2025 года", "с 5 по 8 марта", "вчера", "XX век", "31.02.2025", "99:99", "Published: 2025-06-17")
DEEDS = ("подписал меморандум с", "договор № 5", "в Минске", "г.", "т. д.", "1,5 млрд руб.", "$3", "0", "ё", "й")
MARKS = ("«", "»", '"', "(", ")", "—", "-", ".", "...", "| a | b |", "---", "# ", "* ", "<b>", "</", "&amp;", "&#0;")
SIGNS = ("\u0301", "\u00ad", "\u200b", "\ufeff", "\u202e", "\x00", "\x1b", "\r", "\t", "\n", "\n\n", "\u2028", "\x85")
OTHERS = ("\U0001f600", "ﬁ", "Ⅻ", "İ", "ß", "日本", "a", "и\u0306", "[a](b)", "http://a.by/?q=1", "a@b.by")
PIECES = (*NAMES, *TIMES, *DEEDS, *MARKS, *SIGNS, *OTHERS)
"""Names, dates, quotes that do not close, marks that join, letters that grow in lower case."""
HANDS = (
    *("drop", "twice", "swap", "glue", "cut", "break", "insert"),
    *("upper", "lower", "capital", "hyphen", "long", "space", "trim"),
)
"""What may happen to a word on the way."""


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Pieces and any characters, joined by blanks, lines or nothing."""
    piece = st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), st.text(max_size=5))
    found = draw(st.lists(st.tuples(piece, st.sampled_from([" ", " ", "", "\n", ", "])), max_size=40))
    return "".join(part for pair in found for part in pair)


@cache
def sentences() -> tuple[str, ...]:
    """Those of the tables of events."""
    return tuple(line.text for path in sorted((TESTS / "events").glob("*.txt")) for line in read(path))


@st.composite
def worn(draw: st.DrawFn) -> str:
    """One to six sentences of the tables after up to a dozen mishaps."""
    lines = draw(st.lists(st.sampled_from(sentences()), min_size=1, max_size=6))
    words = draw(st.sampled_from([" ", "\n", "\n\n"])).join(lines).split(" ")
    mishap = st.tuples(st.sampled_from(HANDS), st.floats(0, 1), st.sampled_from(PIECES))
    for hand, where, piece in draw(st.lists(mishap, max_size=12)):
        place = int(where * (len(words) - 1))
        words[place : place + 2] = handled(hand, words[place : place + 2], piece)
        words = words or [piece]
    return " ".join(words)


def handled(hand: str, pair: list[str], piece: str) -> list[str]:
    """Two neighbours, or the last word alone, after one mishap: «в Минске» → «вМинске»."""
    first, *rest = pair
    half = len(first) // 2
    done = {
        "drop": rest,
        "twice": [first, *pair],
        "swap": [*rest, first],
        "glue": ["".join(pair)],
        "cut": [first[:half], *rest],
        "break": [f"{first[:half]}\n{first[half:]}", *rest],
        "insert": [first, piece, *rest],
        "upper": [word.upper() for word in pair],
        "lower": [word.lower() for word in pair],
        "capital": [word.title() for word in pair],
        "hyphen": [f"{first[:half]}-\n{first[half:]}", *rest],
        "long": [first[:800] * 40, *rest],
        "space": [" ".join(first), *rest],
        "trim": [first.strip(",.«»"), *rest],
    }
    return done[hand]
