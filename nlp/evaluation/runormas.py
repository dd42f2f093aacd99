"""Normal forms against RuNormAS: `letopis evaluate runormas RuNormAS/ --out out/runormas`.

A folder holds `ID.txt` and `ID.ann`, one phrase a line, `start end` for each of its pieces; line i of `ID.norm`, beside
them or in the folder `norm` next to theirs, is the form wanted for line i. Right is what the shared task's scorer takes
for right (`nlp.evaluation.sameness`); how much equals the form letter for letter is told beside it.
Paper: Golovanov et al., RuNormAS-2021: a Shared Task on Russian Normalization of Annotated Spans, 2021.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokens import Doc, Token

from nlp.errors import InputError
from nlp.evaluation.corpus import collect, files, read_text, write
from nlp.evaluation.habits import Habits, Phrase, Piece, load, written
from nlp.evaluation.report import Report
from nlp.evaluation.sameness import Counted
from nlp.evaluation.scores import TOTAL
from nlp.evaluation.standoff import Pieces, pieces_of
from nlp.knowledge.dictionary import fold
from nlp.morphology.annotate import RAW_NAMES
from nlp.morphology.inflection import chosen, spelt

HABITS = Path(__file__).with_name("runormas_habits.json")
_SMALL: WeakKeyDictionary[Doc, frozenset[str]] = WeakKeyDictionary()
TEXTS, NORMS = "texts_and_ann", "norm"
COMPONENTS = ["letopis_sentences", "letopis_network", "letopis_lemmatizer"]


class Phrases(NamedTuple):
    """A text, the phrases to normalise, and their forms: `None` when the corpus does not give them."""

    path: Path
    text: str
    phrases: tuple[Pieces, ...]
    norms: tuple[str, ...] | None


def evaluate(data: Path, out: Path, pipeline: Language, dev: bool = False) -> Report:
    """Write an `ID.norm` for every text, in the corpus's folders; `dev` takes a tenth of the texts, always the same."""
    paths = [path for path in files(data, "*.txt") if not dev or in_dev(path.name)]
    documents, skipped = collect(paths, read)
    counts, scored, done = Counted(), 0, 0
    with pipeline.select_pipes(enable=COMPONENTS):
        for document in documents:
            found, wrong = collect([document], partial(_forms, pipeline=pipeline))
            skipped += wrong
            for forms in found:
                write(out / _target(document.path, data), forms)
                done, scored = done + 1, scored + (document.norms is not None)
                counts.add(_part(document.path, data), forms, document.norms or ())
    return Report(task="runormas", documents=done, scored=scored, shares=counts.shares(), skipped=tuple(skipped))


def in_dev(name: str) -> bool:
    """Whether a file belongs to the tenth kept for development, by SHA-256 of its name."""
    return int(sha256(name.encode()).hexdigest(), 16) % 10 == 0


def read(path: Path) -> Phrases:
    """Raises `InputError` for a line that is no phrase of the text, or when the norms are not as many."""
    text, ann = read_text(path), path.with_suffix(".ann")
    lines = enumerate(read_text(ann).splitlines(), 1)
    phrases = tuple(_phrase(line, text, ann, number) for number, line in lines)
    norms = _norms(path)
    if norms is not None and len(norms) != len(phrases):
        raise InputError(path.with_suffix(".norm"), f"{len(norms)} lines for {len(phrases)} phrases")
    return Phrases(path, text, phrases, norms)


def _phrase(line: str, text: str, path: Path, number: int) -> Pieces:
    try:
        return pieces_of(line, len(text))
    except ValueError as error:
        raise InputError(path, f"{line!r} is no phrase: expected «start end», inside the text", number) from error


def _norms(path: Path) -> tuple[str, ...] | None:
    places = (path.with_suffix(".norm"), path.parent.parent / NORMS / f"{path.stem}.norm")
    return next((tuple(read_text(place).splitlines()) for place in places if place.exists()), None)


