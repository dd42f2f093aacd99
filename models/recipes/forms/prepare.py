"""The first step: RuNormAS and the phrases made by rule → questions, as the running pipeline would ask them.

The tenth of the corpus that `letopis evaluate runormas --dev` takes is kept apart, under the same rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from spacy.language import Language

from models.recipes.forms.arrays import DEV, GENERIC, MADE, NAMED, TRAIN, Gatherer
from models.recipes.forms.habits import Example, example, learn
from models.recipes.forms.made import made
from nlp.evaluation.corpus import files
from nlp.evaluation.runormas import COMPONENTS, as_written, in_dev, read, tokens, told
from nlp.morphology.ranking import question
from nlp.pipeline import load

ARRAYS, HABITS, WEIGHTS, RUN = "arrays.npz", "habits.json", "average.pt", "run.json"
"""What the steps leave for one another: the first two are of this one, the others of `train`."""


def prepare(data: Path, out: Path, count: int, seed: int) -> None:
    """`data` holds the folders `named` and `generic`; arrays and spelling habits go to `out`."""
    out.mkdir(parents=True, exist_ok=True)
    pipeline, gatherer, examples = load(), Gatherer(), list[Example]()
    with pipeline.select_pipes(enable=COMPONENTS):
        _make(pipeline, gatherer, count, seed)
        for source in (GENERIC, NAMED):
            for path in files(data / source, "*.txt"):
                examples += _gather(pipeline, gatherer, path, source)
    gatherer.write(out / ARRAYS)
    (out / HABITS).write_bytes(msgspec.json.format(msgspec.json.encode(learn(examples), order="sorted"), indent=0))
    print(f"{len(gatherer.phrases)} phrases, {len(gatherer.places)} clues, {len(examples)} spellings")


def _make(pipeline: Language, gatherer: Gatherer, count: int, seed: int) -> None:
    for each in made(count, seed):
        words = tokens(pipeline(each.text), ((each.start, each.end),))
        gatherer.add(question(words, each.label), each.norm, TRAIN, MADE)


def _gather(pipeline: Language, gatherer: Gatherer, path: Path, source: str) -> Iterator[Example]:
    """Adds a file's phrases; those of the training part with an answer are examples of spelling."""
    document, part = read(path), DEV if in_dev(path.name) else TRAIN
    doc = pipeline(document.text)
    for pieces, norm in zip(document.phrases, document.norms or (), strict=True):
        words = tokens(doc, pieces)
        forms = gatherer.add(question(words, told(doc, words, pieces)), norm, part, source) if words else None
        found = example(as_written(doc, pieces, words, forms), norm) if forms and part == TRAIN else None
        if found is not None:
            yield found
