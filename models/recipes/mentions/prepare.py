"""The first step: corpora → words in numbers, gold spans and relations, as the running pipeline would see the words.

Near-duplicates of whatever is measured on leave the training part; what is left loses a slice, held out for
probabilities. The slice and the variants of a text are drawn by the names of the documents: they stay the same from run
to run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import msgspec
import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from models.recipes.mentions import corpus
from models.recipes.mentions.brat import Annotated, documents, with_line_feeds
from models.recipes.mentions.corpus import Example, Gold, Tie
from models.recipes.mentions.variants import VARIANTS
from nlp import pipeline as walk
from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.features import VECTORS, Reader, dictionary
from nlp.mentions.spans.hints import hints
from nlp.mentions.spans.stretches import Stretch, stretches, tree
from nlp.mentions.spans.tables import Tables
from nlp.morphology import weights
from nlp.morphology.context import take
from nlp.morphology.weights import Weights
from nlp.training.shingles import duplicates

TRAIN, HELD, DEV, RAW = "train", "held", "dev", "raw"
NEREL, COARSE = "nerel", "collection5"
FRONT = (
    "letopis_sentences",
    "letopis_network",
    "letopis_lemmatizer",
    "letopis_names",
    "letopis_patterns",
    "letopis_dates",
    "letopis_amounts",
)
SYNTAX = 1
"""The place of the syntax network among slovnet's three."""
HELD_OUT = 20
"""One document in so many is held out of training."""
LETTERS, READINGS = 180, 60
GUARDED = ("factrueval-devset", "slavicner-dev", "gold/dev")
"""Folders beside NEREL's whose texts are measured on, besides its dev part."""


class Source(NamedTuple):
    """A document in one of its variants, to be read under a part's name."""

    part: str
    corpus: str
    variant: str
    document: Annotated


def prepare(data: Path, out: Path, model: Path) -> None:
    """`data` holds the folders nerel, collection5 and runormas-train; arrays and tables go to `out`.

    `model` is the folder of the whole model, whose networks and rules read the texts.
    """
    from models.recipes.mentions.likely import likely

    out.mkdir(parents=True, exist_ok=True)
    sources = [copy for source in gathered(data) for copy in copies(source)]
    front = _front(model)
    found: dict[str, list[Example]] = {}
    labels = gathered_labels(sources)
    known = _known(front)
    table = Table(labels[NEREL], known.tags[SYNTAX])
    for source, doc in _read(front, sources):
        found.setdefault(_file(source), []).extend(_examples(table, source, doc))
    tables = _tables(table, known, labels)
    names, forms = list(table.forms), Reader(tables).read(list(table.forms), np.stack(table.vectors))
    corpus.write_forms(out / "forms", names, forms)
    worth = likely(tables, names, forms, [each for each in found[TRAIN] if each.corpus == NEREL]).tolist()
    (out / "spans.json").write_bytes(stored.dumps(msgspec.structs.replace(tables, likely=worth)))
    for name, examples in found.items():
        corpus.write(out / name, examples)
        print(f"{name}: {len(examples)} documents, {sum(len(each.ends) for each in examples)} words", flush=True)


def gathered(data: Path) -> list[Source]:
    """Every document under the part it belongs to; what tells the same as a document measured on is left out."""
    train, dev = list(documents(data / NEREL / "train")), list(documents(data / NEREL / "dev"))
    coarse = list(with_line_feeds(data / COARSE))
    raw = list(_raw(data / "runormas-train"))
    guarded = [each.text for each in dev] + [text for name in GUARDED for text in _texts(data / name)]
    parts = [(TRAIN, NEREL, train), (TRAIN, COARSE, coarse), (RAW, NEREL, raw)]
    kept = [Source(part, name, "plain", each) for part, name, own in parts for each in clean(own, guarded, name)]
    return [_held(source) for source in kept] + [Source(DEV, NEREL, "plain", each) for each in dev]


def clean(found: Sequence[Annotated], guarded: Sequence[str], name: str) -> list[Annotated]:
    """Without the near-duplicates of what is measured on."""
    left_out = set(duplicates([each.text for each in found], guarded))
    print(f"{name}: {len(left_out)} of {len(found)} left out as near-duplicates of what is measured on", flush=True)
    return [each for place, each in enumerate(found) if place not in left_out]


def _held(source: Source) -> Source:
    held = source.part == TRAIN and source.corpus == NEREL and crc32(source.document.name.encode()) % HELD_OUT == 0
    return source._replace(part=HELD) if held else source


def _texts(folder: Path) -> list[str]:
    return [path.read_bytes().decode("utf-8", "replace") for path in sorted(folder.rglob("*.txt"))]


def _raw(folder: Path) -> list[Annotated]:
    paths = sorted(folder.rglob("*.txt"))
    return [Annotated(path.stem, path.read_bytes().decode("utf-8", "replace")[:6000], ()) for path in paths]


def copies(source: Source) -> Iterator[Source]:
    """The document itself; of NEREL's also a variant: one for training, those of letter case for measuring."""
    yield source
    if source.part == DEV:
        yield from (source._replace(variant=name) for name in ("capitals", "lower"))
    elif source.part == TRAIN and source.corpus == NEREL:
        names = sorted(set(VARIANTS) - {"plain"})
        yield source._replace(variant=names[crc32(f"variant {source.document.name}".encode()) % len(names)])