def _forms(document: Phrases, pipeline: Language) -> list[str]:
    try:
        doc = pipeline(document.text)
    except Exception as error:
        raise InputError(document.path, f"cannot be read: {type(error).__name__}: {error}") from error
    return [form(doc, pieces) for pieces in document.phrases]


def form(doc: Doc, pieces: Pieces) -> str:
    """The phrase in its dictionary form, verbs in the infinitive, spelt as the corpus spells."""
    words = tokens(doc, pieces)
    if not words:
        return written_text(doc, pieces)
    (forms, _), *_ = chosen(words, told(doc, words, pieces))
    return written(as_written(doc, pieces, words, forms), habits())


def tokens(doc: Doc, pieces: Pieces) -> list[Token]:
    """The words of a phrase, signs included, each once."""
    spans = [doc.char_span(start, end, alignment_mode="expand") for start, end in pieces]
    found = {token.i: token for span in spans if span for token in span if token.pos_ != "SPACE"}
    return list(found.values())


def told(doc: Doc, words: Sequence[Token], pieces: Pieces) -> str | None:
    """What the network takes a phrase for, when it is just that name."""
    names = doc.spans[RAW_NAMES] if len(pieces) == 1 and RAW_NAMES in doc.spans else ()
    place = words[0].i, words[-1].i + 1
    return next((f"label={name.label_}" for name in names if (name.start, name.end) == place), None)


def written_text(doc: Doc, pieces: Pieces) -> str:
    """The phrase as it stands, its pieces with a blank between them."""
    return " ".join(doc.text[start:end] for start, end in pieces)


def as_written(doc: Doc, pieces: Pieces, words: Sequence[Token], forms: Sequence[str]) -> Phrase:
    """The phrase with its forms, and what its spelling depends on; a word cut in two by the phrase keeps its form."""
    text, found, last = written_text(doc, pieces), list[Piece](), 0
    for token, wanted in zip(words, forms, strict=True):
        start, end = _inside(token, pieces)
        word = text[start:end]
        if any(letter.isalnum() for letter in word) and (wanted or not found):
            whole = end - start == len(token)
            found.append(Piece(word, _plain(wanted, word) if whole and wanted else word, token.pos_, text[last:start]))
        if any(letter.isalnum() for letter in word):
            last = end
    before = next((token for token in reversed(doc[: words[0].i]) if token.pos_ != "SPACE"), None)
    starts = bool(words[0].is_sent_start) or before is None
    return Phrase(found, text[last:], starts, before.text[-1] if before is not None else "", small(doc), loose(doc))


def _plain(wanted: str, word: str) -> str:
    """The form without the ё that the dictionary adds: whether the corpus has it is a habit of its own."""
    changed = spelt(wanted, word)
    return changed if "ё" in word.lower() else changed.replace("ё", "е").replace("Ё", "Е")


def _inside(token: Token, pieces: Pieces) -> tuple[int, int]:
    """Where a token stands in the text of the phrase."""
    offset = 0
    for start, end in pieces:
        if token.idx < end and token.idx + len(token) > start:
            return offset + max(token.idx, start) - start, offset + min(token.idx + len(token), end) - start
        offset += end - start + 1
    raise ValueError(token)


def small(doc: Doc) -> frozenset[str]:
    """The words that the document writes without a capital."""
    if doc not in _SMALL:
        _SMALL[doc] = frozenset(fold(token.text) for token in doc if token.text.islower())
    return _SMALL[doc]


def loose(doc: Doc) -> bool:
    """Whether the document has blanks before commas."""
    return " ," in doc.text


@lru_cache(maxsize=1)
def habits() -> Habits:
    """What was learned of the corpus's spelling."""
    return load(HABITS)


def _part(path: Path, data: Path) -> str:
    """«named» or «generic» in a folder that holds both."""
    folders = _folders(path, data)
    return folders[0] if folders else TOTAL


def _target(path: Path, data: Path) -> Path:
    return Path(*_folders(path, data), f"{path.stem}.norm")


def _folders(path: Path, data: Path) -> Sequence[str]:
    return [part for part in path.relative_to(data).parent.parts if part != TEXTS]
