"""Normal forms against RuNormAS: `letopis evaluate runormas RuNormAS/ --out out/runormas`.

A folder holds `ID.txt` and `ID.ann`, one phrase a line, `start end` for each of its pieces; line i of `ID.norm`, beside
them or in the folder `norm` next to theirs, is the form wanted for line i. Right is what equals it letter for letter.
Paper: Golovanov et al., RuNormAS-2021: a Shared Task on Russian Normalization of Annotated Spans, 2021.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from nlp.errors import InputError
from nlp.evaluation.corpus import collect, files, read_text, write
from nlp.evaluation.report import Report
from nlp.evaluation.scores import TOTAL, Share
from nlp.evaluation.standoff import Pieces, pieces_of
from nlp.knowledge.dictionary import parse
from nlp.morphology.inflection import normal_form
from nlp.morphology.lettering import MARKS, like

WORD = re.compile("[А-ЯЁ][А-Яа-яё]+")
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
    right, total, scored, done = Counter[str](), Counter[str](), 0, 0
    with pipeline.select_pipes(enable=COMPONENTS):
        for document in documents:
            found, wrong = collect([document], partial(_forms, pipeline=pipeline))
            skipped += wrong
            for forms in found:
                write(out / _target(document.path, data), forms)
                done, scored = done + 1, scored + (document.norms is not None)
                part = _part(document.path, data)
                right[part] += sum(map(str.__eq__, forms, document.norms or ()))
                total[part] += len(document.norms or ())
    shares = {part: Share(right[part], total[part]) for part in sorted(total) if part != TOTAL}
    shares[TOTAL] = Share(right.total(), total.total())
    return Report(task="runormas", documents=done, scored=scored, shares=shares, skipped=tuple(skipped))


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
    """The phrase in its dictionary form, its quotation marks as in the text, as the corpus has them."""
    spans = [doc.char_span(start, end, alignment_mode="expand") for start, end in pieces]
    written = " ".join(" ".join(doc.text[start:end] for start, end in pieces).split())
    changed = normal_form([token for span in spans if span for token in span])
    return WORD.sub(_dotted, marked_as(changed, written) or written)


def _dotted(match: re.Match[str]) -> str:
    """«Федоров» → Фёдоров, as the corpus restores it in names: where every reading of the dictionary has ё."""
    word = match.group()
    readings = {reading.word for reading in parse(word.lower())} if "е" in word else set()
    (only,) = readings if len(readings) == 1 else (word,)
    return like(only, word) if only.replace("ё", "е") == word.lower() else word


def marked_as(changed: str, written: str) -> str:
    """«Вектора», in the text with straight marks, has them after the change as well; word by word."""
    ours, theirs = changed.split(), written.split()
    if len(ours) != len(theirs):
        return changed
    return " ".join(_like(own, other) for own, other in zip(ours, theirs, strict=True))


def _like(own: str, other: str) -> str:
    before = other[: len(other) - len(other.lstrip(MARKS))]
    after = other[len(other.rstrip(MARKS)) :] if other.strip(MARKS) else ""
    return before + own.strip(MARKS) + after


def _part(path: Path, data: Path) -> str:
    """«named» or «generic» in a folder that holds both."""
    folders = _folders(path, data)
    return folders[0] if folders else TOTAL


def _target(path: Path, data: Path) -> Path:
    return Path(*_folders(path, data), f"{path.stem}.norm")


def _folders(path: Path, data: Path) -> Sequence[str]:
    return [part for part in path.relative_to(data).parent.parts if part != TEXTS]