def _file(source: Source) -> str:
    return source.part if source.variant == "plain" else f"{source.part}-{source.variant}"


def _front(model: Path) -> Language:
    """The components before the span model, as shipped."""
    pipeline: Language = spacy.load(model, exclude=[name for name in walk.COMPONENTS if name not in FRONT])
    pipeline.max_length = walk.MAX_LENGTH
    return pipeline


def _read(front: Language, sources: Sequence[Source]) -> Iterator[tuple[Source, Doc]]:
    texts = (VARIANTS[each.variant](each.document.text, each.document.name) for each in sources)
    for number, (source, doc) in enumerate(zip(sources, front.pipe(texts), strict=True)):
        if number % 500 == 0:
            print(f"{number} of {len(sources)} texts read", flush=True)
        yield source, doc


class Table:
    """Forms in order of appearance, each with its vector; and the numbers of NEREL's labels and of trees' relations."""

    def __init__(self, labels: Sequence[str], arcs: Sequence[str]) -> None:
        self.labels = {label: number for number, label in enumerate(labels)}
        self.arcs = {arc: number for number, arc in enumerate(arcs, start=1)}
        self.forms: dict[str, int] = {}
        self.vectors: list[np.ndarray] = []

    def rows(self, forms: Sequence[str], vectors: np.ndarray) -> np.ndarray:
        """The numbers of the forms; new ones are entered."""
        for form, vector in zip(forms, vectors, strict=True):
            if form not in self.forms:
                self.forms[form] = len(self.forms)
                self.vectors.append(vector.copy())
        return np.array([self.forms[form] for form in forms], dtype=np.int64)


def gathered_labels(sources: Iterable[Source]) -> dict[str, tuple[str, ...]]:
    """Corpus → its labels; under "relations" those of NEREL's relations."""
    found: dict[str, set[str]] = {"relations": set()}
    for source in sources:
        if source.part == TRAIN:
            found.setdefault(source.corpus, set()).update(mark.label for mark in source.document.marks)
            found["relations"].update(link.label for link in source.document.links)
    return {name: tuple(sorted(labels)) for name, labels in found.items()}


def _tables(table: Table, known: Weights, labels: dict[str, tuple[str, ...]]) -> Tables:
    """Labels, and the letters and readings that are frequent among the forms."""
    listed = list(table.forms)
    letters = _frequent((letter for form in listed for letter in form), LETTERS)
    readings = _frequent((said for form in listed for said in dictionary(form.lower())[0]), READINGS)
    return Tables(
        labels=labels[NEREL],
        coarse=labels[COARSE],
        relations=labels["relations"],
        letters="".join(letters),
        shapes=tuple(known.vectors.shape_ids),
        readings=tuple(readings),
        arcs=tuple(table.arcs),
    )


def _known(front: Language) -> Weights:
    """Slovnet's classes of letters and case and its relations, in its order."""
    folder = front.get_pipe("letopis_network").folder
    return weights.read({name: (folder / name).read_bytes() for name in weights.FILES})


def _frequent(items: Iterable[str], number: int) -> list[str]:
    counted = sorted(Counter(items).items(), key=lambda pair: (-pair[1], pair[0]))
    return [item for item, _ in counted[:number]]


def _examples(table: Table, source: Source, doc: Doc) -> Iterator[Example]:
    """One for each stretch that the running component would read at once; nearly always the whole document."""
    context = take(doc)
    found = stretches(doc) if context is not None else []
    golds = [list(_gold(source.document, doc, part)) for part in found]
    ties = [list(_ties(source.document, gold)) for gold in golds]
    missed = len(source.document.marks) - sum(map(len, golds))
    untied = len(source.document.links) - sum(map(len, ties))
    for place, (part, gold, own) in enumerate(zip(found, golds, ties, strict=True)):
        rows, hung = context[part.places], tree(doc, part.places, table.arcs)
        yield Example(
            name=source.document.name,
            corpus=source.corpus,
            forms=table.rows(part.forms, rows[:, :VECTORS]),
            encoders=rows[:, VECTORS:],
            hints=hints(doc, part.places, table.labels),
            groups=part.groups,
            ends=part.ends,
            **hung._asdict(),
            gold=tuple(each for _, each in gold),
            ties=tuple(own),
            missed=0 if place else missed,
            untied=0 if place else untied,
        )


def _gold(source: Annotated, doc: Doc, part: Stretch) -> Iterator[tuple[int, Gold]]:
    """The marks that are runs of whole words of one sentence, each with its number in the document."""
    starts = {doc[place].idx: word for word, place in enumerate(part.places)}
    ends = {doc[place].idx + len(doc[place]): word + 1 for word, place in enumerate(part.places)}
    for number, mark in enumerate(source.marks):
        start, end = starts.get(mark.start), ends.get(mark.end)
        if mark.whole and start is not None and end is not None and start < end <= part.ends[start]:
            yield number, Gold(start, end, mark.label)


def _ties(source: Annotated, gold: Sequence[tuple[int, Gold]]) -> Iterator[Tie]:
    """The relations whose both marks are there."""
    places = {number: place for place, (number, _) in enumerate(gold)}
    for link in source.links:
        if link.source in places and link.target in places:
            yield Tie(places[link.source], places[link.target], link.label)
