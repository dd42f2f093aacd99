"""Text → runs of nodes: the words and numbers of a grammar that stand side by side around a trigger.

«Подписан 22 августа 2024 г. в Минске» → one run: n23 month n2199 г в
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.mentions.cascade.files import GrammarFile
from nlp.mentions.cascade.following import following
from nlp.mentions.cascade.lexicon import DASHES, Lexicon, any_of
from nlp.mentions.cascade.node import Node
from nlp.mentions.cascade.shapes import Shapes
from nlp.mentions.cascade.tokens import ROMAN_LETTERS, Tokens

BLANKS = "\t\u00a0\u2007\u2009\u202f\u3000"
ADDRESS = "/_=#@"
"""Signs before a number that tell a part of an address or of a file's name."""
BEGUN = 5
"""Letters by which a word is first taken for a trigger."""
AHEAD = 24
"""How far the test of a following word may look on."""
MARKS, QUOTES = f"{DASHES},.()", "«„“\"'"
_ROMAN_PIECE = ROMAN_LETTERS | frozenset(DASHES)


class Lexer:
    """Finds the runs of one grammar; made once, keeps nothing between texts."""

    def __init__(self, lexicon: Lexicon, shapes: Shapes, file: GrammarFile) -> None:
        self.lexicon, self.asks = lexicon, file.asks
        self.tokens = Tokens(lexicon, shapes, file)
        forms = [form for form, entry in lexicon.items() if entry.kind in file.triggers]
        self.trigger = re.compile(_trigger(forms))
        self.words = frozenset(forms)

    def runs(self, text: str) -> Iterator[list[Node]]:
        """The runs in the order of the text; none overlaps another."""
        text, done, place = one_blank(text), 0, 0
        lower, search, words = small(text), self.trigger.search, self.words
        while found := search(lower, max(done, place)):
            trigger = found.start()
            if (word := found[0]) not in words and word[0].isalpha():
                place = found.end()  # a word that only begins like one
                continue
            if trigger and text[trigger - 1] != " " and _glued(text, trigger):
                done = _blank_after(text, found.end())
                continue
            nodes, done = self._forward(text, trigger, self._begin(text, trigger, done))
            if nodes:
                yield nodes
            done = max(done, found.end())

    def _begin(self, text: str, trigger: int, done: int) -> int:
        """Where the known words that lead up to `trigger` begin: «в первой половине» before «июня»."""
        begin, known = trigger, self.lexicon
        while begin > done and text[begin - 1] != "\n":
            end = begin - 1 if text[begin - 1] == " " else begin
            cut = max(done - 1, text.rfind(" ", done, end), text.rfind("\n", done, end))
            piece = text[cut + 1 : end]
            bare = piece.strip(MARKS)
            if bare and bare.lower() not in known and not _ROMAN_PIECE.issuperset(bare):
                inner = bare.lstrip(QUOTES)
                return cut + 1 + piece.index(inner) if inner and inner.lower() in known else begin
            begin = cut + 1
        return begin

    def _forward(self, text: str, trigger: int, begin: int) -> tuple[list[Node], int]:
        """The known tokens from `begin` that reach over `trigger`, and where the search goes on."""
        nodes: list[Node] = []
        end, read = begin, self.tokens.read
        for match in self.tokens.regex.finditer(text, begin):
            if match.start() < end:
                continue  # the full stop of an abbreviation
            end = match.end()
            if read(match, text, nodes):
                end = nodes[-1].end
            elif end > trigger:
                nodes += self._tail(match, nodes, text)
                break
            else:
                nodes.clear()
        return nodes, end

    def _tail(self, match: re.Match[str], nodes: list[Node], text: str) -> list[Node]:
        """The unknown word that ends a run, which may tell what the last word of the run means."""
        if match.lastgroup != "word" or not nodes:
            return []
        last, asks = nodes[-1].kind, self.asks
        asked = asks.get(last) or (asks.get(f"{nodes[-2].kind} {last}") if len(nodes) > 1 else None)
        return [Node(following(text[match.start() : match.end() + AHEAD], asked), match.start(), match.end(), {})]


def _trigger(forms: Sequence[str]) -> str:
    """A regular expression for digits, signs and words that begin like these, in small letters.

    An expression of the whole words takes a quarter of a second to compile.
    """
    signs = "".join(f"{re.escape(form)}|" for form in forms if not form[0].isalpha())
    long = {form for form in forms if form.isalpha() and len(form) > BEGUN}
    short = any_of(form for form in forms if form[0].isalpha() and form not in long)
    begun = any_of({form[:BEGUN] for form in long})
    return rf"\d+|{signs}(?<![^\W\d_])(?:{short}(?![^\W\d_])|{begun}[^\W\d_]+)"


def small(text: str) -> str:
    """The text in small letters; no offset moves."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(map(_small, text))


def _small(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


def one_blank(text: str) -> str:
    """The text with a plain blank for every kind of blank; no offset moves."""
    for blank in BLANKS:
        if blank in text:
            text = text.replace(blank, " ")
    return text


def _glued(text: str, trigger: int) -> bool:
    """Whether a number is part of a name or an address: «Ту-154», «U2», «/2016/06/30»."""
    last = text[trigger - 1]
    if last in ADDRESS or not text[trigger].isdigit():
        return last in ADDRESS
    return last.isalpha() or (last in DASHES and text[max(0, trigger - 2)].isalpha())


def _blank_after(text: str, position: int) -> int:
    """Where a name or an address ends."""
    ends = [end for blank in " \n" if (end := text.find(blank, position)) >= 0]
    return min(ends, default=len(text))
