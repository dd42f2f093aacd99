"""The first step: NEREL's folders → features and gold spans, as the running pipeline would see the words.

Near-duplicates of the dev part leave the training part; what is left loses a slice, held out for thresholds and
probabilities. The slice is drawn by the names of the documents, so that it stays the same from run to run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

from spacy.language import Language
from spacy.tokens import Doc

from models.recipes.mentions import corpus
from models.recipes.mentions.brat import Annotated, documents
from models.recipes.mentions.corpus import Example, Gold
from models.recipes.mentions.shingles import duplicates
from nlp import pipeline as walk
from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.component import Part, parts
from nlp.mentions.spans.features import Reader, dictionary
from nlp.mentions.spans.tables import Tables
from nlp.morphology import weights

TRAIN, HELD, DEV = "train", "held", "dev"
FRONT = ("letopis_sentences", "letopis_network")
HELD_OUT = 20
"""One document in so many is held out of training."""
LETTERS, READINGS = 180, 60


def prepare(data: Path, out: Path) -> None:
    """`data` holds the folders `train` and `dev`; the arrays and the tables go to `out`."""
    out.mkdir(parents=True, exist_ok=True)
    split = split_up(list(documents(data / TRAIN)), list(documents(data / DEV)))
    front = _front()
    seen = {name: [(each, _parts(front, each.text)) for each in own] for name, own in split.items()}
    tables = _tables(front, seen[TRAIN])
    (out / "spans.json").write_bytes(stored.dumps(tables))
    reader = Reader(tables)
    for name, own in seen.items():
        examples = [example for each, (doc, found) in own for example in _examples(reader, each, doc, found)]
        corpus.write(out / name, examples)
        print(f"{name}: {len(own)} documents, {sum(len(each.ends) for each in examples)} words")


def split_up(train: list[Annotated], dev: list[Annotated]) -> dict[str, list[Annotated]]:
    """The three parts; what tells the same as a dev document is in none."""
    left_out = set(duplicates([each.text for each in train], [each.text for each in dev]))
    print(f"{len(left_out)} near-duplicates of dev left out of training")
    clean = [each for place, each in enumerate(train) if place not in left_out]
    held = [each for each in clean if crc32(each.name.encode()) % HELD_OUT == 0]
    return {TRAIN: [each for each in clean if each not in held], HELD: held, DEV: dev}


def _front() -> Language:
    """The components before the span model, as shipped."""
    pipeline = walk.load()
    for name in set(pipeline.pipe_names) - set(FRONT):
        pipeline.remove_pipe(name)
    pipeline.get_pipe("letopis_network").context = True
    return pipeline


def _parts(front: Language, text: str) -> tuple[Doc, list[Part]]:
    doc = front(text)
    return doc, parts(doc)


def _tables(front: Language, seen: Sequence[tuple[Annotated, tuple[Doc, list[Part]]]]) -> Tables:
    """Labels, and the letters and readings that are frequent in the training part."""
    words = [form for _, (_, found) in seen for part in found for form in part.forms]
    letters = _frequent((letter for word in words for letter in word), LETTERS)
    readings = _frequent((said for word in words for said in dictionary(word.lower())[0]), READINGS)
    labels = sorted({mark.label for each, _ in seen for mark in each.marks})
    return Tables(tuple(labels), "".join(letters), _shapes(front.get_pipe("letopis_network").folder), tuple(readings))


def _shapes(folder: Path) -> tuple[str, ...]:
    """Slovnet's classes of letters and case, in its order."""
    return tuple(weights.read({name: (folder / name).read_bytes() for name in weights.FILES}).vectors.shape_ids)


def _frequent(items: Iterable[str], number: int) -> list[str]:
    counted = sorted(Counter(items).items(), key=lambda pair: (-pair[1], pair[0]))
    return [item for item, _ in counted[:number]]


def _examples(reader: Reader, source: Annotated, doc: Doc, found: list[Part]) -> list[Example]:
    """One for each part that the running component would read at once; nearly always the whole document."""
    golds = [tuple(_gold(source, doc, part)) for part in found]
    missed = [len(source.marks) - sum(map(len, golds))] + [0] * len(found)
    return [
        Example(source.name, reader.read(part.forms, part.context), part.ends, gold, lost)
        for part, gold, lost in zip(found, golds, missed, strict=False)
    ]


def _gold(source: Annotated, doc: Doc, part: Part) -> Iterator[Gold]:
    """The marks that are runs of whole words of one sentence."""
    starts = {doc[place].idx: word for word, place in enumerate(part.places)}
    ends = {doc[place].idx + len(doc[place]): word + 1 for word, place in enumerate(part.places)}
    for mark in source.marks:
        start, end = starts.get(mark.start), ends.get(mark.end)
        if mark.whole and start is not None and end is not None and start < end <= part.ends[start]:
            yield Gold(start, end, mark.label)
