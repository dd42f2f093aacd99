"""razdel as a spaCy tokenizer that reads the clean text and keeps every character of the original.

`doc.text == text` for any string. A token that is no word (blanks, markup, boilerplate) has the part of speech "SPACE".
`norm_` of a word is its clean form: «Ми\u00adнистерство» → «Министерство».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from spacy.attrs import NORM, ORTH, POS
from spacy.language import Language
from spacy.symbols import SPACE
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from nlp import document  # noqa: F401  registers doc._.title and its like
from nlp.text.atoms import tokens
from nlp.text.cleaning import clean
from nlp.text.lexemes import quicken
from nlp.text.offsets import Clean

KEY = "letopis.clean"
_CHUNK = re.compile(r"\s+|\S+")


class Piece(NamedTuple):
    """A token to be: its original text, whether a space follows, and its clean form, `None` for no word."""

    text: str
    space: bool
    form: str | None


class Tokenizer:
    """Text → `Doc`; it has no state but the vocabulary."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        quicken(vocab)

    def __call__(self, text: str) -> Doc:
        """A `Doc` with the same text; what the text says of itself goes to `doc._.title`, `source`, `published`."""
        cleaned = clean(text)
        pieces = list(_pieces(text, cleaned))
        doc = Doc(self.vocab, words=[each.text for each in pieces], spaces=[each.space for each in pieces])
        _annotate(doc, pieces)
        doc.user_data[KEY] = msgspec.msgpack.encode(cleaned)
        for name in ("title", "source", "published"):
            doc._.set(name, getattr(cleaned.metadata, name))
        return doc

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """One `Doc` a text."""
        for text in texts:
            yield self(text)

    def to_bytes(self, **_kwargs: Any) -> bytes:
        """Nothing to keep; spaCy asks."""
        return b""

    def from_bytes(self, _data: bytes, **_kwargs: Any) -> Tokenizer:
        """The inverse of `to_bytes`."""
        return self

    def to_disk(self, _path: str | Path, **_kwargs: Any) -> None:
        """Nothing to keep; spaCy asks."""

    def from_disk(self, _path: str | Path, **_kwargs: Any) -> Tokenizer:
        """The inverse of `to_disk`."""
        return self

    def __reduce__(self) -> tuple[type[Tokenizer], tuple[Vocab]]:
        return Tokenizer, (self.vocab,)


@registry.tokenizers("letopis.Tokenizer.v1")  # type: ignore[untyped-decorator,unused-ignore]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """What a config names: `[nlp.tokenizer] @tokenizers = "letopis.Tokenizer.v1"`."""
    return _of_language


def _of_language(nlp: Language) -> Tokenizer:
    return Tokenizer(nlp.vocab)


def _pieces(text: str, cleaned: Clean) -> Iterator[Piece]:
    """Words where the clean text has them, and all that lies between."""
    position = 0
    for start, end, form in _words(cleaned):
        if position < start:
            yield from _between(text, position, start)
        space = text[end : end + 1] == " "
        yield Piece(text[start:end], space, form)
        position = end + space
    yield from _between(text, position, len(text))


def _words(cleaned: Clean) -> Iterator[tuple[int, int, str]]:
    """The words in original offsets; of two that share a character (an entity of two letters) the first."""
    last, words = 0, cleaned.text
    extents = list(tokens(words))
    for (start, end), (first, stop) in zip(extents, cleaned.originals(extents), strict=True):
        if first >= last:
            yield first, stop, words[start:end]
            last = stop


def _between(text: str, start: int, end: int) -> Iterator[Piece]:
    """Blanks, markup and boilerplate in chunks, so that the vocabulary holds few of them."""
    position = start
    while position < end:
        chunk = _CHUNK.match(text, position, end)
        stop = chunk.end() if chunk else end
        space = stop < end and text[stop] == " "
        yield Piece(text[position:stop], space, None)
        position = stop + space


def _annotate(doc: Doc, pieces: list[Piece]) -> None:
    columns: Any = doc.to_array([ORTH, POS])
    for place, each in enumerate(pieces):
        if each.form is None:
            columns[place, 1] = SPACE
        elif each.form != each.text:
            columns[place, 0] = doc.vocab.strings.add(each.form)
    doc.from_array([NORM, POS], columns)


def get_clean(doc: Doc) -> Clean:
    """The clean text of a `Doc`; one that another tokenizer made is cleaned now."""
    kept = doc.user_data.get(KEY)
    return clean(doc.text) if kept is None else _decoded(kept)


@lru_cache(maxsize=16)
def _decoded(kept: bytes) -> Clean:
    return msgspec.msgpack.decode(kept, type=Clean)


Doc.set_extension("clean", getter=get_clean, force=True)
