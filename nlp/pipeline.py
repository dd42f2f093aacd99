"""The whole walk on one screen: which components run, in what order, and how texts become records.

`COMPONENTS` is the order; every component says what it requires and assigns, and `Language.analyze_pipes` finds the
list complete. `load` reads a model folder in spaCy's own layout; `extract` is what most scripts need.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args, overload

import msgspec
import spacy

from nlp import document  # noqa: F401  registers the extension attributes
from nlp.errors import InputError, ModelError
from nlp.joining import Joined
from nlp.morphology import inflection
from nlp.schema import Label, Record, record_id
from nlp.text.source import SourceText
from nlp.text.windows import WINDOW, windows

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "ru_letopis"
TOKENIZER = "letopis.Tokenizer.v1"
COMPONENTS = (
    "letopis_sentences",  # where sentences start
    "letopis_network",  # parts of speech, features, dependency trees, raw names
    "letopis_lemmatizer",  # dictionary forms that agree with the tags
    "letopis_names",  # proposals: people, organisations, places
    "letopis_patterns",  # proposals: posts, bodies, documents, gatherings
    "letopis_dates",  # proposals: dates, times, ages
    "letopis_amounts",  # proposals: money, percent, numbers
    "letopis_spans",  # proposals of the span model, which knows those of the rules: all labels
    "letopis_mentions",  # which proposals stand
    "letopis_relations",  # how the mentions stand to each other
    "letopis_values",  # what dates and sums are worth
    "letopis_entities",  # who and what is meant
    "letopis_events",  # who did what
    "letopis_record",  # the record
)
log = logging.getLogger(__name__)
READERS = COMPONENTS[:3]
"""What a normal form needs: where sentences start, tags, lemmas."""
READ_LATELY = 4
"""Texts kept read, so that several normal forms of one text cost one reading."""
BATCH = 32
"""Documents read ahead at a time when many are annotated."""
MAX_LENGTH = 1_000_000_000
"""Code points in one document; every component works through a window, so that memory does not limit the length."""


def build() -> Language:
    """The pipeline with its components in order and without weights: what a training recipe starts from."""
    pipeline = spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    for name in COMPONENTS:
        pipeline.add_pipe(name)
    return pipeline


def load(model: str | Path = MODEL, frames: str | Path | None = None) -> Language:
    """Read a model, by the name of a shipped one or the path of a folder; raises `ModelError` when there is none.

    `frames` is a folder with event types of your own beside the shipped ones; raises `KnowledgeError` for a wrong file.
    """
    folder, begun = model_folder(model), time.monotonic()
    own = {} if frames is None else {"components": {"letopis_events": {"frames": str(Path(frames).resolve())}}}
    try:
        pipeline = spacy.load(folder, config=own)
    except (OSError, ValueError) as error:
        raise ModelError(f"{folder}: this model cannot be loaded: {error}") from error
    pipeline.max_length = MAX_LENGTH
    log.info("model %s loaded in %.1f s", folder, time.monotonic() - begun)
    return pipeline


@overload
def extract(  # type: ignore[overload-overlap]  # a text is also an iterable of its letters, and never meant so
    text: str, published: str | None = None, source: str | None = None, title: str | None = None
) -> Record: ...


@overload
def extract(
    text: Iterable[str | SourceText], published: str | None = None, source: str | None = None, title: str | None = None
) -> Iterator[Record]: ...


def extract(
    text: str | Iterable[str | SourceText],
    published: str | None = None,
    source: str | None = None,
    title: str | None = None,
) -> Record | Iterator[Record]:
    """Turn a text into its record, or many texts into their records, lazily and in order.

    `published` (EDTF: "2025-06-17") anchors «вчера»; what a `SourceText` says of itself goes before the arguments here.
    Raises `InputError` for a document that cannot be read.
    """
    if isinstance(text, str):
        return next(_strict(records(_default(), [_source(text, published, source, title)])))
    return _strict(records(_default(), (_source(item, published, source, title) for item in text)))


def normal_form(text: str, start: int, end: int, label: Label | None = None) -> str:
    """The words of `text[start:end]` in the nominative: «с Сюн Цицзюнем», 2 to 14 → Сюн Цицзюнь.

    Their number and letter case are kept, quotation marks become «…»; a word cut in two counts whole. `label` says what
    they name, when that is known. The whole text is read: other mentions of a name vote. Raises `InputError` for places
    that hold no word of the text and for a label that NEREL has not.
    """
    if not 0 <= start < end <= len(text):
        raise InputError(
            "text", f"{start}:{end} is no stretch of its {len(text)} characters: 0 <= start < end is asked"
        )
    if label is not None and label not in get_args(Label):
        raise InputError("text", f"no label {label!r}: {', '.join(get_args(Label))} are known")
    span = _read(text).char_span(start, end, alignment_mode="expand")
    form = inflection.normal_form(span, label) if span else ""
    if not form:
        raise InputError("text", f"{start}:{end} holds no word: {text[start:end]!r}")
    return form


@lru_cache(maxsize=READ_LATELY)
def _read(text: str) -> Doc:
    """The text with its tags, by the default model."""
    pipeline = _default()
    doc = pipeline.make_doc(text)
    for name in READERS:
        doc = pipeline.get_pipe(name)(doc)
    return doc


def records(
    pipeline: Language, sources: Iterable[SourceText | InputError], rest: Callable[[], None] | None = None
) -> Iterator[Record | InputError]:
    """A record or an error for every source, in order: one bad document never stops the rest.

    `rest` is called when no document is at work: between batches, and between the windows of a long text.
    """
    waiting = iter(sources)
    while batch := list(islice(waiting, BATCH)):
        for is_long, some in groupby(batch, _is_long):
            items = list(some)
            yield from _long(pipeline, items, rest) if is_long else _batch(pipeline, items)
            if rest is not None:
                rest()


def _is_long(item: SourceText | InputError) -> bool:
    return isinstance(item, SourceText) and len(item.text) > WINDOW


def _long(
    pipeline: Language, items: Iterable[SourceText | InputError], rest: Callable[[], None] | None
) -> Iterator[Record | InputError]:
    """Texts that are read window by window; one that fails in a window fails as a whole."""
    for item in items:
        try:
            yield _joined(pipeline, cast("SourceText", item), rest)
        except InputError as error:
            yield error


def _joined(pipeline: Language, item: SourceText, rest: Callable[[], None] | None) -> Record:
    """What the first window tells of the whole text, its date above all, goes on for the others."""
    whole, first = Joined(), None
    for start, end in windows(item.text):
        known = item if first is None else msgspec.structs.replace(item, published=first.published, title=first.title)
        found = _alone(pipeline, msgspec.structs.replace(known, text=item.text[start:end]))
        if isinstance(found, InputError):
            raise found
        whole.add(found, start)
        first = first or msgspec.structs.replace(found, text="")
        if rest is not None:
            rest()
    return whole.record(cast("Record", first), item.id or record_id(item.source, item.text), item.text)


def _batch(pipeline: Language, batch: list[SourceText | InputError]) -> Iterator[Record | InputError]:
    """Annotate a batch together; when that fails, each document alone, so that the culprit is named."""
    texts = [item for item in batch if isinstance(item, SourceText)]
    done: Iterator[Record | InputError]
    try:
        done = iter([_record(doc) for doc in pipeline.pipe([as_doc(pipeline, item) for item in texts])])
    except Exception:  # noqa: BLE001  whatever a document can provoke: it must be found, the others kept
        log.info("one of %d documents fails; each is read alone", len(texts))
        done = iter([_alone(pipeline, item) for item in texts])
    for item in batch:
        yield next(done) if isinstance(item, SourceText) else item


def _alone(pipeline: Language, item: SourceText) -> Record | InputError:
    try:
        return _record(pipeline(as_doc(pipeline, item)))
    except Exception as error:
        failed = InputError(item.source or "text", f"cannot be annotated: {type(error).__name__}: {error}")
        failed.__cause__ = error
        log.debug("%s cannot be annotated", item.source, exc_info=error)
        return failed


def as_doc(pipeline: Language, item: SourceText) -> Doc:
    """The text as a `Doc`; what the caller knows of it goes before what the text says of itself."""
    doc = pipeline.make_doc(item.text)
    for name in ("id", "published", "source", "title"):
        if (known := getattr(item, name)) is not None:
            doc._.set(name, known)
    return doc


def _record(doc: Doc) -> Record:
    record: Record = doc._.record
    log.debug("%s: %d mentions, %d events", record.source, len(record.mentions), len(record.events))
    return record


def _source(item: str | SourceText, published: str | None, source: str | None, title: str | None) -> SourceText:
    if isinstance(item, str):
        return SourceText(text=item, id=None, published=published, source=source, title=title)
    return SourceText(
        text=item.text,
        id=item.id,
        published=item.published or published,
        source=item.source or source,
        title=item.title or title,
    )


def _strict(results: Iterator[Record | InputError]) -> Iterator[Record]:
    for result in results:
        if isinstance(result, InputError):
            raise result
        yield result


@lru_cache(maxsize=1)
def _default() -> Language:
    return load()


def model_folder(model: str | Path) -> Path:
    """A path as given; a name beside this package's checkout, or inside the installed package."""
    here = Path(__file__).resolve().parent
    places = [Path(model), here.parent / "models" / model, here / "_models" / model]
    for place in places:
        if (place / "config.cfg").is_file():
            return place
    raise ModelError(f"no model {str(model)!r}: looked for config.cfg in {', '.join(map(str, places))}")
