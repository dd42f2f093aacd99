"""The component `letopis_spans`: proposals of the span model, all 29 labels, nested.

doc.tensor                what `letopis_network` saw; taken away here
doc.spans["candidates"]   «Павла Ткача» PERSON, rule «spans», its probability as score
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp import document
from nlp.errors import ModelError
from nlp.mentions import bodies, scratch
from nlp.mentions.spans.decisions import refusal, titles
from nlp.mentions.spans.decode import Found
from nlp.mentions.spans.sheets import BUDGET, cut
from nlp.mentions.spans.tagger import FILES, Tagger
from nlp.mentions.spans.weigh import RULE
from nlp.mentions.view import View
from nlp.morphology.annotate import Sentence, sentences
from nlp.morphology.context import Halves, take

NAME = "letopis_spans"


class Part(NamedTuple):
    """A stretch of a document: its words' places, forms, rows of context, and the ends of their sentences."""

    places: list[int]
    forms: list[str]
    context: Halves
    ends: NDArray[np.int64]


class Spans:
    """The span model over a `Doc`; it is empty until `from_disk` or `from_bytes` has given it weights.

    What travels to another process is the folder of the weights, or their bytes when they came as bytes.
    """

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.files: dict[str, bytes] | None = None
        self._ready: Tagger | None = None

    def __call__(self, doc: Doc) -> Doc:
        """One document; it needs the context of `letopis_network`."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Several documents in one pass; a long one goes alone."""
        batch: list[Doc] = []
        words = 0
        for doc in stream:
            batch.append(doc)
            words += len(doc)
            if words >= BUDGET or len(batch) >= batch_size:
                yield from self._annotate(batch)
                batch, words = [], 0
        yield from self._annotate(batch)

    def _annotate(self, docs: list[Doc]) -> list[Doc]:
        found = [parts(doc) for doc in docs]
        tagger = self._prepared()
        results = iter(tagger.find([(part.forms, part.context, part.ends) for each in found for part in each]))
        for doc, each in zip(docs, found, strict=True):
            _propose(doc, [(part.places, next(results)) for part in each])
        return docs

    def _prepared(self) -> Tagger:
        """The weights are unpacked when first needed: a process that only hands pipelines on never pays for them."""
        if self._ready is None:
            self._ready = Tagger(self._bytes())
        return self._ready

    def _bytes(self) -> dict[str, bytes]:
        if self.files is not None:
            return self.files
        if self.folder is None:
            raise ModelError(f"{NAME} has no weights: load a model folder, as nlp.load() does")
        try:
            return {name: (self.folder / name).read_bytes() for name in FILES}
        except OSError as error:
            raise ModelError(f"{self.folder}: {NAME} misses a file of weights: {error}") from error

    def __getstate__(self) -> dict[str, Any]:
        return {"folder": self.folder, "files": self.files, "_ready": None}

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """The model and its tables, byte for byte."""
        folder = Path(path)
        if self.folder is not None and folder.resolve() == self.folder:
            return
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self._bytes().items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Spans:
        """Remember the folder; raises `ModelError` when a file is not in it."""
        folder = Path(path).resolve()
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise ModelError(f"{folder}: {NAME} misses {', '.join(missing)}")
        self.folder, self.files, self._ready = folder, None, None
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Both files in one MessagePack map."""
        return bytes(srsly.msgpack_dumps(self._bytes()))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Spans:
        """The inverse of `to_bytes`."""
        self.folder, self.files, self._ready = None, srsly.msgpack_loads(data), None
        return self


def parts(doc: Doc) -> list[Part]:
    """The document in stretches that the model can read; none when the network left no context."""
    context = take(doc)
    if context is None:
        return []
    read = sentences(doc)
    places = [place for sentence in read for place in sentence.words]
    forms = [form for sentence in read for form in sentence.forms]
    ends = _ends(read)
    return [
        Part(places[start:end], forms[start:end], context[places[start:end]], np.minimum(ends[start:end], end) - start)
        for start, end in cut([len(sentence.words) for sentence in read])
    ]


def _ends(read: list[Sentence]) -> NDArray[np.int64]:
    """For every word the place after its sentence's last."""
    lengths = np.array([len(sentence.words) for sentence in read], dtype=np.int64)
    return np.repeat(np.cumsum(lengths), lengths)


def _propose(doc: Doc, found: list[tuple[list[int], list[Found]]]) -> None:
    """Names in quotes take these in, and what is no mention of the record is refused."""
    if not any(each for _, each in found):
        return
    view = View(doc)
    spans = [span for places, each in found for span in _spans(view, places, each)]
    document.propose(doc, spans)


def _spans(view: View, places: list[int], found: list[Found]) -> Iterator[Span]:
    placed = [(view.places[places[each.start]], view.places[places[each.end - 1]] + 1, each.label) for each in found]
    inner = titles(placed)
    for (start, end, label), each in zip(placed, found, strict=True):
        span = view.span(*bodies.quoted(view, start, end), label, RULE, each.score)
        if reason := refusal(view, start, end, label, inner):
            scratch.refuse(view.doc, span, label, reason, RULE)
        else:
            yield span


@Language.factory(
    NAME,
    requires=["token.is_sent_start", "token.pos", "token.lemma", "doc.tensor"],
    assigns=["doc.spans"],
)
def make_spans(nlp: Language, name: str) -> Spans:
    """An empty component; `nlp.from_disk` fills it."""
    return Spans()
